"""Activities that are there already: titles are held against each other as search does, all else to the letter."""

from __future__ import annotations

from datetime import date

from tthtcd_tui.report.activity import Activity
from tthtcd_tui.tasks.session.doubles import doubles

LAND = Activity("a", date(2020, 10, 5), "Luật Đất đai", "phap_luat", 2, 45, "Nhà văn hóa")


def test_what_the_log_has_however_it_is_spelt() -> None:
    found = [LAND._replace(uid="b", title="luật  đất ĐAI", place="Bản Mẫu"), LAND._replace(title="Luật Trẻ em")]
    assert doubles([LAND], found) == {0: "đã có trong nhật ký"}


def test_what_the_file_says_twice_is_told_of_all_but_the_first() -> None:
    found = [LAND, LAND._replace(participations=46), LAND, None, LAND._replace(title="Luat dat dai")]
    said = "trùng với một dòng khác của tệp"
    assert doubles([], found) == {2: said, 4: said}


def test_nothing_is_like_nothing() -> None:
    assert doubles([LAND], []) == {}
    assert doubles([LAND], [None, None]) == {}


def test_titles_that_end_in_numbers_are_held_against_each_other_by_them_first() -> None:
    lessons = [LAND._replace(title=f"Lớp xóa mù chữ buổi {number}") for number in (1, 2, 3, 2)]
    assert doubles([], lessons) == {3: "trùng với một dòng khác của tệp"}
    assert doubles([LAND._replace(title="LỚP XOÁ MÙ CHỮ BUỔI 3")], lessons[:3]) == {2: "đã có trong nhật ký"}


def test_a_number_written_otherwise_is_the_same_number() -> None:
    first, second = (LAND._replace(title=title) for title in ("Buổi 12", "Buổi １２"))
    assert doubles([], [first, second]) == {1: "trùng với một dòng khác của tệp"}
    assert doubles([second], [first]) == {0: "đã có trong nhật ký"}
