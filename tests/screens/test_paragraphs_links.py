"""Links in paragraphs: each is one letter that shows its value, put in from a list of figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from support.paragraphs import EMPTY, command, editor, opened_at, widget
from support.sample_database import first_year_database
from support.screens import Screens, opened


def test_a_link_is_shown_as_its_value_and_is_one_letter(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Có {dan_so} người, {so_khu} khu.")
    assert "Có trên 40.000 người, 24 khu." in screens.lines
    assert "{" not in "".join(screens.lines[2:-3])
    screens.press("home", *["right"] * 3)
    assert caret_drawn(screens) == "trên 40.000"
    screens.press("right", "x")
    assert editor(screens) == "Có {dan_so}x người, {so_khu} khu."
    screens.press("backspace", "backspace")
    assert editor(screens) == "Có  người, {so_khu} khu."
    screens.press("ctrl+z")
    assert editor(screens) == "Có {dan_so} người, {so_khu} khu."


def caret_drawn(screens: Screens) -> str:
    """The words under the caret."""
    lines = widget(screens).lines
    [found] = [text for line in lines for text, style in line if style.reverse and style.bold]
    return found


def test_a_link_is_dim_and_underlined(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Có {so_khu} khu.")
    styles = {text: style for line in widget(screens).lines for text, style in line}
    assert styles["24"] == Style(dim=True, underline=True)


def test_a_brace_opens_the_list_of_figures_and_enter_puts_one_in(screens: Screens) -> None:
    opened_at(screens, EMPTY)
    screens.type("Có {")
    assert screens.line("Dân số").split()[-2:] == ["trên", "40.000"]
    assert screens.message.startswith("Gõ tên hoặc số để lọc")
    screens.type("dan s")
    assert "Số khu phố" not in screens.text
    screens.press("enter")
    screens.type(" người")
    assert editor(screens) == "Có {dan_so} người"
    assert "Có trên 40.000 người" in screens.lines
    screens.press("ctrl+z", "ctrl+z", "ctrl+z")
    assert editor(screens) == "Có ", "what was typed to find it is no step of its own"


def test_a_brace_that_begins_no_link_is_itself(screens: Screens) -> None:
    opened_at(screens, EMPTY)
    screens.type("tập {a; b} và { c")
    assert editor(screens) == "tập {a; b} và { c"
    screens.press("enter")
    screens.type("{dan")
    screens.press("escape")
    screens.type(" x")
    assert editor(screens) == "tập {a; b} và { c\n{dan x"
    screens.press("tab")
    assert screens.stored(EMPTY) == "tập {a; b} và { c\n{dan x"


def test_a_name_typed_out_is_a_link_and_two_braces_are_one(screens: Screens) -> None:
    opened_at(screens, EMPTY)
    screens.type("{so_khu} ")
    screens.type("{{so_khu}")
    assert "24 {so_khu}" in screens.lines
    screens.press("tab")
    assert screens.stored(EMPTY) == "{so_khu} {{so_khu}"


def test_a_noun_of_the_year_is_listed_once(tmp_path: Path) -> None:
    with opened(tmp_path, path=first_year_database(tmp_path)) as screens:
        screens.colleague("figure/danh_tu_khu", "bản")
        screens.press("f5")
        opened_at(screens, EMPTY)
        screens.type("{ở đây gọi")
        assert screens.text.count("Khu dân cư ở đây gọi là") == 1, screens.text


@pytest.mark.parametrize("how", ["ctrl+l", "chen so lieu"])
def test_the_list_can_be_asked_for_and_esc_leaves_the_text_as_it_was(screens: Screens, how: str) -> None:
    opened_at(screens, EMPTY, "Có")

    def ask() -> None:
        screens.press(how) if "+" in how else command(screens, how)

    ask()
    screens.type("khu")
    screens.press("escape")
    assert editor(screens) == "Có"
    ask()
    screens.type("so khu")
    screens.press("enter")
    assert editor(screens) == "Có{so_khu}"


def test_in_a_list_of_names_a_brace_is_a_brace(screens: Screens) -> None:
    opened_at(screens, "report/addressees")
    before = editor(screens)
    screens.press("ctrl+l")
    assert screens.message == "Ô này không nhận số liệu tự điền."
    screens.press("enter")
    screens.type("{so_khu}")
    assert editor(screens) == f"{before}\n{{so_khu}}"


def test_a_number_that_a_figure_has_is_offered_and_never_linked_unasked(screens: Screens) -> None:
    opened_at(screens, EMPTY)
    screens.type("Có 24 ")
    assert screens.message.startswith("24 bằng Số khu phố")
    screens.type("k")
    assert editor(screens) == "Có 24 k"
    screens.press("backspace", "ctrl+l", "enter")
    assert editor(screens) == "Có {so_khu} "
    screens.press("ctrl+z")
    assert editor(screens) == "Có 24 "
    command(screens, "noi so vua go")
    screens.press("enter")  # two figures are 24: it asks which
    assert editor(screens) == "Có {so_khu} "
    screens.type("ngày 5, năm 1924 ")
    assert "bằng" not in screens.message
