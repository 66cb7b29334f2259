"""Handing in and answering at an open year: to those who share the database, or as a file that is mailed."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.errors import NotAllowed, ReportGone
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.verdicts import Approval
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.upward.submit import Handed, Submission, hand_in_here, submission, tell_handed_in
from tthtcd_tui.text.clean import clean_line


def hands_in_to(session: Session) -> str:
    """The unit that a final report is to be handed in to; nothing where it was, there is none, or they may not."""
    if not session.is_final or isinstance(session.read_only, NotAllowed):
        return ""
    newest = session.store.versions.of(session.year.report_id)[-1].number
    unit = session.store.units.of_centre(session.year.centre.id)
    return unit.name if unit is not None and session.handed_in.version != newest else ""


def may_mail(session: Session) -> bool:
    """Whether a final report goes up as a file: no unit above shares the database, and none has answered it yet.

    Not by somebody who may only read.
    """
    if not session.is_final or session.handed_in.answers or isinstance(session.read_only, NotAllowed):
        return False
    return session.store.units.of_centre(session.year.centre.id) is None


def mail_to(session: Session, path: Path, *, overwrite: bool = False) -> Submission:
    """Write the file to be mailed and tell in the history that the report was handed in.

    Raises NotFinal, NotReducible, NotAllowed, ReportGone, FileProblem.
    """
    year = _year(session)
    made = submission(session.store, year)
    write_whole(path, made.data, overwrite=overwrite)
    tell_handed_in(session.store, year, made, session.user)  # once there is something to mail
    return made


def hand_in(session: Session) -> Handed:
    """Raises NotFinal, NoUnit, NotAllowed, ReportGone."""
    return hand_in_here(session.store, _year(session), session.user)


def _year(session: Session) -> Year:
    """As it stands now. Raises ReportGone."""
    year = session.store.years.get(session.year.report_id)
    if year is None:
        raise ReportGone(session.year.report_id)
    return year


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
