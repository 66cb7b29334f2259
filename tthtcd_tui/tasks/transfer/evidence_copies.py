"""Files of evidence that leave with an exported year and come back with an import."""

from __future__ import annotations

from collections.abc import Mapping

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.evidence import kept_files
from tthtcd_tui.report.facts import Facts


def copies_of(store: Store, facts: Facts) -> dict[str, bytes]:
    """Those the register names and the database has, by SHA-256."""
    found = ((digest, store.evidence_files.read(digest)) for digest in kept_files(facts))
    return {digest: data for digest, data in found if data is not None}


def missing_copies(store: Store, facts: Facts, copies: Mapping[str, bytes]) -> dict[str, bytes]:
    """Of `copies`, those the register of `facts` names and the database has not yet."""
    named = [digest for digest in kept_files(facts) if digest in copies]
    known = store.evidence_files.known(named) if named else set()
    return {digest: copies[digest] for digest in named if digest not in known}


def keep_copies(store: Store, report_id: int, user: str, copies: Mapping[str, bytes]) -> None:
    """Store the files, all or none, for a report that `user` may write in. Raises NotAllowed, ReportFinal."""
    with store.together():
        for data in copies.values():
            store.evidence_files.keep(report_id, user, data)
