"""Edits, Changes and Proposals."""

from __future__ import annotations

from decimal import Decimal

from tthtcd_tui.forms.answer import NIL, UNANSWERED, Quantity
from tthtcd_tui.report.change import Edit, Proposal
from tthtcd_tui.report.place import Place

PLACE = Place("figure/so_khu")


def test_a_proposal_changes_something_or_not() -> None:
    same = Proposal(PLACE, Quantity(Decimal("24")), Quantity(Decimal("24.0")), "dòng 3")
    assert not same.changes_something
    other = Proposal(PLACE, UNANSWERED, NIL, "dòng 3")
    assert other.changes_something
    assert other.accepted() == Edit(PLACE, NIL)
