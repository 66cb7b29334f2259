"""The year the screens begin with is one that can be read; where none can, nobody is asked to open it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw
import pytest
from support.damage import assert_plain, filled
from support.shared_server import OFFICE, OTHER, shared_database

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.session.first_year import first_session

LOST = (
    "Không mở được năm học 2020-2021: Tệp dữ liệu bị hỏng. Đừng ghi thêm; hãy báo quản trị viên khôi phục từ bản sao"
    " lưu."
)
NEWEST = "report_id = (SELECT id FROM report WHERE period_label = '2020-2021')"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """2020-2021 and 2019-2020."""
    path = tmp_path / "tthtcd.db"
    path.write_bytes(filled())
    return path


def spoil(path: Path, where: str) -> None:
    connection = apsw.Connection(str(path))
    connection.pragma("ignore_check_constraints", True)
    connection.execute(f"UPDATE figure SET number = 'abc', text = NULL WHERE key = 'so_ho' AND {where}").fetchall()
    connection.close()


def begun(path: Path, code: str | None = None) -> tuple[str, str]:
    """The period of the session, and what is told."""
    store = Store(path)
    try:
        session, words = first_session(store, code, "lan")
    finally:
        store.close()
    return session.year.period.label if session else "", words


@pytest.mark.parametrize("code", [None, "mao-khe"])
def test_it_is_the_newest(path: Path, code: str | None) -> None:
    assert begun(path, code) == ("2020-2021", "")


def test_where_there_is_none_yet_there_is_no_session(tmp_path: Path) -> None:
    assert begun(tmp_path / "moi.db") == ("", "")


def test_where_it_is_damaged_it_is_the_newest_that_can_be_read(path: Path) -> None:
    spoil(path, NEWEST)
    label, words = begun(path)
    assert label == "2019-2020"
    assert words == f"{LOST} Sẽ mở năm học 2019-2020, còn đọc được."


def test_where_none_can_be_read_that_is_told(path: Path) -> None:
    spoil(path, "report_id > 0")
    with pytest.raises(StoreProblem) as raised:
        begun(path)
    assert raised.value.message == LOST
    assert_plain(LOST)


def test_who_supervises_a_unit_begins_with_no_centres_year_unless_one_is_named(tmp_path: Path) -> None:
    shared = shared_database(tmp_path)
    with closing(Store(shared, OFFICE)) as store:
        assert first_session(store, None, OFFICE) == (None, "")
        session, _ = first_session(store, "tan-hoa", OFFICE)
        assert session is not None
        assert session.year.centre.code == "tan-hoa"
    with closing(Store(shared, OTHER)) as store:
        session, _ = first_session(store, None, OTHER)
        assert session is not None
