"""Why the database could not be opened, read or written: what happened, then what to do next."""

from __future__ import annotations


class StoreProblem(Exception):
    """A failure of the store in words for the person at the keyboard."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class RefusedEdit(StoreProblem):
    """An edit that would leave the report with something that cannot be stored, such as an activity without a date."""


class RefusedRole(StoreProblem):
    """Whoever asks for it may not do it: they only look, work at another centre, or are not on the list of staff."""


class RefusedFinal(StoreProblem):
    """The report is final: it may only be read until a director reopens it."""


class RefusedFinalising(StoreProblem):
    """The report cannot be finalised or reopened as it stands."""


class RefusedStaff(StoreProblem):
    """A change to the list of staff that would leave it without anybody to keep it, or of one who is not in it."""


class RefusedUndo(StoreProblem):
    """Nothing to undo or redo, or somebody changed the cell since."""


class InUse(StoreProblem):
    """Somebody has the database open, and nothing may be put in its place."""

    def __init__(self) -> None:
        super().__init__("Đang có người mở dữ liệu này. Hãy báo mọi người thoát ra rồi làm lại.")


class BackupRunning(StoreProblem):
    """Another process is making a backup right now."""

    def __init__(self) -> None:
        super().__init__("Đang có một lần sao lưu khác chạy. Hãy đợi ít phút rồi thử lại.")
