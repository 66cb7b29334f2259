"""Tables of open length: the activity log, findings, history."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.exports.tables.material import TableMaterial
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.exports.tables.table import CellType, Column, Table
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.place import PlaceKind

_WIDTHS: Final = {"date": 12, "title": 60, "category": 32, "classes": 10, "participations": 12}
_TYPES: Final = {"date": CellType.DATE, "classes": CellType.NUMBER, "participations": CellType.NUMBER}


def activities(material: TableMaterial) -> Table:
    """A row an activity, by day, under the headings by which an import knows them."""
    fields = material.form.records[PlaceKind.ACTIVITY]
    keys = ("date", "title", "category", "classes", "participations", "place", "partner", "note")
    columns = tuple(Column(fields[key].label, _TYPES.get(key, CellType.TEXT), _WIDTHS.get(key, 28)) for key in keys)
    category = fields["category"]
    called = {option.key: typed(category, option.key) for option in category.options}
    rows = tuple(
        (day, title, called.get(kind, kind), classes, participations, place, partner, note)
        for _, day, title, kind, classes, participations, place, partner, note in material.log.activities
    )
    return Table(TableName.ACTIVITIES, TableName.ACTIVITIES.label, columns, rows)


def findings(material: TableMaterial) -> Table:
    """The findings, in the order of `tthtcd check`."""
    columns = (
        Column("Mức", width=14),
        Column("Chỗ", width=36),
        Column("Tên", width=44),
        Column("Nội dung", width=80),
        Column("Giải trình", width=40),
    )
    rows = tuple(
        (
            each.level.value,
            each.place,
            material.rows.label_at(each.place.subject),
            each.message,
            each.reason,
        )
        for each in material.findings
    )
    return Table(TableName.FINDINGS, TableName.FINDINGS.label, columns, rows)


def history(material: TableMaterial) -> Table:
    """Every place of every change, the newest first."""
    columns = (
        Column("Lúc", CellType.TIME, 18),
        Column("Người sửa", width=16),
        Column("Chỗ", width=36),
        Column("Tên", width=44),
        Column("Trước", width=40),
        Column("Sau", width=40),
        Column("Lần lưu", CellType.NUMBER, 10),
        Column("Hoàn tác", width=10),
    )
    rows = tuple(
        (each.at, each.user, each.place, each.label, each.before, each.after, each.revision, "x" * each.is_undo)
        for each in material.history
    )
    return Table(TableName.HISTORY, TableName.HISTORY.label, columns, rows)
