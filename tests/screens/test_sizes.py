"""Any size at any time: nothing is drawn beyond the edge, the cursor stays in sight, what is typed stays typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.matrix import long_but
from support.screens import Screens, opened

WAYS = {
    "overview": (),
    "details": ("0",),
    "locality": ("1", *["down"] * 20),
    "board": ("2", "pagedown"),
    "checklist": ("3", "pagedown", "down"),
    "results": ("4", *["down"] * 9),
    "ratings": ("5", "down"),
    "indicators": ("6", "pagedown", "pagedown"),
    "paragraphs": ("1", "end", "pagedown", "pagedown", "enter"),
    "log": ("f6", "down", "down"),
    "search": ("f3",),
    "palette": ("ctrl+p",),
    "help": ("f1",),
    "years": ("end", "enter"),
    "new year": ("end", "enter", "f4"),
    "summary": ("7",),
    "preview": ("f9",),
    "export": ("8",),
}
SIZES = ((120, 40), (40, 10), (80, 24), (20, 6), (300, 80), (80, 24))


@pytest.mark.long
@pytest.mark.parametrize("name", long_but(["overview", "checklist", "log", "paragraphs"], WAYS))
def test_every_screen_at_every_size(screens: Screens, name: str) -> None:
    screens.press(*WAYS[name])
    before = screens.text
    title = screens.title
    for columns, rows in SIZES:
        screens.resize(columns, rows)
        assert screens.title == title
        assert len(screens.lines) <= rows, "the helper has looked at the width of each"
        assert screens.lines[0].strip()
        if rows >= 10 and name not in ("paragraphs", "help", "preview", "summary", "export"):
            assert screens.cursor_line
    assert screens.text == before, "back at the first size all is as it was"


def test_what_is_typed_and_its_refusal_outlive_a_resize(screens: Screens) -> None:
    screens.press("1", *["down"] * 20)
    screens.type("1,5x")
    at = screens.at
    for columns, rows in SIZES:
        screens.resize(columns, rows)
        assert (screens.at, screens.sheet.typing) == (at, "1,5x")
    screens.press("enter")
    for columns, rows in SIZES:
        screens.resize(columns, rows)
        if rows >= 10:
            assert any(line.strip().startswith("X ") for line in screens.lines), screens.text
            assert screens.cursor_line


def test_resized_while_keys_are_typed_ahead(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.type("4")
    screens.resize(40, 10)
    screens.type("2")
    screens.resize(120, 40)
    screens.press("enter")
    assert screens.stored("figure/dan_so") == "42"


@pytest.mark.parametrize("columns", [70, 80, 110, 130])
def test_numbers_of_last_year_are_whole_or_not_there(tmp_path: Path, columns: int) -> None:
    with opened(tmp_path, columns, 24) as screens:
        screens.press("4")
        beside = next(line for line in screens.lines if "Hoạt động của các câu" in line)
        assert "98   8.120" in beside or "98" not in beside.partition("8.978")[2]
