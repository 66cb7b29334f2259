"""The whole report, letterhead to Nơi nhận, in the order the Decree and the form give."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import chain
from typing import Final

from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.appendices.attached import Attached, attached
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.compose.appendix import appendix, citation
from tthtcd_tui.report.compose.body import printed_section
from tthtcd_tui.report.compose.head import addressees, legal_basis, letterhead, title
from tthtcd_tui.report.compose.signoff import sign_off
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.details import CLOSING, DATE, ISSUER, OPENING
from tthtcd_tui.report.numbering import Numbered, numbered
from tthtcd_tui.report.outline import Block, Outline, Paragraph, Run, plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import ReportRows, rows
from tthtcd_tui.report.writer import Writer, trimmed


class Part(NamedTuple):
    """A part of the report that is composed lazily, when it is read."""

    section: str
    """The form's key of the section; nothing for what stands before the first and after the last."""
    blocks: Callable[[], Iterator[Block]]


_NOTHING: Final = Material()


def compose(
    form: Form,
    facts: Facts,
    draft: bool = False,
    material: Material = _NOTHING,
    also: Collection[str] = (),
) -> Outline:
    """Compose the report of `facts`. Unanswered places become gaps; `draft` marks the Outline as one.

    Its appendices, and those asked for in `also`, are made of `material`.
    """
    walked = rows(form, facts)
    writer = Writer(form, facts, walked)
    going = attached(form, facts, also)
    written = [*_parts(writer, walked, going), *_appendices(writer, material, going)]
    abstract = plain(writer.fill(form.abstract))
    return Outline(
        blocks=tuple(chain.from_iterable(part.blocks() for part in written)),
        title=f"{form.document_type.capitalize()} {abstract[:1].lower()}{abstract[1:]}",
        author=facts.text_at(ISSUER) or facts.centre.name,
        dated=facts.date_at(DATE) or facts.period.end,
        draft=draft,
    )


def parts(form: Form, facts: Facts) -> list[Part]:
    """The report of `facts` in its parts: what is before the sections, each of them, what is after; no appendix."""
    walked = ReportRows(form, facts)
    return _parts(Writer(form, facts, walked), walked, attached(form, facts))


def appendix_parts(form: Form, facts: Facts, material: Material) -> list[Part]:
    """The appendices of the report of `facts`."""
    writer = Writer(form, facts, ReportRows(form, facts))
    return _appendices(writer, material, attached(form, facts))


def _parts(writer: Writer, walked: ReportRows, going: Collection[Attached]) -> list[Part]:
    sections = (
        Part(number.section.key, partial(_section, writer, number, walked, going)) for number in numbered(writer.form)
    )
    return [Part("", partial(_head, writer)), *sections, Part("", partial(_end, writer, going))]


def _appendices(writer: Writer, material: Material, going: Collection[Attached]) -> list[Part]:
    return [Part("", partial(appendix, writer, material, each)) for each in going]


def _section(writer: Writer, number: Numbered, walked: ReportRows, going: Collection[Attached]) -> Iterator[Block]:
    yield from printed_section(writer, number, walked)
    yield from (citation(writer, each) for each in going if each.form.section == number.section.key)


def _head(writer: Writer) -> Iterator[Block]:
    yield letterhead(writer)
    yield title(writer)
    yield from addressees(writer)
    yield from legal_basis(writer)
    yield from paragraphs(writer, OPENING)


def _end(writer: Writer, going: Collection[Attached]) -> Iterator[Block]:
    yield from (citation(writer, each) for each in going if not each.form.section)
    yield from _ended(paragraphs(writer, CLOSING), writer.form.end_mark)
    yield sign_off(writer)


def paragraphs(writer: Writer, place: Place) -> list[Paragraph]:
    """The opening or closing words."""
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
