"""`receive` and `unit` at the prompt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.mailed import mailed, post
from support.sample_database import sample_database

from tthtcd_tui.cli import main

UNITS = "Mã;Tên;Cấp;Mã cấp trên\n22;Tỉnh Mẫu;Tỉnh;\n101;Phường Mạo Khê;Phường;22\n102;Xã Tân Hòa;Xã;22\n"


@pytest.fixture
def mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))
    post(tmp_path / "den", "mao-khe.zip", mailed()[0])
    post(tmp_path / "den", "rac.zip", b"rac")
    post(tmp_path / "den", "thu.txt", b"thu")
    post(tmp_path, "danh-muc.csv", UNITS.encode())
    return tmp_path / "den"


def test_a_folder_of_mail(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["unit", "import", "danh-muc.csv"]) == 0
    assert main(["receive", "den", "--user", "so", "--on", "10/6/2021"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Đã nhập danh mục 3 đơn vị, trong đó 2 xã, phường, đặc khu.",
        "mao-khe.zip · Phường Mạo Khê · 2020-2021 · bản 1 · mới nhận",
        "rac.zip · không nhận",
        "  Tệp bị hỏng hoặc bị cắt cụt. Hãy đề nghị trung tâm nộp lại.",
        "2 tệp: 1 mới nhận, 1 không nhận.",
        "Bỏ qua 1 tệp trong thư mục không phải .zip.",
    ]
    assert main(["receive", "den/mao-khe.zip", "--json"]) == 0
    [told] = json.loads(capsys.readouterr().out)
    assert (told["outcome"], told["unit"], told["period"]) == ("same", "Phường Mạo Khê", "2020-2021")
    assert (mail.parent / "tiep-nhan").stat().st_mode & 0o777 == 0o700


def test_units_and_who_belongs_to_none(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["unit", "list"]) == 3
    assert main(["receive", "den/mao-khe.zip"]) == 0
    assert "chưa rõ xã nào" in capsys.readouterr().out
    assert main(["unit", "list"]) == 0
    assert (
        "! mao-khe · TTHTCĐ phường Mạo Khê · phường Mạo Khê · 2020-2021: chưa rõ thuộc xã nào"
        in capsys.readouterr().out
    )
    assert main(["unit", "import", "danh-muc.csv"]) == 0
    assert main(["unit", "assign", "mao-khe", "102"]) == 0
    assert "vào Xã Tân Hòa (102)" in capsys.readouterr().out
    assert main(["unit", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["unknown"] == []


def test_a_folder_without_mail_is_told(mail: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "trong").mkdir()
    assert main(["receive", "trong"]) == 3
    assert "Không có tệp .zip nào" in capsys.readouterr().err


def test_there_and_back_by_mail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(sample_database(tmp_path)))
    director = ["staff", "add", "gd", "--name", "Vũ Thanh Hải", "--role", "director"]
    for words in (director, ["finalise", "2020-2021"], ["submit", "2020-2021", "-o", "ban-nop.zip"]):
        assert main([*words, "--user", "gd"]) == 0
    assert "Tệp chỉ mang những gì đã in và các số" in capsys.readouterr().err
    assert main(["submit", "2020-2021", "-o", "ca-nam.zip", "--whole", "--user", "gd"]) == 0
    assert "Tệp mang theo dữ liệu cả năm: cả nhật ký" in capsys.readouterr().err
    for file, outcome in (
        ("ban-nop.zip", "mới nhận"),
        ("ca-nam.zip", "dữ liệu cả năm của bản đã nhận, khớp mã kiểm tra"),
    ):
        assert main(["receive", file, "--user", "gd"]) == 0
        line, *_ = capsys.readouterr().out.splitlines()
        assert line == f"{file} · phường Mạo Khê · 2020-2021 · bản 1 · {outcome} · chưa rõ xã nào"
    back = ["return", "2020-2021", "mao-khe", "--reason", "Số lượt không khớp", "--by", "Sở GD&ĐT"]
    assert main([*back, "--user", "gd"]) == 0
    assert main([*back, "--user", "gd"]) == 3  # the file is there
    capsys.readouterr()
    assert main(["receive", "tra-lai.json", "--user", "gd"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Sở GD&ĐT trả lại báo cáo năm học 2020-2021, bản chốt 1.",
        "  Số lượt không khớp",
        "Đã ghi vào lịch sử của báo cáo.",
        "Muốn sửa, giám đốc mở lại: tthtcd reopen 2020-2021 --reason LÝ_DO",
    ]
    assert main(["approve", "2020-2021", "phường Mạo Khê", "--user", "gd"]) == 0
    assert "chưa rõ cơ quan nào trả lời" in capsys.readouterr().err, "a login would tell the centre nothing"
    assert main(["receive", "duyet.json", "--user", "gd", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["by"], told["new"]) == ("approved", "Cơ quan cấp trên", True)
