"""The register of evidence as an appendix: code, name, number and date, where it is kept, what it shows."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.forms.appendices import EVIDENCE as NAME
from tthtcd_tui.report.appendices.kind import AppendixKind, Content
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.evidence import Links, links
from tthtcd_tui.report.facts import EvidenceItem
from tthtcd_tui.report.outline import Align, Column, Row, Run, RunKind, Runs, Table
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import RowRole
from tthtcd_tui.report.writer import Writer
from tthtcd_tui.text.dates import padded_date

_COLUMNS: Final = (
    ("TT", Align.CENTRE, 5),
    ("Mã", Align.LEFT, 9),
    ("Tên minh chứng", Align.LEFT, 28),
    ("Số, ngày ban hành", Align.LEFT, 17),
    ("Nơi lưu", Align.LEFT, 18),
    ("Dùng cho", Align.LEFT, 23),
)


def _content(writer: Writer, material: Material) -> Content:  # noqa: ARG001 -- it is made of the year alone
    return Content(iter((_table(writer),)), is_wide=True)


def _table(writer: Writer) -> Table:
    found = links(writer.facts)
    columns = tuple(Column((Run(title),), align, share) for title, align, share in _COLUMNS)
    items = enumerate(writer.facts.evidence, 1)
    return Table(columns, tuple(_row(writer, found, number, item) for number, item in items))


def _row(writer: Writer, found: Links, number: int, item: EvidenceItem) -> Row:
    place = Place.of(PlaceKind.EVIDENCE, item.uid)
    code, title = (_named(Place.of(place, key), text) for key, text in (("code", item.code), ("title", item.title)))
    shows = "; ".join(dict.fromkeys(writer.rows.label_at(cell.parent) for cell in found.of_uid.get(item.uid, ())))
    cells = ((Run(str(number)),), code, title, _issued(writer, place), _kept(writer, place), (Run(shows),))
    return Row(RowRole.BODY, tuple(cell if cell and cell[0].text else () for cell in cells))


def _named(place: Place, text: str) -> Runs:
    return (Run(text, place, RunKind.VALUE),) if text else (Run("[Chưa nhập]", place, RunKind.GAP),)


def _issued(writer: Writer, place: Place) -> Runs:
    """«05/QĐ-UBND ngày 12/10/2025»."""
    number, day = writer.facts.text_at(place, "number"), writer.facts.date_at(place, "date")
    dated = f"ngày {padded_date(day)}" if day else ""
    return (Run(" ".join(filter(None, (number, dated))), Place.of(place, "number"), RunKind.VALUE),)


def _kept(writer: Writer, place: Place) -> Runs:
    """The cabinet, the address, the name of the file."""
    *_, name = writer.facts.text_at(place, "file").partition(" ")
    told = (writer.facts.text_at(place, "kept"), writer.facts.text_at(place, "address"), name)
    return (Run("; ".join(filter(None, told)), Place.of(place, "kept"), RunKind.VALUE),)


EVIDENCE: Final = AppendixKind(NAME, _content)
