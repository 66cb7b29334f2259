"""What to do next about a problem, in the words of the screens: the keys that help.

The rooms below say what is wrong and name no key.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tthtcd_tui import errors
from tthtcd_tui.errors import UserProblem

ADVICE: Final[Mapping[type[UserProblem], str]] = {
    errors.ActivityGone: "Nếu chính bạn đã xóa, Ctrl+Z lấy lại được.",
    errors.NoDirector: "Trên dòng lệnh: tthtcd staff add TÊN_ĐĂNG_NHẬP --name HỌ_TÊN --role director",
    errors.ServerGone: "Phần đang gõ vẫn được giữ; nối lại được, chương trình sẽ báo.",
    errors.Supervises: "Góp ý: Ctrl+P, gõ “góp ý”.",
    errors.NotIssued: "F8 đến chỗ cần sửa, hoặc chọn bản dự thảo.",
}


def advised(problem: UserProblem) -> str:
    """The message of `problem`, the first of its details where it leads to them, and what can be done about it here."""
    return " ".join(filter(None, (problem.message, _first_detail(problem), advice(problem))))


def _first_detail(problem: UserProblem) -> str:
    """All that a line has room for; how many more there are."""
    if not problem.message.endswith(":") or not problem.details:
        return ""
    more = len(problem.details) - 1
    return f"{problem.details[0]} (còn {more} lỗi nữa)" if more else problem.details[0]


def advice(problem: UserProblem) -> str:
    """The keys that help; nothing where none does."""
    return next((ADVICE[kind] for kind in type(problem).__mro__ if kind in ADVICE), "")
