"""The report as plain text: exact for the sample year, and true to any Outline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import at_most
from support.forms import both, other, shipped
from support.golden import golden
from support.matrix import every
from support.strategies import facts
from support.wide_reports import HOSTILE, HUGE, drafts, edited, finished, hostile, other_year, report, sample, written
from support.years import NO_LOG, year

from tthtcd_tui.exports.text import text
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.outline import (
    Align,
    BulletList,
    Column,
    Letterhead,
    Outline,
    Row,
    Run,
    SignOff,
    Table,
    lines_of,
    plain,
)
from tthtcd_tui.report.row import RowRole

SAMPLE = text(report())


# -- exactly ----------------------------------------------------------------------------------------------------------


def test_the_sample_year() -> None:
    assert golden("report-mao-khe-2020-2021.txt", SAMPLE) == SAMPLE


def test_a_new_year_is_a_list_of_what_is_missing() -> None:
    written_out = text(drafts()["nothing yet"])
    assert golden("report-new.txt", written_out) == written_out


def test_another_form() -> None:
    written_out = text(compose(other(), other_year()))
    assert golden("report-other-form.txt", written_out) == written_out


# -- hard values ------------------------------------------------------------------------------------------------------


def test_the_head_of_the_sample_year() -> None:
    assert SAMPLE.splitlines()[:11] == [
        "UBND PHƯỜNG MẠO KHÊ",
        "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG PHƯỜNG MẠO KHÊ",
        "Số: 05/BC-TTHTCĐ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Mạo Khê, ngày 05 tháng 6 năm 2021",
        "",
        "BÁO CÁO",
        "Tự đánh giá tổ chức, hoạt động của Trung tâm học tập cộng đồng năm học 2020-2021",
        "",
        "Kính gửi: Phòng Giáo dục và Đào tạo thị xã Đông Triều",
    ]


def test_the_results_of_the_sample_year_stand_in_columns() -> None:
    lines = SAMPLE.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("TT "))
    table = lines[start : lines.index("", start)]
    assert table[1] == "--  ---------------------------------------  ------  ----------------------"
    assert table[2] == "1   Học chương trình xóa mù chữ"
    assert table[5] == "a     Giáo dục pháp luật                         26                   2.554"
    assert table[-1] == "    TỔNG                                        445                  43.117"
    assert len(table) == 2 + 12 + 1
    assert {len(line) for line in table if line[-1].isdigit()} == {75}


def test_the_end_of_the_sample_year() -> None:
    assert SAMPLE.endswith(
        "\n\nGIÁM ĐỐC\nVũ Thanh Hải\n\nNơi nhận:\n- Như trên;\n- Thường trực Đảng ủy, UBND phường;\n- Lưu: VT.\n"
    )


def test_several_addressees_have_a_line_each() -> None:
    found = text(report(addressees="Sở Nội vụ; Sở Tài chính"))
    assert "\n\nKính gửi:\n- Sở Nội vụ;\n- Sở Tài chính.\n\n" in found


def test_what_nobody_filled_in_leaves_no_empty_line_and_no_blank_at_a_line_s_end() -> None:
    found = text(compose(shipped(), edited(sample(), {"report/superior": "--", "report/signer": ""}), draft=True))
    assert found.startswith("DỰ THẢO\n\nTRUNG TÂM HỌC TẬP CỘNG ĐỒNG PHƯỜNG MẠO KHÊ\n")
    assert "\n\nGIÁM ĐỐC\n\nNơi nhận:\n" in found
    blank = text(compose(shipped(), year(shipped()), draft=True))
    assert [line for line in blank.splitlines() if line != line.rstrip()] == []
    assert "\n[Chưa nhập: Địa danh], ngày    tháng    năm\n" in blank


def test_a_final_report_is_not_marked() -> None:
    assert "DỰ THẢO" not in SAMPLE
    assert text(drafts()["the sample"]) == f"DỰ THẢO\n\n{SAMPLE}"


def test_numbers_of_any_length_stay_in_their_column() -> None:
    huge = {str(place): HUGE for place in sample().answers if place.kind == "results"}
    lines = text(written(shipped(), huge)).splitlines()
    rows = [line for line in lines if line.endswith((HUGE, "540", "210", "741"))]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == 12


def test_letters_of_any_width_stand_in_columns() -> None:
    def row(first: str, second: str) -> Row:
        return Row(RowRole.BODY, ((Run(first),), (Run(second),)))

    columns = (Column((Run("Tên"),), Align.LEFT, 60), Column((Run("Số"),), Align.RIGHT, 40))
    table = Table(columns, (row("漢字", "1"), row("e\u0323\u0302x", "22"), row("🙂", "333")))
    lines = text(Outline((table,), "x", "x", sample().period.end, draft=False)).splitlines()
    assert lines == ["Tên    Số", "----  ---", "漢字    1", "e\u0323\u0302x     22", "🙂    333"]


def test_a_list_has_a_line_an_item() -> None:
    block = BulletList(((Run("- một;"),), (Run("- hai."),)))
    assert text(Outline((block,), "x", "x", sample().period.end, draft=False)) == "- một;\n- hai.\n"


# -- of any year ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words(words: str) -> None:
    assert_all_said(hostile(words))


@pytest.mark.parametrize("name", every(8, [*finished(), *drafts()]))
def test_nothing_is_lost(name: str) -> None:
    assert_all_said({**finished(), **drafts()}[name])


@pytest.mark.parametrize("form", both(), ids=lambda form: form.key)
@given(data=st.data())
@at_most(60)
def test_whatever_was_typed_is_said(form: Form, data: st.DataObject) -> None:
    assert_all_said(compose(form, data.draw(facts(form)), data.draw(st.booleans()), NO_LOG))


WIDEST = 60


def assert_all_said(outline: Outline) -> None:
    """Every line of the Outline stands in the text, in its order, and the text ends with one line break."""
    found = text(outline)
    assert found.endswith("\n")
    assert not found.endswith("\n\n")
    rest = found
    for block in outline.blocks:
        for runs in lines_of(block):
            words = plain(runs).strip()
            if isinstance(block, Letterhead | SignOff):  # columns are told one after the other
                assert words in found
            elif isinstance(block, Table) and len(words) > WIDEST:  # over several lines, beside other cells
                assert [word for word in words.split() if len(word) < WIDEST // 2 and word not in found] == []
            else:
                assert words in rest
                rest = rest[rest.index(words) + len(words) :]
