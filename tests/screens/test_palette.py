"""The list of commands finds each of them by what clerks call it, in any spelling, and says by which name it did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.screens import Screens, opened
from support.shared_server import ADMIN, CLERK, OFFICE, final_shared_database

from tthtcd_tui.screens import asked, registry
from tthtcd_tui.screens.commands import COMMANDS
from tthtcd_tui.screens.palette import Item
from tthtcd_tui.text.fold import fold

MOST_ABOVE = 5
"""Lines that may stand above the one that is meant: it is in sight without scrolling."""


def found(screens: Screens) -> list[str]:
    """The lines of the list, without the sign of the cursor."""
    return [line[1:].strip() for line in screens.lines[3:-3] if line.strip()]


def everything() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for command in COMMANDS:
        yield command.name, command.words, asked.COMMANDS[command.name]
    for screen in registry.NAMED:
        yield f"screen {screen.name}", screen.title, asked.SCREENS[screen.name]


def test_nothing_is_forgotten_and_nothing_is_gone() -> None:
    assert list(asked.COMMANDS) == [command.name for command in COMMANDS]
    assert set(asked.SCREENS) == {registry.DETAILS.name, *(screen.name for screen in registry.NAMED)}


@pytest.mark.parametrize(
    ("words", "names"), [each[1:] for each in everything()], ids=[each[0] for each in everything()]
)
def test_each_is_found_by_three_names_beside_its_own_with_and_without_marks(words: str, names: tuple[str, ...]) -> None:
    others = [Item("", "", other, called) for _, other, called in everything()]
    item = Item("", "", words, names)
    assert len({fold(name) for name in names} - {fold(words)}) >= 3
    for name in (words, *names):
        rank = item.rank(fold(name))
        assert rank is not None
        above = [other for other in others if (their := other.rank(fold(name))) is not None and their[0] < rank[0]]
        assert len(above) <= MOST_ABOVE


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("nam moi", "Các năm, trung tâm: mở, tạo, xóa  (năm mới)"),
        ("năm mới", "Các năm, trung tâm: mở, tạo, xóa  (năm mới)"),
        ("NĂM MỚI", "Các năm, trung tâm: mở, tạo, xóa  (năm mới)"),
        ("xuat", "Xuất báo cáo ra tệp"),
        ("in", "Xuất báo cáo ra tệp  (in)"),
        ("pdf", "Xuất báo cáo ra tệp  (PDF)"),
        ("muc 4", "^G 4   Mở: Kết quả hoạt động  (mục 4)"),
    ],
)
def test_what_is_meant_comes_first_with_the_name_it_was_found_by(screens: Screens, typed: str, first: str) -> None:
    screens.press("ctrl+p")
    screens.type(typed)
    assert found(screens)[0] == first
    assert screens.cursor_line == screens.lines[3], "and Enter opens it, whatever fitted the first letters best"


def test_words_of_several_names_find_it_too(screens: Screens) -> None:
    screens.press("ctrl+p")
    screens.type("bao cao word")
    assert found(screens)[0].startswith("Xuất báo cáo ra tệp")


def test_without_a_question_all_stand_there_without_other_names(screens: Screens) -> None:
    screens.press("ctrl+p")
    screens.resize(100, 70)
    assert screens.line("Các năm, trung tâm").endswith("mở, tạo, xóa")
    assert found(screens)[0].endswith("Trợ giúp cho màn hình này")


def test_a_name_is_told_only_where_there_is_room(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened(tmp_path_factory.mktemp("narrow"), 40, 20) as screens:
        screens.press("ctrl+p")
        screens.type("nam moi")
        assert found(screens)[0] == "Các năm, trung tâm: mở, tạo, xóa"


@pytest.mark.parametrize(
    ("user", "offered"),
    [
        (CLERK, {"Nhập tệp", "Rà soát chỗ", "Dòng dán"}),
        (OFFICE, {"Bản nộp đã nhận"}),
        (ADMIN, {"Bản nộp đã nhận", "Nhập tệp", "Rà soát chỗ", "Dòng dán"}),
    ],
)
def test_what_somebody_has_no_use_of_is_not_offered(tmp_path: Path, user: str, offered: set[str]) -> None:
    with opened(tmp_path, path=final_shared_database(tmp_path), user=user) as screens:
        screens.press("ctrl+p")
        screens.resize(100, 70)
        known = ("Bản nộp đã nhận", "Nhập tệp", "Rà soát chỗ", "Dòng dán")
        assert {words for words in known if words in screens.text} == offered


def test_of_a_command_of_texts_it_is_said_where_it_is_of_use(screens: Screens) -> None:
    screens.press("ctrl+g", "9")
    screens.type("noi so vua go")
    screens.press("enter")
    assert screens.message == (
        "“Nối số vừa gõ với số liệu” không dùng ở màn hình này. Enter ở một ô lời văn, rồi chọn lại."
    )


def test_words_are_replaced_in_the_whole_report_from_any_screen(screens: Screens) -> None:
    for shown in ("TỔNG QUAN", "1 ĐẶC ĐIỂM ĐỊA PHƯƠNG"):
        assert screens.title.startswith(shown)
        screens.press("ctrl+g", "9")
        screens.type("thay trong ca bao cao")
        screens.press("enter")
        assert screens.title == "THAY TRONG CẢ BÁO CÁO"
        screens.press("escape", "1")


def test_what_does_nothing_on_the_screen_beneath_stands_behind_what_does(screens: Screens) -> None:
    screens.press("ctrl+p")
    screens.resize(100, 80)
    lines = found(screens)
    idle = [
        next(at for at, line in enumerate(lines) if words in line) for words in ("Thay trong đoạn", "Cắt đoạn chọn")
    ]
    of_use = [next(at for at, line in enumerate(lines) if words in line) for words in ("Xuất báo cáo", "Mở: Ban Giám")]
    assert max(of_use) < min(idle)
