"""The health of a database, for administrators: read without changing anything, whatever state it is in."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.core_tables import Report, Staff
from tthtcd_tui.models.roles import Reads
from tthtcd_tui.models.soundness.accepting import Accepted, accepted
from tthtcd_tui.models.soundness.check import FIRST_SCHEMA, Marks, Progress, flaws, marks_of
from tthtcd_tui.models.soundness.flaw import Flaw
from tthtcd_tui.models.storage.address import ServerAddress
from tthtcd_tui.models.storage.backup import Backup, Proof
from tthtcd_tui.models.storage.engine import Database, guard_decoding, reading
from tthtcd_tui.models.storage.files import faults_of, refuse_what_is_not_ours
from tthtcd_tui.models.storage.locations import look_on_server
from tthtcd_tui.models.storage.opening import open_copy, open_to_look
from tthtcd_tui.models.storage.orm import fn
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION
from tthtcd_tui.models.tables import LedgerEntry
from tthtcd_tui.named_tuple import NamedTuple

_LABEL = Flaw("Phiên bản dữ liệu", "bị thay đổi")


class Health(NamedTuple):
    schema: int
    journal: str
    faults: tuple[str, ...]
    """What the engine found in pages, rows and indexes."""
    flaws: tuple[Flaw, ...]
    """Content that differs from what the program wrote; not looked for where there are `faults`, or an older schema."""
    reports: int
    reads_all: tuple[str, ...] = ()
    """The logins of those who may read every centre; none where there is no list, or an older schema."""
    accepted: tuple[Accepted, ...] = ()
    """Differences that a director has accepted as right, newest first."""


def health(path: Path, progress: Progress | None = None) -> Health:
    """Raises StoreProblem for what cannot be opened, or is no database of ours."""
    refuse_what_is_not_ours(path)
    with closing(open_to_look(path)) as database:
        with reading(database):
            schema, journal = database.schema_version(), database.journal_mode()
        faults = faults_of(database, thorough=True)
        if faults:
            return Health(schema, journal, faults, (), 0)
        found = tuple(_flaws(database, schema, progress))
        with reading(database):
            readers = _readers(database) if schema == SCHEMA_VERSION else ()
            return Health(schema, journal, (), found, _count(database), readers, _accepted(database, schema))


class ServerHealth(NamedTuple):
    """The health of data on a server. Pages and indexes are the server's to check, not ours."""

    engine: str
    is_standby: bool
    schema: int
    flaws: tuple[Flaw, ...]
    reads_all: tuple[str, ...]
    accepted: tuple[Accepted, ...]


def server_health(address: ServerAddress, progress: Progress | None = None) -> ServerHealth | None:
    """The health of the data at `address`; None where there are none of ours. Raises StoreProblem."""
    found = look_on_server(address)
    if found is None:
        return None
    with closing(found.database) as database:
        with reading(database):
            schema = database.schema_version()
        wrong = tuple(flaws(database, progress=progress)) if schema == SCHEMA_VERSION else ()
        with reading(database):
            readers = _readers(database) if schema == SCHEMA_VERSION else ()
            said_right = _accepted(database, schema)
        return ServerHealth(found.engine, found.is_standby, schema, wrong, readers, said_right)


def prove(path: Path, before: Backup | None) -> Proof | None:
    """Read deeply a copy that nobody writes to: what came after the sound backup `before`, or without one all of it.

    Returns None for an older schema, which has no hash chains to read.
    """
    with closing(open_copy(path)) as database:
        with reading(database):
            schema = database.schema_version()
        if not FIRST_SCHEMA <= schema <= SCHEMA_VERSION:
            return None
        since = Marks(*before.proof.marks) if before and before.proof else Marks()
        found = [str(flaw) for flaw in flaws(database, since)]
        with reading(database):
            return Proof(tuple(found), marks_of(database))


def _flaws(database: Database, schema: int, progress: Progress | None) -> list[Flaw]:
    if schema < FIRST_SCHEMA:
        has_chains = database.table_exists(LedgerEntry._meta.table_name)
        return [_LABEL] if has_chains else []
    return list(flaws(database, progress=progress)) if schema <= SCHEMA_VERSION else []


def _accepted(database: Database, schema: int) -> tuple[Accepted, ...]:
    try:
        with guard_decoding():
            return tuple(accepted(database)) if schema == SCHEMA_VERSION else ()
    except (StoreProblem, LookupError):
        return ()  # a ledger that cannot be read is among the flaws


def _readers(database: Database) -> tuple[str, ...]:
    everywhere = (Staff.centre.is_null() & Staff.unit.is_null()) | (Staff.reads == Reads.ALL)
    query = Staff.select(Staff.login).where(everywhere).order_by(Staff.login)
    return tuple(login for (login,) in query.tuples().execute(database))


def _count(database: Database) -> int:
    return int(next(iter(Report.select(fn.COUNT(1)).tuples().execute(database)))[0])
