"""The whole report, letterhead to Nơi nhận, in the order the Decree and the form give."""

from __future__ import annotations

from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.compose.body import body
from tthtcd_tui.report.compose.head import addressees, legal_basis, letterhead, title
from tthtcd_tui.report.compose.signoff import sign_off
from tthtcd_tui.report.compose.writer import Writer, trimmed
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.outline import Block, Outline, Paragraph, Run, plain
from tthtcd_tui.report.place import Place


def compose(form: Form, facts: Facts, draft: bool = False) -> Outline:
    """The report of `facts` as it will read. What is unanswered stands as a gap; a `draft` is to be marked as one."""
    writer = Writer(form, facts)
    blocks: list[Block] = [letterhead(writer), title(writer)]
    blocks += [*addressees(writer), *legal_basis(writer)]
    blocks += paragraphs(writer, "opening")
    blocks += body(writer)
    blocks += _ended(paragraphs(writer, "closing"), form.end_mark)
    blocks.append(sign_off(writer))
    abstract = plain(writer.fill(form.abstract))
    return Outline(
        blocks=tuple(blocks),
        title=f"{form.document_type.capitalize()} {abstract[:1].lower()}{abstract[1:]}",
        author=facts.text_at("report", "issuer") or facts.centre.name,
        dated=facts.date_at("report", "date") or facts.period.end,
        draft=draft,
    )


def paragraphs(writer: Writer, key: str) -> list[Paragraph]:
    """The opening or closing words."""
    place = Place.of("report", key)
    lines = writer.facts.lines_at(place)
    if writer.awaited(place):
        return [Paragraph((writer.gap(place),))]
    return [Paragraph(writer.fill(line, place)) for line in lines]


def _ended(last: list[Paragraph], mark: str) -> list[Paragraph]:
    """The closing words with «./.» at their end, in place of their own stop."""
    if not mark:
        return last
    if not last:
        return [Paragraph((Run(mark),))]
    return [*last[:-1], Paragraph((*trimmed(last[-1].runs, ". /"), Run(mark)))]
