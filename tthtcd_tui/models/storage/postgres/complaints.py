"""PostgreSQL's errors translated by their SQLSTATE, which is the same in every language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from tthtcd_tui.errors import Busy, Damaged, DiskFull, ReadOnly, ServerGone, StoreProblem
from tthtcd_tui.models.storage.complaints import register_engine
from tthtcd_tui.models.storage.postgres.driver import psycopg

READ_ONLY: Final = (
    "Máy chủ dữ liệu đang chỉ cho đọc: đây là máy dự phòng, hoặc tài khoản không có quyền ghi. Hãy báo quản trị viên."
)
_DAMAGED: Final = "Dữ liệu trên máy chủ bị hỏng. Đừng ghi thêm; hãy báo quản trị viên khôi phục từ bản sao lưu."
_PROBLEMS: Final[dict[str, Callable[[], StoreProblem]]] = {
    # The longer code counts first.
    "53100": DiskFull,
    "53300": lambda: StoreProblem("Máy chủ dữ liệu đang có quá nhiều người nối vào. Hãy thử lại sau ít phút."),
    "53": lambda: StoreProblem("Máy chủ dữ liệu đang quá tải. Hãy thử lại sau ít phút."),
    "55P03": Busy,
    "57014": Busy,
    "40": Busy,
    "25006": lambda: ReadOnly(READ_ONLY),
    "42501": lambda: ReadOnly(READ_ONLY),
    "08": ServerGone,
    "57P": ServerGone,
    "28": lambda: StoreProblem("Máy chủ dữ liệu không nhận tên hoặc mật khẩu của chương trình. Hãy báo quản trị viên."),
    "3D000": lambda: StoreProblem("Trên máy chủ không có cơ sở dữ liệu được chỉ định. Hãy báo quản trị viên."),
    "54": lambda: StoreProblem("Nội dung quá dài để lưu. Hãy chia bớt."),
    "58": lambda: StoreProblem("Ổ đĩa máy chủ báo lỗi đọc ghi. Hãy báo quản trị viên."),
    "XX001": lambda: Damaged(_DAMAGED),
    "XX002": lambda: Damaged(_DAMAGED),
}


def _told(chain: Sequence[BaseException]) -> StoreProblem | None:
    errors = [link for link in chain if isinstance(link, psycopg.Error)]
    # The first complaint is the cause; what came of it, such as a rollback that failed too, comes later.
    for error in reversed(errors):
        for length in (5, 3, 2):
            if error.sqlstate and (problem := _PROBLEMS.get(error.sqlstate[:length])):
                return problem()
    if any(isinstance(error, psycopg.OperationalError) and not error.sqlstate for error in errors):
        return ServerGone()
    return None


register_engine(psycopg.Error, _told)
