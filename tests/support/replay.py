"""The audit log played from the start: if it tells everything, it ends where the report stands now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.models.audit import Entry
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import BASE, REOPENED, STATUS, VERSION, Status


@dataclass(frozen=True, slots=True)
class Replayed:
    answers: dict[Place, Answer]
    log: ActivityLog


def replay(entries: list[Entry]) -> Replayed:
    """What `entries`, the oldest first, make of an empty report. Each must begin with what the ones before it left."""
    answers: dict[Place, Answer] = {}
    activities: dict[str, Activity] = {}
    for entry in entries:
        assert entry.before != entry.after, entry
        if entry.place.kind == "activity":
            _, uid, *cell = entry.place.parts
            before = activities.pop(uid, None)
            assert entry.before == (cell_of(before, cell[0]) if cell else before or UNANSWERED), entry
            after = with_cell(before, cell[0], entry.after) if cell else entry.after
            if isinstance(after, Activity):
                activities[uid] = after
            else:
                assert after is UNANSWERED, entry
        else:
            assert entry.before == answers.get(entry.place, UNANSWERED), entry
            assert not isinstance(entry.after, Activity), entry
            answers[entry.place] = entry.after
    left = {place: answer for place, answer in answers.items() if answer is not UNANSWERED}
    return Replayed(left, ActivityLog.of(activities.values()))


def assert_audit_tells_all(store: Store, report_id: int) -> None:
    """The audit has no gap, and played from the start it gives this very report and log."""
    snapshot, log = store.snapshot_with_log(report_id)
    entries = store.history.of(report_id)[::-1]
    revisions = list(dict.fromkeys(entry.revision for entry in entries))
    assert revisions == list(range(1, snapshot.revision + 1))
    replayed = replay(entries)
    told = {
        place: replayed.answers.pop(place) for place in list(replayed.answers) if place.kind in ("status", "comment")
    }
    assert replayed.answers == dict(snapshot.facts.answers)
    assert replayed.log == log
    assert snapshot.facts.log == log.sums()
    assert snapshot.facts == replace(_empty(snapshot.facts), answers=replayed.answers, log=replayed.log.sums())
    assert_status_is_told(store, report_id, told)


def assert_status_is_told(store: Store, report_id: int, told: dict[Place, Answer]) -> None:
    """What the audit ends with is whether the report is final, how many versions there are, and why it was reopened."""
    versions = len(store.versions.of(report_id))
    status = store.snapshot(report_id).status
    assert status is next(year for year in store.years.all() if year.report_id == report_id).status
    assert told.pop(STATUS, UNANSWERED) == (status.value if status is Status.FINAL else UNANSWERED)
    assert told.pop(VERSION, UNANSWERED) == (Quantity(Decimal(versions)) if versions else UNANSWERED)
    assert bool(told.pop(REOPENED, "")) == bool(versions and status is Status.DRAFT)
    came_from = store.received(report_id)
    assert told.pop(BASE, UNANSWERED) == (str(came_from) if came_from else UNANSWERED)
    assert told == {}


def _empty(facts: Facts) -> Facts:
    return replace(facts, answers={}, log={})


def cell_of(activity: Activity | None, key: str) -> Content:
    assert activity is not None
    value: object = getattr(activity, key)
    if value is None or value == "":
        return UNANSWERED
    if isinstance(value, int):
        return Quantity(Decimal(value))
    assert isinstance(value, str | date)
    return value


def with_cell(activity: Activity | None, key: str, after: Content) -> Activity:
    assert activity is not None
    value: object = after
    if after is UNANSWERED:
        value = None if key in ("classes", "participations") else ""
    elif isinstance(after, Quantity):
        value = int(after.number)
    return activity._replace(**{key: value})  # type: ignore[arg-type]
