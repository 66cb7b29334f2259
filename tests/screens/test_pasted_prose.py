"""What is pasted stands as a careful colleague would have put it: in the sentence, or as paragraphs of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tthtcd_tui.screens.pasted_prose import landing
from tthtcd_tui.text.pasted import pasted
from tthtcd_tui.widgets.prose.prose import Prose, Spot


@pytest.mark.parametrize(
    ("before", "raw", "runs_on", "lands"),
    [
        ("Trung tâm có", " 24 lớp", False, " 24 lớp"),
        ("Trung tâm có ", "24 lớp", False, "24 lớp"),
        ("Đã có.", "Một.\nHai.", False, "\nMột.\nHai."),
        ("", "Một.\nHai.", False, "Một.\nHai."),
        ("Trung tâm phối hợp", " với Hội Khuyến học\nMở lớp.", True, " với Hội Khuyến học\nMở lớp."),
        ("Đã xong.", "Mở lớp.\nHai.", True, "\nMở lớp.\nHai."),
    ],
    ids=["with its blank", "as it is", "below", "into nothing", "next piece", "a new one after a stop"],
)
def test_it_lands(before: str, raw: str, runs_on: bool, lands: str) -> None:
    assert landing(Prose.of(before), pasted(raw), raw, runs_on=runs_on) == lands


def test_over_what_is_selected_it_takes_its_place() -> None:
    prose = replace(Prose.of("Trung tâm có lớp."), anchor=Spot(0, 0))
    assert landing(prose, pasted("Một.\nHai."), "Một.\nHai.", runs_on=False) == "Một.\nHai."
