"""`tthtcd centre merge`: a new centre that continues old ones, on the command line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tthtcd_tui.cli import main

Told = pytest.CaptureFixture[str]
YEAR, BEFORE = "2025-2026", "2024-2025"


@pytest.fixture(autouse=True)
def centres(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    """A new commune of two old ones, each with its year."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))
    for code, commune in (("moi", "Mới"), ("an", "An"), ("binh", "Bình")):
        run("centre", "add", code, "--kind", "xã", "--commune", commune)
    for code, people in (("an", "4000"), ("binh", "5000")):
        run("new", BEFORE, "--centre", code)
        run("set", BEFORE, "figure/dan_so", people, "--centre", code)
        run("set", BEFORE, "results/phap_luat/participations", "100", "--centre", code)
        run("set", BEFORE, "narrative/dia_phuong", f"Xã {code} có truyền thống hiếu học.", "--centre", code)
    capsys.readouterr()


def run(*words: str, code: int = 0) -> None:
    assert main([*words, "--user", "gd"]) == code


def merge() -> None:
    run("centre", "merge", "an", "binh", "--into", "moi", "--yes")


def test_it_is_said_in_the_list_with_who_and_when(capsys: Told) -> None:
    merge()
    run("centre", "list")
    told = capsys.readouterr().out
    assert "Đã ghi: TTHTCĐ xã Mới tiếp nối TTHTCĐ xã An (an), TTHTCĐ xã Bình (binh)." in told
    assert "  tiếp nối TTHTCĐ xã An (an), TTHTCĐ xã Bình (binh) (gd ghi ngày " in told
    run("centre", "list", "--json")
    assert {each["code"]: each["continues"] for each in json.loads(capsys.readouterr().out)}["moi"] == ["an", "binh"]


def test_it_is_not_done_unasked(capsys: Told) -> None:
    run("centre", "merge", "an", "--into", "moi", code=2)
    assert "thêm --yes" in capsys.readouterr().err
    run("centre", "list", "--json")
    assert all(not each["continues"] for each in json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--into", "moi"), "Ghi mã các trung tâm cũ"),
        (("an", "--none", "--into", "moi"), "chỉ ghi --none"),
    ],
)
def test_which_ones_is_said(words: tuple[str, ...], told: str, capsys: Told) -> None:
    run("centre", "merge", *words, "--yes", code=2)
    assert told in capsys.readouterr().err


def test_it_can_be_taken_back(capsys: Told) -> None:
    merge()
    run("centre", "merge", "--none", "--into", "moi", "--yes")
    assert "Đã bỏ ghi sáp nhập của TTHTCĐ xã Mới." in capsys.readouterr().out


def test_what_cannot_be_is_refused(capsys: Told) -> None:
    merge()
    run("centre", "merge", "moi", "--into", "an", "--yes", code=3)
    assert "không thể ghi ngược lại" in capsys.readouterr().err
    run("centre", "merge", "khong-co", "--into", "moi", "--yes", code=3)
    assert "Không có trung tâm mã “khong-co”" in capsys.readouterr().err


def test_over_ssh_it_is_not_in_the_list(monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", "centre merge an binh --into moi --yes")
    assert main(["--user", "gd"]) == 2
    assert "Máy chủ này chỉ nhận" in capsys.readouterr().err


def test_the_year_is_held_against_the_sum_everywhere(capsys: Told) -> None:
    merge()
    run("new", YEAR, "--centre", "moi")
    run("set", YEAR, "figure/dan_so", "18000", "--centre", "moi")
    run("set", YEAR, "results/phap_luat/participations", "300", "--centre", "moi")
    capsys.readouterr()
    run("summary", YEAR, "--centre", "moi")
    summary = " ".join(capsys.readouterr().out.split())
    assert "Thay đổi địa giới: 2024-2025 là tổng của TTHTCĐ xã An, TTHTCĐ xã Bình" in summary
    assert "So với tổng của 2 trung tâm cũ năm học 2024-2025: lượt người +50,0% (trước: 200)." in summary
    main(["check", YEAR, "--centre", "moi", "--user", "gd"])
    assert "kỳ trước 9.000 (thay đổi địa giới: so với tổng của TTHTCĐ xã An, TTHTCĐ xã Bình)" in capsys.readouterr().out
    run("summary", YEAR, "--json", "--centre", "moi")
    compared = json.loads(capsys.readouterr().out)["compared"]
    assert compared["years"] == ["tổng 2024-2025", YEAR]
    run("export", YEAR, "-o", "a.docx", "--draft", "--appendix", "comparison", "--centre", "moi")
    document = zipfile.ZipFile("a.docx").read("word/document.xml").decode()
    assert "tổng 2024-2025" in document
    assert "Thay đổi địa giới: 2024-2025 là tổng của" in document


def test_words_come_from_the_centre_that_is_chosen(capsys: Told) -> None:
    merge()
    run("new", YEAR, "--centre", "moi", "--from", BEFORE, code=3)
    assert "Chọn chép của trung tâm nào: an/2024-2025, binh/2024-2025." in capsys.readouterr().err
    run("new", YEAR, "--centre", "moi", "--from", "xx/2024-2025", code=3)
    assert "không tiếp nối trung tâm mã “xx”" in capsys.readouterr().err
    run("new", YEAR, "--centre", "moi", "--from", f"binh/{BEFORE}")
    assert "chép từ 2024-2025 của TTHTCĐ xã Bình" in capsys.readouterr().out
    run("show", YEAR, "--centre", "moi", "--json")
    shown = json.loads(capsys.readouterr().out)
    assert "Xã binh có truyền thống hiếu học." in str(shown["narrative/dia_phuong"])
    assert shown["report/locality"] == "xã Mới", "who reports is the new centre"
    assert "figure/dan_so" not in shown, "numbers are never copied"
    main(["check", YEAR, "--centre", "moi", "--user", "gd"])
    assert "chép từ kỳ “2024-2025 · binh”" in capsys.readouterr().out


def test_a_year_that_one_of_them_lacks_is_told(capsys: Told) -> None:
    merge()
    run("delete", BEFORE, "--centre", "binh", "--yes")
    run("new", YEAR, "--centre", "moi")
    run("set", YEAR, "figure/dan_so", "18000", "--centre", "moi")
    capsys.readouterr()
    run("summary", YEAR, "--centre", "moi", "--json")
    (told,) = json.loads(capsys.readouterr().out)["compared"]["moved"]
    assert told.endswith("còn thiếu báo cáo của TTHTCĐ xã Bình.")
