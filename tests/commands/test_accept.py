"""`tthtcd doctor --accept`: what doctor names by a code, a director says is right; it is told from then on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support.sample_database import final_database
from support.stores import CLERK, DIRECTOR, dump, spoil, sql

from tthtcd_tui.cli import main
from tthtcd_tui.commands.output import DONE, ERRORS_FOUND, FAILURE, USAGE

WHY = "Theo biên bản đối chiếu"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A figure of a final year changed by hand."""
    monkeypatch.setenv("TTHTCD_DB", str(path := final_database(tmp_path)))
    spoil(path, "UPDATE figure SET number = '7' WHERE key = 'so_ho' AND report_id = 1")
    return path


def doctor(capsys: pytest.CaptureFixture[str], code: int) -> str:
    capsys.readouterr()
    assert main(["doctor"]) == code
    return capsys.readouterr().out


def codes(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return re.findall(r"mã ([0-9a-f]{8}) · ", doctor(capsys, ERRORS_FOUND))


def test_what_doctor_names_by_a_code_is_accepted_and_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = codes(capsys)
    assert len(found) == 2
    assert main(["doctor", "--accept", *found, "--reason", WHY, "--user", DIRECTOR]) == DONE
    said = capsys.readouterr().out
    assert said.count("Đã chấp nhận · Báo cáo 2019-2020 (mao-khe): ") == 2
    out = doctor(capsys, DONE)
    assert "Tốt · Đã chấp nhận: 2 chỗ sửa ngoài chương trình, giám đốc đã xác nhận là đúng" in out
    assert f" {DIRECTOR}: Báo cáo 2019-2020 (mao-khe): “Số hộ gia đình” không khớp nhật ký sửa đổi" in out
    assert out.count(f" — lý do: {WHY}") == 2
    spoil(path, "UPDATE figure SET number = '8' WHERE key = 'so_ho' AND report_id = 1")
    assert len(codes(capsys)) == 2


def test_a_backup_of_what_was_accepted_is_sound(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup"]) == ERRORS_FOUND
    main(["doctor", "--accept", *codes(capsys), "--reason", WHY, "--user", DIRECTOR])
    assert main(["backup"]) == DONE


def test_doctor_advises_it(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "tthtcd doctor --accept MÃ --reason LÝ_DO" in doctor(capsys, ERRORS_FOUND)
    spoil(path, "UPDATE figure SET number = '9870' WHERE key = 'so_ho' AND report_id = 1")
    spoil(path, "UPDATE form_text SET toml = toml || '#'")
    assert "--accept" not in doctor(capsys, ERRORS_FOUND)


@pytest.mark.parametrize(
    ("words", "user", "code", "told"),
    [
        (["--accept", "CODE"], DIRECTOR, USAGE, "Chưa chấp nhận gì: thêm --reason LÝ_DO."),
        (["--accept", "CODE", "--reason", " "], DIRECTOR, FAILURE, "Lý do phải có từ 1 đến 500 ký tự."),
        (["--accept", "CODE", "--reason", WHY], CLERK, FAILURE, "Chỉ giám đốc được chấp nhận dữ liệu bị sửa"),
        (["--accept", "CODE", "--reason", WHY], "la", FAILURE, "không có trong danh sách cán bộ"),
        (["--accept", "CODE", "0000dead", "--reason", WHY], DIRECTOR, FAILURE, "không có chỗ nào mang mã “0000dead”"),
        (["--reason", WHY], DIRECTOR, USAGE, "--reason chỉ dùng cùng --accept MÃ."),
        (["--json", "--accept", "CODE"], DIRECTOR, USAGE, "--json"),
    ],
)
def test_otherwise_nothing_is(
    path: Path, capsys: pytest.CaptureFixture[str], words: list[str], user: str, code: int, told: str
) -> None:
    (first, *_), before = codes(capsys), dump(path)
    asked = ["doctor", *(first if word == "CODE" else word for word in words), "--user", user]
    try:
        done = main(asked)
    except SystemExit as mistake:
        done = int(mistake.code or 0)
    assert done == code
    assert told in capsys.readouterr().err
    assert dump(path) == before


def test_over_ssh_it_is_refused_to_a_director_too(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = codes(capsys)
    before = dump(path)
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", f"doctor --accept {first} --reason x")
    assert main(["--user", DIRECTOR]) == USAGE
    assert "Máy chủ này chỉ nhận" in capsys.readouterr().err
    assert dump(path) == before


def test_a_program_that_reads_it_is_told_too(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor", "--accept", *codes(capsys), "--reason", WHY, "--user", DIRECTOR])
    capsys.readouterr()
    assert main(["doctor", "--json"]) == DONE
    (accepted,) = [check for check in json.loads(capsys.readouterr().out) if check["check"] == "accepted"]
    assert accepted["state"] == "fine"
    assert len(accepted["details"]) == 2


def test_what_is_kept_of_it_stands_in_the_ledger(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor", "--accept", *codes(capsys), "--reason", WHY, "--user", DIRECTOR])
    rows = sql(path, "SELECT user, subject FROM ledger WHERE kind = 'accepted' ORDER BY id")
    assert rows == [(DIRECTOR, "1/figure/so_ho"), (DIRECTOR, "kept/1/1")]
