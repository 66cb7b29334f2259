"""Run by a process of its own: what somebody is told who may read but not write, or not even read.

`python unprivileged.py FOLDER` prints, as JSON, the outcome of each case by name. Root, whom no mode stops, becomes
nobody first.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.report.change import Change, Edit
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.open_store import open_store
from tthtcd_tui.tasks.problem import TaskProblem

NOBODY = 65534


def main(folder: Path) -> None:
    make(folder)
    read_and_write(folder / "open" / "tthtcd.db")  # loads now what nobody may not load later
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    cases: dict[str, Callable[[], object]] = {
        "no database in a folder that may not be written": lambda: Store(folder / "empty" / "tthtcd.db"),
        "no folder in a folder that may not be written": lambda: Store(folder / "empty" / "kho" / "tthtcd.db"),
        "a folder that may not be entered": lambda: Store(folder / "shut" / "tthtcd.db"),
        "the same, asked for by a command": lambda: open_store(folder / "shut" / "tthtcd.db"),
        "a file that may not be read": lambda: Store(folder / "unreadable" / "tthtcd.db"),
        "a folder that may not be written": lambda: read_and_write(folder / "folder" / "tthtcd.db"),
        "a file that may not be written": lambda: read_and_write(folder / "file" / "tthtcd.db"),
    }
    print(json.dumps({name: outcome(case) for name, case in cases.items()}))


def make(folder: Path) -> None:
    from support.damage import filled

    for name in ("empty", "shut", "unreadable", "folder", "file", "open"):
        (folder / name).mkdir()
        if name != "empty":
            database = folder / name / "tthtcd.db"
            database.write_bytes(filled())
            database.chmod({"unreadable": 0o000, "file": 0o444}.get(name, 0o666))
    for name, mode in {"empty": 0o555, "shut": 0o000, "unreadable": 0o777, "folder": 0o555, "file": 0o777}.items():
        (folder / name).chmod(mode)


def outcome(case: Callable[[], object]) -> str:
    try:
        return f"done: {case()}"
    except (StoreProblem, TaskProblem) as problem:
        return problem.message


def read_and_write(path: Path) -> object:
    store = Store(path)
    year = store.years()[0]
    snapshot = store.snapshot(year.report)
    edit = Edit(Place("report/signer"), "Vũ Thanh Hải")
    return store.apply(year.report, Change(new_op_id(), (edit,)), snapshot.revision, "lan")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
