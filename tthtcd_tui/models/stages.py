"""How far reports are on their way up, for whoever has signed in: out of their histories, and of who is above them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from tthtcd_tui.models.above import Above, chain_of
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.core_tables import AdminUnit, Staff
from tthtcd_tui.models.people.rights import Person
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.submissions import Standing, standing_told
from tthtcd_tui.models.tables import AuditEntry
from tthtcd_tui.models.unit_list import belongings
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.stage import Stage, Step
from tthtcd_tui.report.status import UPWARD, VERSION, Status
from tthtcd_tui.report.unit_kinds import UnitKind

TOLD_AT: Final = (*UPWARD, VERSION)
"""Where the history tells of it."""
_AT_ONCE: Final = 500
"""Reports asked of in one question."""


class WayUp(NamedTuple):
    """What the history of a report tells of its way up."""

    standing: Standing = Standing()
    newest: int = 0
    """The number of the last version that was kept."""


def stages_of(database: Database, who: Person, years: Sequence[Year]) -> dict[int, Stage]:
    """By the number of the report; `who` looks."""
    told, chain = dict(_told(database, [year.report_id for year in years])), _chains(database, years)
    return {
        year.report_id: stage(who, year.status, told.get(year.report_id, WayUp()), chain(year.centre.id))
        for year in years
    }


def stage(who: Person, status: Status, told: WayUp, chain: Sequence[Above]) -> Stage:
    """Of one report whose centre has those units above it, its commune first."""
    is_above, standing = who.role is Role.SUPERVISOR, told.standing
    step = _step(status, told, is_shared=bool(chain))
    if step is not Step.HANDED_IN:
        return Stage(step, is_above)
    waiting = next((unit for unit in chain if unit.answers and unit.kind not in standing.endorsed), None)
    if waiting is None:
        return Stage(step, is_above)
    mine = next((unit for unit in chain if is_above and unit.code == who.unit), None)
    is_done = mine is not None and mine.kind in standing.endorsed
    return Stage(step, is_above, waiting.name, is_mine=mine == waiting, is_done=is_done)


def _step(status: Status, told: WayUp, *, is_shared: bool) -> Step:
    standing, is_final = told.standing, status is Status.FINAL
    if not standing.version:
        if not is_final:
            return Step.DRAFT
        return Step.TO_HAND_IN if is_shared else Step.FINAL
    if is_final and told.newest > standing.version:
        return Step.FINAL_AGAIN
    if standing.returned:
        return Step.RETURNED
    if not is_final:
        return Step.REOPENED
    return Step.APPROVED if standing.approved else Step.HANDED_IN


def _told(database: Database, reports: Sequence[int]) -> Iterator[tuple[int, WayUp]]:
    table = AuditEntry
    for begin in range(0, len(reports), _AT_ONCE):
        some = reports[begin : begin + _AT_ONCE]
        query = table.select(table.report, table.place, table.after).where(table.report.in_(some))
        query = query.where(table.place.in_(TOLD_AT)).order_by(table.report, table.id)
        for report, rows in groupby(query.tuples().execute(database), key=itemgetter(0)):
            yield report, way_up([(place, after) for _, place, after in rows])


def way_up(entries: Sequence[tuple[str, str | None]]) -> WayUp:
    """What a history tells at TOLD_AT, place and what stood there from then on, in their order."""
    last = [after for place, after in entries if place == VERSION and after is not None]
    with guard_decoding():
        newest = int(json.loads(last[-1])) if last else 0
    return WayUp(standing_told(each for each in entries if each[0] != VERSION), newest)


def _chains(database: Database, years: Sequence[Year]) -> Callable[[int], Sequence[Above]]:
    """The units above each centre of those years."""
    centres = {year.centre.id for year in years}
    if len(centres) > 1:
        return chains(database, belongings(database))
    only = {centre: chain_of(database, centre) for centre in centres}
    return only.__getitem__


def chains(database: Database, of_centre: Mapping[int, str]) -> Callable[[int], Sequence[Above]]:
    """As `chain_of`, of centres that belong to those units, asked once for all: the whole list of units is read."""
    columns = (AdminUnit.code, AdminUnit.name, AdminUnit.kind, AdminUnit.parent)
    answering = {unit for (unit,) in Staff.select(Staff.unit).distinct().tuples().execute(database)}
    rows = AdminUnit.select(*columns).tuples().execute(database)
    with guard_decoding():
        listed = {code: (Above(code, name, UnitKind(kind), code in answering), up) for code, name, kind, up in rows}

    def chain(centre: int) -> list[Above]:
        found, code = [], of_centre.get(centre)
        while code is not None:
            above, code = listed[code]
            found.append(above)
        return found

    return chain
