"""A report with a third level of headings: on paper, in text and in Markdown, by the Decree's rules."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.document import Document
from support.forms import other, three_levels
from support.nd30.check import failures
from support.outlines import all_of
from support.years import year

from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.exports.markdown import markdown
from tthtcd_tui.exports.text import text
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.outline import Heading, Outline, plain
from tthtcd_tui.text.periods import Period

PARTS = ("part", "roman", "arabic")
LETTERED = ("letter", "roman", "point")
HEADINGS: dict[tuple[str, ...], list[str]] = {
    PARTS: [
        "Phần thứ nhất TÌNH HÌNH CHUNG", "I. ĐẶC ĐIỂM", "1. Thuận lợi", "2. Khó khăn",
        "Phần thứ hai TỔ CHỨC THỰC HIỆN", "I. BỘ MÁY", "1. Cơ sở vật chất", "II. KẾT QUẢ NĂM 2024",
    ],
    LETTERED: [
        "A. TÌNH HÌNH CHUNG", "I. ĐẶC ĐIỂM", "a) Thuận lợi", "b) Khó khăn",
        "B. TỔ CHỨC THỰC HIỆN", "I. BỘ MÁY", "a) Cơ sở vật chất", "II. KẾT QUẢ NĂM 2024",
    ],
}  # fmt: skip


def composed(form: Form) -> Outline:
    return compose(form, year(form, period=Period.calendar_year(2024)), draft=True)


def third_of(document: Document) -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 3"]


@pytest.mark.parametrize("numbering", HEADINGS)
def test_the_headings_of_all_levels(numbering: tuple[str, ...]) -> None:
    found = all_of(composed(three_levels(*numbering)), Heading)
    assert [f"{heading.label} {plain(heading.text)}" for heading in found][:8] == HEADINGS[numbering]
    assert [heading.level for heading in found][:8] == [1, 2, 3, 3, 1, 2, 3, 2]


@pytest.mark.parametrize("numbering", HEADINGS)
def test_a_docx_keeps_the_rules_of_headings(numbering: tuple[str, ...]) -> None:
    assert failures(docx_bytes(composed(three_levels(*numbering))), draft=True) == []


def test_the_third_level_is_a_style_that_word_counts() -> None:
    document = docx.Document(BytesIO(docx_bytes(composed(three_levels(*PARTS)))))
    assert third_of(document) == ["Thuận lợi", "Khó khăn", "Cơ sở vật chất"]
    assert document.styles["Heading 3"].font.bold
    assert "Heading3" in document.part.numbering_part.element.xml


def test_points_are_typed_and_not_bold() -> None:
    document = docx.Document(BytesIO(docx_bytes(composed(three_levels(*LETTERED)))))
    assert third_of(document) == ["a) Thuận lợi", "b) Khó khăn", "a) Cơ sở vật chất"]
    assert not document.styles["Heading 3"].font.bold


def test_a_report_of_two_levels_has_no_trace_of_a_third() -> None:
    assert b"Heading3" not in docx_bytes(composed(other()))


def test_in_text_and_in_markdown() -> None:
    outline = composed(three_levels(*LETTERED))
    assert "\na) Thuận lợi\n" in text(outline)
    assert "\n## A. TÌNH HÌNH CHUNG\n" in (marked := markdown(outline))
    assert "\n### I. ĐẶC ĐIỂM\n" in marked
    assert "\n#### a) Thuận lợi\n" in marked
