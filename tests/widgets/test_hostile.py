"""A thousand hostile texts in every widget: nothing falls over, and nothing but printing characters is drawn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

import pytest
from rich.cells import cell_len
from support.hostile import strings
from support.matrix import LONG, every
from support.nasty import BIG
from textual.app import App, ComposeResult
from textual.geometry import Size

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.bars import HeadBar, KeyBar, Message, MessageBar
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.flow import Passage
from tthtcd_tui.widgets.line_buffer import LineBuffer
from tthtcd_tui.widgets.look import ASCII, DRAWN, PLAIN
from tthtcd_tui.widgets.menu import Entry, Menu
from tthtcd_tui.widgets.paste_block import grid, spread
from tthtcd_tui.widgets.paste_outcome import Spread
from tthtcd_tui.widgets.prose_editor import ProseEditor
from tthtcd_tui.widgets.reader import Reader
from tthtcd_tui.widgets.sheet import Sheet
from tthtcd_tui.widgets.sheet_rows import Cell, Mark, RowKind, SheetRow, Word
from tthtcd_tui.widgets.typed_line import typed_spans

TEXTS = strings()


class Services:
    """Takes nothing and refuses in the words of what was typed."""

    def enter(self, cells: Iterable[tuple[Place, str]]) -> str | None:
        return next(iter(cells))[1] or "không"

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return bool(raw)

    def is_of_another_year(self, title: str) -> bool:  # noqa: ARG002
        return False

    def refuses(self) -> bool:
        return False

    def stray(self, typed: str, why: str) -> None: ...

    def keeps(self, place: Place, raw: str, problem: str) -> bool:  # noqa: ARG002
        return False

    def stays(self, cell: Cell) -> bool:  # noqa: ARG002
        return True

    def opened(self, cell: Cell, typed: str, told: str = "") -> None: ...

    def acted(self, row: SheetRow) -> None: ...

    def moved(self) -> None: ...

    def told(self, message: str) -> None: ...

    def pasted(self, laid: Spread, text: str, *, is_saved: bool) -> None: ...


def sheet_of(text: str, typed: bool) -> Canvas:
    sheet = Sheet(Services())
    cell = Cell(Place("a/b"), text, text, 12, options=())
    other = cell._replace(place=Place("a/c"), right=True)
    rows = [
        SheetRow(RowKind.HEADING, text, marker=text[:3], begins=True),
        SheetRow(RowKind.TOTAL, text, texts=(Word(text, 9), Word(text, 9, right=False)), note=text, parted=True),
        SheetRow(RowKind.CELLS, text, (cell, other), text[:3], text, mark=Mark.ERROR),
        SheetRow(RowKind.TEXT, text),
        SheetRow(RowKind.ACTION, text, action="x"),
    ]
    sheet.show(rows)
    if typed:
        sheet.begin(text)
        for key in ("enter", "left", "backspace", "delete", "end", "right", "tab"):
            sheet.take(key, None)
    return sheet


def menu_of(text: str) -> Canvas:
    menu = Menu()
    menu.glyphs = ASCII
    menu.show([Entry("a", ((f" {text}", PLAIN), (text, PLAIN))), Entry("", ()), Entry("b", ((" x", PLAIN),))])
    return menu


def head_of(text: str) -> Canvas:
    bar = HeadBar()
    bar.show(text, text, True, text, text)
    return bar


def message_of(text: str) -> Canvas:
    bar = MessageBar()
    bar.show(Message(text, wrong=True), Size(80, 24))
    return bar


def keys_of(text: str) -> Canvas:
    bar = KeyBar()
    bar.show([(text[:3], text), ("F1", text)])
    return bar


def reader_of(text: str) -> Canvas:
    reader = Reader()
    reader.glyphs = DRAWN
    reader.show([Passage(((text, PLAIN),)), Passage()])
    return reader


WIDGETS: dict[str, Callable[[str], Canvas]] = {
    "sheet": lambda text: sheet_of(text, typed=False),
    "sheet being typed in": lambda text: sheet_of(text, typed=True),
    "menu": menu_of,
    "head": head_of,
    "message": message_of,
    "keys": keys_of,
    "reader": reader_of,
}


def shown(lines: Iterable[Line]) -> str:
    return "".join(text for line in lines for text, _ in line)


@pytest.mark.parametrize("texts", every(2, [TEXTS[::10], [*TEXTS, *BIG]]), ids=["a tenth", "all"])
@pytest.mark.parametrize("name", WIDGETS)
def test_only_what_prints_is_drawn(name: str, texts: list[str]) -> None:
    for text in texts:
        drawn = shown(WIDGETS[name](text).lines)
        assert drawn.isprintable(), (text[:60], drawn[:200])


@pytest.mark.parametrize("width", [1, 7, 30])
def test_a_line_being_typed_is_as_wide_as_its_cell(width: int) -> None:
    for text in (*TEXTS, *BIG):
        for cursor in (0, len(text) // 2, len(text)):
            drawn = "".join(part for part, _ in typed_spans(LineBuffer(text, cursor), width))
            assert drawn.isprintable()
            assert cell_len(drawn) >= width


def test_a_paste_is_cut_into_cells_or_refused_in_words() -> None:
    rows = [SheetRow(RowKind.CELLS, "Một", (Cell(Place("a/b"), "", "", 8), Cell(Place("a/c"), "", "", 8)))]
    for text in (*TEXTS, *BIG):
        try:
            words = spread(grid(text), rows, 0, lambda _, raw: raw.isdigit()).words()
        except TextProblem as problem:
            words = problem.message
        assert words.isprintable()
        assert len(words) < 500


class Editing(App[None]):
    def compose(self) -> ComposeResult:
        yield ProseEditor()


@LONG
def test_an_editor_draws_only_what_prints_even_of_what_no_door_let_in() -> None:
    async def run() -> None:
        async with Editing().run_test(size=(40, 10)) as pilot:
            editor = pilot.app.query_one(ProseEditor)
            for text in TEXTS:
                editor.write(text[:2_000])
                for y in range(editor.size.height):
                    assert editor.render_line(y).text.isprintable(), text[:60]

    asyncio.run(run())
