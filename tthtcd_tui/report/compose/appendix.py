"""An appendix: its head with the reference to this very document, its content, and the sentence that cites it."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.forms.appendices import LINK
from tthtcd_tui.report.appendices.attached import Attached
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.compose.head import date_of_issue, number_and_symbol
from tthtcd_tui.report.kinds.details import APPENDICES as CHOSEN
from tthtcd_tui.report.kinds.details import ISSUER
from tthtcd_tui.report.outline import AppendixHead, Block, Paragraph, Run, Runs
from tthtcd_tui.report.writer import Writer, in_capitals


def appendix(writer: Writer, material: Material, each: Attached) -> Iterator[Block]:
    from tthtcd_tui.report.appendices.registry import APPENDICES  # most reports have none

    content = APPENDICES[each.form.key].content(writer, material)
    title = in_capitals(writer.fill(each.form.title, CHOSEN))
    yield AppendixHead((Run(each.label, CHOSEN),), title, _reference(writer), content.is_wide)
    yield from content.blocks


def citation(writer: Writer, each: Attached) -> Paragraph:
    """«…: kèm theo Phụ lục I.»"""
    return Paragraph(writer.fill(each.form.citation.replace(LINK, each.label), CHOSEN))


def _reference(writer: Writer) -> Runs:
    """«(Kèm theo Báo cáo số 05/BC-TTHTCĐ ngày 05 tháng 6 năm 2021 của Trung tâm …)» (App. I, III.1)."""
    document = writer.form.document_type.capitalize()
    number, issuer = number_and_symbol(writer), writer.value(ISSUER)
    return (Run(f"(Kèm theo {document} số "), *number, Run(" "), date_of_issue(writer), Run(" của "), *issuer, Run(")"))
