"""Handing in and answering at an open year, where a centre and those above it share the database."""

from __future__ import annotations

from tthtcd_tui.errors import NotAllowed, ReportGone
from tthtcd_tui.models.verdicts import Approval
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.upward.submit import Handed, hand_in_here
from tthtcd_tui.text.clean import clean_line


def hands_in_to(session: Session) -> str:
    """The unit that a final report is to be handed in to; nothing where it was, there is none, or they may not."""
    if not session.is_final or isinstance(session.read_only, NotAllowed):
        return ""
    newest = session.store.versions.of(session.year.report_id)[-1].number
    unit = session.store.units.of_centre(session.year.centre.id)
    return unit.name if unit is not None and session.handed_in.version != newest else ""


def hand_in(session: Session) -> Handed:
    """Raises NotFinal, NoUnit, NotAllowed, ReportGone."""
    year = session.store.years.get(session.year.report_id)
    if year is None:
        raise ReportGone(session.year.report_id)
    return hand_in_here(session.store, year, session.user)


def may_send_back(session: Session) -> bool:
    """Whether this person, who is above the centre, has something before them that they may send back."""
    standing = session.handed_in
    return session.supervises and standing.version > 0 and not standing.returned


def approve(session: Session) -> Approval:
    """Raises NotAllowed, CannotAnswer, ReportGone."""
    return session.store.verdicts.approve(session.year.report_id, "", session.user)


def send_back(session: Session, reason: str) -> str:
    """What is told of it. Raises NotAllowed, CannotAnswer, ReportGone."""
    return session.store.verdicts.send_back(session.year.report_id, clean_line(reason), session.user)
