"""What an input method for Vietnamese sends in one packet comes out right wherever one types, and where one cannot.

Telex takes letters back and sends them anew: «tieengs» arrives as «tie⌫êng⌫⌫⌫ếng».
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.sample_database import new_database
from support.screens import Screens, opened

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to

BACK = "\x7f"
TIENG = f"tie{BACK}êng{BACK * 3}ếng"
KHOANG = f"khoang{BACK * 3}ảng"
NGAY = f"nga{BACK}ày"
TIEU = f"tieu{BACK * 2}ểu"
VA = f"va{BACK}à"
PHAP = f"phap{BACK * 2}áp"


def at(place: str) -> Callable[[Screens], None]:
    """Onto a place, its cell armed."""
    return lambda screens: screens.do(lambda app: app.services.navigator.open(to.AtPlace(Place(place))))


def keys(*pressed: str) -> Callable[[Screens], None]:
    return lambda screens: screens.press(*pressed)


# -- cells: what was meant is stored ----------------------------------------------------------------------------------

STORED = {
    "number": (at("figure/dan_so"), f"{KHOANG} 2450\n", "figure/dan_so", "khoảng 2.450"),
    "text": (at("figure/chu_de"), f"{TIENG}\n", "figure/chu_de", "tiếng"),
    "several choices": (at("figure/pho_cap"), f"1, {TIEU} học\n", "figure/pho_cap", "mầm non, tiểu học"),
    "date": (at("report/date"), f"{NGAY} 5/6/2021\n", "report/date", "5/6/2021"),
    "name of a member": (at("board/pho-2/name"), f"{TIENG}\n", "board/pho-2/name", "tiếng"),
    "note of a rating": (at("rating/co_quan/note"), f"{TIENG}\n", "rating/co_quan/note", "tiếng"),
    "evidence of an item": (at("checklist/kinh_phi/evidence"), f"{TIENG}\n", "checklist/kinh_phi/evidence", "tiếng"),
    "empty paragraphs": (at("indicator/ho_ngheo/text"), f"{TIENG}\n", "indicator/ho_ngheo/text", "tiếng"),
}


@pytest.mark.parametrize("name", STORED)
def test_in_a_cell(screens: Screens, name: str) -> None:
    go, packet, place, meant = STORED[name]
    go(screens)
    screens.packet(packet)
    assert screens.stored(place) == meant, screens.text


def test_over_paragraphs_that_are_there_the_letters_go_into_their_editor(screens: Screens) -> None:
    place = "checklist/noi_quy/statement"
    before = screens.stored(place)
    at(place)(screens)
    screens.packet(TIENG)
    screens.press("f2")
    assert screens.stored(place) == f"{before} tiếng" or screens.stored(place) == f"tiếng{before}", screens.text


def test_in_paragraphs_behind_what_stands_there(screens: Screens) -> None:
    place = "checklist/noi_quy/statement"
    before = screens.stored(place)
    at(place)(screens)
    screens.press("enter", "ctrl+end")
    screens.packet(f" {TIENG}")
    screens.press("f2")
    assert screens.stored(place) == f"{before} tiếng", screens.text


def test_in_the_fields_of_the_log(screens: Screens) -> None:
    screens.press("f6")
    screens.packet(f"{NGAY} 5/3\n{PHAP}\n{TIENG}\n1\n60\t{TIENG}\t{TIENG}\t{TIENG}\n")
    (made,) = screens.store.log.page(screens.year.report_id, search="tieng").activities
    assert (made.category, made.title, made.place, made.partner, made.note) == ("phap_luat", *["tiếng"] * 4)


def test_in_the_register_of_evidence(screens: Screens) -> None:
    screens.press("f7")
    screens.choose("Thêm")
    screens.packet(f"MC09\n{TIENG}\n")
    assert "tiếng" in screens.text, screens.text


# -- lines that are no cell -------------------------------------------------------------------------------------------

SHOWN = {
    "search": keys("f3"),
    "palette": keys("ctrl+p"),
    "search of the log": keys("f6", "f3"),
    "search of the years": keys("end", "enter"),
    "reason": keys("1", "down", "ctrl+o"),
    "name of a centre": keys("ctrl+p", *"doi ten", "enter"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_in_a_line_of_its_own(screens: Screens, name: str) -> None:
    SHOWN[name](screens)
    screens.packet(TIENG)
    assert "tiếng" in screens.text, screens.text
    assert "tie" not in screens.text


def test_in_the_words_to_find_and_what_replaces_them(screens: Screens) -> None:
    at("checklist/noi_quy/statement")(screens)
    screens.press("enter", "ctrl+f")
    screens.packet(f"{TIENG}\t{VA}")
    assert "tiếng" in screens.text
    assert "và" in "\n".join(line for line in screens.lines if "tiếng" in line or "Thay" in line), screens.text


@pytest.fixture
def first_start(tmp_path: Path) -> Iterator[Screens]:
    with opened(tmp_path, path=new_database(tmp_path / "moi.db")) as screens:
        screens.press("escape")
        yield screens


def test_in_the_form_of_the_first_start(first_start: Screens) -> None:
    first_start.packet(f"{TIENG} {VA}")
    assert "Tên xã, phường, đặc khu  tiếng và" in first_start.text, first_start.text


# -- where nothing may be typed: what is said to have gone nowhere reads as it was meant ------------------------------

NOWHERE = {
    "before one has gone into a cell": keys("1"),
    "a choice": keys("5", "enter"),
    "the overview": keys(),
    "a question": keys("f6", "down", "down", "delete"),
}


@pytest.mark.parametrize("name", NOWHERE)
def test_what_goes_nowhere_is_told_as_it_was_meant(screens: Screens, name: str) -> None:
    NOWHERE[name](screens)
    before, is_asking = screens.changes, screens.screen.is_asking
    screens.packet(TIENG)
    assert screens.message.startswith("Chưa ghi “tiếng”: "), screens.message
    assert (screens.changes, screens.screen.is_asking) == (before, is_asking)


@pytest.mark.parametrize("name", NOWHERE)
def test_letters_and_what_takes_them_back_may_come_apart(screens: Screens, name: str) -> None:
    NOWHERE[name](screens)
    for packet in ("tie", BACK, "êng", BACK * 3, "ếng"):
        screens.packet(packet)
    assert screens.message.startswith("Chưa ghi “tiếng”: "), screens.message


def test_backspace_is_itself_again_once_all_of_it_is_taken_back(screens: Screens) -> None:
    screens.press("1")
    screens.packet(f"ti{BACK * 2}")
    assert "Chưa ghi" not in screens.message
    screens.packet(BACK)
    assert screens.message == "Chưa xóa gì: bấm Enter hoặc mũi tên vào ô trước."


# -- LF for Enter -----------------------------------------------------------------------------------------------------

LINE_ENDS = pytest.mark.parametrize("enter", ["\n", "\r\n"], ids=["LF", "CR LF"])


@LINE_ENDS
def test_lf_goes_on_from_cell_to_cell_as_enter_does(screens: Screens, enter: str) -> None:
    """It was dropped, and «40, Enter, 2.600» was 402.600."""
    at("results/suc_khoe/classes")(screens)
    screens.packet("40\n2.600\n", enter)
    assert screens.stored("results/suc_khoe/classes") == "40"
    assert screens.stored("results/suc_khoe/participations") == "2.600"


@LINE_ENDS
def test_lf_ends_the_fields_of_the_log(log: Screens, enter: str) -> None:
    log.packet("5/3\n31\nLuật Đất đai\n1\n60\n", enter)
    assert log.message.startswith("Đã lưu: 5/3/2021 · Giáo dục pháp luật · Luật Đất đai"), log.text


@LINE_ENDS
def test_lf_is_a_new_line_in_paragraphs(screens: Screens, enter: str) -> None:
    place = "checklist/noi_quy/statement"
    before = screens.stored(place)
    at(place)(screens)
    screens.press("enter", "ctrl+end")
    for packet in ("\n", "12 lớp.\n", "34 buổi."):
        screens.packet(packet, enter)
    screens.press("f2")
    assert screens.stored(place) == f"{before}\n12 lớp.\n34 buổi.", screens.text


@LINE_ENDS
def test_lf_takes_what_a_list_has_under_the_cursor(screens: Screens, enter: str) -> None:
    screens.press("f3")
    screens.packet("chu de nam\n", enter)
    assert screens.at == "figure/chu_de", screens.text
