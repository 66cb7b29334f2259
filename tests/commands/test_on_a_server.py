"""The commands and the screens with data on a server: what they do in a file they do there."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.damage import assert_plain
from support.matrix import LONG
from support.postgres import PostgresServer, binaries, name_of
from support.processes import environment
from support.screens import opened
from support.stores import answers, new_report, number, save, spoil

from tthtcd_tui.cli import main
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.storage.address import ServerAddress
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.demo import load_samples

YEAR = "2020-2021"


@pytest.fixture
def server(postgres_server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerAddress]:
    """An empty database, named as an administrator would."""
    address = postgres_server.new_database()
    monkeypatch.setenv("TTHTCD_DB", address.connection)
    monkeypatch.setenv("TTHTCD_USER", "gd")
    monkeypatch.chdir(tmp_path)
    yield address
    postgres_server.drop(address)


def run(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert main([*words, "--user", "gd"]) == code, capsys.readouterr()
    out, err = capsys.readouterr()
    return out if code in (0, 1) else err


def test_a_year_from_nothing_to_a_docx(server: ServerAddress, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Chưa có dữ liệu ở" in run(capsys, "years", code=3)
    run(capsys, "centre", "add", "mao-khe", "TTHTCĐ Mạo Khê")
    run(capsys, "new", YEAR)
    run(capsys, "set", YEAR, "figure/dan_so", "trên 40.000")
    assert "trên 40.000" in run(capsys, "show", YEAR, "figure/dan_so")
    assert "lỗi" in run(capsys, "check", YEAR, code=1)
    run(capsys, "export", YEAR, "--draft", "-o", "a.docx")
    assert Path("a.docx").read_bytes().startswith(b"PK")
    run(capsys, "undo", YEAR)
    assert len(run(capsys, "history", YEAR).splitlines()) == 2
    run(capsys, "delete", YEAR, "--yes")
    assert YEAR not in run(capsys, "years")


def test_doctor_reads_it_all_and_leaves_the_servers_own_to_the_server(
    server: ServerAddress, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"chưa có ở {server}" in run(capsys, "doctor", code=1)
    with closing(Store(server, "gd")) as store:
        new_report(store)
    said = run(capsys, "doctor")
    assert "PostgreSQL" in said
    assert "nội dung khớp nhật ký sửa đổi" in said
    assert "pg_dump" in said


def test_what_was_changed_there_by_hand_is_found_and_can_be_accepted(
    server: ServerAddress, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Store(server, "gd")) as store:
        save(store, new_report(store), {"figure/dan_so": number(40_000)}, user="gd")
    spoil(server, "UPDATE figure SET number = '41000'")
    found = run(capsys, "doctor", code=1)
    code = re.search(r"mã (\S+) ·", found)
    assert code, found
    assert "--accept" in found
    run(capsys, "doctor", "--accept", code[1], "--reason", "Sửa theo công văn")
    assert "Sửa theo công văn" in run(capsys, "doctor")


@pytest.mark.parametrize("words", [["backup"], ["backup", "--list"], ["backup", "--daily"], ["restore", "a.db"]])
def test_what_is_the_servers_is_said(
    server: ServerAddress, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Store(server, "gd").close()
    Path("a.db").write_bytes(b"")
    told = run(capsys, *words, code=3)
    assert f"“{server}”" in told
    assert ("pg_restore" if "restore" in words else "pg_dump") in told
    assert_plain(told.strip())


def test_no_address_is_taken_from_a_command(server: ServerAddress, capsys: pytest.CaptureFixture[str]) -> None:
    assert "TTHTCD_DB" in run(capsys, "years", "--db", server.connection, code=3)


def test_copied_to_a_file_and_read_there(server: ServerAddress, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "centre", "add", "mao-khe", "TTHTCĐ Mạo Khê")
    run(capsys, "new", YEAR)
    assert "Đã chép và đối chiếu" in run(capsys, "copy-to", "ban.db")
    assert YEAR in run(capsys, "years", "--db", "ban.db")
    assert "đã có dữ liệu" in run(capsys, "copy-to", "ban.db", code=3)


def test_the_screens_save_there(server: ServerAddress, tmp_path: Path) -> None:
    store = Store(server)
    report = new_report(store)
    with opened(tmp_path, path=server) as screens:
        screens.press("4", "down", "down")
        screens.type("12")
        screens.press("enter")
    assert len(answers(store, report)) == 1
    store.close()


@LONG
def test_dumped_and_restored_by_the_servers_own_programs_it_is_sound(
    server: ServerAddress, postgres_server: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Store(server)) as store:
        load_samples(store)
    restored, programs = postgres_server.new_database(), binaries()
    assert programs is not None
    dump = [programs / "pg_dump", "--format=custom", "--file=a.dump", server.connection]
    restore = [programs / "pg_restore", "--no-owner", "--exit-on-error", f"--dbname={restored.connection}", "a.dump"]
    for command in (dump, restore):
        subprocess.run(list(map(str, command)), check=True, capture_output=True)
    with closing(Store(restored)) as again, closing(Store(server)) as store:
        assert list(flaws(again._database)) == []
        assert [again.snapshot(year.report_id) for year in again.years.all()] == [
            store.snapshot(year.report_id) for year in store.years.all()
        ]
        assert save(again, 1, {"report/signer": "Lan"}) == 2
    postgres_server.drop(restored)


def test_on_a_machine_without_the_driver_it_is_said_what_to_install() -> None:
    script = "import sys; sys.modules['psycopg'] = None; from tthtcd_tui.cli import main; sys.exit(main(['years']))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**environment(), "TTHTCD_DB": "postgresql://may/tinh"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert "tthtcd-tui[server]" in done.stderr


def test_a_line_that_is_cut_costs_nothing_typed(
    server: ServerAddress, tmp_path: Path, postgres_server: PostgresServer
) -> None:
    """Whoever types on meets a new one."""
    with closing(Store(server)) as store:
        report = new_report(store)
    with opened(tmp_path, path=server) as screens:
        screens.press("4", "down", "down")
        screens.type("12")
        postgres_server.run(
            f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name_of(server)}'"
        )
        screens.press("enter")
        assert "Đã lưu" in screens.text
    with closing(Store(server)) as store:
        assert answers(store, report) == {"results/phap_luat/classes": number(12)}
