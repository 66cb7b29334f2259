"""Run by a process of its own: an import that stops where it is told to and waits there to be killed.

`python importer.py PATH FILE STAGE CALLS`: STAGE is a function of the program; after CALLS calls of it the import says
«here» and goes no further.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name

from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import


def main(path: Path, file: Path, stage: str, calls: int) -> None:
    owner, _, name = stage.rpartition(".")
    real: Callable[..., object] = resolve_name(stage)
    left = calls

    def stops(*arguments: object, **named: object) -> object:
        nonlocal left
        done = real(*arguments, **named)
        left -= 1
        if not left:
            print("here", flush=True)
            time.sleep(600)
        return done

    setattr(resolve_name(owner), name, stops)
    store = Store(path)
    run_import(store, plan_import(store, file.read_bytes(), file.name), "lan", replace=True)
    print("done", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
