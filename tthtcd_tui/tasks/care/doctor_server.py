"""The doctor's checks of data on a server: can they be read, and are they what was written?

Disk, files and backups of the server are its administrator's to check.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.health import ServerHealth, server_health
from tthtcd_tui.models.soundness.check import Progress
from tthtcd_tui.models.storage.address import ServerAddress
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION
from tthtcd_tui.tasks.care.doctor_files import UPGRADE, accepted_checks, readers, told_flaw
from tthtcd_tui.tasks.care.finding import Check, State
from tthtcd_tui.tasks.care.remedy import Remedy

_MOST_FLAWS: Final = 20


def server_checks(address: ServerAddress, progress: Progress | None) -> Iterator[Check]:
    try:
        found = server_health(address, progress)
    except StoreProblem as problem:
        yield Check("data", "Dữ liệu", State.WRONG, f"{address}: {problem.message}", remedy=Remedy.LOOK_AGAIN)
        return
    if found is None:
        yield Check("data", "Dữ liệu", State.WRONG, f"chưa có ở {address}", remedy=Remedy.START)
        return
    python = ".".join(map(str, sys.version_info[:3]))
    yield Check("engine", "Bộ máy dữ liệu", State.FINE, f"{found.engine}, Python {python}")
    yield _data(address, found)
    yield _schema(found)
    yield _history(found)
    yield from accepted_checks(found.accepted)
    if found.reads_all:
        yield readers(found.reads_all)
    yield Check("backups", "Sao lưu", State.FINE, "do máy chủ PostgreSQL lo (pg_dump), chương trình không xem xét")


def _data(address: ServerAddress, found: ServerHealth) -> Check:
    if found.is_standby:
        return Check("data", "Dữ liệu", State.NOTED, f"{address}, máy dự phòng", "Ở đây chỉ xem và xuất được.")
    return Check("data", "Dữ liệu", State.FINE, str(address))


def _schema(found: ServerHealth) -> Check:
    if found.schema == SCHEMA_VERSION:
        return Check("schema", "Phiên bản dữ liệu", State.FINE, str(found.schema))
    if found.schema > SCHEMA_VERSION:
        words = f"{found.schema}, chương trình chỉ biết đến {SCHEMA_VERSION}"
        return Check("schema", "Phiên bản dữ liệu", State.WRONG, words, UPGRADE)
    words = f"{found.schema}, chương trình dùng {SCHEMA_VERSION}"
    advice = "Hãy sao lưu bằng pg_dump; lần mở sau chương trình nâng cấp dữ liệu."
    return Check("schema", "Phiên bản dữ liệu", State.NOTED, words, advice)


def _history(found: ServerHealth) -> Check:
    subject = "Nội dung và nhật ký"
    if found.flaws:
        more = [f"… và {len(found.flaws) - _MOST_FLAWS} chỗ khác"] if len(found.flaws) > _MOST_FLAWS else []
        words = f"{len(found.flaws)} chỗ không còn như chương trình đã ghi"
        advice = "Có người sửa dữ liệu bằng chương trình khác, hoặc ổ đĩa hỏng. Đừng nhập thêm; so với bản pg_dump."
        details = (*map(told_flaw, found.flaws[:_MOST_FLAWS]), *more)
        remedy = Remedy.ACCEPT if any(flaw.code for flaw in found.flaws) else None
        return Check("history", subject, State.WRONG, words, advice, remedy, details)
    if found.schema != SCHEMA_VERSION:
        return Check("history", subject, State.FINE, "đối chiếu được sau khi dữ liệu được nâng cấp")
    words = "mở được mọi biểu mẫu, báo cáo, bản chốt; nội dung khớp nhật ký sửa đổi, không thiếu lần lưu nào"
    return Check("history", subject, State.FINE, words)
