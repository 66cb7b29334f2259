"""A form's dictionary as a table for a spreadsheet, and as a DOCX."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO
from typing import Final

from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.dictionary import Entry, dictionary
from tthtcd_tui.report.outline import Align, Column, Outline, Paragraph, Row, Run, Runs, Table, Title
from tthtcd_tui.report.row import RowRole
from tthtcd_tui.text.guarded import guarded

_TITLES: Final = ("Mục", "Nội dung", "Kiểu", "Đơn vị", "Bắt buộc", "Nhận", "Gợi ý", "Tên chỗ")
_DAY: Final = date(2000, 1, 1)
"""A fixed date, so that the same form gives the same bytes: a dictionary has no date of issue."""
_COLUMNS: Final = (
    ("TT", Align.CENTRE, 7),
    ("Nội dung", Align.LEFT, 37),
    ("Kiểu, đơn vị", Align.LEFT, 18),
    ("Bắt buộc", Align.CENTRE, 10),
    ("Nhận, gợi ý", Align.LEFT, 28),
)


def dictionary_csv(form: Form) -> bytes:
    """UTF-8 with a byte order mark, as spreadsheets expect; cells that look like formulas are escaped."""
    made = StringIO()
    rows = csv.writer(made)
    rows.writerow(_TITLES)
    for entry in dictionary(form):
        rows.writerow([guarded(cell) for cell in (*entry[:4], "x" if entry.required else "", *entry[5:8])])
    return made.getvalue().encode("utf-8-sig")


def dictionary_docx(form: Form) -> bytes:
    """One table for the whole form, with a heading row for each section."""
    columns = tuple(Column((Run(title),), align, share) for title, align, share in _COLUMNS)
    about = f"Biểu mẫu {form.key}, phiên bản {form.version}."
    blocks = (
        Title((Run("BẢNG CHỈ TIÊU"),), (Run(form.name),)),
        Paragraph((Run(about),)),
        Table(columns, tuple(_rows(dictionary(form)))),
    )
    return docx_bytes(Outline(blocks, f"Bảng chỉ tiêu: {form.name}", form.name, _DAY, draft=False))


def _rows(entries: Iterable[Entry]) -> Iterable[Row]:
    section = ""
    for number, entry in enumerate(entries, 1):
        if entry.section != section:
            section = entry.section
            yield Row(RowRole.GROUP, ((), (Run(section),), (), (), ()))
        told = "; ".join(filter(None, (entry.accepts, entry.hint)))
        kind = ", ".join(filter(None, (entry.type, entry.unit)))
        required = "x" if entry.required else ""
        yield Row(RowRole.BODY, tuple(map(_run, (str(number), entry.label, kind, required, told))))


def _run(text: str) -> Runs:
    return (Run(text),) if text else ()
