"""Whoever has the program open keeps it: through an upgrade, a rollback, and a change of the system's Python."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pytest
from support.desk import NUMBER, OFFERED, PROSE, open_cell, open_prose
from support.live import OVERVIEW, Live
from support.matrix import LONG
from support.processes import run
from support.python_copy import python_copy
from support.releases import installed, name_of
from support.sample_database import sample_database
from support.stores import sql

from tthtcd_tui.models.storage.schema import SCHEMA_VERSION

pytestmark = LONG

PEOPLE: Final = ("canbo1", "canbo2", "canbo3")
SCREENS: Final[Mapping[str, str]] = {
    "lich su sua doi cua ca": "LỊCH SỬ SỬA ĐỔI",
    "tong hop bao cao": "7 TỔNG HỢP",
    "xem truoc van ban": "XEM TRƯỚC",
    "chot bao cao": "CHỐT BÁO CÁO",
    "huong dan nhanh": "HƯỚNG DẪN NHANH",
    "cac nam": "CÁC NĂM, TRUNG TÂM",
    "nhat ky hoat dong": "NHẬT KÝ HOẠT ĐỘNG",
    "chi tiet bao cao": "0 CHI TIẾT BÁO CÁO",
    "xuat bao cao ra tep": "8 XUẤT BÁO CÁO",
}
"""What one asks for in the list of commands, and what stands at the top of the screen then."""
WORDS: Final = "Trung tâm đã mở thêm ba lớp xóa mù chữ cho bà con"


class Server:
    """Releases in `opt`, for a Python that is theirs alone, and the sample year."""

    def __init__(self, folder: Path) -> None:
        self.opt = folder / "opt"
        self.python = python_copy(folder / "python")
        self.database = sample_database(folder)

    @property
    def program(self) -> Path:
        return self.opt / "current" / "bin" / "tthtcd"

    def install(self, bundle: Path) -> None:
        installed(bundle, self.opt, python=self.python)

    def lose_python(self) -> None:
        """As an upgrade of the system takes the old one away."""
        shutil.rmtree(self.python.parents[1])

    def use(self, bundle: Path) -> None:
        """As the guide says to go back."""
        subprocess.run(["ln", "-sfn", f"releases/{name_of(bundle)}", self.opt / "current"], check=True)

    def asked(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.program, *words, "--db", self.database], capture_output=True, encoding="utf-8", check=False
        )


@pytest.fixture
def server(tmp_path: Path, this_bundle: Path) -> Server:
    server = Server(tmp_path)
    server.install(this_bundle)
    return server


class Session(Live):
    """The program on the sample year as a user of the server starts it, the overview on the screen and at rest."""

    def __init__(self, server: Server, user: str) -> None:
        super().__init__(server.database, program=server.program, user=user)
        self.wait_for(OVERVIEW)
        self.rest()

    def go(self, *keys: str, shown: str) -> None:
        self.press(*keys)
        self.wait_for(shown)

    def leave(self) -> None:
        self.press("ctrl+q")
        assert self.wait_exit() == 0, self.text
        assert "Chương trình gặp lỗi".encode() not in self.raw


def look_everywhere(session: Session, but: str = "none") -> None:
    """Every screen, a search, an export: whatever of the program is loaded late, is loaded now."""
    for words, shown in SCREENS.items():
        if words.startswith(but):
            continue
        session.go("ctrl+p", shown="MỌI LỆNH")
        session.press(words)
        session.rest()
        session.go("enter", shown=shown)
        if words.startswith("xuat"):
            session.go("enter", shown="Đã xuất")
        session.go("esc", shown=OVERVIEW)
    session.go("f3", shown="TÌM")
    session.go("dan so", shown="Dân số")
    session.go("esc", shown=OVERVIEW)


def test_a_session_goes_on_through_an_upgrade_a_rollback_and_another_python(
    server: Server, this_bundle: Path, next_bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where exports go
    with ExitStack() as ended:
        writer, counter, reader = (ended.enter_context(Session(server, user)) for user in PEOPLE)
        open_prose(writer)
        open_cell(counter)
        half = len(WORDS) // 2
        writer.type(WORDS[:half])
        writer.wait_for(WORDS[:half].split()[-1])
        counter.type("543")
        counter.wait_for("543")

        server.install(next_bundle)
        assert server.asked("--version").stdout == f"tthtcd {name_of(next_bundle)}\n"
        counter.type("2")
        counter.wait_for("5432")
        server.use(this_bundle)
        assert server.asked("--version").stdout == f"tthtcd {name_of(this_bundle)}\n"
        server.lose_python()
        assert server.asked("years").returncode == 3

        writer.type(WORDS[half:])
        counter.type("1")
        look_everywhere(reader)
        writer.press("f2")
        counter.press("enter")
        writer.wait_stored({str(NUMBER): "54.321", str(PROSE): WORDS})
        for session in (writer, counter, reader):
            session.leave()
        assert (tmp_path / "bao-cao-2020-2021.docx").stat().st_size > 5000


def test_when_a_release_upgrades_the_data_the_open_sessions_are_told_and_lose_nothing(
    server: Server, this_bundle: Path, migrating_bundle: Path
) -> None:
    """And the way back that the guide names: the backup that was made just before."""
    with ExitStack() as ended:
        writer, counter, reader = (ended.enter_context(Session(server, user)) for user in PEOPLE)
        open_prose(writer)
        open_cell(counter)
        half = len(WORDS) // 2
        writer.type(WORDS[:half])
        writer.wait_for(WORDS[:half].split()[-1])
        counter.type("5432")
        counter.wait_for("5432")

        server.install(migrating_bundle)
        assert server.asked("years").returncode == 0
        assert sql(server.database, "PRAGMA user_version") == [(SCHEMA_VERSION + 1,)]
        writer.type(WORDS[half:])
        writer.press("f2")
        counter.type("1")
        counter.press("enter")
        for session in (writer, counter):
            session.wait_for("vừa được phiên bản mới của chương trình nâng cấp")
        look_everywhere(reader, but="xuat")
        for session in (writer, counter, reader):
            session.leave()
    for user in PEOPLE[:2]:
        with Live(server.database, program=server.program, user=user) as again:
            again.wait_for(OFFERED)
            again.press("enter")
            again.wait_for("Đã khôi phục")
            again.press("ctrl+q")
            assert again.wait_exit() == 0
    assert ("54321",) in sql(server.database, "SELECT classes FROM activity_result WHERE row = 'xoa_mu_chu'")
    assert (WORDS,) in sql(server.database, "SELECT text FROM narrative WHERE section = 'ket_qua'")

    server.use(this_bundle)
    refused = server.asked("years")
    assert (refused.returncode, "phiên bản mới hơn của chương trình" in refused.stderr) == (3, True)
    [backup] = server.database.with_name("sao-luu").glob("*truoc-khi-nang-cap.db")
    restored = subprocess.run(
        [server.program, "restore", backup, "--db", server.database], capture_output=True, encoding="utf-8", check=False
    )
    assert restored.returncode == 0, restored.stderr
    assert server.asked("years").returncode == 0


def test_all_of_the_standard_library_that_a_session_may_need_is_loaded_once_it_stands() -> None:
    assert run("late_modules") == []
