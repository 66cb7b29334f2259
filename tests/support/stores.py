"""Databases for tests: a year to write in, Changes made short, and the rows as plain SQL sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import apsw
from support.forms import shipped

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.forms.read import typed
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.address import Location, ServerAddress
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.models.versions import Version
from tthtcd_tui.models.writing import Applied, Conflicted
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Change, Content, Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.qualifiers import Qualifier

CODE = "mao-khe"
NAME = "TTHTCĐ phường Mạo Khê"


def new_report(store: Store, first_year: int = 2020, form: Form | None = None) -> int:
    """An empty school year; the centre is made with the first one."""
    centres = store.centres.all()
    centre = centres[0].id if centres else store.centres.add(CODE, NAME)
    return store.years.add(centre, form or shipped(), Period.school_year(first_year))


def number(value: int | str, qualifier: Qualifier | None = None) -> Quantity:
    return Quantity(Decimal(value), qualifier)


def activity(uid: str, title: str = "Lớp pháp luật", **cells: object) -> Activity:
    """An activity that says the least it must, and what `cells` say besides."""
    values: dict[str, object] = {"date": date(2021, 3, 5), "category": "phap_luat", **cells}
    return Activity(uid, title=title, **values)  # type: ignore[arg-type]


def edits(answers: Mapping[str, Content]) -> tuple[Edit, ...]:
    return tuple(Edit(Place(place), after) for place, after in answers.items())


def change(answers: Mapping[str, Content]) -> Change:
    return Change(new_op_id(), edits(answers))


def save(
    store: Store, report_id: int, answers: Mapping[str, Content], user: str = "lan", base: int | None = None
) -> int:
    """Saves `answers` by place, made on what stood at `base` or stands now; the revision. There must be no conflict."""
    outcome = store.apply(report_id, change(answers), store.revision(report_id) if base is None else base, user)
    assert isinstance(outcome, Applied), outcome
    return outcome.revision


def collide(store: Store, report_id: int, answers: Mapping[str, Content], user: str, base: int) -> Conflicted:
    """Tries to save what must conflict."""
    outcome = store.apply(report_id, change(answers), base, user)
    assert isinstance(outcome, Conflicted), outcome
    return outcome


def facts(store: Store, report_id: int) -> Facts:
    return store.snapshot(report_id).facts


def answers(store: Store, report_id: int) -> dict[str, Content]:
    """Everything answered, by place."""
    return {str(place): answer for place, answer in facts(store, report_id).answers.items()}


def stored(store: Store, report_id: int, place: str) -> str:
    """The answer at `place` as it would be typed."""
    snapshot = store.snapshot(report_id)
    field = field_at(snapshot.form, Place(place))
    assert isinstance(field, Field), place
    return typed(field, snapshot.facts.at(place))


def activities(store: Store, report_id: int) -> dict[str, Activity]:
    """The whole log, by uid."""
    return {found.uid: found for found in store.snapshot_with_log(report_id)[1].activities}


def sql(path: Location, statement: str, values: Iterable[apsw.SQLiteValue] = ()) -> list[tuple[Any, ...]]:
    """What plain SQL finds or does, through a connection of its own that minds foreign keys."""
    with _asking(path) as ask:
        return ask(statement, values)


def spoil(path: Location, statement: str, values: Iterable[apsw.SQLiteValue] = ()) -> None:
    """What somebody does who will have it done, whatever the file itself refuses; its triggers are as they were."""
    if isinstance(path, ServerAddress):
        with _connected(path) as server:
            server.execute("SET session_replication_role = replica")
            _ask(server, statement, values)
        return
    with closing(apsw.Connection(str(path))) as connection:
        connection.set_busy_timeout(5000)
        connection.pragma("ignore_check_constraints", True)
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        with connection:
            for name, _ in triggers:
                connection.execute(f'DROP TRIGGER "{name}"').fetchall()
            connection.execute(statement, tuple(values)).fetchall()
            for _, text in triggers:
                connection.execute(str(text)).fetchall()


def dump(path: Location) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table: what a change that is refused must leave as it was."""
    named = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    if isinstance(path, ServerAddress):
        named = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'tthtcd' ORDER BY 1"
    with _asking(path) as ask:
        tables = [str(name) for (name,) in ask(named, ())]
        return {table: ask(f'SELECT * FROM "{table}" ORDER BY 1, 2', ()) for table in tables}


@contextmanager
def _asking(path: Location) -> Iterator[Callable[[str, Iterable[Any]], list[tuple[Any, ...]]]]:
    """What takes a statement and its values, through a connection of its own."""
    if isinstance(path, ServerAddress):
        with _connected(path) as server:
            yield partial(_ask, server)
        return
    with closing(apsw.Connection(str(path))) as connection:
        connection.set_busy_timeout(5000)
        connection.pragma("foreign_keys", True)
        yield lambda statement, values: connection.execute(statement, tuple(values)).fetchall()


def _connected(address: ServerAddress) -> Any:
    import psycopg  # not on every machine

    return psycopg.connect(address.connection, autocommit=True, cursor_factory=psycopg.ClientCursor)


def _ask(server: Any, statement: str, values: Iterable[object]) -> list[tuple[Any, ...]]:
    cursor = server.execute(statement.replace("%", "%%").replace("?", "%s"), tuple(values))
    return list(cursor) if cursor.description else []


# -- people and final reports -----------------------------------------------------------------------------------------

DIRECTOR, CLERK, VIEWER = "gd", "lan", "xem"
DOCX, JSON = b"PK\x03\x04 docx \xff\x00", '{"tiếng": "Việt"}\n'.encode()


def staffed(store: Store, *more: Member) -> None:
    """A director, a clerk and a viewer of every centre, and `more`; the director is at the keyboard."""
    store.staff.add(Member(DIRECTOR, "Vũ Thanh Hải", Role.DIRECTOR))
    store.sign_in(DIRECTOR)
    for member in (Member(CLERK, "Nguyễn Thị Lan", Role.CLERK), Member(VIEWER, "Trần Xem", Role.VIEWER), *more):
        store.staff.add(member)


def finalise(store: Store, report_id: int, user: str = DIRECTOR, docx: bytes = DOCX, json: bytes = JSON) -> Version:
    return store.versions.finalise(report_id, store.revision(report_id), user, docx, json)
