"""Every rule of head, title and addressees fails when it is broken, and no other rule with it."""

from __future__ import annotations

import pytest
from support.matrix import long_rows
from support.nd30.check import failures
from support.nd30.failure import HEAD_RULES
from support.sound_report import (
    ABSTRACT,
    ABSTRACT_RULE,
    ADDRESSEE,
    CLOSING,
    DATED,
    HEAD,
    ISSUER_RULE,
    LEFT,
    LEGAL,
    MAIN,
    MOTTO_RULE,
    NATION,
    NUMBER,
    OPENING,
    RIGHT,
    SIGN_OFF,
    SUPERIOR,
    TITLE,
    Change,
    both,
    cell,
    changed,
    drawn,
    inside,
    moved,
    new_style,
    paragraph,
    row,
    ruled,
    sound_parts,
    style,
    table,
    text,
)

INK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
VML = (
    '<w:p><w:pPr><w:pStyle w:val="Centred"/></w:pPr><w:r><w:pict><{0} {1} '
    'style="position:absolute;mso-position-horizontal:center">{2}</{0}></w:pict></w:r></w:p>'
)


def several(first: str, *more: str, at: int = 2440) -> Change:
    """Address several bodies, each on its line; the colon stands at 2440."""
    lines = [(1440, first), *((at, body) for body in more)]
    own = '<w:ind w:left="{0}"/><w:jc w:val="left"/>'
    return text(ADDRESSEE, "".join(paragraph("Addressees", words, own.format(indent)) for indent, words in lines))


BREAKS: dict[str, dict[str, Change]] = {
    "head": {
        "the columns not level": inside(NATION, "</w:pPr>", '<w:spacing w:before="240"/></w:pPr>'),
        "one column at the bottom": text(
            f'<w:tcW w:w="{RIGHT}" w:type="dxa"/>', f'<w:tcW w:w="{RIGHT}" w:type="dxa"/><w:vAlign w:val="bottom"/>'
        ),
        "number and date in different rows": text(
            row(cell(LEFT, NUMBER), cell(RIGHT, DATED)),
            row(cell(LEFT, NUMBER), cell(RIGHT, paragraph("Centred", "")))
            + row(cell(LEFT, paragraph("Centred", "")), cell(RIGHT, DATED)),
        ),
        "a line too many": text(DATED, DATED + paragraph("Centred", "Hỏa tốc")),
    },
    "nation": {
        "not bold": style("Nation", run=""),
        "14 pt": both(
            style("Nation", run='<w:b/><w:sz w:val="28"/>'),
            text(f'w:w="{LEFT}"', 'w:w="2788"', times=-1),
            text(f'w:w="{RIGHT}"', 'w:w="6000"', times=-1),
            text(MOTTO_RULE, ruled(1408)),
            text(ISSUER_RULE, drawn(45)),
        ),
        "on two lines": both(
            text(f'w:w="{LEFT}"', 'w:w="3800"', times=-1),
            text(f'w:w="{RIGHT}"', 'w:w="4988"', times=-1),
            text(MOTTO_RULE, ruled(902)),
        ),
        "in lower case": style("Nation", run='<w:b/><w:caps w:val="0"/>'),
        "another": text("Cộng hòa xã hội chủ nghĩa Việt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        "slanted": style("Nation", run="<w:b/><w:i/>"),
        "to the left": moved(NATION),
    },
    "motto": {
        "with dashes": text("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"),
        "without blanks": both(
            text("Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc"), text(MOTTO_RULE, ruled(1083))
        ),
        "not bold": both(style("Motto", run='<w:sz w:val="26"/>'), text(MOTTO_RULE, ruled(998))),
        "12 pt": both(style("Motto", run='<w:b/><w:sz w:val="24"/>'), text(MOTTO_RULE, ruled(1075))),
    },
    "motto-rule": {
        "none": text(MOTTO_RULE, ""),
        "two": text(MOTTO_RULE, MOTTO_RULE * 2),
        "4 % short": text(MOTTO_RULE, ruled(1017)),
        "4 % long": text(MOTTO_RULE, ruled(889)),
        "the whole column": text(MOTTO_RULE, ruled(0)),
        "dashed": text(MOTTO_RULE, MOTTO_RULE.replace("single", "dashed")),
        "double": text(MOTTO_RULE, MOTTO_RULE.replace("single", "double")),
        "red": text(MOTTO_RULE, MOTTO_RULE.replace('w:color="auto"', 'w:color="FF0000"')),
        "a VML line, dashed": text(
            MOTTO_RULE, VML.format("v:line", 'from="0,0" to="159pt,0"', '<v:stroke dashstyle="dash"/>')
        ),
        "a VML line, red": text(MOTTO_RULE, VML.format("v:line", 'from="0,0" to="159pt,0" strokecolor="red"', "")),
        "a VML line, aslant": text(MOTTO_RULE, VML.format("v:line", 'from="0,0" to="159pt,20pt"', "")),
        "a box": text(MOTTO_RULE, drawn(159).replace('id="1"', 'id="2"').replace('"line"', '"rect"')),
        "a drawn one without ink": text(MOTTO_RULE, drawn(159).replace('id="1"', 'id="2"').replace(INK, "<a:noFill/>")),
        "aside": text(MOTTO_RULE, MOTTO_RULE.replace('w:left="953" w:right="953"', 'w:left="853" w:right="1053"')),
        "a drawn one, dashed": text(
            MOTTO_RULE, drawn(159).replace('id="1"', 'id="2"').replace("</a:ln>", '<a:prstDash val="dash"/></a:ln>')
        ),
    },
    "superior": {
        "bold": style("Superior", run='<w:b/><w:caps/><w:sz w:val="24"/>'),
        "14 pt": both(
            inside(SUPERIOR, '"Superior"', '"Superior2"'), new_style("Superior2", "Superior", run='<w:sz w:val="28"/>')
        ),
        "to the left": moved(SUPERIOR),
        "in lower case": both(
            style("Superior", run='<w:sz w:val="24"/>'),
            style("Issuer", run="<w:b/><w:caps/>"),
            style("Nation", run="<w:b/><w:caps/>"),
        ),
        "spaced": inside(SUPERIOR, "</w:pPr>", '<w:spacing w:line="276" w:lineRule="auto"/></w:pPr>'),
    },
    "issuer": {
        "abbreviated": text("Trung tâm học tập cộng đồng phường Mạo Khê</w:t>", "TTHTCĐ phường Mạo Khê</w:t>"),
        "not bold": style("Issuer", run=""),
        "in lower case": style("Issuer", run='<w:b/><w:caps w:val="0"/>'),
        "11 pt": style("Issuer", run='<w:b/><w:sz w:val="22"/>'),
    },
    "issuer-rule": {
        "none": text(ISSUER_RULE, ""),
        "too short": text(ISSUER_RULE, drawn(55)),
        "too long": text(ISSUER_RULE, drawn(88)),
        "aside": text(ISSUER_RULE, ISSUER_RULE.replace("</w:pPr>", '<w:ind w:left="200"/></w:pPr>')),
    },
    "number": {
        "14 pt": style("Number", run='<w:sz w:val="28"/>'),
        "bold": style("Number", run='<w:b/><w:sz w:val="26"/>'),
        "not padded": text("Số: 05/", "Số: 5/"),
        "00": text("Số: 05/", "Số: 00/"),
        "with blanks": text("Số: 05/BC-TTHTCĐ", "Số: 05/BC - TTHTCĐ"),
        "without its colon": text("Số: 05/", "Số 05/"),
        "of a plan": text("05/BC-", "05/KH-"),
        "to the left": moved(NUMBER),
    },
    "date": {
        "upright": style("Dated", run='<w:sz w:val="26"/>'),
        "12 pt": style("Dated", run='<w:i/><w:sz w:val="24"/>'),
        "day not padded": text("ngày 05", "ngày 5"),
        "month padded": text("tháng 6", "tháng 06"),
        "month 2 not padded": text("tháng 6", "tháng 2"),
        "no such day": text("ngày 05", "ngày 31"),
        "no place": text("Mạo Khê, ngày", "ngày"),
        "in figures": text("ngày 05 tháng 6 năm 2021", "05/6/2021"),
        "to the right": inside(DATED, "</w:pPr>", '<w:jc w:val="right"/></w:pPr>'),
        "missing": text(DATED, paragraph("Dated", "")),
    },
    "title": {
        "in lower case": text("BÁO CÁO", "Báo cáo"),
        "not bold": inside(TITLE, '"Title"', '"Centred"'),
        "to the left": moved(TITLE),
    },
    "abstract": {
        "in capitals": both(
            text("Tự đánh giá tổ chức, hoạt động năm học 2020-2021", "TỰ ĐÁNH GIÁ TỔ CHỨC"),
            text(ABSTRACT_RULE, ruled(3594)),
        ),
        "not bold": inside(ABSTRACT, '"Title"', '"Centred"'),
        "to the left": moved(ABSTRACT),
    },
    "abstract-rule": {
        "none": text(ABSTRACT_RULE, ""),
        "too long": text(ABSTRACT_RULE, ruled(2700)),
        "too short": text(ABSTRACT_RULE, ruled(3394)),
    },
    "addressees": {
        "one with a stop": inside(ADDRESSEE, "Mạo Khê<", "Mạo Khê.<"),
        "bold": inside(ADDRESSEE, '"Addressees"', '"Capacity"'),
        "one on a line of its own": several("Kính gửi:", "- Ủy ban nhân dân phường."),
        "two without a semicolon": several("Kính gửi:", "- Ủy ban nhân dân phường,", "- Sở Giáo dục."),
        "two without a full stop": several("Kính gửi:", "- Ủy ban nhân dân phường;", "- Sở Giáo dục;"),
        "dashes not below the colon": several("Kính gửi:", "- Ủy ban nhân dân phường;", "- Sở Giáo dục.", at=2640),
        "without a colon": text("Kính gửi:", "Kính gửi"),
        "slanted": style("Addressees", run="<w:i/>"),
        "12 pt": style("Addressees", run='<w:sz w:val="24"/>'),
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
    assert BREAKS.keys() == HEAD_RULES.keys()


def test_a_report_without_anything_lacks_everything() -> None:
    everything = both(
        *(text(piece, "") for piece in (HEAD, TITLE, ABSTRACT, ABSTRACT_RULE, ADDRESSEE, LEGAL, SIGN_OFF))
    )
    body = sound_parts()[MAIN]
    rest = text(body[body.index(OPENING) : body.index(CLOSING) + len(CLOSING)], "")
    assert {failure.rule for failure in failures(changed(rest, everything))} == {
        "head", "title", "abstract", "body", "end-mark", "signoff",
    }  # fmt: skip


def test_a_head_without_anything_lacks_everything() -> None:
    empty = table((LEFT, RIGHT), row(cell(LEFT, paragraph("Centred", "")), cell(RIGHT, paragraph("Centred", "x"))))
    assert {failure.rule for failure in failures(changed(text(HEAD, empty)))} == {
        "head", "nation", "motto", "issuer", "number", "date",
    }  # fmt: skip


def test_a_head_that_is_no_table_is_none() -> None:
    assert {failure.rule for failure in failures(changed(text(HEAD, "")))} == {"head"}
