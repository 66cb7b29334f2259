"""`comment` at the prompt and by key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.shared_server import CALLED, CLERK, OFFICE, PERIOD, WARD, final_shared_database

from tthtcd_tui.cli import main


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = final_shared_database(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(path))
    return path


def asked(capsys: pytest.CaptureFixture[str], user: str, *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([*words, "--user", user])
    return code, *capsys.readouterr()


def test_asked_answered_settled(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, WARD, "comment", PERIOD)[:2] == (0, "Chưa có góp ý nào.\n")
    assert asked(capsys, WARD, "comment", PERIOD, "figure/dan_so", "Số này lấy ở đâu?")[:2] == (0, "Đã ghi góp ý.\n")
    assert asked(capsys, CLERK, "comment", PERIOD, "figure/dan_so", "Theo công an phường")[0] == 0
    head, *said = asked(capsys, OFFICE, "comment", PERIOD, "--centre", "mao-khe")[1].splitlines()
    assert head == "figure/dan_so · Dân số · đã trả lời, chờ xem"
    assert [line.split(" ", 4)[-1] for line in said] == [
        f"{CALLED[WARD]}: Số này lấy ở đâu?",
        f"{CALLED[CLERK]}: Theo công an phường",
    ]
    assert asked(capsys, WARD, "comment", PERIOD, "figure/dan_so", "--settle")[:2] == (0, "Đã khép góp ý.\n")
    [found] = json.loads(asked(capsys, CLERK, "comment", PERIOD, "figure/dan_so", "--json")[1])
    assert (found["place"], len(found["remarks"]), found["settled"]["user"]) == ("figure/dan_so", 2, WARD)
    history = asked(capsys, CLERK, "history", PERIOD, "figure/dan_so")[1]
    assert f"{CALLED[WARD]}: comment/figure/dan_so" in history
    tree = json.loads(asked(capsys, CLERK, "history", PERIOD, "figure/dan_so", "--json")[1])
    assert {(each["user"], each["name"]) for each in tree} >= {(WARD, CALLED[WARD]), (CLERK, CALLED[CLERK])}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("comment", PERIOD, "figure/khong-co", "x"), 3, "“figure/khong-co” không phải một chỗ của báo cáo"),
        (("comment", PERIOD, "--settle"), 2, "--settle đi với CHỖ"),
        (("comment", PERIOD, "figure/dan_so", "x", "--settle"), 2, "--settle đi với CHỖ"),
        (("comment", PERIOD, "figure/dan_so", "--settle"), 3, "không có góp ý nào chưa xong"),
        (("comment", PERIOD, "figure/dan_so", " "), 3, "Góp ý chưa có chữ nào"),
    ],
)
def test_what_cannot_be_done_is_told(
    database: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, told: str
) -> None:
    found = asked(capsys, WARD, *words)
    assert found[0] == code
    assert told in found[2]


def test_over_ssh(database: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", f"comment {PERIOD} figure/dan_so 'Số này lấy ở đâu?'")
    assert asked(capsys, WARD)[:2] == (0, "Đã ghi góp ý.\n")
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", f"comment {PERIOD} --centre mao-khe")
    assert "Số này lấy ở đâu?" in asked(capsys, OFFICE)[1]
