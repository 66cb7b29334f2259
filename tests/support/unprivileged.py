"""Run by a process of its own: what somebody is told who may read but not write, or not even read.

`python unprivileged.py FOLDER` prints, as JSON, the outcome of each case by name. Root, whom no mode stops, becomes
nobody first.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
from support.stores import answers, save

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.report.change import Change, Edit
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.care.open_store import open_store

NOBODY = 65534


def main(folder: Path) -> None:
    make(folder)
    read_and_write(folder / "open" / "tthtcd.db")  # loads now what nobody may not load later
    colleague = at_work(folder / "live")
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
        "what such a file says": lambda: read(folder / "file" / "tthtcd.db"),
        "what one in such a folder says": lambda: read(folder / "folder" / "tthtcd.db"),
        "one that a colleague is writing to": lambda: follow(folder / "live" / "tthtcd.db", colleague),
        "one whose log may not be read": lambda: Store(folder / "log" / "tthtcd.db"),
        "one of a later version": lambda: Store(folder / "newer" / "tthtcd.db"),
        "what is left of the copies": lambda: copies(folder / "tmp"),
    }
    print(json.dumps({name: outcome(case) for name, case in cases.items()}))


def make(folder: Path) -> None:
    from support.damage import filled

    (folder / "tmp").mkdir(mode=0o777)
    (folder / "tmp").chmod(0o777)
    tempfile.tempdir = str(folder / "tmp")
    closed = {"empty": 0o555, "shut": 0o000, "folder": 0o555, "log": 0o555, "newer": 0o555}
    for name in (*closed, "unreadable", "file", "open", "live"):
        (folder / name).mkdir()
        if name != "empty":
            database = folder / name / "tthtcd.db"
            database.write_bytes(filled())
            database.chmod({"unreadable": 0o000, "file": 0o444}.get(name, 0o666))
    (folder / "log" / "tthtcd.db-wal").write_bytes(b"what was saved last")
    with closing(apsw.Connection(str(folder / "newer" / "tthtcd.db"))) as connection:
        connection.pragma("user_version", SCHEMA_VERSION + 1)
    for name in (*closed, "unreadable", "file"):
        (folder / name).chmod(closed.get(name, 0o777))


def at_work(folder: Path) -> Store:
    """A colleague who may write, with the log open that all may read."""
    store = Store(folder / "tthtcd.db")
    save(store, store.years.all()[0].report_id, {"report/signer": "Lan"})
    for found in folder.iterdir():
        found.chmod(0o644)
    folder.chmod(0o755)
    return store


def follow(path: Path, colleague: Store) -> object:
    """What is seen before and after the colleague saves something."""
    store = Store(path)
    report = store.years.all()[0].report_id
    seen = [answers(store, report)["report/signer"]]
    save(colleague, report, {"report/signer": "Bích Hà"}, user="Bích Hà")
    seen.append(answers(store, report)["report/signer"])
    return [*seen, store.refusal and store.refusal.message]


def read(path: Path) -> object:
    store = Store(path)
    year = store.years.all()[0]
    refusal = store.refusal.message if store.refusal else ""
    found = answers(store, year.report_id)["report/signer"], len(store.history.of(year.report_id, limit=3)), refusal
    before = [entry.name for entry in path.parent.iterdir()]
    try:
        return [*found, before]
    finally:
        store.close()


def copies(folder: Path) -> object:
    """Each went with its store."""
    gc.collect()
    return [entry.name for entry in folder.iterdir()]


def outcome(case: Callable[[], object]) -> str:
    try:
        return f"done: {case()}"
    except UserProblem as problem:
        return problem.message


def read_and_write(path: Path) -> object:
    store = Store(path)
    year = store.years.all()[0]
    snapshot = store.snapshot(year.report_id)
    edit = Edit(Place("report/signer"), "Vũ Thanh Hải")
    return store.apply(year.report_id, Change(new_op_id(), (edit,)), snapshot.revision, "lan")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
