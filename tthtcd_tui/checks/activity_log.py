"""The activity log: days that cannot be, rows entered twice, numbers in the wrong column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from tthtcd_tui.checks.hygiene import doubled_word, leaders, placeholder
from tthtcd_tui.checks.rule import Frame
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.dates import padded_date
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.problem import quoted

_MOST_A_CLASS: Final = 2000
"""Participations in one class: a festival fills a stadium, a lesson does not."""
_ALIKE: Final = 0.92
_MOST_COMPARED: Final = 60
"""Activities of one day compared in pairs; above that, only those with equal titles."""


def held_outside(frame: Frame, activities: Sequence[Activity]) -> Iterator[Finding]:
    """Held on a day outside the period."""
    day, period = activities[0].date, frame.period
    if period.start <= day <= period.end:
        return
    for activity in activities:
        yield _found(
            "held_outside",
            activity,
            "date",
            f"ngày này không thuộc {period.title} ({padded_date(period.start)} - {padded_date(period.end)})."
            " Sửa ngày, xóa hoạt động, hoặc ghi lý do.",
        )


def held_after_issue(frame: Frame, activities: Sequence[Activity]) -> Iterator[Finding]:
    """Held, within the period, after the report that counts it was issued."""
    day = activities[0].date
    if frame.issued is None or not frame.period.start <= frame.issued < day <= frame.period.end:
        return
    for activity in activities:
        yield _found(
            "held_after_issue",
            activity,
            "date",
            f"ngày này sau ngày ban hành báo cáo ({padded_date(frame.issued)}), mà hoạt động đã được tính."
            " Sửa một trong hai ngày, hoặc ghi lý do.",
        )


def title_unfinished(frame: Frame, activities: Sequence[Activity]) -> Iterator[Finding]:
    """A title in which a dotted blank or a word typed twice still stands."""
    for activity in activities:
        title = _text_of(activity)
        found = (finding for rule in (leaders, doubled_word) for finding in rule(frame, title))
        for finding in islice(found, 1):
            yield warning("title_unfinished", title.place, finding.message)


def placeholder_in_log(frame: Frame, activities: Sequence[Activity]) -> Iterator[Finding]:
    """An activity named «Lớp xxx»."""
    for title in map(_text_of, activities):
        for finding in placeholder(frame, title):
            yield warning("placeholder_in_log", title.place, finding.message)


def uncounted_class(_frame: Frame, activities: Sequence[Activity]) -> Iterator[Finding]:
    """Participations in no class at all."""
    for activity in activities:
        if activity.classes == 0 and activity.participations:
            words = f"0 lớp mà có {format_number(activity.participations)} lượt người. Sửa số lớp, hoặc ghi lý do."
            yield _found("uncounted_class", activity, "classes", words)


def held_twice(frame: Frame, activities: Sequence[Activity]) -> Iterator[Finding]:
    """Entered twice: same title and day, and no field that differs. Found at the later row."""
    ordered = sorted(activities, key=lambda activity: activity.uid)
    for number, activity in enumerate(ordered):
        near = ordered[:number] if len(ordered) <= _MOST_COMPARED else _of_same_title(ordered[:number], activity)
        for other in near:
            if _are_one(activity, other):
                same = "trùng hoàn toàn" if activity[1:] == other[1:] else "gần giống hệt"
                words = f"{same} với hoạt động {quoted(other.title)} cùng ngày. Xóa một dòng, hoặc ghi lý do."
                yield _found("held_twice", activity, "", words)
                break


def class_too_large(frame: Frame, activities: Sequence[Activity]) -> Iterator[Finding]:
    """More classes than people, or thousands in one class: a digit too many, or a number in the other's column."""
    for activity in activities:
        classes, people = activity.classes, activity.participations
        if not classes or people is None:
            continue
        held, came = format_number(classes), format_number(people)
        if classes > people:
            words = f"{held} lớp mà chỉ {came} lượt người. Có thể hai cột bị đảo: sửa lại."
        elif people > classes * _MOST_A_CLASS:
            words = f"{came} lượt người trong {held} lớp là quá đông. Có thể thừa chữ số."
        else:
            continue
        yield _found("class_too_large", activity, "participations", f"{words} Nếu đúng thì ghi lý do.")


def named_by_number(frame: Frame, activities: Sequence[Activity]) -> Iterator[Finding]:
    """A name without a letter: a number or a day that was typed one field too early, and all after it too."""
    for activity in activities:
        if not any(map(str.isalpha, activity.title)):
            words = "tên không có chữ nào. Có thể ngày hay số gõ nhầm vào ô tên: sửa lại. Nếu đúng thì ghi lý do."
            yield _found("named_by_number", activity, "title", words)


def _are_one(one: Activity, other: Activity) -> bool:
    if one.category != other.category or _differ(one.place, other.place) or _differ(one.partner, other.partner):
        return False
    counts = _differ(one.classes, other.classes) or _differ(one.participations, other.participations)
    first, second = _title(one.title), _title(other.title)
    if first == second:
        return not counts or not (one.place and other.place)
    return not counts and _digits(first) == _digits(second) and _are_alike(first, second)


def _are_alike(first: str, second: str) -> bool:
    from difflib import SequenceMatcher  # few days have two activities of one kind

    return SequenceMatcher(None, first, second).ratio() >= _ALIKE


def _differ(one: object, other: object) -> bool:
    """Whether both say something, and not the same."""
    if isinstance(one, str) and isinstance(other, str):
        one, other = _title(one), _title(other)
    return bool(one) and bool(other) and one != other


def _of_same_title(activities: Sequence[Activity], one: Activity) -> list[Activity]:
    return [activity for activity in activities if _title(activity.title) == _title(one.title)]


@lru_cache(maxsize=4096)
def _title(words: str) -> str:
    """A title for comparison: without diacritics, case, punctuation and extra blanks."""
    return " ".join(re.findall(r"[^\W_]+", fold(words)))


def _digits(words: str) -> str:
    return "".join(filter(str.isdigit, words))


def _text_of(activity: Activity) -> Text:
    """The title as rules about texts read one."""
    place = Place.of(PlaceKind.ACTIVITY, activity.uid, "title")
    return Text(place, _label(activity), Role.LINE, activity.title, activity.title, activity.title)


def _label(activity: Activity) -> str:
    return f"Hoạt động {quoted(activity.title)} ngày {padded_date(activity.date)}"


def _found(code: str, activity: Activity, key: str, words: str) -> Finding:
    place = Place.of(PlaceKind.ACTIVITY, activity.uid, key) if key else Place.of(PlaceKind.ACTIVITY, activity.uid)
    return warning(code, place, f"{_label(activity)}: {words}")
