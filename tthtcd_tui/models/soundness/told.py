"""The ledger read through once: whether its chain holds, and the last that it says of everything."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from tthtcd_tui.models.chain import START, Value
from tthtcd_tui.models.ledger import NOBODY as NO_NUMBER
from tthtcd_tui.models.ledger import entry_link
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.soundness.flaw import NOBODY, By, Odd, Pin, Row, Seen, pinned
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.tables import LedgerEntry, Person
from tthtcd_tui.named_tuple import NamedTuple


class Told(NamedTuple):
    """The latest entry of the ledger about one subject."""

    digest: bytes | None
    words: Mapping[str, str]


class Numbers:
    """Who stands behind which number."""

    def __init__(self, database: Database) -> None:
        rows = Person.select(Person.number, Person.login, Person.salt).tuples().execute(database)
        self.people = {int(number): (str(login), salt) for number, login, salt in rows}
        self._by_login = {login: number for number, (login, _) in self.people.items()}

    def of(self, login: str) -> int | None:
        """None for one who has no number."""
        return self._by_login.get(login) if login else NO_NUMBER

    def stable(self, login: str) -> Value:
        """What identifies a login even after erasing: their number, or without one the login itself."""
        number = self.of(login)
        return login if number is None else number


class Ledger:
    """The ledger, read through once. What was accepted is told of like everything else."""

    def __init__(self, database: Database, numbers: Numbers) -> None:
        self.numbers = numbers
        self.last: dict[tuple[str, str], Told] = {}
        self.end = 0
        self._odds: list[Odd] = []
        self._read(database)
        self._look_at_end(database.highest_numbers().get("ledger", 0))

    def of(self, kind: str, subject: int | str) -> Told | None:
        return self.last.get((str(kind), str(subject)))

    def subjects(self, kind: LedgerKind) -> set[str]:
        return {subject for known, subject in self.last if known == kind}

    def is_accepted(self, odd: Odd) -> bool:
        """Whether exactly this finding was accepted before."""
        if not isinstance(odd.mend, Pin):
            return False
        told = self.of(odd.mend.kind, odd.mend.of)
        return told is not None and told.digest == odd.mend.found

    def odds(self) -> Iterator[Odd]:
        """Where the chain does not hold."""
        yield from self._odds

    def _read(self, database: Database) -> None:
        table, before = LedgerEntry, START
        columns = (table.id, table.at, table.user, table.kind, table.subject, table.digest, table.words, table.hash)
        for number, at, user, kind, subject, of_row, words, found in (
            table.select(*columns).order_by(table.id).tuples().execute(database)
        ):
            who = self.numbers.of(user)
            follows = who is not None and found == entry_link(before, at, who, kind, subject, of_row, words)
            row, by = (at, kind, subject, of_row, words, found), (user, self.numbers.stable(user))
            if number != self.end + 1:
                self._odds.append(self._missing(number - 1, before, *(() if follows else (row, by))))
            elif not follows:
                self._odds.append(pinned(f"dòng {number} bị thay đổi", Seen.LINE, number, *row, by=by))
            self._note(kind, subject, of_row, words, follows)
            self.end, before = number, bytes(found)
        self._before = before

    def _missing(self, last: int, before: bytes, row: Row = (), by: By = NOBODY) -> Odd:
        """`row` is the one after it, where it does not follow from what is left."""
        first = self.end + 1
        words = f"thiếu dòng {first}" if first == last else f"thiếu các dòng {first}–{last}"
        return pinned(words, Seen.LINE, first, first, last, before, *row, by=by)

    def _note(self, kind: str, subject: str, of_row: bytes | None, text: str | None, follows: bool) -> None:
        words: dict[str, str] = json.loads(text) if text else {}
        if kind == LedgerKind.ACCEPTED:
            if follows and "kind" in words:  # what somebody slipped in accepts nothing
                self.last[words["kind"], words["of"]] = Told(of_row, words)
        else:
            self.last[kind, subject] = Told(of_row, words)

    def _look_at_end(self, highest: int) -> None:
        if highest > self.end:
            self._odds.append(self._missing(highest, self._before))
        elif highest < self.end:
            self._odds.append(pinned("số thứ tự bị lùi lại", Seen.SEQUENCE, "ledger", highest, self.end))
