"""`tthtcd evidence`: the register by commands, with its files; and carried into another year, out and in as JSON."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from support.stores import new_report

from tthtcd_tui.cli import main
from tthtcd_tui.models.store import Store

YEAR = "2020-2021"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "a.db"
    store = Store(path)
    new_report(store)
    store.close()
    monkeypatch.setenv("TTHTCD_DB", str(path))
    monkeypatch.chdir(tmp_path)
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert main(list(words)) == code, capsys.readouterr()
    out, err = capsys.readouterr()
    return out if code == 0 else err


def test_added_listed_given_back_removed_and_undone(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("quyet-dinh.pdf").write_bytes(b"mot tep")
    added = ("--number", "12/QĐ-UBND", "--date", "3/9/2020", "--kept", "tủ 1", "--file", "quyet-dinh.pdf")
    assert "MC01" in run(capsys, "evidence", YEAR, "--add", "Quyết định kiện toàn", *added)
    run(capsys, "set", YEAR, "checklist/kien_toan/evidence", "MC01")
    assert run(capsys, "evidence", YEAR).splitlines() == [
        "MC01 · Quyết định kiện toàn · 12/QĐ-UBND ngày 03/09/2020",
        "    lưu: tủ 1; tệp quyet-dinh.pdf",
        "    dùng cho: Tham mưu quyết định kiện toàn Ban Giám đốc",
    ]
    run(capsys, "evidence", YEAR, "--save", "MC01", "-o", "ra.pdf")
    assert Path("ra.pdf").read_bytes() == b"mot tep"
    run(capsys, "evidence", YEAR, "--remove", "mc01")
    assert run(capsys, "evidence", YEAR) == "Chưa có minh chứng nào.\n"
    run(capsys, "undo", YEAR)
    [told] = json.loads(run(capsys, "evidence", YEAR, "--json"))
    assert (told["code"], told["file"], told["file_here"]) == ("MC01", "quyet-dinh.pdf", True)
    assert "MC01" in run(capsys, "history", YEAR)


def test_a_new_year_begins_with_it_marked_and_json_holds_it(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "evidence", YEAR, "--add", "Quy chế hoạt động")
    run(capsys, "new", "2021-2022", "--from", YEAR)
    assert "MC01 · Quy chế hoạt động" in run(capsys, "evidence", "2021-2022")
    assert "carried/evidence/" in run(capsys, "show", "2021-2022")
    run(capsys, "export", YEAR, "-o", "a.json")
    run(capsys, "evidence", YEAR, "--remove", "MC01")
    run(capsys, "--db", "khac.db", "import", "a.json")
    assert "MC01 · Quy chế hoạt động" in run(capsys, "--db", "khac.db", "evidence", YEAR)


def test_what_is_not_there_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "MC09" in run(capsys, "evidence", YEAR, "--remove", "MC09", code=3)
    run(capsys, "evidence", YEAR, "--add", "Quy chế")
    assert "không có tệp" in run(capsys, "evidence", YEAR, "--save", "MC01", code=3)
    assert "Không có tệp" in run(capsys, "evidence", YEAR, "--attach", "MC01", "--file", "x.pdf", code=3)


def with_a_copy(capsys: pytest.CaptureFixture[str]) -> None:
    Path("biên bản.PDF").write_bytes(b"%PDF mot tep")
    run(capsys, "evidence", YEAR, "--add", "Biên bản họp", "--file", "biên bản.PDF")
    run(capsys, "evidence", YEAR, "--add", "Chỉ có trong tủ", "--kept", "tủ 2")


def test_a_year_leaves_and_comes_back_with_its_files(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_copy(capsys)
    run(capsys, "export", YEAR, "-o", "goi.zip")
    with zipfile.ZipFile("goi.zip") as package:
        [copy] = [name for name in package.namelist() if name.startswith("minh-chung/")]
        assert copy.endswith(".pdf")
        assert f"- {copy}: minh chứng “biên bản.PDF”" in package.read("DOC-TRUOC.txt").decode("utf-8-sig")
    monkeypatch.setenv("TTHTCD_DB", "khac.db")
    run(capsys, "centre", "add", "mao-khe", "TTHTCĐ phường Mạo Khê")
    assert ", 1 tệp minh chứng trong một báo cáo mới. Chưa ghi gì." in run(capsys, "import", "goi.zip", "--dry-run")
    assert ", 1 tệp minh chứng." in run(capsys, "import", "goi.zip")
    run(capsys, "evidence", YEAR, "--save", "MC01", "-o", "ve.pdf")
    assert Path("ve.pdf").read_bytes() == b"%PDF mot tep"
    run(capsys, "export", YEAR, "-o", "lai.zip")
    with zipfile.ZipFile("goi.zip") as went, zipfile.ZipFile("lai.zip") as back:
        assert back.read(copy) == went.read(copy)
    assert ": 0 chỗ." in run(capsys, "import", "lai.zip"), "all of it is here"


def test_of_a_year_that_came_as_json_the_package_brings_the_files_after_it(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_copy(capsys)
    run(capsys, "export", YEAR, "-o", "a.json")
    run(capsys, "export", YEAR, "-o", "goi.zip")
    monkeypatch.setenv("TTHTCD_DB", "khac.db")
    run(capsys, "import", "a.json")
    run(capsys, "export", YEAR, "-o", "thieu.zip")
    with zipfile.ZipFile("thieu.zip") as package:
        assert "Thiếu bản chép của 1 tệp minh chứng" in package.read("DOC-TRUOC.txt").decode("utf-8-sig")
    assert ": 0 chỗ, 1 tệp minh chứng." in run(capsys, "import", "goi.zip")
    run(capsys, "evidence", YEAR, "--save", "MC01", "-o", "ve.pdf")
    assert Path("ve.pdf").read_bytes() == b"%PDF mot tep"


def test_a_package_that_was_damaged_makes_nothing(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_copy(capsys)
    run(capsys, "export", YEAR, "-o", "goi.zip")
    with zipfile.ZipFile("goi.zip") as package, zipfile.ZipFile("hong.zip", "w") as made:
        for name in package.namelist():
            made.writestr(name, b"khac" if name.startswith("minh-chung/") else package.read(name))
    monkeypatch.setenv("TTHTCD_DB", "khac.db")
    assert "không khớp mã kiểm tra, nên chưa nhập gì" in run(capsys, "import", "hong.zip", code=3)
    assert not json.loads(run(capsys, "years", "--json"))
