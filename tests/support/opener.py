"""Run by a process of its own: opens a database when told to, with migrations that say who did them.

`python opener.py PATH VERSION [make]`: says «ready», waits for a line, opens, prints what it found as JSON. With
`make` it opens as the program does.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from tthtcd_tui.models.storage.engine import Database, reading
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION, open_database
from tthtcd_tui.models.store import Store


def migration(number: int) -> object:
    def migrate(database: Database) -> None:
        database.execute_sql("CREATE TABLE IF NOT EXISTS steps (number INTEGER, pid INTEGER)")
        database.execute_sql("INSERT INTO steps VALUES (?, ?)", (number, os.getpid()))
        time.sleep(0.05)  # long enough for the others to arrive

    return migrate


def main(path: Path, version: int, make: bool) -> None:
    print("ready", flush=True)
    sys.stdin.readline()
    if make:
        store = Store(path)
        found = store.centres.add(f"tt-{os.getpid()}", "TTHTCĐ")
        store.close()
    else:
        migrations = {number: migration(number) for number in range(SCHEMA_VERSION + 1, version + 1)}
        database = open_database(path, version, migrations)  # type: ignore[arg-type]
        with reading(database):
            found = database.schema_version()
        database.close()
    print(json.dumps({"pid": os.getpid(), "found": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:] == ["make"])
