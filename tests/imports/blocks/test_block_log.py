"""A block pasted into the log: its rows as activities."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text
from support.forms import other, shipped

from tthtcd_tui.errors import UnusableCharacter
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.imports.blocks.log import log_plan
from tthtcd_tui.imports.blocks.plan import LogPlan
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.text.periods import Period

FORM = shipped()
YEAR = Period.school_year(2022)
SEWING = {
    "date": "5/3/2023",
    "category": "Học nghề ngắn hạn",
    "title": "Lớp may tại thôn Đồi Chè",
    "classes": "1",
    "participations": "32",
}
HEALTH = {
    "date": "12/4/2023",
    "category": "Giáo dục sức khỏe",
    "title": "Phòng bệnh mùa hè",
    "classes": "1",
    "participations": "58",
}
BOTH = [SEWING, HEALTH]
TITLES = {
    "date": "Ngày",
    "category": "Loại",
    "title": "Tên hoạt động",
    "classes": "Số lớp",
    "participations": "Lượt người",
}


def plan(*lines: str) -> LogPlan:
    return log_plan(FORM, YEAR, "\r\n".join(lines) + "\r\n")


def rows(plan: LogPlan) -> list[dict[str, str]]:
    return [dict(row.fields) for row in plan.rows]


CASES = json.loads((Path(__file__).parents[2] / "data" / "pastes" / "log.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_logs_that_clerks_pasted(case: dict[str, Any]) -> None:
    """Each row is the activity that was meant, or is left out and told why."""
    found = log_plan(FORM, YEAR, case["text"])
    meant = [{key: value for key, value in row.items() if key != "optional"} for row in case["activities"]]
    assert all(row in meant for row in rows(found))
    left = len([row for row in case["activities"] if not row.get("optional")]) - len(found.rows)
    assert not left or (case.get("may_refuse") and len(found.doubtful) >= left)
    if case.get("tell"):
        assert found.doubtful or found.notes
    if not left:
        assert found.is_sure


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [f"5/3\tHọc nghề\t{SEWING['title']}\t1\t32", f"12-4\tGDSK\t{HEALTH['title']}\t1\t58"],
            id="days without year",
        ),
        pytest.param(
            [
                f"ngày 5 tháng 3 năm 2023\tHọc nghề ngắn hạn\t{SEWING['title']}\t1 lớp\t32 người",
                f"2023-04-12 00:00:00\tSức khoẻ\t{HEALTH['title']}\t01\t58",
            ],
            id="other spellings",
        ),
        pytest.param(
            [
                f"{SEWING['title']}\tHọc nghề ngắn hạn\t1\t32\t5/3/2023",
                f"{HEALTH['title']}\tGiáo dục sức khỏe\t1\t58\t12/4/2023",
            ],
            id="the day last",
        ),
        pytest.param(
            [
                "Thời gian;Lĩnh vực;Tên chuyên đề;Số lớp;Số người tham gia",
                f"5/3/2023;Học nghề ngắn hạn;{SEWING['title']};1;32",
                f"12/4/2023;GD sức khỏe;{HEALTH['title']};1;58",
            ],
            id="other words, semicolons",
        ),
        pytest.param(
            [
                "SỔ NHẬT KÝ",
                "TT\tNgày\tNội dung\tLoại\tSố lớp\tLượt",
                "(1)\t(2)\t(3)\t(4)\t(5)\t(6)",
                "Tháng 3/2023\t\t\t\t\t",
                f"1\t5/3/2023\t{SEWING['title']}\t2\t1\t32",
                "Tháng 4/2023\t\t\t\t\t",
                f"2\t12/4/2023\t{HEALTH['title']}\tb\t1\t58",
            ],
            id="months between, markers",
        ),
        pytest.param(
            [
                f"5/3/2023\t2\t{SEWING['title']}\t1\t32".replace("\t2\t", "\tHọc nghề ngắn hạn\t"),
                "12/4/2023\t3b\tPhòng bệnh mùa hè\t1\t58".replace("3b", "3.b GDSK"),
            ],
            id="a marker before its label",
        ),
        pytest.param(
            [
                "| Ngày | Loại | Tên | Lớp | Lượt |",
                "|---|---|---|---|---|",
                f"| 5/3/2023 | Học nghề ngắn hạn | {SEWING['title']} | 1 | 32 |",
                f"| 12/4/2023 | Giáo dục sức khỏe | {HEALTH['title']} | 1 | 58 |",
            ],
            id="bars",
        ),
        pytest.param(
            [
                "5/3/2023\tHọc nghề ngắn hạn\tLớp may",
                "tại thôn Đồi Chè\t1\t32",
                f"12/4/2023\tGiáo dục sức khỏe\t{HEALTH['title']}\t1\t58",
            ],
            id="a cell of two lines",
        ),
    ],
)
def test_rows_are_read_whatever_their_columns(lines: list[str]) -> None:
    found = plan(*lines)
    assert rows(found) == BOTH
    assert not found.doubtful
    assert found.is_sure


def test_headings_between_the_rows_name_their_kind_where_no_column_does() -> None:
    found = plan(
        "Ngày\tNội dung\tSố lớp\tLượt",
        "I. Học nghề ngắn hạn\t\t\t",
        f"5/3/2023\t{SEWING['title']}\t1\t32",
        "II. Giáo dục sức khỏe\t\t\t",
        f"12/4/2023\t{HEALTH['title']}\t1\t58",
    )
    assert rows(found) == BOTH
    assert not found.is_sure


def test_the_kinds_between_the_rows_may_be_lettered_in_a_cell_of_their_own() -> None:
    found = plan(
        "TT\tNgày\tNội dung\tSố lớp\tLượt",
        "A\tHọc nghề ngắn hạn\t\t\t",
        f"1\t5/3/2023\t{SEWING['title']}\t1\t32",
        "B\tGiáo dục sức khỏe\t\t\t",
        f"1\t12/4/2023\t{HEALTH['title']}\t1\t58",
    )
    assert rows(found) == BOTH
    assert not found.doubtful


def test_the_sums_are_compared_and_said() -> None:
    lines = [f"5/3/2023\tHọc nghề ngắn hạn\t{SEWING['title']}\t1\t32"]
    assert plan(*lines, "Cộng\t\t\t1\t32").stored == (
        "Đã dán 1 hoạt động; TỔNG khớp 1 / 32. Bỏ qua dòng “Cộng · 1 · 32”: chương trình tự cộng."
    )
    assert "TỔNG trong bảng dán 90, cộng được 32" in plan(*lines, "Tổng cộng\t\t\t1\t90").stored


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("31/2/2023\tHọc nghề\tLớp A\t1\t32", "Ngày: Tháng 2 năm 2023 không có ngày 31"),
        ("3/25/2023\tHọc nghề\tLớp A\t1\t32", "Nếu là ngày 25 tháng 3, hãy gõ 25/3/2023"),
        ("5-7/3/2023\tHọc nghề\tLớp A\t1\t32", "có nhiều ngày, ô này nhận một ngày"),
        ("8h00 5/3/2023\tHọc nghề\tLớp A\t1\t32", "có cả giờ"),
        ("\tHọc nghề\tLớp A\t1\t32", "Ngày: còn thiếu ngày"),
        ("5/3/2023\tTin học\tLớp A\t1\t32", "Loại: “Tin học” không rõ là loại nào"),
        ("5/3/2023\t\tLớp A\t1\t32", "Loại: còn thiếu loại"),
        ("5/3/2023\tHọc nghề\t\t1\t32", "Tên hoạt động: còn thiếu tên hoạt động"),
        ("5/3/2023\tHọc nghề\tLớp A\t1\t40,000", "“40,000” có thể là 40.000 hoặc 40"),
        ("5/3/2022\tHọc nghề\tLớp A\t1\t32", "ngày 5/3/2022 ngoài kỳ báo cáo (năm học 2022-2023)"),
    ],
)
def test_a_row_that_is_not_sure_is_told_and_the_others_stand(line: str, reason: str) -> None:
    sure = [f"12/4/2023\tGiáo dục sức khỏe\t{HEALTH['title']}\t1\t58"] * 3
    found = plan(*sure, line)
    assert rows(found) == [HEALTH] * 3
    [row] = found.doubtful
    assert reason in row.doubt
    assert row.line == 4
    assert f"dòng 4: {row.doubt}"[:60] in found.stored
    assert row.is_complete == ("ngoài kỳ" in reason)


def test_days_of_a_column_that_is_month_first_are_asked_where_both_readings_are_of_the_year() -> None:
    rest = "Học nghề ngắn hạn\tLớp A\t1\t32"
    found = plan(f"12/25/2022\t{rest}", f"12/9/2022\t{rest}", f"5/5/2023\t{rest}", f"12/4/2023\t{rest}")
    assert [row["date"] for row in rows(found)] == ["5/5/2023", "12/4/2023"], "4/12/2023 would be of another year"
    assert "“12/9/2022” có thể là 9/12/2022: cùng cột có “12/25/2022”" in found.doubtful[1].doubt
    again = plan(f"12/25/2022\t{rest}", *[f"12/9/2022\t{rest}"] * 3)
    assert len(again.doubtful) == 4, "and asked each time that they are said"
    mixed = plan(f"12/25/2022\t{rest}", f"12/9/2022\t{rest}", f"25/9/2022\t{rest}")
    assert [row["date"] for row in rows(mixed)] == ["12/9/2022", "25/9/2022"], "one slip among days"


def test_days_without_a_year_are_not_taken_from_a_block_of_another_year() -> None:
    lines = ["Năm học 2021-2022", "14/9\tHọc nghề ngắn hạn\tLớp A\t1\t32", "5/3/2023\tHọc nghề\tLớp B\t1\t32"]
    found = plan(*lines)
    assert [row["date"] for row in rows(found)] == ["5/3/2023"]
    assert "“14/9” chưa có năm, mà bảng dán ghi “Năm học 2021-2022”" in found.stored
    assert len(rows(plan("Năm học 2022-2023", *lines[1:]))) == 2


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["14/9/2022\t20/9/2022\tHọc nghề\tLớp A\t1\t28"], "có 2 cột ngày, chưa rõ cột nào là ngày của hoạt động"),
        (["14/9/2022\tHọc nghề ngắn hạn - Lớp A\t1\t28"], "còn thiếu tên hoạt động"),  # 1 is no name
        (["5/3/2023\tHọc nghề ngắn hạn\tLớp may\t32"], "cột 4 chưa rõ là số gì; hãy dán cả dòng tiêu đề"),
        (["5/3/2023\tHọc nghề ngắn hạn\tLớp may\t32\t1"], "cột số đầu lớn hơn cột sau"),
        (["Một đoạn văn."], "Không nhận ra hoạt động nào trong phần vừa dán."),
        (["TT\tNội dung\tSố lớp\tLượt", "1\tHọc nghề ngắn hạn\t3\t92"], "Ngày: còn thiếu ngày"),
    ],
)
def test_what_cannot_be_told_is_not_guessed(lines: list[str], reason: str) -> None:
    found = plan(*lines)
    assert not found.rows
    assert reason in found.stored


def test_more_words_than_a_title_are_taken_in_order_and_shown_first() -> None:
    found = plan("5/3/2023\tHọc nghề ngắn hạn\tLớp may\t1\t32\tNhà văn hóa\tHội Phụ nữ")
    assert rows(found) == [
        {**SEWING, "title": "Lớp may", "place": "Nhà văn hóa", "partner": "Hội Phụ nữ"},
    ]
    assert not found.is_sure
    named = plan(
        "Ngày\tTên\tLoại\tNơi học\tPhối hợp\tKinh phí", "5/3/2023\tLớp may\tHọc nghề\tNhà văn hóa\tHội Phụ nữ\t500.000"
    )
    assert named.is_sure
    assert named.notes == ("Bỏ qua cột “Kinh phí”.",)
    assert rows(named)[0]["place"] == "Nhà văn hóa"


@given(st.permutations(list(TITLES)), st.permutations(BOTH), st.booleans())
def test_columns_with_headings_may_stand_in_any_order(
    keys: list[str], activities: list[dict[str, str]], numbered: bool
) -> None:
    lines = ["\t".join([*(["TT"] if numbered else []), *(TITLES[key] for key in keys)])]
    for number, activity in enumerate(activities, 1):
        lines.append("\t".join([*([str(number)] if numbered else []), *(activity[key] for key in keys)]))
    found = plan(*lines)
    assert rows(found) == activities
    assert found.is_sure


@given(
    any_text
    | st.lists(any_text | st.sampled_from(["5/3/2023", "\t", "\n", "Học nghề", "1", "Cộng", "Ngày"]), max_size=14).map(
        "".join
    )
)
def test_whatever_is_pasted_each_field_takes_what_it_is_given(raw: str) -> None:
    for form in (FORM, other()):
        try:
            found = log_plan(form, YEAR, raw)
        except UnusableCharacter:
            return
        fields = form.records[PlaceKind.ACTIVITY]
        for row in found.rows:
            assert {"date", "category", "title"} <= set(row.fields)
            assert not [key for key, text in row.fields.items() if isinstance(read(fields[key], text), Problem)]
        assert all(row.doubt for row in found.doubtful)
        assert found.stored.isprintable()


def test_the_kind_chosen_is_offered_only_for_a_block_that_names_none() -> None:
    bare = "Ngày\tTên hoạt động\tSố lớp\tLượt người\r\n5/3/2023\tMay\t1\t32\r\nTháng 4\r\n12/4/2023\tThêu\t1\t58\r\n"
    found = log_plan(FORM, YEAR, bare, "hoc_nghe")
    assert [row.fields["category"] for row in found.rows] == ["Học nghề ngắn hạn"] * 2
    assert found.is_guessed
    assert found.offer == "2 hoạt động, loại “Học nghề ngắn hạn”"
    headed = bare.replace("Tháng 4", "Giáo dục sức khỏe")
    found = log_plan(FORM, YEAR, headed, "hoc_nghe")
    assert [row.fields["category"] for row in found.rows] == ["Giáo dục sức khỏe"]
    assert (len(found.doubtful), found.category) == (1, "")


@pytest.mark.parametrize(
    "titles", ["Số lớp\tĐăng ký\tTham gia", "Số lớp\tMời\tThực tế tham gia", "Số lớp\tNữ\tTổng số"]
)
def test_of_those_who_put_their_names_down_and_those_who_came_these_count(titles: str) -> None:
    found = plan(f"Ngày\tLoại\tTên hoạt động\t{titles}", "5/3/2023\tHọc nghề\tLớp nuôi ong\t1\t40\t30")
    assert [row["participations"] for row in rows(found)] == ["30"]
    assert found.notes


@pytest.mark.parametrize(
    ("titles", "cells", "why"),
    [
        ("Số lớp\tLượt người (nghìn)", "1\t1,5", "“Lượt người (nghìn)” không đếm từng người"),
        ("Số lớp\tLượt người, nghìn", "1\t2", "không đếm từng người"),
        ("Số lớp\tĐăng ký", "1\t40", "chưa rõ cột “Đăng ký”"),
        ("Số lớp\tKế hoạch\tThực hiện", "1\t40\t30", "chưa rõ cột “Thực hiện”"),
        ("Số lớp\tSĩ số", "1\t40", "chưa rõ cột “Sĩ số”"),
        ("Số lớp\tNam\tNữ", "1\t10\t30", "“Nam” chỉ là một phần"),
        ("Số lớp\tHọc viên\tLượt người", "1\t30\t60", "chưa rõ cột “Học viên”"),
    ],
)
def test_people_that_a_heading_does_not_tell_are_not_lost_in_silence(titles: str, cells: str, why: str) -> None:
    found = plan(f"Ngày\tLoại\tTên hoạt động\t{titles}", f"5/3/2023\tHọc nghề\tLớp nuôi ong\t{cells}")
    assert not found.rows
    assert [why in row.doubt for row in found.doubtful] == [True]


@pytest.mark.parametrize("title", ["Số giờ", "Kinh phí (triệu đồng)", "Ghi chú số"])
def test_what_is_no_count_of_people_is_passed_over_beside_them(title: str) -> None:
    found = plan(f"Ngày\tLoại\tTên hoạt động\tSố lớp\tLượt người\t{title}", "5/3/2023\tHọc nghề\tLớp\t1\t30\t5")
    assert [row["participations"] for row in rows(found)] == ["30"]


def test_a_line_over_the_table_may_say_that_it_counts_by_thousands() -> None:
    found = plan("Đơn vị tính: nghìn lượt", "\t".join(TITLES.values()), "5/3/2023\tHọc nghề\tLớp nuôi ong\t1\t2")
    assert not found.rows
    assert "“Đơn vị tính: nghìn lượt” không đếm từng người" in found.doubtful[0].doubt


HEAD = "Ngày\tLoại\tTên hoạt động\tSố lớp\tLượt người"
ROW = "5/3/2023\tHọc nghề ngắn hạn\tLớp may\t1\t32"


def test_a_kind_named_by_some_of_its_words_is_told() -> None:
    found = plan(HEAD, ROW, "6/3/2023\tXã hội\tThăm hộ nghèo\t1\t30")
    assert [row.fields["category"] for row in found.rows] == ["Học nghề ngắn hạn", "Văn hóa xã hội"]
    assert found.notes == ("Hiểu “Xã hội” là “Văn hóa xã hội”: hãy xem lại.",)


@pytest.mark.parametrize("kind", ["Pháp luật", "a", "CLB", "Giáo dục sức khỏe"])
def test_a_kind_named_whole_or_by_its_marker_or_short_is_not(kind: str) -> None:
    assert plan(HEAD, f"6/3/2023\t{kind}\tThăm hộ nghèo\t1\t30").notes == ()


def test_lines_between_and_below_the_rows_are_told_but_for_headings() -> None:
    found = plan(HEAD, "Tháng 3/2023", ROW, "Quý II năm 2023", "Thôn Cọ", "Ghi chú: số liệu đến 31/5")
    assert len(found.rows) == 1
    assert found.notes == ("Bỏ qua dòng “Thôn Cọ”, “Ghi chú: số liệu đến 31…”.",)
    assert [line.text for line in found.asides] == ["Thôn Cọ", "Ghi chú: số liệu đến 31/5"]


@pytest.mark.parametrize("day", ["CN, 5/3/2023", "Chủ nhật 5/3", "T2-6/3/2023", "Thứ hai, ngày 6/3/2023"])
def test_a_day_may_stand_behind_its_weekday(day: str) -> None:
    assert len(plan(HEAD, ROW.replace("5/3/2023", day)).rows) == 1


def test_a_day_that_is_another_weekday_is_not_sure() -> None:
    (row,) = plan(HEAD, ROW.replace("5/3/2023", "Thứ tư, 5/3/2023")).doubtful
    assert row.doubt == "“Thứ tư, 5/3/2023”: ngày 5/3/2023 là Chủ nhật; hãy xem lại ngày"
