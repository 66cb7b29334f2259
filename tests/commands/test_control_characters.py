"""What somebody has put into the data with another program is never obeyed by a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.sample_database import sample_database
from support.stores import DIRECTOR, spoil, sql

from tthtcd_tui.cli import main

ESC, BEL, CSI = "\x1b", "\x07", "\x9b"
SPOILT = (
    f"UPDATE narrative SET text = text || '{ESC}[31mđỏ{BEL}' WHERE section = 'dia_phuong'",
    f"UPDATE report SET signer = 'Hải{ESC}]0;x{BEL}'",
    f"UPDATE centre SET name = name || '{CSI}2J'",
    f"UPDATE activity SET title = title || '{ESC}c'",
    f"UPDATE staff SET name = name || '{ESC}[5m' WHERE login <> '{DIRECTOR}'",
)
READING = (
    *(
        ["years"],
        ["years", "--json"],
        ["summary", "2020-2021"],
        ["check", "2020-2021"],
        ["check", "2020-2021", "--json"],
    ),
    *(["show", "2020-2021", "--all"], ["show", "2020-2021", "--json"], ["show", "2020-2021", "activity"]),
    *(["history", "2020-2021"], ["history", "2020-2021", "--json"], ["versions", "2020-2021"], ["staff", "list"]),
    *(["staff", "history"], ["centre", "list"], ["new", "2021-2022"], ["forms"], ["undo", "2020-2021"]),
    *(["export", "2020-2021", "-o", "-", "--format", "docx"], ["finalise", "2020-2021"], ["doctor"], ["backup"]),
    *(
        ["years", "--deleted"],
        ["years", "--deleted", "--json"],
        ["backup", "--daily"],
        ["staff", "erase", "lan", "--yes"],
    ),
)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = sample_database(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(path))
    for login, role in ((DIRECTOR, "director"), ("lan", "clerk")):
        main(["staff", "add", login, "--name", "Tên", "--role", role, "--user", DIRECTOR])
    main(["set", "2020-2021", "figure/dan_so", "41.000", "--user", DIRECTOR])
    main(["delete", "2019-2020", "--reason", "Nhập hai lần", "--user", DIRECTOR])
    spoil(path, r"UPDATE ledger SET words = replace(words, 'hai', '\u001b[2J\u0007') WHERE kind = 'deleted_year'")
    for statement in SPOILT:
        sql(path, statement)
    spoil(path, f"UPDATE audit_change SET user = 'lan{ESC}[1m' WHERE user <> '{DIRECTOR}'")
    return path


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_every_command_prints_it_clean(words: list[str], database: Path, capfd: pytest.CaptureFixture[str]) -> None:
    capfd.readouterr()
    code = main([*words, "--user", DIRECTOR])
    said = "".join(capfd.readouterr())
    assert code in (0, 1, 3)
    assert not set(said) & {ESC, BEL, CSI}
    assert "Chương trình gặp lỗi" not in said
    if "--json" in words:
        json.loads(said)


@pytest.mark.parametrize("draft", [[], ["--draft"]])
def test_a_document_that_cannot_hold_it_is_refused_with_its_place(
    draft: list[str], database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "bao-cao.docx"
    capsys.readouterr()
    assert main(["export", "2020-2021", "-o", str(out), *draft, "--user", DIRECTOR]) == 3
    said = capsys.readouterr().err
    assert said == (
        "Ô narrative/dia_phuong có ký tự không ghi được vào tệp DOCX (U+001B). Hãy xóa ký tự đó rồi xuất lại tệp.\n"
    )
    assert not out.exists()


def test_what_can_be_said_is_said_as_it_is(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["set", "2020-2021", "report/signer", "Vũ\u2003Hải", "--user", DIRECTOR])
    capsys.readouterr()
    main(["show", "2020-2021", "report/signer", "--user", DIRECTOR])
    assert capsys.readouterr().out == "report/signer Vũ\u2003Hải\n"
