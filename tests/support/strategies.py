"""Reports as they may be, for any form: arbitrary answers in every place the form knows, and an activity log.

`facts(form)` and `reports(form)` are made by walking the form, so a new form needs no new strategy. Half of what they
make is sparse, half answers every place. All of it is what reading or decoding could have made: cleaned, within bounds.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from hypothesis import strategies as st
from support.any_text import any_text
from support.forms import both

from tthtcd_tui.errors import UnusableCharacter
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.kinds.checklist import items_of
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.kinds.indicators import indicators_of
from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.model import Field, FieldType, Form, SectionPart
from tthtcd_tui.forms.records import RECORDS
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.facts import Centre, Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rows import layout
from tthtcd_tui.text.clean import clean, clean_line
from tthtcd_tui.text.pasted import without_bullet
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.qualifiers import Qualifier

# What renderers, terminals, spreadsheets and word processors read as more than words.
MARKUP = (
    "[/]", "[bold]", "[@click=x]a[/]", "{{ }}", "{", "}", "{dan_so", "{{dan_so}", "%s", "%(x)s", "{0}", "&<>\"'",
    "<b>", "</w:t>", "]]>", "<!--", "<?xml?>", "&amp;", "&#0;", "=1+1", "@SUM(A1)", "+1", "-1", "|a|b|", "# a", "**a**",
    "\\", "\\n", "\\x1b[31m", "$(ls)", "`ls`", "; DROP TABLE report", "'", '"', "../..", "con", "NUL", ".", ";", "./.",
)  # fmt: skip
LETTERS = (
    "אבג", "عربى", "漢字", "ﬁ", "İ", "ß", "ŉ", "🙂", "👨‍👩‍👧", "e\u0302\u0309\u0323", "Ω", "q\u0323\u0307", "\u0301",
    "₫", "½", "²", "–", "…", "\u00ad", "\u3000", "\u2003", "Trường THCS Mạo Khê II", "ngày 30/4", "A" * 300, "ộ" * 90,
)  # fmt: skip


@cache
def hostile_text() -> st.SearchStrategy[str]:
    """Text that has passed `clean` and may still surprise who prints it: may be empty, or hold tabs and newlines."""
    pieces = st.sampled_from(MARKUP) | st.sampled_from(LETTERS) | any_text
    return st.lists(pieces, max_size=4).map("".join).map(_cleaned)


def _cleaned(raw: str) -> str:
    try:
        return clean(raw)
    except UnusableCharacter:
        return clean("".join(c for c in raw if c != "\ufffd" and not _private(c)))


def _private(character: str) -> bool:
    return "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"


# -- answers ----------------------------------------------------------------------------------------------------------


def _line(text: str) -> str:
    """One line that says something and is no sign: `-` alone is «không có»."""
    words = clean_line(text)
    return words if words not in ("", "-", "--") else "Mạo Khê"


@cache
def text_lines() -> st.SearchStrategy[str]:
    return hostile_text().map(_line)


def _numbers(most: int, decimals: int = 0) -> st.SearchStrategy[Decimal]:
    whole = st.integers(0, most * 10**decimals) | st.sampled_from([0, min(1, most)])
    return whole.map(lambda units: Decimal(units) / 10**decimals)


def _paragraphs(links: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    linked = st.tuples(text_lines(), st.sampled_from(links)).map(lambda pair: f"{_unlinked(pair[0])} {{{pair[1]}}}.")
    return st.lists(text_lines().map(_unlinked) | linked, min_size=1, max_size=3).map(tuple)


def _unlinked(text: str) -> str:
    """Without what may read as a link to a name the form does not know."""
    return _line(text.replace("{", "("))


def _names(text: str) -> str:
    return _line(without_bullet(_line(text.replace(";", ","))))


def answers(form: Form, field: Field) -> st.SearchStrategy[Answer]:
    """What may stand in `field`, without Unanswered."""
    return st.sampled_from([NIL, NOT_APPLICABLE]) | values(form, field)


def values(form: Form, field: Field) -> st.SearchStrategy[Answer]:
    """What may stand in `field`, without the absent answers."""
    most = int(field.maximum) if field.maximum is not None else 10**15 - 1
    match field.kind:
        case FieldType.WHOLE | FieldType.MONEY:
            return st.builds(Quantity, _numbers(most), _qualifiers(field))
        case FieldType.DECIMAL | FieldType.PERCENT:
            return st.builds(Quantity, _numbers(most) | _numbers(min(most, 10**9), 6), _qualifiers(field))
        case FieldType.TEXT:
            return text_lines()
        case FieldType.LINES:
            return st.lists(hostile_text().map(_names), min_size=1, max_size=3).map(tuple)
        case FieldType.PARAGRAPHS:
            return _paragraphs(sorted(form.link_names))
        case FieldType.CHOICE:
            return st.sampled_from([option.key for option in field.options])
        case FieldType.CHOICES:
            keys = [option.key for option in field.options]
            return st.sets(st.sampled_from(keys), min_size=1).map(lambda some: tuple(k for k in keys if k in some))
        case FieldType.DATE:
            return days()


@cache
def days() -> st.SearchStrategy[date]:
    return st.dates(date(1900, 1, 1), date(2100, 12, 31))


def _qualifiers(field: Field) -> st.SearchStrategy[Qualifier | None]:
    return st.none() | st.sampled_from(list(Qualifier)) if field.qualified else st.none()


@dataclass(frozen=True, slots=True)
class Asked:
    """A field, and what may have been answered to it."""

    form: Form
    field: Field
    answer: Answer


# -- places -----------------------------------------------------------------------------------------------------------

_PART = "[a-z0-9]([a-z0-9_-]{0,62}[a-z0-9])?"


@cache
def uids() -> st.SearchStrategy[str]:
    return st.sampled_from(["giam-doc", "a", "0", "x_y-z", "m" * 64]) | st.from_regex(_PART, fullmatch=True)


def places(form: Form, board: Sequence[str] = ("gd",), own: Sequence[str] = ("rieng",)) -> list[Place]:
    """Every place of the form that answers stand at, with these board members and own items."""
    rows = {
        "board": list(board),
        "own": list(own),
        "checklist": list(items_of(form)),
        "results": [row.key for row in result_rows_of(form).values() if not row.group],
        "rating": list(groups_of(form)),
        "indicator": list(indicators_of(form)),
    }
    found = [Place.of("figure", key) for key in figures_of(form)]
    found += [Place.of("report", key) for key in RECORDS["report"]]
    found += [Place.of("narrative", s.key) for s in form.sections if SectionPart.NARRATIVE in s.prints]
    found += [Place.of(kind, row, key) for kind, keys in rows.items() for row in keys for key in RECORDS[kind]]
    found += [Place.of("indicator", key, "value") for key, indicator in indicators_of(form).items() if indicator.value]
    found += [place for place in layout(form).cells if place.kind in (PlaceKind.GRID, PlaceKind.SCORE)]
    found += [Place.of(mark, place) for place in found[::7] for mark in ("reason", "carried")]
    return found


@cache
def asked() -> st.SearchStrategy[Asked]:
    """A field of one of the two test forms with an answer to it; every field has its turn."""
    found = []
    for form in both():
        fields = {str(field): field for place in places(form) if (field := field_at(form, place))}
        found += [st.builds(Asked, st.just(form), st.just(field), answers(form, field)) for field in fields.values()]
    return st.one_of(found)


# -- a year -----------------------------------------------------------------------------------------------------------


@cache
def centres() -> st.SearchStrategy[Centre]:
    return st.builds(Centre, uids(), text_lines())


@cache
def periods() -> st.SearchStrategy[Period]:
    years = st.integers(1900, 2099)
    spans = st.tuples(days(), days()).map(sorted)
    return (
        years.map(Period.school_year)
        | years.map(Period.calendar_year)
        | spans.map(lambda span: Period.custom(span[0], span[1]))
        | spans.map(lambda span: Period.custom(span[0], span[1], "hè & <đông>"))
    )


_PoolKey: TypeAlias = tuple[FieldType, Decimal | None, bool, tuple[str, ...]]


def _pool_key(field: Field) -> _PoolKey:
    return field.kind, field.maximum, field.qualified, tuple(option.key for option in field.options)


def facts(form: Form, complete: bool | None = None) -> st.SearchStrategy[Facts]:
    """A year of this form, without an activity log. `complete`: every place is answered, or few; None: either."""
    fields = {_pool_key(field): field for place in places(form) if (field := field_at(form, place))}
    # A few answers for each kind of field: drawing anew for each of 300 places would take a second a report.
    pools = {key: st.tuples(answers(form, field), *[values(form, field)] * 2) for key, field in fields.items()}
    return _facts(form, complete, pools)


@st.composite
def _facts(
    draw: st.DrawFn,
    form: Form,
    complete: bool | None,
    pools: Mapping[_PoolKey, st.SearchStrategy[tuple[Answer, ...]]],
) -> Facts:
    known = places(form, draw(_SOME_UIDS), draw(_SOME_UIDS))
    every = draw(st.booleans()) if complete is None else complete
    chosen = known if every else draw(st.lists(st.sampled_from(known), max_size=12, unique=True))
    drawn: dict[_PoolKey, tuple[Answer, ...]] = {}
    answered: dict[Place, Answer] = {}
    for place in chosen:
        field = field_at(form, place)
        assert field is not None, place
        key = _pool_key(field)
        if key not in drawn:
            drawn[key] = draw(pools[key])
        answered[place] = drawn[key][zlib.crc32(place.encode()) % len(drawn[key])]
    assert UNANSWERED not in answered.values()
    return Facts(draw(centres()), form.key, form.version, draw(periods()), answered)


_SOME_UIDS = st.lists(uids(), max_size=2, unique=True)


def activities(form: Form) -> st.SearchStrategy[Activity]:
    words = st.just("") | text_lines()
    counts = st.none() | st.integers(0, 10**15 - 1)
    rows = [row.key for row in result_rows_of(form).values() if not row.group]
    return st.builds(Activity, uids(), days(), text_lines(), st.sampled_from(rows), counts, counts, words, words, words)


def logs(form: Form) -> st.SearchStrategy[ActivityLog]:
    return st.lists(activities(form), max_size=4, unique_by=lambda activity: activity.uid).map(ActivityLog.of)


def reports(form: Form, complete: bool | None = None) -> st.SearchStrategy[ReportData]:
    """A year of this form with its activity log, and the log's sums in its Facts."""
    return st.builds(_report, facts(form, complete), logs(form))


def _report(year: Facts, log: ActivityLog) -> ReportData:
    return ReportData(replace(year, log=log.sums()), log)
