"""Parsing a typed activity: each field by the form, with every problem reported."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any, Final
from uuid import uuid4

from tthtcd_tui.forms.answer import UNANSWERED, Absent, Answer, Quantity
from tthtcd_tui.forms.model import Field, FieldType, Form, Option
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, typed
from tthtcd_tui.imports.columns import Column
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import ACTIVITY_FIELDS, Activity
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.tasks.session.categories import Category, categories_of
from tthtcd_tui.text.clean import are_clean_lines, is_clean_line
from tthtcd_tui.text.dates import Days, format_date
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted

_MOST_KEPT = 5_000


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a field of an activity was not taken; `is_missing` where it needs a value and has none."""

    key: str
    message: str
    is_missing: bool = False


def new_uid() -> str:
    """A unique uid for an activity; uids sort in the order they are made, which orders activities of one day."""
    return f"{time.time_ns():016x}{uuid4().hex[:4]}"


def new_uids() -> Iterator[str]:
    """Uids for many activities at once, in ascending order."""
    first, end = time.time_ns(), uuid4().hex[:4]
    return map(f"%016x{end}".__mod__, count(first))


def fields_of(form: Form) -> Mapping[str, Field]:
    return form.records[PlaceKind.ACTIVITY]


def completed(form: Form, period: Period, key: str, raw: str) -> str:
    """Complete `raw` where it has only one meaning: a day without its year, a part of a category's name.

    Anything else is returned unchanged, for `read` to judge.
    """
    if key == "date":
        day = read(fields_of(form)[key], raw, days=period.days)
        return format_date(day) if isinstance(day, date) else raw
    if key == "category" and raw.strip():
        option = categories_of(form).option(raw)
        if option is not None:
            return typed(fields_of(form)[key], option.key)
    return raw


def cell_problem(form: Form, key: str, raw: str, days: Days | None = None) -> str | None:
    """Why the field `key` cannot hold `raw`; None if it can. That a field is empty is judged elsewhere.

    A day that cannot be read is told with an example out of `days`.
    """
    if key == "category" and raw.strip() and categories_of(form).option(raw) is None:
        return _choices_problem(form, raw)
    answer = _read(form, key, raw, days)
    return answer.message if isinstance(answer, Problem) else None


def _choices_problem(form: Form, raw: str) -> str:
    """In the few words that a line has room for: the options are many."""
    found = categories_of(form).found(raw)
    if not found:
        return f"{quoted(raw)} không phải loại nào. Gõ số đứng đầu loại trong danh sách, hoặc vài chữ của tên."
    return f"{quoted(raw)} có thể là {listed(found)}. Gõ số, hoặc thêm chữ."


def listed(lines: Iterable[Category]) -> str:
    """«31 a) Giáo dục pháp luật · 32 b) Giáo dục sức khỏe»"""
    return " · ".join(line.words for line in lines)


def numbered(field: Field, options: Iterable[Option]) -> str:
    """«3 Giáo dục pháp luật · 4 Giáo dục sức khỏe»"""
    return " · ".join(f"{field.options.index(option) + 1} {option.label}" for option in options)


def activity_of(
    form: Form, uid: str, texts: Mapping[str, str], days: Days | None = None
) -> Activity | tuple[Wrong, ...]:
    """The activity that `texts`, by field, describe; or every field that is wrong or missing.

    A day without its year is one of `days`.
    """
    return ActivityReader(form, days).read(uid, texts)


_LONGEST_SIGN: Final = 2
"""Letters of «--»: a longer text is words."""


class _Held(NamedTuple):
    """One field of many activities: the values, and the indexes of rows whose text is invalid there."""

    held: Column
    wrong: Sequence[int] = ()


def _is_wrong(field: Field, answer: Answer | Problem) -> bool:
    return isinstance(answer, Problem) or (answer is UNANSWERED and field.required)


def _are_words(texts: Sequence[str]) -> bool:
    """Whether every text is plain words, to be taken unchanged."""
    return min(map(len, texts)) > _LONGEST_SIGN and are_clean_lines(texts)


class ActivityReader:
    """Parses activities from typed texts; repeated cells are cached."""

    def __init__(self, form: Form, days: Days | None = None) -> None:
        """A day without its year is one of `days`; without them it cannot be read."""
        self._form = form
        self._days = days
        fields = fields_of(form)
        self._fields: list[tuple[str, Field, dict[str, Answer | Problem]]] = [
            (key, fields[key], {}) for key in ACTIVITY_FIELDS
        ]

    def read_all(self, columns: Sequence[Column]) -> list[Activity | None]:
        """The activity of each row of `columns`, given in the order of ACTIVITY_FIELDS; None for an invalid row.

        It goes column by column, because a long log repeats most of its values.
        """
        if not len(columns[0]):
            return []
        held = [self._column(*asked, column) for asked, column in zip(self._fields, columns, strict=True)]
        made: list[Activity | None] = list(map(Activity, new_uids(), *(column.held.cells() for column in held)))
        for column in held:
            for number in column.wrong:
                made[number] = None
        return made

    def _column(self, key: str, field: Field, known: dict[str, Answer | Problem], column: Column) -> _Held:
        """What an activity holds for each of `column`."""
        texts = column.values
        if field.kind is FieldType.TEXT and column.at is None and len(texts) and _are_words(texts):
            return _Held(column)
        answers = [self._read(key, field, text, known) for text in texts]
        wrong = {text for text, answer in zip(texts, answers, strict=True) if _is_wrong(field, answer)}
        values = [_held(field, answer) for answer in answers]
        return _Held(Column(values, column.at), column.rows_where(wrong.__contains__) if wrong else ())

    def read(self, uid: str, texts: Mapping[str, str]) -> Activity | tuple[Wrong, ...]:
        """As `activity_of`."""
        values: list[Any] = []
        wrong: list[Wrong] = []
        for key, field, known in self._fields:
            raw = texts.get(key, "")
            answer = known.get(raw)
            if answer is None:
                answer = self._read(key, field, raw, known)
            if answer is UNANSWERED and field.required:
                wrong.append(Wrong(key, f"còn thiếu {field.label}", is_missing=True))
            elif isinstance(answer, Problem):
                wrong.append(Wrong(key, answer.message))
            else:
                values.append(_held(field, answer))
        return tuple(wrong) if wrong else Activity(uid, *values)

    def _read(self, key: str, field: Field, raw: str, known: dict[str, Answer | Problem]) -> Answer | Problem:
        if field.kind is FieldType.TEXT and len(raw) > _LONGEST_SIGN and is_clean_line(raw):
            return raw  # of a long log the titles are as many as the rows, and nearly all are clean
        answer = _read(self._form, key, raw, self._days)
        if len(known) < _MOST_KEPT:
            known[raw] = answer
        return answer


def texts_of(form: Form, activity: Activity) -> dict[str, str]:
    """What one would type, by field, to get `activity`."""
    values: dict[str, Answer] = {
        key: _quantity(getattr(activity, key)) if field.kind is FieldType.WHOLE else getattr(activity, key)
        for key, field in fields_of(form).items()
    }
    return {key: typed(fields_of(form)[key], value) for key, value in values.items()}


def is_outside(period: Period, raw: str) -> date | None:
    """The day in `raw`, if it is one that the report does not cover."""
    day = read(_DAY, raw)
    return day if isinstance(day, date) and not period.start <= day <= period.end else None


def _read(form: Form, key: str, raw: str, days: Days | None) -> Answer | Problem:
    field = fields_of(form)[key]
    answer = read(field, raw, days=days)
    if isinstance(answer, Problem) and field.kind is FieldType.CHOICE:
        return Problem(_choices_problem(form, raw))
    if isinstance(answer, Absent) and answer is not UNANSWERED:
        instead = f"Nhập {field.label}." if field.required else "Nhập giá trị, hoặc để trống."
        return Problem(f"Ô này của hoạt động không nhận “không có” hay “không áp dụng”. {instead}")
    return answer


def _held(field: Field, answer: Answer | Problem) -> Any:
    """An answer as an Activity has it."""
    if isinstance(answer, Quantity):
        return int(answer.number)
    if isinstance(answer, (str, date)):
        return answer
    return None if field.kind is FieldType.WHOLE else ""


def _quantity(number: int | None) -> Answer:
    return UNANSWERED if number is None else Quantity(Decimal(number))


_DAY = Field("Ngày", FieldType.DATE)
