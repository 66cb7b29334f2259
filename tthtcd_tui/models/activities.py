"""The activity log in SQL: its sums, its rows for an export, and its pages for a screen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache

from tthtcd_tui.models.part import Part, reads_report
from tthtcd_tui.models.storage.engine import Database, guard_decoding, insert_all, reading
from tthtcd_tui.models.storage.orm import ModelSelect, fn
from tthtcd_tui.models.tables import Activity as Row
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import Activity, LogSum
from tthtcd_tui.text.fold import fold

_COLUMNS = ("uid", "date", "title", "category", "classes", "participations", "place", "partner", "note")
_FIELDS = tuple(getattr(Row, column) for column in _COLUMNS)
_AT_ONCE = 500
_LONGEST_SEARCH = 200
_MOST_WORDS = 12


class Order(Enum):
    """How the log's screen is sorted; the newest or the largest first."""

    DATE = "date"
    TITLE = "title"
    CATEGORY = "category"
    PARTICIPATIONS = "participations"


class Page(NamedTuple):
    """Some activities of a log, and how many match in all."""

    activities: tuple[Activity, ...]
    total: int


def sums(database: Database, report_id: int) -> dict[str, LogSum]:
    """By category; read from the covering index alone."""
    return {row[0]: LogSum(*row[1:]) for row in sums_query(report_id).tuples().execute(database)}


def sums_query(report_id: int) -> ModelSelect[Row]:
    columns = (Row.category, fn.COUNT(1), fn.SUM(Row.classes), fn.SUM(Row.participations))
    return Row.select(*columns).where(Row.report == report_id).group_by(Row.category)


def all_activities(database: Database, report_id: int) -> Iterator[Activity]:
    """Every activity, by day."""
    query = Row.select(*_FIELDS).where(Row.report == report_id).order_by(Row.date, Row.uid)
    return map(_activity, query.tuples().execute(database))


def some_activities(database: Database, report_id: int, uids: Sequence[str]) -> dict[str, Activity]:
    """Those of `uids` that are there, by uid."""
    if len(uids) > _AT_ONCE:
        # Of an import: the whole log is read sooner than it is asked for by name.
        wanted = set(uids)
        return {activity.uid: activity for activity in all_activities(database, report_id) if activity.uid in wanted}
    found: dict[str, Activity] = {}
    for start in range(0, len(uids), _AT_ONCE):
        part = uids[start : start + _AT_ONCE]
        query = Row.select(*_FIELDS).where((Row.report == report_id) & Row.uid.in_(part))
        with guard_decoding():
            found |= {activity.uid: activity for activity in map(_activity, query.tuples().execute(database))}
    return found


class LogPages(Part):
    """The activity log, a page at a time."""

    @reads_report
    def called(self, report_id: int, uids: Sequence[str]) -> dict[str, Activity]:
        """Those of `uids` that the log has, by uid."""
        return some_activities(self.database, report_id, uids)

    def each(self, report_id: int) -> Iterator[Activity]:
        """Every activity, by day, one after the other: a long log is never held as a whole."""
        with reading(self.database), guard_decoding():
            self.access.refuse_unreadable(report_id)
            yield from all_activities(self.database, report_id)

    @reads_report
    def on_days_of(self, report_id: int, uids: Collection[str]) -> list[Activity]:
        """Every activity held on a day of one of `uids`, by day."""
        with guard_decoding():
            if len(uids) > _AT_ONCE:
                return list(all_activities(self.database, report_id))
            days = Row.select(Row.date).where((Row.report == report_id) & Row.uid.in_(list(uids)))
            query = (
                Row.select(*_FIELDS).where((Row.report == report_id) & Row.date.in_(days)).order_by(Row.date, Row.uid)
            )
            return list(map(_activity, query.tuples().execute(self.database)))

    @reads_report
    def by_month(self, report_id: int) -> dict[str, int]:
        """How many activities there are in each month that has some, «2020-09»; read from an index alone."""
        month = fn.SUBSTR(Row.date, 1, 7)
        query = Row.select(month, fn.COUNT(1)).where(Row.report == report_id).group_by(month)
        return dict(query.tuples().execute(self.database))

    @reads_report
    def newest_having(
        self, report_id: int, words: Sequence[str], most: int, behind: Activity | None = None
    ) -> list[Activity]:
        """At most `most` activities whose text holds all `words` (folded), newest first, starting after `behind`."""
        chosen = Row.report == report_id
        for word in words[:_MOST_WORDS]:
            chosen &= Row.search.contains(word)
        if behind is not None:
            day = behind.date.isoformat()
            chosen &= (Row.date <= day) & ((Row.date < day) | (Row.uid < behind.uid))
        query = Row.select(*_FIELDS).where(chosen).order_by(Row.date.desc(), Row.uid.desc()).limit(most)
        with guard_decoding():
            return list(map(_activity, query.tuples().execute(self.database)))

    @reads_report
    def page(
        self,
        report_id: int,
        *,
        search: str = "",
        category: str = "",
        order: Order = Order.DATE,
        offset: int = 0,
        limit: int = 50,
    ) -> Page:
        """At most `limit` activities from `offset` whose text holds every word of `search`, diacritics ignored."""
        chosen = Row.report == report_id
        if category:
            chosen &= Row.category == category
        for word in _asked(search):
            chosen &= Row.search.contains(word)
        by = {
            Order.DATE: (Row.date.desc(), Row.uid.desc()),
            Order.TITLE: (Row.search, Row.uid),
            Order.CATEGORY: (Row.category, Row.date.desc(), Row.uid.desc()),
            Order.PARTICIPATIONS: (Row.participations.desc(nulls="LAST"), Row.uid),
        }[order]
        rows = Row.select(*_FIELDS).where(chosen).order_by(*by).limit(limit).offset(offset)
        total = Row.select(fn.COUNT(1)).where(chosen).tuples().execute(self.database)
        with guard_decoding():
            return Page(tuple(map(_activity, rows.tuples().execute(self.database))), next(iter(total))[0])


def _asked(search: str) -> list[str]:
    """Split a query into folded words. Only its beginning counts: a whole page may be pasted by mistake."""
    return list(dict.fromkeys(fold(search[:_LONGEST_SEARCH]).split()))[:_MOST_WORDS]


def insert_activities(database: Database, report_id: int, activities: Iterable[Activity]) -> None:
    rows = (_values(activity, report_id) for activity in activities)
    insert_all(database, Row, ("report", *_COLUMNS, "search"), rows)


def update_activity(database: Database, report_id: int, activity: Activity) -> None:
    values = dict(zip(("report", *_COLUMNS, "search"), _values(activity, report_id), strict=True))
    query = Row.update(values).where((Row.report == report_id) & (Row.uid == activity.uid))
    database.tell(*database.get_sql_context().sql(query).query())


def delete_activities(database: Database, report_id: int, uids: Sequence[str]) -> None:
    for start in range(0, len(uids), _AT_ONCE):
        Row.delete().where((Row.report == report_id) & Row.uid.in_(uids[start : start + _AT_ONCE])).execute(database)


def _values(activity: Activity, report_id: int) -> tuple[object, ...]:
    uid, day, title, category, classes, participations, place, partner, note = activity
    search = stored_search(title, place, partner, note)
    return report_id, uid, day.isoformat(), title, category, classes, participations, place, partner, note, search


def stored_search(title: str, place: str, partner: str, note: str) -> str:
    """The folded text of an activity that the log's search looks in."""
    return " ".join(filter(None, (fold(title), _folded(place), _folded(partner), _folded(note))))


@lru_cache(maxsize=1_000)
def _folded(words: str) -> str:
    """Cached: a log names the same few places and partners again and again."""
    return fold(words)


def _activity(row: tuple[str, str, str, str, int | None, int | None, str, str, str]) -> Activity:
    uid, day, title, category, classes, participations, place, partner, note = row
    return Activity(uid, date.fromisoformat(day), title, category, classes, participations, place, partner, note)
