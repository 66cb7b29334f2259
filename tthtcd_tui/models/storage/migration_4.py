"""Step 4: hash chains, a ledger, what the file lets nobody change, and who reads which centre.

Released: it never changes, whatever becomes of the models.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, Final

from tthtcd_tui.models.chain import START, commitment, digest, link
from tthtcd_tui.models.storage.engine import Database

_READS: Final = "{0} IN ('own', 'all')"
_TABLES: Final = (
    'DROP TRIGGER "staff_change_update"',
    'DROP TRIGGER "staff_change_delete"',
    f'ALTER TABLE "staff" ADD COLUMN "reads" VARCHAR(16) NOT NULL DEFAULT \'own\' CHECK ({_READS.format("reads")})',
    "UPDATE staff SET reads = 'all'",
    f'ALTER TABLE "staff_change" ADD COLUMN "reads_before" VARCHAR(16) CHECK ({_READS.format("reads_before")})',
    f'ALTER TABLE "staff_change" ADD COLUMN "reads_after" VARCHAR(16) CHECK ({_READS.format("reads_after")})',
    "UPDATE staff_change SET reads_before = 'all' WHERE role_before IS NOT NULL",
    "UPDATE staff_change SET reads_after = 'all' WHERE role_after IS NOT NULL",
    'ALTER TABLE "audit_change" ADD COLUMN "hash" BLOB',
    'CREATE TABLE "person" ("number" INTEGER NOT NULL PRIMARY KEY, "login" TEXT NOT NULL, "salt" BLOB)',
    'CREATE UNIQUE INDEX "person_login" ON "person" ("login")',
    (
        'CREATE TABLE "ledger" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "at" VARCHAR(27) NOT NULL,'
        ' "user" TEXT NOT NULL, "kind" VARCHAR(16) NOT NULL, "subject" VARCHAR(64) NOT NULL, "digest" BLOB,'
        ' "words" TEXT, "hash" BLOB NOT NULL)'
    ),
    'CREATE INDEX "ledgerentry_kind_subject" ON "ledger" ("kind", "subject")',
)
_FIXED: Final = {
    "audit_change": ("id", "report_id", "op_id", "revision", "at", "undoes", "hash"),
    "audit_entry": ("id", "change_id", "report_id", "place", "before", "after"),
    "report_version": (
        *("id", "report_id", "number", "form_hash", "revision", "at", "docx", "docx_sha256", "json", "json_sha256"),
    ),
    "staff_change": (
        *("id", "at", "role_before", "centre_before_id", "role_after", "centre_after_id"),
        *("reads_before", "reads_after"),
    ),
    "ledger": ("id", "at", "kind", "subject", "digest", "words", "hash"),
    "person": ("number",),
}
_NAMES: Final = {
    "audit_change": {"user": "user"},
    "report_version": {"user": "user"},
    "staff_change": {"user": "user", "login": "login", "name_before": "login", "name_after": "login"},
    "ledger": {"user": "user"},
    "person": {"login": "login", "salt": "login"},
}
_OF_A_YEAR: Final = {"report": "id", "audit_change": "report_id", "audit_entry": "report_id"}
_TOLD: Final = "SELECT 1 FROM ledger WHERE ledger.kind = '{}' AND ledger.subject = CAST({} AS TEXT)"


def chains(database: Database) -> None:
    """Chain up what there is, and let nobody change it any more. Who could read every centre still can."""
    for statement in _TABLES:
        database.execute_sql(statement)
    _Filling(database).fill()
    for statement in _triggers():
        database.execute_sql(statement)


def _triggers() -> Iterator[str]:
    for table, columns in _FIXED.items():
        names = ", ".join(f'"{column}"' for column in columns)
        yield _trigger(table, "update", f'UPDATE OF {names} ON "{table}"')
        for column, login in _NAMES.get(table, {}).items():
            told = _TOLD.format("erased_person", "person.number")
            door = f"NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.{login} AND EXISTS ({told}))"  # noqa: S608 -- ours
            yield _trigger(table, column, f'UPDATE OF "{column}" ON "{table}"', f" WHEN {door}")
        if table not in _OF_A_YEAR:
            yield _trigger(table, "delete", f'DELETE ON "{table}"')
    for table, column in _OF_A_YEAR.items():
        door = f" WHEN NOT EXISTS ({_TOLD.format('deleted_year', f'OLD.{column}')})"
        yield _trigger(table, "delete", f'DELETE ON "{table}"', door)


def _trigger(table: str, what: str, event: str, when: str = "") -> str:
    refusal = f"SELECT RAISE(ABORT, '{table} is append-only')"
    return f'CREATE TRIGGER "{table}_{what}" BEFORE {event}{when} BEGIN {refusal}; END'


class _Filling:
    """Gives people their numbers and what there is its links."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        self._last = START
        self._salts: dict[str, bytes] = {}
        self._numbers = {"": 0}

    def fill(self) -> None:
        self._people()
        for centre, code, name in self._rows("SELECT id, code, name FROM centre ORDER BY id"):
            self._tell("centre", centre, digest(code, name))
        for sha256, key, version in self._rows("SELECT hash, key, version FROM form_text ORDER BY key, version"):
            self._tell("form", sha256, digest(sha256, key, version))
        self._staff()
        years = "SELECT id, centre_id, form_hash, period_kind, period_start, period_end, period_label FROM report"
        for report, *head in self._rows(f"{years} ORDER BY id"):
            self._tell("year", report, digest(*head))
        self._versions()
        self._changes()

    def _rows(self, statement: str) -> Iterable[Any]:
        return list(self._database.execute_sql(statement))

    def _tell(self, kind: str, subject: object, of_row: bytes | None, words: dict[str, str] | None = None) -> None:
        text = json.dumps(words, ensure_ascii=False) if words is not None else None
        self._last = link(self._last, (self._at, 0, kind, str(subject), of_row, text))
        self._database.execute_sql(
            "INSERT INTO ledger (at, user, kind, subject, digest, words, hash) VALUES (?, '', ?, ?, ?, ?, ?)",
            (self._at, kind, str(subject), of_row, text, self._last),
        )

    def _people(self) -> None:
        sources = (("user", "audit_change"), ("user", "report_version"), ("user", "staff_change"))
        logins = " UNION ".join(
            f'SELECT "{column}" FROM {table}'  # noqa: S608 -- our own tables
            for column, table in (*sources, ("login", "staff_change"), ("login", "staff"))
        )
        for (login,) in self._rows(f"{logins} ORDER BY 1"):
            if not login:
                continue
            salt, number = os.urandom(16), len(self._numbers)
            self._database.execute_sql(
                "INSERT INTO person (number, login, salt) VALUES (?, ?, ?)", (number, login, salt)
            )
            self._numbers[login], self._salts[login] = number, salt
            self._tell("person", number, commitment(salt, login))

    def _staff(self) -> None:
        columns = (
            "id, user, at, login, name_before, role_before, centre_before_id, reads_before,"
            " name_after, role_after, centre_after_id, reads_after"
        )
        changes = f"SELECT {columns} FROM staff_change ORDER BY id"  # noqa: S608 -- ours
        for change, user, at, login, *sides in self._rows(changes):
            words, digests = {}, []
            for word, (name, *rest) in (("before", sides[:4]), ("after", sides[4:])):
                if name is not None:
                    words[word] = commitment(self._salts[login], name).hex()
                digests.append(None if name is None else digest(bytes.fromhex(words[word]), *rest))
            self._tell("staff_change", change, digest(self._numbers[user], at, self._numbers[login], *digests), words)
        for login, name, *rest in self._rows("SELECT login, name, role, centre_id, reads FROM staff ORDER BY login"):
            committed = commitment(self._salts[login], name)
            self._tell("staff", self._numbers[login], digest(committed, *rest), {"name": committed.hex()})

    def _versions(self) -> None:
        columns = "report_id, number, form_hash, revision, user, at, docx_sha256, json_sha256"
        versions = f"SELECT {columns} FROM report_version ORDER BY id"  # noqa: S608 -- ours
        for report, number, form, revision, user, *rest in self._rows(versions):
            of_row = digest(report, number, form, revision, self._numbers[user], *rest)
            self._tell("version", f"{report}/{number}", of_row)

    def _changes(self) -> None:
        """Years are read one after the other: all changes at once would not fit into memory."""
        for (report,) in self._rows("SELECT id FROM report ORDER BY id"):
            self._changes_of(report)

    def _changes_of(self, report: int) -> None:
        rows = self._database.execute_sql(
            "SELECT c.id, c.op_id, c.revision, c.user, c.at, c.undoes, e.place, e.before, e.after FROM audit_change c"
            " LEFT JOIN audit_entry e ON e.change_id = c.id WHERE c.report_id = ? ORDER BY c.revision, e.id",
            (report,),
        )
        last, made = START, []
        for (change, op_id, revision, user, at, undoes), entries in groupby(rows, key=lambda row: row[:6]):
            values = [report, op_id, revision, self._numbers[user], at, undoes]
            for entry in entries:
                values += entry[6:] if entry[6] is not None else ()
            last = link(last, values)
            made.append((last, change))
        for found in made:
            self._database.execute_sql("UPDATE audit_change SET hash = ? WHERE id = ?", found)
