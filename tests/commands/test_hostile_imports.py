"""Every kind of file that is made to do harm: refused in words, with little memory and CPU, and nothing is written.

The limits are those of the system: a process that wants more ends, and then another sentence is told or none.
"""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from support.hostile_files import FILES, STREAMS, Hostile
from support.sample_database import sample_database

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.report import codec, json_size

_MEMORY: Final = 200 << 20
"""Bytes that a process may have for itself; the command and the process that reads each have so many."""
_SECONDS: Final = 4
"""Of CPU: twice what is promised, for a machine whose cores are shared."""
_REFUSED: Final = 3


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_database(tmp_path_factory.mktemp("data"))


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def _imported(database: Path, path: Path, name: str = "") -> subprocess.CompletedProcess[str]:
    words = [name or path.name, "--period", "2020-2021", "--db", str(database)]
    with (path if name == "-" else Path(os.devnull)).open("rb") as given:
        return subprocess.run(
            [sys.executable, "-m", "tthtcd_tui", "import", *words],
            check=False,
            stdin=given,
            cwd=path.parent,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            preexec_fn=_limit,
            capture_output=True,
            text=True,
        )


def _content(database: Path) -> list[str]:
    with sqlite3.connect(database) as connection:
        return list(connection.iterdump())


@pytest.mark.long
@pytest.mark.parametrize("hostile", FILES.values(), ids=FILES)
def test_it_is_refused_in_words_within_limits_and_nothing_is_written(
    hostile: Hostile, database: Path, tmp_path: Path
) -> None:
    """G12."""
    path = tmp_path / hostile.name
    path.write_bytes(hostile.make())
    before = _content(database)
    run = _imported(database, path)
    assert hostile.says in run.stdout + run.stderr
    assert run.returncode == _REFUSED
    assert _content(database) == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.long
@pytest.mark.parametrize("hostile", STREAMS.values(), ids=STREAMS)
def test_so_is_what_comes_by_standard_input(hostile: Hostile, database: Path, tmp_path: Path) -> None:
    path = tmp_path / hostile.name
    path.write_bytes(hostile.make())
    before = _content(database)
    run = _imported(database, path, "-")
    assert hostile.says in run.stderr
    assert run.returncode == _REFUSED
    assert _content(database) == before


@pytest.mark.long
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (Path.mkdir, "là thư mục"),
        (os.mkfifo, "không phải tệp thường"),
        (lambda path: path.symlink_to("/dev/zero"), "không phải tệp thường"),
        (lambda path: path.symlink_to(path), "tep.docx"),
        (lambda _: None, "Không có tệp"),
    ],
    ids=["a folder", "a pipe", "a device", "a link to itself", "none"],
)
def test_what_is_no_file_is_told_and_never_waited_for(
    make: Callable[[Path], None], says: str, database: Path, tmp_path: Path
) -> None:
    path = tmp_path / "tep.docx"
    make(path)
    before = _content(database)
    run = _imported(database, path)
    assert says in run.stdout + run.stderr
    assert run.returncode == _REFUSED
    assert _content(database) == before


@pytest.mark.long
def test_a_file_that_is_none_of_them_is_read_within_the_same_limits(database: Path, tmp_path: Path) -> None:
    """The limits are not what refuses."""
    path = tmp_path / "bao-cao.txt"
    path.write_text("I. Kết quả\n\nTrung tâm đã mở 5 lớp.\n", encoding="utf-8")
    assert _imported(database, path).returncode == 0


def test_an_object_of_keys_without_end_is_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many values as activities may have; but they are in one."""
    monkeypatch.setattr(json_size, "_MOST_IN_ALL", 10)
    with pytest.raises(CodecProblem) as refused:
        codec.parse_json(b'{"a":{' + b",".join(b'"%d":0' % n for n in range(200)) + b"}}")
    assert "quá nhiều dữ liệu" in refused.value.problems[0]
    with pytest.raises(CodecProblem) as other:
        codec.parse_json(b'{"a":[' + b",".join(b'{"b":[1,2,3]}' for _ in range(200)) + b"]}")
    assert "thiếu “format”" in other.value.problems[0]
