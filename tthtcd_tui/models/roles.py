"""What somebody may do with a database: look, write, or answer for it; and at which centres they may look."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Each of a centre's may do what the one before it may. The value is as stored."""

    VIEWER = "viewer"
    CLERK = "clerk"
    """Writes: centres, years, every place of a report that is not final."""
    DIRECTOR = "director"
    """Also finalises and reopens reports, and says who the staff are."""
    SUPERVISOR = "supervisor"
    """Bound to a unit, where the others are to centres: reads all below it, returns, approves, and never edits."""

    @property
    def words(self) -> str:
        return _WORDS[self]


class Reads(StrEnum):
    """What somebody who works at one centre may read."""

    OWN = "own"
    """That centre alone."""
    ALL = "all"
    """Every centre, as whoever works at all of them."""


_WORDS = {
    Role.VIEWER: "chỉ xem",
    Role.CLERK: "nhập liệu",
    Role.DIRECTOR: "giám đốc",
    Role.SUPERVISOR: "cấp trên",
}
