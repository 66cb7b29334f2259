"""What every part of the summary is made of, and how wide it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from tthtcd_tui.exports.summarise.lines import hang, words
from tthtcd_tui.exports.summarise.look import QUIET, TITLE, Glyphs
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.row import ReportRow
from tthtcd_tui.report.rows import ReportRows, rows
from tthtcd_tui.report.writer import Writer


@dataclass(frozen=True, slots=True)
class Page:
    form: Form
    facts: Facts
    findings: Sequence[Finding]
    previous: Facts | None
    glyphs: Glyphs
    width: int
    others: Sequence[Facts] = ()
    """The years before, where more than one is compared with."""

    @property
    def rows(self) -> ReportRows:
        return rows(self.form, self.facts)

    @property
    def writer(self) -> Writer:
        return Writer(self.form, self.facts, self.rows)

    def printed(self, row: ReportRow, key: str, unit: bool = False) -> str | None:
        """What was answered in one cell of a row, as it prints; None while nothing was."""
        cell = row.cell(key)
        return printed(cell.field, self.facts.at(cell.place), unit) if cell else None

    def heading(self, title: str, note: str = "") -> list[Text]:
        """An empty line and the title of a part, in capitals, with a quiet word behind it."""
        line = words(title.upper(), TITLE)
        if note:
            line.append("  ").append_text(words(note, QUIET))
        return [Text(end=""), *hang("", line, self.width)]
