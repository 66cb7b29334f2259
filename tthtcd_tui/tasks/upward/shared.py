"""What centres handed in where all share one database: who is in, and what it adds up to, as of a folder of mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Final

from tthtcd_tui.errors import NotAllowed, NothingHandedIn
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.times import written_time
from tthtcd_tui.models.verdicts import Finalised, HandedIn
from tthtcd_tui.register.standing import Answer, EventKind, Kept, Standing
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.facts import Centre
from tthtcd_tui.report.kept_manifest import read_kept_manifest, read_kept_sums
from tthtcd_tui.report.rollup.rollup import Line, Rollup
from tthtcd_tui.report.status import Status
from tthtcd_tui.report.submitted import FormName, Manifest, Sums
from tthtcd_tui.report.units import Unit, Units
from tthtcd_tui.tasks.upward.rollup import Mail, Wanted, roll_up, who_is_in
from tthtcd_tui.tasks.upward.submit import kept_manifest
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.text.periods import Period

_BEGUN: Final = {Status.DRAFT: "đang nhập", Status.FINAL: "đã chốt, chưa nộp"}

_ManifestOf = Callable[[HandedIn], Manifest]


class Shared:
    """A database in which centres belong to units, as far as the signed-in user may read it."""

    def __init__(self, store: Store) -> None:
        """Raises NotAllowed for who may read only one centre."""
        self.store = store
        self._read: dict[Period, list[HandedIn]] = {}
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

    def handed_in(self, period: Period) -> list[HandedIn]:
        """Every year of a period that they may read; read once."""
        if period not in self._read:
            self._read[period] = self.store.verdicts.of_period(period)
        return self._read[period]

    def waiting(self, period: Period) -> frozenset[str]:
        """The codes of the units whose report this supervisor can approve now; of nobody else's is any."""
        if not self.top:
            return frozenset()
        answering = self.store.verdicts.answering()
        return frozenset(each.unit for each in self.handed_in(period) if self._waits(each, answering))

    def _waits(self, each: HandedIn, answering: frozenset[str]) -> bool:
        """Handed in, as it stands, and every unit up to this one that answers has approved it but this one."""
        standing = each.standing
        if not each.unit or not standing.version or standing.returned or each.year.status is not Status.FINAL:
            return False
        *below, mine = self.units.path(each.unit)
        lacking = [unit.code for unit in (*below, mine) if unit.kind not in standing.endorsed]
        return mine.code in lacking and not any(code in answering for code in lacking if code != mine.code)

    def mail(self, period: Period, unit: str = "") -> Mail:
        """What was handed in of a period and of the one before; the deadline is that of `unit`, or of one above it."""
        earlier = next((each for each in self.periods() if each.end < period.start), None)
        mail = self._mail(period, unit, self._manifests(period))
        if earlier:
            mail.before = self._standing(earlier, self.handed_in(earlier), self._manifests(earlier))
        return mail

    def who(self, period: Period, unit: str = "") -> Mail:
        """As `mail`, without what it adds up to and without the year before, where a list says who should be in.

        Of thousands of communes no number is read: only a centre of no unit is called what its report calls it.
        """
        return self._mail(period, unit, self._manifests(period, with_sums=False))

    def _manifests(self, period: Period, *, with_sums: bool = True) -> _ManifestOf:
        """What was handed in: its head out of columns, its sums out of the text that was kept with it.

        All of it is out of the text where nobody knows the unit, and made anew where an earlier program kept none.
        """
        verdicts, units = self.store.verdicts, self.units.by_code
        lost = any(each.standing.version and each.unit not in units for each in self.handed_in(period))
        texts = verdicts.manifests(period, of_no_unit=not with_sums) if with_sums or lost else {}
        finalised = verdicts.finalised(period)

        def manifest(each: HandedIn) -> Manifest:
            text, made = texts.get(each.version, ""), finalised.get(each.version)
            if made is not None and each.unit in units and (text or not with_sums):
                return _head(each, made, read_kept_sums(text) if with_sums else {})
            return read_kept_manifest(text) if text else kept_manifest(self.store, each.year, each.standing.version)

        return manifest

    def _mail(self, period: Period, unit: str, manifest: _ManifestOf) -> Mail:
        found = self.handed_in(period)
        now = self._standing(period, found, manifest)
        now.deadline = self._deadline(period, unit)
        return Mail(now, remarks={each.unit: _remark(each) for each in found if each.unit})

    def _standing(self, period: Period, found: list[HandedIn], manifest: _ManifestOf) -> Standing:
        standing = Standing(period)
        for each in found:
            if each.standing.version:
                kept = self._kept(each, manifest(each))
                standing.add(kept)
                if answer := _answer(each):
                    standing.tell(kept.digest, answer)
        return standing

    def _kept(self, each: HandedIn, manifest: Manifest) -> Kept:
        year, unit = each.year, self.units.by_code.get(each.unit)
        on = each.at.astimezone(HOUR_OF_VIETNAM).date() if each.at else None
        source = unit.code if unit else f"/{year.centre.code}"
        return Kept(f"{year.report_id}/{each.standing.version}", "", on, manifest, source, unit)

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
    """Who has handed in and who has not, without their numbers, and by when they have to.

    Raises FormUnclear, NoSuchUnit.
    """
    wanted = wanted._replace(unit=wanted.unit or shared.top)
    # Where a list of units says who should be in, nobody is looked for in the year before.
    mail = shared.who(period, wanted.unit) if len(shared.units) else shared.mail(period, wanted.unit)
    return [line._replace(commune=None) for line in who_is_in(shared, mail, wanted)], mail.now.deadline


def _head(each: HandedIn, made: Finalised, sums: Sums) -> Manifest:
    """The manifest of what was handed in as far as columns tell it: not the files.

    The year goes by its number in place of its uid, which stands in the data; within one database that is as good.
    """
    year, version = each.version
    form, centre = FormName(made.form.key, made.form.version, made.form.digest), each.year.centre
    told = Centre(centre.code, centre.name), "", each.year.period, form, str(year), version, made.at
    return Manifest(*told, files={}, carry=Carry.ALL, kept="", sums=sums)


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
