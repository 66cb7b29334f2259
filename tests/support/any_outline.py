"""Arbitrary Outlines: every block, every text that XML can hold, complete or not."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tthtcd_tui.report.numbering import Numbering
from tthtcd_tui.report.outline import (
    Addressees,
    Align,
    AppendixHead,
    Block,
    BulletList,
    Column,
    Heading,
    KeyValue,
    KeyValues,
    LegalBasis,
    Letterhead,
    Outline,
    Paragraph,
    Row,
    Run,
    RunKind,
    Signature,
    SignOff,
    Table,
    Title,
)
from tthtcd_tui.report.row import RowRole

HOSTILE = (
    "]]>", "{{ }}", "<w:t>", "&amp;", "</w:document>", "<!--", "\n", "\r\n", "\t", "  ", " ", "\u2028", "\x85",
    "\ufffd", "\ufeff", "🙂", "👨‍👩‍👧", "אבג", "عربى", "漢字", "\u0301", "ộ" * 60, "A" * 400, "-", "Phú Hữu", "của",
    "%s", "\u202e",
)  # fmt: skip
xml_text = st.lists(
    st.sampled_from(HOSTILE) | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8),
    max_size=5,
).map(lambda pieces: "".join(pieces).replace("\ufffe", "").replace("\uffff", ""))
"""Whatever XML 1.0 can hold."""
runs = st.lists(st.builds(Run, xml_text, st.none(), st.sampled_from(RunKind)), max_size=4).map(tuple)
some_runs = st.lists(runs, max_size=3).map(tuple)
headings = st.one_of(
    st.builds(Heading, st.just(1), st.just(Numbering.ROMAN), st.just("I."), runs, st.just("phan")),
    st.builds(Heading, st.just(2), st.just(Numbering.ARABIC), st.just("1."), runs, st.just("muc")),
    st.builds(Heading, st.just(1), st.just(Numbering.PART), st.just("Phần thứ nhất"), runs, st.just("phan")),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 4))
    columns = [Column(draw(runs), draw(st.sampled_from(Align)), 100 // count) for _ in range(count)]
    cells = st.tuples(*[runs] * count)
    return Table(tuple(columns), tuple(draw(st.lists(st.builds(Row, st.sampled_from(RowRole), cells), max_size=4))))


signatures = st.builds(Signature, runs, st.lists(runs, min_size=1, max_size=5).map(tuple))
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Letterhead, runs, runs, runs, xml_text, xml_text, runs),
    st.builds(Title, runs, runs),
    st.builds(Addressees, xml_text, some_runs),
    st.builds(LegalBasis, some_runs),
    headings,
    st.builds(Paragraph, runs),
    st.builds(KeyValues, st.lists(st.builds(KeyValue, runs, runs), max_size=3).map(tuple)),
    st.builds(BulletList, some_runs),
    tables(),
    st.builds(SignOff, xml_text, some_runs, some_runs, runs, st.lists(signatures, max_size=3).map(tuple)),
    st.builds(AppendixHead, runs, runs, runs, st.booleans()),
)
outlines = st.builds(
    Outline, st.lists(blocks, max_size=8).map(tuple), xml_text, xml_text,
    st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.booleans(),
)  # fmt: skip
