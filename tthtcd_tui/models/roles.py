"""What somebody may do with a database: look, write, or answer for it."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Each may do what the one before it may. The value is as stored."""

    VIEWER = "viewer"
    CLERK = "clerk"
    """Writes: centres, years, every place of a report that is not final."""
    DIRECTOR = "director"
    """Also finalises and reopens reports, and says who the staff are."""

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {Role.VIEWER: "chỉ xem", Role.CLERK: "nhập liệu", Role.DIRECTOR: "giám đốc"}
