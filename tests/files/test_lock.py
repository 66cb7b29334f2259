"""A lock between processes: held by one, or by many who only share it, and gone with its holder."""

from __future__ import annotations

import fcntl
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from support.processes import environment

from tthtcd_tui.files import lock
from tthtcd_tui.files.lock import Shared, exclusive, let_go, try_hold


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kho.lock"


def is_free(path: Path) -> bool:
    held = try_hold(path)
    if held is None:
        return False
    let_go(held)
    return True


@contextmanager
def alone(path: Path) -> Iterator[None]:
    held = try_hold(path)
    assert held is not None
    yield
    let_go(held)


@pytest.mark.parametrize("hold", [exclusive, alone])
def test_one_holds_it_alone(path: Path, hold: Callable[[Path], AbstractContextManager[None]]) -> None:
    assert is_free(path)
    with hold(path):
        assert not is_free(path)
        with pytest.raises(TimeoutError):
            Shared(path, 0.02)
    assert is_free(path)


def test_who_comes_second_waits(path: Path) -> None:
    steps: list[str] = []

    def second() -> None:
        with exclusive(path):
            steps.append("second")

    with ThreadPoolExecutor(1) as pool:
        with exclusive(path):
            waiting = pool.submit(second)
            with pytest.raises(TimeoutError):
                waiting.result(0.1)
            steps.append("first")
        waiting.result()
    assert steps == ["first", "second"]


def test_many_share_it_and_nobody_holds_it_alone_meanwhile(path: Path) -> None:
    shared = [Shared(path, 0) for _ in range(3)]
    for one in shared:
        assert not is_free(path)
        one.let_go()
    assert is_free(path)
    kept: Shared | None = Shared(path, 0)
    assert kept
    assert not is_free(path)
    kept = None
    assert is_free(path), "it goes with the value"


def test_it_goes_with_its_process_however_that_ends(path: Path) -> None:
    script = "import sys, pathlib; from tthtcd_tui.files.lock import try_hold; try_hold(pathlib.Path(sys.argv[1]))"
    script += "; print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        assert not is_free(path)
        holder.kill()
        holder.wait()
    assert is_free(path)


def test_a_file_that_was_taken_away_meanwhile_is_not_what_is_held(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who held it before may delete it: two would hold it, each a file of that name."""
    real = fcntl.flock

    def taken_away(descriptor: int, what: int) -> None:
        monkeypatch.undo()
        path.unlink()
        real(descriptor, what)

    monkeypatch.setattr(fcntl, "flock", taken_away)
    held = try_hold(path)
    assert held is not None
    assert os.path.samestat(os.fstat(held), path.stat())
    assert not is_free(path)
    let_go(held)


@pytest.mark.parametrize("take", [try_hold, lambda path: Shared(path, 0), lambda path: exclusive(path).__enter__()])
def test_a_link_is_not_followed(path: Path, take: Callable[[Path], object]) -> None:
    other = path.with_name("cua-nguoi-khac")
    path.symlink_to(other)
    with pytest.raises(OSError, match="symbolic links"):
        take(path)
    assert not other.exists()


def test_the_file_is_for_its_owner_alone(path: Path) -> None:
    os.umask(0)
    assert is_free(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_administrator_makes_it_for_the_account_of_the_folder(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the account itself could hold it no more."""
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "fchown", lambda _, user, group: given.append((user, group)))
    assert is_free(path)
    folder = path.parent.stat()
    assert given == [(folder.st_uid, folder.st_gid)]


def test_who_may_only_read_it_shares_it_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_free(path)

    def refused(_: Path) -> int:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(lock, "_open", refused)
        shared = Shared(path, 0)
    assert not is_free(path)
    shared.let_go()
