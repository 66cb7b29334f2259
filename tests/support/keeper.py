"""Run by a process of its own: backs up, restores and saves in turn until it is killed.

`python keeper.py PATH`: says «ready», then what it has done, a line each: «saved N», «backed up», «restored N».
"""

from __future__ import annotations

import sys
from pathlib import Path

from support.stores import answers, number, save

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.models.storage.backup import backups, backups_folder
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care.backup import back_up, restore


def main(path: Path) -> None:
    print("ready", flush=True)
    while True:
        saved = count(path) + 1
        store = Store(path)
        save(store, 1, {"figure/so_ho": number(saved)})
        store.close()
        print(f"saved {saved}", flush=True)
        back_up(path)
        print("backed up", flush=True)
        oldest = backups(path, backups_folder(path))[-1]
        restore(path, oldest.path)
        print(f"restored {count(path)}", flush=True)


def count(path: Path) -> int:
    store = Store(path)
    found = answers(store, 1).get("figure/so_ho")
    store.close()
    return int(found.number) if isinstance(found, Quantity) else 0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
