"""Evidence by citation: each place that cites a document, with that document; then documents that nothing cites.

Items of the form, items of the centre's own and sources of indicators can cite (`report/evidence`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tthtcd_tui.exports.tables.material import TableMaterial
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.exports.tables.table import Cell, CellType, Column, Table
from tthtcd_tui.forms.model import SectionPart
from tthtcd_tui.report.evidence import CITING, Links, links
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportRow

_CITED: Final = "trong danh mục"
_DANGLING: Final = "mã không có trong danh mục"
_WORDS_ALONE: Final = "chỉ ghi bằng lời"
_UNUSED: Final = "chưa nội dung nào dùng"
_COLUMNS: Final = (
    Column("Mục", width=24),
    Column("Nội dung", width=32),
    Column("Ghi ở ô", width=16),
    Column("Lời ghi", width=48),
    Column("Mã", width=10),
    Column("Tên minh chứng", width=40),
    Column("Số, ký hiệu", width=18),
    Column("Ngày ban hành", CellType.DATE, 14),
    Column("Nơi lưu", width=24),
    Column("Địa chỉ trên mạng", width=24),
    Column("Tệp", width=24),
    Column("Tình trạng", width=26),
)
_NO_DOCUMENT: Final[tuple[Cell, ...]] = ("", "", "", None, "", "", "")


def evidence(material: TableMaterial) -> Table:
    """A row for each citation; for words that cite no document those alone; then the documents that nothing cites."""
    found = links(material.facts)
    cited = {uid for uid, places in found.of_uid.items() if places}
    unused = (item.uid for item in material.facts.evidence if item.uid not in cited)
    rows = [
        *(line for row in _citing(material) for line in _cited(material, found, row)),
        *(("", "", "", "", *_document(material, uid), _UNUSED) for uid in unused),
    ]
    return Table(TableName.EVIDENCE, TableName.EVIDENCE.label, _COLUMNS, tuple(rows))


def _citing(material: TableMaterial) -> Iterator[ReportRow]:
    """The items and indicators, in the order of the report, and those that the form has no longer."""
    kinds = (SectionPart.CHECKLIST, SectionPart.INDICATORS)
    for kind in kinds:
        for _, rows in material.rows.sections_of(kind):
            yield from rows
    for each, rows in material.rows.unplaced:
        if each.name in kinds:
            yield from rows


def _cited(material: TableMaterial, found: Links, row: ReportRow) -> Iterator[tuple[Cell, ...]]:
    place = Place.of(row.place, CITING[row.place.kind])
    words = material.facts.text_at(place)
    if not words:
        return
    field = material.form.records[place.kind][place.parts[-1]]
    section = material.form.section_by_key[row.section].name if row.section else ""
    head = (section, row.label, field.label, words)
    documents = [item.uid for item in material.facts.evidence if place in found.of_uid.get(item.uid, ())]
    dangling = [each.code for each in found.dangling if each.place == place]
    yield from ((*head, *_document(material, uid), _CITED) for uid in documents)
    yield from ((*head, code, *_NO_DOCUMENT[1:], _DANGLING) for code in dangling)
    if not documents and not dangling:
        yield (*head, *_NO_DOCUMENT, _WORDS_ALONE)


def _document(material: TableMaterial, uid: str) -> tuple[Cell, ...]:
    """Code, name, number, day, where it is kept, its address, the name of its file."""
    place, facts = Place.of(PlaceKind.EVIDENCE, uid), material.facts
    code, title, number, kept, address, file = (
        facts.text_at(place, key) for key in ("code", "title", "number", "kept", "address", "file")
    )
    return (code, title, number, facts.date_at(Place.of(place, "date")), kept, address, _file_name(file))


def _file_name(words: str) -> str:
    """The name of a copied file, without the SHA-256 before it."""
    digest, _, name = words.partition(" ")
    return name if len(digest) == 64 and name else words
