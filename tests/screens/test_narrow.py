"""At 40 columns: what is said is whole or shows that there is more; the year and what a digit does are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.sample_database import sample_database
from support.screens import Screens, opened
from support.stores import DIRECTOR, finalise

from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.tasks.session.guide_seen import remember_guide
from tthtcd_tui.widgets.bars import fitted_where

COLUMNS, ROWS = 40, 20
HEAD = " TTHTCĐ phường Mạo Khê · Năm học 2020-2021"


@pytest.fixture
def narrow(tmp_path: Path) -> Iterator[Screens]:
    with opened(tmp_path, COLUMNS, ROWS) as screens:
        yield screens


def words(screens: Screens) -> str:
    return " ".join(" ".join(screens.lines).split())


@pytest.mark.parametrize(
    ("room", "head"),
    [
        (60, HEAD),
        (23, " phường Mạ… · 2020-2021"),
        (20, " Năm học 2020-2021"),
    ],
)
def test_the_centre_gives_way_to_the_year(room: int, head: str) -> None:
    assert fitted_where(HEAD, room).rstrip() == head
    assert len(fitted_where(HEAD, room)) == room


def test_which_year_it_is_stands_at_the_top(narrow: Screens) -> None:
    assert "2020-2021" in narrow.lines[0]
    narrow.press("1", "enter")
    assert "2020-2021" in narrow.lines[0]


def test_what_a_digit_chooses_is_told_where_the_choice_has_no_room(narrow: Screens) -> None:
    narrow.press("3", "enter")
    assert narrow.message.startswith("Nội quy, quy chế: Đã thực hiện. 1 Đã thực hiện · 2 Đang thực hiện")


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("0", "Kỳ báo cáo: năm học 2020-2021 (01/09/2020–31/08/2021)"),
        ("6", "Tự tính từ bảng kết quả: 43.117 lượt người"),
        ("ra soat cho chep", "Không còn chỗ nào chép từ năm trước mà chưa rà soát."),
        ("huong dan nhanh", "rồi Enter để vào ô; Esc để quay lại."),
    ],
)
def test_what_is_to_be_read_is_whole(narrow: Screens, way: str, told: str) -> None:
    narrow.press(way if way.isdigit() else "ctrl+p")
    if not way.isdigit():
        narrow.type(way)
        narrow.press("enter")
    assert told in words(narrow)


def test_what_making_a_centre_takes_is_whole(narrow: Screens) -> None:
    narrow.press("ctrl+p")
    narrow.type("cac nam")
    narrow.press("enter", "end", "enter")
    assert "Ghi tên xã, phường một lần. Mọi thứ đều sửa lại được về sau." in words(narrow)
    assert "Xã, phường, đặc khu " in narrow.cursor_line


def test_the_guide_names_the_key_that_ends_it(narrow: Screens) -> None:
    narrow.press("ctrl+p")
    narrow.type("huong dan nhanh")
    narrow.press("enter")
    assert narrow.lines[-1].split() == "Enter Tiếp Esc Bỏ qua ^Q Thoát".split()


def test_a_file_to_read_has_its_day_whole(narrow: Screens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bao-cao-cu-cua-nam-hoc-truoc.docx").write_bytes(b"x" * 2048)
    narrow.press("ctrl+p")
    narrow.type("nhap tep")
    narrow.press("enter")
    line = narrow.line("bao-cao-cu")
    assert line.rstrip()[-4:].isdigit(), line


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        ("checklist/tap_huan/evidence", "Giấy triệu tập"),
        ("checklist/tap_huan/statement", "Hai người dự."),
        ("results/hoc_nghe/classes", "khoảng 1.250"),
    ],
)
def test_what_is_typed_is_seen_though_its_cell_is_narrow(tmp_path: Path, place: str, typed: str) -> None:
    """Of a cell four columns wide nobody saw more than the last four letters."""
    with opened(tmp_path, COLUMNS, ROWS) as narrow:
        narrow.colleague(place, "")
        narrow.press("f5")
        narrow.do(lambda app: app.services.navigator.open(to.AtPlace(Place(place))))
        narrow.type(typed)
        line = narrow.cursor_line
        assert typed in line, narrow.text
        assert len(line) <= COLUMNS
        assert narrow.app.cursor_position == (line.index(typed) + len(typed), narrow.lines.index(line))
        narrow.press("escape")
        assert typed not in narrow.cursor_line, "the cells beside it are there again"


def test_no_blank_line_keeps_a_line_of_the_overview_out_of_sight(narrow: Screens) -> None:
    assert all(line.strip() for line in narrow.lines[2:15]), narrow.text
    narrow.press("end")
    assert "Các năm, trung tâm" in narrow.cursor_line
    assert "X lỗi   ! cảnh báo" in narrow.text, "what the signs mean stands below the last line that can be chosen"


@pytest.fixture
def first_year(tmp_path: Path) -> Iterator[Screens]:
    """The year of who has just begun, with nothing in it."""
    remember_guide()
    with opened(tmp_path, COLUMNS, ROWS, path=tmp_path / "moi.db") as first:
        first.type("Bản Sen")
        first.press("enter", "enter", "enter", "enter")
        yield first


def test_what_is_said_of_print_ends_with_a_sign_where_there_is_more(first_year: Screens) -> None:
    first_year.press("6", "enter")
    assert "Chưa câu nào của báo cáo lấy…" in first_year.text


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("ctrl+p", "hoan tac", "^Z Hoàn tác lần sửa gần nhất của bạn. Enter để mở."),
        (
            "f3",
            "luu tru hinh anh",
            "Lưu trữ hình ảnh, video: Trạng thái. Enter để mở.",
        ),
        ("f3", "dan so", "Gõ vài chữ, không cần dấu; Enter để mở."),
    ],
)
def test_what_a_list_has_no_room_for_is_told_of_the_line_under_the_cursor(
    narrow: Screens, key: str, typed: str, told: str
) -> None:
    """Status, statement and evidence of an item looked alike."""
    narrow.press(key)
    narrow.type(typed)
    assert narrow.message.removesuffix(" Ctrl+F: thay chữ trong cả báo cáo.") == told


def test_it_is_told_of_the_next_line_when_the_cursor_moves(narrow: Screens) -> None:
    narrow.press("f3")
    narrow.type("luu tru hinh anh")
    narrow.press("down")
    assert narrow.message.startswith("Lưu trữ hình ảnh, video: Lời đánh giá. Enter để mở.")


def test_what_a_row_does_is_read_whole_before_it_is_done(tmp_path: Path) -> None:
    remember_guide()
    with opened(tmp_path, COLUMNS, ROWS, path=tmp_path / "moi.db") as first:
        first.type("Bản Sen")
        first.press("enter", "enter", "enter")
        assert first.message == (
            "Tạo TTHTCĐ xã Bản Sen, năm đầu tiên 2020-2021. Enter để tạo và mở; Esc để quay lại, chưa tạo gì."
        )
        first.resize(80, 24)
        assert first.message == "Enter để tạo và mở; Esc để quay lại, chưa tạo gì."


def test_the_year_that_is_copied_from_is_read_whole(narrow: Screens) -> None:
    narrow.press("end", "enter", "f4")
    assert narrow.line("Chép từ").split()[2:] == ["năm", "học", "2020-2021"]


def test_of_a_final_year_that_is_open_it_is_read_that_it_is_both(tmp_path: Path) -> None:
    path = sample_database(tmp_path)
    store = Store(path)
    store.staff.add(Member(DIRECTOR, "Lê Thị Hoa", Role.DIRECTOR))
    finalise(store, next(iter(store.years.all())).report_id)
    store.close()
    with opened(tmp_path, COLUMNS, ROWS, path=path, user=DIRECTOR) as narrow:
        narrow.press("end", "enter")
        assert narrow.line("đang mở").split()[1:] == ["2020-2021", "100%", "đang", "mở", "đã", "chốt"]


def test_in_the_history_it_is_read_what_was_changed(narrow: Screens) -> None:
    """Of «Chép từ năm trước, chưa rà soát: Địa danh» the first words were left, and all looked alike."""
    narrow.colleague("figure/tre_khong_di_hoc", "7")
    narrow.press("ctrl+p")
    narrow.type("lich su")
    narrow.press("enter")
    assert narrow.lines[2].startswith("> ")
    assert [line.strip() for line in narrow.lines[3:5]] == ["Số trẻ không đi học được do khuyết", "tật"]


def test_what_the_log_adds_up_to_is_read_whole(narrow: Screens) -> None:
    narrow.press("f6")
    assert "1–7/7 · tổng 7 lớp, 750 lượt người" in narrow.text
