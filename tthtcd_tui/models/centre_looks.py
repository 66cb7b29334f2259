"""Which Word file a centre's reports look like: told by the ledger, which keeps who chose it and when.

What was read of the file is kept – sizes, spacing, margins – and none of its bytes: nobody opens it again, and the same
year makes the same document whatever becomes of the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.part import Part, reads, writes
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.tables import LedgerEntry
from tthtcd_tui.models.times import read_time
from tthtcd_tui.named_tuple import NamedTuple


class KeptLook(NamedTuple):
    """What a Word file was found to look like, as data; by whose choice, and when."""

    name: str
    sha256: str
    """Of the file it was read from."""
    tree: Mapping[str, Any]
    user: str
    at: datetime


class CentreLooks(Part):
    @reads
    def of(self, centre: int) -> KeptLook | None:
        """The one chosen last; None where the program's own look is the centre's."""
        return _of(self.database, centre)

    @writes
    def choose(self, centre: int, user: str, name: str, sha256: str, tree: Mapping[str, Any]) -> None:
        """Make `tree`, read from the Word file `name`, the look of the centre's reports. Raises NotAllowed."""
        rights.refuse_readers(rights.person(self.database, user), centre)
        words = {"name": name, "sha256": sha256, "look": json.dumps(tree, ensure_ascii=False)}
        _append(self.database, user, centre, words)

    @writes
    def forget(self, centre: int, user: str) -> None:
        """Go back to the program's own look. Raises NotAllowed."""
        rights.refuse_readers(rights.person(self.database, user), centre)
        forget(self.database, user, centre)


def forget(database: Database, user: str, centre: int) -> None:
    """As `CentreLooks.forget`; also called for a centre that is removed, whose number may be given again."""
    if _of(database, centre) is not None:
        _append(database, user, centre, {})


def _append(database: Database, user: str, centre: int, words: Mapping[str, str]) -> None:
    from tthtcd_tui.models.ledger import append  # an export only reads

    append(database, user, LedgerKind.LOOK, centre, words=words)


def _of(database: Database, centre: int) -> KeptLook | None:
    columns = (LedgerEntry.words, LedgerEntry.user, LedgerEntry.at)
    asked = LedgerEntry.select(*columns).where(LedgerEntry.kind == LedgerKind.LOOK, LedgerEntry.subject == str(centre))
    with guard_decoding():
        for words, user, at in asked.order_by(LedgerEntry.id.desc()).limit(1).tuples().execute(database):
            said: Mapping[str, str] = json.loads(words or "{}")
            if "look" in said:
                return KeptLook(said["name"], said["sha256"], json.loads(said["look"]), user, read_time(at))
    return None
