"""Why something a user asked for was not done: what happened, then what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from tthtcd_tui.report.finding import Finding


class TaskProblem(Exception):
    """A failure in words. `details` are lines that belong under the message."""

    def __init__(self, message: str, details: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.details = tuple(details)


class WrongForm(TaskProblem):
    """A form's file that can be read and is not right."""


class HasErrors(TaskProblem):
    """The report has errors, so it was not issued. `message` says so otherwise than that it was not exported."""

    def __init__(self, findings: Sequence[Finding], message: str = "") -> None:
        super().__init__(
            message
            or f"Chưa xuất được: báo cáo còn {len(findings)} lỗi. Sửa các lỗi dưới đây, hoặc thêm --draft để xuất"
            " bản dự thảo.",
            [f"{finding.place}: {finding.message}" for finding in findings],
        )
        self.findings = tuple(findings)
