"""Every rule of the file and its pages fails when it is broken, and no other rule with it."""

from __future__ import annotations

import io
import zipfile

import pytest
from support.matrix import long_rows
from support.nd30.check import failures
from support.nd30.failure import FILE_RULES, PAGE_RULES, Failure
from support.sound_report import (
    ABSTRACT,
    ABSTRACT_RULE,
    CORE,
    EPOCH,
    FIRST_HEADER,
    HEADER,
    HEADING,
    LAST_SECTION,
    LEFT,
    MAIN,
    MAIN_RELATIONSHIPS,
    MARGINS,
    MOTTO_RULE,
    NAMESPACES,
    NUMBERING,
    OFFICE,
    PAGE,
    PAPER,
    PROSE,
    RESULTS,
    RESULTS_ROW,
    SCHEMAS,
    STYLES,
    TITLE,
    TYPES,
    Change,
    both,
    changed,
    drawn,
    inside,
    new_style,
    packed,
    paragraph,
    ruled,
    sound_parts,
    style,
    text,
)

LATE = PROSE.replace('<w:pPr><w:pStyle w:val="Body"/></w:pPr>', "").replace(
    "</w:p>", '<w:pPr><w:pStyle w:val="Body"/></w:pPr></w:p>'
)
"""A paragraph with its properties behind its run."""
TURNED = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
XML_TYPE = '<Default Extension="xml" ContentType="application/xml"/>'
HEADER_TYPE = (
    '<Override PartName="/word/header1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>'
)
CREATED = '<dcterms:created xsi:type="dcterms:W3CDTF">2021-06-05T00:00:00Z</dcterms:created>'
CREATOR = "<dc:creator>Trung tâm học tập cộng đồng phường Mạo Khê</dc:creator>"
NUMBER_FONT = '<w:rPr><w:rFonts w:hAnsi="Symbol"/></w:rPr></w:lvl>'
NUM = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
RESULTS_GRID = '<w:tblGrid><w:gridCol w:w="6388"/><w:gridCol w:w="2400"/></w:tblGrid>'
CORE_RELATIONSHIP = (
    f'<Relationship Id="rId2" Type="{SCHEMAS}/package/2006/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
)
BY_HAND = "<w:r><w:rPr>{}</w:rPr>"

BREAKS: dict[str, dict[str, Change]] = {
    "package": {
        "a part that is not there": text("header2.xml", "header3.xml", MAIN_RELATIONSHIPS),
        "a list that is not there": text('<w:numId w:val="1"/>', '<w:numId w:val="9"/>', STYLES),
        "a style based on nothing": text('basedOn w:val="Normal"', 'basedOn w:val="None"', STYLES),
        "a relationship that is not there": text('r:id="rId4"', 'r:id="rId9"'),
        "a drawing's number twice": text(MOTTO_RULE, drawn(159)),
        "a prefix not declared": text("<w:document ", '<w:document mc:Ignorable="w14" '),
        "a style twice": new_style("Number", "Centred", run='<w:sz w:val="26"/>'),
        "a list twice": text("</w:numbering>", f"{NUM}</w:numbering>", NUMBERING),
        "typed as another document": text("document.main+xml", "template.main+xml", TYPES),
        "a type for nothing": text("</Types>", '<Override PartName="/x.xml" ContentType="x/x"/></Types>', TYPES),
        "a part without a type": both(text(XML_TYPE, "", TYPES), text(HEADER_TYPE, "", TYPES)),
    },
    "order": {
        "alignment before spacing": inside(ABSTRACT, "</w:pPr>", '<w:jc w:val="center"/><w:keepNext/></w:pPr>'),
        "size before weight": style("Motto", run='<w:sz w:val="26"/><w:b/>'),
        "weight twice": style("Motto", run='<w:b/><w:b/><w:sz w:val="26"/>'),
        "a cell without a paragraph at its end": inside(
            RESULTS_ROW, "</w:p></w:tc>", "</w:p><w:bookmarkStart/></w:tc>"
        ),
        "table layout after its margins": both(
            text('<w:tblLayout w:type="fixed"/><w:tblCellMar>', "<w:tblCellMar>"),
            text("</w:tblCellMar>", '</w:tblCellMar><w:tblLayout w:type="fixed"/>'),
        ),
        "a cell's alignment before its width": text(
            f'<w:tcPr><w:tcW w:w="{LEFT}"', f'<w:tcPr><w:vAlign w:val="top"/><w:tcW w:w="{LEFT}"'
        ),
        "margins before the paper": text(PAPER + MARGINS, MARGINS + PAPER),
        "an element of nowhere": style("Motto", run='<w:bold/><w:b/><w:sz w:val="26"/>'),
        "a table without a grid": inside(RESULTS, RESULTS_GRID, ""),
        "a row without a cell": inside(RESULTS, "</w:tbl>", "<w:tr><w:trPr><w:cantSplit/></w:trPr></w:tr></w:tbl>"),
        "a section within the body": text(LAST_SECTION, LAST_SECTION + "<w:bookmarkEnd/>"),
        "a header without a paragraph": text('<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>', "", FIRST_HEADER),
        "properties behind a run": inside(PROSE, PROSE, LATE),
    },
    "characters": {
        "a zero-width space": text("loại IV", "loại\u200b IV"),
        "a C1 control": text("loại IV", "loại\x85 IV"),
        "a line break within a run": text("loại IV", "loại&#10;IV"),
        "a private character": text("loại IV", "loại\ue000 IV"),
        "a direction mark in the title": text("<dc:title>", "<dc:title>\u202e", CORE),
    },
    "nfc": {
        "marks apart": text("loại IV", "loa\u0323i IV"),
        "marks apart in the properties": text("năm học", "na\u0306m học", CORE),
    },
    "properties": {
        "no properties": text(CORE_RELATIONSHIP, "", "_rels/.rels"),
        "two authors": text(CREATOR, CREATOR * 2, CORE),
        "in English": text(CREATOR, f"{CREATOR}<dc:language>en-US</dc:language>", CORE),
        "a date nobody can read": text("2021-06-05T00:00:00Z", "5/6/2021", CORE),
        "no title": text("Báo cáo tự đánh giá năm học 2020-2021", "", CORE),
        "no author": text(CREATOR, "", CORE),
        "python-docx": text(CREATOR, f"{CREATOR}<dc:description>generated by python-docx</dc:description>", CORE),
        "of 2013": text("2021-06-05T", "2013-12-23T", CORE),
        "no date": text(CREATED, "", CORE),
        "a date without a type": text(' xsi:type="dcterms:W3CDTF"', "", CORE),
    },
    "language": {
        "English by default": text('w:lang w:val="vi-VN"', 'w:lang w:val="en-US"', STYLES),
        "from right to left": inside(PROSE, "<w:r>", BY_HAND.format("<w:rtl/>")),
        "one run in English": inside(PROSE, "<w:r>", BY_HAND.format('<w:lang w:val="en-US"/>')),
    },
    "hand-formatted": {
        "a size by hand": inside(PROSE, "<w:r>", BY_HAND.format('<w:sz w:val="28"/>')),
    },
    "draft-mark": {
        "a draft's mark": text(TITLE, paragraph("Centred", "DỰ THẢO") + TITLE),
        "a gap": text("loại IV", "[Chưa nhập: loại đô thị]"),
    },
    "paper": {
        "Letter": text(PAPER, '<w:pgSz w:w="12240" w:h="15840"/>'),
        "turned": both(text(PAPER, TURNED), text(ABSTRACT_RULE, ruled(5560))),
        "said to be turned": text(PAPER, '<w:pgSz w:w="11906" w:h="16838" w:orient="landscape"/>'),
    },
    "margins": {
        "top": text('w:top="1417"', 'w:top="1100"'),
        "bottom": text('w:bottom="1134"', 'w:bottom="1440"'),
        "left": text('w:left="1984"', 'w:left="1690"'),
        "right": text('w:right="1134"', 'w:right="840"'),
        "gutter": text('w:gutter="0"', 'w:gutter="200"'),
    },
    "page-number": {
        "on page 1 too": text("<w:titlePg/>", ""),
        "in the header of page 1": text("</w:pPr>", f"</w:pPr>{PAGE}", FIRST_HEADER),
        "none": text(PAGE, "", HEADER),
        "bold": style("Header", run="<w:b/>"),
        "slanted": style("Header", run="<w:i/>"),
        "12 pt": style("Header", run='<w:sz w:val="24"/>'),
        "on the right": style("Header", paragraph='<w:jc w:val="right"/>'),
        "Roman": text("<w:titlePg/>", '<w:pgNumType w:fmt="lowerRoman"/><w:titlePg/>'),
        "Roman by its field": text(" PAGE ", " PAGE \\* roman ", HEADER),
        "from 0": text("<w:titlePg/>", '<w:pgNumType w:start="0"/><w:titlePg/>'),
        "with words": text(PAGE, f"<w:r><w:t>Trang </w:t></w:r>{PAGE}", HEADER),
        "in the text": text('w:header="709"', 'w:header="1300"'),
    },
    "font": {
        "another": both(
            inside(PROSE, '<w:pStyle w:val="Body"/>', '<w:pStyle w:val="Other"/>'),
            new_style("Other", "Body", run='<w:rFonts w:ascii="Arial"/>'),
        ),
        "one slot forgotten": text(' w:cs="Times New Roman"', "", STYLES),
        "the theme's": text('w:eastAsia="Times New Roman"', 'w:eastAsiaTheme="minorEastAsia"', STYLES),
        "of a number": text('<w:lvlJc w:val="left"/></w:lvl>', f'<w:lvlJc w:val="left"/>{NUMBER_FONT}', NUMBERING),
        "of the page number": style("Header", run='<w:rFonts w:ascii="Calibri"/>'),
    },
    "colour": {
        "red": style("Heading2", run='<w:b/><w:color w:val="C00000"/>'),
        "the theme's accent": style("Heading2", run='<w:b/><w:color w:val="000000" w:themeColor="accent1"/>'),
        "highlighted": inside(PROSE, "<w:r>", BY_HAND.format('<w:highlight w:val="yellow"/>')),
    },
}


def is_first(case: tuple[str, str]) -> bool:
    """Of the ways to break a rule, the first."""
    rule, how = case
    return how == next(iter(BREAKS[rule]))


@pytest.mark.parametrize(
    ("rule", "how"), long_rows(((rule, how) for rule, hows in BREAKS.items() for how in hows), is_first)
)
def test_a_broken_rule_fails_alone(rule: str, how: str) -> None:
    assert {failure.rule for failure in failures(changed(BREAKS[rule][how]))} == {rule}


def with_story(kind: str, pages: str, content: str) -> Change:
    """Add a header or footer to the section."""
    part = f"word/{kind}9.xml"
    wordprocessing = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    root = {"header": "hdr", "footer": "ftr"}[kind]

    def add(parts: dict[str, str]) -> dict[str, str]:
        return {**parts, part: parts[HEADER].replace("w:hdr", f"w:{root}").replace(PAGE, content)}

    return both(
        add,
        text("<w:sectPr>", f'<w:sectPr><w:{kind}Reference w:type="{pages}" r:id="rId9"/>'),
        text(
            "</Relationships>",
            f'<Relationship Id="rId9" Type="{OFFICE}/{kind}" Target="{kind}9.xml"/></Relationships>',
            MAIN_RELATIONSHIPS,
        ),
        text("</Types>", f'<Override PartName="/{part}" ContentType="{wordprocessing}.{kind}+xml"/></Types>', TYPES),
    )


def odd_and_even(parts: dict[str, str]) -> dict[str, str]:
    """The report with different headers on odd and even pages."""
    settings = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
    parts = both(
        text(
            "</Relationships>",
            f'<Relationship Id="rId7" Type="{OFFICE}/settings" Target="settings.xml"/></Relationships>',
            MAIN_RELATIONSHIPS,
        ),
        text("</Types>", f'<Override PartName="/word/settings.xml" ContentType="{settings}"/></Types>', TYPES),
    )(parts)
    return {**parts, "word/settings.xml": f"<w:settings {NAMESPACES}><w:evenAndOddHeaders/></w:settings>"}


def test_every_page_carries_its_number_once() -> None:
    assert failures(changed(with_story("footer", "default", "<w:r><w:t>Báo cáo</w:t></w:r>"))) == []
    assert failures(changed(with_story("footer", "default", PAGE))) == [
        Failure("page-number", "a number in the default footer")
    ]
    assert failures(changed(odd_and_even, with_story("header", "even", PAGE))) == []
    assert failures(changed(odd_and_even)) == [Failure("page-number", "section 1: 0 numbers in the even header")]


def restamped(*times: tuple[int, int, int, int, int, int]) -> bytes:
    """The sound report, its members stamped with these times in turn."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for at, (name, content) in enumerate(sound_parts().items()):
            archive.writestr(zipfile.ZipInfo(name, times[at % len(times)]), HEADING + content)
    return memory.getvalue()


def twice() -> bytes:
    memory = io.BytesIO(packed(sound_parts()))
    with zipfile.ZipFile(memory, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(zipfile.ZipInfo(MAIN, EPOCH), HEADING + sound_parts()[MAIN])
    return memory.getvalue()


@pytest.mark.parametrize(
    "docx",
    [
        restamped((1980, 1, 1, 0, 0, 0), (2021, 6, 5, 0, 0, 0)),
        restamped((2024, 2, 3, 4, 5, 6)),
        twice(),
        b"",
        b"no archive",
        packed({**sound_parts(), MAIN: "<w:document>"}),
    ],
    ids=["two times", "the time of making", "a member twice", "nothing", "no archive", "no XML"],
)
def test_an_unsound_archive_fails_alone(docx: bytes) -> None:
    assert {failure.rule for failure in failures(docx)} == {"zip"}


def test_an_archive_may_say_the_time_of_the_document() -> None:
    assert failures(packed(sound_parts(), at=(2021, 6, 5, 0, 0, 0))) == []


def test_a_package_without_a_document_fails() -> None:
    parts = sound_parts()
    assert "package" in {failure.rule for failure in failures(packed({**parts, MAIN: "<x/>"}))}
    del parts[MAIN]
    assert "package" in {failure.rule for failure in failures(packed(parts))}


def test_every_rule_has_its_breaks() -> None:
    assert {*BREAKS, "zip"} == {*FILE_RULES, *PAGE_RULES}
