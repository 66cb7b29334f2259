"""A table with columns of the form's own: its lines as they are drawn, the sum below them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from support.scored import COUNTED, scored_form
from support.stores import new_report, save
from support.years import answered

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.rows import Rows
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.widgets.sheet_rows import RowKind, SheetRow


def drawn(row: SheetRow) -> tuple[str, ...]:
    return (row.marker, row.label, *(cell.shown for cell in row.cells), *(word.text for word in row.texts))


def test_the_lines_and_their_sum(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    form = scored_form()
    with closing(Store(path)) as store:
        answers = {place: answered(form, place, raw) for place, raw in COUNTED.items()}
        save(store, new_report(store, form=form), answers)
        session = Session(store, store.years.all()[0], "lan")
        rows = Rows(session, 80).section(form.section_by_key["doi_tuong"])
    assert [drawn(row) for row in rows[1:]] == [
        ("", "Đối tượng", "Số buổi", "Nữ", "Kinh phí", "Nơi học"),
        ("1", "Người lớn"),
        ("a", "  Phụ nữ", "12", "trên 340", "2.500.000", "Nhà văn hóa ấp 1"),
        ("b", "  Người cao tuổi", "", "", "", ""),
        ("2", "Học sinh", "3", "không có", "", ""),
        ("", "Cộng", "15", "340", "2.500.000", ""),
    ]
    assert [row.kind for row in rows[1:]][-1] is RowKind.TOTAL
    assert rows[3].cells[0].place == Place("grid/phu_nu/so_buoi")
