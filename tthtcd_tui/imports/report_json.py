"""Our own JSON → Proposals: what the file says beside what stands in the database."""

from __future__ import annotations

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.change import Proposal
from tthtcd_tui.report.codec import Report
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place

ORIGIN = "tệp JSON"


def proposals(report: Report, current: Facts | None = None, log: ActivityLog | None = None) -> list[Proposal]:
    """What must change for `current` and its `log` to say what `report` says; against nothing, all of it.

    What the file does not say is proposed to be cleared: the file is the whole report.
    """
    answers = current.answers if current else {}
    activities = {activity.uid: activity for activity in log.activities} if log else {}
    wanted = {activity.uid: activity for activity in report.log.activities}
    found = [
        Proposal(place, before, after, ORIGIN)
        for place in dict.fromkeys([*report.facts.answers, *answers])
        if (before := answers.get(place, UNANSWERED)) != (after := report.facts.answers.get(place, UNANSWERED))
    ]
    found += [
        Proposal(Place(f"activity/{uid}"), there, said, ORIGIN)
        for uid in dict.fromkeys([*wanted, *activities])
        if (there := activities.get(uid, UNANSWERED)) != (said := wanted.get(uid, UNANSWERED))
    ]
    return found
