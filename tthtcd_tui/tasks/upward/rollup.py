"""Add up what was received of a period, from the register or straight from a folder of mailed files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from tthtcd_tui.errors import FileProblem, FormUnclear, NoSuchUnit, NothingReceived, UnusableFile
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.register.register import LARGEST_SUBMISSION, Register
from tthtcd_tui.register.standing import EventKind, Kept, Standing, kept_of, standing
from tthtcd_tui.report.rollup.measures import measure_named, measures, weights_named
from tthtcd_tui.report.rollup.rollup import Line, Rollup, State
from tthtcd_tui.report.rollup.total import Commune, Order
from tthtcd_tui.report.submitted import TOTAL_PARTICIPATIONS, Manifest, manifest_from
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit, Units
from tthtcd_tui.tasks.upward.forms import form_named
from tthtcd_tui.tasks.upward.read_in_child import SubmissionReader
from tthtcd_tui.tasks.upward.receive import found_files
from tthtcd_tui.tasks.upward.units import known_periods
from tthtcd_tui.text.collate import collation_key
from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted


class Wanted(NamedTuple):
    """What is asked for, as it was typed."""

    unit: str = ""
    form: str = ""
    order: Order = Order.NAME
    by: str = TOTAL_PARTICIPATIONS
    weights: Mapping[str, str] = {}
    deadline: date | None = None
    """Instead of the one the register knows."""


class Refused(NamedTuple):
    """A file that was not taken, as far as it says whose it is."""

    name: str
    manifest: Manifest | None
    reason: str


@dataclass
class Mail:
    """What there is of a period and of the one before."""

    now: Standing
    before: Standing | None = None
    refused: list[Refused] = field(default_factory=list)
    remarks: Mapping[str, str] = field(default_factory=dict)
    """What is known of a unit beside, by its code: how far one is that has handed in nothing, who has approved."""


def from_register(register: Register, period: Period) -> Mail:
    """What was received. Raises FileProblem."""
    earlier = [known for known in known_periods(register) if known.end < period.start]
    before = standing(register, max(earlier, key=lambda known: known.end)) if earlier else None
    refused = [
        Refused(event["name"], manifest_from({**event["manifest"], "sums": {}}), event["reason"])
        for event in register.refused()
        if event["manifest"]  # of the others nobody can tell which year they are of
    ]
    return Mail(standing(register, period), before, refused)


def from_folder(
    register: Register, folders: Iterable[Path], period: Period, on: date | None, step: Callable[[int, int], None]
) -> Mail:
    """What lies in folders of mail and came `on` that day, if it is known; nothing is kept.

    Units and forms are those of the register, if there is one.
    """
    files, _ = found_files(folders)
    standings: dict[Period, Standing] = {}
    refused: list[Refused] = []
    with SubmissionReader(register.forms()) as reader:
        for done, path in enumerate(files, 1):
            try:
                found = reader.read(read_bounded(path, LARGEST_SUBMISSION))
            except (FileProblem, UnusableFile) as problem:
                refused.append(Refused(path.name, None, problem.message))
                continue
            if found.refused or found.manifest is None:
                refused.append(Refused(path.name, found.manifest, found.refused))
            else:
                held = standings.setdefault(found.manifest.period, Standing(found.manifest.period))
                held.add(kept_of(register, found.manifest, str(path), path.name, on))
            step(done, len(files))
    earlier = [known for known in standings if known.end < period.start]
    before = standings[max(earlier, key=lambda known: known.end)] if earlier else None
    return Mail(standings.get(period, Standing(period)), before, refused)


class Source(Protocol):
    """What a roll-up must know beside what was handed in: a register, or a database that all share."""

    @property
    def units(self) -> Units: ...

    def forms(self) -> list[str]:
        """The TOML of the forms beside the shipped ones."""
        ...

    def unit_of(self, manifest: Manifest) -> Unit | None:
        """The unit that a file is of."""
        ...


def roll_up(register: Source, mail: Mail, wanted: Wanted) -> Rollup:
    """The roll-up asked for. Raises NothingReceived, FormUnclear, NoSuchUnit, NoSuchPlace, NotAdditive."""
    if wanted.deadline is not None:
        mail.now.deadline = wanted.deadline
    key = _form_key(mail.now, wanted.form)
    form = _form(register, mail.now, key)
    known = measures(form)
    top = _top(register, wanted.unit)
    return Rollup(
        form,
        mail.now.period,
        top.name if top else "",
        tuple(_Lines(register, mail, key).below(top)),
        len(register.units) > 0,
        mail.now.deadline,
        weights_named(known, wanted.weights),
        wanted.order,
        measure_named(known, wanted.by).place,
    )


def who_is_in(register: Source, mail: Mail, wanted: Wanted) -> list[Line]:
    """The list of who is in and who is not; of a period of which nothing came, who is missing.

    Raises FormUnclear, NoSuchUnit.
    """
    if wanted.deadline is not None:
        mail.now.deadline = wanted.deadline
    key = _form_key(mail.now, wanted.form) if mail.now.latest else wanted.form
    top = _top(register, wanted.unit)
    return list(_Lines(register, mail, key).below(top))


def _form_key(now: Standing, typed: str) -> str:
    keys = sorted({kept.manifest.form.key for kept in now.latest.values()})
    if not keys:
        raise NothingReceived(f"Chưa có bản nộp nào dùng được của {now.period.title}. Hãy tiếp nhận bản nộp trước.")
    if typed and typed not in keys:
        meant = did_you_mean(typed, keys)
        raise FormUnclear(f"Không có bản nộp nào theo biểu mẫu {quoted(typed)}.{meant} Đã nhận: {', '.join(keys)}.")
    if not typed and len(keys) > 1:
        raise FormUnclear(f"Bản nộp theo nhiều biểu mẫu, không cộng chung được: {', '.join(keys)}. Hãy chọn một.")
    return typed or keys[0]


def _form(register: Source, now: Standing, key: str) -> Form:
    """The newest version there is among what was received."""
    names = {kept.manifest.form for kept in now.latest.values() if kept.manifest.form.key == key}
    name = max(names, key=lambda name: name.version)
    found = form_named(register, name)
    if found is None:
        raise FileProblem(
            f"Biểu mẫu {quoted(key)} phiên bản {name.version} không còn ở thư mục tiếp nhận. Hãy thêm lại biểu mẫu ấy."
        )
    return found


def _top(register: Source, typed: str) -> Unit | None:
    """The unit asked for; without one, the only province of the list, if there is one."""
    if typed:
        if not len(register.units):
            raise NoSuchUnit("Chưa có danh mục đơn vị. Hãy nhập danh mục trước.")
        return register.units.named(typed)
    provinces = [unit for unit in register.units.by_code.values() if unit.kind is UnitKind.PROVINCE]
    return provinces[0] if len(provinces) == 1 else None


class _Lines:
    """The list of who is in and who is not."""

    def __init__(self, register: Source, mail: Mail, form: str) -> None:
        self._register, self._mail = register, mail
        self._now = {kept.source: kept for (_, key), kept in mail.now.latest.items() if key == form}
        before = mail.before.latest if mail.before else {}
        self._before = {kept.source: kept for (_, key), kept in before.items() if key == form}
        self._by_place = {_place(kept): kept for kept in self._before.values()}

    def below(self, top: Unit | None) -> Iterator[Line]:
        """Who is in and who is not, below a unit or at all."""
        return self.listed(top) if len(self._register.units) else self.unlisted()

    def listed(self, top: Unit | None) -> Iterator[Line]:
        """A line a commune below `top`, or of the whole list; then who belongs to none."""
        refused = self._refused()
        for unit in self._register.units.communes(top.code if top else ""):
            kept = self._now.get(unit.code)
            if kept is not None:
                yield self._line(unit.code, unit.name, kept)
            elif unit.code in refused:
                yield Line(unit.code, unit.name, State.REFUSED, reason=refused[unit.code])
            else:
                yield Line(unit.code, unit.name, State.MISSING, reason=self._mail.remarks.get(unit.code, ""))
        unknown = (kept for kept in self._now.values() if kept.unit is None)
        for kept in sorted(unknown, key=_by_name):
            found = self._line(kept.manifest.centre.code, kept.title, kept)
            yield found._replace(state=State.UNKNOWN, commune=None)
        yield from self._unreadable()

    def unlisted(self) -> Iterator[Line]:
        """A line for each that is in; then for those that were in the year before and are not, and what was refused."""
        here = sorted(self._now.values(), key=_by_name)
        yield from (self._line(kept.manifest.centre.code, kept.title, kept) for kept in here)
        places = {_place(kept) for kept in here}
        gone = [kept for kept in self._before.values() if _place(kept) not in places]
        for kept in sorted(gone, key=_by_name):
            yield Line(kept.manifest.centre.code, kept.title, State.MISSING, reason="năm trước có nộp")
        for each in self._mail.refused:
            found = each.manifest
            if found is not None and found.period == self._mail.now.period:
                place = (found.centre.code, found.commune or found.centre.name)
                if place not in places:
                    yield Line(*place, State.REFUSED, reason=each.reason)
        yield from self._unreadable()

    def _unreadable(self) -> Iterator[Line]:
        """The files that do not even say whose they are."""
        return (
            Line("", each.name, State.REFUSED, reason=each.reason) for each in self._mail.refused if not each.manifest
        )

    def _line(self, code: str, name: str, kept: Kept) -> Line:
        answer = self._mail.now.answer(kept)
        state = State.IN
        if answer is not None:
            state = State.APPROVED if answer.kind is EventKind.APPROVED else State.RETURNED
        before = self._before.get(kept.source) or self._by_place.get(_place(kept))
        commune = Commune(code, name, kept.manifest.sums, before.manifest.sums if before else None)
        return Line(
            code,
            name,
            state,
            kept.manifest.version,
            kept.on,
            self._mail.now.is_late(kept),
            answer.reason if answer else self._mail.remarks.get(kept.source, ""),
            kept.digest,
            commune if state.counts else None,
        )

    def _refused(self) -> dict[str, str]:
        """Why a commune's file was not taken, where the file says whose it is; what came last counts."""
        found: dict[str, str] = {}
        for each in self._mail.refused:
            if each.manifest is not None and each.manifest.period == self._mail.now.period:
                unit = self._register.unit_of(each.manifest)
                if unit is not None:
                    found[unit.code] = each.reason
        return found


def _place(kept: Kept) -> tuple[str, str]:
    """Who it is of, the year before too, where no unit tells it."""
    return kept.manifest.centre.code, kept.title


def _by_name(kept: Kept) -> tuple[tuple[str, ...], str]:
    return collation_key(kept.title), kept.manifest.centre.code
