"""What `tthtcd doctor` looks at: the program, the data, the disk, the backups, the terminal; and what to do about each.

Nothing is changed, and whatever is wrong with one thing, the others are looked at too.
"""

from __future__ import annotations

import locale
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from tthtcd_tui.models.backups import backups, backups_folder
from tthtcd_tui.models.database import Database, engine_version, wal_is_safe
from tthtcd_tui.models.health import Health, health
from tthtcd_tui.models.opening import is_in_use
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.models.schema import SCHEMA_VERSION, is_there
from tthtcd_tui.tasks.open_store import database_path
from tthtcd_tui.tasks.own_folder import own_folder
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.text.numbers import format_size

_LEAST_FREE: Final = 100_000_000
"""Bytes; a year of one centre takes less than one of these hundred megabytes, a backup as much as the data."""
_OLD: Final = timedelta(days=7)
_LEAST_SCREEN: Final = (80, 24)
_UPGRADE: Final = "Hãy nâng cấp chương trình (git pull, make runtime)."


class State(Enum):
    FINE = "Tốt"
    NOTED = "Chú ý"
    WRONG = "Hỏng"


class Check(NamedTuple):
    """One thing looked at. `advice` says what to do; empty where there is nothing to do."""

    key: str
    subject: str
    state: State
    words: str
    advice: str = ""

    def tree(self) -> dict[str, str]:
        return {
            "check": self.key,
            "state": self.state.name.lower(),
            "subject": self.subject,
            "message": self.words,
            "advice": self.advice,
        }


def examine(asked: Path | None) -> list[Check]:
    """Everything, in an order to read it in."""
    path = database_path(asked).absolute()
    return [*_engine(), *_data(path), *_terminal()]


def _engine() -> Iterator[Check]:
    words = f"SQLite {engine_version()}, Python {'.'.join(map(str, sys.version_info[:3]))}"
    if wal_is_safe(Database.server_version):
        yield Check("engine", "Bộ máy dữ liệu", State.FINE, words)
    else:
        yield Check(
            "engine",
            "Bộ máy dữ liệu",
            State.NOTED,
            f"{words}: có lỗi mất dữ liệu ở chế độ ghi nhanh, nên chương trình dùng chế độ chậm",
            "Hãy cài lại thư viện bằng “make runtime”.",
        )


def _data(path: Path) -> Iterator[Check]:
    try:
        there = is_there(path)
    except StoreProblem as problem:
        yield Check("data", "Tệp dữ liệu", State.WRONG, *_told(problem))
        return
    if not there:
        yield Check(
            "data",
            "Tệp dữ liệu",
            State.WRONG,
            f"chưa có {path}",
            "Gõ “tthtcd centre add MÃ TÊN” để bắt đầu, hoặc chỉ rõ tệp bằng --db.",
        )
        yield _space(path, 0)
        return
    size = path.stat().st_size
    in_use = ", đang có người mở" if is_in_use(path) else ""
    yield Check("data", "Tệp dữ liệu", State.FINE, f"{path} ({format_size(size)}{in_use})")
    yield from _permissions(path)
    try:
        found = health(path)
    except StoreProblem as problem:
        yield Check("integrity", "Toàn vẹn", State.WRONG, *_told(problem))
        found = None
    if found:
        yield from _health(found)
    yield _space(path, size)
    yield _backups(path, reports=found.reports if found else 1)
    yield _own_folder()


def _told(problem: StoreProblem) -> tuple[str, str]:
    """A problem says first what is wrong, then what to do."""
    words, _, advice = problem.message.partition(". ")
    return words, advice


def _health(found: Health) -> Iterator[Check]:
    wal = found.journal == "wal"
    if wal or not wal_is_safe(Database.server_version):
        words = "ghi trước vào nhật ký (WAL)" if wal else f"chế độ chậm ({found.journal})"
        yield Check("journal", "Chế độ ghi", State.FINE, f"{words}, chờ ổ đĩa xác nhận từng lần lưu")
    else:
        advice = "Không phải làm gì: lần mở sau chương trình tự chuyển."
        yield Check("journal", "Chế độ ghi", State.NOTED, f"đang ở chế độ chậm ({found.journal})", advice)
    if found.schema == SCHEMA_VERSION:
        yield Check("schema", "Phiên bản dữ liệu", State.FINE, str(found.schema))
    elif found.schema < SCHEMA_VERSION:
        words = f"{found.schema}, chương trình dùng {SCHEMA_VERSION}"
        advice = "Không phải làm gì: lần mở sau dữ liệu được sao lưu rồi nâng cấp."
        yield Check("schema", "Phiên bản dữ liệu", State.NOTED, words, advice)
    else:
        words = f"{found.schema}, chương trình chỉ biết đến {SCHEMA_VERSION}"
        yield Check("schema", "Phiên bản dữ liệu", State.WRONG, words, _UPGRADE)
    if found.faults:
        yield Check(
            "integrity",
            "Toàn vẹn",
            State.WRONG,
            f"tệp dữ liệu bị hỏng ({len(found.faults)} chỗ)",
            "Đừng nhập thêm. Xuất những gì còn đọc được, rồi gõ “tthtcd backup --list” và “tthtcd restore TỆP”.",
        )
        return
    yield Check("integrity", "Toàn vẹn", State.FINE, "mọi trang và mọi dòng đọc được")
    if found.gaps:
        gaps = "; ".join(f"{gap.label}: {gap.told} trên {gap.revision} lần lưu" for gap in found.gaps)
        advice = "Có người đã sửa tệp bằng chương trình khác. Hãy so với bản sao lưu gần nhất."
        yield Check("history", "Nhật ký sửa đổi", State.WRONG, f"thiếu ({gaps})", advice)
    else:
        yield Check("history", "Nhật ký sửa đổi", State.FINE, "đủ, không thiếu lần lưu nào")


def _permissions(path: Path) -> Iterator[Check]:
    subject = "Quyền với tệp"
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)):
        yield Check(
            "permissions",
            subject,
            State.WRONG,
            "không ghi được tệp dữ liệu hoặc thư mục của nó",
            f"Hãy cho tài khoản chạy chương trình làm chủ {path.parent} và mọi tệp trong đó.",
        )
        return
    strangers = [found for found in _belongings(path) if found.stat().st_uid != path.stat().st_uid]
    if strangers:
        names = " ".join(f"“{found}”" for found in strangers)
        words = f"{len(strangers)} tệp không cùng chủ với tệp dữ liệu"
        advice = f"Hãy gõ: chown --reference=“{path}” {names}"
        yield Check("permissions", subject, State.WRONG, words, advice)
        return
    open_to = [found for found in (path, path.parent) if _mode(found) & _others(found)]
    if open_to:
        commands = "; ".join(f"chmod {'700' if found.is_dir() else '600'} “{found}”" for found in open_to)
        words = "người khác trên máy này đọc hoặc ghi được"
        yield Check("permissions", subject, State.NOTED, words, f"Hãy gõ: {commands}")
    else:
        yield Check("permissions", subject, State.FINE, "chỉ chủ tệp đọc và ghi được")


def _belongings(path: Path) -> list[Path]:
    """What the program keeps beside the data."""
    folder = backups_folder(path)
    return [*path.parent.glob(f"{path.name}?*"), *([folder, *folder.iterdir()] if folder.is_dir() else [])]


def _others(found: Path) -> int:
    """Into a folder others may look; what is in it, they may not read or write."""
    return stat.S_IWGRP | stat.S_IWOTH if found.is_dir() else stat.S_IRWXG | stat.S_IRWXO


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _space(path: Path, size: int) -> Check:
    folder = next((found for found in path.parents if found.exists()), path.parent)
    free = shutil.disk_usage(folder).free
    words = f"còn {format_size(free)}"
    if free < max(_LEAST_FREE, 3 * size):
        state = State.WRONG if free < _LEAST_FREE / 10 else State.NOTED
        return Check("space", "Chỗ trống trên ổ đĩa", state, words, "Hãy dọn bớt ổ đĩa này, trước khi không lưu được.")
    return Check("space", "Chỗ trống trên ổ đĩa", State.FINE, words)


def _backups(path: Path, reports: int) -> Check:
    folder = backups_folder(path)
    found = backups(path, folder)
    if not found:
        state = State.NOTED if reports else State.FINE
        return Check("backups", "Sao lưu", state, f"chưa có bản nào trong {folder}", "Hãy gõ “tthtcd backup”.")
    made = found[0].made
    words = f"{len(found)} bản trong {folder}, bản mới nhất lúc {made.astimezone(HOUR_OF_VIETNAM):%H:%M %d/%m/%Y}"
    if datetime.now(UTC) - made > _OLD:
        return Check("backups", "Sao lưu", State.NOTED, words, "Bản mới nhất đã cũ. Hãy gõ “tthtcd backup”.")
    return Check("backups", "Sao lưu", State.FINE, words)


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
        advice = "Hãy đặt biến TERM, ví dụ TERM=xterm-256color; nếu khung vẽ vỡ, thêm --ascii."
        yield Check("terminal", subject, State.WRONG, words, advice)
    elif columns < _LEAST_SCREEN[0] or lines < _LEAST_SCREEN[1]:
        advice = "Hãy mở rộng cửa sổ: ít nhất {} cột, {} dòng.".format(*_LEAST_SCREEN)
        yield Check("terminal", subject, State.NOTED, words, advice)
    else:
        yield Check("terminal", subject, State.FINE, words)
