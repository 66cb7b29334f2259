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
from tthtcd_tui.report.submitted import LARGEST_MANIFEST, decode_manifest

_SECONDS: Final = 60
_TOO_MUCH: Final = "Tệp quá lớn hoặc quá phức tạp, đọc chưa xong đã quá giới hạn nên không nhận."
_NO_PYTHON: Final = "Chưa đọc được bản nộp vì máy này vừa được nâng cấp. Hãy chạy lại lệnh."
_LARGEST_REASON: Final = 1 << 20
"""Bytes of the line in which it stands."""


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
        """What a file says, or why it is refused. Raises UnusableFile where no file can be read at all."""
        process = self._process or self._start()
        assert process.stdin is not None
        try:
            process.stdin.write(b"%d\n" % len(data) + data)
            process.stdin.flush()
            answer = self._answer(process)
        except (BrokenPipeError, ValueError):
            answer = None
        if answer is None:
            self._end()
            return Read(None, _TOO_MUCH)
        return _read(*answer)

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-m", "tthtcd_tui.imports.submission_child"]
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, start_new_session=True
            )
        except FileNotFoundError:
            raise UnusableFile(_NO_PYTHON) from None
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(list(self._forms), ensure_ascii=False).encode() + b"\n")
            self._process.stdin.flush()
        return self._process

    @staticmethod
    def _answer(process: subprocess.Popen[bytes]) -> tuple[str | None, bytes] | None:
        """Why a file is refused, if it is, and its manifest; None where the process has ended, or not answered in time.

        Raises ValueError for what is no answer.
        """
        assert process.stdout is not None
        if not select.select([process.stdout], [], [], _SECONDS)[0]:
            return None
        line = process.stdout.readline(_LARGEST_REASON)
        if not line.endswith(b"\n"):
            return None
        match json.loads(line):
            case {"refused": str() | None as refused, "size": int(size)} if 0 <= size <= LARGEST_MANIFEST:
                manifest = process.stdout.read(size)
                return (refused, manifest) if len(manifest) == size else None
        raise ValueError

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


def _read(refused: str | None, told: bytes) -> Read:
    try:
        manifest = decode_manifest(told) if told else None
    except CodecProblem:
        return Read(None, _TOO_MUCH)
    if refused is not None or manifest is None:
        return Read(manifest, refused or _TOO_MUCH)
    return Read(manifest)
