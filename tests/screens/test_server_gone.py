"""The server that keeps the data cannot be reached: what is typed stays, it is said, one goes on once it is back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.drafts import kept
from support.postgres import PostgresServer, name_of
from support.round_trips import CountedLine
from support.sample_database import new_on_server
from support.screens import Screens, opened
from support.stores import answers, new_report, number, save

from tthtcd_tui.models.storage.address import ServerAddress, parse_location
from tthtcd_tui.models.store import Store
from tthtcd_tui.services.server_watch import BACK, BACK_TYPING

CELL = "results/phap_luat/classes"


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tthtcd_tui.app.POLL_SECONDS", 0.1)


@pytest.fixture
def near(postgres_server: PostgresServer) -> Iterator[ServerAddress]:
    """The server itself, which nothing happens to."""
    address = postgres_server.copy_of("new", new_on_server)
    with closing(Store(address)) as store:
        new_report(store)
    yield address
    postgres_server.drop(address)


@pytest.fixture
def line(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[CountedLine]:
    with CountedLine(postgres_server.sockets, tmp_path / "s") as line:
        yield line


@pytest.fixture
def screens(
    near: ServerAddress, line: CountedLine, postgres_server: PostgresServer, tmp_path: Path
) -> Iterator[Screens]:
    """In a cell of the results table."""
    far = parse_location(postgres_server.url(name_of(near), line.folder))
    with opened(tmp_path, path=far, drafts=tmp_path / "chua-luu") as screens:
        screens.press("4", "down", "down")
        yield screens


def test_what_is_typed_stays_is_kept_and_is_saved_once_it_is_back(
    screens: Screens, line: CountedLine, near: ServerAddress, tmp_path: Path
) -> None:
    screens.type("12")
    line.cut()
    screens.press("enter")
    assert "CHƯA LƯU ĐƯỢC: Không nối được với máy chủ dữ liệu." in screens.lines[0]
    assert "Phần đang gõ vẫn được giữ" in " ".join(screens.text.split())
    assert screens.sheet.typing == "12"
    screens.wait_until(lambda: kept(tmp_path / "chua-luu") == {CELL: "12"})
    screens.type("3")
    assert screens.sheet.typing == "123"
    line.mend()
    screens.wait_for(BACK_TYPING)
    screens.press("enter")
    assert "Đã lưu" in screens.text
    with closing(Store(near)) as store:
        assert answers(store, 1) == {CELL: number(123)}


def test_who_only_looks_is_told_and_shown_what_came_meanwhile(
    screens: Screens, line: CountedLine, near: ServerAddress
) -> None:
    line.cut()
    screens.wait_for("Không nối được với máy chủ dữ liệu")
    screens.press("down", "up", "escape", "1", "escape", "4", "down", "down")
    assert screens.app.crash is None
    with closing(Store(near)) as store:
        save(store, 1, {CELL: number(7)})
    line.mend()
    screens.wait_for(BACK)
    screens.wait_until(lambda: "   7  " in screens.line("Giáo dục pháp luật"))
    screens.type("8")
    screens.press("enter")
    assert "Đã lưu" in screens.lines[0]
