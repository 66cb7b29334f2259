"""Read a file that somebody named: it may be anything, and of any size."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import IO

from tthtcd_tui.errors import FileProblem, UserProblem
from tthtcd_tui.files.problem import problem, shown


def read_bounded(path: Path, limit: int, look: Callable[[IO[bytes]], None] | None = None) -> bytes:
    """The bytes of the plain file `path`, at most `limit` of them; links are followed.

    `look` is shown the open file before it is whole in memory, and raises a UserProblem for one that is not to be read.
    Raises FileProblem for one that is missing, larger, not plain (a folder, a pipe, a device) or closed to us.
    """
    try:
        # Not to be blocked by a pipe that nobody writes to.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        try:
            found = os.fstat(descriptor)
            _refuse(path, found, limit)
            with open(descriptor, "rb", closefd=False) as file:
                if look is not None:
                    look(file)
                    file.seek(0)
                data = file.read(found.st_size + 1)  # room is made for as much as is asked for
                if len(data) > found.st_size:
                    data += file.read(limit + 1 - len(data))  # it has grown since
        finally:
            os.close(descriptor)
    except UserProblem:
        raise
    except FileNotFoundError:
        raise FileProblem(f"Không có tệp {shown(path)}. Hãy kiểm tra lại đường dẫn.") from None
    except OSError as error:
        raise problem("đọc", path, error) from error
    except ValueError:  # a NUL, or half a character
        raise FileProblem(f"Tên tệp {shown(path)} có ký tự không dùng được. Hãy chọn tệp khác.") from None
    if len(data) > limit:
        raise _too_large(path, limit)
    return data


def _refuse(path: Path, found: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise FileProblem(f"{shown(path)} là thư mục. Hãy chọn một tệp trong thư mục đó.")
    if not stat.S_ISREG(found.st_mode):
        raise FileProblem(f"{shown(path)} không phải tệp thường. Hãy chọn tệp khác.")
    if found.st_size > limit:
        raise _too_large(path, limit)


def _too_large(path: Path, limit: int) -> FileProblem:
    return FileProblem(f"Tệp {shown(path)} lớn hơn {_size(limit)}. Hãy chọn tệp nhỏ hơn.")


def _size(count: int) -> str:
    for unit, name in ((1024 * 1024, "MB"), (1024, "KB")):
        if count >= unit:
            return f"{count / unit:.1f}".removesuffix(".0").replace(".", ",") + f" {name}"
    return f"{count} byte"
