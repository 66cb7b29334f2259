"""Whose report, on what and how far it is."""

from __future__ import annotations

from rich.text import Text

from tthtcd_tui.exports.summarise.lines import flow, words, wrap
from tthtcd_tui.exports.summarise.look import ERROR, GOOD, QUIET, TITLE, WARNING
from tthtcd_tui.exports.summarise.page import Page
from tthtcd_tui.report.completeness import progress
from tthtcd_tui.report.compose.head import letterhead
from tthtcd_tui.report.finding import Tally
from tthtcd_tui.report.kinds.details import ADDRESSEES, ISSUER
from tthtcd_tui.report.outline import RunKind, Runs, plain
from tthtcd_tui.report.rows import requirements


def head(page: Page) -> list[Text]:
    facts, form = page.facts, page.form
    name = facts.text_at(ISSUER) or facts.centre.name
    title = plain(page.writer.fill(form.abstract))
    return [
        *wrap(words(name, TITLE), page.width),
        *wrap(words(title), page.width),
        *_document(page),
        *flow(_state(page), page.width),
    ]


def _document(page: Page) -> list[Text]:
    """Number, date and addressees as the report prints them, as far as they are known."""
    top = letterhead(page.writer)
    pieces = [words(plain(runs), QUIET) for runs in (top.number, top.place_and_date) if _known(runs)]
    addressees = page.facts.lines_at(ADDRESSEES)
    if addressees:
        pieces.append(words(f"Kính gửi: {'; '.join(addressees)}", QUIET))
    return flow(pieces, page.width)


def _known(runs: Runs) -> bool:
    return all(run.kind is not RunKind.GAP for run in runs)


def _state(page: Page) -> list[Text]:
    percent = progress(requirements(page.form, page.facts)).percent
    tally = Tally.of(page.findings)
    glyphs = page.glyphs
    pieces = [words(f"Hoàn thành {percent}%", GOOD if percent == 100 else TITLE)]
    for count, glyph, word, style in (
        (tally.missing, glyphs.missing, "Thiếu", TITLE),
        (tally.errors, glyphs.error, "Lỗi", ERROR),
        (tally.warnings, glyphs.warning, "Cảnh báo", WARNING),
    ):
        pieces.append(words(f"{glyph} {word} {count}", style) if count else words(f"{word} 0"))
    if tally.explained:
        pieces.append(words(f"{glyphs.explained} Đã giải trình {tally.explained}"))
    return pieces
