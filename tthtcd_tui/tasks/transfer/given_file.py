"""Read a given file within limits, and tell whether it is one of ours, before anything else is imported for it."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.files.read import read_bounded

LARGEST_JSON: Final = 256 * 1024 * 1024
"""Bytes; 100,000 activities take about 20 MB."""
LARGEST_FILE: Final = 50 * 1024 * 1024
"""Bytes of a document or a spreadsheet."""
LARGEST_COPY: Final = 8 * 1024 * 1024
"""Bytes of a file copied in as evidence."""
_FIRST_NAME: Final = slice(30, 64)
"""Where the name of the first file of a zip stands, …"""
_README: Final = b"DOC-TRUOC.txt"
"""… and that name in a data package."""


def read_import(path: Path) -> tuple[bytes, str]:
    """The file's bytes and what to call it. Raises FileProblem."""
    return read_bounded(path, largest(path)), path.name


def largest(path: Path) -> int:
    """How many bytes a file of that name may have."""
    return LARGEST_JSON if path.suffix.lower() in (".json", ".zip") else LARGEST_FILE


def is_package(data: bytes, name: str) -> bool:
    """Whether a file is a zip that is no document, and so read as a data package of ours or refused as that."""
    return data.startswith(b"PK") and (name.lower().endswith(".zip") or data[_FIRST_NAME].startswith(_README))


def is_ours(data: bytes, name: str) -> bool:
    """Whether a file is JSON or a data package: it is then read as ours, or refused as that."""
    return (
        name.lower().endswith(".json")
        or is_package(data, name)
        or (data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and not data.startswith(b"{\\rtf"))
    )


def read_stream(stream: BinaryIO) -> bytes:
    """All that comes from `stream`, of which nobody knows how much there will be. Raises TaskProblem."""
    data = stream.read(LARGEST_JSON + 1)
    if len(data) > LARGEST_JSON:
        raise TaskProblem(f"Đầu vào lớn hơn {LARGEST_JSON // (1024 * 1024)} MB. Hãy chia bớt nhật ký hoạt động.")
    return data
