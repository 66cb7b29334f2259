"""What centres handed in where all share one database: who is in, and what it adds up to, as of a folder of mail."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Final

from tthtcd_tui.errors import NotAllowed, NothingHandedIn
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.times import written_time
from tthtcd_tui.models.verdicts import HandedIn
from tthtcd_tui.register.standing import Answer, EventKind, Kept, Standing
from tthtcd_tui.report.rollup.rollup import Line, Rollup
from tthtcd_tui.report.status import Status
from tthtcd_tui.report.submitted import Manifest, decode_manifest
from tthtcd_tui.report.units import Unit, Units
from tthtcd_tui.tasks.upward.rollup import Mail, Wanted, roll_up, who_is_in
from tthtcd_tui.tasks.upward.submit import kept_manifest
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.text.periods import Period

_BEGUN: Final = {Status.DRAFT: "đang nhập", Status.FINAL: "đã chốt, chưa nộp"}


class Shared:
    """A database in which centres belong to units, as whoever has signed in may see it."""

    def __init__(self, store: Store) -> None:
        """Raises NotAllowed for who may read only one centre."""
        self.store = store
        self.top = store.rights.supervised()
        """The code of the unit that they supervise; nothing where they read all."""
        if not self.top and not store.rights.reads_all():
            raise NotAllowed(
                "Bạn được giao một trung tâm, không xem được bản nộp của nơi khác. Muốn xem, hãy đề nghị giám đốc"
                " cho phép."
            )

    @cached_property
    def units(self) -> Units:
        """Those they may see: their own and what is below it."""
        everything = Units(self.store.units.all())
        return everything.below(self.top) if self.top else everything

    def forms(self) -> list[str]:
        return [self.store.forms.read(row.digest).text for row in self.store.forms.all()]

    def unit_of(self, manifest: Manifest) -> Unit | None:
        """No file is received here: a centre's unit is known."""
        return self.units.of_centre(manifest.centre.code, manifest.centre.name, manifest.commune)

    def periods(self) -> list[Period]:
        """Those of which anything was handed in, the newest first."""
        return self.store.verdicts.periods()

    def awaited(self) -> list[Period]:
        """Those that were begun and of which nothing was handed in yet, the newest first."""
        known = {(period.start, period.end) for period in self.periods()}
        return [period for period in self.store.verdicts.begun() if (period.start, period.end) not in known]

    def mail(self, period: Period, unit: str = "") -> Mail:
        """What was handed in of a period and of the one before; the deadline is that of `unit`, or of one above it."""
        earlier = next((known for known in self.periods() if known.end < period.start), None)
        found = self.store.verdicts.of_period(period)
        now = self._standing(period, found)
        now.deadline = self._deadline(period, unit)
        before = self._standing(earlier, self.store.verdicts.of_period(earlier)) if earlier else None
        return Mail(now, before, remarks={each.unit: _remark(each) for each in found if each.unit})

    def _standing(self, period: Period, found: list[HandedIn]) -> Standing:
        standing = Standing(period)
        for each in found:
            if each.standing.version:
                kept = self._kept(each)
                standing.add(kept)
                if answer := _answer(each):
                    standing.tell(kept.digest, answer)
        return standing

    def _kept(self, each: HandedIn) -> Kept:
        year, unit = each.year, self.units.by_code.get(each.unit)
        on = each.at.astimezone(HOUR_OF_VIETNAM).date() if each.at else None
        source = unit.code if unit else f"/{year.centre.code}"
        return Kept(f"{year.report_id}/{each.standing.version}", "", on, self._manifest(each), source, unit)

    def _manifest(self, each: HandedIn) -> Manifest:
        """What was kept as it was handed in; of one that an earlier program told of, made anew."""
        if each.manifest:
            return decode_manifest(each.manifest.encode())
        return kept_manifest(self.store, each.year, each.standing.version)

    def _deadline(self, period: Period, typed: str) -> date | None:
        told = self.store.verdicts.deadlines(period)
        code = self.units.named(typed).code if typed else self.top
        path = [*(unit.code for unit in Units(self.store.units.all()).path(code)), ""]
        return next((told[each] for each in path if each in told), None)


def shared_rollup(shared: Shared, period: Period, wanted: Wanted) -> Rollup:
    """The roll-up of a period. Raises NothingHandedIn, FormUnclear, NoSuchUnit, NoSuchPlace, NotAdditive."""
    wanted = wanted._replace(unit=wanted.unit or shared.top)
    mail = shared.mail(period, wanted.unit)
    if not mail.now.latest:
        raise NothingHandedIn(f"Chưa trung tâm nào nộp báo cáo {period.title}. Hãy kiểm tra lại kỳ báo cáo.")
    return roll_up(shared, mail, wanted)


def shared_lines(shared: Shared, period: Period, wanted: Wanted) -> tuple[list[Line], date | None]:
    """Who has handed in and who has not, and by when they have to. Raises FormUnclear, NoSuchUnit."""
    wanted = wanted._replace(unit=wanted.unit or shared.top)
    mail = shared.mail(period, wanted.unit)
    return who_is_in(shared, mail, wanted), mail.now.deadline


def _answer(each: HandedIn) -> Answer | None:
    """What was said of it, once all have who have to."""
    found, (at, by) = each.standing, each.answered or (None, "")
    told = written_time(at) if at else ""
    if found.returned:
        return Answer(EventKind.RETURNED, found.returned, told, by)
    return Answer(EventKind.APPROVED, "", told, by) if found.approved else None


def _remark(each: HandedIn) -> str:
    if not each.standing.version:
        return _BEGUN[each.year.status]
    said = "; ".join(each.standing.endorsed.values())
    return f"đã duyệt: {said}" if said else ""
