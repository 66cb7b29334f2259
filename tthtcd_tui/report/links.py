"""Links in the texts of a year: their names, and what each stands for."""

from __future__ import annotations

from tthtcd_tui.forms.links import Link, pieces
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.row import Linked
from tthtcd_tui.report.rows import rows


def linked(form: Form, facts: Facts, name: str) -> Linked | None:
    """What `{name}` stands for, or None where the form knows no such name."""
    return rows(form, facts).linked(name)


def all_linked(form: Form, facts: Facts) -> dict[str, Linked]:
    """Every link the form knows, by name, in the order of the form."""
    return {name: target for name in form.link_order if (target := linked(form, facts, name))}


def links_in(text: str) -> list[str]:
    """The names linked in `text`, in order."""
    return [piece.name for piece in pieces(text) if isinstance(piece, Link)] if "{" in text else []
