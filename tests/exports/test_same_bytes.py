"""The same year gives the same bytes: twice, on any machine, on any day."""

from __future__ import annotations

import os
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from support.export_hash import hashes
from support.matrix import every
from support.processes import run
from support.wide_reports import drafts, finished, report

from tthtcd_tui.exports.docx import docx_bytes

FINISHED, DRAFTS = finished(), drafts()


@pytest.mark.parametrize("name", every(8, [*FINISHED, *(f"draft: {name}" for name in DRAFTS)]))
def test_twice(name: str) -> None:
    outline = FINISHED[name] if name in FINISHED else DRAFTS[name.removeprefix("draft: ")]
    assert docx_bytes(outline) == docx_bytes(outline)


@pytest.fixture(scope="module")
def here() -> dict[str, str]:
    return hashes()


@pytest.mark.parametrize(
    ("changed", "today"),
    [
        pytest.param(
            {"TZ": "Asia/Ho_Chi_Minh", "LANG": "vi_VN.UTF-8", "LC_ALL": "", "PYTHONHASHSEED": "1"},
            "",
            marks=pytest.mark.long,  # the others are further from here
        ),
        ({"TZ": "XYZ+11", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"}, "946684800"),
        ({"TZ": "UTC", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "3", "SOURCE_DATE_EPOCH": "1"}, "4102444800"),
    ],
    ids=["Viet Nam", "in 2000, in ASCII", "in 2100, in Turkish"],
)
def test_elsewhere(changed: dict[str, str], today: str, here: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, setting in changed.items():
        monkeypatch.setenv(name, setting)
    assert run("export_hash", *([today] if today else [])) == here


def test_with_another_umask_and_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = hashes()
    monkeypatch.chdir(tmp_path)
    before = os.umask(0o077)
    try:
        assert hashes() == expected
    finally:
        os.umask(before)


def test_no_member_says_when_or_where_it_was_made() -> None:
    """1980-01-01 is the earliest time a zip can say; system 0 has no permissions to tell."""
    with zipfile.ZipFile(BytesIO(docx_bytes(report()))) as package:
        said = {(m.date_time, m.create_system, m.external_attr >> 16, m.extra, m.comment) for m in package.infolist()}
        assert [date_time for date_time, *_ in said] == [(1980, 1, 1, 0, 0, 0)]
        assert [system for _, system, *_ in said] == [0]
        assert [rest for *_, rest in said] == [b""]
        assert package.testzip() is None
        assert package.infolist()[0].filename == "[Content_Types].xml"  # where readers look for it first
        assert package.comment == b""


def test_on_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = docx_bytes(report())
    another = time.struct_time((2031, 2, 3, 4, 5, 6, 0, 34, 0))
    for clock in ("localtime", "gmtime"):
        monkeypatch.setattr(time, clock, lambda _seconds=None: another)
    made = docx_bytes(report())
    monkeypatch.undo()
    assert made == expected
