"""What the log holds, and what is typed into it."""

from __future__ import annotations

from support.screens import Screens

from tthtcd_tui.report.activity import Activity


def newest(log: Screens, search: str = "") -> Activity:
    return log.store.log.page(log.year.report_id, search=search).activities[0]


def count(log: Screens) -> int:
    return log.store.log.page(log.year.report_id).total


def enter(log: Screens, *fields: str) -> None:
    """Each field and Enter."""
    for field in fields:
        log.type(field)
        log.press("enter")
