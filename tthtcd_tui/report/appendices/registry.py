"""Every kind of appendix."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tthtcd_tui.forms.registry import Registry
from tthtcd_tui.report.appendices.activities import ACTIVITIES
from tthtcd_tui.report.appendices.attached import Attached
from tthtcd_tui.report.appendices.comparison import COMPARISON
from tthtcd_tui.report.appendices.evidence import EVIDENCE
from tthtcd_tui.report.appendices.kind import AppendixKind

APPENDICES: Final[Registry[AppendixKind]] = Registry(ACTIVITIES, EVIDENCE, COMPARISON)


def needs_log(going: Iterable[Attached]) -> bool:
    """Whether any of them needs the activities themselves."""
    return any(APPENDICES[each.form.key].needs_log for each in going)
