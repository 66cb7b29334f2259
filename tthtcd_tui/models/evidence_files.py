"""Files copied in as evidence, each once under its SHA-256, and never changed."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256

from tthtcd_tui.errors import Damaged
from tthtcd_tui.models.part import Part, reads, writes
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.tables import EvidenceFile
from tthtcd_tui.models.versions import refuse_final


class EvidenceFiles(Part):
    """They belong to no report: two years that show the same document share it."""

    @writes
    def keep(self, report_id: int, user: str, data: bytes) -> str:
        """Copy `data` in, for a report that `user` may write in; its SHA-256. Raises NotAllowed, ReportFinal."""
        head = rights.head(self.database, report_id)
        rights.refuse_readers(rights.person(self.database, user), head.centre)
        refuse_final(self.database, report_id)
        digest = sha256(data).hexdigest()
        if not self._known([digest]):
            EvidenceFile.insert(hash=digest, data=data).execute(self.database)
        return digest

    @reads
    def known(self, digests: Collection[str]) -> set[str]:
        """Those of `digests` of which there is a file."""
        return self._known(digests)

    def _known(self, digests: Collection[str]) -> set[str]:
        query = EvidenceFile.select(EvidenceFile.hash).where(EvidenceFile.hash.in_(list(digests)))
        return {digest for (digest,) in query.tuples().execute(self.database)}

    @reads
    def read(self, digest: str) -> bytes | None:
        """The file, or None where it was never copied in here. Raises Damaged."""
        query = EvidenceFile.select(EvidenceFile.data).where(EvidenceFile.hash == digest)
        for (data,) in query.tuples().execute(self.database):
            if sha256(data).hexdigest() != digest:
                raise Damaged
            return bytes(data)
        return None
