"""Any log, as an office would keep it in a book, comes back row for row."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.examples import at_most
from support.forms import shipped
from support.ods import ods
from support.spreadsheets import CALC, resaved

from benchmarks.book_import import written
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.imports.books import read_book
from tthtcd_tui.imports.sources.sheets import Book, read_csv
from tthtcd_tui.imports.sources.sheets import read_book as read_sheets
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.tasks.session.log_activity import ActivityReader
from tthtcd_tui.text.periods import Period

FORM, PERIOD = shipped(), Period.school_year(2020)
HEADS = ("TT", "Ngày", "Nội dung", "Loại hình", "Số lớp", "Lượt người", "Địa điểm", "Đơn vị phối hợp", "Ghi chú")
LABELS = {option.key: option.label for option in FORM.records[PlaceKind.ACTIVITY]["category"].options}
KINDS = [row.key for row in result_rows_of(FORM).values() if not row.group]
EPOCH = date(1899, 12, 30)

WORDS = st.sampled_from(
    [
        "Lớp",
        "tập huấn",
        "kỹ thuật",
        "chăn nuôi",
        "«giỏi»",
        "Đội 5",
        "50%",
        "& <gà>",
        "pháp luật",
        "3/2",
        "a;b",
        'x"y"',
        "=1+1",
    ]
)
TITLES = st.lists(WORDS, min_size=2, max_size=6).map(lambda words: "Buổi " + " ".join(words))
PLACES = st.just("") | st.lists(WORDS, min_size=1, max_size=3).map(lambda words: "Khu " + " ".join(words))
COUNTS = st.none() | st.integers(0, 10**9)
ACTIVITIES = st.builds(
    Activity,
    st.just("x"),
    st.dates(PERIOD.start, PERIOD.end),
    TITLES,
    st.sampled_from(KINDS),
    COUNTS,
    COUNTS,
    PLACES,
    PLACES,
    PLACES,
)
DAY = Activity("x", date(2020, 10, 5), "Buổi pháp luật", KINDS[0], 2, 45, "Khu 5", "Đoàn xã", "đủ")
LOGS = st.lists(ACTIVITIES, min_size=1, max_size=30)


def rows_of(log: Sequence[Activity]) -> list[tuple[str | int, ...]]:
    """As an office keeps them: a number before each row, an empty cell for what is not known."""
    found: list[tuple[str | int, ...]] = [HEADS]
    for number, each in enumerate(log, 1):
        numbers = ["" if count is None else count for count in (each.classes, each.participations)]
        day = (each.date - EPOCH).days
        found.append((number, day, each.title, LABELS[each.category], *numbers, each.place, each.partner, each.note))
    return found


def read(book: Book) -> list[Activity]:
    reader = ActivityReader(FORM)
    found = read_book(FORM, PERIOD, book)
    assert found.unplaced == ()
    assert all(each.is_sure for each in found.activities), [each.doubt for each in found.activities if each.doubt]
    made = [reader.read("x", each.texts) for each in found.activities]
    return [each for each in made if isinstance(each, Activity)]


@pytest.mark.long
@at_most(120)
@given(LOGS)
def test_an_xlsx_comes_back_row_for_row(log: list[Activity]) -> None:
    assert read(read_sheets(written(rows_of(log), days=1))) == log


def book_of(log: Sequence[Activity]) -> bytes:
    """An ods with days as days; what is the same as its neighbour above or beside it is said once."""
    heads, *rows = rows_of(log)
    dated = [(*row[:1], each.date, *row[2:]) for each, row in zip(log, rows, strict=True)]
    return ods(("Sổ", [heads, *dated]))


@at_most(30)
@given(LOGS)
@example([DAY] * 3)
@example([DAY, DAY._replace(date=PERIOD.end, classes=None, participations=None, place="", partner="", note="")])
def test_an_ods_comes_back_row_for_row(log: list[Activity]) -> None:
    assert read(read_sheets(book_of(log))) == log


def test_rows_said_once_for_many_are_many_and_blank_ones_none() -> None:
    """Without a number before each row, rows that are alike are one row of the file."""
    heads, *rows = rows_of([DAY, DAY, DAY])
    blank: tuple[str, ...] = ("",) * len(heads)
    book = read_sheets(ods(("Sổ", [heads[1:], *[(DAY.date, *row[2:]) for row in rows], blank, blank])))
    assert len(book.sheets[0].grid.lines) == 4
    assert read(book) == [DAY] * 3


@pytest.mark.long
@pytest.mark.skipif(not CALC, reason="needs LibreOffice Calc: apt-get install libreoffice-calc-nogui")
def test_a_long_log_comes_back_from_an_ods_of_libreoffice() -> None:
    """Every field, blank or not, days of the whole year, rows that repeat."""
    full = DAY._replace(title='Kỹ thuật "chăn nuôi" & <gà>; lớp 1,5', note="Ghi chú: ế, ữ, Đ", participations=10**9)
    sparse = DAY._replace(classes=None, participations=0, place="", partner="", note="")
    days = [PERIOD.start + timedelta(n) for n in range((PERIOD.end - PERIOD.start).days + 1)]
    log = [each._replace(date=day) for day in days for each in (full, sparse, sparse)]
    assert read(read_sheets(resaved(written(rows_of(log), days=1), "xlsx", "ods"))) == log


@pytest.mark.long
@at_most(120)
@given(LOGS)
def test_a_csv_comes_back_row_for_row(log: list[Activity]) -> None:
    text = StringIO()
    rows = [[f"{each.date:%d/%m/%Y}" if at == 1 else cell for at, cell in enumerate(row)]
            for each, row in zip(log, rows_of(log)[1:], strict=True)]  # fmt: skip
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([HEADS, *rows])
    assert read(read_csv(text.getvalue().encode("utf-8-sig"), "so")) == log
