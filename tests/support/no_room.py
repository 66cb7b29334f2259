"""Run by a process of its own: what can still be done where there is no room at all, and nobody else is in.

`python no_room.py FOLDER bytes|inodes [killed]` prints as JSON what each command came to: exit code, how many bytes it
printed, what it complained of. FOLDER is on a disk of its own. With `killed` the last session left its log beside.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sys
from pathlib import Path

from support.full_disk import fill
from support.sample_database import final_database
from support.stores import save

from tthtcd_tui.cli import main as run
from tthtcd_tui.models.store import Store

COMMANDS = {
    "years": ["years"],
    "summary": ["summary", "2020-2021"],
    "show": ["show", "2020-2021", "report/symbol"],
    "export": ["export", "2020-2021", "--draft", "--format", "docx", "-o", "-"],
    "json": ["export", "2020-2021", "--format", "json", "-o", "-"],
    "version": ["export", "2019-2020", "--version", "1", "--format", "docx", "-o", "-"],
    "history": ["history", "2020-2021"],
    "doctor": ["doctor"],
    "set": ["set", "2020-2021", "report/symbol", "KH"],
}


def main(folder: Path, what: str, killed: bool) -> None:
    path = final_database(folder)
    if killed:
        store = Store(path, "gd")
        save(store, store.years.all()[0].report_id, {"report/symbol": "BC-TTHTCD"}, user="gd")
        for name in ("tthtcd.db", "tthtcd.db-wal"):
            shutil.copy(folder / name, folder / f"{name}.left")
        store.close()
        for name in ("tthtcd.db", "tthtcd.db-wal"):
            (folder / f"{name}.left").replace(folder / name)
    if what == "bytes":
        fill(folder, is_limited=False)
    else:
        take_inodes(folder)
    os.environ["TTHTCD_DB"] = str(path)
    print(json.dumps({name: outcome(words) for name, words in COMMANDS.items()}))


def take_inodes(folder: Path) -> None:
    number = 0
    with contextlib.suppress(OSError):
        while True:
            (folder / f"day-{number}").touch()
            number += 1


def outcome(words: list[str]) -> object:
    content, err = io.BytesIO(), io.StringIO()
    out = io.TextIOWrapper(content, encoding="utf-8")  # no terminal
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run([*words, "--user", "gd"])
    out.flush()
    printed = content.getvalue()
    return {
        "code": code,
        "size": len(printed),
        "begins": printed[:400].decode(errors="replace"),
        "said": err.getvalue(),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:] == ["killed"])
