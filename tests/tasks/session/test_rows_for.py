"""Where a refused row may go: rows that have its fields, those called most like it first."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.sample_database import sample_database

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.tasks.session.refused_rows import RefusedRow
from tthtcd_tui.tasks.session.rows_for import laid_on, rows_for, why_not
from tthtcd_tui.tasks.session.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    store = Store(sample_database(tmp_path))
    return Session(store, max(store.years.all(), key=lambda year: year.period.end), "an")


def row(kind: str, name: str, **texts: str) -> RefusedRow:
    return RefusedRow(1, (name, *texts.values()), "", kind, texts)


def test_the_rows_of_the_results_the_most_alike_first(session: Session) -> None:
    found = rows_for(session, row(PlaceKind.RESULTS, "Lớp kỹ năng sống hè", classes="2"))
    assert len(found) == 11, "neither the total nor the heading of a group"
    assert next(iter(found.items())) == ("results/ky_nang_song", "Giáo dục kỹ năng sống")


def test_rows_that_are_called_the_same_are_told_apart_by_their_sections(session: Session) -> None:
    found = rows_for(session, row(PlaceKind.CHECKLIST, "Tuyên truyền, vận động", status="Đã thực hiện"))
    assert list(found.values())[:2] == [
        "Tuyên truyền, vận động (Công tác xây dựng kế hoạch hoạt động)",
        "Tuyên truyền, vận động (Công tác hoạt động)",
    ]


def test_a_figure_is_a_row_of_its_own(session: Session) -> None:
    asked = RefusedRow(1, ("Tổng dân số xã", "41.000"), "", PlaceKind.FIGURE, {"": "41.000"})
    found = rows_for(session, asked)
    assert next(iter(found.items())) == ("figure/dan_so", "Dân số")
    assert laid_on(asked, Place("figure/dan_so")) == {"figure/dan_so": "41.000"}


def test_only_rows_that_have_every_field(session: Session) -> None:
    found = rows_for(session, row(PlaceKind.CHECKLIST, "Nội quy", status="1", evidence="MC01"))
    assert found
    assert not rows_for(session, row(PlaceKind.CHECKLIST, "Nội quy", status="1", level="1"))


@pytest.mark.parametrize(
    ("place", "text", "why"),
    [
        ("results/phap_luat/classes", "20", ""),
        ("results/phap_luat/classes", "~20", "Ô này chỉ nhận con số"),
        ("results/khong_co/classes", "20", "biểu mẫu không có ô này"),
    ],
)
def test_why_a_text_cannot_be_stored(session: Session, place: str, text: str, why: str) -> None:
    assert why_not(session, Place(place), text).startswith(why)
    assert bool(why_not(session, Place(place), text)) == bool(why)
