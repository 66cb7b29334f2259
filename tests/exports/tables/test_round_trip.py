"""A log that goes out as a table comes back row for row, through the program's own import and through LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.examples import at_most
from support.forms import shipped
from support.spreadsheets import CALC, resaved
from support.strategies import activities
from support.years import RESULT_ANSWERS, answered, year

from tthtcd_tui.exports.formats import ExportFormat, exported_tables
from tthtcd_tui.exports.tables.material import TableMaterial
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.imports.read_file import read_file
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.tasks.session.log_activity import ActivityReader
from tthtcd_tui.text.guarded import guarded

FORM = shipped()
YEAR = year(FORM)
PERIOD = YEAR.period
DASHES = "-–— "
FORMULAS = (
    "=1+1",
    "+84 912",
    "-5",
    "@SUM(A1)",
    "'=1+1",
    "''-x",
    "\uff1d1",
    "'ngày",
    "0912345678",
    "1,5",
    "x;y",
    'a"b"',
)


def material(log: ActivityLog) -> TableMaterial:
    return TableMaterial(FORM, ReportData(replace(YEAR, log=log.sums()), log))


def written(log: ActivityLog, kind: ExportFormat) -> bytes:
    return exported_tables(kind, material(log), TableName.ACTIVITIES)


def read_back(data: bytes, name: str) -> list[Activity]:
    """The activities of a file, without their names."""
    reader = ActivityReader(FORM)
    found = [reader.read("", each.texts) for each in read_file(FORM, PERIOD, data, name).activities]
    assert all(isinstance(each, Activity) for each in found), found
    return [each for each in found if isinstance(each, Activity)]


def nameless(log: ActivityLog) -> list[Activity]:
    return [activity._replace(uid="") for activity in log.activities]


def tidy(activity: Activity, day: date) -> Activity:
    """On a day of the period; blanks as a person types them, for an import makes one of several; no lone dash.

    A dash alone is how offices write that there is nothing.
    """
    return _with_texts(
        activity._replace(date=day), lambda text: " ".join(text.split()) if text.strip(DASHES) else "Lời" * bool(text)
    )


def _with_texts(activity: Activity, change: Callable[[str], str]) -> Activity:
    _, _, title, _, _, _, place, partner, note = activity
    return activity._replace(title=change(title), place=change(place), partner=change(partner), note=change(note))


logs = st.lists(
    st.builds(tidy, activities(FORM), st.dates(PERIOD.start, PERIOD.end)),
    min_size=1,
    max_size=4,
    unique_by=lambda activity: activity.uid,
).map(ActivityLog.of)

ODD = ActivityLog.of(
    Activity(f"a{number}", date(2020, 9, number + 1), text, "phap_luat", 1, 20 + number, text, text, text)
    for number, text in enumerate(FORMULAS)
)


@at_most(40)
@given(logs)
@example(ODD)
def test_any_log_comes_back_row_for_row(log: ActivityLog) -> None:
    assert read_back(written(log, ExportFormat.XLSX), "so.xlsx") == nameless(log)
    assert read_back(written(log, ExportFormat.CSV), "so.csv") == nameless(log)


@pytest.mark.parametrize("kind", [ExportFormat.XLSX, ExportFormat.CSV])
def test_the_results_come_back_number_for_number(kind: ExportFormat) -> None:
    typed = year(FORM, RESULT_ANSWERS)
    data = exported_tables(kind, TableMaterial(FORM, ReportData(typed, ActivityLog())), TableName.RESULTS)
    found = read_file(FORM, PERIOD, data, f"ket-qua.{kind}").found
    assert {each.place: answered(FORM, each.place, each.value) for each in found} == dict(typed.answers)
    assert all(each.is_sure for each in found)


@pytest.mark.long
@pytest.mark.skipif(not CALC, reason="needs LibreOffice Calc: apt-get install libreoffice-calc-nogui")
@pytest.mark.parametrize("saved", ["ods", "xlsx"])
def test_a_workbook_saved_by_libreoffice_comes_back_the_same(saved: str) -> None:
    data = resaved(written(ODD, ExportFormat.XLSX), "xlsx", saved)
    assert read_back(data, f"so.{saved}") == nameless(ODD)


@pytest.mark.long
@pytest.mark.skipif(not CALC, reason="needs LibreOffice Calc: apt-get install libreoffice-calc-nogui")
def test_a_csv_opened_by_libreoffice_runs_nothing_and_its_days_and_numbers_are_such() -> None:
    """Only the apostrophe shows. A text of digits alone every spreadsheet takes for a number; a workbook keeps it."""
    log = ActivityLog.of(each for each in ODD.activities if any(letter.isalpha() for letter in each.title))
    found = read_back(resaved(written(log, ExportFormat.CSV), "csv", "xlsx"), "so.xlsx")
    assert found == [_with_texts(each, guarded) for each in nameless(log)]
