"""Many files written together: each whole or not there, and none without its bytes on the disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tthtcd_tui.errors import FileExists, FileProblem
from tthtcd_tui.files.many import ManyWhole

NAMES = ("ab/1.zip", "ab/2.zip", "cd/3.zip")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ab").mkdir()
    return tmp_path


def found(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_get_their_names_together(folder: Path) -> None:
    with ManyWhole(folder) as files:
        for name in NAMES:
            files.add(folder / name, name.encode())
        assert not found(folder).keys() & set(NAMES)
        files.give_names()
        assert found(folder) == {name: name.encode() for name in NAMES}
        assert {(folder / name).stat().st_mode & 0o777 for name in NAMES} == {0o600}
        files.give_names()  # nothing is waiting any more


def test_the_bytes_are_on_the_disk_before_a_name_and_the_names_before_it_ends(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    flush, link = os.fsync, os.link

    def fsync(descriptor: int) -> None:
        is_folder = Path(f"/proc/self/fd/{descriptor}").readlink().is_dir()
        told.append("folder" if is_folder else "file")
        flush(descriptor)

    def linked(*arguments: object, **_: object) -> None:
        told.append("name")
        link(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "link", linked)
    with ManyWhole(folder) as files:
        for name in NAMES:
            files.add(folder / name, b"x")
        files.give_names()
    assert told == ["file"] * 3 + ["name"] * 3 + ["folder"] * 2


@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="the system takes no hint")
def test_all_are_on_their_way_to_the_disk_before_one_is_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    flush = os.fsync

    def begun(descriptor: int, *_: int) -> None:
        told.append("begun")
        raise OSError(errno.EINVAL, "")  # a hint that is not taken is no error

    def fsync(descriptor: int) -> None:
        told.append("waited for")
        flush(descriptor)

    monkeypatch.setattr(os, "posix_fadvise", begun)
    monkeypatch.setattr(os, "fsync", fsync)
    with ManyWhole(folder) as files:
        for name in NAMES:
            files.add(folder / name, name.encode())
        files.give_names()
    assert told[: 2 * len(NAMES)] == ["begun"] * len(NAMES) + ["waited for"] * len(NAMES)
    assert {(folder / name).read_bytes() for name in NAMES} == {name.encode() for name in NAMES}


def test_what_got_no_name_leaves_nothing(folder: Path) -> None:
    with ManyWhole(folder) as files:
        files.add(folder / NAMES[0], b"x")
    assert found(folder) == {}


def test_what_a_killed_process_left_is_taken_away(folder: Path) -> None:
    (folder / ".tthtcd-00.tmp").write_bytes(b"half")
    (folder / "don-vi.json").write_bytes(b"[]")
    with ManyWhole(folder):
        assert found(folder) == {"don-vi.json": b"[]"}


def test_a_file_that_is_there_stays(folder: Path) -> None:
    with ManyWhole(folder) as files:
        files.add(folder / NAMES[0], b"new")
        (folder / NAMES[0]).write_bytes(b"meanwhile")
        files.add(folder / NAMES[1], b"other")
        files.give_names()
        with pytest.raises(FileExists):
            files.add(folder / NAMES[0], b"again")
    assert found(folder) == {NAMES[0]: b"meanwhile", NAMES[1]: b"other"}


def test_a_link_is_never_followed(folder: Path) -> None:
    (folder / NAMES[0]).symlink_to(folder / "elsewhere")
    with ManyWhole(folder) as files, pytest.raises(FileProblem, match="liên kết"):
        files.add(folder / NAMES[0], b"x")
    assert found(folder) == {}


def test_a_full_disk_is_told_and_no_file_gets_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "fsync", full)
    with ManyWhole(folder) as files:
        for name in NAMES:
            files.add(folder / name, b"x")
        with pytest.raises(FileProblem, match="đã đầy"):
            files.give_names()
    assert found(folder) == {}
