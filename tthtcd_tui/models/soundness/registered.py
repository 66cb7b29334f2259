"""The ledger read through, and what it tells of held against what stands in the tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from tthtcd_tui.models.chain import START, Value, commitment, digest
from tthtcd_tui.models.core_tables import Centre, FormText, Report, Staff
from tthtcd_tui.models.ledger import (
    NOBODY,
    centre_digest,
    change_digest,
    entry_link,
    form_digest,
    member_digest,
    version_digest,
    year_digest,
)
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.people.erasing import erased_login
from tthtcd_tui.models.soundness.flaw import Flaw, flaws_of
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.tables import LedgerEntry, Person, Presence, ReportVersion, StaffChange
from tthtcd_tui.models.times import read_time
from tthtcd_tui.report.place import Place

_CHANGED: Final = "không khớp sổ ghi của tệp"


class Told(NamedTuple):
    """The last that the ledger says of something."""

    digest: bytes | None
    words: Mapping[str, str]


class Numbers:
    """Who stands behind which number."""

    def __init__(self, database: Database) -> None:
        rows = Person.select(Person.number, Person.login, Person.salt).tuples().execute(database)
        self.people = {int(number): (str(login), salt) for number, login, salt in rows}
        self._by_login = {login: number for number, (login, _) in self.people.items()}

    def of(self, login: str) -> int | None:
        """None for one who has no number."""
        return self._by_login.get(login) if login else NOBODY


class Ledger:
    """The ledger, read through once."""

    def __init__(self, database: Database, numbers: Numbers) -> None:
        self.numbers = numbers
        self.last: dict[tuple[str, str], Told] = {}
        self.end = 0
        self.broken_at: int | None = None
        """The first entry that does not follow from the one before."""
        self._read(database)

    def of(self, kind: LedgerKind, subject: int | str) -> Told | None:
        return self.last.get((kind.value, str(subject)))

    def subjects(self, kind: LedgerKind) -> set[str]:
        return {subject for known, subject in self.last if known == kind}

    def _read(self, database: Database) -> None:
        table, before = LedgerEntry, START
        columns = (table.id, table.at, table.user, table.kind, table.subject, table.digest, table.words, table.hash)
        for number, at, user, kind, subject, of_row, words, found in (
            table.select(*columns).order_by(table.id).tuples().execute(database)
        ):
            who = self.numbers.of(user)
            expected = None if who is None else entry_link(before, at, who, kind, subject, of_row, words)
            if self.broken_at is None and (number != self.end + 1 or found != expected):
                self.broken_at = number
            self.last[kind, subject] = Told(of_row, json.loads(words) if words else {})
            self.end, before = number, bytes(found)


def registered_flaws(database: Database) -> Iterator[Flaw]:
    """What is wrong with staff, centres, forms, years as a whole and the file's own structure."""
    found: list[Ledger] = []
    yield from flaws_of("Sổ ghi của tệp", _ledger(database, found))
    if not found:
        return
    ledger = found[0]
    parts: tuple[tuple[str, Iterable[str]], ...] = (
        ("Cấu trúc của tệp", _schema(database, ledger)),
        ("Danh sách người dùng", _people(ledger)),
        ("Trung tâm", _centres(database, ledger)),
        ("Biểu mẫu", _forms(database, ledger)),
        ("Lịch sử danh sách cán bộ", _staff_changes(database, ledger)),
        ("Danh sách cán bộ", _staff(database, ledger)),
        ("Danh sách báo cáo", _years(database, ledger)),
        ("Bản chốt", _versions(database, ledger)),
        ("Ai đang ở đâu", _presence(database)),
    )
    for subject, words in parts:
        yield from flaws_of(subject, words)


def _ledger(database: Database, found: list[Ledger]) -> Iterator[str]:
    ledger = Ledger(database, Numbers(database))
    found.append(ledger)
    if ledger.broken_at is not None:
        yield f"bị thay đổi từ dòng {ledger.broken_at}"
    if database.highest_numbers().get("ledger", 0) != ledger.end:
        yield "thiếu dòng cuối"


def _schema(database: Database, ledger: Ledger) -> Iterator[str]:
    told = ledger.of(LedgerKind.SCHEMA, database.schema_version())
    if told is None or told.digest != digest(database.schema_text()):
        yield "bảng, hoặc khóa chống sửa xóa nhật ký, đã bị thay đổi"


def _people(ledger: Ledger) -> Iterator[str]:
    for number, (login, salt) in ledger.numbers.people.items():
        told = ledger.of(LedgerKind.PERSON, number)
        if ledger.of(LedgerKind.ERASED_PERSON, number):
            is_it = login == erased_login(number) and salt is None
        else:
            is_it = told is not None and salt is not None and told.digest == commitment(bytes(salt), login)
        if not is_it:
            yield f"người số {number} {_CHANGED}"
    yield from _lacking(ledger, LedgerKind.PERSON, ledger.numbers.people)


def _centres(database: Database, ledger: Ledger) -> Iterator[str]:
    rows = list(Centre.select(Centre.id, Centre.code, Centre.name).tuples().execute(database))
    for number, code, name in rows:
        if not _is(ledger.of(LedgerKind.CENTRE, number), centre_digest(code, name)):
            yield f"“{code}” {_CHANGED}"
    removed = (each for each in ledger.subjects(LedgerKind.CENTRE) if _is(ledger.of(LedgerKind.CENTRE, each), None))
    yield from _lacking(ledger, LedgerKind.CENTRE, [*(number for number, *_ in rows), *removed])


def _forms(database: Database, ledger: Ledger) -> Iterator[str]:
    rows = list(FormText.select(FormText.hash, FormText.key, FormText.version).tuples().execute(database))
    for sha256, key, version in rows:
        if not _is(ledger.of(LedgerKind.FORM, sha256), form_digest(sha256, key, version)):
            yield f"“{key}” phiên bản {version} {_CHANGED}"
    yield from _lacking(ledger, LedgerKind.FORM, (sha256 for sha256, *_ in rows))


class _Side(NamedTuple):
    """Somebody on the list of staff, as a row has it."""

    name: str | None
    role: str | None
    centre: int | None
    reads: str | None

    def digest(self, ledger: Ledger, number: int, committed: str | None) -> bytes | None:
        """As the chain knows it; None for one who is not on it. The name of an erased person is taken as committed.

        Raises ValueError where the name is not the one that was committed to.
        """
        if self.name is None or self.role is None:
            return None
        login, salt = ledger.numbers.people[number]
        if ledger.of(LedgerKind.ERASED_PERSON, number):
            is_it = self.name == login
        else:
            is_it = commitment(bytes(salt), self.name).hex() == committed
        if not is_it or committed is None:
            raise ValueError(self.name)
        return member_digest(bytes.fromhex(committed), self.role, self.centre, self.reads or "")


def _staff_changes(database: Database, ledger: Ledger) -> Iterator[str]:
    table = StaffChange
    columns = (
        *(table.id, table.user, table.at, table.login),
        *(table.name_before, table.role_before, table.centre_before, table.reads_before),
        *(table.name_after, table.role_after, table.centre_after, table.reads_after),
    )
    known = []
    for change, user, at, login, *sides in table.select(*columns).tuples().execute(database):
        known.append(change)
        told = ledger.of(LedgerKind.STAFF_CHANGE, change)
        words = told.words if told else {}
        try:
            numbers = ledger.numbers.of(user), ledger.numbers.of(login)
            if numbers[0] is None or numbers[1] is None:
                raise ValueError(login)
            before = _Side(*sides[:4]).digest(ledger, numbers[1], words.get("before"))
            after = _Side(*sides[4:]).digest(ledger, numbers[1], words.get("after"))
            is_it = _is(told, change_digest(numbers[0], at, numbers[1], before, after))
        except ValueError:
            is_it = False
        if not is_it:
            yield f"dòng {change} {_CHANGED}"
    yield from _lacking(ledger, LedgerKind.STAFF_CHANGE, known)


def _staff(database: Database, ledger: Ledger) -> Iterator[str]:
    columns = (Staff.login, Staff.name, Staff.role, Staff.centre, Staff.reads)
    listed = set()
    for login, *side in Staff.select(*columns).tuples().execute(database):
        number = ledger.numbers.of(login)
        told = None if number is None else ledger.of(LedgerKind.STAFF, number)
        listed.add(str(number))
        try:
            is_it = (
                number is not None and told and _is(told, _Side(*side).digest(ledger, number, told.words.get("name")))
            )
        except ValueError:
            is_it = False
        if not is_it:
            yield f"“{login}” {_CHANGED}"
    for subject in ledger.subjects(LedgerKind.STAFF) - listed:
        told = ledger.of(LedgerKind.STAFF, subject)
        if told and told.digest is not None:
            yield f"thiếu người số {subject}"


def _years(database: Database, ledger: Ledger) -> Iterator[str]:
    table = Report
    columns = (table.id, table.centre, table.form, table.period_kind, table.period_start, table.period_end)
    rows = list(table.select(*columns, table.period_label).tuples().execute(database))
    for report_id, *head in rows:
        if not _is(ledger.of(LedgerKind.YEAR, report_id), year_digest(*head)):
            yield f"“{head[-1]}” {_CHANGED}"
    gone = ledger.subjects(LedgerKind.DELETED_YEAR)
    yield from _lacking(ledger, LedgerKind.YEAR, [*(report_id for report_id, *_ in rows), *gone])
    made = [int(subject) for subject in ledger.subjects(LedgerKind.YEAR)]
    if database.highest_numbers().get("report", 0) < max(made, default=0):
        yield "số thứ tự báo cáo bị lùi lại"


def _versions(database: Database, ledger: Ledger) -> Iterator[str]:
    table = ReportVersion
    columns = (table.report, table.number, table.form, table.revision, table.user, table.at)
    rows = table.select(*columns, table.docx_sha256, table.json_sha256).tuples().execute(database)
    known = []
    for report_id, number, form, revision, user, *rest in rows:
        known.append(f"{report_id}/{number}")
        who = ledger.numbers.of(user)
        of_row = None if who is None else version_digest(report_id, number, form, revision, who, *rest)
        if of_row is None or not _is(ledger.of(LedgerKind.VERSION, known[-1]), of_row):
            yield f"số {number} của báo cáo số {report_id} {_CHANGED}"
    yield from _lacking(ledger, LedgerKind.VERSION, known)


def _presence(database: Database) -> Iterator[str]:
    """Out of date in a minute; but one that cannot be read stands in everybody's way."""
    for user, place, at in Presence.select(Presence.user, Presence.place, Presence.at).tuples().execute(database):
        read_time(at)
        if place and Place.parse(place) is None:
            yield f"chỗ của “{user}” không đọc được"


def _is(told: Told | None, found: bytes | None) -> bool:
    return told is not None and told.digest == found


def _lacking(ledger: Ledger, kind: LedgerKind, known: Iterable[Value]) -> Iterator[str]:
    """What the ledger tells of and the table has no longer."""
    for subject in sorted(ledger.subjects(kind) - {str(each) for each in known}):
        yield f"thiếu dòng {subject}"
