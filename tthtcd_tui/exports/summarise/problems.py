"""What is wrong, what is missing, what looks wrong, what has been explained, in this order; each part by part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from tthtcd_tui.exports.summarise.lines import hang, joined, words
from tthtcd_tui.exports.summarise.look import ERROR, GOOD, QUIET, TITLE, WARNING
from tthtcd_tui.exports.summarise.page import Page
from tthtcd_tui.report.areas import DETAILS, areas, section_of
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding, Level, Tally
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import requirements
from tthtcd_tui.text.problem import quoted

_NOT_REVIEWED: Final = "not_reviewed"
"""The rule that finds what was copied from an older report and nobody has looked at."""
_ONE_BY_ONE: Final = 4
"""So many things of one kind in one part are told each in its own words; more, as in a year just begun, by name."""


def problems(page: Page) -> list[Text]:
    glyphs = page.glyphs
    lines = page.heading("Lỗi, chỗ thiếu và cảnh báo")
    if not Tally.of(page.findings).forbids_issue:
        lines += hang("", words(f"{glyphs.good} Không còn chỗ thiếu hay lỗi", GOOD), page.width)
    for level, glyph, style in (
        (Level.ERROR, glyphs.error, ERROR),
        (Level.MISSING, glyphs.missing, TITLE),
        (Level.WARNING, glyphs.warning, WARNING),
        (Level.EXPLAINED, glyphs.explained, ""),
    ):
        found = [finding for finding in page.findings if finding.level is level]
        if found:
            lines += _group(page, words(f"{glyph} {level.value}: {len(found)}", style), found)
    return lines


def _group(page: Page, title: Text, findings: Sequence[Finding]) -> list[Text]:
    lines = hang("", title, page.width)
    by_part: dict[str, list[Finding]] = {area.title: [] for area in areas(page.form)}
    parts = {key: area.title for area in areas(page.form) for key in area.sections}
    for finding in findings:
        section = section_of(page.form, page.facts, finding.place)
        by_part[parts.get(section, DETAILS)].append(finding)
    for part, mine in by_part.items():
        if mine:
            lines += hang("  ", words(part, QUIET), page.width)
        gathered = _missing(page, mine)
        if gathered:
            lines += _bullet(page, f"Chưa nhập đủ {len(gathered)} nội dung: {'; '.join(gathered.values())}.")
        for period, copied in _copied(page, mine).items():
            names = "; ".join(dict.fromkeys(copied.values()))
            told = (
                f"Chưa rà soát {len(copied)} chỗ chép từ kỳ {quoted(period)}: {names}. Xem lại rồi xác nhận, hoặc sửa."
            )
            lines += _bullet(page, told)
            gathered |= copied
        for finding in mine:
            if finding not in gathered:
                lines += _finding(page, finding)
    return lines


def _missing(page: Page, findings: Sequence[Finding]) -> dict[Finding, str]:
    """What is missing and what it is called, where that is too much to be told one by one."""
    labels: dict[Place, list[str]] = {}
    for requirement in requirements(page.form, page.facts):
        if requirement.missing:  # each is one finding, at the first place it lacks
            labels.setdefault(requirement.missing[0], []).append(requirement.label)
    found: dict[Finding, str] = {}
    for finding in findings:
        if finding.is_missing and labels.get(finding.place):
            found[finding] = labels[finding.place].pop(0)
    return found if len(found) > _ONE_BY_ONE else {}


def _copied(page: Page, findings: Sequence[Finding]) -> dict[str, dict[Finding, str]]:
    """By the year it was copied from: what nobody has looked at and what it belongs to, where that is too much."""
    found: dict[str, dict[Finding, str]] = {}
    for finding in findings:
        if finding.code == _NOT_REVIEWED and not finding.reason:
            period, label = page.facts.carried_from(finding.place), label_at(page.form, finding.place)
            found.setdefault(period, {})[finding] = label.rpartition(": ")[0] or label
    return {period: copied for period, copied in found.items() if len(copied) > _ONE_BY_ONE}


def _bullet(page: Page, told: str) -> list[Text]:
    return hang(f"  {page.glyphs.bullet} ", words(told), page.width)


def _finding(page: Page, finding: Finding) -> list[Text]:
    lines = _bullet(page, finding.told)
    if finding.reason:
        lines += hang("    ", joined(words("đã giải trình: ", QUIET), words(finding.reason)), page.width)
    return lines
