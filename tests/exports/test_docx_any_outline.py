"""Any Outline there can be becomes a file that opens and says all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from lxml import etree
from support.any_outline import outlines
from support.docx_file import opened, parts, root
from support.made_outlines import paragraph, part, report, results, section, sign_off, unfinished, words
from support.nd30.check import failures
from support.nd30.schema_order import order_failures

from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.exports.word.blocks import kept_with_signature
from tthtcd_tui.report.outline import (
    Addressees,
    Align,
    Column,
    Heading,
    Letterhead,
    Outline,
    Paragraph,
    Row,
    Run,
    SignOff,
    Table,
    lines_of,
    plain,
)
from tthtcd_tui.report.row import RowRole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def said(outline: Outline) -> Iterator[str]:
    """Every word of the Outline, but for the numbers of headings, which Word counts."""
    for block in outline.blocks:
        yield from (plain(runs) for runs in lines_of(block))
        match block:
            case Letterhead():
                yield from (block.nation, block.motto)
            case Addressees() | SignOff():
                yield block.label
            case Heading(label=label) if not label.endswith("."):
                yield label
            case _:
                pass


def letters(text: str) -> str:
    """Without blanks and line breaks, sorted: columns are told one after the other."""
    return "".join(sorted(re.sub(r"\s", "", text)))


@given(outlines)
def test_it_opens_and_says_every_word(outline: Outline) -> None:
    made = docx_bytes(outline)
    document = root(made)
    assert letters("".join(document.itertext(W + "t"))) == letters("".join(said(outline)))
    title = outline.title
    assert opened(made).core_properties.title == (title if len(title) <= 255 else f"{title[:254]}…")
    header = "".join(p.text for p in opened(made).sections[0].first_page_header.paragraphs)
    assert header == ("DỰ THẢO" if outline.draft else "")


@given(outlines)
def test_its_elements_stand_in_the_order_of_the_schema_and_no_two_tables_touch(outline: Outline) -> None:
    made = parts(docx_bytes(outline))
    for name, content in made.items():
        assert list(order_failures(etree.fromstring(content), name)) == []
    [body] = etree.fromstring(made["word/document.xml"])
    tags = [etree.QName(child).localname for child in body]
    assert tags[-2:] == ["p", "sectPr"]
    assert "tbl tbl" not in " ".join(tags)
    for cell in body.iter(W + "tc"):
        assert cell[-1].tag == W + "p"


def test_a_report_made_by_hand_breaks_no_rule() -> None:
    assert failures(docx_bytes(report())) == []
    assert failures(docx_bytes(unfinished()), draft=True) == []


def test_a_property_too_long_shows_that_it_was_cut() -> None:
    properties = opened(docx_bytes(report()._replace(title="Đ" * 256, author="A" * 255))).core_properties
    assert properties.title == "Đ" * 254 + "…"
    assert properties.author == "A" * 255


def test_no_title_and_no_author() -> None:
    properties = opened(docx_bytes(Outline((), "", "", date(2025, 6, 5), draft=False))).core_properties
    assert (properties.title, properties.author, properties.revision) == ("", "", 1)
    assert properties.created is not None
    assert properties.created.isoformat() == "2025-06-05T00:00:00+00:00"


# -- what stays together ----------------------------------------------------------------------------------------------

LONG = paragraph("Trên đây là kết quả tự đánh giá. " * 9)
SHORT = paragraph("Trân trọng./.")


@pytest.mark.parametrize(
    ("blocks", "kept"),
    [
        ((LONG, LONG, sign_off()), {1}),
        ((LONG, SHORT, sign_off()), {0, 1}),
        ((SHORT, sign_off()), {0}),
        ((LONG, results(), sign_off()), {1}),
        ((LONG,), set()),
    ],
    ids=["two lines", "one line", "nothing else", "a table", "no signature"],
)
def test_what_goes_with_the_signature(blocks: tuple[Paragraph | SignOff | Table, ...], kept: set[int]) -> None:
    assert kept_with_signature(blocks) == kept


def test_a_table_before_the_signature_goes_with_it_and_so_does_the_row_above_a_total() -> None:
    body = root(docx_bytes(report(content=[results()])))[0]
    [_, table, _] = body.findall(f"{W}tbl")
    kept = [[p.find(f"{W}pPr/{W}keepNext") is not None for p in tr.iter(W + "p")] for tr in table.findall(f"{W}tr")]
    assert kept == [[False] * 4] * 4 + [[True] * 4] * 2
    after = table.getnext()
    assert after is not None
    assert after.find(f"{W}pPr/{W}keepNext") is not None


# -- the table's columns ----------------------------------------------------------------------------------------------


def grid(*cells: str, shares: tuple[int, ...], align: Align = Align.RIGHT) -> list[int]:
    columns = tuple(Column(words("x"), align, share) for share in shares)
    table = Table(columns, (Row(RowRole.BODY, tuple((Run(cell),) for cell in cells)),))
    made = root(docx_bytes(report(content=[table])))
    [_, found, _] = made.findall(f".//{W}tbl")
    return [int(column.get(W + "w", "")) for column in found.iter(W + "gridCol")]


def test_columns_share_the_text_s_width() -> None:
    assert grid("1", "2", "3", shares=(50, 30, 20)) == [4677, 2806, 1871]
    assert grid("1", "2", "3", shares=(33, 33, 33)) == [3086, 3086, 3182]


def test_a_long_number_takes_room_from_the_widest_column() -> None:
    assert grid("1", "9" * 15, shares=(90, 10)) == [9354 - 2160, 2160]
    assert grid("1", "9" * 15, shares=(90, 10), align=Align.LEFT) == [8418, 936]
    assert grid("1", "9" * 500, shares=(90, 10)) == [4209, 5145]


# -- headings ---------------------------------------------------------------------------------------------------------


def test_the_second_level_counts_anew_below_a_part_in_words() -> None:
    content = [part("I.", "MỘT"), section("1.", "Một"), section("2.", "Hai"), part("II.", "HAI"), section("1.", "Ba")]
    levels = root(docx_bytes(report(content=content)), "word/numbering.xml").findall(f".//{W}lvl")
    assert [level.find(f"{W}lvlRestart") for level in levels] == [None, None]  # by default anew below a higher level
    kinds = [level.find(f"{W}numFmt") for level in levels]
    assert [kind.get(W + "val") for kind in kinds if kind is not None] == ["upperRoman", "decimal"]
