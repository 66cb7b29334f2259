"""The rich summary as lines, for a screen that draws them itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding

if TYPE_CHECKING:
    from tthtcd_tui.exports.summary import StyledLine


def summarised(
    form: Form,
    facts: Facts,
    findings: Sequence[Finding],
    previous: Facts | None,
    *,
    width: int,
    ascii_only: bool,
    others: Sequence[Facts] = (),
) -> list[StyledLine]:
    """What `tthtcd summary` prints, in lines of at most `width` cells; at least 20 and at most 120 are taken."""
    from tthtcd_tui.exports.summary import summary_lines  # the screens open without it

    return summary_lines(form, facts, findings, previous, width=width, ascii_only=ascii_only, others=others)
