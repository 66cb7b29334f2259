"""The doctor's checks of files: the data, who may read them, the disk, the backups, the clock."""

from __future__ import annotations

import os
import shlex
import shutil
import stat
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.health import Health
from tthtcd_tui.models.soundness.accepting import Accepted
from tthtcd_tui.models.soundness.flaw import Flaw
from tthtcd_tui.models.storage.backup import KEPT, Backup, backups, backups_folder, unreadable, verified
from tthtcd_tui.models.storage.files import is_engine_sound
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION
from tthtcd_tui.tasks.care.finding import Check, State
from tthtcd_tui.tasks.care.remedy import Remedy
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM, format_date
from tthtcd_tui.text.numbers import format_size

_LEAST_FREE: Final = 100_000_000
"""Bytes (100 MB); a year of one centre takes less than 1 MB, a backup as much as the data."""
_OLD: Final = timedelta(days=7)
_A_DAY: Final = timedelta(days=1)
_EARLIEST: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock that shows an earlier time is certainly wrong."""
_MOST_FLAWS: Final = 20
UPGRADE: Final = "Hãy cài phiên bản mới của chương trình."


def health_checks(found: Health) -> Iterator[Check]:
    yield _journal(found)
    yield _schema(found)
    yield from _integrity(found)
    yield from accepted_checks(found.accepted)
    if found.reads_all:
        yield readers(found.reads_all)


def readers(logins: Sequence[str]) -> Check:
    """The check that lists who may read every centre."""
    return Check("readers", "Ai xem được mọi trung tâm", State.FINE, f"{len(logins)} người: {', '.join(logins)}")


def _journal(found: Health) -> Check:
    wal = found.journal == "wal"
    if wal or not is_engine_sound():
        words = "ghi trước vào nhật ký (WAL)" if wal else f"chế độ chậm ({found.journal})"
        return Check("journal", "Chế độ ghi", State.FINE, f"{words}, chờ ổ đĩa xác nhận từng lần lưu")
    advice = "Không phải làm gì: lần mở sau chương trình tự chuyển."
    return Check("journal", "Chế độ ghi", State.NOTED, f"đang ở chế độ chậm ({found.journal})", advice)


def _schema(found: Health) -> Check:
    if found.schema == SCHEMA_VERSION:
        return Check("schema", "Phiên bản dữ liệu", State.FINE, str(found.schema))
    if found.schema < SCHEMA_VERSION:
        words = f"{found.schema}, chương trình dùng {SCHEMA_VERSION}"
        advice = "Không phải làm gì: lần mở sau dữ liệu được sao lưu rồi nâng cấp."
        return Check("schema", "Phiên bản dữ liệu", State.NOTED, words, advice)
    words = f"{found.schema}, chương trình chỉ biết đến {SCHEMA_VERSION}"
    return Check("schema", "Phiên bản dữ liệu", State.WRONG, words, UPGRADE)


def _integrity(found: Health) -> Iterator[Check]:
    if found.faults:
        yield Check(
            "integrity",
            "Toàn vẹn",
            State.WRONG,
            f"tệp dữ liệu bị hỏng ({len(found.faults)} chỗ)",
            "Đừng nhập thêm. Xuất những gì còn đọc được trước đã.",
            Remedy.RESTORE,
        )
        return
    yield Check("integrity", "Toàn vẹn", State.FINE, "mọi trang, mọi dòng và mọi chỉ mục đọc được")
    subject = "Nội dung và nhật ký"
    if found.flaws:
        more = [f"… và {len(found.flaws) - _MOST_FLAWS} chỗ khác"] if len(found.flaws) > _MOST_FLAWS else []
        yield Check(
            "history",
            subject,
            State.WRONG,
            f"{len(found.flaws)} chỗ không còn như chương trình đã ghi",
            "Ổ đĩa có thể đã hỏng, hoặc có người sửa tệp bằng chương trình khác. Đừng nhập thêm; so với bản sao lưu.",
            Remedy.RESTORE_OR_ACCEPT if any(flaw.code for flaw in found.flaws) else Remedy.RESTORE,
            (*map(told_flaw, found.flaws[:_MOST_FLAWS]), *more),
        )
    elif found.schema == SCHEMA_VERSION:
        words = "mở được mọi biểu mẫu, báo cáo, bản chốt; nội dung khớp nhật ký sửa đổi, không thiếu lần lưu nào"
        yield Check("history", subject, State.FINE, words)
    else:
        yield Check("history", subject, State.FINE, "đối chiếu được sau khi dữ liệu được nâng cấp")


def told_flaw(flaw: Flaw) -> str:
    return f"mã {flaw.code} · {flaw}" if flaw.code else str(flaw)


def accepted_checks(accepted: Sequence[Accepted]) -> Iterator[Check]:
    """Differences that a director has accepted: listed, but not as faults."""
    if not accepted:
        return
    newest = accepted[:_MOST_FLAWS]
    more = [f"… và {len(accepted) - _MOST_FLAWS} chỗ trước đó"] if len(accepted) > _MOST_FLAWS else []
    lines = (
        f"{each.at.astimezone(HOUR_OF_VIETNAM):%d/%m/%Y %H:%M} {each.user}: {each.said} — lý do: {each.why}"
        for each in newest
    )
    words = f"{len(accepted)} chỗ sửa ngoài chương trình, giám đốc đã xác nhận là đúng"
    yield Check("accepted", "Đã chấp nhận", State.FINE, words, details=(*lines, *more))


# -- whose ------------------------------------------------------------------------------------------------------------


def permissions(path: Path) -> Check:
    subject = "Quyền với tệp"
    owner = path.stat().st_uid
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)):
        return _closed(path, owner, subject)
    if strangers := [found for found in _belongings(path) if found.stat().st_uid != owner]:
        words = f"{len(strangers)} tệp không cùng chủ với tệp dữ liệu"
        return Check("permissions", subject, State.WRONG, words, f"Hãy gõ: {_command('chown', owner, strangers)}")
    open_to = [found for found in (path, path.parent) if _mode(found) & _others(found)]
    if open_to:
        commands = "; ".join(_command("chmod", 700 if found.is_dir() else 600, [found]) for found in open_to)
        words = "người khác trên máy này đọc hoặc ghi được"
        return Check("permissions", subject, State.NOTED, words, f"Hãy gõ: {commands}")
    return Check("permissions", subject, State.FINE, "chỉ chủ tệp đọc và ghi được")


def _closed(path: Path, owner: int, subject: str) -> Check:
    us = os.geteuid()
    if owner != us:
        words = (
            f"tệp dữ liệu là của tài khoản {_account(owner)}, còn chương trình đang chạy bằng tài khoản {_account(us)}"
        )
        command = _command("chown -R", us, [path.parent])
        advice = f"Hãy chạy bằng tài khoản {_account(owner)}; hoặc với quyền root gõ: {command}"
        return Check("permissions", subject, State.WRONG, words, advice)
    commands = "; ".join((_command("chmod", "u+rwx", [path.parent]), _command("chmod", "u+rw", [path])))
    words = "không ghi được tệp dữ liệu hoặc thư mục của nó"
    return Check("permissions", subject, State.WRONG, words, f"Hãy gõ: {commands}")


def _command(verb: str, what: object, files: Iterable[Path]) -> str:
    """A command quoted so that it can be pasted into a shell."""
    return f"{verb} {what} {shlex.join(map(str, files))}"


def _account(number: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"số {number}"


def _belongings(path: Path) -> list[Path]:
    """The files and folders that the program keeps beside the data."""
    folder = backups_folder(path)
    inside = [folder, *folder.iterdir()] if folder.is_dir() and os.access(folder, os.R_OK | os.X_OK) else []
    return [*path.parent.glob(f"{path.name}?*"), *inside]


def _others(found: Path) -> int:
    """The bits that others must not have: of a folder those to write; of a file all."""
    return stat.S_IWGRP | stat.S_IWOTH if found.is_dir() else stat.S_IRWXG | stat.S_IRWXO


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# -- how much ---------------------------------------------------------------------------------------------------------


def space(path: Path, size: int) -> Check:
    folder = next((found for found in path.parents if found.exists()), path.parent)
    free = shutil.disk_usage(folder).free
    copies = KEPT * size
    words = f"còn {format_size(free)}; đủ {KEPT} bản sao lưu chiếm khoảng {format_size(copies)}"
    subject = "Chỗ trống trên ổ đĩa"
    there = sum(backup.size for backup in backups(path, backups_folder(path)))
    if free < max(_LEAST_FREE, 3 * size, copies - there):
        state = State.WRONG if free < _LEAST_FREE / 10 else State.NOTED
        return Check("space", subject, state, words, "Hãy dọn bớt ổ đĩa này, trước khi không lưu được.")
    return Check("space", subject, State.FINE, words)


# -- copies -----------------------------------------------------------------------------------------------------------


def backup_checks(path: Path, reports: int) -> Iterator[Check]:
    folder = backups_folder(path)
    found, bad = backups(path, folder), unreadable(path, folder)
    if bad:
        yield _unreadable(bad)
    if found:
        yield _newest(folder, found)
    elif not bad:
        state = State.NOTED if reports else State.FINE
        yield Check("backups", "Sao lưu", state, f"chưa có bản nào trong {folder}", remedy=Remedy.BACK_UP)
    yield _clock(found)


def _newest(folder: Path, found: list[Backup]) -> Check:
    newest, subject = found[0], "Sao lưu"
    made = newest.made.astimezone(HOUR_OF_VIETNAM)
    size = format_size(sum(backup.size for backup in found))
    words = f"{len(found)} bản trong {folder} ({size}), bản mới nhất lúc {made:%H:%M %d/%m/%Y}"
    try:
        verified(newest.path)
    except StoreProblem as problem:
        return Check("backups", subject, State.WRONG, f"{words}; {problem.message}", remedy=Remedy.BACK_UP)
    if newest.is_flawed:
        advice = "Bản mới nhất chép cả những chỗ hỏng; các bản cũ hơn được giữ lại."
        return Check("backups", subject, State.NOTED, words, advice, Remedy.RESTORE)
    if datetime.now(UTC) - newest.made > _OLD:
        return Check("backups", subject, State.NOTED, words, "Bản mới nhất đã cũ.", Remedy.BACK_UP)
    return Check("backups", subject, State.FINE, f"{words}, đọc lại còn nguyên")


def _unreadable(bad: list[Path]) -> Check:
    closed = [file for file in bad if not os.access(file, os.R_OK)]
    names = ", ".join(file.name for file in bad[:3]) + (f" và {len(bad) - 3} tệp khác" if len(bad) > 3 else "")
    if closed:
        owners = ", ".join(sorted({_account(file.stat().st_uid) for file in closed if file.exists()}))
        words = f"không được phép đọc {names} (chủ tệp: {owners or 'không rõ'})"
        advice = f"Với quyền root, hãy gõ: {_command('chown', os.geteuid(), closed)}"
        return Check("backup files", "Bản sao lưu", State.WRONG, words, advice)
    words = f"không đọc được {names}: hỏng, hoặc không như bảng kê của nó"
    return Check(
        "backup files", "Bản sao lưu", State.WRONG, words, "Đừng dùng các tệp này để khôi phục.", Remedy.BACK_UP
    )


def _clock(found: list[Backup]) -> Check:
    now, subject = datetime.now(UTC), "Đồng hồ"
    words = f"{now.astimezone(HOUR_OF_VIETNAM):%H:%M} {format_date(now.astimezone(HOUR_OF_VIETNAM).date())}"
    later = [backup for backup in found if backup.made > now + _A_DAY]
    if now > _EARLIEST and not later:
        return Check("clock", subject, State.FINE, words)
    reason = f", mà có bản sao lưu ghi ngày {format_date(later[0].made.date())}" if later else ""
    advice = "Hãy xem đồng hồ máy chủ có đúng không; bản sao lưu được xếp theo thứ tự tạo nên không mất bản nào."
    return Check("clock", subject, State.NOTED, f"{words}{reason}", advice)
