"""The Outline on a terminal: every word of it, within the width, each line leading to where it comes from."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from support.any_outline import outlines
from support.golden import golden

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.codec import decode
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.outline import Letterhead, Outline, RunKind, SignOff, Table, lines_of, plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.preview_lines import preview
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.widgets.flow import Passage
from tthtcd_tui.widgets.look import STRONG


def words(passage: Passage) -> str:
    return "".join(text for text, _ in passage.line)


def shown(outline: Outline, width: int = 78) -> str:
    return "".join(f"{words(passage).rstrip()}\n" for passage in preview(outline, width))


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(outlines, st.integers(1, 130))
def test_every_word_is_there(outline: Outline, width: int) -> None:
    """What stands side by side is broken between the sides, so there it is the single letters that are looked for."""
    made = letters("".join(words(passage) for passage in preview(outline, width)))
    for block in outline.blocks:
        for runs in lines_of(block):
            is_beside = isinstance(block, Table | Letterhead | SignOff)
            pieces = letters(plain(runs)) if is_beside else [letters(plain(runs))]
            assert all(piece in made for piece in pieces)


@given(outlines, st.integers(20, 130))
def test_no_line_is_wider_than_the_terminal(outline: Outline, width: int) -> None:
    narrow = any(isinstance(block, Table) and len(block.columns) * 3 > width for block in outline.blocks)
    for passage in preview(outline, width):
        assert narrow or cell_len(words(passage)) <= width


@given(outlines)
def test_every_gap_that_can_be_seen_is_marked_as_one(outline: Outline) -> None:
    passages = preview(outline, 78)
    gaps = [
        run
        for block in outline.blocks
        for runs in lines_of(block)
        for run in runs
        if run.kind is RunKind.GAP and letters(run.text)
    ]
    assert bool(gaps) <= any(passage.is_gap for passage in passages)


FORM = load_shipped(1)
FACTS = decode(sample_bytes(SAMPLE_YEAR), FORM).facts
WITH_GAPS = ("figure/dan_so", "results/cau_lac_bo/participations", "report/number", "report/date", "report/signer")


def draft(*gaps: str) -> Outline:
    facts = FACTS.edited(Edit(Place(place), UNANSWERED) for place in gaps)
    return compose(FORM, facts, draft=True)


def test_the_sample_year_as_it_was_looked_at() -> None:
    made = shown(compose(FORM, FACTS))
    assert made == golden("preview-mao-khe-80.txt", made)


def test_a_draft_with_gaps_as_it_was_looked_at() -> None:
    made = shown(draft(*WITH_GAPS))
    assert made == golden("preview-draft-80.txt", made)


def test_each_gap_leads_to_its_place_blank_or_not() -> None:
    places = [passage.place for passage in preview(draft(*WITH_GAPS), 78) if passage.is_gap]
    assert set(places) == set(map(Place, WITH_GAPS)) - {Place("report/date")}, "number and date share a line"
    assert places[0] == "report/number"
    narrow = {passage.place for passage in preview(draft(*WITH_GAPS), 40) if passage.is_gap}
    assert narrow == set(map(Place, WITH_GAPS))


def test_a_paragraph_leads_to_itself_and_a_number_to_its_cell() -> None:
    passages = preview(compose(FORM, FACTS), 78)
    legal = next(passage for passage in passages if "Giáo dục pháp luật" in words(passage))
    assert legal.place is not None
    assert legal.place.within(Place("results/phap_luat"))
    school = next(passage for passage in passages if "289 lớp" in words(passage))
    assert school.place in ("narrative/dia_phuong", "figure/so_lop_hoc", "figure/so_hoc_sinh")


def test_sections_begin_where_their_headings_stand_bold() -> None:
    starts = [passage for passage in preview(compose(FORM, FACTS), 78) if passage.is_start]
    assert [words(passage)[:3] for passage in starts if words(passage).isupper()] == ["I. ", "II.", "III", "IV.", "V. "]
    assert all(style == STRONG for passage in starts for _, style in passage.line)


def test_on_a_narrow_terminal_the_columns_stand_one_below_the_other() -> None:
    made = shown(compose(FORM, FACTS), 40).splitlines()
    assert made[0].strip() == "UBND PHƯỜNG MẠO KHÊ"
    assert [line.strip() for line in made].index("Nơi nhận:") < [line.strip() for line in made].index("GIÁM ĐỐC")
