"""What was received, as its screen shows it: periods, and the roll-up of one; in the database, or a register beside."""

from __future__ import annotations

from datetime import date

from tthtcd_tui.errors import NotAllowed
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.register.register import Register
from tthtcd_tui.report.rollup.rollup import Line, Rollup
from tthtcd_tui.report.rollup.total import Order
from tthtcd_tui.report.stage import Stage
from tthtcd_tui.tasks.upward.open_register import open_register
from tthtcd_tui.tasks.upward.reminder import reminder
from tthtcd_tui.tasks.upward.rollup import Wanted, from_register, roll_up
from tthtcd_tui.tasks.upward.shared import Shared, shared_lines, shared_rollup
from tthtcd_tui.tasks.upward.units import known_periods
from tthtcd_tui.text.periods import Period


def source_of(store: Store) -> Register | Shared:
    """The database itself where centres belong to units, else the register beside it.

    Raises NotAllowed for who may read only one centre.
    """
    if store.units.all():
        return Shared(store)
    if not store.rights.reads_all():
        raise NotAllowed(
            "Bạn được giao một trung tâm, không xem được bản nộp của nơi khác. Muốn xem, hãy đề nghị giám đốc cho phép."
        )
    return open_register(None, store.path)


def periods_of(register: Register | Shared) -> list[Period]:
    """The periods of which something was received, the newest first; none where nothing ever was."""
    if isinstance(register, Shared):
        return register.periods()
    return known_periods(register) if register.is_there else []


def awaited_periods(register: Register | Shared) -> list[Period]:
    """Those of which nothing has come yet though centres are at work; known only where they share a database."""
    return register.awaited() if isinstance(register, Shared) else []


def stages_of(register: Register | Shared, period: Period) -> dict[str, Stage]:
    """How far the report of each unit is for whoever looks, by the unit's code; none where files are mailed."""
    return register.stages(period) if isinstance(register, Shared) else {}


def office_of(register: Register | Shared) -> str:
    """Name of the unit for which whoever looks answers; nothing for anybody else."""
    return register.units.by_code[register.top].name if isinstance(register, Shared) and register.top else ""


class Awaited(NamedTuple):
    """A period of which nothing has come yet: its units, and by when they have to hand in."""

    lines: list[Line]
    deadline: date | None


def awaited_of(register: Register | Shared, period: Period) -> Awaited:
    """Raises FormUnclear, NoSuchUnit."""
    assert isinstance(register, Shared)
    return Awaited(*shared_lines(register, period, Wanted(order=Order.NAME)))


def reminder_of(register: Register | Shared, period: Period, found: Rollup | Awaited, today: date) -> list[str]:
    """The paragraphs that remind those who have not handed in; none where all have."""
    return reminder(period, found.lines, found.deadline, today, register.units)


def year_of_unit(register: Register | Shared, period: Period, code: str) -> Year | None:
    """The report of the centre of a unit, where it can be opened here; of several the one that was handed in."""
    if not isinstance(register, Shared):
        return None
    found = [each for each in register.handed_in(period) if each.unit == code]
    best = max(found, key=lambda each: each.standing.version, default=None)
    return best.year if best else None


class Waiting(NamedTuple):
    """A report that waits for whoever looks to approve it."""

    year: Year
    name: str
    """Of its unit."""
    left: int
    """How many wait, this one among them."""


def next_waiting(store: Store, here: Year) -> Waiting | None:
    """The next by name after the unit of `here` that a supervisor can approve now, of the same period; then the first.

    None where none waits but it. Raises NotAllowed.
    """
    shared = Shared(store)
    known = shared.units.by_code
    found = [each for each in shared.handed_in(here.period) if each.stage.waits_for_me and each.unit in known]
    others = {each.unit: each.year for each in found if each.year.report_id != here.report_id}
    if not others:
        return None
    stands = next((each.unit for each in shared.handed_in(here.period) if each.year.report_id == here.report_id), "")
    order = [unit.code for unit in shared.units.communes(shared.top)]
    at = order.index(stands) if stands in order else 0
    code = next(code for code in (*order[at:], *order[:at]) if code in others)
    return Waiting(others[code], known[code].name, len(others))


def rollup_of(register: Register | Shared, period: Period, order: Order) -> Rollup:
    """The roll-up of a period. Raises NothingReceived, NothingHandedIn, FormUnclear, FileProblem."""
    if isinstance(register, Shared):
        return shared_rollup(register, period, Wanted(order=order))
    return roll_up(register, from_register(register, period), Wanted(order=order))
