"""Run by a process of its own: a clerk at work when the disk is full, and when room has been made again.

`python full_disk.py FOLDER` prints as JSON what each attempt came to, and what it left behind. FOLDER is on a disk of a
few megabytes; with `limit` as second argument it is on any disk, and no file may grow instead.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from support.damage import filled
from support.stores import change, dump

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.models.storage.backup import backups, backups_folder
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care.backup import back_up, restore
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, export_to, render
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.tasks.years.stored_report import report_of
from tthtcd_tui.tasks.years.years import delete_year


def main(folder: Path, is_limited: bool) -> None:
    path = folder / "tthtcd.db"
    path.write_bytes(filled())
    restored = folder / "khac" / "tthtcd.db"
    backup = back_up(path).path
    store = Store(path)
    year = store.years.all()[0]
    work: dict[str, Callable[[], object]] = {
        "save": lambda: store.apply(year.report_id, change({"narrative/dia_phuong": ("ế" * 40_000,)}), 99, "lan"),
        "import": lambda: run_import(store, plan_import(store, sample(), "a.json"), "lan"),
        "export": lambda: export(store, folder / "bao-cao.docx"),
        "backup": lambda: back_up(path),
        "restore": lambda: restore(restored, backup),
        "delete": lambda: delete_year(store, year),
    }
    before = dump(path)
    fill(folder, is_limited)
    full = {name: outcome(attempt) for name, attempt in work.items()}
    left = sorted(str(found.relative_to(folder)) for found in folder.rglob("*") if found.name != "day")
    is_as_it_was = dump(path) == before
    make_room(folder)
    cleared = {name: outcome(attempt) for name, attempt in work.items()}
    made = len(backups(path, backups_folder(path)))
    print(json.dumps({"full": full, "left": left, "same": is_as_it_was, "cleared": cleared, "backups": made}))


def sample() -> bytes:
    tree = json.loads(sample_bytes(SAMPLE_YEAR))
    tree["centre"]["code"] = "trung-tam-moi"
    return json.dumps(tree).encode()


def export(store: Store, path: Path) -> None:
    opened = report_of(store, store.years.all()[0], with_log=True)
    export_to(path, render(opened, ExportFormat.DOCX), overwrite=True)


def fill(folder: Path, is_limited: bool) -> None:
    if is_limited:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8_192, resource.RLIM_INFINITY))
        return
    for size in (65_536, 4_096, 1):
        with suppress(OSError), (folder / "day").open("ab", buffering=0) as file:
            while file.write(bytes(size)):
                pass


def make_room(folder: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    (folder / "day").unlink(missing_ok=True)


def outcome(attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except UserProblem as problem:
        return problem.message
    return "done"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] == ["limit"])
