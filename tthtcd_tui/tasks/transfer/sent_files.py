"""Files to be imported from the screens: of this machine, or sent to a shared server with `put`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Final

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.files.names import safe_name
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.tasks.transfer.export_file import ExportFolder
from tthtcd_tui.tasks.transfer.given_file import largest
from tthtcd_tui.text.numbers import format_size
from tthtcd_tui.text.problem import quoted

LARGEST_SENT: Final = 20 * 1024 * 1024
"""Bytes."""
MOST_KEPT: Final = 50
"""Files of one person."""
KEPT_FOR: Final = timedelta(days=30)
_FOLDER: Final = "nhap-vao"
_KINDS: Final = (
    *(".docx", ".doc", ".odt", ".txt", ".md", ".xlsx", ".xls", ".ods", ".csv", ".tsv", ".json", ".zip"),
    *(".docm", ".xlsm", ".markdown", ".dotx"),
)


class SentFile(NamedTuple):
    """A file that can be chosen."""

    name: str
    size: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SentFiles:
    """The folder of a user's files to import: on a shared server one of their own beside the database."""

    folder: Path
    is_served: bool

    @classmethod
    def beside(cls, exports: ExportFolder) -> SentFiles:
        """Those of whoever has `exports`."""
        if not exports.is_served:
            return cls(exports.folder, is_served=False)
        return cls(exports.folder.parent.with_name(_FOLDER) / exports.folder.name, is_served=True)

    @classmethod
    def of(cls, store: Store, user: str) -> SentFiles:
        """Those that `user` sent to the server of `store`."""
        return cls.beside(ExportFolder.of_a_server(store, user))

    def all(self, now: datetime | None = None) -> list[SentFile]:
        """The files of importable kinds, newest first. Deletes those sent too long ago. Raises nothing."""
        now = now or datetime.now(UTC)
        found = list(self._found())
        if self.is_served:
            for old in [each for each in found if now - each.at > KEPT_FOR]:
                with suppress(OSError):
                    (self.folder / old.name).unlink()
                found.remove(old)
        return sorted(found, key=lambda each: each.at, reverse=True)

    def _found(self) -> Iterable[SentFile]:
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                if Path(entry.name).suffix.lower() in _KINDS and entry.is_file(follow_symlinks=not self.is_served):
                    stat = entry.stat()
                    yield SentFile(entry.name, stat.st_size, datetime.fromtimestamp(stat.st_mtime, UTC))

    def read(self, name: str) -> bytes:
        """The file of that name. Raises TaskProblem, FileProblem."""
        if self.is_served and name != safe_name(name, ""):
            raise TaskProblem("Trên máy chủ dùng chung chỉ chọn tệp đã gửi lên, không ghi thư mục.")
        path = self.folder / Path(name).expanduser() if not self.is_served else self.folder / name
        return read_bounded(path, largest(path))

    def put(self, name: str, stream: BinaryIO) -> Path:
        """Store `stream` as a file of that name, replacing one that is there. Raises TaskProblem."""
        self._refuse(name)
        data = stream.read(LARGEST_SENT + 1)
        if len(data) > LARGEST_SENT:
            raise TaskProblem(f"Tệp lớn hơn {format_size(LARGEST_SENT)} nên không nhận. Hãy bỏ bớt hình ảnh.")
        if not data:
            raise TaskProblem(f"Không có gì đến. Thêm “< {name}” vào cuối lệnh.")
        make_own_folder(self.folder)
        known = self.all()
        if len(known) >= MOST_KEPT and name not in {each.name for each in known}:
            raise TaskProblem(
                f"Đã có {MOST_KEPT} tệp chờ nhập. Hãy gửi đè lên một tên cũ; tệp gửi quá {KEPT_FOR.days} ngày tự xóa."
            )
        write_whole(self.folder / name, data, overwrite=True)
        return self.folder / name

    def _refuse(self, name: str) -> None:
        suffix = Path(name).suffix
        if name != safe_name(name, "") or suffix.lower() not in _KINDS:
            usual = safe_name(Path(name).stem, suffix if suffix.lower() in _KINDS else ".docx")
            raise TaskProblem(
                f"Tên tệp {quoted(name)} không nhận: chỉ ghi tên, không ghi thư mục, có đuôi {', '.join(_KINDS[:12])}."
                f" Ví dụ: {usual}"
            )
