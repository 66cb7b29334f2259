"""A person at an open year: reading, entering, saving, undo, recovery."""
