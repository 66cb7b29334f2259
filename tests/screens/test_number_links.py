"""A number that a figure of the year has: found behind the caret, whatever ends its sentence, never by one digit."""

from __future__ import annotations

import pytest

from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import Linked
from tthtcd_tui.screens.number_links import figures_like, figures_of, number_before
from tthtcd_tui.widgets.prose.prose import Prose, Spot

LINKS = {
    "ten_trung_tam": Linked(Place("report/issuer"), "Tên trung tâm", "Trung tâm 41"),
    "dan_so": Linked(Place("figure/dan_so"), "Dân số", "41.000"),
    "so_ho": Linked(Place("figure/so_ho"), "Số hộ", "10.005"),
    "lop": Linked(Place("figure/lop"), "Số lớp", "5"),
    "cho": Linked(Place("figure/cho"), "Còn chờ", None),
}


def behind(text: str) -> str | None:
    prose = Prose((text,), Spot(0, len(text)))
    found = number_before(prose)
    return prose.between(*found) if found else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Dân số 41.000", "41.000"),
        ("Dân số 41.000 ", "41.000"),
        ("Dân số 41.000.", "41.000"),
        ("Tỷ lệ 97,5", "97,5"),
        ("Dân số 41.000 người", None),
        ("mẫu B12", None),
        ("", None),
    ],
)
def test_the_number_before_the_caret(text: str, number: str | None) -> None:
    assert behind(text) == number


def test_a_figure_is_alike_whatever_parts_its_thousands() -> None:
    assert [figure.name for figure in figures_like(LINKS, "41000")] == ["dan_so"]
    assert [figure.name for figure in figures_like(LINKS, "10.005")] == ["so_ho"]


def test_one_digit_is_said_of_many_things() -> None:
    assert not figures_like(LINKS, "5")


def test_names_come_last_in_the_list() -> None:
    assert [figure.name for figure in figures_of(LINKS)][-1] == "ten_trung_tam"
