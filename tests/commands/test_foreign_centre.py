"""A commune's clerk reads no other commune's draft by any command there is: each is tried on a foreign centre."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from support.shared_server import CLERK, OTHER, PERIOD, WARD, shared_database, year_of
from support.stores import save, sql

from tthtcd_tui.cli import _COMMANDS, main
from tthtcd_tui.models.store import Store

SECRET: Final = "Ông Bí Mật Của Tân Hòa"
FOREIGN: Final = ("--centre", "tan-hoa")
KINDS: Final = ("docx", "json", "txt", "md", "xlsx", "csv", "zip")
ON_A_CENTRE: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "new": (("new", "2021-2022", *FOREIGN), ("new", "2021-2022", *FOREIGN, "--from", PERIOD)),
    "years": (("years", "--json"), ("years", "-o", "a.xlsx"), ("years", "-o", "-", "--format", "csv")),
    "delete": (("delete", PERIOD, "--yes", *FOREIGN),),
    "centre": (
        ("centre", "list", "--json"),
        ("centre", "edit", "tan-hoa", "Khác"),
        ("centre", "remove", "tan-hoa"),
        ("centre", "merge", "tan-hoa", "--into", "mao-khe", "--yes"),
    ),
    "set": (("set", PERIOD, "report/signer", "Khác", *FOREIGN),),
    "history": (("history", PERIOD, *FOREIGN), ("history", PERIOD, "report/signer", "--json", *FOREIGN)),
    "undo": (("undo", PERIOD, *FOREIGN),),
    "redo": (("redo", PERIOD, *FOREIGN),),
    "summary": (("summary", PERIOD, *FOREIGN), ("summary", PERIOD, "--short", *FOREIGN)),
    "check": (("check", PERIOD, *FOREIGN),),
    "export": tuple(("export", PERIOD, "--draft", "-o", f"a.{kind}", *FOREIGN) for kind in KINDS),
    "take-home": (("take-home", PERIOD, *FOREIGN), ("take-home", PERIOD, "-o", "a.json", *FOREIGN)),
    "show": (("show", PERIOD, *FOREIGN), ("show", PERIOD, "report/signer", *FOREIGN)),
    "finalise": (("finalise", PERIOD, *FOREIGN),),
    "reopen": (("reopen", PERIOD, "--reason", "x", *FOREIGN),),
    "versions": (("versions", PERIOD, *FOREIGN),),
    "evidence": (
        ("evidence", PERIOD, *FOREIGN),
        ("evidence", PERIOD, "--add", "Mới", *FOREIGN),
    ),
    "submit": (("submit", PERIOD, *FOREIGN), ("submit", PERIOD, "-o", "a.zip", *FOREIGN)),
    "return": (("return", PERIOD, "tan-hoa", "--reason", "x"), ("return", PERIOD, "102", "--reason", "x")),
    "approve": (("approve", PERIOD, "tan-hoa"),),
    "unit": (("unit", "list"), ("unit", "list", "--json"), ("unit", "assign", "tan-hoa", "103")),
    "comment": (
        ("comment", PERIOD, *FOREIGN),
        ("comment", PERIOD, "report/signer", "Gì đây?", *FOREIGN),
        ("comment", PERIOD, "report/signer", "--settle", *FOREIGN),
    ),
    "rollup": (("rollup", PERIOD), ("rollup", PERIOD, "--unit", "102", "--json")),
    "due": (("due", PERIOD), ("due", PERIOD, "--unit", "102")),
    "copy-to": (("copy-to", "ban-chep.db"),),
    "staff": (("staff", "add", "x", "--name", "X", "--role", "clerk", *FOREIGN),),
}
"""By command, what may be asked of a centre with it; a mistaken word would pass for a refusal, so the exit code is
looked at, too.
"""
OF_NO_CENTRE: Final = {
    "demo": "the sample in a folder",
    "import": "a file of one's own",
    "bring-back": "a file of one's own",
    "put": "a file of one's own",
    "forms": "what is asked, and no answers",
    "receive": "files of mail",
    "backup": "whoever may read the file itself",
    "restore": "whoever may read the file itself",
    "doctor": "whoever may read the file itself",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("chung")
    path = shared_database(folder)
    with closing(Store(path, OTHER)) as store:
        save(store, year_of(store, "tan-hoa").report_id, {"report/signer": SECRET}, user=OTHER)
    before = sql(path, "SELECT * FROM report")
    yield path
    assert sql(path, "SELECT * FROM report") == before


def test_every_command_is_tried_or_of_no_centre() -> None:
    known = frozenset().union(*_COMMANDS.values())
    assert known == ON_A_CENTRE.keys() | OF_NO_CENTRE.keys()
    assert not ON_A_CENTRE.keys() & OF_NO_CENTRE.keys()


@pytest.mark.parametrize("user", [CLERK, WARD])
@pytest.mark.parametrize("words", [words for tried in ON_A_CENTRE.values() for words in tried], ids=" ".join)
def test_what_is_foreign_is_not_shown(
    database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    user: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    code = main([*words, "--db", str(database), "--user", user])
    out, err = capsys.readouterr()
    assert code != 2, err
    assert SECRET not in out + err
    assert "Tân Hòa" not in out + err
    if words[0] not in ("years", "centre", "unit", "rollup", "due"):
        assert code == 3, out
        assert list(tmp_path.iterdir()) == []
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert SECRET.encode() not in data
        assert b"tan-hoa" not in data


def test_whose_it_is_is_shown_it(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", PERIOD, "report/signer", *FOREIGN, "--db", str(database), "--user", OTHER]) == 0
    assert SECRET in capsys.readouterr().out
