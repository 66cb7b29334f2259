"""What the checks see of a document is what a reader sees: effective formatting, numbers, widths, lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.nd30.check import failures
from support.nd30.failure import Failure
from support.nd30.flow import Line, Paragraph, Table, all_paragraphs
from support.nd30.formats import RunFormat
from support.nd30.numbering import printed, roman
from support.nd30.package import Package
from support.nd30.reader import Document, Reader
from support.nd30.rendered import missing_tools, rendered_pages
from support.nd30.widths import width
from support.sound_report import (
    CLOSING,
    MAIN_RELATIONSHIPS,
    NUMBERING,
    OFFICE,
    OPENING,
    PROSE,
    RESULTS,
    STYLES,
    TYPES,
    Change,
    both,
    changed,
    inside,
    new_style,
    packed,
    paragraph,
    sound_parts,
    style,
    text,
)


def read(*changes: Change) -> Document:
    return Reader(Package(changed(*changes))).document()


def found(words: str, *changes: Change) -> Paragraph:
    """The paragraph that shows `words`, in the sound report with changes."""
    blocks = read(*changes).blocks
    return next(paragraph for paragraph in all_paragraphs(blocks) if words in paragraph.text.lower())


def shown(words: str, *changes: Change) -> RunFormat:
    return next(span.format for span in found(words, *changes).spans if span.visible)


# ------------------------------------------------------------------------------------------ effective formatting
LOUD = new_style("Loud", "", run="<w:b/><w:i/><w:caps/>", kind="character")
LOUD_BODY = style("Body", run="<w:b/><w:i/>")
LOUD_DEFAULT = text("<w:rPrDefault><w:rPr>", "<w:rPrDefault><w:rPr><w:b/>", STYLES)


@pytest.mark.parametrize(
    ("own", "others", "bold", "italic"),
    [
        ("", LOUD, False, False),
        ("", LOUD_BODY, True, True),
        ('<w:rStyle w:val="Loud"/>', LOUD, True, True),
        ('<w:rStyle w:val="Loud"/>', both(LOUD, LOUD_BODY), False, False),
        ('<w:rStyle w:val="Loud"/><w:b/>', both(LOUD, LOUD_BODY), True, False),
        ('<w:rStyle w:val="Loud"/><w:i w:val="false"/>', LOUD, True, False),
        ('<w:b w:val="0"/>', LOUD_BODY, False, True),
        ('<w:rStyle w:val="Loud"/>', both(LOUD, LOUD_DEFAULT), True, True),
    ],
    ids=["none", "paragraph", "character", "both", "both and said", "said off", "a style said off", "by default"],
)
def test_switches_in_styles_of_two_kinds_undo_each_other(own: str, others: Change, bold: bool, italic: bool) -> None:
    seen = shown("trung tâm báo cáo", others, inside(OPENING, "<w:r>", f"<w:r><w:rPr>{own}</w:rPr>"))
    assert (seen.bold, seen.italic) == (bold, italic)


def test_a_style_overrides_what_it_is_based_on() -> None:
    chain = both(
        new_style("First", "Body", run='<w:b/><w:sz w:val="30"/>', paragraph='<w:ind w:hanging="100"/>'),
        new_style("Second", "First", run='<w:b w:val="0"/><w:i/>', paragraph='<w:ind w:left="200"/>'),
        inside(OPENING, '"Body"', '"Second"'),
    )
    seen = shown("trung tâm báo cáo", chain)
    assert (seen.size, seen.bold, seen.italic) == (15, False, True)
    formatted = found("trung tâm báo cáo", chain).format
    # The hanging indent takes the first line's place; the spacing is still the base's.
    assert (formatted.left, formatted.first, formatted.before, formatted.line) == (10, -5, 6, 1.1)


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="x"><a:themeElements>'
    '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1></a:clrScheme>'
    '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="{}"/><a:ea typeface="Times New Roman"/><a:cs typeface="Times New Roman"/>'
    "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
)
THEMED = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
    'w:cstheme="minorBidi"/>'
)


def themed(latin: str) -> bytes:
    """The sound report, its fonts and colour named by the theme alone."""
    parts = both(
        text(
            '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" '
            'w:cs="Times New Roman"/>',
            f'{THEMED}<w:color w:val="FFFFFF" w:themeColor="text1"/>',
            STYLES,
        ),
        text(
            "</Relationships>",
            f'<Relationship Id="rId8" Type="{OFFICE}/theme" Target="theme.xml"/></Relationships>',
            MAIN_RELATIONSHIPS,
        ),
        text(
            "</Types>",
            '<Override PartName="/word/theme.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>',
            TYPES,
        ),
    )(sound_parts())
    return packed({**parts, "word/theme.xml": THEME.format(latin)})


def test_fonts_and_colours_of_the_theme_count() -> None:
    assert failures(themed("Times New Roman")) == []
    assert {failure.rule for failure in failures(themed("Calibri"))} == {"font"}


CONDITIONAL = text(
    "</w:styles>",
    '<w:style w:type="table" w:styleId="Lined"><w:name w:val="Lined"/><w:rPr><w:i/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:pPr><w:jc w:val="right"/></w:pPr><w:rPr><w:color w:val="FF0000"/></w:rPr>'
    "</w:tblStylePr></w:style></w:styles>",
    STYLES,
)


@pytest.mark.parametrize(
    ("look", "black"), [('w:firstRow="1"', False), ('w:firstRow="0"', True), ('w:val="0020"', False)]
)
def test_a_table_style_formats_its_parts(look: str, black: bool) -> None:
    lined = both(
        CONDITIONAL,
        inside(RESULTS, "<w:tblPr>", '<w:tblPr><w:tblStyle w:val="Lined"/>'),
        text(
            '</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="6388"/>',
            f'</w:tblCellMar><w:tblLook {look}/></w:tblPr><w:tblGrid><w:gridCol w:w="6388"/>',
        ),
    )
    assert shown("số lớp", lined).black is black
    assert shown("số lớp", lined).italic
    assert shown("học nghề", lined).black
    # The paragraph's own style is stronger than its table's.
    assert found("số lớp", lined).format.align == "center"


def test_a_list_sets_in_below_the_place_that_names_it() -> None:
    indented = text(
        '<w:lvlJc w:val="left"/></w:lvl>',
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl>',
        NUMBERING,
    )
    # Heading1 inherits a first line of 720 and names the list itself: the list's indents are the stronger.
    assert (found("đặc điểm", indented).format.left, found("đặc điểm", indented).format.first) == (20, -20)
    own = style("Heading1", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="0" w:firstLine="720"/>')
    assert (found("đặc điểm", indented, own).format.left, found("đặc điểm", indented, own).format.first) == (0, 36)


# ------------------------------------------------------------------------------------------------------- numbers
def test_numbers_are_counted() -> None:
    labels = [paragraph.label for paragraph in all_paragraphs(read().blocks) if paragraph.label]
    assert labels == ["I.", "II.", "1.", "2."]


def test_a_number_may_start_afresh() -> None:
    again = both(
        text(
            "</w:numbering>",
            '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
            "</w:lvlOverride></w:num></w:numbering>",
            NUMBERING,
        ),
        text(
            CLOSING,
            paragraph("Heading1", "Thêm", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>') * 2 + CLOSING,
        ),
    )
    labels = [paragraph.label for paragraph in all_paragraphs(read(again).blocks) if paragraph.label]
    assert labels == ["I.", "II.", "1.", "2.", "V.", "VI."]


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (14, "upperRoman", "XIV"),
        (9, "lowerRoman", "ix"),
        (28, "upperLetter", "BB"),
        (3, "lowerLetter", "c"),
        (3, "bullet", ""),
        (3, "chicago", "?"),
    ],
)
def test_a_number_is_printed_in_its_kind(number: int, kind: str, text: str) -> None:
    assert printed(number, kind) == text


def test_roman_numbers() -> None:
    assert [roman(number) for number in (1, 4, 9, 40, 99, 2021)] == ["I", "IV", "IX", "XL", "XCIX", "MMXXI"]


# -------------------------------------------------------------------------------------------------------- widths
@pytest.mark.parametrize(
    ("words", "size", "bold", "italic", "points"),
    [
        # Advance widths of Times New Roman: n and d half an em, g half, i 569/2048 …
        ("n", 20.48, False, False, 10.24),
        ("ngh", 20.48, False, False, 30.72),
        ("M", 20.48, True, False, 19.33),
        ("ệ", 20.48, False, False, 9.09),
        ("Ự", 20.48, False, False, 15.89),
        ("ừ", 20.48, True, False, 12.29),
        ("đĐ", 20.48, True, False, 11.39 + 14.79),
        ("\u00a0-\u2011", 20.48, False, False, 5.12 + 6.82 * 2),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, False, 171.38),
        ("", 14, False, False, 0),
    ],
)
def test_widths(words: str, size: float, bold: bool, italic: bool, points: float) -> None:
    assert width(words, size, bold=bold, italic=italic) == pytest.approx(points, abs=0.01)


def test_lines_wrap_at_blanks_and_behind_hyphens() -> None:
    body = found("năm học 2020-2021")
    line = Line(body, body.lines[0], None)
    whole = width("Tự đánh giá tổ chức, hoạt động năm học 2020-2021", 14, bold=True)
    assert line.width == pytest.approx(whole)
    assert line.fits
    assert line.wrapped() == [pytest.approx(whole)]
    narrow = text('w:w="11906"', f'w:w="{1984 + 1134 + int(whole * 20) - 40}"')
    body = found("năm học 2020-2021", narrow)
    line = Line(body, body.lines[0], None)
    assert not line.fits
    assert line.wrapped() == [
        pytest.approx(width("Tự đánh giá tổ chức, hoạt động năm học 2020-", 14, bold=True)),
        pytest.approx(width("2021", 14, bold=True)),
    ]


def test_deleted_text_and_hidden_text_are_not_read() -> None:
    hidden = inside(
        PROSE,
        "<w:r>",
        '<w:del w:id="1" w:author="x"><w:r><w:delText>đã xóa</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr>'
        "<w:t>ẩn</w:t></w:r><w:r>",
    )
    assert found("đô thị", hidden).text.startswith("Phường là đô thị")


def test_a_cell_is_as_wide_as_it_says_less_its_margins() -> None:
    def widths(*changes: Change) -> list[float]:
        table = next(block for block in read(*changes).blocks if isinstance(block, Table))
        return [cell.width for cell in table.rows[0].cells]

    assert widths() == [185, 254.4]
    no_margins = text('<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>', "")
    assert widths(no_margins) == [pytest.approx(174.2), pytest.approx(243.6)]
    assert widths(text('<w:tcW w:w="3700" w:type="dxa"/>', '<w:tcW w:w="2500" w:type="pct"/>')) == [
        pytest.approx(219.7),
        254.4,
    ]
    assert widths(text('<w:tcW w:w="3700" w:type="dxa"/>', '<w:tcW w:w="0" w:type="auto"/>')) == [185, 254.4]


def test_a_failure_names_a_rule_there_is() -> None:
    assert str(Failure("motto", "is gone")) == "motto: is gone"
    with pytest.raises(KeyError):
        Failure("no such rule", "")


@pytest.mark.long
def test_rendered_pages(tmp_path: Path) -> None:
    if missing := missing_tools():
        pytest.skip(f"not installed: {', '.join(missing)}")
    first, second = rendered_pages(packed(sound_parts()), tmp_path)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first
    assert "II. TỔ CHỨC HOẠT ĐỘNG" in first
    assert "Nguyễn Thị Lan" in second
    assert second.split()[0] == "2"
