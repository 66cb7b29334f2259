"""What must be filled in: required places only, a row or an item counted as one."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from support.examples import at_most
from support.forms import changed, other, shipped
from support.strategies import facts
from support.years import HEAD, RESULT_ANSWERS, year

from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.completeness import Progress, Requirement, progress
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import requirements
from tthtcd_tui.text.dates import parse_date

FORM = shipped()


def one(found: Facts, label: str) -> Requirement:
    [requirement] = [wanted for wanted in requirements(FORM, found) if wanted.label == label]
    return requirement


def test_an_empty_year_requires_82_things() -> None:
    wanted = requirements(FORM, year(FORM))
    assert Counter(requirement.section for requirement in wanted) == {
        "": 10,  # issuer, locality, symbol, place, date, addressees, opening, closing, position, signer
        "dia_phuong": 24,  # 23 figures and the text
        "ban_giam_doc": 2,  # the board and the text
        "van_ban": 5, "ke_hoach": 7, "nguon_luc": 3, "cong_tac": 5,
        "ket_qua": 11,
        "xa_hoi": 5,
        "hieu_qua": 10,
    }  # fmt: skip
    assert progress(wanted) == Progress(0, 82)
    assert all(requirement.missing and requirement.label for requirement in wanted)


def test_in_the_order_of_the_report() -> None:
    sections = [requirement.section for requirement in requirements(FORM, year(FORM))]
    order = ["", *(section.key for section in FORM.sections)]
    assert sections == sorted(sections, key=order.index)


def test_what_is_done() -> None:
    wanted = requirements(FORM, year(FORM, HEAD | RESULT_ANSWERS))
    assert progress([r for r in wanted if not r.section]) == Progress(10, 10)
    assert progress([r for r in wanted if r.section == "ket_qua"]) == Progress(11, 11)
    assert progress(wanted) == Progress(10 + 11 + 1, 82)  # the computed indicator is done with the results


@pytest.mark.parametrize("raw", ["24", "0", "-", "--"])
def test_every_answer_completes_a_figure(raw: str) -> None:
    assert one(year(FORM, {"figure/so_khu": raw}), "Số khu phố (thôn, ấp, xóm)").missing == ()


def test_a_row_is_complete_with_both_numbers_wherever_they_come_from() -> None:
    held = Activity("a", parse_date("1/3/2021"), "Lớp", "kinh_te", 1, None)
    assert one(year(FORM, log=[held]), "Phát triển kinh tế").missing == ("results/kinh_te/participations",)
    typed = {"results/kinh_te/participations": "-"}
    assert one(year(FORM, typed, log=[held]), "Phát triển kinh tế").missing == ()
    assert one(year(FORM, typed), "Phát triển kinh tế").missing == ("results/kinh_te/classes",)


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ({}, ["status", "statement"]),
        ({"status": "1"}, ["statement"]),
        ({"statement": "Tốt."}, ["status"]),
        ({"status": "1", "statement": "-"}, []),
        ({"status": "Không áp dụng"}, []),  # and says nothing
        ({"status": "--"}, []),
        ({"status": "-"}, ["statement"]),
        ({"evidence": "Sổ"}, ["status", "statement"]),
    ],
)
def test_an_item_has_a_status_and_a_statement_unless_it_does_not_apply(
    typed: dict[str, str], missing: list[str]
) -> None:
    found = year(FORM, {f"checklist/noi_quy/{key}": raw for key, raw in typed.items()})
    assert one(found, "Nội quy, quy chế").missing == tuple(f"checklist/noi_quy/{key}" for key in missing)


def test_each_board_member_is_one() -> None:
    found = year(FORM, {"board/a/role": "director", "board/a/duty": "Phó Chủ tịch", "board/b/name": "Bà An"})
    board = [
        r
        for r in requirements(FORM, found)
        if r.section == "ban_giam_doc" and r.label != label_at(FORM, Place("narrative/ban_giam_doc"))
    ]
    assert board == [
        Requirement("ban_giam_doc", "Giám đốc", ()),
        Requirement("ban_giam_doc", "Thành viên Ban Giám đốc", (Place("board/b/role"), Place("board/b/duty"))),
    ]


def test_own_items_are_required_where_the_centre_put_them() -> None:
    found = year(FORM, {"own/a/section": "van_ban", "own/a/label": "Phòng đọc", "own/a/status": "1"})
    assert Requirement("van_ban", "Phòng đọc", (Place("own/a/statement"),)) in requirements(FORM, found)
    unplaced = year(FORM, {"own/a/label": "Phòng đọc"})
    missing = (Place("own/a/section"), Place("own/a/status"), Place("own/a/statement"))
    assert Requirement("", "Phòng đọc", missing) in requirements(FORM, unplaced)
    nameless = year(FORM, {"own/a/section": "van_ban", "own/a/status": "--"})
    assert Requirement("van_ban", "Nội dung tự đánh giá thêm", (Place("own/a/label"),)) in requirements(FORM, nameless)


def test_indicators() -> None:
    assert one(year(FORM), "Thu nhập bình quân đầu người").missing == ("indicator/thu_nhap/value",)
    assert one(year(FORM), "Số hộ nghèo ở địa phương").missing == ("indicator/ho_ngheo/value",)
    assert one(year(FORM), "Công tác an ninh chính trị, quân sự, quốc phòng").missing == ("indicator/an_ninh/text",)
    assert one(year(FORM), "Số người tham gia học tại TTHTCĐ").missing == ("results",)
    one_row = year(FORM, {"results/kinh_te/participations": "5"})
    assert one(one_row, "Số người tham gia học tại TTHTCĐ").missing == ()


def test_an_other_form_requires_other_things() -> None:
    wanted = requirements(other(), year(other()))
    assert Counter(requirement.section for requirement in wanted) == {
        "": 10,  # superior, issuer, locality, symbol, place, date, legal_basis, recipients, position, signer
        "dac_diem": 3, "thuan_loi": 1, "kho_khan": 1,
        "quan_tri": 1 + 2,  # the third item may be left out
        "co_so": 2, "ket_qua": 2, "ton_tai": 1,
        "hieu_qua": 2, "phuong_huong": 1,
    }  # fmt: skip
    poor = next(requirement for requirement in wanted if requirement.label == "Hộ nghèo")
    assert poor.missing == ("indicator/ho_ngheo/value", "indicator/ho_ngheo/text")


@pytest.mark.parametrize(
    ("done", "total", "percent"), [(0, 82, 0), (81, 82, 98), (82, 82, 100), (999, 1000, 99), (0, 0, 100), (1, 3, 33)]
)
def test_the_percentage_is_rounded_down(done: int, total: int, percent: int) -> None:
    assert Progress(done, total).percent == percent


def test_what_is_not_required_is_not_counted() -> None:
    form = changed(('key = "noi_quy"\n', 'key = "noi_quy"\nrequired = false\n'))
    assert len(requirements(form, year(form))) == 81


@at_most(50)
@given(facts(FORM))
def test_what_is_missing_is_a_place_that_can_be_filled(found: Facts) -> None:
    for requirement in requirements(FORM, found):
        assert requirement.label
        for place in requirement.missing:
            assert place in {"results", "board"} or field_at(FORM, place) is not None
            assert place not in found.answers


@at_most(30)
@given(facts(FORM, complete=True))
def test_a_year_with_every_answer_is_complete_but_for_the_board_nobody_is_on(found: Facts) -> None:
    missing = {place for requirement in requirements(FORM, found) for place in requirement.missing}
    assert missing <= {"board"}
