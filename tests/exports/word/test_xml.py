"""Paragraphs and tables as Word reads them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from lxml import etree
from support.any_outline import runs as any_runs
from support.any_outline import xml_text

from tthtcd_tui.errors import TextProblem, UnwritableText
from tthtcd_tui.exports.word.xml import paragraph, row, table, writable
from tthtcd_tui.report.outline import Run, RunKind, Runs, plain
from tthtcd_tui.report.place import Place

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARK = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'
BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def parsed(xml: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{W}">{xml}</w:body>')[0]


def content(xml: str) -> str:
    """What stands in a paragraph behind its properties."""
    return xml.removeprefix('<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr>').removesuffix("</w:p>")


def text(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>'


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((), ""),
        ((Run('Một & <hai> "ba" ]]>'),), f"<w:r>{text('Một &amp; &lt;hai&gt; &quot;ba&quot; ]]&gt;')}</w:r>"),
        ((Run("Có "), Run("9", Place("figure/so_khu"), RunKind.VALUE), Run(" ấp.")), f"<w:r>{text('Có 9 ấp.')}</w:r>"),
        (
            (Run("Có "), Run("[Chưa nhập: Số ấp]", None, RunKind.GAP), Run(" ấp.")),
            f"<w:r>{text('Có ')}</w:r><w:r>{MARK}{text('[Chưa nhập: Số ấp]')}</w:r><w:r>{text(' ấp.')}</w:r>",
        ),
        ((Run("Số: "), Run("    ", None, RunKind.GAP), Run("/BC")), f"<w:r>{text('Số:     /BC')}</w:r>"),
        ((Run("ngày    tháng    ", None, RunKind.GAP),), f"<w:r>{text('ngày    tháng    ')}</w:r>"),
        ((Run("…", None, RunKind.GAP), Run("", None, RunKind.GAP)), f"<w:r>{text('…')}</w:r>"),
        ((Run("a\tb\r\n\u2028c"),), f"<w:r>{text('a')}<w:tab/>{text('b')}<w:br/><w:br/>{text('c')}</w:r>"),
    ],
    ids=["none", "markup", "a value", "a gap", "a blank number", "a blank date", "an ellipsis", "breaks"],
)
def test_runs(runs: Runs, expected: str) -> None:
    assert content(paragraph("S", runs)) == expected


def test_what_a_paragraph_adds_to_its_style_stands_in_the_order_of_the_schema() -> None:
    assert paragraph("S", left=100, right=200, first_line=-50, justify="center", keep_next=True) == (
        '<w:p><w:pPr><w:pStyle w:val="S"/><w:keepNext/><w:ind w:left="100" w:right="200" w:hanging="50"/>'
        '<w:jc w:val="center"/></w:pPr></w:p>'
    )
    assert '<w:ind w:left="0" w:right="0" w:firstLine="0"/>' in paragraph("S", first_line=0)
    assert "w:ind" not in paragraph("S")


def test_a_table() -> None:
    cells = [paragraph("S", (Run(letter),)) for letter in "ab"]
    made = parsed(
        table("T", (1000, 2000), [row((1000, 2000), cells, header=True), row((1000, 2000), cells)], header=True)
    )
    assert [etree.QName(child).localname for child in made] == ["tblPr", "tblGrid", "tr", "tr"]
    width = made.find(f"{{{W}}}tblPr/{{{W}}}tblW")
    assert width is not None
    assert width.get(f"{{{W}}}w") == "3000"
    assert len(list(made.iter(f"{{{W}}}tblHeader"))) == 1
    assert len(list(made.iter(f"{{{W}}}cantSplit"))) == 2


def test_a_row_has_a_cell_a_column() -> None:
    with pytest.raises(ValueError, match="shorter"):
        row((1000, 2000), [paragraph("S")])


@given(any_runs)
def test_any_text_is_read_as_it_was_written(runs: Runs) -> None:
    made = parsed(paragraph("S", runs))
    shown = "".join(
        {"t": element.text or "", "br": "\n", "tab": "\t"}[etree.QName(element).localname]
        for element in made.iter(f"{{{W}}}t", f"{{{W}}}br", f"{{{W}}}tab")
    )
    # Two runs side by side may end and begin one line break.
    assert shown.replace("\n", "") == BREAKS.sub("", plain(runs))


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_has_no_way_to_write_is_refused(character: str) -> None:
    with pytest.raises(UnwritableText) as refused:
        paragraph("S", (Run("đúng"), Run(f"sai{character}", Place("board/mot/name"))))
    assert isinstance(refused.value, TextProblem)
    assert refused.value.place == "board/mot/name"
    assert refused.value.message == (
        f"Ô board/mot/name có ký tự không ghi được vào tệp DOCX (U+{ord(character):04X})."
        " Hãy xóa ký tự đó rồi xuất lại tệp."
    )


@given(xml_text)
def test_what_xml_can_hold_is_not_refused(text: str) -> None:
    assert writable(text) == text
