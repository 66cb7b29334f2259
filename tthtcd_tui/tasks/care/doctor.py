"""The checks of `tthtcd doctor`: program, data, disk, backups, terminal, each with what to do.

They change nothing, and each runs whatever the others found.
"""

from __future__ import annotations

import locale
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tthtcd_tui.errors import Damaged, StoreProblem
from tthtcd_tui.models.health import health
from tthtcd_tui.models.soundness.check import Progress
from tthtcd_tui.models.storage.files import engine_name, is_engine_sound
from tthtcd_tui.models.storage.opening import is_in_use
from tthtcd_tui.models.storage.schema import is_there
from tthtcd_tui.tasks.care.doctor_files import backup_checks, health_checks, permissions, space
from tthtcd_tui.tasks.care.doctor_server import server_checks
from tthtcd_tui.tasks.care.finding import Check, State
from tthtcd_tui.tasks.care.open_store import database_location
from tthtcd_tui.tasks.care.own_folder import own_folder
from tthtcd_tui.tasks.care.remedy import Remedy
from tthtcd_tui.text.numbers import format_size
from tthtcd_tui.version import release

_LEAST_SCREEN: Final = (80, 24)


def examine(asked: Path | None, progress: Progress | None = None) -> list[Check]:
    """Run all checks; results in reading order. `progress` is called with the reports read so far and their number."""
    location = database_location(asked)
    if not isinstance(location, Path):
        return [_program(), *server_checks(location, progress), _own_folder(), *_terminal()]
    return [_program(), *_engine(), *_data(location.absolute(), progress), *_terminal()]


def _program() -> Check:
    return Check("version", "Chương trình", State.FINE, f"tthtcd {release()}")


def _engine() -> Iterator[Check]:
    words = f"{engine_name()}, Python {'.'.join(map(str, sys.version_info[:3]))}"
    if is_engine_sound():
        yield Check("engine", "Bộ máy dữ liệu", State.FINE, words)
    else:
        yield Check(
            "engine",
            "Bộ máy dữ liệu",
            State.NOTED,
            f"{words}: có lỗi mất dữ liệu ở chế độ ghi nhanh, nên chương trình dùng chế độ chậm",
            "Hãy cài lại chương trình cùng các thư viện của nó.",
        )


def _data(path: Path, progress: Progress | None) -> Iterator[Check]:
    try:
        there = is_there(path)
    except StoreProblem as problem:
        yield _refused("data", "Tệp dữ liệu", problem)
        return
    if not there:
        yield Check(
            "data",
            "Tệp dữ liệu",
            State.WRONG,
            f"chưa có {path}",
            remedy=Remedy.START,
        )
        yield space(path, 0)
        return
    size = path.stat().st_size
    in_use = ", đang có người mở" if is_in_use(path) else ""
    yield Check("data", "Tệp dữ liệu", State.FINE, f"{path} ({format_size(size)}{in_use})")
    yield permissions(path)
    try:
        found = health(path, progress)
    except StoreProblem as problem:
        yield _refused("integrity", "Toàn vẹn", problem)
        found = None
    if found:
        yield from health_checks(found)
    yield space(path, size)
    yield from backup_checks(path, reports=found.reports if found else 1)
    yield _own_folder()


def _refused(key: str, subject: str, problem: StoreProblem) -> Check:
    """The result of a check that could not run; the problem's message says what to do."""
    remedy = Remedy.RESTORE if isinstance(problem, Damaged) else Remedy.LOOK_AGAIN
    return Check(key, subject, State.WRONG, problem.message, remedy=remedy)


def _own_folder() -> Check:
    folder = own_folder()
    nearest = next(found for found in (folder, *folder.parents) if found.exists())
    if os.access(nearest, os.W_OK | os.X_OK):
        return Check("drafts", "Nơi giữ phần đang gõ", State.FINE, str(folder))
    advice = f"Hãy cho tài khoản chạy chương trình quyền ghi vào {nearest}, nếu không rớt mạng là mất phần đang gõ."
    return Check("drafts", "Nơi giữ phần đang gõ", State.WRONG, f"không ghi được vào {folder}", advice)


def _terminal() -> Iterator[Check]:
    encoding = locale.getencoding()
    if encoding.upper().replace("-", "") == "UTF8":
        yield Check("locale", "Bảng mã", State.FINE, encoding)
    else:
        advice = "Hãy đặt biến LC_ALL=C.UTF-8 cho tài khoản này."
        yield Check("locale", "Bảng mã", State.NOTED, f"{encoding}, không phải UTF-8", advice)
    subject = "Cửa sổ dòng lệnh"
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Check("terminal", subject, State.FINE, "không có ở lần chạy này, nên không xem xét")
        return
    columns, lines = shutil.get_terminal_size()
    words = f"{os.environ.get('TERM') or 'không rõ loại'}, {columns} cột, {lines} dòng"
    if os.environ.get("TERM", "dumb") in ("", "dumb"):
        advice = "Hãy đặt biến TERM, ví dụ TERM=xterm-256color."
        yield Check("terminal", subject, State.WRONG, words, advice, Remedy.DRAW_PLAIN)
    elif columns < _LEAST_SCREEN[0] or lines < _LEAST_SCREEN[1]:
        advice = "Hãy mở rộng cửa sổ: ít nhất {} cột, {} dòng.".format(*_LEAST_SCREEN)
        yield Check("terminal", subject, State.NOTED, words, advice)
    else:
        yield Check("terminal", subject, State.FINE, words)
