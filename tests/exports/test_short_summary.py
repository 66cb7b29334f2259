"""The summary for a message: 600 characters whatever the year says, its head and its state always there."""

from __future__ import annotations

from hypothesis import given
from support.examples import at_most
from support.forms import shipped
from support.golden import golden
from support.mao_khe import facts, new_year, year_before
from support.strategies import reports
from support.years import HEAD, year

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.exports.short_summary import LONGEST, short_summary
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.facts import Facts

FORM = shipped()


def said(of: Facts, before: Facts | None = None) -> str:
    return short_summary(FORM, of, check(Context.of(FORM, of, before=before)), before)


def test_the_years_of_mao_khe_to_the_letter() -> None:
    written = f"{said(facts(), year_before())}\n\n{said(new_year())}\n"
    assert written == golden("short-mao-khe.txt", written)


@at_most(8)
@given(reports(FORM), reports(FORM))
def test_any_year_fits(report: ReportData, before: ReportData) -> None:
    text = said(report.facts, before.facts)
    assert len(text) <= LONGEST
    first, *_, last = text.splitlines()
    assert report.facts.period.title in first or "…" in first
    assert last.startswith("Báo cáo ")
    assert all(line == line.strip() for line in text.splitlines())


def test_a_long_name_is_cut_and_the_rest_still_stands() -> None:
    text = said(year(FORM, {**HEAD, "report/issuer": "Trung tâm " + "rất dài " * 200}))
    assert "…, năm học 2020-2021\n" in text
    assert len(text) <= LONGEST
