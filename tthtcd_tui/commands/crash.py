"""Reporting a crash: a sentence for the user, the place in the program for the log."""

from __future__ import annotations

from tthtcd_tui.commands.output import FAILURE, complain


def crashed(error: BaseException, words: str = "") -> int:
    """Log `error` without anybody's text, and say so; `words` tell of the unsaved text. Returns the exit code."""
    from tthtcd_tui.crash_log import log_crash
    from tthtcd_tui.tasks.care.own_folder import own_folder

    log = log_crash(own_folder(), error)
    where = f"Nếu gặp lại, báo quản trị viên xem tệp {log}." if log else "Nếu gặp lại, báo quản trị viên."
    complain("Chương trình gặp lỗi nên phải dừng.", *([words] if words else []), f"Hãy mở lại để làm tiếp. {where}")
    return FAILURE
