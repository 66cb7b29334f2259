"""Why the database could not be opened, read or written: what happened, then what to do next."""

from __future__ import annotations


class StoreProblem(Exception):
    """A failure of the store in words for the person at the keyboard."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class RefusedEdit(StoreProblem):
    """An edit that would leave the report with something that cannot be stored, such as an activity without a date."""


class RefusedUndo(StoreProblem):
    """Nothing to undo or redo, or somebody changed the cell since."""
