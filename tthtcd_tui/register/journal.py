"""A journal: an append-only file of JSON lines.

An incomplete last line, left by a power cut, is ignored by readers and removed by the next writer.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.files.problem import problem, shown
from tthtcd_tui.files.whole import sync_folder

Event = Mapping[str, Any]
_WRITE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def read_journal(path: Path) -> Iterator[dict[str, Any]]:
    """The entries, oldest first; none where there is no such file. Raises FileProblem."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.endswith(b"\n"):
                    yield _event(path, number, line)
    except FileNotFoundError:
        return
    except OSError as error:
        raise problem("đọc", path, error) from error


def _event(path: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        event = json.loads(line)
    except ValueError:
        event = None
    if not isinstance(event, dict):
        raise FileProblem(
            f"Sổ {shown(path)} bị hỏng ở dòng {number}. Hãy lấy lại tệp ấy từ bản sao lưu của thư mục tiếp nhận."
        )
    return event


def add_to_journal(path: Path, events: Iterable[Event]) -> None:
    """Add `events`, on the disk when this returns; by one process at a time. Raises FileProblem."""
    lines = "".join(f"{_WRITE(event)}\n" for event in events).encode()
    if not lines:
        return
    try:
        is_new = not path.exists()
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        with os.fdopen(descriptor, "r+b") as file:
            file.truncate(_whole(file.seek(0, os.SEEK_END), descriptor))
            file.seek(0, os.SEEK_END)
            file.write(lines)
            file.flush()
            os.fsync(descriptor)
        if is_new:
            sync_folder(path)
    except OSError as error:
        raise problem("ghi", path, error) from error


def _whole(size: int, descriptor: int) -> int:
    """The length of the complete lines in the file, in bytes."""
    while size:
        start = max(size - 65_536, 0)
        end = os.pread(descriptor, size - start, start).rfind(b"\n")
        if end >= 0:
            return start + end + 1
        size = start
    return 0
