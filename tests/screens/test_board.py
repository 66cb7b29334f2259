"""Ban Giám đốc: a member is added, filled in, moved up, removed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from support.sample_database import first_year_database
from support.screens import Screens, opened

from tthtcd_tui.report.facts import BoardMember


@pytest.fixture
def board(screens: Screens) -> Screens:
    screens.press("2", "enter")
    screens.keys = 0
    return screens


def members(screens: Screens) -> Sequence[BoardMember]:
    return screens.store.snapshot(screens.year.report_id).facts.board


def test_a_part_a_member_with_every_field_and_what_can_be_done(board: Screens) -> None:
    assert board.lines[2:10] == [
        "   1 Giám đốc",
        ">    Chức danh tại trung tâm     Giám đốc                           Giám đốc",
        "     Họ và tên                   ·",
        "     Chức vụ và đơn vị công tác  Phó Chủ tịch UBND phường, phụ tr…  Phó Chủ tịc…",
        "     Điện thoại                  ·",
        "     Tập huấn                    ·",
        "     Ghi chú                     ·",
        "     Xóa thành viên này",
    ]
    assert board.message == ("1 Giám đốc · 2 Phó Giám đốc · 3 Giáo viên biệt phái · 4 Kế toán · 5 Thủ quỹ · 0 Bỏ chọn")


def test_pgdn_goes_from_member_to_member(board: Screens) -> None:
    uids = [member.uid for member in members(board)]
    seen = [board.at]
    for _ in range(2):
        board.press("pagedown")
        seen.append(board.at)
    assert seen == [f"board/{uid}/role" for uid in uids]
    board.press("pageup")
    assert board.at == seen[1]
    board.press("pageup", "pageup")
    assert board.at == seen[0]


def add(board: Screens) -> str:
    """Goes to «Thêm thành viên», adds one, and says where."""
    board.press("end", "pagedown", "pagedown", "pagedown", "up", "enter")
    return board.at.rpartition("/")[0]


def test_a_member_is_added_and_filled_in(board: Screens) -> None:
    before = len(members(board))
    place = add(board)
    assert [member.uid for member in members(board)][-1] == place.partition("/")[2]
    assert board.message.startswith("Còn thiếu. 1 Giám đốc")
    board.press("4", "enter")
    board.type("Kế toán UBND phường")
    board.press("enter")
    assert len(members(board)) == before + 1
    member = members(board)[-1]
    assert (member.role, member.duty) == ("accountant", "Kế toán UBND phường")
    assert "5/5" in board.lines[1]


def test_a_member_is_moved_up_and_the_cursor_goes_along(board: Screens) -> None:
    first, second, third = (member.uid for member in members(board))
    board.press("pagedown", "pagedown", *["down"] * 6)
    assert board.cursor_line == ">    Chuyển lên trên"
    board.press("enter")
    assert [member.uid for member in members(board)] == [first, third, second]
    assert board.at == f"board/{third}/role"
    board.press("ctrl+z")
    assert [member.uid for member in members(board)] == [first, second, third], "one move is one undo"


def test_a_member_is_removed_with_all_that_was_said_of_them_and_comes_back(board: Screens) -> None:
    first, *others = members(board)
    board.press(*["down"] * 6)
    assert board.cursor_line == ">    Xóa thành viên này"
    board.press("enter")
    assert list(members(board)) == [first, *others]
    assert board.message == "Xóa thành viên Giám đốc? [Không]  Có  (← → chọn, Enter)"
    board.press("enter")
    assert board.message == "Không xóa gì."
    board.press("enter")
    board.agree()
    assert list(members(board)) == others
    assert board.message == "Đã xóa thành viên Giám đốc. Ctrl+Z để lấy lại."
    board.press("ctrl+z")
    assert list(members(board)) == [first, *others]
    assert board.message == "Đã lấy lại thành viên Giám đốc."


def test_the_mark_of_a_member_carried_over_goes_with_them(board: Screens) -> None:
    board.press("escape", "end", "enter", "f4", "enter")
    board.press("2", *["down"] * 6)
    board.press("enter")
    year = next(year for year in board.store.years.all() if year.period.label == "2021-2022")
    facts = board.store.snapshot(year.report_id).facts
    marked = {place.parts[2] for place in facts.answers if place.parts[:2] == ("carried", "board")}
    assert marked == {member.uid for member in facts.board}


def test_f8_on_an_empty_board_leads_to_adding_and_says_why(board: Screens) -> None:
    for _ in members(board):
        board.press("pageup", "pageup", "pageup", *["down"] * 6, "enter")
        board.agree()
    assert not members(board)
    board.press("f8")
    assert board.cursor_line == ">    Thêm thành viên Ban Giám đốc"
    assert board.message == (
        "Còn thiếu: Thành viên Ban Giám đốc: chưa có ai. Thêm Giám đốc và các thành viên. Enter: Thêm thành viên Ban"
        " Giám đốc."
    )


TABLE = "Nguyễn Văn A\t0912 345 678\nTrần Thị B\t0913 456 789"


@pytest.mark.parametrize("is_bracketed", [True, False])
def test_a_table_pasted_into_a_cell_of_one_line_is_never_joined(board: Screens, is_bracketed: bool) -> None:
    before = board.changes
    board.press("down")
    (board.paste if is_bracketed else board.burst)(TABLE)
    assert board.message.startswith("Chưa dán gì: các cột của khối dán không hợp với các ô ở đây.")
    board.press("enter")
    assert board.changes == before


def test_a_list_of_word_is_no_table(board: Screens) -> None:
    board.press("down", "down")
    board.paste("•\tBí thư Đoàn\n•\tTrưởng ban")
    assert board.message == "Ô này chỉ ghi một dòng: đã nối 2 dòng làm một. Hãy xem lại rồi Enter."


def test_of_a_board_without_members_the_first_enter_does_what_is_said_of_it(tmp_path: Path) -> None:
    with opened(tmp_path, path=first_year_database(tmp_path)) as screens:
        screens.press("2")
        assert screens.message.endswith("Enter: Thêm thành viên Ban Giám đốc.")
        screens.press("enter")
        (member,) = members(screens)
        assert screens.at == f"board/{member.uid}/role"
        screens.type("1")
        assert members(screens)[0].role == "director"


def test_an_enter_behind_what_went_nowhere_adds_nobody(tmp_path: Path) -> None:
    with opened(tmp_path, path=first_year_database(tmp_path)) as screens:
        screens.press("2", "2", "6", "enter")
        assert not members(screens)
        assert screens.message.startswith("Chưa ghi “26”: ")
        screens.press("enter")
        assert len(members(screens)) == 1


def test_of_a_board_with_members_the_first_enter_goes_into_the_cell(screens: Screens) -> None:
    before = screens.changes
    screens.press("2")
    assert screens.message.startswith("Enter để vào ô. ")
    screens.press("enter")
    assert (screens.changes, screens.at.rpartition("/")[2]) == (before, "role")
    assert not screens.message.startswith("Enter để vào ô. ")


def test_lines_pasted_where_one_person_is_named_are_kept_apart_and_go_to_whom_they_name(screens: Screens) -> None:
    screens.press("2", "enter", "down")
    assert screens.at == "board/giam-doc/name"
    screens.paste("Lò Văn Sáng\nVi Thị Hoa\n")
    assert screens.stored("board/giam-doc/name") == ""
    assert screens.message.startswith("Chưa dán gì: ô này ghi tên một người, khối dán có 2 dòng. Hãy dán từng tên")
    screens.press("f8")
    assert "Lò Văn Sáng" in screens.text
    assert "Vi Thị Hoa" in screens.text
    screens.press("enter")
    screens.type("giam doc")
    screens.press("enter")
    assert "Lò Văn Sáng" in {member.name for member in members(screens)}


HEAD = "STT\tHọ và tên\tChức vụ trong trung tâm\tChức vụ, đơn vị công tác\tĐiện thoại\n"
DUTIES = ("Phó Chủ tịch UBND phường", "Hiệu trưởng trường tiểu học", "Chủ tịch Hội Nông dân")


def named(board: Screens) -> list[tuple[str, str, str]]:
    return [(member.role, member.name, member.duty) for member in members(board)]


def test_a_table_of_new_members_lands_behind_those_that_stand(board: Screens) -> None:
    before = named(board)
    board.paste(f"{HEAD}1\tTòng Thị A\tKế toán\t{DUTIES[0]}\t0912 345 678\n2\tCà Văn B\tThủ quỹ\t{DUTIES[1]}\t\n")
    assert board.message == "Đã dán 2 thành viên mới. Ctrl+Z để hoàn tác."
    assert named(board) == [
        *before,
        ("accountant", "Tòng Thị A", DUTIES[0]),
        ("treasurer", "Cà Văn B", DUTIES[1]),
    ]
    new = members(board)[-2].uid
    assert board.at == f"board/{new}/role"
    assert board.stored(f"board/{new}/phone") == "0912 345 678"
    board.press("ctrl+z")
    assert named(board) == before, "one undo"


def test_the_director_without_a_name_is_the_one_of_the_table_and_what_is_replaced_is_asked(board: Screens) -> None:
    before = named(board)
    board.paste(f"{HEAD}1\tLò Văn Sáng\tGiám đốc\t{DUTIES[2]}\t\n")
    assert board.message.startswith("Dán 1 thành viên đã có? Enter để nhận, Esc: không dán. Thay Chức vụ và đơn vị")
    assert named(board) == before
    board.press("enter")
    assert named(board) == [("director", "Lò Văn Sáng", DUTIES[2]), *before[1:]]
    assert board.message == "Đã dán 1 thành viên đã có. Đã thay 1 ô đã nhập. Ctrl+Z để hoàn tác."
    board.press("ctrl+z")
    assert named(board) == before


def test_a_member_of_this_name_is_mended_and_a_table_pasted_again_does_nothing(board: Screens) -> None:
    table = f"{HEAD}1\tÔng Lò Văn Sáng\tGiám đốc\t\t0912 345 678\n"
    board.press("down")
    board.type("Lò Văn Sáng")
    board.press("enter")
    count = len(members(board))
    board.paste(table)
    assert board.message == "Đã dán 1 thành viên đã có. Ctrl+Z để hoàn tác."
    assert (len(members(board)), members(board)[0].name) == (count, "Lò Văn Sáng")
    assert board.stored("board/giam-doc/phone") == "0912 345 678"
    changes = board.changes
    board.paste(table)
    assert board.message == "Chưa dán gì: các thành viên này đã có đủ như bảng dán."
    assert board.changes == changes


def test_a_table_pasted_where_a_member_was_just_added_begins_in_that_one(board: Screens) -> None:
    before = named(board)
    add(board)
    board.paste(f"{HEAD}1\tTòng Thị A\tGV biệt phái\t{DUTIES[0]}\t\n2\tCà Văn B\tThủ quỹ\t{DUTIES[1]}\t\n")
    assert board.message == "Đã dán 2 thành viên mới. Ctrl+Z để hoàn tác."
    new = [("seconded_teacher", "Tòng Thị A", DUTIES[0]), ("treasurer", "Cà Văn B", DUTIES[1])]
    assert named(board) == [*before, *new], "no empty member is left above them"
    board.press("ctrl+z")
    assert named(board) == [*before, ("", "", "")]


def test_a_member_being_typed_is_none_that_a_table_writes_over(board: Screens) -> None:
    before = named(board)
    add(board)
    board.press("down")
    board.type("Lò Văn Sáng")
    board.paste(f"{HEAD}1\tTòng Thị A\tKế toán\t{DUTIES[0]}\t\n")
    assert named(board) == [*before, ("", "Lò Văn Sáng", ""), ("accountant", "Tòng Thị A", DUTIES[0])]


def test_a_table_without_titles_is_shown_before_it_is_taken(board: Screens) -> None:
    before = named(board)
    board.paste(f"Tòng Thị A\tKế toán\t{DUTIES[0]}\nCà Văn B\tThủ quỹ\t{DUTIES[1]}\n")
    assert board.message == (
        "Dán 2 thành viên mới? Enter để nhận, Esc: không dán."
        " Các cột: Họ và tên, Chức danh tại trung tâm, Chức vụ và đơn vị công tác."
    )
    board.press("escape")
    assert named(board) == before
    board.press("ctrl+z")
    board.press("enter")
    assert len(named(board)) == len(before) + 2


def test_an_unknown_role_is_kept_and_its_member_is_placed_from_f8(board: Screens) -> None:
    before = named(board)
    board.paste(f"{HEAD}1\tTòng Thị A\tKế toán\t{DUTIES[0]}\t\n2\tHà Văn Bình\tỦy viên\t{DUTIES[2]}\t\n")
    assert board.message.startswith("Đã dán 1 thành viên mới. ")
    assert len(named(board)) == len(before) + 1
    board.press("f8")
    assert "“Ủy viên” không có trong biểu mẫu" in " ".join(board.text.split())
    board.press("enter")
    new = members(board)[-1]
    assert (new.role, new.name, new.duty) == ("", "Hà Văn Bình", DUTIES[2])
    assert board.at == f"board/{new.uid}/role"
    board.press("2")
    assert members(board)[-1].role == "deputy"
    board.press("f8")
    assert "DÒNG DÁN" not in board.text, "nothing is left to place"


def test_the_same_person_twice_is_stored_once_and_kept_once(board: Screens) -> None:
    before = named(board)
    board.paste(f"{HEAD}1\tTòng Thị A\tKế toán\t{DUTIES[0]}\t\n2\tTòng Thị A\tThủ quỹ\t{DUTIES[0]}\t\n")
    assert named(board) == [*before, ("accountant", "Tòng Thị A", DUTIES[0])]
    assert board.message.startswith("Đã dán 1 thành viên mới. Chưa dán dòng 2: cùng một người với dòng 1. F8")


def test_who_has_no_role_is_kept(board: Screens) -> None:
    before = board.changes
    board.paste("Họ và tên\tĐơn vị công tác\nTòng Thị A\tTrạm Y tế\n")
    assert board.message.startswith("Chưa dán gì. Dòng 1: còn thiếu chức danh tại trung tâm. F8")
    assert board.changes == before


def test_a_table_pasted_among_paragraphs_is_words(board: Screens) -> None:
    before = named(board)
    board.press("end", "pagedown", "pagedown", "pagedown")
    while not board.at.startswith("narrative/"):
        board.press("down")
    board.paste(f"{HEAD}1\tTòng Thị A\tKế toán\t{DUTIES[0]}\t\n2\tCà Văn B\tThủ quỹ\t{DUTIES[1]}\t\n")
    assert named(board) == before


def test_of_the_same_person_twice_the_second_is_placed_as_a_member_whose_name_is_asked(board: Screens) -> None:
    before = named(board)
    board.paste(f"{HEAD}1\tTòng Thị A\tKế toán\t{DUTIES[0]}\t\n2\tTòng Thị A\tThủ quỹ\t{DUTIES[1]}\t\n")
    board.press("f8")
    board.press("enter")
    assert named(board) == [*before, ("accountant", "Tòng Thị A", DUTIES[0]), ("treasurer", "", DUTIES[1])]
    assert board.at == f"board/{members(board)[-1].uid}/name"
    assert "cùng một người với dòng 1" in board.text
    board.type("Tòng Thị Anh")
    board.press("enter")
    assert members(board)[-1].name == "Tòng Thị Anh"
