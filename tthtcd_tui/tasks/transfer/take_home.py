"""Take a year to another machine as a file, and bring it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.files.names import safe_name
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.shown import shown
from tthtcd_tui.tasks.transfer.export_report import render
from tthtcd_tui.tasks.transfer.import_report import Plan, clash_line
from tthtcd_tui.tasks.transfer.read_report import OpenedReport
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM

_MOST_TOLD: Final = 20


class Luggage(NamedTuple):
    """A year as a file, and what it is called."""

    name: str
    data: bytes


def packed(opened: OpenedReport, year: Year, now: datetime) -> Luggage:
    """Pack the whole year, whatever is missing in it; opened with its base, so that it can be merged again."""
    data = render(opened, ExportFormat.JSON)
    at = now.astimezone(HOUR_OF_VIETNAM)
    return Luggage(safe_name(f"mang-theo-{year.centre.code}-{year.period.label}-{at:%Y%m%d-%H%M}", ".json"), data)


def came_back(plan: Plan, *, is_replacing: bool) -> Iterator[str]:
    """What an import changed in an existing year: a line for each place with its old value, then the clashes."""
    for proposal in plan.proposals[:_MOST_TOLD]:
        before, after = (shown(plan.form, proposal.place, each) for each in (proposal.current, proposal.proposed))
        yield f"{label_at(plan.form, proposal.place) or proposal.place}: {before} → {after}"
    if (more := len(plan.proposals) - _MOST_TOLD) > 0:
        yield f"… và {more} chỗ nữa."
    for clash in plan.clashes:
        kept = "lấy theo tệp" if is_replacing else "để nguyên ở đây"
        yield f"! hai nơi cùng sửa, {kept}: {clash_line(plan.form, clash)}"
