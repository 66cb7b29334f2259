"""A report made with python-docx from its own template passes too; and what that template brings along is found."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from support.nd30.check import failures
from support.nd30.ooxml import Element
from support.sound_report import EPOCH

CENTRE, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
LINE = (
    '<w:pict {}><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="0,4pt" to="{}pt,4pt" '
    'style="position:absolute;mso-position-horizontal:center"/></w:pict>'
)


def repacked(document: Document) -> bytes:
    """Saved, each member stamped with the same time."""
    saved, fixed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, EPOCH), source.read(name))
    return fixed.getvalue()


def plain_defaults(document: Document) -> None:
    """Times New Roman, 14 pt, Vietnamese for every style; the template says Calibri and English by its theme."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    run.clear()
    slots = " ".join(f'w:{slot}="Times New Roman"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    run.append(parse_xml(f"<w:rFonts {nsdecls('w')} {slots}/>"))
    run.append(parse_xml(f'<w:sz {nsdecls("w")} w:val="28"/>'))
    run.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="vi-VN"/>'))
    spacing = defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}/{qn('w:spacing')}")
    spacing.getparent().remove(spacing)


def styled(
    document: Document,
    name: str,
    size: float,
    align: WD_ALIGN_PARAGRAPH | None = None,
    *,
    bold: bool = False,
    italic: bool = False,
    before: float = 0,
    first: float = 0,
) -> None:
    added = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(added, ParagraphStyle)
    added.base_style = document.styles["Normal"]
    added.font.size, added.font.bold, added.font.italic = Pt(size), bold, italic
    added.paragraph_format.alignment = align
    added.paragraph_format.space_before = Pt(before)
    if first:
        added.paragraph_format.first_line_indent = Mm(first)


def add(holder: Element, xml: str) -> None:
    holder.append(parse_xml(xml))


def put(cell: _Cell, *lines: tuple[str, str]) -> None:
    """Fill a cell with (style, text); «|N» draws a line of N points."""
    for number, (style, words) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = style
        if words.startswith("|"):
            add(paragraph.add_run()._r, LINE.format(nsdecls("w"), words[1:]))
        else:
            paragraph.add_run(words)


def columns(document: Document, rows: int, left: float, right: float) -> Table:
    table: Table = document.add_table(rows, 2)
    table.autofit = False
    for row in table.rows:
        for cell, across in zip(row.cells, (left, right), strict=True):
            cell.width = Mm(across)
    return table


def report() -> Document:
    document = docx.Document()
    plain_defaults(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.style = document.styles.add_style("Number of page", WD_STYLE_TYPE.PARAGRAPH)
    number.alignment = CENTRE
    add(number._p, f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    for name, size, bold, italic in (
        ("Superior", 13, False, False),
        ("Name", 13, True, False),
        ("Motto", 14, True, False),
        ("Dated", 14, False, True),
        ("Middle", 14, False, False),
    ):
        styled(document, name, size, CENTRE, bold=bold, italic=italic)
    styled(document, "Prose", 14, BOTH, before=6, first=12.7)
    styled(document, "Label", 12, bold=True, italic=True)
    styled(document, "Copies", 11)

    head = columns(document, 2, 65, 100)
    put(
        head.cell(0, 0),
        ("Superior", "UBND PHƯỜNG MẠO KHÊ"),
        ("Name", "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG"),
        ("Name", "PHƯỜNG MẠO KHÊ"),
        ("Middle", "|70"),
    )
    put(
        head.cell(0, 1),
        ("Name", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Motto", "Độc lập - Tự do - Hạnh phúc"),
        ("Middle", "|171"),
    )
    put(head.cell(1, 0), ("Superior", "Số: 12/BC-TTHTCĐ"))
    put(head.cell(1, 1), ("Dated", "Mạo Khê, ngày 15 tháng 02 năm 2022"))
    for style, words in (
        ("Motto", "BÁO CÁO"),
        ("Motto", "Tổ chức, hoạt động năm 2021"),
        ("Middle", "|80"),
        ("Prose", "Trung tâm báo cáo như sau: Đã mở 2 lớp."),
        ("Prose", "Trên đây là báo cáo của Trung tâm./."),
    ):
        paragraph = document.add_paragraph(style=style)
        if words.startswith("|"):
            add(paragraph.add_run()._r, LINE.format(nsdecls("w"), words[1:]))
        else:
            paragraph.add_run(words)
    end = columns(document, 1, 80, 85)
    put(end.cell(0, 0), ("Label", "Nơi nhận:"), ("Copies", "- Đảng ủy phường;"), ("Copies", "- Lưu: VT."))
    put(
        end.cell(0, 1),
        ("Motto", "KT. GIÁM ĐỐC"),
        ("Motto", "PHÓ GIÁM ĐỐC"),
        *[("Middle", "")] * 4,
        ("Motto", "Trần Văn Đức"),
    )
    core = document.core_properties
    core.title, core.author, core.comments = "Báo cáo năm 2021", "Trung tâm học tập cộng đồng", ""
    core.last_modified_by = "Trung tâm học tập cộng đồng"
    core.created = core.modified = datetime(2022, 2, 15)  # noqa: DTZ001 - python-docx takes it for UTC
    return document


def test_a_report_by_python_docx_passes() -> None:
    assert failures(repacked(report())) == []


def test_what_python_docx_brings_along_is_found() -> None:
    document = docx.Document()
    document.add_heading("I. Đặc điểm")
    document.add_paragraph("Phường là đô thị loại IV.")
    found = {failure.rule for failure in failures(repacked(document))}
    assert found >= {"properties", "language", "paper", "margins", "page-number", "font", "colour", "head", "signoff"}
