"""Checks the ledger, and compares the tables with what it records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tthtcd_tui.models.catalogue_edits import centre_search
from tthtcd_tui.models.chain import Value, commitment, digest
from tthtcd_tui.models.core_tables import Centre, FormText, Report, Staff
from tthtcd_tui.models.ledger import (
    centre_digest,
    change_digest,
    form_digest,
    member_digest,
    submission_digest,
    units_digest,
    version_digest,
    year_digest,
)
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.people.erasing import erased_login
from tthtcd_tui.models.soundness.flaw import Flaw, Odd, Pin, Seen, flaws_of, pinned
from tthtcd_tui.models.soundness.told import Ledger, Numbers, Told
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.tables import Presence, ReportVersion, StaffChange, Submission
from tthtcd_tui.models.times import read_time
from tthtcd_tui.models.unit_list import UNIT_LIST, unit_rows
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place

_CHANGED: Final = "không khớp sổ ghi của tệp"


def ledger_of(database: Database, found: list[Ledger]) -> Iterator[Flaw]:
    """The flaws of the ledger itself. Appends the parsed ledger to `found`."""
    yield from flaws_of("Sổ ghi của tệp", _ledger(database, found))


def _ledger(database: Database, found: list[Ledger]) -> Iterator[Odd]:
    ledger = Ledger(database, Numbers(database))
    found.append(ledger)
    yield from (odd for odd in ledger.odds() if not ledger.is_accepted(odd))


def registered_flaws(database: Database, ledger: Ledger) -> Iterator[Flaw]:
    """What is wrong with staff, centres, forms, years as a whole and the file's own structure."""
    parts: tuple[tuple[str, Iterable[Odd | str]], ...] = (
        ("Cấu trúc của tệp", _schema(database, ledger)),
        ("Danh sách người dùng", _people(ledger)),
        ("Danh mục đơn vị", _units(database, ledger)),
        ("Trung tâm", _centres(database, ledger)),
        ("Biểu mẫu", _forms(database, ledger)),
        ("Lịch sử danh sách cán bộ", _staff_changes(database, ledger)),
        ("Danh sách cán bộ", _staff(database, ledger)),
        ("Danh sách báo cáo", _years(database, ledger)),
        ("Bản chốt", _versions(database, ledger)),
        ("Bản nộp", _submissions(database, ledger)),
        ("Ai đang ở đâu", _presence(database)),
    )
    for subject, odds in parts:
        yield from flaws_of(subject, odds)


def _odd(words: str, kind: LedgerKind, subject: int | str, found: bytes | None) -> Odd:
    """The finding for a row that differs from the ledger; accepting it records the row in the ledger."""
    return Odd(words, digest(found), Pin(kind, str(subject), found))


def _schema(database: Database, ledger: Ledger) -> Iterator[Odd]:
    version, found = database.schema_version(), digest(database.schema_text())
    if not _is(ledger.of(LedgerKind.SCHEMA, version), found):
        yield _odd("bảng, hoặc khóa chống sửa xóa nhật ký, đã bị thay đổi", LedgerKind.SCHEMA, version, found)


def _people(ledger: Ledger) -> Iterator[Odd | str]:
    for number, (login, salt) in ledger.numbers.people.items():
        words = f"người số {number} {_CHANGED}"
        if ledger.of(LedgerKind.ERASED_PERSON, number):
            if not (login == erased_login(number) and salt is None):
                yield words
        elif salt is None:
            yield words
        elif not _is(ledger.of(LedgerKind.PERSON, number), found := commitment(bytes(salt), login)):
            yield _odd(words, LedgerKind.PERSON, number, found)
    yield from _lacking(ledger, LedgerKind.PERSON, ledger.numbers.people)


def _units(database: Database, ledger: Ledger) -> Iterator[Odd]:
    """Differences in the list of units; a database that never had one has no ledger entry either."""
    rows = unit_rows(database)
    told, found = ledger.of(LedgerKind.UNITS, UNIT_LIST), units_digest(rows) if rows else None
    if not _is(told, found) and (rows or told):
        yield _odd(f"danh mục {_CHANGED}", LedgerKind.UNITS, UNIT_LIST, found)


def _centres(database: Database, ledger: Ledger) -> Iterator[Odd]:
    rows = list(
        Centre.select(Centre.id, Centre.code, Centre.name, Centre.search, Centre.unit).tuples().execute(database)
    )
    for number, code, name, search, unit in rows:
        if search != centre_search(code, name):
            words = f"chữ để tìm của “{code}” không khớp tên"
            odd = pinned(words, Seen.SEARCH, f"centre/{number}", search, code, name)
            yield from () if ledger.is_accepted(odd) else (odd,)
        if not _is(ledger.of(LedgerKind.CENTRE, number), found := centre_digest(code, name, unit)):
            yield _odd(f"“{code}” {_CHANGED}", LedgerKind.CENTRE, number, found)
    yield from _lacking(ledger, LedgerKind.CENTRE, (number for number, *_ in rows))


def _forms(database: Database, ledger: Ledger) -> Iterator[Odd]:
    rows = list(FormText.select(FormText.hash, FormText.key, FormText.version).tuples().execute(database))
    for sha256, key, version in rows:
        if not _is(ledger.of(LedgerKind.FORM, sha256), found := form_digest(sha256, key, version)):
            yield _odd(f"“{key}” phiên bản {version} {_CHANGED}", LedgerKind.FORM, sha256, found)
    yield from _lacking(ledger, LedgerKind.FORM, (sha256 for sha256, *_ in rows))


class _Side(NamedTuple):
    """Somebody on the list of staff, as a row has it."""

    name: str | None
    role: str | None
    centre: int | None
    reads: str | None
    unit: str | None = None

    @property
    def is_there(self) -> bool:
        return self.name is not None and self.role is not None

    def committed(self, ledger: Ledger, number: int, told: str | None) -> str | None:
        """What stands in the chain for their name: of an erased person what the ledger told; None where nothing can."""
        login, salt = ledger.numbers.people[number]
        if ledger.of(LedgerKind.ERASED_PERSON, number):
            return told if self.name == login else None
        return commitment(bytes(salt), self.name or "").hex() if salt is not None else None

    def digest(self, name: str | None) -> bytes | None:
        """As the chain knows it, with the commitment to their name; None for one who is not on the list."""
        if not self.is_there or name is None:
            return None
        return member_digest(bytes.fromhex(name), str(self.role), self.centre, self.reads or "", self.unit)


def _staff_changes(database: Database, ledger: Ledger) -> Iterator[Odd | str]:
    table = StaffChange
    columns = (
        *(table.id, table.user, table.at, table.login),
        *(table.name_before, table.role_before, table.centre_before, table.reads_before, table.unit_before),
        *(table.name_after, table.role_after, table.centre_after, table.reads_after, table.unit_after),
    )
    known = []
    for change, user, at, login, *cells in table.select(*columns).tuples().execute(database):
        known.append(change)
        words, told = f"dòng {change} {_CHANGED}", ledger.of(LedgerKind.STAFF_CHANGE, change)
        who, whom = ledger.numbers.of(user), ledger.numbers.of(login)
        row = digest(user, at, login, *cells)
        if who is None or whom is None:
            strangers = tuple(each for each in (user, login) if ledger.numbers.of(each) is None)
            yield Odd(words, row, Pin(LedgerKind.STAFF_CHANGE, str(change), None, {}, strangers))
            continue
        sides = {"before": _Side(*cells[:5]), "after": _Side(*cells[5:])}
        names = {
            word: side.committed(ledger, whom, told.words.get(word) if told else None)
            for word, side in sides.items()
            if side.is_there
        }
        if None in names.values():
            yield words
            continue
        kept = {word: str(name) for word, name in names.items()}
        found = change_digest(who, at, whom, *(side.digest(kept.get(word)) for word, side in sides.items()))
        if not _is(told, found):
            yield Odd(words, row, Pin(LedgerKind.STAFF_CHANGE, str(change), found, kept))
    yield from _lacking(ledger, LedgerKind.STAFF_CHANGE, known)


def _staff(database: Database, ledger: Ledger) -> Iterator[Odd | str]:
    columns = (Staff.login, Staff.name, Staff.role, Staff.centre, Staff.reads, Staff.unit)
    listed = set()
    for login, *cells in Staff.select(*columns).tuples().execute(database):
        number, words, row = ledger.numbers.of(login), f"“{login}” {_CHANGED}", digest(login, *cells)
        listed.add(str(number))
        if number is None:
            stranger = Pin(LedgerKind.STAFF, "", None, {}, (login,))
            yield Odd(words, row, stranger)
            continue
        side, told = _Side(*cells), ledger.of(LedgerKind.STAFF, number)
        name = side.committed(ledger, number, told.words.get("name") if told else None)
        if name is None:
            yield words
        elif not _is(told, found := side.digest(name)):
            kept_words = f"người số {number} {_CHANGED}"
            yield Odd(words, row, Pin(LedgerKind.STAFF, str(number), found, {"name": name}), kept_words)
    for subject in ledger.subjects(LedgerKind.STAFF) - listed:
        told = ledger.of(LedgerKind.STAFF, subject)
        if told and told.digest is not None:
            yield _odd(f"thiếu người số {subject}", LedgerKind.STAFF, subject, None)


def _years(database: Database, ledger: Ledger) -> Iterator[Odd]:
    table = Report
    columns = (table.id, table.centre, table.form, table.period_kind, table.period_start, table.period_end)
    rows = list(table.select(*columns, table.period_label).tuples().execute(database))
    for report_id, *head in rows:
        if not _is(ledger.of(LedgerKind.YEAR, report_id), found := year_digest(*head)):
            yield _odd(f"“{head[-1]}” {_CHANGED}", LedgerKind.YEAR, report_id, found)
    gone = ledger.subjects(LedgerKind.DELETED_YEAR)
    yield from _lacking(ledger, LedgerKind.YEAR, [*(report_id for report_id, *_ in rows), *gone])
    last = max((int(subject) for subject in ledger.subjects(LedgerKind.YEAR)), default=0)
    found_last = database.highest_numbers().get("report", 0)
    if found_last < last:
        odd = pinned("số thứ tự báo cáo bị lùi lại", Seen.SEQUENCE, "report", found_last, last)
        yield from () if ledger.is_accepted(odd) else (odd,)


def _versions(database: Database, ledger: Ledger) -> Iterator[Odd]:
    table = ReportVersion
    columns = (table.report, table.number, table.form, table.revision, table.user, table.at)
    rows = table.select(*columns, table.docx_sha256, table.json_sha256).tuples().execute(database)
    known = []
    for report_id, number, form, revision, user, *rest in rows:
        known.append(f"{report_id}/{number}")
        words = f"số {number} của báo cáo số {report_id} {_CHANGED}"
        who, row = ledger.numbers.of(user), digest(report_id, number, form, revision, user, *rest)
        if who is None:
            yield Odd(words, row, Pin(LedgerKind.VERSION, known[-1], None, {}, (user,)))
            continue
        found = version_digest(report_id, number, form, revision, who, *rest)
        if not _is(ledger.of(LedgerKind.VERSION, known[-1]), found):
            yield Odd(words, row, Pin(LedgerKind.VERSION, known[-1], found))
    yield from _lacking(ledger, LedgerKind.VERSION, known)


def _submissions(database: Database, ledger: Ledger) -> Iterator[Odd]:
    rows = Submission.select(Submission.report, Submission.version, Submission.manifest).tuples().execute(database)
    known = []
    for report_id, version, manifest in rows:
        known.append(f"{report_id}/{version}")
        if not _is(
            ledger.of(LedgerKind.SUBMISSION, known[-1]), found := submission_digest(report_id, version, manifest)
        ):
            words = f"bản chốt {version} của báo cáo số {report_id} {_CHANGED}"
            yield _odd(words, LedgerKind.SUBMISSION, known[-1], found)
    yield from _lacking(ledger, LedgerKind.SUBMISSION, known)


def _presence(database: Database) -> Iterator[str]:
    """Presence expires in a minute, but a row that cannot be decoded would disturb everybody."""
    for user, place, at in Presence.select(Presence.user, Presence.place, Presence.at).tuples().execute(database):
        read_time(at)
        if place and Place.parse(place) is None:
            yield f"chỗ của “{user}” không đọc được"


def _is(told: Told | None, found: bytes | None) -> bool:
    return told is not None and told.digest == found


def _lacking(ledger: Ledger, kind: LedgerKind, known: Iterable[Value]) -> Iterator[Odd]:
    """Rows that the ledger records and the table lacks. An entry without a digest stands for a row that was removed."""
    for subject in sorted(ledger.subjects(kind) - {str(each) for each in known}):
        if not _is(ledger.of(kind, subject), None):
            yield _odd(f"thiếu dòng {subject}", kind, subject, None)
