"""Receive what centres have mailed: each file read by itself, and kept or refused with its reason."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.files.many import ManyWhole
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.imports.submission import Read
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.register.journal import written
from tthtcd_tui.register.register import LARGEST_SUBMISSION, Register, now
from tthtcd_tui.register.standing import EventKind, Kept, kept_of
from tthtcd_tui.report.submitted import Manifest, head_tree, manifest_from, sums_json
from tthtcd_tui.tasks.upward.read_in_child import SubmissionReader, Told
from tthtcd_tui.text.periods import Period

ENDING: Final = ".zip"
_AT_ONCE: Final = 100
"""Files after which what was read is on the disk."""
_MOST_BYTES: Final = 8 << 20
"""Of files that wait for it; a single one may be larger."""


class Outcome(StrEnum):
    """What became of a file; the value is told by `--json`."""

    NEW = "new"
    NEWER = "newer"
    OLDER = "older"
    WHOLE = "whole"
    """All the data of a version of which less was here: what was here is proved by it."""
    SAME = "same"
    REFUSED = "refused"

    @property
    def words(self) -> str:
        return _WORDS[self]


_OTHER_YEAR: Final = "đến từ tệp dữ liệu khác với bản đã nhận"
_OTHER_DATA: Final = "cùng số bản chốt với bản đã nhận mà mã kiểm tra hoặc số liệu khác: hãy hỏi lại trung tâm"
_LESS: Final = "chỉ có những gì đã in; bản có dữ liệu cả năm đã nhận trước đó"
_WORDS: Final = {
    Outcome.NEW: "mới nhận",
    Outcome.NEWER: "bản mới hơn, thay bản trước",
    Outcome.OLDER: "bản cũ, giữ bên cạnh",
    Outcome.WHOLE: "dữ liệu cả năm của bản đã nhận, khớp mã kiểm tra",
    Outcome.SAME: "đã nhận trước đó",
    Outcome.REFUSED: "không nhận",
}


class Received(NamedTuple):
    """One file, and what became of it."""

    name: str
    outcome: Outcome
    manifest: Manifest | None = None
    unit: str = ""
    """Name of the unit it belongs to; nothing where it was not recognised."""
    reason: str = ""
    note: str = ""
    is_late: bool = False

    def tree(self) -> dict[str, Any]:
        found = self.manifest
        return {
            "file": self.name,
            "outcome": self.outcome.value,
            "centre": found.centre.code if found else None,
            "commune": found.commune if found else None,
            "period": found.period.label if found else None,
            "version": found.version if found else None,
            "carry": found.carry.value if found else None,
            "unit": self.unit or None,
            "late": self.is_late,
            "reason": self.reason or None,
            "note": self.note or None,
        }


def found_files(given: Iterable[Path]) -> tuple[list[Path], int]:
    """The files to be received, those in folders by name and without following links; how many were passed over."""
    files: list[Path] = []
    passed = 0
    for path in given:
        if not path.is_dir():
            files.append(path)
            continue
        for folder, below, names in os.walk(path):
            below.sort()
            wanted = [Path(folder) / name for name in sorted(names) if name.lower().endswith(ENDING)]
            files += wanted
            passed += len(names) - len(wanted)
    return files, passed


def receive(
    register: Register,
    files: Iterable[Path],
    user: str,
    on: date,
    step: Callable[[int], None] = lambda _: None,
) -> Iterator[Received]:
    """Receive `files`, which came on that day, one after the other; `step` is told how many were.

    What was told is on the disk. Raises FileProblem where the register cannot be written to.
    """
    with register.locked(), register.keeping() as files_kept, SubmissionReader(register.forms()) as reader:
        desk = _Desk(register, files_kept, user, on)
        for done, path in enumerate(files, 1):
            desk.take(path, reader)
            if desk.is_full:
                yield from desk.keep()
            step(done)
        yield from desk.keep()


class _Came(NamedTuple):
    """A file that was read, and what is said of it."""

    name: str
    data: bytes
    told: Told


class _Desk:
    """What stands in the register, and what is to be added to it: files wait here until there are many.

    Kept one by one, each would find in the processor what the process that reads has left there; a hundred kept one
    after the other take a third less.
    """

    def __init__(self, register: Register, files: ManyWhole, user: str, on: date) -> None:
        self._register, self._files, self._user, self._on = register, files, user, on
        self._came: list[_Came | Received] = []
        self._size = 0
        self._known: dict[Period, _Known] = {}
        self._refused = {str(event["sha256"]): str(event["reason"]) for event in register.refused()}
        self._lines: dict[Period, list[str]] = {}
        self._refusals: list[dict[str, Any]] = []

    def take(self, path: Path, reader: SubmissionReader) -> None:
        """Have the file read; it waits for `keep`."""
        try:
            data = read_bounded(path, LARGEST_SUBMISSION)
        except FileProblem as problem:
            self._came.append(Received(path.name, Outcome.REFUSED, reason=problem.message))
            return
        self._came.append(_Came(path.name, data, reader.ask(data)))
        self._size += len(data)

    @property
    def is_full(self) -> bool:
        return len(self._came) >= _AT_ONCE or self._size >= _MOST_BYTES

    def keep(self) -> list[Received]:
        """What became of the files that waited, in the order they came; what is told is on the disk."""
        received = [each if isinstance(each, Received) else self._decide(each) for each in self._came]
        self._write()
        self._came, self._size = [], 0
        return received

    def _decide(self, came: _Came) -> Received:
        digest, read = sha256(came.data).hexdigest(), came.told.read()
        if read.refused or read.manifest is None:
            return self._refuse(came.name, digest, read)
        return self._keep(came.name, digest, came.data, read.manifest)

    def _refuse(self, name: str, digest: str, read: Read) -> Received:
        found = read.manifest
        if self._refused.get(digest) != read.refused:
            self._refused[digest] = read.refused
            head = head_tree(found) if found else None
            told = {"sha256": digest, "name": name, "on": self._on.isoformat(), "at": now(), "by": self._user}
            self._refusals.append({**told, "reason": read.refused, "manifest": head})
        return Received(name, Outcome.REFUSED, found, reason=read.refused)

    def _keep(self, name: str, digest: str, data: bytes, manifest: Manifest) -> Received:
        kept = kept_of(self._register, manifest, digest, name, self._on)
        known = self._of(manifest.period)
        sums = sums_json(manifest.sums)
        outcome, note = known.take(kept, _digest(sums))
        if outcome is not Outcome.SAME:
            self._register.keep(self._files, digest, data)
            self._lines.setdefault(manifest.period, []).append(self._line(kept, sums))
        is_late = outcome is not Outcome.SAME and known.deadline is not None and self._on > known.deadline
        return Received(name, outcome, manifest, kept.unit.name if kept.unit else "", note=note, is_late=is_late)

    def _line(self, kept: Kept, sums: str) -> str:
        """What the journal tells of it; of the sums the text is given that was hashed."""
        told = {
            "event": EventKind.RECEIVED.value,
            "sha256": kept.digest,
            "name": kept.name,
            "on": self._on.isoformat(),
            "at": now(),
            "by": self._user,
            "manifest": head_tree(kept.manifest),
        }
        return f'{written(told).removesuffix("}}")},"sums":{sums}}}}}'

    def _of(self, period: Period) -> _Known:
        if period not in self._known:
            self._known[period] = _Known.of(self._register, period)
        return self._known[period]

    def _write(self) -> None:
        """The files first: a journal tells of none that is not there."""
        self._files.give_names()
        for period, lines in self._lines.items():
            self._register.add_lines(period, lines)
        self._register.add_refused(self._refusals)
        self._lines, self._refusals = {}, []


class _Stood(NamedTuple):
    """What must be known of the newest of a centre to tell what another is beside it."""

    rank: tuple[str, int, bool]
    version: tuple[str, ...]
    year: str


class _Known:
    """What must be known of a period to receive more of it: few words of each file, so that memory stays small."""

    def __init__(self) -> None:
        self.deadline: date | None = None
        self._contents: set[bytes] = set()
        """Of each file the hash of what makes it that and no other."""
        self._latest: dict[tuple[str, str], _Stood] = {}
        self._said: dict[tuple[str, ...], tuple[str, str]] = {}
        """Of each version the hash of the data as they were kept, and of the sums."""

    @classmethod
    def of(cls, register: Register, period: Period) -> _Known:
        known = cls()
        for event in register.events(period):
            if event["event"] == EventKind.DEADLINE:
                known.deadline = date.fromisoformat(event["day"])
            elif event["event"] == EventKind.RECEIVED:
                manifest = manifest_from({**event["manifest"], "sums": {}})
                kept = kept_of(register, manifest, event["sha256"], event["name"], date.fromisoformat(event["on"]))
                known.take(kept, _digest(written(dict(sorted(event["manifest"]["sums"].items())))))
        return known

    def take(self, kept: Kept, sums: str) -> tuple[Outcome, str]:
        """What a file is beside what is known; and what must be said of it. Of its sums the hash is given."""
        content = sha256("\0".join(kept.content).encode()).digest()
        if content in self._contents:  # packed anew on its way, perhaps
            return Outcome.SAME, ""
        self._contents.add(content)
        said = kept.manifest.kept, sums
        differs = self._said.setdefault(kept.version, said) != said
        stood = self._latest.get(kept.key)
        if stood is None or kept.rank >= stood.rank:
            self._latest[kept.key] = _Stood(kept.rank, kept.version, kept.manifest.year)
        if stood is None:
            return Outcome.NEW, ""
        outcome = Outcome.OLDER if kept.rank < stood.rank else Outcome.NEWER
        if differs:
            return outcome, _OTHER_DATA
        if kept.version == stood.version and outcome is Outcome.OLDER:
            return outcome, _LESS
        if kept.version == stood.version and kept.rank > stood.rank:
            return Outcome.WHOLE, ""
        return outcome, "" if stood.year == kept.manifest.year else _OTHER_YEAR


def _digest(sums: str) -> str:
    """Of the sums as a journal tells them, in the order of their places: the same sums the same hash."""
    return sha256(sums.encode()).hexdigest()
