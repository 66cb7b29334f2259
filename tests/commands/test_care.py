"""What an administrator does at a prompt: backups, restoring, a look at how everything is."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from support.damage import filled
from support.stores import answers, save, sql
from support.stores import spoil as spoil_rows

from tthtcd_tui.cli import main
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care import doctor
from tthtcd_tui.tasks.care.finding import State


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two years, and nobody has it open."""
    folder = tmp_path / "kho"
    folder.mkdir(mode=0o700)
    path = folder / "tthtcd.db"
    path.write_bytes(filled())
    path.chmod(0o600)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(path))
    return path


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["backup", "--list", "--json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


# -- backup and restore: the drill (promise G8) -----------------------------------------------------------------------


def test_the_drill(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Backed up, spoilt, found out, restored; and then taken back, because it was the wrong day."""
    assert main(["backup"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Đã sao lưu và kiểm tra lại: ")
    (backup,) = listed(capsys)
    assert str(backup["path"]) in out
    assert main(["set", "2020-2021", "report/signer", "Nhầm", "--user", "an"]) == 0
    gc.collect()  # as the end of the command's process would
    assert main(["restore", str(backup["path"])]) == 0
    out = capsys.readouterr().out
    assert "Đã khôi phục dữ liệu từ " in out
    kept = out.split("được giữ ở ")[1].strip().removesuffix(".")
    assert main(["show", "2020-2021", "report/signer"]) == 0
    assert capsys.readouterr().out == "report/signer Hải\n"
    gc.collect()
    assert main(["restore", kept]) == 0
    capsys.readouterr()
    main(["show", "2020-2021", "report/signer"])
    assert capsys.readouterr().out == "report/signer Nhầm\n"
    assert main(["doctor"]) == 0


def test_while_somebody_has_it_open_restore_refuses(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["backup"])
    (backup,) = listed(capsys)
    store = Store(database)
    save(store, 1, {"report/signer": "Minh"})
    assert main(["restore", str(backup["path"])]) == 3
    assert capsys.readouterr().err == "Đang có người mở dữ liệu này. Hãy báo mọi người thoát ra rồi làm lại.\n"
    assert answers(store, 1)["report/signer"] == "Minh"
    store.close()
    assert main(["restore", str(backup["path"])]) == 0


def test_a_backup_goes_where_one_wants_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "--to", "usb", "--json"]) == 0
    (made,) = json.loads(capsys.readouterr().out)
    assert Path(made["path"]).parent == Path("usb")
    assert made["rows"]["report"] == 2
    assert listed(capsys) == []
    assert main(["backup", "--list"]) == 0
    assert "Chưa có bản sao lưu nào." in capsys.readouterr().out


def test_a_file_in_place_of_the_folder_one_wants_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "usb").write_text("", encoding="utf-8")
    assert main(["backup", "--to", "usb"]) == 3
    assert capsys.readouterr().err == "“usb” đã là một tệp. Hãy chọn tên khác cho thư mục.\n"


def test_a_backup_without_its_manifest_is_used_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    main(["backup"])
    (backup,) = listed(capsys)
    Path(str(backup["path"])).with_suffix(".json").unlink()
    assert main(["restore", str(backup["path"])]) == 0
    assert "không kèm bảng kê" in capsys.readouterr().err


def test_what_cannot_be_done_is_told(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", "khong-co.db"]) == 3
    assert "Không có tệp “khong-co.db”" in capsys.readouterr().err
    database.unlink()
    assert main(["backup"]) == 3
    assert "để sao lưu" in capsys.readouterr().err


def test_a_damaged_database_is_replaced_and_kept(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["backup"])
    (backup,) = listed(capsys)
    content = bytearray(database.read_bytes())
    content[8_192:] = b"\xff" * (len(content) - 8_192)
    database.write_bytes(content)
    assert main(["doctor"]) == 1
    assert main(["backup"]) == 3
    capsys.readouterr()
    assert main(["restore", str(backup["path"])]) == 0
    assert "nguyên như cũ vì đã hỏng" in capsys.readouterr().out
    assert main(["doctor"]) == 0


# -- the day's own ----------------------------------------------------------------------------------------------------


def test_the_first_command_of_a_day_that_saves_makes_one(capsys: pytest.CaptureFixture[str]) -> None:
    main(["years"])
    assert listed(capsys) == []
    for value in ("một", "hai"):
        main(["set", "2020-2021", "report/signer", value, "--user", "an"])
    (backup,) = listed(capsys)
    assert sql(Path(str(backup["path"])), "SELECT signer FROM report WHERE period_label = '2020-2021'") == [("Hải",)]


def test_what_can_only_be_read_says_so_with_every_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tthtcd_tui.models.storage.opening._may_write", lambda _: False)
    assert main(["summary", "2020-2021"]) == 0
    said = capsys.readouterr()
    assert said.err.count("Chỉ xem và xuất được, không lưu được") == 1
    assert "TỔNG" in said.out
    assert main(["set", "2020-2021", "report/signer", "Lan", "--user", "an"]) == 3


# -- doctor -----------------------------------------------------------------------------------------------------------


def examined(capsys: pytest.CaptureFixture[str], code: int = 0) -> dict[str, dict[str, str]]:
    capsys.readouterr()
    assert main(["doctor", "--json"]) == code
    checks = json.loads(capsys.readouterr().out)
    for check in checks:
        assert (check["state"] == "fine") or check["advice"], check
    return {check["check"]: check for check in checks}


def test_all_is_well(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["backup"])
    checks = examined(capsys)
    assert {check["state"] for check in checks.values()} == {"fine"}
    assert set(checks) == {
        "version", "engine", "data", "permissions", "journal", "schema", "integrity", "history", "space", "backups",
        "clock", "drafts", "locale", "terminal",
    }  # fmt: skip
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert f"Tốt · Tệp dữ liệu: {database} (" in out
    assert str(database.with_name("sao-luu")) in out
    assert "→" not in out


def test_it_changes_nothing(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sql(database, "PRAGMA journal_mode = delete")
    before = database.read_bytes()
    checks = examined(capsys)
    assert database.read_bytes() == before
    assert checks["journal"]["state"] == "noted"
    assert checks["backups"]["state"] == "noted"


def spoil_page(path: Path) -> None:
    page = sql(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'figure'")[0][0]
    assert isinstance(page, int)
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4_096 : page * 4_096] = b"\xff" * 4_096
    path.write_bytes(content)


WRONG: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a page is overwritten": ("integrity", spoil_page),
    "a row belongs to nothing": ("integrity", lambda path: sql_unminded(path, "UPDATE report SET centre_id = 77")),
    "a saved change is not told of": (
        "history",
        lambda path: spoil_rows(
            path,
            "DELETE FROM audit_entry WHERE change_id = (SELECT MAX(id) FROM audit_change);"
            "DELETE FROM audit_change WHERE id = (SELECT MAX(id) FROM audit_change)",
        ),
    ),
    "the first saved change is not told of": (
        "history",
        lambda path: spoil_rows(
            path,
            "DELETE FROM audit_block; DELETE FROM audit_entry WHERE change_id IN"
            " (SELECT id FROM audit_change WHERE revision = 1); DELETE FROM audit_change WHERE revision = 1",
        ),
    ),
    "of a saved change nothing is told but that it was": (
        "history",
        lambda path: spoil_rows(path, "DELETE FROM audit_block WHERE change_id = (SELECT MIN(id) FROM audit_change)"),
    ),
    "a saved change is told of under another number": (
        "history",
        lambda path: spoil_rows(
            path, "UPDATE audit_change SET revision = 99 WHERE id = (SELECT MAX(id) FROM audit_change)"
        ),
    ),
    "the history is cut": ("history", lambda path: sql(path, "UPDATE report SET revision = revision + 1 WHERE id = 1")),
    "a newer program wrote it": ("schema", lambda path: sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")),
    "it is not there": ("data", lambda path: path.unlink()),
    "it is no database": ("integrity", lambda path: path.write_bytes(b"x" * 5_000)),
    "it is empty": ("integrity", lambda path: path.write_bytes(b"")),
}


def sql_unminded(path: Path, statement: str) -> None:
    import apsw

    connection = apsw.Connection(str(path))
    connection.execute(statement).fetchall()
    connection.close()


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_told_with_what_to_do(database: Path, capsys: pytest.CaptureFixture[str], what: str) -> None:
    key, spoil = WRONG[what]
    spoil(database)
    checks = examined(capsys, code=1)
    assert [name for name, check in checks.items() if check["state"] == "wrong"] == [key]
    assert main(["doctor"]) == 1
    assert "Hỏng · " in capsys.readouterr().out


def test_what_others_may_read_is_told(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database.chmod(0o644)
    checks = examined(capsys)
    assert checks["permissions"]["state"] == "noted"
    assert f"chmod 600 {database}" in checks["permissions"]["advice"]


def test_what_belongs_to_another_account_is_told(
    database: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An administrator who ran the program as root, perhaps."""
    main(["backup"])
    real = Path.stat

    def stat(path: Path, **named: bool) -> os.stat_result:
        found = real(path, **named)
        return os.stat_result((*found[:4], 12_345, *found[5:])) if path.suffix == ".json" else found

    monkeypatch.setattr(Path, "stat", stat)
    checks = examined(capsys, code=1)
    assert checks["permissions"]["state"] == "wrong"
    assert f"chown {os.geteuid()} " in checks["permissions"]["advice"]


@pytest.mark.parametrize(("free", "state"), [(10**12, "fine"), (50_000_000, "noted"), (5_000_000, "wrong")])
def test_a_disk_that_fills_up_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, free: int, state: str
) -> None:
    monkeypatch.setattr("tthtcd_tui.tasks.care.doctor_files.shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    assert examined(capsys, code=1 if state == "wrong" else 0)["space"]["state"] == state


@pytest.mark.parametrize(("encoding", "state"), [("UTF-8", "fine"), ("utf8", "fine"), ("ANSI_X3.4-1968", "noted")])
def test_a_locale_without_vietnamese_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, encoding: str, state: str
) -> None:
    monkeypatch.setattr("tthtcd_tui.tasks.care.doctor.locale.getencoding", lambda: encoding)
    assert examined(capsys)["locale"]["state"] == state


@pytest.mark.parametrize(
    ("term", "size", "state"),
    [
        ("xterm-256color", (80, 24), State.FINE),
        ("xterm", (79, 24), State.NOTED),
        ("linux", (80, 20), State.NOTED),
        ("dumb", (80, 24), State.WRONG),
        ("", (80, 24), State.WRONG),
    ],
)
def test_a_terminal_that_will_not_do_is_told(
    monkeypatch: pytest.MonkeyPatch, term: str, size: tuple[int, int], state: State
) -> None:
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"tthtcd_tui.tasks.care.doctor.sys.{stream}", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr("tthtcd_tui.tasks.care.doctor.shutil.get_terminal_size", lambda: size)
    (check,) = [check for check in doctor._terminal() if check.key == "terminal"]
    assert check.state is state
    assert bool(check.advice) is (state is not State.FINE)


def test_an_engine_that_can_lose_data_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tthtcd_tui.models.storage.sqlite.SqliteFile.server_version", (3, 40, 1))
    assert examined(capsys)["engine"]["state"] == "noted"


def test_that_somebody_has_it_open_is_told(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store(database)
    store.years.all()
    assert "đang có người mở" in examined(capsys)["data"]["message"]
    store.close()
    assert "đang có người mở" not in examined(capsys)["data"]["message"]


# -- what is gone -----------------------------------------------------------------------------------------------------


def test_of_a_deleted_year_who_when_and_why_stay(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["delete", "2019-2020"]) == 2
    assert "thêm --reason LÝ_DO" in capsys.readouterr().err
    assert main(["delete", "2019-2020", "--reason", "Nhập nhầm kỳ", "--user", "lan"]) == 0
    capsys.readouterr()
    assert main(["years", "--deleted"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("mao-khe  2019-2020  lan xóa lúc ")
    assert said.endswith(": Nhập nhầm kỳ\n")
    assert examined(capsys)["history"]["state"] == "fine"


@pytest.mark.parametrize("where", [".", "/"])
def test_a_folder_is_no_backup(capsys: pytest.CaptureFixture[str], where: str) -> None:
    assert main(["restore", where]) == 3
    said = capsys.readouterr().err
    assert said.startswith(f"“{where}” là thư mục, không phải bản sao lưu. Hãy ghi cả tên tệp đuôi .db trong đó. Gõ ")
