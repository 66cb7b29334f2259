"""The command that brings an exported file to the machine one sits at."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Self

from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.transfer.export_file import ExportFolder
from tthtcd_tui.tasks.transfer.export_report import Carry, ExportFormat, TableName

_USUAL_PORT: Final = "22"


_CARRY: Final[Mapping[Carry, list[str]]] = {
    Carry.PRINTED: [],
    Carry.ALL: ["--carry-all"],
    Carry.NOTHING: ["--plain"],
}


class Asked(NamedTuple):
    """What was exported."""

    format: ExportFormat
    is_draft: bool = False
    table: TableName | None = None
    carry: Carry = Carry.PRINTED
    version: int | None = None

    def options(self) -> str:
        """The same in the words of a command."""
        words = [] if self.format is ExportFormat.DOCX else [f"--format {self.format}"]
        words += [f"--table {self.table}"] if self.table else []
        words += _CARRY[self.carry] if self.format is ExportFormat.DOCX else []
        words += ["--draft"] if self.is_draft else []
        words += [f"--version {self.version}"] if self.version else []
        return "".join(f" {each}" for each in words)


class Which(NamedTuple):
    """A year, as a command names it."""

    year: Year
    is_one_of_many: bool = False
    """Whether whoever asks may read several centres: then the command has to say which."""

    @classmethod
    def of(cls, session: Session) -> Self:
        return cls(session.year, session.store.centres.totals()[0] > 1)

    def words(self) -> str:
        of = f" --centre {self.year.centre.code}" if self.is_one_of_many else ""
        return f"{shlex.quote(self.year.period.label)}{of}"


def fetching(folder: ExportFolder, path: Path, which: Which, asked: Asked, environ: Mapping[str, str]) -> str:
    """The command that brings the file to the machine one sits at; nothing where it is there already."""
    return _fetching(folder, path, f"export {which.words()}{asked.options()}", environ)


def fetching_short(folder: ExportFolder, path: Path, which: Which, environ: Mapping[str, str]) -> str:
    """The same for the short summary."""
    return _fetching(folder, path, f"summary {which.words()} --short", environ)


def fetching_submission(folder: ExportFolder, path: Path, which: Which, environ: Mapping[str, str]) -> str:
    """The same for the file that is mailed to those above."""
    return _fetching(folder, path, f"submit {which.words()}", environ)


def _fetching(folder: ExportFolder, path: Path, command: str, environ: Mapping[str, str]) -> str:
    """A copy of the file; from a server that serves no files, what `command` prints there."""
    host = _Host.of(environ)
    if host is None:
        return ""
    if not folder.is_served:
        at = "" if host.port == _USUAL_PORT else f"-P {host.port} "
        return f"scp {at}{host.bracketed}:{shlex.quote(str(path))} ."
    return f"ssh {host.told('-p')} {command} > {shlex.quote(path.name)}"


def fetching_rollup(folder: ExportFolder, period: str, environ: Mapping[str, str]) -> str:
    """The command that makes the report of the body above, as a file where one sits."""
    name, host = shlex.quote(f"tong-hop-{period}.docx"), _Host.of(environ)
    if folder.is_served and host is not None:
        return f"ssh {host.told('-p')} rollup {shlex.quote(period)} --format docx > {name}"
    return f"tthtcd rollup {shlex.quote(period)} -o {name}"


def telling_reminder(folder: ExportFolder, period: str, environ: Mapping[str, str]) -> str:
    """The command that prints what is written to those who have not handed in, where one sits."""
    host = _Host.of(environ)
    asked = f"due {shlex.quote(period)} --remind"
    return f"ssh {host.told('-p')} {asked}" if folder.is_served and host is not None else f"tthtcd {asked}"


def sending(name: str, environ: Mapping[str, str]) -> list[str]:
    """The commands that send the file `name` from the machine one sits at, for OpenSSH and for PuTTY's plink.

    Nothing where one sits at this very machine.
    """
    host = _Host.of(environ)
    if host is None:
        return []
    quoted = shlex.quote(name)
    return [f"{program} put {quoted} < {quoted}" for program in (f"ssh {host.told('-p')}", f"plink {host.told('-P')}")]


class _Host(NamedTuple):
    """The server, as whoever sits before it names it."""

    user: str
    address: str
    port: str

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> _Host | None:
        connection = environ.get("SSH_CONNECTION", "").split()
        if len(connection) != 4:
            return None
        return cls(f"{environ['USER']}@" if environ.get("USER") else "", *connection[2:])

    @property
    def bracketed(self) -> str:
        """With an address of colons in brackets: else the path would begin at the first one."""
        return self.user + (f"[{self.address}]" if ":" in self.address else self.address)

    def told(self, option: str) -> str:
        return ("" if self.port == _USUAL_PORT else f"{option} {self.port} ") + self.user + self.address
