"""Our own JSON → Proposals: the file's contents beside those of the database."""

from __future__ import annotations

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.change import Proposal
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place, PlaceKind

ORIGIN = "tệp JSON"


def proposals(report: ReportData, current: Facts | None = None, log: ActivityLog | None = None) -> list[Proposal]:
    """The changes that make `current` and its `log` equal to `report`; without `current`, everything in `report`.

    Answers that the file lacks are proposed to be cleared, since it holds the whole report.
    """
    answers = current.stored().answers if current else {}
    activities = {activity.uid: activity for activity in log.activities} if log else {}
    wanted = {activity.uid: activity for activity in report.log.activities}
    found = [
        Proposal(place, before, after, ORIGIN)
        for place in dict.fromkeys([*report.facts.answers, *answers])
        if (before := answers.get(place, UNANSWERED)) != (after := report.facts.answers.get(place, UNANSWERED))
    ]
    found += [
        Proposal(Place.of(PlaceKind.ACTIVITY, uid), there, said, ORIGIN)
        for uid in dict.fromkeys([*wanted, *activities])
        if (there := activities.get(uid, UNANSWERED)) != (said := wanted.get(uid, UNANSWERED))
    ]
    return found
