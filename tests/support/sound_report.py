"""A small official report that keeps every rule, written part by part: what test_nd30.py breaks, one rule at a time.

It is made quite otherwise than the program makes its reports, so that the checks are held to the decree and not to one
way of writing it. Lengths are given as Word has them, in twentieths of a point.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import TypeAlias

MAIN = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
HEADER = "word/header1.xml"
FIRST_HEADER = "word/header2.xml"
CORE = "docProps/core.xml"
TYPES = "[Content_Types].xml"
MAIN_RELATIONSHIPS = "word/_rels/document.xml.rels"

EPOCH = (1980, 1, 1, 0, 0, 0)
HEADING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEMAS = "http://schemas.openxmlformats.org"
OFFICE = f"{SCHEMAS}/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{SCHEMAS}/wordprocessingml/2006/main" xmlns:r="{OFFICE}" '
    f'xmlns:wp="{SCHEMAS}/drawingml/2006/wordprocessingDrawing" xmlns:a="{SCHEMAS}/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    f'xmlns:mc="{SCHEMAS}/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)

# Style → (the name a user sees, what it is based on, paragraph, run).
_STYLES = {
    "Body": (
        "Body",
        "Normal",
        '<w:spacing w:before="120" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>',
        "",
    ),
    "Legal": ("Legal basis", "Body", "", "<w:i/>"),
    "Heading1": (
        "heading 1",
        "Body",
        '<w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>',
        "<w:b/><w:caps/>",
    ),
    "Heading2": (
        "heading 2",
        "Body",
        '<w:keepNext/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>',
        "<w:b/>",
    ),
    "Centred": ("Centred", "Normal", '<w:jc w:val="center"/>', ""),
    "Superior": ("Superior", "Centred", "", '<w:caps/><w:sz w:val="24"/>'),
    "Issuer": ("Issuer", "Superior", "", "<w:b/>"),
    "Nation": ("Nation", "Superior", "", "<w:b/>"),
    "Motto": ("Motto", "Centred", "", '<w:b/><w:sz w:val="26"/>'),
    "Number": ("Number", "Centred", "", '<w:sz w:val="26"/>'),
    "Dated": ("Dated", "Centred", "", '<w:i/><w:sz w:val="26"/>'),
    "Title": ("Title", "Centred", '<w:spacing w:before="240"/>', "<w:b/>"),
    "Addressees": ("Addressees", "Centred", '<w:spacing w:before="120"/>', ""),
    "Capacity": ("Capacity", "Centred", "", "<w:b/>"),
    "Copies": ("Copies", "Normal", "", '<w:sz w:val="22"/>'),
    "CopiesLabel": ("Copies label", "Normal", "", '<w:b/><w:i/><w:sz w:val="24"/>'),
    "Cell": ("Cell", "Normal", "", '<w:sz w:val="26"/>'),
    "CellHead": ("Cell head", "Cell", '<w:jc w:val="center"/>', "<w:b/>"),
    "Header": ("header", "Centred", "", ""),
    "Appendix": ("Appendix", "Centred", "", "<w:b/>"),
    "AppendixLabel": ("Appendix label", "Appendix", '<w:outlineLvl w:val="0"/>', ""),
    "Attached": ("Attached", "Centred", "", "<w:i/>"),
}


def paragraph(style: str, text: str, own: str = "") -> str:
    """One paragraph with one run; `own` is what its properties say besides the style."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{own}</w:pPr>{run}</w:p>'


def ruled(indent: int, text: str = "", style: str = "Centred", side: str = "top") -> str:
    """A paragraph with a rule above or below it, `indent` short of either edge."""
    return paragraph(
        style,
        text,
        f'<w:pBdr><w:{side} w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
        f'<w:ind w:left="{indent}" w:right="{indent}"/>',
    )


def drawn(points: float) -> str:
    """A drawn line in a paragraph of its own."""
    emu = round(points * 12700)
    shape = (
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>'
        "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    return (
        '<w:p><w:pPr><w:pStyle w:val="Centred"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent cx="{emu}" cy="0"/><wp:docPr id="1" name="Line 1"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def cell(across: int, *content: str, own: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{across}" w:type="dxa"/>{own}</w:tcPr>{"".join(content)}</w:tc>'


def row(*cells: str, own: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{own}</w:trPr>' if own else ''}{''.join(cells)}</w:tr>"


def table(widths: tuple[int, ...], *rows: str, own: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{across}"/>' for across in widths)
    whole = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{own}<w:tblLayout w:type="fixed"/>'
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    return f"<w:tbl><w:tblPr>{whole}{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


LEFT, RIGHT = 3700, 5088
"""The two columns; together the width of the text."""
NATION = paragraph("Nation", "Cộng hòa xã hội chủ nghĩa Việt Nam")
MOTTO = paragraph("Motto", "Độc lập - Tự do - Hạnh phúc")
# The motto is 159.1 pt long and its column 254.4: 47.6 pt are left on either side.
MOTTO_RULE = ruled(953)
SUPERIOR = paragraph("Superior", "UBND phường Mạo Khê")
ISSUER = paragraph("Issuer", "Trung tâm học tập cộng đồng phường Mạo Khê")
# The longest line of the name is 170.6 pt long.
ISSUER_RULE = drawn(72)
NUMBER = paragraph("Number", "Số: 05/BC-TTHTCĐ")
DATED = paragraph("Dated", "Mạo Khê, ngày 05 tháng 6 năm 2021")
HEAD = table(
    (LEFT, RIGHT),
    row(cell(LEFT, SUPERIOR, ISSUER, ISSUER_RULE), cell(RIGHT, NATION, MOTTO, MOTTO_RULE)),
    row(cell(LEFT, NUMBER), cell(RIGHT, DATED)),
)

TITLE = paragraph("Title", "BÁO CÁO")
ABSTRACT = paragraph("Title", "Tự đánh giá tổ chức, hoạt động năm học 2020-2021", '<w:spacing w:before="0"/>')
# The abstract is 314.5 pt long, the text 439.4 pt wide: a rule of 130 pt.
ABSTRACT_RULE = ruled(3094)
ADDRESSEE = paragraph("Addressees", "Kính gửi: Ủy ban nhân dân phường Mạo Khê")
LEGAL = (
    paragraph("Legal", "Căn cứ Kế hoạch số 12/KH-UBND ngày 15 tháng 9 năm 2020 của Ủy ban nhân dân phường;")
    + paragraph("Legal", "Căn cứ kết quả hoạt động trong năm học.")
)  # fmt: skip
OPENING = paragraph("Body", "Trung tâm báo cáo kết quả tự đánh giá tổ chức, hoạt động như sau:")
PART_1 = paragraph("Heading1", "Đặc điểm tình hình")
PROSE = paragraph("Body", "Phường là đô thị loại IV, có trên 1.400 đảng viên; đời sống của Nhân dân được nâng lên.")
PART_2 = paragraph("Heading1", "Tổ chức hoạt động")
SECTION_1 = paragraph("Heading2", "Công tác hoạt động")
POINTS = "".join(paragraph("Body", f"{letter}) Nội dung đã thực hiện tốt;") for letter in "abcdđeg")
SECTION_2 = paragraph("Heading2", "Kết quả thực hiện")
RESULTS_HEADER = row(
    cell(6388, paragraph("CellHead", "Nội dung")),
    cell(2400, paragraph("CellHead", "Số lớp")),
    own="<w:cantSplit/><w:tblHeader/>",
)
RESULTS_ROW = row(
    cell(6388, paragraph("Cell", "Học nghề ngắn hạn")),
    cell(2400, paragraph("Cell", "2", '<w:jc w:val="right"/>')),
    own="<w:cantSplit/>",
)
RESULTS = table((6388, 2400), RESULTS_HEADER, RESULTS_ROW)
CLOSING = paragraph("Body", "Trên đây là báo cáo của Trung tâm./.")

COPIES_LABEL = paragraph("CopiesLabel", "Nơi nhận:")
COPIES = (
    paragraph("Copies", "- Như trên;")
    + paragraph("Copies", "- Thường trực Đảng ủy;")
    + paragraph("Copies", "- Lưu: VT.")
)  # fmt: skip
CAPACITY = paragraph("Capacity", "GIÁM ĐỐC")
NAME = paragraph("Capacity", "Nguyễn Thị Lan", '<w:spacing w:before="1600"/>')
SIGN_OFF = table((4394, 4394), row(cell(4394, COPIES_LABEL, COPIES), cell(4394, CAPACITY, NAME)))

PAPER = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = (
    '<w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1984" w:header="709" w:footer="709" w:gutter="0"/>'
)
LAST_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    f"{PAPER}{MARGINS}<w:titlePg/></w:sectPr>"
)
PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
ATTACHED = "(Kèm theo Báo cáo số 05/BC-TTHTCĐ ngày 05 tháng 6 năm 2021 của Trung tâm học tập cộng đồng phường Mạo Khê)"
APPENDIX_SECTION = (
    f"<w:p><w:pPr>{LAST_SECTION}</w:pPr></w:p>"
    + paragraph("AppendixLabel", "Phụ lục")
    + paragraph("Appendix", "DANH SÁCH LỚP HỌC")
    + paragraph("Attached", ATTACHED)
    + table((6388, 2400), RESULTS_HEADER.replace("Nội dung", "Lớp"), RESULTS_ROW)
    + paragraph("Body", "Lớp tin học.")
)
"""An appendix, to stand behind the sign-off; the section behind it must count from 1."""


def _level(number: int, kind: str, text: str, style: str) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def _styles() -> str:
    slots = " ".join(f'w:{slot}="Times New Roman"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    fonts = f"<w:rFonts {slots}/>"
    sheet = (
        f'<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    )
    for style, (name, base, for_paragraph, for_run) in _STYLES.items():
        sheet += (
            f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/>'
            f"<w:pPr>{for_paragraph}</w:pPr><w:rPr>{for_run}</w:rPr></w:style>"
        )
    return f"{sheet}</w:styles>"


def _header(content: str) -> str:
    return f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{content}</w:p></w:hdr>'


def sound_parts() -> dict[str, str]:
    """Part → its text."""
    wordprocessing = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = {
        MAIN: "document.main",
        STYLES: "styles",
        NUMBERING: "numbering",
        HEADER: "header",
        FIRST_HEADER: "header",
    }
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{wordprocessing}.{kind}+xml"/>' for part, kind in types.items()
    )
    core_type = "application/vnd.openxmlformats-package.core-properties+xml"
    targets = [("styles", "styles"), ("numbering", "numbering"), ("header", "header1"), ("header", "header2")]
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}.xml"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    package = f"{SCHEMAS}/package/2006"
    body = [HEAD, TITLE, ABSTRACT, ABSTRACT_RULE, ADDRESSEE, LEGAL, OPENING, PART_1, PROSE, PART_2, SECTION_1, POINTS]
    body += [SECTION_2, RESULTS, CLOSING, paragraph("Normal", ""), SIGN_OFF, LAST_SECTION]
    levels = _level(0, "upperRoman", "%1.", "Heading1") + _level(1, "decimal", "%2.", "Heading2")
    moment = '<dcterms:{0} xsi:type="dcterms:W3CDTF">2021-06-05T00:00:00Z</dcterms:{0}>'
    return {
        TYPES: f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/{CORE}" ContentType="{core_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{MAIN}"/>'
        f'<Relationship Id="rId2" Type="{package}/relationships/metadata/core-properties" Target="{CORE}"/>'
        "</Relationships>",
        MAIN_RELATIONSHIPS: f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        MAIN: f"<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>",
        STYLES: _styles(),
        NUMBERING: f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        HEADER: _header(PAGE),
        FIRST_HEADER: _header(""),
        CORE: f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>Báo cáo tự đánh giá năm học 2020-2021</dc:title>"
        "<dc:creator>Trung tâm học tập cộng đồng phường Mạo Khê</dc:creator>"
        f"{moment.format('created')}{moment.format('modified')}</cp:coreProperties>",
    }


def packed(parts: dict[str, str], *, at: tuple[int, int, int, int, int, int] = EPOCH) -> bytes:
    """The archive of `parts`, every member stamped `at`."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, at), HEADING + text)
    return memory.getvalue()


# ------------------------------------------------------------------------------------------------------- changes
Change: TypeAlias = Callable[[dict[str, str]], dict[str, str]]


def text(old: str, new: str, part: str = MAIN, *, times: int = 1) -> Change:
    """Make the first `old` of a part `new`, or the first few; -1 for all. Refuses where there is no `old`."""

    def change(parts: dict[str, str]) -> dict[str, str]:
        if old not in parts[part]:
            raise ValueError(f"{part}: no {old[:80]}")
        return {**parts, part: parts[part].replace(old, new, times)}

    return change


def both(*changes: Change) -> Change:
    """One change after another, as one."""

    def change(parts: dict[str, str]) -> dict[str, str]:
        for one in changes:
            parts = one(parts)
        return parts

    return change


def moved(piece: str) -> Change:
    """Set a centred paragraph to the left."""
    own = piece[piece.index("/>") + 2 : piece.index("</w:pPr>")]
    return inside(piece, f"{own}</w:pPr>", f'{own}<w:jc w:val="left"/></w:pPr>')


def inside(outer: str, old: str, new: str) -> Change:
    """Change one place within a piece of the document."""
    if old not in outer:
        raise ValueError(f"no {old[:80]} in {outer[:80]}")
    return text(outer, outer.replace(old, new, 1))


def style(name: str, *, paragraph: str | None = None, run: str | None = None) -> Change:
    """Replace what a style says of its paragraphs or its runs."""

    def change(parts: dict[str, str]) -> dict[str, str]:
        sheet = parts[STYLES]
        start = sheet.index(f'w:styleId="{name}"')
        end = sheet.index("</w:style>", start)
        before, _, formats = sheet[start:end].partition("<w:pPr>")
        own_paragraph, _, own_run = formats.removesuffix("</w:rPr>").partition("</w:pPr><w:rPr>")
        new = (
            f"{before}<w:pPr>{own_paragraph if paragraph is None else paragraph}</w:pPr>"
            f"<w:rPr>{own_run if run is None else run}</w:rPr>"
        )
        return {**parts, STYLES: sheet[:start] + new + sheet[end:]}

    return change


def new_style(name: str, base: str, *, paragraph: str = "", run: str = "", kind: str = "paragraph") -> Change:
    """Add a style."""
    based_on = f'<w:basedOn w:val="{base}"/>' if base else ""
    for_paragraph = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    return text(
        "</w:styles>",
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>'
        f"{based_on}{for_paragraph}<w:rPr>{run}</w:rPr></w:style></w:styles>",
        STYLES,
    )


def changed(*changes: Change) -> bytes:
    """The sound report, packed, with `changes` made one after another."""
    return packed(both(*changes)(sound_parts()))
