"""A year of the second shipped form as it goes out: text to the letter, DOCX by the Decree, JSON and back."""

from __future__ import annotations

import pytest
from support.golden import golden
from support.nd30.check import failures
from support.schema import schema_problems
from support.year_end import SCORES, TYPED, year_end

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.forbidding import errors
from tthtcd_tui.checks.run import check
from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.exports.markdown import markdown
from tthtcd_tui.exports.text import text
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.codec import ReportData, decode, encode, parse_json
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.rows import requirements


def test_nothing_is_missing_and_nothing_wrong() -> None:
    form, facts = year_end()
    assert [need.label for need in requirements(form, facts) if need.missing] == []
    assert check(Context.of(form, facts)) == ()


def test_the_text_of_the_report() -> None:
    written = text(compose(*year_end()))
    assert written == golden("report-tong-ket-nam.txt", written)


def test_its_docx_keeps_the_decree() -> None:
    data = docx_bytes(compose(*year_end()))
    assert failures(data) == []
    assert data == docx_bytes(compose(*year_end()))


def test_an_empty_year_is_a_draft_that_keeps_it_too() -> None:
    outline = compose(*year_end({}), draft=True)
    assert failures(docx_bytes(outline), draft=True) == []
    assert "[Chưa nhập: Lời văn]" not in text(outline)
    assert "[Chưa nhập: Thuận lợi: Lời văn]" in text(outline)


def test_markdown_has_four_levels_of_headings() -> None:
    told = markdown(compose(*year_end()))
    for heading in ("## Phần thứ nhất ĐẶC ĐIỂM TÌNH HÌNH", "### II. THUẬN LỢI, KHÓ KHĂN", "#### 2. Khó khăn"):
        assert f"\n{heading}\n" in told


def test_its_json_comes_back() -> None:
    form, facts = year_end()
    data = encode(ReportData(facts.stored(), ActivityLog()))
    assert schema_problems(parse_json(data)) == []
    assert decode(data, form).facts.answers == facts.stored().answers


@pytest.mark.parametrize(
    ("place", "raw", "code"),
    [
        ("score/tc_so_lop/own", "12,5", "score_beyond_maximum"),
        ("score/tc_so_lop/own", "10,25", "score_between_steps"),
        ("grid/hoc_sinh/nu", "1.200", "nu_khong_qua_hoc_sinh"),
        ("score/tc_so_lop/own", "", "missing"),
    ],
)
def test_what_keeps_it_from_being_issued(place: str, raw: str, code: str) -> None:
    form, facts = year_end(TYPED | {place: raw})
    assert [finding.code for finding in errors(Context.of(form, facts))] == [code]


def test_a_weak_criterion_and_the_class_it_costs() -> None:
    form, facts = year_end(TYPED | {"score/tc_co_so/own": "2"})
    told = text(compose(form, facts))
    assert "trung tâm tự chấm 80/100 điểm, đạt 80%, tự xếp loại: Khá." in told
    assert sum(1 for place in facts.answers if place.startswith("score/") and place.endswith("/own")) == len(SCORES)


def test_what_does_not_apply_is_out_of_the_maximum() -> None:
    told = text(compose(*year_end(TYPED | {"score/tc_xoa_mu/own": "--"})))
    assert "trung tâm tự chấm 77,5/96 điểm, đạt 80,73%, tự xếp loại: Tốt." in told


def test_another_centre_says_its_own_noun_and_nobody_of_a_minority() -> None:
    form, facts = year_end(TYPED | {"figure/danh_tu_khu": "ấp", "figure/ty_le_dan_toc": "-"})
    told = text(compose(form, facts))
    assert "1.385 hộ gia đình và 14 ấp. Trên địa bàn không có đồng bào dân tộc thiểu số." in told
