"""Bars: full only when all is done."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tthtcd_tui.exports.summarise.look import ASCII, DRAWN, progress_bar, share_bar


@pytest.mark.parametrize(
    ("done", "total", "drawn", "in_ascii"),
    [
        (0, 20, "░░░░░░░░░░", "[----------]"),
        (1, 200, "█░░░░░░░░░", "[#---------]"),
        (5, 11, "████░░░░░░", "[####------]"),
        (199, 200, "█████████░", "[#########-]"),
        (20, 20, "██████████", "[##########]"),
        (0, 0, "██████████", "[##########]"),
    ],
)
def test_progress(done: int, total: int, drawn: str, in_ascii: str) -> None:
    assert progress_bar(DRAWN, done, total, 10) == drawn
    assert progress_bar(ASCII, done, total, 12) == in_ascii


@pytest.mark.parametrize(
    ("part", "drawn", "in_ascii"),
    [
        ("0", "", ""),
        ("0.0001", "▌", "#"),
        ("0.5", "████", "####"),
        ("0.56", "████▌", "####"),
        ("1", "████████", "########"),
    ],
)
def test_share(part: str, drawn: str, in_ascii: str) -> None:
    assert share_bar(DRAWN, Decimal(part), 8) == drawn
    assert share_bar(ASCII, Decimal(part), 8) == in_ascii


def test_the_stand_ins_are_ascii_and_as_wide() -> None:
    for name in DRAWN.__slots__:
        drawn, stand_in = getattr(DRAWN, name), getattr(ASCII, name)
        assert "".join(stand_in).isascii()
        if name not in ("half", "ends"):
            assert len(drawn) == len(stand_in), name
