"""A table of the board from a Word report: which column is which, which role is meant, what cannot be told."""

from __future__ import annotations

import pytest
from support.forms import shipped

from tthtcd_tui.imports.blocks.board import board_plan
from tthtcd_tui.imports.blocks.board_titles import column_named, is_name, is_rolelike
from tthtcd_tui.imports.blocks.records_plan import RecordsPlan

SANG = {"name": "Lò Văn Sáng", "role": "Giám đốc", "duty": "Phó Chủ tịch UBND xã"}
HOA = {"name": "Vi Thị Hoa", "role": "Phó Giám đốc", "duty": "Hiệu trưởng trường tiểu học"}


def plan_of(text: str) -> RecordsPlan:
    plan = board_plan(shipped(), text)
    assert plan is not None
    return plan.as_pasted()


def texts(plan: RecordsPlan) -> list[dict[str, str]]:
    return [dict(row.texts) for row in plan.rows]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("STT", "tt"),
        ("Họ và tên", "name"),
        ("Họ tên cán bộ", "name"),
        ("Chức vụ trong trung tâm", "role"),
        ("Chức danh tại TTHTCĐ", "role"),
        ("Nhiệm vụ trong Ban quản lý", "role"),
        ("Chức vụ", "post"),
        ("Chức vụ, đơn vị công tác", "post"),
        ("Đơn vị công tác", "unit"),
        ("Nhiệm vụ", "task"),
        ("Số điện thoại", "phone"),
        ("SĐT", "phone"),
        ("Ghi chú", "note"),
        ("Năm sinh", ""),
    ],
)
def test_what_a_heading_says(title: str, kind: str) -> None:
    assert column_named(title, {}) == kind


def test_roles_and_names_are_told_from_posts() -> None:
    assert all(map(is_rolelike, ["Giám đốc", "Ủy viên", "Uỷ viên", "Thư ký", "PGĐ", "P. Giám đốc", "Thủ quỹ"]))
    assert not any(map(is_rolelike, ["Giám đốc HTX Na Sản", "Chủ tịch Hội Nông dân", "Kế toán UBND xã"]))
    assert is_name("Ông Lò Văn Sáng")
    assert not any(map(is_name, ["Phó Chủ tịch", "Giám Đốc", "Họ và tên", "Sáng"]))


def test_columns_are_told_by_their_titles() -> None:
    plan = plan_of(
        "STT\tHọ và tên\tChức vụ trong trung tâm\tChức vụ, đơn vị công tác\tĐiện thoại\n"
        "1\tLò Văn Sáng\tGiám đốc\tPhó Chủ tịch UBND xã\t0912 345 678\n"
        "2\tVi Thị Hoa\tPhó giám đốc TTHTCĐ\tHiệu trưởng trường tiểu học\t-\n"
        "\tTổng cộng: 2 người\t\t\t\n"
    )
    assert texts(plan) == [{**SANG, "phone": "0912 345 678"}, HOA]
    assert not plan.is_guessed
    assert plan.notes == ("Bỏ qua dòng “Tổng cộng: 2 người”: là dòng tổng.",)


def test_without_titles_columns_are_told_by_what_they_hold_and_shown_first() -> None:
    plan = plan_of(
        "1\tLò Văn Sáng\tPhó Chủ tịch UBND xã\tGiám đốc\t0912345678\n"
        "2\tVi Thị Hoa\tHiệu trưởng trường tiểu học\tPhó Giám đốc\t0912.345.679\n"
    )
    assert texts(plan) == [{**SANG, "phone": "0912345678"}, {**HOA, "phone": "0912.345.679"}]
    assert plan.is_guessed
    assert plan.columns == ("tt", "name", "duty", "role", "phone")


@pytest.mark.parametrize(
    "text",
    [
        "Lò Văn Sáng\t0912 345 678\nVi Thị Hoa\t0913 456 789\n",
        "Lò Văn Sáng\tGiám đốc\tPhó Chủ tịch\tUBND xã\nVi Thị Hoa\tKế toán\tCông chức\tUBND xã\n",
        "Họ và tên\tLò Văn Sáng\nĐiện thoại\t0912 345 678\n",
        "Lò Văn Sáng\nVi Thị Hoa\n",
    ],
    ids=["no role", "two columns that may be the post", "a member's own labels", "names alone"],
)
def test_what_cannot_be_told_by_its_cells_is_no_table_of_members(text: str) -> None:
    assert board_plan(shipped(), text) is None


def test_columns_the_form_does_not_ask_for_are_passed_over_and_told() -> None:
    plan = plan_of(
        "TT\tHọ và tên\tNăm sinh\tChức vụ\tĐơn vị công tác\tChức danh tại trung tâm\tNhiệm vụ\n"
        "1\tLò Văn Sáng\t1970\tPhó Chủ tịch\tUBND xã\tGiám đốc\tPhụ trách chung\n"
    )
    assert texts(plan) == [{**SANG, "duty": "Phó Chủ tịch, UBND xã"}]
    assert plan.notes == ("Bỏ qua cột “Năm sinh”, “Nhiệm vụ”.",)


def test_a_column_of_tasks_that_holds_roles_is_theirs() -> None:
    plan = plan_of("Họ và tên\tChức vụ\tNhiệm vụ\nLò Văn Sáng\tPhó Chủ tịch UBND xã\tGiám đốc\n")
    assert texts(plan) == [SANG]


def test_a_post_and_a_role_in_one_cell_are_parted() -> None:
    plan = plan_of("Họ và tên\tChức vụ\nLò Văn Sáng\tPhó Chủ tịch UBND xã, Giám đốc TTHTCĐ\nHà A\tGiáo viên\n")
    assert texts(plan) == [SANG, {"name": "Hà A", "duty": "Giáo viên"}]


def test_titles_on_two_lines() -> None:
    plan = plan_of(
        "TT\tHọ và tên\tChức vụ\t\n\t\tChính quyền\tTrung tâm\n1\tLò Văn Sáng\tPhó Chủ tịch UBND xã\tGiám đốc\n"
    )
    assert (texts(plan), plan.rows[0].line) == ([SANG], 1)


def test_a_role_in_a_merged_cell_is_that_of_the_line_above_and_asked() -> None:
    plan = plan_of(
        "Họ và tên\tChức danh\tĐơn vị công tác\n"
        "Lò Văn Sáng\tGiám đốc\tUBND xã\nVi Thị Hoa\tPhó Giám đốc\tTrường TH\nHà Văn Bình\t\tHội Nông dân\n"
    )
    assert texts(plan)[2] == {"name": "Hà Văn Bình", "role": "Phó Giám đốc", "duty": "Hội Nông dân"}
    assert plan.is_guessed
    assert plan.notes == ("Dòng 3 để trống ô chức danh: lấy theo dòng trên.",)


def test_there_is_one_director_whose_cell_is_not_merged() -> None:
    plan = plan_of("Họ và tên\tChức danh\tĐơn vị\nLò Văn Sáng\tGiám đốc\tUBND xã\nHà Văn Bình\t\tHội Nông dân\n")
    assert texts(plan)[1] == {"name": "Hà Văn Bình", "duty": "Hội Nông dân"}
    assert not plan.is_guessed


@pytest.mark.parametrize("role", ["Ủy viên", "Kế toán kiêm thủ quỹ", "Thư ký"])
def test_a_role_the_form_does_not_have_is_kept_with_its_reason(role: str) -> None:
    plan = plan_of(f"Họ và tên\tChức danh\tĐơn vị\nLò Văn Sáng\tGiám đốc\tUBND xã\nHà Văn Bình\t{role}\tHội Nông dân\n")
    (row,) = plan.doubtful
    assert row.line == 2
    assert row.wrong == ("role",)
    assert row.texts == {"name": "Hà Văn Bình", "role": role, "duty": "Hội Nông dân"}
    assert row.doubt.startswith(f"Chức danh tại trung tâm: “{role}” không có trong biểu mẫu (có: Giám đốc, ")


def test_a_role_said_with_more_words_is_stored_as_the_form_has_it_and_told() -> None:
    plan = plan_of("Họ và tên\tChức danh\nVi Thị Hoa\tPhó giám đốc thường trực\n")
    assert texts(plan) == [{"name": "Vi Thị Hoa", "role": "Phó Giám đốc"}]
    assert plan.notes == ("“Phó giám đốc thường trực” ghi là Phó Giám đốc.",)


def test_two_names_in_one_cell_are_nobody() -> None:
    plan = plan_of("Họ và tên\tChức danh\nVi Thị Hoa, Hà Văn Bình\tPhó Giám đốc\n")
    assert not plan.rows
    assert plan.doubtful[0].doubt == "Họ và tên: “Vi Thị Hoa, Hà Văn Bình” không phải tên một người"
