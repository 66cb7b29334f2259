"""`rollup` and `due` at the prompt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.mailed import mailed, post

from tthtcd_tui.cli import main

UNITS = "Mã;Tên;Cấp;Mã cấp trên\n22;Tỉnh Mẫu;Tỉnh;\n101;Phường Mạo Khê;Phường;22\n102;Xã Tân Hòa;Xã;22\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A register in which one commune of two is in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))
    post(tmp_path / "den", "mk.zip", mailed()[0])
    post(tmp_path, "danh-muc.csv", UNITS.encode())
    assert main(["unit", "import", "danh-muc.csv"]) == 0
    assert main(["receive", "den", "--on", "20/6/2021", "--user", "so"]) == 0
    capsys.readouterr()
    return tmp_path


def test_files_of_each_kind(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("th.docx", "th.xlsx", "th.csv"):
        assert main(["rollup", "2020-2021", "-o", name]) == 0
        assert (place / name).stat().st_mode & 0o777 == 0o600
        told = capsys.readouterr().err
        assert "1 đơn vị được cộng" in told
        assert ("còn là DỰ THẢO vì thiếu: Cơ quan ban hành" in told) == (name == "th.docx")
    assert main(["rollup", "2020-2021", "-o", "th.csv"]) == 3
    assert main(["rollup", "2020-2021", "-o", "th.csv", "--force", "--table", "categories"]) == 0
    assert (place / "th.csv").read_text("utf-8-sig").startswith("TT;Nội dung;")
    assert main(["rollup", "2020-2021", "-o", "th.pdf"]) == 2
    assert main(["rollup", "2020-2021", "-o", "th.xlsx", "--table", "categories"]) == 2


def test_the_letterhead_stands_beside_what_was_received(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rollup", "2020-2021", "--letterhead-sample"]) == 0
    (place / "tiep-nhan" / "the-thuc.toml").write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["rollup", "2020-2021", "-o", "th.docx"]) == 0
    assert "DỰ THẢO" not in capsys.readouterr().err


def test_as_data(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rollup", "2020-2021", "--json", "--weight", "indicator/ty_le_biet_chu/value=figure/dan_so"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(unit["code"], unit["state"]) for unit in found["units"]] == [("101", "in"), ("102", "missing")]
    assert found["units"][0]["sums"]["figure/dan_so"] == {"number": "40000", "qualifier": "trên"}
    assert found["totals"]["results/classes"]["sum"] == "445"
    assert found["totals"]["indicator/ty_le_biet_chu/value"]["sum"] is None


def test_straight_from_a_folder(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rollup", "2020-2021", "--from", "den", "--register", "khong-co", "--deadline", "1/6/2021"]) == 0
    told = capsys.readouterr().out
    assert "Cộng 1 đơn vị: 445 lớp, 43.117 lượt" in told
    assert "muộn" not in told, "when it came is not known"
    assert not (place / "khong-co").exists()


def left_with(words: list[str]) -> object:
    """The exit code, of a mistaken command too."""
    try:
        return main(words)
    except SystemExit as left:
        return left.code


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["rollup", "2021-2022"], 3, "Chưa nhận bản nộp nào của năm học 2021-2022"),
        (["rollup", "2020-2021", "--register", "khong-co"], 3, "Chưa có thư mục tiếp nhận"),
        (["rollup", "2020-2021", "--unit", "Tỉnh Mâu"], 0, ""),
        (["rollup", "2020-2021", "--unit", "Tỉnh Mới"], 3, "Danh mục không có đơn vị “Tỉnh Mới”"),
        (["rollup", "2020-2021", "--form", "x"], 3, "Không có bản nộp nào theo biểu mẫu “x”"),
        (["rollup", "2020-2021", "--by", "figure/x"], 3, "Biểu mẫu không có số liệu ở “figure/x”"),
        (["rollup", "2020-2021", "--weight", "a"], 2, "“a” phải có dạng TỶ_LỆ=QUYỀN_SỐ"),
        (
            ["rollup", "2020-2021", "--weight", "indicator/ty_le_biet_chu/value=figure/truong_dat_chuan"],
            3,
            "tỷ lệ của tỷ lệ không có nghĩa",
        ),
        (["due", "2020-2021", "--set", "31/2/2021"], 2, "--set: “31/2/2021” không phải một ngày"),
        (["due", "2020-2021", "--register", "khong-co"], 3, "Chưa có thư mục tiếp nhận"),
    ],
)
def test_what_cannot_be_done_is_told(
    place: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: int, told: str
) -> None:
    assert left_with(words) == code
    assert told in capsys.readouterr().err


def test_who_is_missing_or_late(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", "2020-2021"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Chưa đặt hạn nộp: thêm --set NGÀY.",
        "Trong 2 đơn vị: 1 đã nộp, 1 chưa nộp.",
        "102 · Xã Tân Hòa · chưa nộp",
    ]
    assert main(["due", "2020-2021", "--set", "15/6/2021", "--user", "so"]) == 1
    assert "101 · Phường Mạo Khê · đã nộp · nhận 20/6/2021, muộn" in capsys.readouterr().out
    assert main(["due", "2020-2021", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["deadline"], [unit["code"] for unit in found["units"]]) == ("2021-06-15", ["101", "102"])
    assert main(["due", "2020-2021", "--set", "21/6/2021", "--unit", "101", "--user", "so"]) == 0


def test_a_year_of_which_nothing_came_is_all_missing(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", "2021-2022"]) == 1
    assert "Trong 2 đơn vị: 2 chưa nộp." in capsys.readouterr().out


def test_what_comes_after_the_deadline_is_late_when_it_is_received(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["due", "2020-2021", "--set", "15/6/2021", "--user", "so"]) == 1
    post(place, "th.zip", mailed("xã Tân Hòa", "th")[0])
    capsys.readouterr()
    assert main(["receive", "th.zip", "--on", "16/6/2021", "--user", "so"]) == 0
    assert "mới nhận · muộn" in capsys.readouterr().out
