"""A damaged database, opened as a person opens it: told in whole words what can be done, and led into no dead end."""

from __future__ import annotations

from pathlib import Path

import apsw
from support.live import OVERVIEW, Live
from support.sample_database import sample_database

LOST = (
    "Không mở được năm học 2020-2021: Tệp dữ liệu bị hỏng. Đừng ghi thêm; hãy báo quản trị viên khôi phục từ bản sao"
    " lưu."
)
ASKED = "Enter để mở; Ctrl+D để thôi."


def spoilt(folder: Path, *statements: str) -> Path:
    """The sample years with rows that this program never wrote."""
    path = sample_database(folder)
    connection = apsw.Connection(str(path))
    connection.pragma("ignore_check_constraints", True)
    for statement in statements:
        connection.execute(statement).fetchall()
    connection.close()
    return path


def with_page_spoilt(folder: Path, table: str) -> Path:
    """The same with a page of `table` overwritten, which holds rows of both years."""
    path = sample_database(folder)
    connection = apsw.Connection(str(path))
    page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchall()[0][0]
    connection.close()
    assert isinstance(page, int)
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4_096 : page * 4_096] = b"\xff" * 4_096
    path.write_bytes(content)
    return path


def test_where_no_year_can_be_read_nobody_is_asked_to_open_it(tmp_path: Path) -> None:
    with Live(with_page_spoilt(tmp_path, "participation_rating")) as live:
        assert live.wait_exit() == 3
        assert " ".join(line.strip() for line in live.lines if line.strip()) == LOST, "that alone, and no word broken"


def test_a_year_does_without_the_one_before_it_where_that_is_damaged(tmp_path: Path) -> None:
    before = "(SELECT id FROM report WHERE period_label = '2019-2020')"
    path = spoilt(tmp_path, f"UPDATE figure SET number = 'abc', text = NULL WHERE report_id = {before}")
    with Live(path) as live:
        live.wait_for(OVERVIEW)
        live.press("1")
        live.wait_for("Dân số")
        live.press("f4", "esc", "7")
        live.wait_for("TỔNG HỢP")
        live.press("ctrl+q")
        assert live.wait_exit() == 0


def test_a_year_that_can_be_read_is_opened_instead_and_the_other_says_why_not(tmp_path: Path) -> None:
    newest = "(SELECT id FROM report WHERE period_label = '2020-2021')"
    path = spoilt(tmp_path, f"UPDATE figure SET number = 'abc', text = NULL WHERE report_id = {newest}")
    with Live(path) as live:
        live.wait_for(ASKED)
        told = [line.strip() for line in live.lines if line.strip()]
        assert len(told) == 3
        assert " ".join(told) == f"{LOST} Sẽ mở năm học 2019-2020, còn đọc được. {ASKED}", "no word is broken"
        live.press("enter")
        live.wait_for(OVERVIEW)
        assert "2019-2020" in live.lines[0]
        live.press("end", "enter")
        live.wait_for("Năm học 2020-2021")
        live.press("up", "enter")
        live.wait_for("Không mở được năm học 2020-2021")
        live.press("ctrl+q")
        assert live.wait_exit() == 0
