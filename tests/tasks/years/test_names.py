"""A centre's commune and its kind are asked once, and fill the head of its first year."""

from __future__ import annotations

import pytest
from support.forms import newest, shipped

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.years.names import KINDS, Commune, commune_named, commune_of
from tthtcd_tui.tasks.years.year_choices import make_first_year
from tthtcd_tui.text.periods import Period


@pytest.mark.parametrize("kind", KINDS)
def test_the_name_of_a_centre_tells_its_commune(kind: str) -> None:
    commune = Commune(kind, "Bản Sen")
    assert commune_of(commune.centre) == commune
    assert commune_of(f"Trung tâm học tập cộng đồng {commune.full_name}") == commune


@pytest.mark.parametrize("name", ["TTHTCĐ Bản Sen", "", "xã", "TTHTCĐ liên xã Bản Sen", "xãBản Sen"])
def test_another_name_tells_none(name: str) -> None:
    assert commune_of(name) is None


def test_what_is_typed_is_understood_or_refused() -> None:
    assert commune_named("xã", " Bản Sen ") == commune_named("XA", "Xã Bản Sen") == Commune("xa", "Bản Sen")
    assert commune_named("đặc khu", "Cô Tô") == commune_named("dac_khu", "Cô Tô") == Commune("dac_khu", "Cô Tô")
    for kind, name in (("xã", " "), ("thị trấn", "Bản Sen"), ("phường", "xã Bản Sen")):
        with pytest.raises(TaskProblem):
            commune_named(kind, name)


def test_a_ward_with_a_number_keeps_what_it_is_the_number_of() -> None:
    assert Commune("phuong", "5").place == "Phường 5"
    assert Commune("phuong", "Mạo Khê").place == "Mạo Khê"


def test_the_first_year_of_a_centre_knows_who_reports(store: Store) -> None:
    year = make_first_year(store, "ban-sen", Commune("xa", "Bản Sen").centre, Period.school_year(2025), "lan")
    snapshot = store.snapshot(year.report_id)
    assert snapshot.form.digest == newest().digest
    assert {place: snapshot.facts.at(place) for place in snapshot.facts.stored().answers} == {
        "report/superior": "UBND xã Bản Sen",
        "report/issuer": "Trung tâm học tập cộng đồng xã Bản Sen",
        "report/locality": "xã Bản Sen",
        "report/place": "Bản Sen",
        "figure/loai_don_vi": "xa",
    }


def test_a_year_of_the_first_version_begins_as_it_always_did(store: Store) -> None:
    year = make_first_year(store, "ban-sen", "TTHTCĐ xã Bản Sen", Period.school_year(2025), "lan", shipped())
    assert store.snapshot(year.report_id).facts.at("report/issuer").name == "UNANSWERED"  # type: ignore[union-attr]
