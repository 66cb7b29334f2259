"""A DOCX as Word shows it once all is accepted: what is deleted, hidden or drawn twice does not come back."""

from __future__ import annotations

import pytest
from support.old_reports import docx, paragraph, table, written
from support.old_text import in_tcvn3, in_vni

from tthtcd_tui.imports.sources.pieces import Part, Piece
from tthtcd_tui.imports.sources.word import read_word

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BOX = f"<w:txbxContent>{paragraph('Trong hộp chữ.')}</w:txbxContent>"


def pieces(body: str, **parts: str) -> tuple[Piece, ...]:
    return read_word(docx(body, **parts)).pieces


def texts(body: str, **parts: str) -> list[str]:
    return [piece.text for piece in pieces(body, **parts)]


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    gone = "<w:del w:author='Lan'><w:r><w:delText>7777</w:delText></w:r></w:del>"
    come = f"<w:ins w:author='Lan'>{written('2214')}</w:ins>"
    read = read_word(docx(paragraph("Có ", gone, come, " hộ.")))
    assert [piece.text for piece in read.pieces] == ["Có 2214 hộ."]
    assert "Lan" in read.notes[0]


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{written('Câu đầu ')}</w:p>{paragraph('nối tiếp.')}"
    assert texts(body) == ["Câu đầu nối tiếp."]


def test_hidden_text_soft_hyphens_and_field_codes_are_left_out() -> None:
    codes = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    hidden = written("ẩn", "<w:vanish/>")
    soft = "<w:r><w:t>kết</w:t><w:softHyphen/><w:t> quả</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>"
    read = read_word(docx(paragraph(codes, hidden, soft, written(" h\xadọc"))))
    assert [piece.text for piece in read.pieces] == ["kết quả-1 học"]
    assert any("ẩn" in note for note in read.notes)


def test_a_text_box_drawn_in_two_ways_is_told_once_apart_from_the_body() -> None:
    both = (
        f"<w:r><mc:AlternateContent {_MC}><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    found = pieces(paragraph("Câu văn.", both))
    assert [(piece.text, piece.part) for piece in found] == [("Câu văn.", Part.BODY), ("Trong hộp chữ.", Part.BOX)]


def test_content_controls_notes_comments_and_margins_are_read_and_told_apart() -> None:
    note = f"<w:footnotes {_W}><w:footnote w:id='2'>{paragraph('Số liệu cuối năm.')}</w:footnote></w:footnotes>"
    comment = f"<w:comments {_W}><w:comment w:author='Sở'>{paragraph('Xem lại.')}</w:comment></w:comments>"
    header = f"<w:hdr {_W}>{paragraph('Bản nháp')}{paragraph('Trang 2')}</w:hdr>"
    found = pieces(
        f"<w:sdt><w:sdtContent>{paragraph('Trong khung.')}</w:sdtContent></w:sdt>",
        word__footnotes_dot_xml=note,
        word__comments_dot_xml=comment,
        word__header1_dot_xml=header,
    )
    assert [(piece.text, piece.where) for piece in found] == [
        ("Trong khung.", "đoạn 1"),
        ("Số liệu cuối năm.", "chú thích 1"),
        ("Xem lại.", "góp ý của Sở"),
        ("Bản nháp", "đầu trang"),
    ]


@pytest.mark.parametrize(
    ("font", "write", "read"),
    [(".VnTime", in_tcvn3, "Phường nước"), (".VnTimeH", in_tcvn3, "PHƯỜNG NƯỚC"), ("VNI-Times", in_vni, "Phường nước")],
)
def test_a_run_in_an_old_font_is_converted_by_its_font(font: str, write: object, read: str) -> None:
    assert callable(write)
    run = written(write("Phường nước"), f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')
    assert texts(paragraph(run, " Unicode")) == [f"{read} Unicode"]


def test_a_font_may_come_from_a_style_or_from_the_document() -> None:
    font = '<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>'
    styles = f"<w:styles {_W}><w:docDefaults><w:rPrDefault>{font}</w:rPrDefault></w:docDefaults></w:styles>"
    assert texts(paragraph(in_tcvn3("Tổng kết")), word__styles_dot_xml=styles) == ["Tổng kết"]


def test_automatic_numbers_are_counted_as_word_prints_them() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate([("upperRoman", "%1."), ("decimal", "%2)")])
    )
    numbering = (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )

    def item(level: int, text: str) -> str:
        number = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr></w:pPr>'
        return f"<w:p>{number}{written(text)}</w:p>"

    body = item(0, "a") + item(1, "b") + item(1, "c") + item(0, "d") + item(1, "e")
    found = pieces(body, word__numbering_dot_xml=numbering)
    assert [piece.label for piece in found] == ["I.", "1)", "2)", "II.", "1)"]


def test_cells_merged_across_columns_keep_their_place() -> None:
    row = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("TỔNG")}</w:tc><w:tc>{paragraph("9")}</w:tc></w:tr>'
    rows = table([("1", "Học nghề", "9")]).replace("</w:tbl>", f"{row}</w:tbl>")
    assert pieces(rows)[0].rows == (("1", "Học nghề", "9"), ("TỔNG", "", "9"))


def test_a_table_that_only_frames_another_is_read_as_what_stands_in_it() -> None:
    inner = table([("Chỉ tiêu", "Số lượng"), ("Số hộ", "3.021")])
    framed = f"<w:tbl><w:tr><w:tc>{paragraph('Trước bảng')}{inner}{paragraph()}</w:tc></w:tr></w:tbl>"
    pieces = [piece for piece in read_word(docx(framed)).pieces if not piece.is_blank]
    assert [piece.text for piece in pieces] == ["Trước bảng", ""]
    assert pieces[1].rows == (("Chỉ tiêu", "Số lượng"), ("Số hộ", "3.021"))
