"""The parts of the summary, one module a part; `exports.summary` is the door."""
