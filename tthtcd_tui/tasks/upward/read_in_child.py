"""Many submissions read in one process of their own, started again after a file that has ended it."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final, Self

from tthtcd_tui.errors import CodecProblem, UnusableFile
from tthtcd_tui.imports.submission import Read
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.submitted import LARGEST_MANIFEST, decode_manifest
from tthtcd_tui.tasks.patience import STEP, Patience, Stopped, TooLong

_TOO_MUCH: Final = "Tệp quá lớn hoặc quá phức tạp, đọc chưa xong đã quá giới hạn nên không nhận."
_STOPPED: Final = (
    "Phần đọc tệp dừng giữa chừng, không làm gì nữa, nên không nhận tệp này. Hãy nhận lại; nếu vẫn dừng, đề nghị trung"
    " tâm làm lại bản nộp."
)
_NO_PYTHON: Final = "Chưa đọc được bản nộp vì máy này vừa được nâng cấp. Hãy chạy lại lệnh."
_LARGEST_REASON: Final = 1 << 20
"""Bytes of the line in which it stands."""
_PIECE: Final = 1 << 16
"""Bytes that a pipe takes at once."""


class Told(NamedTuple):
    """What the process answered of one file."""

    refused: str | None
    """Why it is refused; None where it is not, and empty where there are no words for it."""
    manifest: bytes = b""
    """As it stands in the file, believed by nobody yet; empty where the file has none."""

    def read(self) -> Read:
        """The manifest decoded here too: a file that took the process over could answer anything, and a journal keeps
        what is believed. That is 0.05 ms a file; its numbers are not added up again.
        """
        try:
            manifest = decode_manifest(self.manifest) if self.manifest else None
        except CodecProblem:
            return Read(None, _TOO_MUCH)
        if self.refused is not None or manifest is None:
            return Read(manifest, self.refused or _TOO_MUCH)
        return Read(manifest)


class SubmissionReader:
    """Reads files that were mailed. A context: what was started ends with it."""

    def __init__(self, forms: Sequence[str] = ()) -> None:
        """`forms` are the TOML of those known beside the shipped ones."""
        self._forms = forms
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, data: bytes) -> Read:
        """What a file says, or why it is refused. Raises as `ask`."""
        return self.ask(data).read()

    def ask(self, data: bytes) -> Told:
        """What the process says of a file. Raises UnusableFile where no file can be read at all."""
        process = self._process or self._start()
        refused = _TOO_MUCH
        try:
            exchange = _Exchange(process)
            exchange.give(b"%d\n" % len(data) + data)
            return exchange.answer()
        except Stopped:
            refused = _STOPPED
        except (TooLong, BrokenPipeError, ValueError):
            pass
        self._end()
        return Told(refused)

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-m", "tthtcd_tui.imports.submission_child"]
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, start_new_session=True
            )
        except FileNotFoundError:
            raise UnusableFile(_NO_PYTHON) from None
        with suppress(BrokenPipeError):
            _Exchange(self._process).give(json.dumps(list(self._forms), ensure_ascii=False).encode() + b"\n")
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(BrokenPipeError):
            assert process.stdin is not None
            process.stdin.close()
        try:
            process.wait(1)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        assert process.stdout is not None
        process.stdout.close()


class _Exchange:
    """One file given to the process, and what it answers; neither waits without an end, wherever the process stops."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._given, self._taken = process.stdin.fileno(), process.stdout.fileno()
        os.set_blocking(self._given, False)
        self._patience = Patience(process.pid)
        self._came = b""

    def give(self, data: bytes) -> None:
        """Raises BrokenPipeError where the process has ended, TooLong, Stopped."""
        left = memoryview(data)
        while left:
            try:
                left = left[os.write(self._given, left[:_PIECE]) :]
                self._patience.moved()
            except BlockingIOError:
                if not select.select([], [self._given], [], STEP)[1]:
                    self._patience.look()

    def answer(self) -> Told:
        """Raises ValueError for what is no answer, TooLong, Stopped."""
        while b"\n" not in self._came:
            self._receive(_LARGEST_REASON)
        line, _, self._came = self._came.partition(b"\n")
        match json.loads(line):
            case {"refused": str() | None as refused, "size": int(size)} if 0 <= size <= LARGEST_MANIFEST:
                while len(self._came) < size:
                    self._receive(size)
                if len(self._came) == size:
                    return Told(refused, self._came)
        raise ValueError

    def _receive(self, most: int) -> None:
        """More of it, as long as it is shorter than `most`."""
        while not select.select([self._taken], [], [], STEP)[0]:
            self._patience.look()
        self._patience.moved()
        piece = os.read(self._taken, _PIECE)
        if not piece or len(self._came) >= most:
            raise ValueError
        self._came += piece
