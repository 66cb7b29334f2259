"""What is missing and what is wrong: errors first, then warnings, then what has been explained; each part by part."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tthtcd_tui.exports.summarise.areas import DETAILS, areas, section_of
from tthtcd_tui.exports.summarise.lines import hang, joined, words
from tthtcd_tui.exports.summarise.look import ERROR, GOOD, QUIET, WARNING
from tthtcd_tui.exports.summarise.page import Page
from tthtcd_tui.exports.summarise.severity import Sorted
from tthtcd_tui.report.finding import Finding


def problems(page: Page) -> list[Text]:
    found, glyphs = Sorted.of(page.findings), page.glyphs
    lines = page.heading("Lỗi và cảnh báo")
    if found.errors:
        lines += _group(page, words(f"{glyphs.error} Lỗi: {len(found.errors)}", ERROR), found.errors)
    else:
        lines += hang("", words(f"{glyphs.good} Không còn lỗi", GOOD), page.width)
    if found.warnings:
        lines += _group(page, words(f"{glyphs.warning} Cảnh báo: {len(found.warnings)}", WARNING), found.warnings)
    if found.explained:
        lines += _group(page, words(f"{glyphs.explained} Đã giải trình: {len(found.explained)}"), found.explained)
    return lines


def _group(page: Page, title: Text, findings: Sequence[Finding]) -> list[Text]:
    lines = hang("", title, page.width)
    by_part: dict[str, list[Finding]] = {area.title: [] for area in areas(page.form, page.facts)}
    parts = {key: area.title for area in areas(page.form, page.facts) for key in area.sections}
    for finding in findings:
        section = section_of(page.form, page.facts, finding.place)
        by_part[parts.get(section, DETAILS)].append(finding)
    for part, mine in by_part.items():
        if mine:
            lines += hang("  ", words(part, QUIET), page.width)
        for finding in mine:
            lines += _finding(page, finding)
    return lines


def _finding(page: Page, finding: Finding) -> list[Text]:
    lines = hang(f"  {page.glyphs.bullet} ", words(finding.message), page.width)
    if finding.reason:
        lines += hang("    ", joined(words("đã giải trình: ", QUIET), words(finding.reason)), page.width)
    return lines
