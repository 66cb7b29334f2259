"""Read an untrusted file in a child process with limits; .doc and .odt are converted by LibreOffice first."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory, TemporaryFile
from time import monotonic
from typing import IO, TYPE_CHECKING, Any, Final

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.forms.model import Form
    from tthtcd_tui.imports.found import FoundFile
    from tthtcd_tui.report.document_look import DocumentLook
    from tthtcd_tui.report.facts import Facts

_SECONDS: Final = 60
_STEP: Final = 0.5
_OFFICES: Final = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_TOO_MUCH: Final = (
    "Tệp quá lớn hoặc quá phức tạp, đọc chưa xong đã quá giới hạn nên không nhận."
    " Hãy chép phần cần nhập sang một tệp mới rồi nhập tệp đó."
)
_NO_PYTHON: Final = (
    "Chưa nhập tệp được vì máy này vừa được nâng cấp. Hãy thoát ra, mở lại chương trình rồi nhập lại tệp ấy."
)


class Looked(NamedTuple):
    """A file that has passed the first look and may be given to a reader."""

    data: bytes
    is_own: bool = False
    """Whether it is a DOCX of ours that carries data."""


Waiting = Callable[[int], None]
"""Called twice a second with the seconds for which the file has been read."""


def look_through(data: bytes, name: str, waiting: Waiting | None = None) -> Looked:
    """Take the first look at a file, in the child: magic bytes, sizes, directory.

    A .doc or .odt comes back as the DOCX that LibreOffice made of it. Raises UnusableFile.
    """
    answer = _ask({"ask": "kind", "name": name}, data, waiting)
    if answer["source"] == "OFFICE":
        return Looked(as_docx(data, name, waiting))
    return Looked(data, answer["is_own"])


class OwnWord(NamedTuple):
    """The report that a DOCX of ours carries, and the edits made in it since."""

    is_whole: bool
    """Whether it carried the whole year with its log."""
    uid: str
    """Of the year it was made of."""
    report: dict[str, Any]
    """Untrusted: to be decoded by the codec."""
    edited: FoundFile


def read_own_word(data: bytes, name: str, waiting: Waiting | None = None) -> OwnWord | None:
    """Read a DOCX of ours; None where the data it carried are damaged. Raises UnusableFile."""
    from tthtcd_tui.imports.found import FileKind, Found, FoundActivities, FoundFile, Unplaced

    own = _ask({"ask": "own", "name": name}, data, waiting)["own"]
    if own is None:
        return None
    found = tuple(Found(*each) for each in own["found"])
    unplaced = tuple(Unplaced(*each) for each in own["unplaced"])
    edited = FoundFile(FileKind.REPORT, found, FoundActivities(), unplaced, tuple(own["notes"]))
    return OwnWord(own["carry"] == "all", own["year"], own["report"], edited)


def read_look(data: bytes, name: str, waiting: Waiting | None = None) -> DocumentLook:
    """Read the look of a Word file that is to be a template. Raises UnusableFile."""
    from tthtcd_tui.report.document_look import from_tree

    tree = _ask({"ask": "look", "name": name}, data, waiting)["look"]
    return from_tree(tree)


def read_in_child(form: Form, facts: Facts, data: bytes, name: str, waiting: Waiting | None = None) -> FoundFile:
    """Read a file that has passed the first look, by `form` with the nouns of the year. Raises UnusableFile."""
    from tthtcd_tui.imports.found import from_tree  # what is refused by its looks needs none of it
    from tthtcd_tui.report.place import PlaceKind

    if data.startswith(b"PK") and PurePath(name).suffix.lower() in (".doc", ".odt"):
        name = f"{PurePath(name).stem}.docx"
    period = facts.period
    template = form.template or form
    answer = _ask(
        {
            "ask": "read",
            "name": name,
            "form": template.text,
            "digest": template.digest,
            "chosen": {noun.figure: facts.text_at(PlaceKind.FIGURE, noun.figure) for noun in form.nouns},
            "period": [period.kind.value, period.start.isoformat(), period.end.isoformat(), period.label],
        },
        data,
        waiting,
    )
    return from_tree(answer["found"])


def _ask(asked: dict[str, Any], data: bytes, waiting: Waiting | None) -> dict[str, Any]:
    """Ask the child; its answer as JSON. Raises UnusableFile where it refuses the file or runs out of time."""
    told = json.dumps(asked, ensure_ascii=False).encode() + b"\n" + data
    try:
        out = _run([sys.executable, "-P", "-m", "tthtcd_tui.imports.child"], told, waiting)
    except FileNotFoundError:
        raise UnusableFile(_NO_PYTHON) from None
    try:
        answer: dict[str, Any] = json.loads(out)
    except ValueError:
        raise UnusableFile(_TOO_MUCH) from None
    if "refused" in answer:
        raise UnusableFile(answer["refused"] or _TOO_MUCH)
    return answer


def _run(command: list[str], told: bytes, waiting: Waiting | None = None, **settings: Any) -> bytes:
    """Run `command`; it is killed with its children when its time is over. Returns its output. Raises UnusableFile.

    Its input is an unnamed file: through a pipe, a large one goes in small pieces, each of which waits for its turn on
    a busy machine.
    """
    with _unnamed() as given:
        given.write(told)
        given.seek(0)
        process = subprocess.Popen(
            command,
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            **settings,
        )
    try:
        return _output(process, waiting)
    finally:
        if process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


def _unnamed() -> IO[bytes]:
    """An unnamed file, in memory where the system has such files, so that it takes no space on a disk."""
    if sys.platform == "linux":
        with suppress(OSError):
            return os.fdopen(os.memfd_create("tthtcd"), "w+b")
    return TemporaryFile()


def _output(process: subprocess.Popen[bytes], waiting: Waiting | None) -> bytes:
    """What it answers, asked for every half a second. Raises UnusableFile when its time is over."""
    start = monotonic()
    while True:
        try:
            return process.communicate(timeout=_STEP)[0]
        except subprocess.TimeoutExpired:
            seconds = monotonic() - start
            if seconds > _SECONDS:
                raise UnusableFile(_TOO_MUCH) from None
            if waiting is not None:
                waiting(round(seconds))


def office() -> str | None:
    """The path of LibreOffice's command; None where it is not installed."""
    return next(filter(None, map(shutil.which, _OFFICES)), None)


def as_docx(data: bytes, name: str, waiting: Waiting | None = None) -> bytes:
    """Convert a .doc or .odt to DOCX by LibreOffice. Raises UnusableFile."""
    otherwise = "Hãy mở tệp bằng Word rồi lưu thành .docx."
    return converted(data, PurePath(name).suffix.lower() or ".doc", "docx", otherwise, waiting)


def converted(data: bytes, suffix: str, wanted: str, otherwise: str, waiting: Waiting | None = None) -> bytes:
    """Convert `data` by LibreOffice, in a scratch folder with a scratch profile. Raises UnusableFile."""
    program = office()
    if program is None:
        raise UnusableFile(f"Máy này không có LibreOffice để đổi tệp. {otherwise}")
    with TemporaryDirectory(prefix="tthtcd-") as folder:
        given = Path(folder) / f"tep{suffix}"
        given.write_bytes(data)
        flags = [f"--{flag}" for flag in ("headless", "norestore", "convert-to")]
        profile = f"-env:UserInstallation={(Path(folder) / 'ho-so').as_uri()}"
        _run([program, profile, *flags, wanted, given.name], b"", waiting, cwd=folder)
        made = given.with_suffix(f".{wanted}")
        if not made.is_file():
            raise UnusableFile(f"LibreOffice không đổi được tệp này. {otherwise}")
        return made.read_bytes()
