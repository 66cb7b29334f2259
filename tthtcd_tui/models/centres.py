"""The centres: found, made, renamed, removed; and which continue which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Final

from tthtcd_tui.models import catalogue
from tthtcd_tui.models.catalogue import CentreLine, CentreRow
from tthtcd_tui.models.core_tables import Centre, Report
from tthtcd_tui.models.part import Access, Part, reads
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.people.rights import Rights
from tthtcd_tui.models.storage.engine import Database, writing
from tthtcd_tui.models.storage.orm import Expression, ModelSelect, fn

if TYPE_CHECKING:
    from tthtcd_tui.models.succession import Merger


class Centres(Part):
    """The centres that the signed-in user may read."""

    def __init__(self, access: Access, asked: Rights) -> None:
        super().__init__(access)
        self._rights = asked

    @reads
    def all(self, limit: int | None = None) -> list[CentreRow]:
        """By code; `limit` at most."""
        return catalogue.centres(self.database, self._rights.reach(), limit)

    @reads
    def called(self, code: str) -> CentreRow | None:
        """The one of that code; None where it is not there, or may not be read."""
        query = Centre.select(Centre.id, Centre.code, Centre.name).where(Centre.code == code)
        found = next((CentreRow(*row) for row in query.tuples().execute(self.database)), None)
        return found if found and self._rights.may_read_at(found.id) else None

    @reads
    def exists(self, code: str) -> bool:
        """Whether a centre of that code is there, whoever may read it."""
        return bool(Centre.select().where(Centre.code == code).exists(self.database))

    @reads
    def lines(self, skip: int, limit: int, words: Sequence[str] = ()) -> list[CentreLine]:
        """At most `limit` centres by code, after the first `skip`, each with the periods of its years.

        With `words` (folded), only centres that match them all: each word in the name or code, or else all the rest
        of them in one period of the centre. Memory depends on `limit` alone.
        """
        labels = Report.select(fn.STRING_AGG(Report.period_label, "\n")).where(Report.centre == Centre.id)
        # Named: without a name Peewee takes it for the number of a report, and makes one of «2021».
        columns = (Centre.id, Centre.code, Centre.name, labels.alias("labels"))
        query = Centre.select(*columns).order_by(Centre.code).limit(limit).offset(skip)
        query = _having(self.database, self._rights.reach().narrowed(query, Centre.id), words)
        return [
            CentreLine(CentreRow(number, code, name), tuple(sorted(found.split("\n"))) if found else ())
            for number, code, name, found in query.tuples().execute(self.database)
        ]

    @reads
    def count_lines(self, words: Sequence[str]) -> int:
        """How many centres `lines` would list for these words."""
        query = self._rights.reach().narrowed(Centre.select(fn.COUNT(Centre.id)), Centre.id)
        ((found,),) = _having(self.database, query, words).tuples().execute(self.database)
        return int(found)

    @reads
    def totals(self) -> tuple[int, int]:
        """How many there are, and how many years they have."""
        reach = self._rights.reach()
        ((found,),) = reach.narrowed(Centre.select(fn.COUNT(Centre.id)), Centre.id).tuples().execute(self.database)
        ((years,),) = reach.narrowed(Report.select(fn.COUNT(Report.id)), Report.centre).tuples().execute(self.database)
        return int(found), int(years)

    @reads
    def count_before(self, code: str) -> int:
        """How many centres precede that code in the list."""
        query = Centre.select(fn.COUNT(Centre.id)).where(Centre.code < code)
        ((found,),) = self._rights.reach().narrowed(query, Centre.id).tuples().execute(self.database)
        return int(found)

    @reads
    def names_used(self, centre: int) -> list[str]:
        """What the centre, its commune and the body above it were called in its years, each once."""
        columns = (Report.locality, Report.issuer, Report.superior)
        rows = Report.select(*columns).where(Report.centre == centre).tuples().execute(self.database)
        return list(dict.fromkeys(name for row in rows for name in row if name))

    def add(self, code: str, name: str) -> int:
        """A new centre; its number."""
        from tthtcd_tui.models.catalogue_edits import add_centre  # a list needs no ledger

        with self._rights.writing_at(None):
            return add_centre(self.database, self.access.user, code, name)

    def rename(self, centre: int, name: str) -> None:
        from tthtcd_tui.models.catalogue_edits import rename_centre

        with self._rights.writing_at(centre):
            rename_centre(self.database, self.access.user, centre, name)

    def remove(self, centre: int) -> None:
        """Remove a centre of which nothing is kept. Raises CannotEdit where something is."""
        from tthtcd_tui.models.catalogue_edits import remove_centre

        with self._rights.writing_at(None):
            remove_centre(self.database, self.access.user, centre)

    @reads
    def mergers(self) -> dict[int, Merger]:
        """Which centres continue which others."""
        from tthtcd_tui.models.succession import mergers  # few centres ever do

        told = mergers(self.database)
        known = {centre.id for centre in catalogue.centres(self.database, self._rights.reach())} if told else set()
        return {number: merger for number, merger in told.items() if number in known}

    @reads
    def continued(self, centre: int) -> list[CentreRow]:
        """The centres that this one continues; none that may not be read."""
        from tthtcd_tui.models.succession import continued

        return continued(self.database, centre) if self._rights.may_read_at(centre) else []

    def merge(self, centre: int, old: Sequence[int]) -> None:
        """Record that `centre` continues `old` and no others; for directors of all. Raises NotAllowed, CannotEdit."""
        from tthtcd_tui.models.succession import merge

        with writing(self.database):
            who = rights.person(self.database, self.access.user)
            rights.refuse_all_but_directors(who, None, "ghi trung tâm sáp nhập")
            merge(self.database, self.access.user, centre, old)


def _having(database: Database, query: ModelSelect[Centre], words: Sequence[str]) -> ModelSelect[Centre]:
    for condition in _conditions(database, words) if words else ():
        query = query.where(condition)
    return query


def _conditions(database: Database, words: Sequence[str]) -> Iterator[Expression]:
    """SQL conditions: each word is in the name or code, or all the others are in one period of the centre."""
    keys = _period_keys(database)
    labels = {word: [label for label, key in keys.items() if word in key] for word in words}
    named = {word: Centre.search.contains(word) for word in words}
    yield from (named[word] for word in words if not labels[word])
    of_periods = [word for word in words if labels[word]]
    if of_periods:
        year = Report.select(Report.id).where(Report.centre == Centre.id)
        for word in of_periods:
            year = year.where(named[word] | Report.period_label.in_(labels[word]))
        yield reduce(and_, (named[word] for word in of_periods)) | fn.EXISTS(year)


def _period_keys(database: Database) -> dict[str, str]:
    """The label of each period in use, with the folded text that a search looks in."""
    from tthtcd_tui.text.fold import fold  # a list of years on the command line folds nothing

    rows = database.execute_sql(_LABELS)
    return {label: fold(f"năm học {label}") for (label,) in rows if label is not None}


_LABELS: Final = """
WITH RECURSIVE known (label) AS (
    SELECT min(period_label) FROM report
    UNION ALL
    SELECT (SELECT min(period_label) FROM report WHERE period_label > label) FROM known WHERE label IS NOT NULL
) SELECT label FROM known
"""
"""The distinct labels, one index seek each: the cost grows with the years that have passed, not with the reports."""
