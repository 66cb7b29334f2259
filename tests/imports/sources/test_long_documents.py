"""A document of very many paragraphs costs what it is long, or is refused before it is parsed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any

import pytest
from support.old_reports import FORM, docx, found_in, paragraph, values, written

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.blocks import table
from tthtcd_tui.imports.blocks.grid import Grid
from tthtcd_tui.imports.blocks.headings import field_named
from tthtcd_tui.imports.blocks.results import results_plan
from tthtcd_tui.imports.old_report.reader import read_report
from tthtcd_tui.imports.sources import word, word_size
from tthtcd_tui.imports.sources.word import read_word
from tthtcd_tui.text.periods import parse_period

PERIOD = parse_period("2018-2019")


def calls_of(run: Callable[[], Any]) -> int:
    """How many functions of ours are called."""
    counted = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "line",
    ["Câu thứ {n} của báo cáo về hoạt động của trung tâm.", "{n}. Kết quả mở lớp"],
)
def test_ten_times_the_paragraphs_are_ten_times_the_work(line: str) -> None:
    def read(height: int) -> Callable[[], Any]:
        body = "".join(paragraph(written(line.format(n=n), "<w:b/>")) for n in range(height))
        return lambda: read_report(FORM, PERIOD, read_word(docx(body)))

    read(50)()
    assert calls_of(read(1_000)) < 13 * calls_of(read(100))


def test_a_block_is_asked_once_how_wide_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time all of its lines are looked at."""
    looked: list[int] = []
    widths = vars(Grid)["widths"]

    def counted(grid: Grid) -> Any:
        looked.append(len(grid.lines))
        return widths.fget(grid)

    monkeypatch.setattr(Grid, "widths", property(counted))

    def lines_looked_at(height: int) -> int:
        looked.clear()
        results_plan(FORM, PERIOD, "\n".join(f"{n}. Kết quả mở lớp" for n in range(height)))
        return sum(looked)

    assert lines_looked_at(2_000) <= 2 * lines_looked_at(1_000)


TABLE = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"


def test_more_paragraphs_than_a_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_size, "MOST_OUTSIDE", 20)
    body = paragraph("Một câu.") * 20
    assert len(read_word(docx(body)).pieces) == 20
    with pytest.raises(UnusableFile, match="ngoài bảng"):
        read_word(docx(body + TABLE + paragraph("Thêm một câu.")))
    monkeypatch.setattr(word, "parse", None)  # before a tree is made of it
    for before in ("", TABLE, TABLE.replace("<w:p/>", TABLE), "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"):
        with pytest.raises(UnusableFile, match="ngoài bảng"):
            read_word(docx(before + body + paragraph("Thêm một câu.")))


def test_paragraphs_of_cells_are_no_part_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_size, "MOST_OUTSIDE", 20)
    cell = f"<w:tc>{paragraph('Một câu.') * 30}</w:tc>"
    assert read_word(docx(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")).pieces[0].is_table


def test_too_many_letters_are_told_before_anything_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_size, "MOST_LETTERS", 1_000)
    monkeypatch.setattr(word, "parse", None)
    with pytest.raises(UnusableFile, match="quá dài"):
        read_word(docx(paragraph("Một câu của báo cáo. ") * 60))


def test_prose_without_title_or_heading_is_no_letterhead() -> None:
    """Each of its lines names the centre, as the head of a report does: what comes late is kept as it stands."""
    lines = [f"Buổi thứ {n} của trung tâm học tập cộng đồng." for n in range(60)]
    found = found_in("\n".join(lines))
    kept = [each.text for each in found.unplaced]
    assert lines[50] in kept
    assert lines[50] not in values(found).get("report/issuer", "")


def test_a_block_is_asked_once_a_text_what_its_headings_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many of its cells say so, and in however many ways it is read."""
    asked: list[str] = []

    def counted(title: str, own: Mapping[str, str]) -> str | None:
        asked.append(title)
        return field_named(title, own)

    monkeypatch.setattr(table, "field_named", counted)
    results_plan(FORM, PERIOD, "1\t2\n" * 500)
    assert sorted(asked) == ["1", "2"]
