"""The register of a superior: a folder with a journal a period, and every submission as it came.

    tiep-nhan/
      ky/2020-09-01_2021-08-31.jsonl   what was received, returned, approved; deadlines
      tu-choi.jsonl                    what was refused, and why
      don-vi.json, gan.jsonl           the list of units; centres that were assigned to one by hand
      bieu-mau/…toml                   forms beside the shipped ones
      tep/ab/abcd….zip                 the files, by their SHA-256

A folder and no table: it holds what others sent and nothing that the program made up, a province needs no database of
centres for it, and what stands in a journal can be read with any editor. The journals are added to and never changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from tthtcd_tui.errors import Damaged, FileExists, FileProblem, NothingReceived
from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.files.lock import exclusive
from tthtcd_tui.files.many import ManyWhole
from tthtcd_tui.files.problem import problem, shown
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.register.journal import Event, add_lines, add_to_journal, read_journal
from tthtcd_tui.report.submitted import Manifest
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit, Units
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period

LARGEST_SUBMISSION: Final = 50 * 1024 * 1024
"""Bytes of a file that is received."""
_LARGEST_LIST: Final = 64 * 1024 * 1024
_UNITS: Final = "don-vi.json"
_ASSIGNED: Final = "gan.jsonl"
_REFUSED: Final = "tu-choi.jsonl"


class Register:
    """The folder, and what is read of it when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._units: Units | None = None
        self._assigned: dict[tuple[str, str, str], str] | None = None

    @property
    def is_there(self) -> bool:
        return self.folder.is_dir()

    def refuse_missing(self) -> None:
        """Raises NothingReceived where nothing was ever received."""
        if not self.is_there:
            raise NothingReceived(f"Chưa có thư mục tiếp nhận {shown(self.folder)}. Hãy tiếp nhận bản nộp trước.")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the register while something is added to it. Raises FileProblem."""
        for folder in (self.folder, self.folder / "ky", self.folder / "tep"):
            make_own_folder(folder)
        try:
            with exclusive(self.folder / ".khoa"):
                yield
        except OSError as error:
            raise problem("ghi", self.folder, error) from error

    # -- journals -----------------------------------------------------------------------------------------------------

    def periods(self) -> list[str]:
        """The names of the journals there are, the newest period first."""
        return sorted((path.stem for path in (self.folder / "ky").glob("*.jsonl")), reverse=True)

    def events(self, period: Period) -> Iterator[dict[str, Any]]:
        return read_journal(self._journal(period))

    def add(self, period: Period, events: Iterable[Event]) -> None:
        """Within `locked`."""
        add_to_journal(self._journal(period), events)

    def add_lines(self, period: Period, told: Iterable[str]) -> None:
        """As `add`, of events that are written."""
        add_lines(self._journal(period), told)

    def _journal(self, period: Period) -> Path:
        return self.folder / "ky" / f"{period.start.isoformat()}_{period.end.isoformat()}.jsonl"

    def refused(self) -> Iterator[dict[str, Any]]:
        return read_journal(self.folder / _REFUSED)

    def add_refused(self, events: Iterable[Event]) -> None:
        """Within `locked`."""
        add_to_journal(self.folder / _REFUSED, events)

    # -- files --------------------------------------------------------------------------------------------------------

    def keeping(self) -> ManyWhole:
        """Where files are written that are kept together. Within `locked`."""
        return ManyWhole(self.folder / "tep")

    def keep(self, files: ManyWhole, digest: str, data: bytes) -> None:
        """Keep a file under its SHA-256, once `files` are given their names; one that is there stays.

        Raises FileProblem.
        """
        with suppress(FileExists):
            files.add(self.path_of(digest), data)

    def path_of(self, digest: str) -> Path:
        return self.folder.joinpath("tep", digest[:2], f"{digest}.zip")

    def file(self, digest: str) -> bytes:
        """A kept file, proved to be what came. Raises FileProblem, Damaged."""
        data = read_bounded(self.path_of(digest), LARGEST_SUBMISSION)
        if sha256(data).hexdigest() != digest:
            raise Damaged
        return data

    # -- forms --------------------------------------------------------------------------------------------------------

    def forms(self) -> list[str]:
        """The TOML of the forms that were added."""
        paths = sorted((self.folder / "bieu-mau").glob("*.toml"))
        return [read_bounded(path, _LARGEST_LIST).decode() for path in paths]

    def add_form(self, digest: str, text: str) -> None:
        """Within `locked`."""
        make_own_folder(self.folder / "bieu-mau")
        write_whole(self.folder / "bieu-mau" / f"{digest}.toml", text.encode(), overwrite=True)

    # -- units --------------------------------------------------------------------------------------------------------

    @property
    def units(self) -> Units:
        if self._units is None:
            self._units = Units(self._read_units())
        return self._units

    def _read_units(self) -> Iterator[Unit]:
        path = self.folder / _UNITS
        if not path.exists():
            return
        try:
            for code, name, kind, parent in json.loads(read_bounded(path, _LARGEST_LIST)):
                yield Unit(code, name, UnitKind(kind), parent)
        except (ValueError, TypeError):
            raise FileProblem(f"Danh mục đơn vị {shown(path)} bị hỏng. Hãy nhập lại danh mục.") from None

    def set_units(self, units: Iterable[Unit]) -> None:
        """Within `locked`; the list as a whole."""
        data = json.dumps([[*unit[:2], unit.kind.value, unit.parent] for unit in units], ensure_ascii=False)
        write_whole(self.folder / _UNITS, f"{data}\n".encode(), overwrite=True)
        self._units = None

    def assign(self, manifest: Manifest, unit: Unit, user: str) -> None:
        """Say by hand which unit a centre is of. Within `locked`."""
        sender = sender_of(manifest)
        add_to_journal(self.folder / _ASSIGNED, [{"sender": sender, "unit": unit.code, "at": now(), "by": user}])
        self._assigned = None

    def unit_of(self, manifest: Manifest) -> Unit | None:
        """The unit a centre was assigned to, else the one its name or code tells."""
        by_code, assigned = self.units.by_code, self._assignments
        code, commune, year = sender_of(manifest)
        if unit := by_code.get(assigned.get((code, commune, year), "")):
            return unit
        once = {found for (known, place, _), found in assigned.items() if (known, place) == (code, commune)}
        if len(once) == 1 and (unit := by_code.get(once.pop())):
            return unit  # as in the years before
        return self.units.of_centre(manifest.centre.code, manifest.centre.name, manifest.commune)

    @property
    def _assignments(self) -> Mapping[tuple[str, str, str], str]:
        if self._assigned is None:
            lines = read_journal(self.folder / _ASSIGNED)
            self._assigned = {(*map(str, line["sender"]),): str(line["unit"]) for line in lines}  # type: ignore[misc]  # three
        return self._assigned


def sender_of(manifest: Manifest) -> tuple[str, str, str]:
    """Who sent it, as far as a file can tell: two centres may have one code, and two communes one name."""
    return manifest.centre.code, fold(manifest.commune or manifest.centre.name), manifest.year


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").removesuffix("+00:00") + "Z"
