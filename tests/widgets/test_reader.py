"""A text to read: the cursor, the ways to gaps and sections, and what a line leads to."""

from __future__ import annotations

import pytest

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.flow import Passage
from tthtcd_tui.widgets.look import PLAIN
from tthtcd_tui.widgets.reader import Reader


def passage(words: str, place: str = "", *, gap: bool = False, start: bool = False) -> Passage:
    return Passage(((words, PLAIN),), Place(place) if place else None, gap, start)


TEXT = (
    passage("I. ĐẶC ĐIỂM", start=True),
    passage("Dân số trên 40.000", "figure/dan_so"),
    passage("[Chưa nhập: Số hộ]", "figure/so_ho", gap=True),
    passage("II. BỘ MÁY", start=True),
    passage("Giám đốc", "board/a/duty"),
    passage("[Chưa nhập: Người ký]", "report/signer", gap=True),
)


@pytest.fixture
def reader() -> Reader:
    made = Reader()
    made.show(TEXT)
    return made


def words(reader: Reader) -> str:
    assert reader.passage is not None
    return reader.passage.line[0][0]


def pressed(reader: Reader, *keys: str) -> str:
    for key in keys:
        assert reader.take(key)
    return words(reader)


def test_the_cursor_goes_line_by_line_and_stays_at_the_ends(reader: Reader) -> None:
    assert pressed(reader, "up") == "I. ĐẶC ĐIỂM"
    assert pressed(reader, "down", "down") == "[Chưa nhập: Số hộ]"
    assert pressed(reader, "end", "down") == "[Chưa nhập: Người ký]"
    assert pressed(reader, "home") == "I. ĐẶC ĐIỂM"
    assert pressed(reader, "pagedown") == "[Chưa nhập: Người ký]"
    assert not reader.take("f9")


def test_tab_goes_round_the_gaps_and_the_arrows_round_the_sections(reader: Reader) -> None:
    assert pressed(reader, "tab") == "[Chưa nhập: Số hộ]"
    assert pressed(reader, "tab") == "[Chưa nhập: Người ký]"
    assert pressed(reader, "tab") == "[Chưa nhập: Số hộ]"
    assert pressed(reader, "shift+tab") == "[Chưa nhập: Người ký]"
    assert pressed(reader, "shift+tab") == "[Chưa nhập: Số hộ]"
    assert pressed(reader, "right") == "II. BỘ MÁY"
    assert pressed(reader, "right") == "I. ĐẶC ĐIỂM"
    assert pressed(reader, "left") == "II. BỘ MÁY"


def test_a_line_that_is_nobodys_leads_to_the_next_that_is_somebodys(reader: Reader) -> None:
    assert reader.place == "figure/dan_so"
    pressed(reader, "right")
    assert reader.place == "board/a/duty"
    reader.show([passage("Hết")])
    assert reader.place is None


def test_it_is_found_by_its_place_and_stays_there_when_the_text_changes(reader: Reader) -> None:
    assert reader.go_to(Place("board/a/duty"))
    assert words(reader) == "Giám đốc"
    assert not reader.go_to(Place("figure/dien_tich"))
    reader.show([*TEXT[:4], passage("Phó Giám đốc")])
    assert words(reader) == "Phó Giám đốc"
    reader.show(TEXT[:2])
    assert words(reader) == "Dân số trên 40.000"
    reader.show(())
    assert reader.passage is None
    assert reader.take("tab")
    assert reader.take("pagedown")


def test_only_the_screenful_around_the_cursor_is_drawn(reader: Reader) -> None:
    reader.show([passage(f"Dòng {number}") for number in range(100)])
    pressed(reader, "end")
    shown = reader.text().splitlines()
    assert shown[-1] == "> Dòng 99"
    assert shown[0] == "  Dòng 81"
    pressed(reader, "up")
    assert reader.text().splitlines()[-2:] == ["> Dòng 98", "  Dòng 99"]
