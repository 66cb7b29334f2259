"""The summary of any year at any width: no line too wide, no figure cut, nothing that does harm."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from support import mao_khe
from support.any_text import any_text
from support.forms import both
from support.matrix import long_but
from support.strategies import LETTERS, MARKUP, hostile_text, places, reports
from support.summaries import ESCAPES, FINDINGS, GAPS, dense, printed, without

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding, Severity
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period


@pytest.mark.parametrize("width", long_but([20, 40, 80, 120], [*range(20, 121, 4), 39, 71, 79, 81, 121, 200, 300]))
def test_no_figure_is_cut_or_broken_at_any_width(width: int) -> None:
    text = printed(without(mao_khe.facts(), *GAPS), FINDINGS, width=width, previous=mao_khe.year_before())
    for figure in (
        *map(str, mao_khe.CLASSES.values()), "2.554", "4.025", "3.270", "4.350", "4.500", "9.800", "4.890", "540*",
        "210*", "445", "34.139", "39.871", "-14,4%", "89%", "84", "20/20", "9.330", "709",
    ):  # fmt: skip
        assert figure in text, figure
    for finding in FINDINGS:
        assert dense(finding.told) in dense(text).replace("•", "")
        assert dense(finding.reason) in dense(text)


hostile_lines = st.lists(any_text | st.sampled_from(MARKUP) | st.sampled_from(LETTERS), max_size=4).map("".join)
"""Even what `clean` would have kept out of the report."""


def findings(form: Form) -> st.SearchStrategy[list[Finding]]:
    known = [
        *places(form),
        Place("results"),
        Place("board"),
        Place("own/x/label"),
        Place("khong/co"),
        Place("activity/a"),
    ]
    some = st.builds(
        Finding,
        st.sampled_from(("x", "missing")),
        st.sampled_from(Severity),
        st.sampled_from(known),
        hostile_lines,
        st.just("") | hostile_lines,
    )
    return st.lists(some, max_size=4)


def spoilt(facts: Facts, text: str) -> Facts:
    """The year with `text` wherever a line of words may stand, as no reader of ours would let it through."""
    names = ("report/issuer", "report/addressees", "report/place", "figure/website", "indicator/thu_nhap/source",
             "rating/co_quan/note", "own/a/label", "own/a/section", "board/x/role")  # fmt: skip
    return facts.edited(
        Edit(Place(name), (text, text) if name.endswith("addressees") else text) for name in names if text
    )


def years(form: Form) -> st.SearchStrategy[Facts]:
    year = reports(form).map(lambda report: report.facts)
    return year | st.builds(spoilt, year, hostile_lines)


@pytest.mark.long
@pytest.mark.parametrize("form", both(), ids=lambda form: form.key)
@given(data=st.data(), width=st.integers(20, 200), ascii_only=st.booleans())
def test_whatever_the_year_holds_no_line_is_too_wide_and_none_does_harm(
    form: Form, data: st.DataObject, width: int, ascii_only: bool
) -> None:
    facts, previous = data.draw(years(form)), data.draw(st.none() | years(form))
    found = [*data.draw(findings(form)), *(check(Context(form, facts)) if data.draw(st.booleans()) else ())]
    plain = printed(facts, found, form=form, width=width, previous=previous, ascii_only=ascii_only)
    coloured = printed(facts, found, form=form, width=width, colour=True, previous=previous, ascii_only=ascii_only)
    assert ESCAPES.sub("", coloured) == plain
    assert plain.endswith("\n")
    for line in plain.removesuffix("\n").split("\n"):
        assert cell_len(line) <= width, line
        assert line == line.rstrip()
        assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in line), line
    plain.encode("utf-8")


@given(message=hostile_text(), reason=hostile_text(), width=st.integers(20, 120))
def test_legal_text_comes_through_unchanged(message: str, reason: str, width: int) -> None:
    finding = Finding("x", Severity.WARNING, Place("report/signer"), message, reason)
    assert dense(finding.told + ("đã giải trình:" + reason if reason else "")) in dense(
        printed(mao_khe.new_year(), [finding], width=width)
    )


def test_a_long_name_of_a_year_leaves_the_figures_alone() -> None:
    start, end = mao_khe.facts().period.start, mao_khe.facts().period.end
    before = mao_khe.year_before()
    named = Facts(before.centre, before.form, before.form_version, Period.custom(start, end, "漢" * 40), before.answers)
    for width in (20, 40, 80, 120):
        text = printed(mao_khe.facts(), width=width, previous=named)
        assert max(map(cell_len, text.splitlines())) <= width
        assert "43.117" in text
        assert "+8,1%" in text


def test_the_largest_numbers_fit() -> None:
    most = 10**15 - 1
    facts = mao_khe.facts().edited(
        Edit(Place.of("results", row, column), mao_khe.whole(most))
        for row in mao_khe.CLASSES
        for column in ("classes", "participations")
    )
    for width in (20, 30, 40, 60, 80, 120):
        text = printed(facts, width=width, previous=mao_khe.year_before())
        assert max(map(cell_len, text.splitlines())) <= width
        assert "999.999.999.999.999" in dense(text)
        assert "8.000.000.000.000.742" in dense(text)


def test_a_name_that_ends_in_white_space_leaves_none_at_the_end_of_a_line() -> None:
    text = printed(spoilt(mao_khe.facts(), "Mạo Khê\u3000"))
    assert [line for line in text.split("\n") if line != line.rstrip()] == []
