"""The short summary of a year, as its checks see it."""

from __future__ import annotations

from tthtcd_tui.checks.run import check
from tthtcd_tui.exports.short_summary import LONGEST as LONGEST_SHORT
from tthtcd_tui.exports.short_summary import short_summary
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.tasks.transfer.read_report import OpenedReport

__all__ = ["LONGEST_SHORT", "short_text"]


def short_text(opened: OpenedReport, previous: Facts | None = None) -> str:
    """Lines to be pasted into a message, against `previous` or the year before as it is stored."""
    return (
        short_summary(opened.form, opened.report.facts, check(opened.context), previous or opened.context.before) + "\n"
    )
