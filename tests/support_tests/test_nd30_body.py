"""Every rule of the body fails when it is broken, and no other rule with it."""

from __future__ import annotations

import pytest
from support.matrix import long_rows
from support.nd30.check import failures
from support.nd30.failure import BODY_RULES
from support.sound_report import (
    CLOSING,
    NUMBERING,
    OPENING,
    PART_2,
    POINTS,
    PROSE,
    RESULTS_HEADER,
    RESULTS_ROW,
    SECTION_1,
    SECTION_2,
    STYLES,
    Change,
    both,
    changed,
    inside,
    new_style,
    paragraph,
    style,
    text,
)

BODY = '<w:spacing w:before="120" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
COUNTED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'


def points(letters: str) -> Change:
    return text(POINTS, "".join(paragraph("Body", f"{letter}) Đã thực hiện;") for letter in letters))


BREAKS: dict[str, dict[str, Change]] = {
    "body": {
        "12 pt": both(inside(PROSE, '"Body"', '"Small"'), new_style("Small", "Body", run='<w:sz w:val="24"/>')),
        "of two sizes": both(
            inside(OPENING, '"Body"', '"Small"'), new_style("Small", "Body", run='<w:sz w:val="26"/>')
        ),
        "slanted": inside(PROSE, '"Body"', '"Legal"'),
        "bold": both(
            inside(OPENING, "<w:r>", '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr>'),
            new_style("Strong", "", run="<w:b/>", kind="character"),
        ),
    },
    "body-justified": {
        "ragged": style("Body", paragraph=BODY.replace("both", "left")),
    },
    "body-indent": {
        "1.25 cm": style("Body", paragraph=BODY.replace("720", "709")),
        "none": inside(OPENING, "</w:pPr>", '<w:ind w:firstLine="0"/></w:pPr>'),
        "all of it": inside(OPENING, "</w:pPr>", '<w:ind w:left="720" w:firstLine="0"/></w:pPr>'),
        "by a tab": inside(OPENING, "<w:r>", "<w:r><w:tab/>"),
    },
    "body-gap": {
        "5 pt": style("Body", paragraph=BODY.replace('"120"', '"100"')),
        "none between the same": style("Body", paragraph=BODY.replace("<w:jc", "<w:contextualSpacing/><w:jc")),
    },
    "body-line": {
        "too close": style("Body", paragraph=BODY.replace('"264"', '"228"')),
        "too wide": style("Body", paragraph=BODY.replace('"264"', '"372"')),
        "too close in points": style(
            "Body", paragraph=BODY.replace('"264" w:lineRule="auto"', '"280" w:lineRule="exact"')
        ),
    },
    "legal-basis": {
        "upright": style("Legal", run=""),
        "the wrong stop": text("nhân dân phường;", "nhân dân phường."),
        "no last stop": text("trong năm học.", "trong năm học;"),
    },
    "heading": {
        "a part in lower case": style("Heading1", run="<w:b/>"),
        "a part not bold": style("Heading1", run="<w:caps/>"),
        "a section in capitals": style("Heading2", run="<w:b/><w:caps/>"),
        "a section not bold": style("Heading2", run=""),
        "larger than the prose": style("Heading2", run='<w:b/><w:sz w:val="30"/>'),
        "a number not bold": text(
            '<w:lvlJc w:val="left"/></w:lvl>',
            '<w:lvlJc w:val="left"/><w:rPr><w:b w:val="0"/></w:rPr></w:lvl>',
            NUMBERING,
        ),
        "I.1.": text('"%2."', '"%1.%2."', NUMBERING),
        "1.1.": both(
            text('"%2."', '"%1.%2."', NUMBERING),
            text('<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading2"/><w:isLgl/>', NUMBERING),
        ),
    },
    "heading-real": {
        "no outline level": style("Heading2", paragraph=COUNTED),
        "outlined by hand": both(
            style("Heading2", paragraph=COUNTED),
            inside(SECTION_1, "</w:pPr>", '<w:outlineLvl w:val="1"/></w:pPr>'),
            inside(SECTION_2, "</w:pPr>", '<w:outlineLvl w:val="1"/></w:pPr>'),
        ),
        "a typed number": both(
            inside(PART_2, '"Heading1"/>', '"Heading1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
            text("Tổ chức hoạt động</w:t>", "II. Tổ chức hoạt động</w:t>"),
        ),
    },
    "heading-order": {
        "from 2": text(
            '<w:start w:val="1"/><w:numFmt w:val="decimal"/>',
            '<w:start w:val="2"/><w:numFmt w:val="decimal"/>',
            NUMBERING,
        ),
        "counting on": both(
            text('<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/>', NUMBERING),
            text(PART_2, SECTION_1 + PART_2),
        ),
        "both on one level": text('<w:outlineLvl w:val="1"/>', '<w:outlineLvl w:val="0"/>', STYLES),
    },
    "points": {
        "bold": both(inside(POINTS, '"Body"', '"Strong"'), new_style("Strong", "Body", run="<w:b/>")),
        "in the English order": points("abcdef"),
        "without đ": points("abcdeg"),
        "with f": points("abcdđef"),
        "with j": points("abcdđeghij"),
        "with w": points("abcdđeghiklmnopqrstuvw"),
        "from b": points("bcd"),
        "counting on behind a heading": text(CLOSING, paragraph("Body", "h) Đã thực hiện.") + CLOSING),
    },
    "end-mark": {
        "none": text("Trung tâm./.", "Trung tâm."),
        "within": inside(OPENING, "như sau:", "như sau./."),
        "with a line behind it": text(CLOSING, CLOSING + paragraph("Body", "Trân trọng.")),
    },
    "table-header": {
        "not repeated": inside(RESULTS_HEADER, "<w:tblHeader/>", ""),
        "off": inside(RESULTS_HEADER, "<w:tblHeader/>", '<w:tblHeader w:val="0"/>'),
    },
    "table-rows": {
        "a row may split": inside(RESULTS_ROW, "<w:trPr><w:cantSplit/></w:trPr>", ""),
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


def test_every_rule_has_its_breaks() -> None:
    assert BREAKS.keys() == BODY_RULES.keys()
