"""The keys of a sheet, without a terminal: what is saved, where the cursor goes, what stays when it is refused."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.look import ASCII
from tthtcd_tui.widgets.paste_outcome import Spread
from tthtcd_tui.widgets.sheet import Sheet
from tthtcd_tui.widgets.sheet_lines import SheetLines
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow, Word

LEVELS = ("Tốt", "Khá", "Đạt")


class Services:
    """Keeps what is saved in a dictionary; refuses what is no number in the cells of numbers."""

    def __init__(self) -> None:
        self.stored: dict[str, str] = {"n/1/a": "10", "n/2/a": "20", "t/1": "Một\nHai"}
        self.previous = {"n/1/b": "7"}
        self.opened_at: list[tuple[str, str]] = []
        self.actions: list[str] = []
        self.said: list[str] = []
        self.changes = 0
        self.keeps_refused = self.keeps_answers = self.is_read_only = False
        self.sheet = Sheet(self)
        self.show()

    def rows(self) -> list[SheetRow]:
        def cell(name: str, options: tuple[str, ...] = (), opens: bool = False) -> Cell:
            raw = self.stored.get(name, "")
            return Cell(Place(name), raw, raw.split("\n")[0], 8, True, options, opens, self.previous.get(name, ""))

        return [
            SheetRow(RowKind.TOTAL, "Nội dung", texts=(Word("a", 8), Word("b", 8))),
            SheetRow(RowKind.CELLS, "Một", (cell("n/1/a"), cell("n/1/b"))),
            SheetRow(RowKind.HEADING, "Nhóm"),
            SheetRow(RowKind.CELLS, "Hai", (cell("n/2/a"), cell("n/2/b"))),
            SheetRow(RowKind.CELLS, "Mức 1", (cell("r/1", options=LEVELS),)),
            SheetRow(RowKind.CELLS, "Mức 2", (cell("r/2", options=LEVELS),)),
            SheetRow(RowKind.CELLS, "Lời", (cell("t/1", opens=True),)),
            SheetRow(RowKind.CELLS, "Lời khác", (cell("t/2", opens=True),)),
            SheetRow(RowKind.ACTION, "Thêm", action="board"),
        ]

    def show(self) -> None:
        self.sheet.show(self.rows())

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        if not all(self.takes(place, raw) for place, raw in cells):
            return "Ô này chỉ nhận số."
        self.stored |= {str(place): raw for place, raw in cells}
        self.changes += 1
        self.show()
        return None

    def takes(self, place: Place, raw: str) -> bool:
        if place.kind == "r":
            return raw in ("", "1", "2", "3", *LEVELS)
        return place.kind == "t" or raw == "" or raw.isdigit()

    def is_of_another_year(self, title: str) -> bool:  # noqa: ARG002
        return False

    def refuses(self) -> bool:
        return self.is_read_only

    def stray(self, typed: str, why: str) -> None:
        self.said.append(f"“{typed}”: {why}")

    def keeps(self, place: Place, raw: str, problem: str) -> bool:  # noqa: ARG002
        return self.keeps_refused

    def stays(self, cell: Cell) -> bool:  # noqa: ARG002
        return self.keeps_answers

    def opened(self, cell: Cell, typed: str, told: str = "") -> None:  # noqa: ARG002 -- of one that tells
        self.opened_at.append((str(cell.place), typed))

    def acted(self, row: SheetRow) -> None:
        self.actions.append(row.action)

    def moved(self) -> None:
        pass

    def told(self, message: str) -> None:
        self.said.append(message)

    def pasted(self, laid: Spread, text: str, *, is_saved: bool) -> None:  # noqa: ARG002
        self.said.append(laid.words())

    def press(self, *keys: str) -> Services:
        """Named keys; any other word is typed letter by letter."""
        for key in keys:
            if not self.sheet.take(key, None):
                for letter in key:
                    self.sheet.take(letter, letter)
        return self

    @property
    def at(self) -> str:
        return str(self.sheet.place)


@pytest.fixture
def owner() -> Services:
    return Services()


def test_the_cursor_begins_in_the_first_cell_and_goes_through_all(owner: Services) -> None:
    seen = [owner.at]
    for _ in range(8):
        owner.press("tab")
        seen.append(owner.at)
    assert seen == ["n/1/a", "n/1/b", "n/2/a", "n/2/b", "r/1", "r/2", "t/1", "t/2", "t/2"]
    assert owner.said == ["Đây là ô cuối của màn hình này."], "an action is gone to by arrows alone"
    for _ in range(8):
        owner.press("shift+tab")
    assert owner.at == "n/1/a"
    assert owner.said[-1] == "Đây là ô đầu của màn hình này."
    assert owner.changes == 0


def test_up_and_down_keep_the_column_as_far_as_there_is_one(owner: Services) -> None:
    assert owner.press("right", "down").at == "n/2/b"
    assert owner.press("down").at == "r/1"
    assert owner.press("up", "up").at == "n/1/b", "the column one came from, over rows that have fewer"
    assert owner.press("home").at == "n/1/a"
    assert owner.press("end").at == "n/1/b"
    assert owner.press("home").at == "n/1/a"
    assert owner.press("pagedown").at == "None"
    assert owner.press("pageup").at == "n/1/a"


@pytest.mark.parametrize("key", ["enter", "tab", "down", "shift+tab", "up"])
def test_leaving_a_cell_saves_it(owner: Services, key: str) -> None:
    owner.press("tab", "34", key)
    assert owner.stored["n/1/b"] == "34"
    assert owner.changes == 1
    assert owner.sheet.typing is None
    assert owner.at == {"enter": "n/2/a", "tab": "n/2/a", "down": "n/2/b", "shift+tab": "n/1/a", "up": "n/1/b"}[key]


def test_typing_starts_over_and_backspace_goes_on_with_what_stands(owner: Services) -> None:
    owner.press("5")
    assert owner.sheet.typing == "5"
    owner.press("escape")
    owner.sheet.cancel()
    owner.press("backspace", "7", "enter")
    assert owner.stored["n/1/a"] == "17"


@pytest.mark.parametrize(
    ("keys", "left"), [(("5", "backspace"), "10"), (("5", "6", "ctrl+u"), "10"), (("backspace", "ctrl+u"), "")]
)
def test_what_was_typed_over_an_answer_and_taken_back_leaves_it(
    owner: Services, keys: tuple[str, ...], left: str
) -> None:
    """Only who begins with Backspace takes away what stood there."""
    owner.keeps_answers = True
    owner.press(*keys, "enter")
    assert (owner.stored["n/1/a"], owner.at) == (left, "n/1/b")


def test_where_nothing_is_of_the_report_what_was_typed_and_taken_back_is_empty(owner: Services) -> None:
    owner.press("5", "backspace", "enter")
    assert owner.stored["n/1/a"] == ""


def test_in_a_cell_being_typed_the_arrows_move_through_its_letters(owner: Services) -> None:
    owner.press("134", "left", "left", "2", "delete", "end", "5", "home", "9")
    assert owner.sheet.typing == "91245"
    assert owner.at == "n/1/a"


def test_what_is_refused_stays_with_its_reason_until_it_is_mended_or_dropped(owner: Services) -> None:
    owner.press("1x", "enter")
    assert (owner.at, owner.sheet.typing, owner.sheet.error) == ("n/1/a", "1x", "Ô này chỉ nhận số.")
    owner.press("down", "tab", "pagedown")
    assert (owner.at, owner.sheet.typing) == ("n/1/a", "1x")
    owner.press("backspace")
    assert owner.sheet.error == ""
    owner.press("enter")
    assert (owner.at, owner.stored["n/1/a"]) == ("n/1/b", "1")
    owner.press("y", "enter")
    assert owner.sheet.cancel()
    assert (owner.sheet.typing, owner.sheet.error) == (None, "")
    assert not owner.sheet.cancel()
    assert owner.changes == 1


def test_what_is_as_it_was_is_not_saved_anew(owner: Services) -> None:
    owner.press("10", "enter")
    assert (owner.at, owner.changes) == ("n/1/b", 0)


def test_a_digit_chooses_and_goes_down_and_0_clears(owner: Services) -> None:
    assert owner.sheet.go_to(Place("r/1"))
    owner.press("2")
    assert (owner.stored["r/1"], owner.at) == ("2", "r/2")
    owner.press("1")
    assert (owner.stored["r/2"], owner.at) == ("1", "t/1")
    owner.press("up", "up", "0")
    assert (owner.stored["r/1"], owner.at) == ("", "r/1")


def test_a_digit_without_an_option_is_no_choice(owner: Services) -> None:
    owner.sheet.go_to(Place("r/1"))
    owner.press("9")
    assert (owner.at, owner.changes) == ("r/1", 0)
    assert owner.said == ["Bấm số để chọn: 1 Tốt · 2 Khá · 3 Đạt"]


def test_a_letter_is_no_choice_and_the_digits_behind_it_are_none_until_the_cursor_moves(owner: Services) -> None:
    owner.sheet.go_to(Place("r/1"))
    owner.press("t1²2")
    assert (owner.at, owner.changes) == ("r/1", 0)
    why = "ở đây bấm số để chọn: 1 Tốt · 2 Khá · 3 Đạt; bấm mũi tên trước"
    assert owner.said == [f"“{letter}”: {why}" for letter in "t1²2"]
    owner.press("down", "2")
    assert owner.stored["r/2"] == "2"
    owner.press("up", "up", "3")
    assert owner.stored["r/1"] == "3"


def test_an_unarmed_cursor_takes_nothing_and_enter_only_arms_it(owner: Services) -> None:
    owner.sheet.set_armed(False)
    owner.press("26", "delete", "backspace", "enter")
    assert (owner.at, owner.changes, owner.sheet.typing) == ("n/1/a", 0, None)
    why = "bấm Enter hoặc mũi tên vào ô trước"
    assert owner.said == [f"“2”: {why}", f"“6”: {why}", f"Chưa xóa gì: {why}.", f"Chưa xóa gì: {why}."]
    owner.press("7", "enter")
    assert owner.stored["n/1/a"] == "7"


@pytest.mark.parametrize("key", ["tab", "down", "right", "pagedown", "end"])
def test_a_move_or_a_paste_arms_the_cursor(owner: Services, key: str) -> None:
    owner.sheet.set_armed(False)
    owner.press(key, "5")
    assert owner.sheet.is_armed
    assert owner.sheet.typing == "5" or owner.at == "None"
    owner = Services()
    owner.sheet.set_armed(False)
    owner.sheet.paste("12")
    assert owner.sheet.typing == "12"


def test_where_nothing_may_be_written_the_first_letter_is_refused(owner: Services) -> None:
    owner.is_read_only = True
    owner.press("5", "backspace", "delete")
    assert (owner.sheet.typing, owner.changes) == (None, 0)


def test_what_is_discarded_is_given_back_and_nothing_is_saved(owner: Services) -> None:
    owner.press("5")
    assert owner.sheet.discardable == "5"
    owner.sheet.discard()
    assert (owner.sheet.typing, owner.changes) == (None, 0)
    owner.keeps_refused = True
    owner.press("x", "enter", "left")
    assert owner.sheet.discardable == "x"
    owner.sheet.discard()
    assert (owner.sheet.error, owner.sheet.discardable) == ("", "")


def test_delete_clears_and_in_a_cell_being_typed_only_a_letter(owner: Services) -> None:
    owner.press("delete")
    assert (owner.stored["n/1/a"], owner.changes) == ("", 1)
    owner.press("delete")
    assert owner.changes == 1, "an empty cell is not cleared again"


def test_f4_and_ctrl_d(owner: Services) -> None:
    assert owner.sheet.previous() is None
    assert owner.said.pop() == "Chỉ chép vào ô còn trống."
    owner.press("tab")
    owner.press("3")
    assert owner.sheet.previous() is None
    assert owner.sheet.typing == "3", "what is being typed is not written over"
    owner.sheet.cancel()
    assert owner.sheet.previous() == ("n/1/b", "7")
    owner.press("7", "down")
    assert owner.sheet.previous() is None
    assert owner.said[-1] == "Năm trước ô này cũng trống."
    owner.sheet.copy_above()
    assert owner.stored["n/2/b"] == "7"


def test_paragraphs_open_and_a_key_by_chance_writes_nothing_over_them(owner: Services) -> None:
    owner.sheet.go_to(Place("t/1"))
    owner.press("enter", "a", "backspace")
    assert owner.opened_at == [("t/1", ""), ("t/1", "a"), ("t/1", "")]
    assert owner.sheet.typing is None
    owner.sheet.paste("Ba\nBốn")
    assert owner.opened_at[-1] == ("t/1", "\nBa\nBốn"), "a paragraph of its own, behind what is there"
    assert owner.changes == 0


def test_behind_an_enter_with_nowhere_to_go_paragraphs_go_on_with_another(owner: Services) -> None:
    owner.sheet.go_to(Place("t/2"))
    owner.press("2", "4", "enter")
    assert (owner.stored["t/2"], owner.said) == ("24", ["Đây là ô cuối của màn hình này."])
    owner.press("5", "5")
    assert owner.opened_at == [("t/2", "\n5"), ("t/2", "5")], "once: what is typed later goes on where it stands"
    owner.press("shift+tab", "tab", "5")
    assert owner.opened_at[-1] == ("t/2", "5")


def test_empty_paragraphs_take_a_line_at_once(owner: Services) -> None:
    owner.sheet.go_to(Place("t/2"))
    owner.press("Một câu.", "enter")
    assert owner.stored["t/2"] == "Một câu."


def test_enter_on_an_action_does_it(owner: Services) -> None:
    assert owner.sheet.go_to(Place("board")), "where a member is added to an empty board"
    owner.press("enter", "x", "delete", "backspace")
    assert owner.actions == ["board"]


def test_a_paste_of_one_cell_is_typed_and_of_more_is_laid_over_the_rows(owner: Services) -> None:
    owner.sheet.paste("12\n")
    assert (owner.sheet.typing, owner.changes) == ("12", 0)
    owner.sheet.paste("3\t4\n5\t~6\n")
    assert owner.stored["n/1/a"] == "3", "what was being typed is saved first, then pasted over"
    assert (owner.stored["n/1/b"], owner.stored["n/2/a"]) == ("4", "5")
    assert owner.said == ["Đã dán 2 dòng × 2 cột; bỏ qua 1 ô không phải số (dòng 2: “~6”)."]
    assert owner.changes == 2


@pytest.mark.parametrize("nothing", ["", "\n", "\u200b", "  "])
def test_an_empty_paste_clears_nothing(owner: Services, nothing: str) -> None:
    owner.sheet.paste(nothing)
    owner.press("enter")
    assert (owner.stored["n/1/a"], owner.changes) == ("10", 0)


def test_what_is_being_typed_and_the_cursor_outlive_new_rows(owner: Services) -> None:
    owner.sheet.go_to(Place("n/2/a"))
    owner.press("4")
    owner.stored["n/1/a"] = "99"
    owner.show()
    assert (owner.at, owner.sheet.typing) == ("n/2/a", "4")
    assert "99" in owner.sheet.text()


MOVES = ["enter", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown"]
KEYS = st.sampled_from([*MOVES, "backspace", "delete", "1", "9", "x", "đ", "\u0301", "\u200b"])


@given(st.lists(KEYS, max_size=40))
def test_no_order_of_keys_loses_the_cursor_or_saves_what_is_wrong(keys: list[str]) -> None:
    owner = Services()
    owner.press(*keys)
    row = owner.sheet.row
    assert row is not None
    assert row.stops
    assert all(owner.takes(Place(place), raw) for place, raw in owner.stored.items())


@given(st.integers(1, 130), st.sampled_from([None, 0, 1]), st.text(max_size=8))
def test_no_line_is_wider_than_the_sheet_but_where_its_cells_need_it(
    width: int, column: int | None, label: str
) -> None:
    rows = [
        SheetRow(row.kind, label or row.label, row.cells, note="ghi chú", texts=row.texts) for row in Services().rows()
    ]
    lines = SheetLines(rows, width, ASCII)
    for number, row in enumerate(rows):
        drawn = "".join(text for text, _ in lines.line(number, column, None))
        if row.kind in (RowKind.HEADING, RowKind.TEXT, RowKind.ACTION):
            assert cell_len(drawn) == width
        else:
            cells = sum(cell.width + 2 for cell in row.cells) + sum(word.width + 2 for word in row.texts)
            least = min(8, max(cell_len(other.label) for other in rows if len(other.cells) == len(row.cells)))
            assert 5 + least + cells <= cell_len(drawn) <= max(width, 5 + 8 + cells)


def test_what_is_refused_stays_in_its_cell_while_one_goes_on_and_is_come_back_to(owner: Services) -> None:
    owner.keeps_refused = True
    owner.press("x", "enter")
    assert (owner.at, owner.sheet.typing, owner.sheet.error) == ("n/1/b", None, "")
    owner.press("5", "enter")
    assert owner.stored == {"n/1/a": "10", "n/1/b": "5", "n/2/a": "20", "t/1": "Một\nHai"}
    assert owner.sheet.go_to_refused()
    assert owner.sheet.cell is not None
    assert (owner.at, owner.sheet.cell.shown, owner.sheet.error) == ("n/1/a", "x", "Ô này chỉ nhận số.")
    assert not owner.sheet.go_to_refused(), "there is no other"
    owner.press("backspace", "7", "enter")
    owner.sheet.settle([Place("n/1/a")])
    assert owner.stored["n/1/a"] == "7"
    assert not owner.sheet.go_to_refused()
