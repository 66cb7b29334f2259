"""Edits, Changes and Proposals."""

from __future__ import annotations

from tthtcd_tui.forms.answer import NIL, UNANSWERED
from tthtcd_tui.report.change import Edit, Proposal
from tthtcd_tui.report.place import Place

PLACE = Place("figure/so_khu")


def test_what_is_accepted_is_what_was_proposed() -> None:
    assert Proposal(PLACE, UNANSWERED, NIL, "dòng 3").accepted() == Edit(PLACE, NIL)
