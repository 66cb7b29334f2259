"""One activity typed: each field read as the form says, and all that is wrong told."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import uuid4

from tthtcd_tui.forms.answer import UNANSWERED, Absent, Answer, Quantity
from tthtcd_tui.forms.model import Field, Form, Kind, Option
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, typed
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted

_LONGEST_LABEL = 200
"""Letters: whatever is longer is no part of the name of a category."""
_DAY_AND_MONTH = r"([0-9]{1,2}) ?[-/.] ?([0-9]{1,2})"


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a field of an activity was not taken."""

    key: str
    message: str


def new_uid() -> str:
    """A name for an activity that nobody else will give; of one day, the one named last comes last."""
    return f"{time.time_ns():016x}{uuid4().hex[:4]}"


def fields_of(form: Form) -> Mapping[str, Field]:
    return form.records["activity"]


def completed(form: Form, period: Period, key: str, raw: str) -> str:
    """`raw` spelt out where it can mean one thing only: a day of the period without its year, part of a category.

    Anything else is given back as it is, for `read` to judge.
    """
    if key == "date":
        return _with_year(raw, period)
    if key == "category" and raw.strip():
        found = matching(fields_of(form)[key], raw)
        if len(found) == 1:
            return typed(fields_of(form)[key], found[0].key)
    return raw


def matching(field: Field, raw: str) -> list[Option]:
    """The options that `raw` may mean: by the number they are listed under, else by a part of their label."""
    text = raw.strip()
    if len(text) > _LONGEST_LABEL:
        return []
    if text.isascii() and text.isdigit():
        number = int(text[:4])
        return list(field.options[number - 1 : number]) if number else []
    exact = [option for option in field.options if text in (option.label, option.key)]
    words = fold(text).split()
    return exact or [option for option in field.options if all(word in fold(option.label) for word in words)]


def _with_year(raw: str, period: Period) -> str:
    match = re.fullmatch(_DAY_AND_MONTH, raw.strip(), re.ASCII)
    if match is None:
        return raw
    found = []
    for year in range(period.start.year, period.end.year + 1):
        try:
            day = date(year, int(match[2]), int(match[1]))
        except ValueError:
            continue
        if period.start <= day <= period.end:
            found.append(day)
    return format_date(found[0]) if len(found) == 1 else raw


def cell_problem(form: Form, key: str, raw: str) -> str | None:
    """Why an activity cannot have `raw` there; None if it can. An empty field is another matter."""
    answer = _read(form, key, raw)
    return answer.message if isinstance(answer, Problem) else None


def _choices_problem(field: Field, raw: str) -> str:
    """In the few words that a line has room for: the options are many."""
    found = matching(field, raw)
    if not found:
        return f"{quoted(raw)} không phải loại nào. Gõ số từ 1 đến {len(field.options)}, hoặc vài chữ của tên loại."
    return f"{quoted(raw)} có thể là {numbered(field, found)}. Gõ số, hoặc thêm chữ."


def numbered(field: Field, options: Iterable[Option]) -> str:
    """«3 Giáo dục pháp luật · 4 Giáo dục sức khỏe»"""
    return " · ".join(f"{field.options.index(option) + 1} {option.label}" for option in options)


def activity_of(form: Form, uid: str, texts: Mapping[str, str]) -> Activity | tuple[Wrong, ...]:
    """The activity that `texts`, by field, describe; or every field that is wrong or missing."""
    answers: dict[str, Answer] = {}
    wrong: list[Wrong] = []
    for key, field in fields_of(form).items():
        answer = _read(form, key, texts.get(key, ""))
        if isinstance(answer, Problem):
            wrong.append(Wrong(key, answer.message))
        elif answer is UNANSWERED and field.required:
            wrong.append(Wrong(key, f"còn thiếu {field.label}"))
        else:
            answers[key] = answer
    day, number, words = answers.get("date"), _number, _words
    if wrong or not isinstance(day, date):
        return tuple(wrong)
    return Activity(
        uid,
        day,
        words(answers["title"]),
        words(answers["category"]),
        number(answers["classes"]),
        number(answers["participations"]),
        words(answers["place"]),
        words(answers["partner"]),
        words(answers["note"]),
    )


def texts_of(form: Form, activity: Activity) -> dict[str, str]:
    """What one would type, by field, to get `activity`."""
    values: dict[str, Answer] = {
        key: _quantity(getattr(activity, key)) if field.kind is Kind.WHOLE else getattr(activity, key)
        for key, field in fields_of(form).items()
    }
    return {key: typed(fields_of(form)[key], value) for key, value in values.items()}


def is_outside(period: Period, raw: str) -> date | None:
    """The day in `raw`, if it is one that the report does not cover."""
    day = read(_DAY, raw)
    return day if isinstance(day, date) and not period.start <= day <= period.end else None


def _read(form: Form, key: str, raw: str) -> Answer | Problem:
    field = fields_of(form)[key]
    answer = read(field, raw)
    if isinstance(answer, Problem) and field.kind is Kind.CHOICE:
        return Problem(_choices_problem(field, raw))
    if isinstance(answer, Absent) and answer is not UNANSWERED:
        instead = f"Nhập {field.label}." if field.required else "Nhập giá trị, hoặc để trống."
        return Problem(f"Ô này của hoạt động không nhận “không có” hay “không áp dụng”. {instead}")
    return answer


def _number(answer: Answer) -> int | None:
    return int(answer.number) if isinstance(answer, Quantity) else None


def _quantity(number: int | None) -> Answer:
    return UNANSWERED if number is None else Quantity(Decimal(number))


def _words(answer: Answer) -> str:
    return answer if isinstance(answer, str) else ""


_DAY = Field("Ngày", Kind.DATE)
