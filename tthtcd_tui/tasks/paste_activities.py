"""Rows of a spreadsheet as activities: all of them, or none and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.tasks.log_activity import activity_of, completed, fields_of, new_uid
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period

_LONGEST_TOLD = 3


def pasted_activities(
    form: Form, period: Period, block: Sequence[Sequence[str]], first: str, kept: Mapping[str, str]
) -> list[Activity]:
    """The activities in `block`, whose first column is the field `first`; columns it has not are as in `kept`.

    A heading row, of which each cell is the name of its column, is passed over, and so is an empty one. Raises
    TaskProblem, with the number of each wrong line, if one of them cannot be taken.
    """
    names = list(fields_of(form))
    columns = names[names.index(first) :]
    made: list[Activity] = []
    wrong: list[str] = []
    for number, line in enumerate(block, 1):
        if not any(line) or (number == 1 and _is_heading(form, columns, line)):
            continue
        texts = dict(kept)
        texts |= {key: completed(form, period, key, raw) for key, raw in zip(columns, line, strict=False)}
        activity = activity_of(form, new_uid(), texts)
        if any(line[len(columns) :]):
            wrong.append(f"dòng {number}: thừa cột, chỉ nhận {len(columns)} cột từ {fields_of(form)[first].label}")
        elif isinstance(activity, Activity):
            made.append(activity)
        else:
            wrong.append(f"dòng {number}: {fields_of(form)[activity[0].key].label}: {activity[0].message}")
    if wrong:
        more = f" Còn {len(wrong) - _LONGEST_TOLD} dòng khác." if len(wrong) > _LONGEST_TOLD else ""
        raise TaskProblem(f"Chưa dán gì. {'; '.join(wrong[:_LONGEST_TOLD])}.{more}", wrong)
    if not made:
        raise TaskProblem("Không có hoạt động nào trong phần vừa dán.")
    return made


def _is_heading(form: Form, columns: Sequence[str], line: Sequence[str]) -> bool:
    labels = [fold(fields_of(form)[key].label) for key in columns]
    return all(fold(cell) == label for cell, label in zip(line, labels, strict=False) if cell)
