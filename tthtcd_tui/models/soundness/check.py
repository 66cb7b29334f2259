"""The deep reading of a database: all of it, or what was changed since an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from hashlib import sha256
from typing import Final

from tthtcd_tui.models.core_tables import Centre, FormText, Report
from tthtcd_tui.models.reading import Reader
from tthtcd_tui.models.soundness.flaw import Flaw, flaws_of
from tthtcd_tui.models.soundness.registered import ledger_of, registered_flaws
from tthtcd_tui.models.soundness.reports import report_flaws
from tthtcd_tui.models.soundness.told import Ledger
from tthtcd_tui.models.storage.engine import Database, reading
from tthtcd_tui.models.storage.orm import Expression, fn
from tthtcd_tui.models.tables import AuditChange, EvidenceFile, LedgerEntry
from tthtcd_tui.named_tuple import NamedTuple

FIRST_SCHEMA: Final = 4
"""Before it there were no chains to read."""

Progress = Callable[[int, int], object]
"""Called with how many reports have been read, of how many."""


class Marks(NamedTuple):
    """How far a deep reading went: what came later is all that a next one must read."""

    change: int = 0
    ledger: int = 0


NOTHING: Final = Marks()
"""Nothing was read yet."""


def marks_of(database: Database) -> Marks:
    """How far one that reads everything now would go."""
    change = next(iter(AuditChange.select(fn.MAX(AuditChange.id)).tuples().execute(database)))[0]
    ledger = next(iter(LedgerEntry.select(fn.MAX(LedgerEntry.id)).tuples().execute(database)))[0]
    return Marks(change or 0, ledger or 0)


def flaws(
    database: Database,
    since: Marks = NOTHING,
    progress: Progress | None = None,
    only: Collection[int] | None = None,
) -> Iterator[Flaw]:
    """Everything that is not as the program wrote it, nor accepted since: of what was changed after `since`, or of all.

    With `only`, of the reports of these numbers, and of what concerns no one report.
    """
    with reading(database):
        found: list[Ledger] = []
        yield from ledger_of(database, found)
        if not found:  # nothing can be held against it
            return
        ledger, reader = found[0], Reader(database)
        yield from registered_flaws(database, ledger)
        yield from _forms(database, reader)
        if since == NOTHING and only is None:
            yield from flaws_of("Tệp minh chứng", _evidence_files(database))
        yield from _reports(database, reader, ledger, _chosen(since, only), progress)


def _forms(database: Database, reader: Reader) -> Iterator[Flaw]:
    for digest, key, version in (
        FormText.select(FormText.hash, FormText.key, FormText.version).tuples().execute(database)
    ):
        yield from flaws_of(f"Biểu mẫu “{key}” phiên bản {version}", _opened(reader, digest))


def _evidence_files(database: Database) -> Iterator[str]:
    """Each says itself what it was."""
    for kept, data in EvidenceFile.select(EvidenceFile.hash, EvidenceFile.data).tuples().iterator(database):
        if sha256(data).hexdigest() != kept:
            yield f"tệp {kept[:12]} không còn như khi chép vào"


def _opened(reader: Reader, digest: str) -> Iterator[str]:
    reader.form(digest)
    yield from ()


def _chosen(since: Marks, only: Collection[int] | None) -> Expression | None:
    """Which reports are read; None: all."""
    if only is not None:
        return Report.id.in_(list(only))
    if since.change:
        return Report.id.in_(AuditChange.select(AuditChange.report).where(AuditChange.id > since.change))
    return None


def _reports(
    database: Database, reader: Reader, ledger: Ledger, chosen: Expression | None, progress: Progress | None
) -> Iterator[Flaw]:
    query = Report.select(Report.id, Report.period_label, Centre.code).join(Centre).order_by(Report.id)
    if chosen is not None:
        query = query.where(chosen)
    reports = list(query.tuples().execute(database))
    for done, (report_id, label, centre) in enumerate(reports, 1):
        odds = report_flaws(database, reader, report_id, ledger)
        left = (odd for odd in odds if isinstance(odd, str) or not ledger.is_accepted(odd))
        yield from flaws_of(f"Báo cáo {label} ({centre})", left, report_id)
        if progress:
            progress(done, len(reports))
