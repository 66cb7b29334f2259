"""Findings by place, with the words to be marked in the text where there are any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tthtcd_tui.checks.sentences import sentences
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.outline import plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import rows
from tthtcd_tui.report.writer import Writer
from tthtcd_tui.tasks.session.session import Session


def located(session: Session) -> Mapping[Place, Sequence[Finding]]:
    """The open findings by place, without gaps; `words` is emptied where the place's printed text lacks them."""
    writer = Writer(session.form, session.facts, rows(session.form, session.facts))
    found: dict[Place, list[Finding]] = {}
    for finding in session.findings:
        if finding.is_open and not finding.is_missing:
            stands = finding.words and any(
                finding.words.casefold() in sentence.casefold()
                for line in _printed(writer, session.facts, finding.place)
                for sentence in sentences(line)
            )
            found.setdefault(finding.place, []).append(finding if stands else finding._replace(words=""))
    return found


def _printed(writer: Writer, facts: Facts, place: Place) -> Iterator[str]:
    """The paragraphs of `place` as they are printed."""
    yield from (plain(writer.fill(line)) for line in facts.lines_at(place))
