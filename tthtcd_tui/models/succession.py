"""Which centres a centre continues after communes were merged: read from the ledger, which keeps who said so and when.

No table holds it as well, so none can contradict the ledger.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from tthtcd_tui.errors import CannotEdit
from tthtcd_tui.models.catalogue import CentreRow, centres
from tthtcd_tui.models.ledger import append
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.tables import LedgerEntry
from tthtcd_tui.models.times import read_time
from tthtcd_tui.named_tuple import NamedTuple

_FROM = "from"


class Merger(NamedTuple):
    """The statement that a centre continues others: who made it, and when."""

    continued: tuple[int, ...]
    """Their numbers, in the order they were named."""
    user: str
    at: datetime


def mergers(database: Database) -> dict[int, Merger]:
    """By the number of the centre that continues others."""
    columns = (LedgerEntry.subject, LedgerEntry.words, LedgerEntry.user, LedgerEntry.at)
    query = LedgerEntry.select(*columns).where(LedgerEntry.kind == LedgerKind.MERGED).order_by(LedgerEntry.id)
    with guard_decoding():
        rows = query.tuples().execute(database)
        told = {int(subject): Merger(_numbers(words), user, read_time(at)) for subject, words, user, at in rows}
    return {centre: merger for centre, merger in told.items() if merger.continued}


def _numbers(words: str | None) -> tuple[int, ...]:
    tree: Mapping[str, str] = json.loads(words or "{}")
    return tuple(map(int, tree.get(_FROM, "").split()))


def continued(database: Database, centre: int) -> list[CentreRow]:
    """The centres that `centre` continues, in the order they were named."""
    found = mergers(database).get(centre)
    if found is None:
        return []
    known = {row.id: row for row in centres(database)}
    return [known[number] for number in found.continued if number in known]


def merge(database: Database, user: str, centre: int, old: Sequence[int]) -> None:
    """Record that `centre` continues `old` and no others. Raises CannotEdit."""
    known = {row.id: row for row in centres(database)}
    told = mergers(database)
    for number in old:
        _refuse(centre, number, known, told)
    words = {_FROM: " ".join(map(str, old)), "codes": " ".join(known[number].code for number in old)}
    append(database, user, LedgerKind.MERGED, centre, words=words)


def _refuse(centre: int, number: int, known: Mapping[int, CentreRow], told: Mapping[int, Merger]) -> None:
    if number == centre:
        raise CannotEdit(f"{known[number].name} không thể tiếp nối chính mình. Hãy bỏ mã này khỏi các trung tâm cũ.")
    for other, merger in told.items():
        if other != centre and number in merger.continued:
            raise CannotEdit(
                f"{known[number].name} đã được ghi là sáp nhập vào {known[other].name}."
                " Một trung tâm chỉ nhập vào một nơi: hãy bỏ ở nơi kia trước."
            )
    if centre in _all_below(number, told):
        raise CannotEdit(
            f"{known[number].name} đang tiếp nối {known[centre].name}, không thể ghi ngược lại. Hãy bỏ ở nơi kia trước."
        )


def _all_below(centre: int, told: Mapping[int, Merger]) -> set[int]:
    """All centres that `centre` continues, directly or through others."""
    found: set[int] = set()
    waiting = [centre]
    while waiting:
        merger = told.get(waiting.pop())
        fresh = [number for number in merger.continued if number not in found] if merger else []
        found.update(fresh)
        waiting += fresh
    return found


def continuing(database: Database, centre: int) -> set[int]:
    """The centres that continue `centre`, directly or through others. Whoever may read one of them may read it too."""
    told = mergers(database)
    return {other for other in told if centre in _all_below(other, told)}


def refuse_removal(database: Database, user: str, centre: int) -> None:
    """Raise CannotEdit where another centre continues this one; else record that it continues none any more.

    The number of a removed centre may be given again, and the new one continues nobody.
    """
    told = mergers(database)
    if any(centre in merger.continued for merger in told.values()):
        raise CannotEdit(
            "Trung tâm này đã sáp nhập vào trung tâm khác, phải giữ để so sánh. Hãy bỏ ghi sáp nhập trước."
        )
    if centre in told:
        append(database, user, LedgerKind.MERGED, centre, words={_FROM: ""})
