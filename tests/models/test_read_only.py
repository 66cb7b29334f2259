"""Folders and files without the right to read or write: seen by a process that is not root."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.damage import assert_plain
from support.processes import run


@pytest.fixture(scope="module")
def told() -> Iterator[dict[str, str]]:
    # Not tmp_path: its parents let nobody but their owner through.
    folder = Path(tempfile.mkdtemp(prefix="tthtcd-"))
    folder.chmod(0o755)
    try:
        yield run("unprivileged", folder)
    finally:
        for path in folder.iterdir():
            path.chmod(0o700)
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("no database in a folder that may not be written", "Không ghi được vào thư mục"),
        ("no folder in a folder that may not be written", "Không ghi được vào thư mục"),
        ("a folder that may not be entered", "Hãy kiểm tra đường dẫn và quyền với thư mục."),
        ("the same, asked for by a command", "Hãy kiểm tra đường dẫn và quyền với thư mục."),
        ("a file that may not be read", "Hãy kiểm tra quyền với tệp và thư mục này."),
        ("a folder that may not be written", "Hãy báo quản trị viên cấp quyền ghi."),
        ("a file that may not be written", "Hãy báo quản trị viên cấp quyền ghi."),
    ],
)
def test_what_may_not_be_read_or_written_is_told(told: dict[str, str], case: str, words: str) -> None:
    assert words in told[case]
    assert_plain(told[case])


def test_every_case_was_seen(told: dict[str, str]) -> None:
    assert len(told) == 7
    assert os.sep not in "".join(message.rpartition("”")[2] for message in told.values())
