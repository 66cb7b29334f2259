"""The ledger: what became of staff, centres, forms and years as a whole, by whom and when; one hash chain.

In the chains a person is a number, so that they can be erased and the chains still hold.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from tthtcd_tui.models.chain import START, Value, commitment, digest, link
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.storage.prepared_query import PreparedQuery, given
from tthtcd_tui.models.tables import LedgerEntry, Person
from tthtcd_tui.models.times import written_time

NOBODY: Final = 0
"""The number of whoever is not known by a login."""

_NUMBER = PreparedQuery(Person.select(Person.number).where(Person.login == given("login")))
_SALT = PreparedQuery(Person.select(Person.salt).where(Person.login == given("login")))
_LAST = PreparedQuery(LedgerEntry.select(LedgerEntry.hash).order_by(LedgerEntry.id.desc()).limit(1))
_APPEND = PreparedQuery(
    LedgerEntry.insert({name: given(name) for name in ("at", "user", "kind", "subject", "digest", "words", "hash")})
)


def number_of(database: Database, login: str) -> int:
    """The number that stands for `login` in the chains; given at their first appearance."""
    if not login:
        return NOBODY
    for (number,) in _NUMBER.rows(database, login=login):
        return int(number)
    database.claim_ledger()
    for (number,) in _NUMBER.rows(database, login=login):  # given by somebody who was quicker
        return int(number)
    salt = os.urandom(16)
    number = int(Person.insert({Person.login: login, Person.salt: salt}).execute(database))
    append(database, "", LedgerKind.PERSON, number, commitment(salt, login))
    return number


def committed(database: Database, login: str, words: str) -> bytes:
    """The commitment that stands in the chain for a name of `login`: it tells nothing once their salt is erased."""
    number_of(database, login)
    ((salt,),) = _SALT.rows(database, login=login)
    return commitment(bytes(salt), words)


def append(
    database: Database,
    user: str,
    kind: LedgerKind,
    subject: int | str,
    of_row: bytes | None = None,
    words: Mapping[str, str] | None = None,
) -> None:
    """Append an entry about `subject`, in the transaction that changes it.

    `of_row` is the digest of the row as it now stands, None where it is gone; `words` what has to outlive the row.
    """
    at, number = written_time(datetime.now(UTC)), number_of(database, user)
    text = json.dumps(words, ensure_ascii=False) if words is not None else None
    database.claim_ledger()
    before = next((bytes(last) for (last,) in _LAST.rows(database)), START)
    found = entry_link(before, at, number, kind, str(subject), of_row, text)
    values = {"at": at, "user": user, "kind": kind.value, "subject": str(subject), "digest": of_row, "words": text}
    _APPEND.tell(database, **values, hash=found)


def entry_link(
    before: bytes, at: str, number: int, kind: str, subject: str, of_row: bytes | None, words: str | None
) -> bytes:
    """The hash link of an entry that the person `number` made."""
    return link(before, (at, number, kind, subject, of_row, words))


def seal_schema(database: Database) -> None:
    """Tell how the tables and triggers are made: after a database was made or its schema changed."""
    append(database, "", LedgerKind.SCHEMA, database.schema_version(), digest(database.schema_text()))


# -- rows, as the chain knows them ------------------------------------------------------------------------------------


def centre_digest(code: str, name: str, unit: str | None = None) -> bytes:
    """The digest of a centre's row; without a unit, the one it had before the schema knew units."""
    return digest(code, name) if unit is None else digest(code, name, unit)


def units_digest(rows: Iterable[tuple[str, str, str, str | None]]) -> bytes:
    """The digest of the whole list of units, sorted by code: code, name, kind, code of the unit above."""
    return digest(*(value for row in rows for value in row))


def form_digest(sha256: str, key: str, version: int) -> bytes:
    return digest(sha256, key, version)


def year_digest(centre: int, form: str, kind: str, start: str, end: str, label: str) -> bytes:
    return digest(centre, form, kind, start, end, label)


def version_digest(*columns: Value) -> bytes:
    """The digest of a kept version: report, number, form, revision, the person's number, time, hashes of both files."""
    return digest(*columns)


def submission_digest(report: int, version: int, manifest: str) -> bytes:
    return digest(report, version, manifest)


def member_digest(name: bytes, role: str, centre: int | None, reads: str, unit: str | None = None) -> bytes:
    """The digest of a row of staff, `name` being a commitment; without a unit, as before the schema knew units."""
    return digest(name, role, centre, reads) if unit is None else digest(name, role, centre, reads, unit)


def change_digest(user: int, at: str, login: int, before: bytes | None, after: bytes | None) -> bytes:
    """The digest of a row of the history of staff: by `user`, of `login`, with the `member_digest` of both sides."""
    return digest(user, at, login, before, after)
