"""What a crash leaves for whoever mends it: where in the program, and of what kind; never what anybody typed.

So no values of variables, and not the words of the error either: «invalid literal for int(): '12 Trần Phú'».
"""

from __future__ import annotations

import os
import platform
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.version import release

NAME: Final = "loi.log"
_LARGEST: Final = 1024 * 1024
"""Bytes after which the log begins anew; the one before is kept beside it."""


def log_crash(folder: Path, error: BaseException) -> Path | None:
    """Adds `error` to the log in `folder`; the log, or None where it cannot be written."""
    path = folder / NAME
    text = "".join(_lines(error, datetime.now(UTC)))
    with suppress(OSError, FileProblem):
        make_own_folder(folder)
        _turn_over(path)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
        with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8", errors="replace") as log:
            log.write(text)
        return path
    return None


def _turn_over(path: Path) -> None:
    if path.exists() and path.stat().st_size > _LARGEST:
        path.replace(path.with_suffix(".log.1"))


def _lines(error: BaseException, at: datetime) -> Iterator[str]:
    """The chain of causes, the first one first, each with its frames: file, line, function."""
    yield f"{at:%Y-%m-%dT%H:%M:%SZ} tthtcd {release()} Python {platform.python_version()} {platform.system()}\n"
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__
    for each in reversed(chain):
        for frame in traceback.extract_tb(each.__traceback__):
            yield f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
        yield f"{type(each).__module__}.{type(each).__qualname__}\n"
    yield "\n"
