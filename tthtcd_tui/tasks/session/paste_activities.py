"""A block pasted into the log: the plan of its activities, and the activities of its rows."""

from __future__ import annotations

from collections.abc import Iterable

from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.blocks.days import is_day
from tthtcd_tui.imports.blocks.log import log_plan
from tthtcd_tui.imports.blocks.plan import LogPlan, LogRow
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.tasks.session.log_activity import activity_of, new_uid
from tthtcd_tui.tasks.session.paste_block import is_block
from tthtcd_tui.tasks.session.refused_rows import RefusedRow
from tthtcd_tui.text.periods import Period

__all__ = ("LogPlan", "activities_of", "activities_plan", "begins_with_day", "refused_of")


def activities_plan(form: Form, period: Period, raw: str, category: str = "") -> LogPlan | None:
    """The activities in `raw`; None for a text of one cell, and for lines in which there is none.

    `category` is the key of the kind chosen already: it is offered where `raw` names none.

    Raises UnusableCharacter as `clean` does.
    """
    if not is_block(raw):
        return None
    plan = log_plan(form, period, raw, category).as_pasted()
    return plan if plan.rows or plan.doubtful or "\t" in raw.strip() else None


def begins_with_day(row: str) -> bool:
    """Whether the first cell of a row, its cells parted by tabs, is a day."""
    return is_day(row.split("\t", maxsplit=1)[0].strip())


def activities_of(form: Form, rows: Iterable[LogRow]) -> list[Activity]:
    """The rows of a plan as activities; the plan has read each of their fields."""
    made = (activity_of(form, new_uid(), row.fields) for row in rows)
    return [activity for activity in made if isinstance(activity, Activity)]


def refused_of(plan: LogPlan) -> list[RefusedRow]:
    """The rows of a plan that are not stored, each with what would be typed of it."""
    return [RefusedRow(row.line, row.cells, row.doubt, PlaceKind.ACTIVITY, plan.texts(row)) for row in plan.doubtful]
