"""Files that unfold to more than they are, come back to themselves, or have no end: refused before a parser unfolds them."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from support.ods import ods, packed
from support.old_reports import FORM, PERIOD, docx, paragraph, xlsx

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.read_file import read_file
from tthtcd_tui.imports.sources import sheets, text_file, word, word_size
from tthtcd_tui.imports.sources.ole import MAGIC
from tthtcd_tui.imports.sources.sheets import read_book
from tthtcd_tui.imports.sources.text_file import read_text
from tthtcd_tui.imports.sources.word import read_word

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
)
FULL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
FAR = "ở quá xa, hoặc có quá nhiều dòng trống"


def sheet(rows: str) -> bytes:
    table = f'<table:table table:name="S">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return packed(f"<office:document-content {_NAMES}>{body}</office:document-content>")


def rows(times: int, cells: str) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


@pytest.mark.parametrize(
    "content",
    [
        rows(1_048_576, FULL),
        rows(10**20, FULL),
        rows(1_048_576, FULL).replace('"', "'"),
        rows(1_048_576, "<table:table-cell/>" * 250 + FULL),
        rows(9_999, FULL * 290) * 100,
        rows(1_000_000, "<table:table-cell/>") + rows(1, FULL),
        rows(1, FULL.replace("-cell ", '-cell table:number-columns-repeated="16384" ')),
        rows(1, FULL.replace("x</", '<text:s text:c="2000000000"/></')),
    ],
    ids=[
        "a row",
        "without end",
        "single quotes",
        "far right",
        "many times",
        "below blanks",
        "a cell",
        "blanks in a text",
    ],
)
def test_an_ods_that_unfolds_to_too_much_is_refused_before_it_is_unfolded(content: str) -> None:
    with pytest.raises(UnusableFile, match=FAR):
        read_book(sheet(content))


def test_what_is_blank_to_the_end_of_a_sheet_is_nothing() -> None:
    assert len(read_book(ods(("S", [("a", "b"), ("c", 1)]))).sheets[0].grid.lines) == 2


def test_many_sheets_that_are_one_part_are_refused_by_the_rows_they_come_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 10)
    monkeypatch.setattr(sheets, "_MOST_HEADS", 0)
    lines = [[n] for n in range(6)]
    with pytest.raises(UnusableFile, match="dòng hoặc quá"):
        read_book(xlsx(("Một", lines), ("Hai", lines)))
    assert len(read_book(xlsx(("Một", lines))).sheets) == 1


def test_a_csv_without_end_is_refused_by_its_line_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_MOST_BREAKS", 100)
    with pytest.raises(UnusableFile, match="000 dòng"):
        read_file(FORM, PERIOD, b"1;2\n" * 101, "so.csv")


def test_a_document_of_paragraphs_without_end_is_refused() -> None:
    with pytest.raises(UnusableFile, match="000 đoạn"):
        read_word(docx("<w:p/>" * 200_001))


def test_the_thousandth_million_in_roman_numerals_is_a_number() -> None:
    """As Word, which has no numeral for it either."""
    style = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum'
        ' w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText'
        ' w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = paragraph("x").replace("<w:p>", f"<w:p>{numbered}")
    [piece] = read_word(docx(body, word__numbering_dot_xml=style)).pieces
    assert piece.label == "999999999."


def test_sectors_that_come_back_to_themselves_are_refused_before_they_are_followed() -> None:
    head = MAGIC + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, 0, 0, 4096, 0, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0) * 109
    with pytest.raises(UnusableFile, match="Tệp bị hỏng"):
        read_file(FORM, PERIOD, head + struct.pack("<I", 0) * 512, "cu.doc")


@pytest.mark.parametrize("make", [lambda: "a" * 400_001, lambda: "a\n" * 2_500_001], ids=["a line", "a text"])
def test_a_text_too_long_to_be_a_report_is_refused(make: Callable[[], str]) -> None:
    with pytest.raises(UnusableFile, match="quá dài để là một báo cáo"):
        read_file(FORM, PERIOD, make().encode(), "bao-cao.txt")


def test_more_lines_than_a_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_file, "_MOST_LINES", 20)
    assert len(read_text("Một câu.\n\n".encode() * 20).pieces) == 41  # blank ones are none
    for end in ("\n", "\r\n", "\r"):
        with pytest.raises(UnusableFile, match="000 dòng chữ"):
            read_text(f"Một câu.{end}".encode() * 21)


def test_tables_of_more_cells_than_a_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_file, "_MOST_CELLS", 30)
    data = b"|a|b|\n" * 11
    with pytest.raises(UnusableFile, match="000 ô"):
        read_text(data, is_markdown=True)
    assert read_text(data).pieces  # a bar in a plain text parts nothing


def test_a_document_of_cells_without_end_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_size, "_MOST_PARAGRAPHS", 20)
    row = "<w:tc><w:p/></w:tc>" * 20
    assert read_word(docx(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>{paragraph('x')}".replace("<w:p/>", "", 1))).pieces
    monkeypatch.setattr(word, "parse", None)
    with pytest.raises(UnusableFile, match="đoạn hoặc ô"):
        read_word(docx(f"<w:tbl><w:tr>{row}<w:tc/></w:tr></w:tbl>"))


@pytest.mark.parametrize("part", ["styles", "numbering", "footnotes", "endnotes", "comments", "header1", "footer3"])
def test_a_part_beside_the_report_that_has_no_end_is_refused(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_size, "_MOST_BESIDE", 20)
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for times, is_read in ((10, True), (20, False)):
        content = f"<w:x {names}>{'<w:y/>' * times}</w:x>"
        data = docx(paragraph("x"), **{f"word__{part}_dot_xml": content})
        if is_read:
            assert read_word(data).pieces
        else:
            with pytest.raises(UnusableFile, match="góp ý, đầu trang hoặc kiểu chữ"):
                read_word(data)


def test_parts_beside_the_report_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_size, "_MOST_BESIDE", 20)
    content = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{"<w:p/>" * 9}</w:hdr>'
    with pytest.raises(UnusableFile, match="đầu trang"):
        read_word(docx(paragraph("x"), word__header1_dot_xml=content, word__header2_dot_xml=content))


def test_paragraphs_in_utf_16_are_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_size, "_MOST_PARAGRAPHS", 20)
    monkeypatch.setattr(word, "parse", None)
    body = f'<w:document xmlns:w="x"><w:body>{"<w:p/>" * 21}</w:body></w:document>'
    with pytest.raises(UnusableFile, match="đoạn hoặc ô"):
        read_word(docx("", word__document_dot_xml=body.encode("utf-16")))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_parts_of_one_name_none_is_chosen() -> None:
    out = BytesIO(docx(paragraph("Dân số 8.000 người.")))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/document.xml", "<w/>")
    with pytest.raises(UnusableFile, match="hai phần cùng tên"):
        read_word(out.getvalue())
