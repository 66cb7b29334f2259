"""Read a given file within limits, and tell whether it is one of ours, before anything else is imported for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO, Final

from tthtcd_tui.errors import CodecProblem, TaskProblem
from tthtcd_tui.files.problem import problem
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.report.json_size import LARGEST_JSON, refuse_unlike_report
from tthtcd_tui.text.problem import quoted

LARGEST_PACKAGE: Final = 256 * 1024 * 1024
"""Bytes of a data package, and of all that it holds."""
LARGEST_FILE: Final = 50 * 1024 * 1024
"""Bytes of a document or a spreadsheet."""
LARGEST_COPY: Final = 8 * 1024 * 1024
"""Bytes of a file copied in as evidence."""
STREAM: Final = "đầu vào chuẩn"
"""What the standard input is called: no document comes by it."""
_LOOKED_FROM: Final = 16 * 1024 * 1024
"""Bytes of a file that is looked through before it is whole in memory; what is smaller does no harm there."""
TOO_LITTLE_MEMORY: Final = "Máy không đủ bộ nhớ để đọc tệp này. Hãy chia bớt nhật ký hoạt động, hoặc báo quản trị viên."
_PIECE: Final = 1 << 20
_HEAD: Final = 64
_FIRST_NAME: Final = slice(30, _HEAD)
"""Where the name of the first file of a zip stands, …"""
_README: Final = b"DOC-TRUOC.txt"
"""… and that name in a data package."""


def read_import(path: Path) -> tuple[bytes, str]:
    """The file's bytes and what to call it. Raises as `read_given`."""
    return read_given(path), path.name


def read_given(path: Path) -> bytes:
    """The file's bytes. Raises TaskProblem; of a large one CodecProblem, UnusableFile where it can be none of ours."""
    try:
        return read_bounded(path, largest(path), partial(refuse_unlike, name=path.name))
    except MemoryError:
        raise TaskProblem(TOO_LITTLE_MEMORY) from None


def largest(path: Path) -> int:
    """How many bytes a file of that name may have."""
    return {".json": LARGEST_JSON, ".zip": LARGEST_PACKAGE}.get(path.suffix.lower(), LARGEST_FILE)


def is_package(data: bytes, name: str) -> bool:
    """Whether a file is a zip that is no document, and so read as a data package of ours or refused as that."""
    is_called_so = name == STREAM or name.lower().endswith(".zip")
    return data.startswith(b"PK") and (is_called_so or data[_FIRST_NAME].startswith(_README))


def is_ours(data: bytes, name: str) -> bool:
    """Whether a file is JSON or a data package: it is then read as ours, or refused as that."""
    return (
        name.lower().endswith(".json")
        or is_package(data, name)
        or (data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and not data.startswith(b"{\\rtf"))
    )


def read_stream(stream: BinaryIO) -> bytes:
    """All that comes from `stream`, of which nobody knows how much there will be, and which is to be one of ours.

    Raises TaskProblem, and as `read_given`. What is large lies in a file without a name until it is looked through.
    """
    from tempfile import SpooledTemporaryFile

    try:
        with SpooledTemporaryFile(_LOOKED_FROM) as held:
            size = 0
            for piece in _pieces(stream.read):
                size += len(piece)
                if size > LARGEST_PACKAGE:
                    limit = LARGEST_PACKAGE // (1024 * 1024)
                    raise TaskProblem(f"Đầu vào lớn hơn {limit} MB. Hãy chia bớt nhật ký hoạt động.")
                held.write(piece)
            refuse_unlike(held, STREAM, is_json=True)
            held.seek(0)
            return held.read()
    except MemoryError:
        raise TaskProblem(TOO_LITTLE_MEMORY) from None
    except OSError as error:
        raise problem("đọc", STREAM, error) from error


def refuse_unlike(file: IO[bytes], name: str, is_json: bool = False) -> None:
    """Look through an open file that is large and to be one of ours.

    `is_json` if it is read as JSON where it is no package. Raises CodecProblem, UnusableFile where it can be none.
    """
    if file.seek(0, os.SEEK_END) <= _LOOKED_FROM:
        return
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(0)
    try:
        if is_package(head, name):
            from tthtcd_tui.imports.data_package import refuse_unlike_package

            refuse_unlike_package(file, LARGEST_PACKAGE >> 20, LARGEST_COPY)
        elif is_json or is_ours(head, name):
            refuse_unlike_report(_pieces(file.read))
    except CodecProblem as refused:
        raise CodecProblem(refused.problems, quoted(name)) from None


def _pieces(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while piece := read(_PIECE):
        yield piece
