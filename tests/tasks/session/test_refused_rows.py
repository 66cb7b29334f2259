"""What of a pasted table was not stored: kept until placed or dropped, gone with the paste that undo takes back."""

from __future__ import annotations

import pytest

from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.refused_rows import REFUSED, RefusedBlock, RefusedRow, RefusedRows, decode, readable
from tthtcd_tui.tasks.session.sitting import Sitting

ROW = RefusedRow(3, ("32/3", "Luật B"), "không có ngày 32", "activity", {"date": "32/3", "title": "Luật B"}, uid="a")
CELL = RefusedRow(4, ("Sức khỏe", "~12"), "“~12”", "results", {"classes": "~12"}, place=Place("results/a/classes"))


@pytest.fixture
def sitting() -> Sitting:
    return Sitting()


@pytest.fixture
def refused(sitting: Sitting) -> RefusedRows:
    """One paste, of which `op` stored the rest."""
    rows = RefusedRows(sitting)
    sitting.did("op")
    rows.add("Nhật ký", [ROW, CELL], ["Bỏ qua một cột."], op="op")
    return rows


def lines(refused: RefusedRows) -> list[int]:
    return [row.line for block in refused.pending for row in block.rows]


def test_undo_of_the_paste_takes_them_along_and_redo_brings_them_back(refused: RefusedRows, sitting: Sitting) -> None:
    assert lines(refused) == [3, 4]
    sitting.took_back("op", by="undo")
    assert (lines(refused), refused.drafts()) == ([], {})
    sitting.did("redo", redoes="undo")
    assert lines(refused) == [3, 4]
    sitting.took_back("redo", by="undo again")
    assert lines(refused) == []


def test_a_placed_row_comes_back_when_placing_it_is_undone(refused: RefusedRows, sitting: Sitting) -> None:
    before = sitting.latest
    sitting.did("placed")
    refused.placed("a", before)
    assert lines(refused) == [4]
    sitting.took_back("placed", by="undo")
    assert lines(refused) == [3, 4]


def test_what_stands_there_already_is_placed_without_a_change(refused: RefusedRows, sitting: Sitting) -> None:
    assert refused.placed_at([Place("results/a/classes")], sitting.latest)
    assert lines(refused) == [3]
    assert not refused.placed_at([Place("results/b/classes")], sitting.latest)


def test_a_dropped_row_is_taken_up_again(refused: RefusedRows) -> None:
    refused.drop(ROW)
    assert lines(refused) == [4]
    refused.take_up(RefusedBlock("", "Nhật ký", (ROW,)))
    assert lines(refused) == [3, 4]


def test_what_is_pasted_again_is_refused_once(refused: RefusedRows) -> None:
    refused.add("Nhật ký", [ROW], pasted="Ngày\tTên\r32/3\tLuật B\r")
    assert sorted(lines(refused)) == [3, 4]


def test_f8_leads_there_until_somebody_looked(refused: RefusedRows) -> None:
    assert refused.wants_look
    refused.look()
    assert not refused.wants_look


def test_f8_leads_there_while_they_are_placed(refused: RefusedRows) -> None:
    refused.look()
    refused.is_at_work = True
    assert refused.wants_look


def test_f8_leads_nowhere_once_all_are_placed_or_dropped(refused: RefusedRows) -> None:
    refused.look()
    refused.is_at_work = True
    for row in refused.pending[0].rows:
        refused.drop(row)
    assert not refused.wants_look


def test_what_is_only_to_be_said_is_there_until_it_was_read(sitting: Sitting) -> None:
    refused = RefusedRows(sitting)
    refused.add("Kết quả", [], ["TỔNG khác."])
    assert [block.notes for block in refused.pending] == [("TỔNG khác.",)]
    assert refused.drafts() == {}
    refused.look()
    assert not refused.pending


def test_a_draft_says_all_of_it_and_is_read_as_a_person_reads_it(refused: RefusedRows) -> None:
    ((place, text),) = refused.drafts().items()
    assert place.kind == REFUSED
    block = decode(text)
    assert block is not None
    assert (block.at, block.notes) == ("Nhật ký", ("Bỏ qua một cột.",))
    assert block.rows == refused.pending[0].rows
    assert readable(place, text) == "Dòng 3: 32/3 · Luật B\nDòng 4: Sức khỏe · ~12"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"at": "x"}', '{"at": "x", "notes": [], "rows": [{"line": "y"}]}'])
def test_a_draft_that_is_none_is_read_as_it_stands(text: str) -> None:
    assert decode(text) is None
    assert readable(Place.of(REFUSED, "a"), text) == text
