"""The state of a period in the register: each sender's newest submission, the answers, the deadline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.register.register import Register, sender_of
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.submitted import Manifest, manifest_from
from tthtcd_tui.report.units import Unit
from tthtcd_tui.text.periods import Period


class EventKind(StrEnum):
    """The kinds of journal entries; the value is as stored."""

    RECEIVED = "received"
    RETURNED = "returned"
    APPROVED = "approved"
    DEADLINE = "deadline"


class Answer(NamedTuple):
    """What was answered to a submission."""

    kind: EventKind
    reason: str
    at: str
    by: str


class Kept(NamedTuple):
    """A submission that was received."""

    digest: str
    """SHA-256 of the file."""
    name: str
    """Of the file, as it came."""
    on: date | None
    """The day it came; None where nobody knows, of a file in a folder."""
    manifest: Manifest
    source: str
    """What it counts as: a unit, or a centre that belongs to none."""
    unit: Unit | None

    @property
    def key(self) -> tuple[str, str]:
        """Of submissions with equal keys the newest counts."""
        return self.source, self.manifest.form.key

    @property
    def content(self) -> tuple[str, ...]:
        """What it holds: of two that agree here one is enough."""
        found = self.manifest
        return found.year, str(found.version), found.finalised, *found.files.values()

    @property
    def version(self) -> tuple[str, ...]:
        """Which version of which year it is of, by whomever sent: with all of the data or less, and packed however."""
        found = self.manifest
        return self.source, found.year, str(found.version), found.finalised

    @property
    def rank(self) -> tuple[str, int, bool]:
        """Sort key: the newer one ranks higher; of the same version, the one with whole data."""
        return self.manifest.finalised, self.manifest.version, self.manifest.carry is Carry.ALL

    @property
    def title(self) -> str:
        return self.unit.name if self.unit else self.manifest.commune or self.manifest.centre.name


@dataclass
class Standing:
    """A period as it stands."""

    period: Period
    deadline: date | None = None
    kept: dict[str, Kept] = field(default_factory=dict)
    """Every submission, by SHA-256."""
    latest: dict[tuple[str, str], Kept] = field(default_factory=dict)
    """The newest of each source and form."""
    answers: dict[tuple[str, ...], Answer] = field(default_factory=dict)
    """What was said last, by the version that it was said of: whole data of it that come later are no news."""

    def add(self, kept: Kept) -> None:
        self.kept[kept.digest] = kept
        stood = self.latest.get(kept.key)
        if stood is None or kept.rank >= stood.rank:
            self.latest[kept.key] = kept

    def tell(self, digest: str, answer: Answer) -> None:
        """What is said of a submission from now on."""
        kept = self.kept.get(digest)
        if kept is not None:
            self.answers[*kept.version, kept.manifest.kept] = answer

    def answer(self, kept: Kept) -> Answer | None:
        return self.answers.get((*kept.version, kept.manifest.kept))

    def is_late(self, kept: Kept) -> bool:
        return self.deadline is not None and kept.on is not None and kept.on > self.deadline

    def unknown(self) -> Iterator[Kept]:
        """The newest of each centre that belongs to no unit."""
        return (kept for kept in self.latest.values() if kept.unit is None)


def standing(register: Register, period: Period) -> Standing:
    """The period as its journal tells it. Raises FileProblem."""
    found = Standing(period)
    for event in register.events(period):
        _take(register, found, event)
    return found


def _take(register: Register, found: Standing, event: dict[str, Any]) -> None:
    match event["event"]:
        case EventKind.RECEIVED:
            manifest = manifest_from(event["manifest"])
            found.add(kept_of(register, manifest, event["sha256"], event["name"], date.fromisoformat(event["on"])))
        case EventKind.DEADLINE:
            found.deadline = date.fromisoformat(event["day"])
        case EventKind.RETURNED | EventKind.APPROVED as kind:
            answer = Answer(EventKind(kind), event.get("reason", ""), event["at"], event["by"])
            found.tell(event["sha256"], answer)
        case _:
            raise FileProblem(
                "Sổ tiếp nhận do phiên bản mới hơn của chương trình ghi. Hãy nâng cấp chương trình rồi mở lại."
            )


def kept_of(register: Register, manifest: Manifest, digest: str, name: str, on: date | None) -> Kept:
    unit = register.unit_of(manifest)
    source = unit.code if unit else "/".join(sender_of(manifest))
    return Kept(digest, name, on, manifest, source, unit)
