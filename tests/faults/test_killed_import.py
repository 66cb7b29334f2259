"""An import killed in the middle leaves the database as it was, whatever it had already written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.processes import start
from support.stores import dump, sql

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.codec import Report, encode
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.import_report import plan_import, run_import

ACTIVITIES = 5_000
"""More than the engine's cache holds: half of the import is in the log when it is killed."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tree = json.loads(sample_bytes(SAMPLE_YEAR))
    tree["centre"]["code"] = "trung-tam-moi"
    tree["activities"] = [
        {"uid": f"a{n:05}", "date": "2021-03-05", "title": f"Hoạt động {n}", "category": "phap_luat", "note": "ế" * 200}
        for n in range(ACTIVITIES)
    ]
    made = tmp_path_factory.mktemp("tep") / "bao-cao.json"
    made.write_text(json.dumps(tree), encoding="utf-8")
    return made


def killed(path: Path, file: Path, stage: str, calls: int) -> None:
    process = start("importer", path, file, stage, calls)
    assert process.stdout is not None
    line = process.stdout.readline()
    process.kill()
    _, complained = process.communicate()
    assert line == "here\n", complained


@pytest.mark.parametrize(
    ("stage", "calls"),
    [
        ("tthtcd_tui.models.catalogue.add_year", 1),
        ("tthtcd_tui.models.writing.Writer._write", 30),
        ("tthtcd_tui.models.writing.insert_activities", 1),
        ("tthtcd_tui.models.writing.append", 1),
    ],
)
def test_a_killed_import_leaves_nothing(path: Path, file: Path, stage: str, calls: int) -> None:
    before = dump(path)
    killed(path, file, stage, calls)
    if stage.endswith("append"):
        assert path.with_name("tthtcd.db-wal").stat().st_size > 1_000_000
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    assert dump(path) == before


@pytest.fixture
def imported(path: Path, file: Path) -> Iterator[Store]:
    store = Store(path)
    run_import(store, plan_import(store, file.read_bytes(), file.name), "lan")
    yield store
    store.close()


def test_a_killed_replacement_leaves_the_year_as_it_was(imported: Store, path: Path, file: Path) -> None:
    year = next(year for year in imported.years() if year.centre.code == "trung-tam-moi")
    tree = json.loads(file.read_text(encoding="utf-8"))
    tree["answers"]["report/signer"] = "Bích Hà"
    tree["activities"] = tree["activities"][::2] + [each | {"uid": f"moi-{each['uid']}"} for each in tree["activities"]]
    other = file.with_name("khac.json")
    other.write_text(json.dumps(tree), encoding="utf-8")
    snapshot, log = imported.snapshot_with_log(year.report)
    killed(path, other, "tthtcd_tui.models.writing.append", 1)
    assert imported.snapshot_with_log(year.report) == (snapshot, log)
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    # And done again, it is done.
    run_import(imported, plan_import(imported, other.read_bytes(), other.name), "lan", replace=True)
    again, log_again = imported.snapshot_with_log(year.report)
    assert json.loads(encode(Report(again.facts, log_again)))["answers"]["report/signer"] == "Bích Hà"
    assert len(log_again.activities) == ACTIVITIES // 2 + ACTIVITIES
