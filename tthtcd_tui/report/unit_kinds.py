"""What an administrative unit is, from the top down."""

from __future__ import annotations

from enum import StrEnum


class UnitKind(StrEnum):
    """The value is as stored."""

    MINISTRY = "bo"
    PROVINCE = "tinh"
    COMMUNE = "xa"
