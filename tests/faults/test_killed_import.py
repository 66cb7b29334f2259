"""An import killed in the middle leaves the database as it was, whatever it had already written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.matrix import LONG, long_rows
from support.processes import started
from support.stores import dump, sql

from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.codec import ReportData, decode, encode
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import

ACTIVITIES = 5_000
LONG_NOTE = "ế" * 4_000
"""Notes of this length make an import more than the engine's cache holds (64 MiB): it has to write pages down while
the import is still going on.
"""
SPILLED = 8 * 1024 * 1024


def written(folder: Path, note: str) -> Path:
    tree = json.loads(sample_bytes(SAMPLE_YEAR))
    tree["centre"]["code"] = "trung-tam-moi"
    tree["activities"] = [
        {"uid": f"a{n:05}", "date": "2021-03-05", "title": f"Hoạt động {n}", "category": "phap_luat", "note": note}
        for n in range(ACTIVITIES)
    ]
    return exported(tree, folder / "bao-cao.json")


def exported(tree: dict[str, Any], file: Path) -> Path:
    """As the program writes it: one so large is read in no other way."""
    file.write_bytes(encode(decode(json.dumps(tree).encode(), load_shipped(1), is_ours=True)))
    return file


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("tep"), "ế" * 200)


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("tep-dai"), LONG_NOTE)


def in_the_log(path: Path) -> int:
    """Bytes in the write-ahead log that the killed process left."""
    return path.with_name(f"{path.name}-wal").stat().st_size


def killed(path: Path, file: Path, stage: str, calls: int) -> None:
    with started("importer", path, file, stage, calls) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        process.kill()
        assert line == "here\n", process.stderr.read()


@pytest.mark.parametrize(
    ("stage", "calls"),
    [
        ("tthtcd_tui.models.writing.append_new", 1),
        *long_rows(
            [
                ("tthtcd_tui.models.catalogue_edits.add_year", 1),
                ("tthtcd_tui.models.writing.Writer._write", 30),
                ("tthtcd_tui.models.writing.insert_activities", 1),
            ]
        ),
    ],
)
def test_a_killed_import_leaves_nothing(path: Path, file: Path, stage: str, calls: int) -> None:
    before = dump(path)
    killed(path, file, stage, calls)
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    assert dump(path) == before


@LONG
def test_a_killed_import_leaves_nothing_of_what_it_had_written_down(path: Path, long_file: Path) -> None:
    """Too large for the engine's cache: its pages are in the log already, only the commit is missing."""
    before = dump(path)
    killed(path, long_file, "tthtcd_tui.models.writing.append_new", 1)
    assert in_the_log(path) > SPILLED
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    assert dump(path) == before


@pytest.fixture
def imported(path: Path, file: Path) -> Iterator[Store]:
    store = Store(path)
    run_import(store, plan_import(store, file.read_bytes(), file.name), "lan")
    yield store
    store.close()


@LONG
def test_a_killed_replacement_leaves_the_year_as_it_was(imported: Store, path: Path, file: Path) -> None:
    year = next(year for year in imported.years.all() if year.centre.code == "trung-tam-moi")
    tree = json.loads(file.read_text(encoding="utf-8"))
    tree["answers"]["report/signer"] = "Bích Hà"
    others = [each | {"uid": f"moi-{each['uid']}", "note": LONG_NOTE} for each in tree["activities"]]
    tree["activities"] = tree["activities"][::2] + others
    other = exported(tree, file.with_name("khac.json"))
    snapshot, log = imported.snapshot_with_log(year.report_id)
    committed = in_the_log(path)
    killed(path, other, "tthtcd_tui.models.writing.append_new", 1)
    assert in_the_log(path) > committed + SPILLED
    assert imported.snapshot_with_log(year.report_id) == (snapshot, log)
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    # And done again, it is done.
    run_import(imported, plan_import(imported, other.read_bytes(), other.name), "lan", replace=True)
    again, log_again = imported.snapshot_with_log(year.report_id)
    assert json.loads(encode(ReportData(again.facts, log_again)))["answers"]["report/signer"] == "Bích Hà"
    assert len(log_again.activities) == ACTIVITIES // 2 + ACTIVITIES
