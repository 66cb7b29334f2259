"""Deep reading: whether every form, year and version can be opened and is what was written."""
