"""What the program itself can do about something that `doctor` found."""

from __future__ import annotations

from enum import Enum, auto


class Remedy(Enum):
    """What the program itself can do about it; how that is asked for, the command line says."""

    START = auto()
    """Begin a database, or name another."""
    BACK_UP = auto()
    RESTORE = auto()
    RESTORE_OR_ACCEPT = auto()
    """Put a backup back; or say that what was found is right."""
    ACCEPT = auto()
    """Say that what was found is right; what is kept elsewhere, others put back."""
    LOOK_AGAIN = auto()
    """See to what was told, then look again."""
    DRAW_PLAIN = auto()
    """Draw the screens with ASCII alone."""
