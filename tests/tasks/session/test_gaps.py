"""What is left to do is gone through as one reads the report, and round to the first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.demo import load_samples
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.gaps import gap_after, missing_between
from tthtcd_tui.tasks.session.session import Session


@pytest.fixture
def opened(tmp_path: Path) -> tuple[Store, Year]:
    store = Store(tmp_path / "a.db")
    return store, load_samples(store)


def test_the_gaps_are_gone_round(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    assert gap_after(session, None) is None
    session.enter([Typed("figure/so_ho", ""), Typed("results/phap_luat/participations", ""), Typed("report/date", "")])
    places = []
    place = None
    for _ in range(4):
        gap = gap_after(session, place)
        assert gap is not None
        place = gap.place
        places.append(place)
    gaps = ["report/date", "figure/so_ho", "results/phap_luat/participations"]
    assert places == [*gaps, gaps[0]]
    here = gap_after(session, Place("figure/so_ho"), inclusive=True)
    assert here is not None
    assert here.place == "figure/so_ho"


def test_what_is_missing_between_two_places_is_counted_round_the_end(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    session.enter([Typed(place, "") for place in ("figure/dien_tich", "figure/so_ho", "rating/ton_giao/level")])
    first, last = Place("report/signer"), Place("indicator/an_ninh/text")
    assert missing_between(session, first, last) == 3
    assert missing_between(session, Place("figure/dan_so"), Place("figure/so_lop_hoc")) == 1, "the household alone"
    assert missing_between(session, Place("figure/dan_so"), Place("figure/loai_do_thi")) == 2, "round, not the area"
    assert missing_between(session, last, first) == 0


def test_whoever_looks_for_gaps_is_past_the_start(opened: tuple[Store, Year]) -> None:
    Session(*opened, "an").enter([Typed("narrative/dia_phuong", "Xã có [tên lớp].")])
    session = Session(*opened, "an", is_starting=True)
    gap = gap_after(session, None)
    assert gap is not None
    assert gap.code == "placeholder"
