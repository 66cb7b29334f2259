"""The parts of the summary, one module for each; `exports/summary.py` is the entry point."""
