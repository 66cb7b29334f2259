"""Makes exports/word/report.docx, the empty document every report begins with: page, named styles, numbering, headers.

`python -m tools.make_report_template` writes it; with `--check` it exits 1 if the shipped file is not what this makes.
Written part by part, because a template saved by a word processor carries its maker, its fonts and its theme.
"""

from __future__ import annotations

import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from tools.made_file import write_or_check
from tthtcd_tui.exports.word import measures as m
from tthtcd_tui.exports.word.package import packed
from tthtcd_tui.exports.word.pages import REPORT

TEMPLATE = Path(__file__).parent.parent / "tthtcd_tui" / "exports" / "word" / "report.docx"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FACE = "Times New Roman"
_FONTS = f'<w:rFonts w:ascii="{_FACE}" w:hAnsi="{_FACE}" w:eastAsia="{_FACE}" w:cs="{_FACE}"/>'


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; `paragraph` and `run` are its properties in the schema's order."""

    key: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    follows: str = ""
    built_in: bool = False


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _spacing(before: int = 0, after: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'


_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_CENTRE = '<w:jc w:val="center"/>'
_BOTH = '<w:jc w:val="both"/>'
_INDENT = f'<w:ind w:firstLine="{m.FIRST_LINE}"/>'
_BODY = _spacing(m.BETWEEN_PARAGRAPHS) + _INDENT + _BOTH
_ABOVE_TABLE = _spacing(m.BETWEEN_PARAGRAPHS, 60)
"""As below a heading: a table keeps no distance of its own."""
_HEADING = _spacing(m.BETWEEN_PARAGRAPHS, 60) + _INDENT + '<w:jc w:val="left"/>'
"""Not justified: a few long capitals would stand far apart."""
_BEFORE_SIGNING = 240
_KEEP = "<w:keepNext/><w:keepLines/>"
_RULE = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
_HAIR = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_BELOW_TEXT = _HAIR.replace('w:before="0"', f'w:before="{m.ABOVE_RULE}"')


def _heading(level: int, run: str) -> Style:
    properties = (
        f'{_KEEP}<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
        f'{_HEADING}<w:outlineLvl w:val="{level - 1}"/>'
    )
    return Style(f"Heading{level}", f"heading {level}", properties, run, follows="BodyText", built_in=True)


_OUTLINED = '<w:outlineLvl w:val="0"/>'
"""Beside the parts of the report, in the navigation pane."""


def _smaller() -> tuple[Style, ...]:
    """The lettering of tables in appendices."""
    size = _size(m.SIZE_APPENDIX_TABLE)
    return (
        Style("TieuDeBangPhuLuc", "Tiêu đề bảng phụ lục", "", size, based_on="TieuDeBang"),
        Style("NoiDungBangPhuLuc", "Nội dung bảng phụ lục", _spacing(20, 20), size, based_on="NoiDungBang"),
        Style("NhomBangPhuLuc", "Nhóm của bảng phụ lục", "<w:keepNext/>", _BOLD, based_on="NoiDungBangPhuLuc"),
        Style("TongBangPhuLuc", "Tổng của bảng phụ lục", "", _BOLD, based_on="NoiDungBangPhuLuc"),
    )


STYLES = (
    Style("BodyText", "Body Text", _BODY, built_in=True),
    Style("DoanTruocBang", "Đoạn trước bảng", "<w:keepNext/>" + _ABOVE_TABLE, based_on="BodyText"),
    _heading(1, _BOLD),
    _heading(2, _BOLD),
    Style("Title", "Title", _KEEP + _spacing(240) + _CENTRE, _BOLD, follows="TrichYeu", built_in=True),
    Style("TrichYeu", "Trích yếu", _KEEP + _spacing() + _CENTRE, _BOLD),
    Style("DuongKe", "Đường kẻ", _RULE + _BELOW_TEXT + _CENTRE, _size(2)),
    Style("CoQuanChuQuan", "Cơ quan chủ quản", _spacing() + _CENTRE, _size(m.SIZE_HEAD)),
    Style("CoQuanBanHanh", "Cơ quan ban hành", _spacing() + _CENTRE, _BOLD + _size(m.SIZE_HEAD)),
    Style("QuocHieu", "Quốc hiệu", _spacing() + _CENTRE, _BOLD + _size(m.SIZE_HEAD)),
    Style("TieuNgu", "Tiêu ngữ", _spacing() + _CENTRE, _BOLD + _size(m.SIZE_BELOW_HEAD)),
    Style("SoKyHieu", "Số, ký hiệu", _spacing(120) + _CENTRE, _size(m.SIZE_BELOW_HEAD)),
    Style("DiaDanhNgayThang", "Địa danh, ngày tháng", _spacing(120) + _CENTRE, _ITALIC + _size(m.SIZE_BELOW_HEAD)),
    Style("KinhGui", "Kính gửi", _KEEP + _spacing(240) + '<w:jc w:val="left"/>', follows="KinhGuiNoiNhan"),
    Style("KinhGuiMotNoi", "Kính gửi - một nơi", _spacing(240, 120) + _CENTRE),
    Style("KinhGuiNoiNhan", "Kính gửi - nơi nhận", _spacing(60) + '<w:jc w:val="left"/>'),
    Style("CanCu", "Căn cứ", _BODY, _ITALIC),
    Style("TieuDeBang", "Tiêu đề bảng", _KEEP + _spacing(40, 40) + _CENTRE, _BOLD + _size(m.SIZE_TABLE)),
    Style("NoiDungBang", "Nội dung bảng", _spacing(40, 40), _size(m.SIZE_TABLE)),
    Style("NhomBang", "Nhóm của bảng", "<w:keepNext/>", based_on="NoiDungBang"),
    Style("TongBang", "Tổng của bảng", "", _BOLD, based_on="NoiDungBang"),
    *_smaller(),
    Style("PhuLuc", "Phụ lục", _KEEP + _spacing(0, 0) + _CENTRE + _OUTLINED, _BOLD, follows="TenPhuLuc"),
    Style("TenPhuLuc", "Tên phụ lục", _KEEP + _spacing(60) + _CENTRE, _BOLD, follows="KemTheo"),
    Style("KemTheo", "Kèm theo", _KEEP + _spacing(60, 120) + _CENTRE, _ITALIC),
    Style("QuyenHan", "Quyền hạn", _KEEP + _spacing(_BEFORE_SIGNING) + _CENTRE, _BOLD),
    Style("ChucVu", "Chức vụ", _KEEP + _spacing() + _CENTRE, _BOLD),
    Style("HoTen", "Họ tên người ký", _spacing(m.ROOM_TO_SIGN) + _CENTRE, _BOLD),
    Style(
        "NoiNhanTieuDe",
        "Nơi nhận - tiêu đề",
        _spacing(_BEFORE_SIGNING),
        _BOLD + _ITALIC + _size(m.SIZE_RECIPIENTS_LABEL),
    ),
    Style("NoiNhan", "Nơi nhận", _spacing(), _size(m.SIZE_RECIPIENTS)),
    Style("NganCach", "Ngăn cách", _HAIR, _size(2)),
    Style("Header", "header", _spacing() + _CENTRE, built_in=True),
    Style("DuThao", "Dự thảo", '<w:jc w:val="right"/>', _BOLD + _size(m.SIZE_HEAD), based_on="Header"),
)


def _style(style: Style) -> str:
    custom = "" if style.built_in else ' w:customStyle="1"'
    follows = f'<w:next w:val="{style.follows}"/>' if style.follows else ""
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{follows}<w:qFormat/>{paragraph}{run}</w:style>'
    )


def _styles() -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    no_margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f'{_XML}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:color w:val="000000"/>'
        f'{_size(m.SIZE)}<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:widowControl/>{_spacing()}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        f"{no_margins}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{''.join(map(_style, STYLES))}"
        '<w:style w:type="table" w:customStyle="1" w:styleId="KhungTrinhBay"><w:name w:val="Khung trình bày"/>'
        '<w:basedOn w:val="TableNormal"/></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="BangKetQua"><w:name w:val="Bảng kết quả"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>'
        f'<w:left w:w="{m.CELL_MARGIN}" w:type="dxa"/><w:right w:w="{m.CELL_MARGIN}" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>'
        "</w:styles>"
    )


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="%{level + 1}."/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{m.FIRST_LINE}"/></w:pPr></w:lvl>'
        for level, kind in enumerate(("upperRoman", "decimal"))
    )
    return (
        f'{_XML}<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        f'{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _document() -> str:
    return f'{_XML}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{REPORT.section}</w:body></w:document>'


def _header(style: str, runs: str = "") -> str:
    return f'{_XML}<w:hdr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p></w:hdr>'


_PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_PARTS = (("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("fontTable", "fontTable"))
_CORE = (
    f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:language>vi-VN</dc:language><cp:revision>1</cp:revision></cp:coreProperties>"
)
_SETTINGS = (
    f'{_XML}<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
_FONT_TABLE = (
    f'{_XML}<w:fonts xmlns:w="{_W}"><w:font w:name="{_FACE}"><w:panose1 w:val="02020603050405020304"/>'
    '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_THEME_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "1F4E79", "accent2": "9DC3E6",
    "accent3": "7F7F7F", "accent4": "BF9000", "accent5": "548235", "accent6": "C55A11", "hlink": "0563C1",
    "folHlink": "954F72",
}  # fmt: skip


def _theme() -> str:
    """Colours and fonts for what a person adds in Word, a chart among it; the report's own styles name theirs."""
    colours = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in _THEME_COLOURS.items())
    face = f'<a:latin typeface="{_FACE}"/><a:ea typeface="{_FACE}"/><a:cs typeface="{_FACE}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{_XML}<a:theme xmlns:a="{_A}" name="TTHTCD"><a:themeElements>'
        f'<a:clrScheme name="TTHTCD">{colours}</a:clrScheme>'
        f'<a:fontScheme name="TTHTCD"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="TTHTCD"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = [("/word/document.xml", f"{word}.document.main+xml"), ("/docProps/core.xml", f"{_CORE_TYPE}+xml")]
    parts += [(f"/word/{name}.xml", f"{word}.{kind}+xml") for name, kind in _PARTS]
    parts += [(f"/word/header{number}.xml", f"{word}.header+xml") for number in (1, 2)]
    parts.append(("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"))
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties"


def template() -> bytes:
    """The document's bytes, always the same."""
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    inner = [(f"{_R}/header", "header1.xml"), (f"{_R}/header", "header2.xml")]
    inner += [(f"{_R}/{name}", f"{name}.xml") for name, _ in _PARTS]
    inner.append((f"{_R}/theme", "theme/theme1.xml"))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([(f"{_R}/officeDocument", "word/document.xml"), (core, "docProps/core.xml")]),
        "docProps/core.xml": _CORE,
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relations(inner),
        "word/header1.xml": _header("Header", _PAGE),
        "word/header2.xml": _header("DuThao"),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _FONT_TABLE,
        "word/theme/theme1.xml": _theme(),
    }
    # Stored: compressed, the same parts may be other bytes on another machine.
    return packed({name: text.encode() for name, text in parts.items()}, zipfile.ZIP_STORED)


def main() -> int:
    stale = "report.docx is not what it is made from: run python -m tools.make_report_template"
    return write_or_check(TEMPLATE, template(), stale)


if __name__ == "__main__":
    sys.exit(main())
