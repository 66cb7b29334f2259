"""The demo: the sample years in a scratch database, exported and summed up.

They are of phường Mạo Khê: 2020-2021 with its published figures, 2019-2020 with invented ones.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tthtcd_tui.checks.context import Context
from tthtcd_tui.files.folder import make_folder
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, export_to, render
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.tasks.years.stored_report import report_of

_SAMPLES = Path(__file__).with_name("samples")
SAMPLE_YEAR = "mao-khe-2020-2021.json"
YEAR_BEFORE = "mao-khe-2019-2020.json"
_USER = "mẫu"


@dataclass(frozen=True, slots=True)
class Demo:
    """The sample year with the one before it, and the files written."""

    context: Context
    files: tuple[Path, ...]


def sample_bytes(name: str) -> bytes:
    """One of the sample years as JSON, by file name."""
    return (_SAMPLES / name).read_bytes()


def load_samples(store: Store) -> Year:
    """Both sample years into `store`; the newer one."""
    run_import(store, plan_import(store, sample_bytes(YEAR_BEFORE), YEAR_BEFORE), _USER)
    return run_import(store, plan_import(store, sample_bytes(SAMPLE_YEAR), SAMPLE_YEAR), _USER)


@contextmanager
def scratch_samples() -> Iterator[tuple[Store, Year]]:
    """Both sample years in a database that is gone afterwards; the newer one."""
    with tempfile.TemporaryDirectory(prefix="tthtcd-") as scratch:
        store = Store(Path(scratch) / "mau.db")
        try:
            yield store, load_samples(store)
        finally:
            store.close()


def demo(folder: Path, store: Store, year: Year) -> Demo:
    """Writes the sample year's DOCX and JSON to `folder`, over those of an earlier demo. Raises FileProblem."""
    make_folder(folder)
    opened = report_of(store, year, with_log=True)
    files = []
    for export_format in (ExportFormat.DOCX, ExportFormat.JSON):
        path = folder / f"bao-cao-{year.period.label}.{export_format}"
        export_to(path, render(opened, export_format), overwrite=True)
        files.append(path)
    return Demo(opened.context, tuple(files))
