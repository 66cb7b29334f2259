"""What is left to do in a year, place after place in reading order, wrapping round to the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tthtcd_tui.checks.order import report_order
from tthtcd_tui.report.finding import Finding, Severity
from tthtcd_tui.report.place import Place

if TYPE_CHECKING:
    from tthtcd_tui.tasks.session.session import Session

_COMMENT: Final = "comment"
"""The code of the gap for a comment that waits for an answer; no rule gives it."""


def gap_after(session: Session, place: Place | None, inclusive: bool = False) -> Finding | None:
    """The next place missing or wrong after `place`, or at it; None where nothing is left."""
    session.end_start()
    rank = report_order(session.form, session.facts)
    gaps = sorted(_gaps(session), key=rank)
    if place is None or not gaps:
        return gaps[0] if gaps else None
    at = rank(_standing_at(place))[:3]
    return next((gap for gap in gaps if (there := rank(gap)[:3]) > at or (inclusive and there == at)), gaps[0])


def carried_after(session: Session, place: Place) -> Place | None:
    """The next place carried over and not yet reviewed; None where nothing is left."""
    session.end_start()
    rank = report_order(session.form, session.facts)
    left = sorted((each for each in session.findings if each.is_unreviewed), key=rank)
    at = rank(_standing_at(place))[:3]
    following = next((each for each in left if rank(each)[:3] > at), left[0] if left else None)
    return following.place if following else None


def missing_between(session: Session, place: Place, following: Place) -> int:
    """The number of missing cells between `place` and `following`, wrapping round if `following` comes first."""
    rank = report_order(session.form, session.facts)
    start, end = (rank(_standing_at(each))[:3] for each in (place, following))
    gaps = [rank(gap)[:3] for gap in _gaps(session) if gap.is_missing]
    return sum(start < gap < end if start < end else gap > start or gap < end for gap in gaps)


def _standing_at(place: Place) -> Finding:
    """A placeholder finding, to be ranked by its place."""
    return Finding("", Severity.ERROR, place, "")


def _gaps(session: Session) -> Iterator[Finding]:
    """The gaps cell by cell: a row's missing cells are one finding, but a gap each. Comments waiting for this user too.

    For those above the centre, comments are the only gaps.
    """
    for thread in session.threads:
        if thread.waits_for(session.user):
            last = thread.remarks[-1]
            yield Finding(_COMMENT, Severity.WARNING, thread.place, f"Góp ý của {last.user}: {last.text}")
    if session.supervises:
        return
    missing = {need.missing[0]: need.missing for need in session.requirements if need.missing}
    for finding in session.findings:
        if finding.is_missing:
            yield from (finding._replace(place=place) for place in missing.get(finding.place, (finding.place,)))
        elif finding.is_open:
            yield finding
