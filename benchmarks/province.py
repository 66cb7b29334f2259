"""A database of a whole province and more: 3,321 communes with ten years each (`support/province.py`), made once."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

import apsw
from platformdirs import user_cache_path
from support import province as maker
from support.province import make_province

from tthtcd_tui.models.storage.backup import backups, backups_folder, day_of, make_backup
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes

COMMUNES: Final = 3_321
YEARS: Final = 10
LAST_COMMUNE: Final = "xa-3321"


def province(communes: int = COMMUNES, years: int = YEARS) -> Path:
    """The database, kept from one run to the next while neither the program's tables nor the sample change."""
    folder = user_cache_path("tthtcd-bench")
    path = folder / f"{communes}x{years}-{_version(folder)}" / "tthtcd.db"
    if not path.exists():
        unfinished = folder / f"{path.parent.name}.{os.getpid()}"
        unfinished.mkdir(parents=True)
        try:
            make_province(unfinished / path.name, communes, years)
            for older in folder.glob(f"{communes}x{years}-*"):
                if older != unfinished:
                    shutil.rmtree(older)
            unfinished.rename(path.parent)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return path


def backed_up(path: Path) -> Path:
    """The same, once there is a backup of today: nobody who saves something in it pays for one."""
    folder = backups_folder(path)
    if not any(day_of(made.made) == day_of(datetime.now(UTC)) for made in backups(path, folder)):
        make_backup(path, folder)
    return path


def _version(folder: Path) -> str:
    """What all of it is made from."""
    folder.mkdir(parents=True, exist_ok=True)
    scratch = folder / f"{os.getpid()}.db"
    try:
        Store(scratch).close()
        with closing(apsw.Connection(str(scratch))) as raw:
            said = raw.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
            schema = "\n".join(str(sql) for (sql,) in said)
    finally:
        for made in folder.glob(f"{scratch.name}*"):
            made.unlink()
    made_from = (schema.encode(), sample_bytes(SAMPLE_YEAR), Path(maker.__file__).read_bytes())
    return sha256(b"".join(made_from)).hexdigest()[:12]


if __name__ == "__main__":
    print(province(*map(int, sys.argv[1:])))
