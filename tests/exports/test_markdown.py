"""The report as Markdown: the sample to the letter; whatever it says, a reader of Markdown reads those very words."""

from __future__ import annotations

from hypothesis import example, given
from markdown_it import MarkdownIt
from markdown_it.token import Token
from support.examples import at_most
from support.forms import shipped
from support.golden import golden
from support.strategies import hostile_text, reports

from tthtcd_tui.exports.markdown import escaped, markdown
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.codec import ReportData, decode
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.outline import AppendixHead, Heading, Paragraph, Table, Title, plain
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes

FORM = shipped()
SAMPLE = decode(sample_bytes(SAMPLE_YEAR), FORM)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def written(report: ReportData, *, draft: bool = False) -> str:
    return markdown(compose(FORM, report.facts, draft, Material.of(report.log), ["activities"]))


def read(text: str) -> list[Token]:
    return READER.parse(text)


def words(token: Token) -> str:
    """What a reader sees of a line: marks of emphasis are none, a break is a blank."""
    known = {"text", "softbreak", "hardbreak", "strong_open", "strong_close", "text_special"}
    assert {child.type for child in token.children or ()} <= known
    return "".join(" " if child.type.endswith("break") else child.content for child in token.children or ())


def test_the_sample_to_the_letter() -> None:
    assert written(SAMPLE) == golden("report-mao-khe-2020-2021.md", written(SAMPLE))


def test_a_draft_says_so_first() -> None:
    assert written(SAMPLE, draft=True) == f"**DỰ THẢO**\n\n{written(SAMPLE)}"


@given(hostile_text())
@example("1. [x](y) <b> *a* _b_ `c` | # ~~d~~ &amp; https://a.vn www.a.vn a@b.vn \\")
@example("- a")
@example("===")
@example("12) x")
@example("    x")
def test_any_text_is_a_paragraph_of_itself(text: str) -> None:
    expected = " ".join(text.split())
    tokens = read(escaped(text))
    assert [token.type for token in tokens] == (["paragraph_open", "inline", "paragraph_close"] if expected else [])
    assert "".join(map(words, tokens[1:2])) == expected


@at_most(8)
@given(reports(FORM))
def test_any_report_reads_as_it_was_composed(report: ReportData) -> None:
    outline = compose(FORM, report.facts, False, Material.of(report.log), ["activities"])
    tokens = read(markdown(outline))
    inline = [words(token) for token in tokens if token.type == "inline"]
    said = [" ".join(plain(block.runs).split()) for block in outline.blocks if isinstance(block, Paragraph)]
    assert [line for line in said if line and line not in inline] == []
    headings = [block for block in outline.blocks if isinstance(block, (Title, Heading, AppendixHead))]
    assert sum(token.type == "heading_open" for token in tokens) == len(headings)
    cells = sum(len(block.columns) * (len(block.rows) + 1) for block in outline.blocks if isinstance(block, Table))
    assert sum(token.type in ("th_open", "td_open") for token in tokens) == cells
