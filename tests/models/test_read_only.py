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
        ("one whose log may not be read", "Hãy báo quản trị viên cấp quyền ghi."),
        ("one of a later version", "do phiên bản mới hơn của chương trình tạo ra"),
    ],
)
def test_what_may_not_be_read_or_written_is_told(told: dict[str, str], case: str, words: str) -> None:
    assert words in told[case]
    assert_plain(told[case])


REFUSAL = (
    "Chỉ xem và xuất được, không lưu được: tệp dữ liệu hoặc thư mục của nó chỉ cho đọc. Hãy báo quản trị viên cấp"
    " quyền ghi."
)


@pytest.mark.parametrize("case", ["what such a file says", "what one in such a folder says"])
def test_what_may_not_be_written_can_be_read(told: dict[str, str], case: str) -> None:
    signer, told_of, refusal, beside = eval(told[case].removeprefix("done: "))
    assert (signer, told_of, refusal) == ("Hải", 3, REFUSAL)
    assert beside == ["tthtcd.db"] or "file" in case
    assert_plain(refusal)


def test_what_a_colleague_saves_meanwhile_is_seen(told: dict[str, str]) -> None:
    assert told["one that a colleague is writing to"] == f"done: {['Lan', 'Bích Hà', REFUSAL]}"


def test_no_copy_outlives_its_store(told: dict[str, str]) -> None:
    assert told["what is left of the copies"] == "done: []"


def test_every_case_was_seen(told: dict[str, str]) -> None:
    assert len(told) == 13
    assert os.sep not in "".join(message.rpartition("”")[2] for message in told.values())
