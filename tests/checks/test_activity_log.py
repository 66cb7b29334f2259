"""The activity log, day by day."""

from __future__ import annotations

from datetime import date

import pytest
from support.check_facts import found, held, logged, told

from tthtcd_tui.forms.answer import UNANSWERED

IN_PERIOD = [date(2020, 9, 1), date(2021, 6, 5)]


@pytest.mark.parametrize("day", [date(2020, 8, 31), date(2021, 9, 1), date(2031, 3, 5), date(2012, 3, 5)])
def test_a_day_outside_the_period(day: date) -> None:
    [finding] = found(logged(held("a", day)), "held_outside")
    assert finding.place == "activity/a/date"
    assert finding.message.endswith(
        "ngày này không thuộc năm học 2020-2021 (01/9/2020 - 31/8/2021). Sửa ngày, xóa hoạt động, hoặc ghi lý do."
    )


@pytest.mark.parametrize("day", IN_PERIOD)
def test_a_day_of_the_period(day: date) -> None:
    assert found(logged(held("a", day)), "held_outside") == found(logged(held("a", day)), "held_after_issue") == []


def test_a_day_after_the_report_was_issued() -> None:
    context = logged(held("a", date(2021, 6, 6)), held("b", date(2021, 9, 1)))
    assert [finding.place for finding in found(context, "held_after_issue")] == ["activity/a/date"]


def test_a_report_without_a_date_or_with_one_that_cannot_be_says_nothing_of_it() -> None:
    for issued in (UNANSWERED, date(2012, 6, 5)):
        assert found(logged(held("a", date(2021, 7, 7)), answers={"report/date": issued}), "held_after_issue") == []


@pytest.mark.parametrize(
    "other",
    [
        held("b"),
        held("b", title="TRỒNG RAU AN TOÀN."),
        held("b", title="trồng  rau  an toàn"),
        held("b", title="Trong rau an toan"),
        held("b", participations=45),
        held("b", place="Nhà văn hóa"),
        held("b", title="Trồng rau an toànn"),
    ],
)
def test_the_same_again(other: object) -> None:
    [finding] = found(logged(held("a"), other), "held_twice")  # type: ignore[arg-type]
    assert finding.place == "activity/b"
    assert "cùng ngày. Xóa một dòng, hoặc ghi lý do." in finding.message


@pytest.mark.parametrize(
    "other",
    [
        held("b", date(2021, 3, 6)),
        held("b", category="suc_khoe"),
        held("b", title="Nuôi gà thả vườn"),
        held("b", title="Trồng rau an toàn, lớp 2"),
    ],
)
def test_another_day_another_kind_another_title(other: object) -> None:
    assert found(logged(held("a"), other), "held_twice") == []  # type: ignore[arg-type]


def test_the_same_lesson_at_two_places_or_with_two_partners() -> None:
    here, there = held("a", place="Khu 1", partner="Hội Phụ nữ"), held("b", place="Khu 2", partner="Hội Phụ nữ")
    assert found(logged(here, there), "held_twice") == []
    assert found(logged(here, held("b", place="Khu 1", partner="Hội Nông dân")), "held_twice") == []
    assert found(logged(here, held("b", place="Khu 1", participations=38)), "held_twice") == []


def test_of_a_day_with_very_many_only_the_same_titles_are_held_against_each_other() -> None:
    many = [held(f"a{n:03}", title=f"Lớp {n}") for n in range(200)]
    assert [finding.place for finding in found(logged(*many, held("b", title="lớp 7")), "held_twice")] == ["activity/b"]


@pytest.mark.parametrize(
    ("classes", "people", "words"),
    [
        (45, 1, "45 lớp mà chỉ 1 lượt người. Có thể hai cột bị đảo: sửa lại. Nếu đúng thì ghi lý do."),
        (1, 4500, "4.500 lượt người trong 1 lớp là quá đông. Có thể thừa chữ số. Nếu đúng thì ghi lý do."),
    ],
)
def test_numbers_that_do_not_go_together(classes: int, people: int, words: str) -> None:
    [finding] = found(logged(held("a", classes=classes, participations=people)), "class_too_large")
    assert told([finding])[0][1].endswith(words)


@pytest.mark.parametrize(("classes", "people"), [(1, 1), (1, 1200), (None, 5000), (5, None), (0, 3)])
def test_numbers_that_may_be(classes: int | None, people: int | None) -> None:
    assert found(logged(held("a", classes=classes, participations=people)), "class_too_large") == []


@pytest.mark.parametrize("title", ["1", "5/3", "2020-2021", "…"])
def test_a_name_without_a_letter(title: str) -> None:
    [finding] = found(logged(held("a", title=title)), "named_by_number")
    assert finding.place == "activity/a/title"
    assert finding.message.startswith(f"Hoạt động “{title}” ngày 05/3/2021: tên không có chữ nào.")


@pytest.mark.parametrize("title", ["Trồng rau", "Lớp 2", "20/11: hội thi", "Đ"])
def test_a_name_with_one(title: str) -> None:
    assert found(logged(held("a", title=title)), "named_by_number") == []


def test_a_title_still_to_be_filled_in_and_a_class_not_counted_are_told() -> None:
    context = logged(held("a", title="Trồng rau cho cho nông dân"), held("b", title="Trồng rau"), held("c", classes=0))
    assert [finding.place for finding in found(context, "title_unfinished")] == ["activity/a/title"]
    assert [finding.place for finding in found(context, "uncounted_class")] == ["activity/c/classes"]


def test_a_placeholder_in_a_title_is_told() -> None:
    (finding,) = found(logged(held("a", title="Lớp xxx"), held("b", title="Lớp nuôi ong")), "placeholder_in_log")
    assert finding.place == "activity/a/title"
    assert "còn chữ giữ chỗ “xxx”" in finding.message
