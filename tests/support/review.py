"""Reviewing what was carried over from the year before."""

from __future__ import annotations

from support.screens import Screens


def review_section(screens: Screens) -> None:
    """«Đã rà soát cả mục», which has no key."""
    screens.press("ctrl+g", "9")
    screens.type("ca muc")
    screens.press("enter")
