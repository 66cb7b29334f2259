"""A DOCX of ours on the command line: it makes a year, or says what was edited in it since."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tthtcd_tui.cli import main
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes

pytestmark = pytest.mark.long


@pytest.fixture(autouse=True)
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))
    Path("mau.json").write_bytes(sample_bytes(SAMPLE_YEAR))
    assert main(["import", "mau.json"]) == 0


def change(path: str, was: str, now: str) -> None:
    with zipfile.ZipFile(path) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    assert was.encode() in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(was.encode(), now.encode())
    with zipfile.ZipFile(path, "w") as after:
        for name, part in parts.items():
            after.writestr(name, part)


def test_a_document_that_carries_all_makes_the_year_elsewhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "2020-2021", "-o", "a.docx", "--carry-all"]) == 0
    assert main(["export", "2020-2021", "-o", "a.json"]) == 0
    monkeypatch.setenv("TTHTCD_DB", "b.db")
    assert main(["import", "a.docx"]) == 0
    assert main(["export", "2020-2021", "-o", "b.json"]) == 0
    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()
    capsys.readouterr()
    assert main(["import", "a.docx"]) == 0
    assert "0 chỗ" in capsys.readouterr().out


def test_what_was_edited_in_word_is_told_with_what_was_changed_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "2020-2021", "-o", "a.docx"]) == 0
    change("a.docx", "dân số trên 40.000 người", "dân số trên 41.000 người")
    main(["set", "2020-2021", "figure/dan_so", "42000"])
    capsys.readouterr()
    assert main(["import", "a.docx", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["found"]
    assert (found["place"], found["value"], found["sure"]) == ("figure/dan_so", "trên 41.000", False)
    assert found["doubt"] == "sửa trong Word; khi xuất là “trên 40.000”, ở đây nay là “42.000”"
    main(["show", "2020-2021", "figure/dan_so"])
    assert "42.000" in capsys.readouterr().out


def test_what_a_document_carries_is_chosen() -> None:
    with pytest.raises(SystemExit):
        main(["export", "2020-2021", "-o", "a.docx", "--carry-all", "--plain"])
    assert main(["export", "2020-2021", "-o", "a.docx", "--plain"]) == 0
    with zipfile.ZipFile("a.docx") as package:
        assert not [name for name in package.namelist() if "custom" in name]
