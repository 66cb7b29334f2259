"""Where a year's own noun is read: in the sentence of a text that links to it, in a unit that prints, else in names."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.sample_database import sample_database

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.compose.printed import Printed
from tthtcd_tui.report.outline import plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.saving import Saved
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.session.what_prints import as_typed
from tthtcd_tui.tasks.years.upgrade import plan_upgrade, upgrade
from tthtcd_tui.tasks.years.year_choices import make_first_year
from tthtcd_tui.text.periods import Period

KHU = "figure/danh_tu_khu"
UNIT = "figure/don_vi_thu_nhap"


@pytest.fixture
def first_year(store: Store) -> Session:
    """A year whose texts are the form's own."""
    year = make_first_year(store, "ban-sen", "TTHTCĐ xã Bản Sen", Period.school_year(2025), "lan")
    return Session(store, year, "lan")


def save(session: Session, cells: dict[str, str]) -> None:
    saving = session.enter([Typed(Place(place), raw) for place, raw in cells.items()])
    assert isinstance(saving, Saved)


def read(session: Session, place: str, typed: str | None = None) -> str:
    year = as_typed(session, Place(place), typed)
    assert year is not None
    found = year.printed(Place(place))
    return plain(found.runs) if isinstance(found, Printed) else found


def test_a_text_that_links_to_it_is_read(first_year: Session) -> None:
    save(first_year, {"figure/so_khu": "14"})
    assert "14 thôn" in read(first_year, KHU, "Thôn")


def test_a_unit_is_read_with_its_number(first_year: Session) -> None:
    save(first_year, {"indicator/thu_nhap/value": "68"})
    assert "68 triệu đồng/người/năm" in read(first_year, UNIT, "triệu đồng/người/năm")


def test_a_unit_without_its_number_is_told_by_its_cell(first_year: Session) -> None:
    assert read(first_year, UNIT, "USD/người/năm").startswith("Dùng ở ô “Thu nhập bình quân đầu người”.")


def test_texts_in_words_of_their_own_do_not_make_it_unprinted(tmp_path: Path) -> None:
    store = Store(sample_database(tmp_path))
    year = max(store.years.all(), key=lambda year: year.period.end)
    upgrade(store, plan_upgrade(store, year), "lan")
    session = Session(store, year, "lan")
    save(session, {KHU: "Thôn"})
    told = read(session, KHU)
    assert told.startswith("Dùng ở ô “Số thôn”, “Số nhà văn hóa thôn”. Chưa câu nào của báo cáo lấy từ này")
    assert "Không in" not in told
    store.close()
