"""Files copied in as evidence, each once under its SHA-256, and never changed.

Whoever knows the hash of a file can write it into a register of their own, so that a report names a file proves
nothing: the ledger tells for which centres somebody had the file itself, and only through those is it given out.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from hashlib import sha256
from typing import Final

from tthtcd_tui.errors import Damaged
from tthtcd_tui.models.core_tables import Report
from tthtcd_tui.models.ledger import append
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.part import Part, reads_report, writes
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.storage.engine import guard_decoding
from tthtcd_tui.models.tables import Evidence, EvidenceFile, LedgerEntry
from tthtcd_tui.models.versions import refuse_final

_CENTRE: Final = "centre"


class EvidenceFiles(Part):
    """Stored once, however many years and centres show the same document."""

    @writes
    def keep(self, report_id: int, user: str, data: bytes) -> str:
        """Copy `data` in, for a report that `user` may write in; its SHA-256. Raises NotAllowed, ReportFinal."""
        head = rights.head(self.database, report_id)
        rights.refuse_readers(rights.person(self.database, user), head.centre)
        refuse_final(self.database, report_id)
        digest = sha256(data).hexdigest()
        if not self._stored([digest]):
            EvidenceFile.insert(hash=digest, data=data).execute(self.database)
        if head.centre not in self._told(digest):
            append(self.database, user, LedgerKind.EVIDENCE, digest, words={_CENTRE: str(head.centre)})
        return digest

    @reads_report
    def known(self, report_id: int, digests: Collection[str]) -> set[str]:
        """Those of `digests` that `read` gives. Raises NotAllowed, ReportGone."""
        return {digest for digest in self._stored(digests) if self._may_fetch(report_id, digest)}

    @reads_report
    def read(self, report_id: int, digest: str) -> bytes | None:
        """The file, for a report that names it; None where it was never copied in for a centre that one may read.

        Raises Damaged, NotAllowed, ReportGone.
        """
        if not self._may_fetch(report_id, digest):
            return None
        query = EvidenceFile.select(EvidenceFile.data).where(EvidenceFile.hash == digest)
        for (data,) in query.tuples().execute(self.database):
            if sha256(data).hexdigest() != digest:
                raise Damaged
            return bytes(data)
        return None

    def _stored(self, digests: Collection[str]) -> set[str]:
        query = EvidenceFile.select(EvidenceFile.hash).where(EvidenceFile.hash.in_(list(digests)))
        return {digest for (digest,) in query.tuples().execute(self.database)}

    def _may_fetch(self, report_id: int, digest: str) -> bool:
        """Whether the file came in for the report's own centre, or for another that one may read as well.

        Of a file that an earlier program took in nothing is told: it is for whoever may read all that name it.
        """
        user = self.access.user
        if not user:
            return True
        here, told = rights.head(self.database, report_id).centre, self._told(digest)
        if told:
            return here in told or any(rights.may_read_at(self.database, user, centre) for centre in told)
        return all(rights.may_read_at(self.database, user, centre) for centre in self._naming(digest))

    def _told(self, digest: str) -> set[int]:
        """The centres for which somebody had the file."""
        table = LedgerEntry
        query = table.select(table.words).where((table.kind == LedgerKind.EVIDENCE) & (table.subject == digest))
        with guard_decoding():
            return {_centre(words) for (words,) in query.tuples().execute(self.database)}

    def _naming(self, digest: str) -> set[int]:
        """The centres whose registers name the file."""
        named = (Evidence.file >= f"{digest} ") & (Evidence.file < f"{digest}!")  # a range, as every engine sorts it
        query = Evidence.select(Report.centre).join(Report).where(named).distinct()
        return {centre for (centre,) in query.tuples().execute(self.database)}


def _centre(words: str) -> int:
    return int(json.loads(words)[_CENTRE])
