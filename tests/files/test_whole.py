"""A file is written whole or not at all, whatever fails on the way."""

from __future__ import annotations

import errno
import os
import re
import resource
import signal
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tthtcd_tui.errors import FileExists, FileProblem
from tthtcd_tui.files.problem import problem
from tthtcd_tui.files.whole import write_whole

DATA = "Báo cáo\n".encode() * 1000


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Make one call of `os` fail with an error number, once `after` calls have worked; gives the list of calls."""

    def fail(call: str, code: int, *, after: int = 0) -> list[str]:
        calls: list[str] = []
        works = getattr(os, call)

        def failing_call(*args: object, **kwargs: object) -> object:
            calls.append(call)
            if len(calls) > after:
                raise OSError(code, os.strerror(code))
            return works(*args, **kwargs)

        monkeypatch.setattr(os, call, failing_call)
        return calls

    return fail


def test_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.docx"
    write_whole(path, DATA)
    assert path.read_bytes() == DATA
    assert mode_of(path) == 0o600
    assert path.stat().st_nlink == 1
    assert names(tmp_path) == ["báo cáo.docx"]


def test_an_empty_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "x", b"")
    assert (tmp_path / "x").read_bytes() == b""


def test_a_large_file(tmp_path: Path) -> None:
    data = bytes(range(256)) * 40_000
    write_whole(tmp_path / "x", data)
    assert (tmp_path / "x").read_bytes() == data


def test_a_bare_name_is_of_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_whole(Path("x.txt"), DATA)
    assert (tmp_path / "x.txt").read_bytes() == DATA
    assert names(tmp_path) == ["x.txt"]


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("umask", [0o000, 0o077, 0o777])
def test_the_mode_holds_whatever_the_umask(tmp_path: Path, umask: int, *, overwrite: bool) -> None:
    before = os.umask(umask)
    try:
        write_whole(tmp_path / "own", DATA, overwrite=overwrite)
        write_whole(tmp_path / "shared", DATA, overwrite=overwrite, mode=0o640)
    finally:
        os.umask(before)
    assert mode_of(tmp_path / "own") == 0o600
    assert mode_of(tmp_path / "shared") == 0o640


def test_an_existing_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"old")
    with pytest.raises(FileExists) as caught:
        write_whole(path, DATA)
    assert caught.value.message == f"Đã có tệp “{path}”. Hãy chọn tên khác."
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x.docx"]


def test_an_existing_file_is_replaced_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"old")
    path.chmod(0o644)
    other = tmp_path / "other name of the old one"
    other.hardlink_to(path)
    write_whole(path, DATA, overwrite=True)
    assert path.read_bytes() == DATA
    assert mode_of(path) == 0o600
    assert other.read_bytes() == b"old"


def test_overwriting_what_is_not_there_writes_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "x", DATA, overwrite=True)
    assert (tmp_path / "x").read_bytes() == DATA
    assert names(tmp_path) == ["x"]


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("target", ["there", "nowhere", "link"])
def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path, target: str, *, overwrite: bool) -> None:
    (tmp_path / "there").write_bytes(b"old")
    (tmp_path / "link").symlink_to(target)
    with pytest.raises(FileProblem, match=r"đây là liên kết đến chỗ khác. Hãy ghi thẳng vào tệp thật") as caught:
        write_whole(tmp_path / "link", DATA, overwrite=overwrite)
    assert not isinstance(caught.value, FileExists)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_bytes() == b"old"
    assert names(tmp_path) == ["link", "there"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_link_that_comes_too_late_to_be_seen_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, overwrite: bool
) -> None:
    (tmp_path / "there").write_bytes(b"old")
    flush = os.fsync

    def link_meanwhile(descriptor: int) -> None:
        flush(descriptor)
        if not (tmp_path / "x").is_symlink() and not (tmp_path / "x").exists():
            (tmp_path / "x").symlink_to("there")

    monkeypatch.setattr(os, "fsync", link_meanwhile)
    if overwrite:
        write_whole(tmp_path / "x", DATA, overwrite=True)
        assert not (tmp_path / "x").is_symlink()
        assert (tmp_path / "x").read_bytes() == DATA
    else:
        with pytest.raises(FileExists):
            write_whole(tmp_path / "x", DATA)
        assert (tmp_path / "x").is_symlink()
    assert (tmp_path / "there").read_bytes() == b"old"
    assert names(tmp_path) == ["there", "x"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_folder_is_no_file(tmp_path: Path, *, overwrite: bool) -> None:
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "folder", tmp_path / "folder" / ".."):
        with pytest.raises(FileProblem, match=r"đây là thư mục. Hãy thêm tên tệp vào sau thư mục."):
            write_whole(path, DATA, overwrite=overwrite)
    assert names(tmp_path) == ["folder"]
    assert names(tmp_path / "folder") == []


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_is_no_plain_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, overwrite: bool) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("door")
        for name in ("pipe", "door"):
            with pytest.raises(FileProblem, match=r"đây không phải tệp thường. Hãy chọn tên khác."):
                write_whole(tmp_path / name, DATA, overwrite=overwrite)
    assert names(tmp_path) == ["door", "pipe"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_missing_folder_is_named(tmp_path: Path, *, overwrite: bool) -> None:
    with pytest.raises(FileProblem) as caught:
        write_whole(tmp_path / "không có" / "x.docx", DATA, overwrite=overwrite)
    assert caught.value.message == (
        f"Không ghi được “{tmp_path}/không có/x.docx”: chưa có thư mục “{tmp_path}/không có”."
        " Hãy tạo thư mục đó hoặc chọn thư mục khác."
    )


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"old")
    with pytest.raises(FileProblem, match="có một tệp đứng ở chỗ của thư mục"):
        write_whole(tmp_path / "x" / "y", DATA)


def test_a_long_name(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"tên tệp quá dài. Hãy chọn tên ngắn hơn."):
        write_whole(tmp_path / ("ữ" * 100), DATA)
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b"])
def test_a_name_that_cannot_be(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblem, match=r"a[?]b” có ký tự không dùng được. Hãy đổi tên tệp."):
        write_whole(tmp_path / name, DATA)
    assert names(tmp_path) == []


def test_a_name_is_harmless_in_a_message(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2J\u202eb"
    path.write_bytes(b"old")
    with pytest.raises(FileExists, match=r"a[?]\[2J[?]b”") as caught:
        write_whole(path, DATA)
    assert caught.value.message.isprintable()


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        ("open", errno.EACCES, "không có quyền với tệp hoặc thư mục này"),
        ("open", errno.EROFS, "ổ đĩa chỉ cho đọc. Hãy chọn thư mục khác."),
        ("open", errno.ENOSPC, "ổ đĩa đã đầy"),
        ("open", errno.EMFILE, "đang mở quá nhiều tệp"),
        ("fsync", errno.ENOSPC, "ổ đĩa đã đầy. Hãy xóa bớt tệp không dùng hoặc chọn thư mục ở ổ đĩa khác."),
        ("fsync", errno.EDQUOT, "đã hết dung lượng được cấp"),
        ("fsync", errno.EIO, "ổ đĩa báo lỗi khi đọc hoặc ghi"),
        ("fchmod", errno.EPERM, "không có quyền"),
        ("fsync", errno.ENXIO, "máy báo lỗi ENXIO. Hãy thử lại, hoặc báo người quản trị mã lỗi này."),
        ("fsync", 0, "máy báo lỗi OSError."),
    ],
)
def test_a_failure_leaves_what_was_there(
    tmp_path: Path, failing: Callable[..., list[str]], call: str, code: int, said: str, *, overwrite: bool
) -> None:
    path = tmp_path / "x.docx"
    if overwrite:
        path.write_bytes(b"old")
    before = names(tmp_path)
    calls = failing(call, code)
    with pytest.raises(FileProblem) as caught:
        write_whole(path, DATA, overwrite=overwrite)
    assert calls
    assert caught.value.message.startswith(f"Không ghi được “{path}”: {said}")
    assert isinstance(caught.value.__cause__, OSError)
    assert names(tmp_path) == before
    assert not overwrite or path.read_bytes() == b"old"


def test_a_disk_that_fills_while_writing(tmp_path: Path) -> None:
    """A real refusal by the system, on the size of a file."""
    path = tmp_path / "x.docx"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(FileProblem, match="tệp quá lớn đối với ổ đĩa này"):
            write_whole(path, bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert names(tmp_path) == []


@pytest.mark.parametrize(("call", "overwrite"), [("link", False), ("replace", True)])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_failure_at_the_last_step(
    tmp_path: Path, failing: Callable[..., list[str]], call: str, code: int, *, overwrite: bool
) -> None:
    path = tmp_path / "x"
    if overwrite:
        path.write_bytes(b"old")
    calls = failing(call, code)
    with pytest.raises(FileProblem, match="Không ghi được"):
        write_whole(path, DATA, overwrite=overwrite)
    assert calls == [call]
    assert names(tmp_path) == (["x"] if overwrite else [])
    assert not overwrite or path.read_bytes() == b"old"


@pytest.mark.parametrize("overwrite", [False, True])
def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, overwrite: bool
) -> None:
    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "x", DATA, overwrite=overwrite)
    assert names(tmp_path) == []


NO_LINKS = [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS]


@pytest.mark.parametrize("code", NO_LINKS)
class TestWithoutHardLinks:
    """FAT and some network shares know none."""

    def test_a_new_file(self, tmp_path: Path, failing: Callable[..., list[str]], code: int) -> None:
        calls = failing("link", code)
        write_whole(tmp_path / "x", DATA, mode=0o640)
        assert calls == ["link"]
        assert (tmp_path / "x").read_bytes() == DATA
        assert mode_of(tmp_path / "x") == 0o640
        assert names(tmp_path) == ["x"]

    def test_a_file_that_comes_meanwhile_stays(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
    ) -> None:
        def link(*args: object, **kwargs: object) -> None:
            (tmp_path / "x").write_bytes(b"a colleague's")
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(os, "link", link)
        with pytest.raises(FileExists):
            write_whole(tmp_path / "x", DATA)
        assert (tmp_path / "x").read_bytes() == b"a colleague's"
        assert names(tmp_path) == ["x"]

    def test_a_failed_rename_takes_the_empty_file_away(
        self, tmp_path: Path, failing: Callable[..., list[str]], code: int
    ) -> None:
        failing("link", code)
        calls = failing("replace", errno.EIO)
        with pytest.raises(FileProblem, match="ổ đĩa báo lỗi"):
            write_whole(tmp_path / "x", DATA)
        assert calls == ["replace"]
        assert names(tmp_path) == []

    def test_a_failed_rename_takes_nothing_else_away(
        self, tmp_path: Path, failing: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, code: int
    ) -> None:
        failing("link", code)

        def replace(*args: object, **kwargs: object) -> None:
            (tmp_path / "x").write_bytes(b"a colleague's")
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        monkeypatch.setattr(os, "replace", replace)
        with pytest.raises(FileProblem, match="ổ đĩa báo lỗi"):
            write_whole(tmp_path / "x", DATA)
        assert (tmp_path / "x").read_bytes() == b"a colleague's"
        assert names(tmp_path) == ["x"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_folder_that_cannot_be_flushed_is_no_failure(
    tmp_path: Path, failing: Callable[..., list[str]], *, overwrite: bool
) -> None:
    calls = failing("fsync", errno.EINVAL, after=1)
    write_whole(tmp_path / "x", DATA, overwrite=overwrite)
    assert calls == ["fsync", "fsync"]  # the file, then its folder
    assert (tmp_path / "x").read_bytes() == DATA
    assert names(tmp_path) == ["x"]


def test_a_folder_that_fails_to_flush_is_told(tmp_path: Path, failing: Callable[..., list[str]]) -> None:
    failing("fsync", errno.EIO, after=1)
    with pytest.raises(FileProblem, match="đã ghi xong nhưng ổ đĩa báo lỗi khi giữ tên tệp"):
        write_whole(tmp_path / "x", DATA)
    assert (tmp_path / "x").read_bytes() == DATA
    assert names(tmp_path) == ["x"]


def test_the_file_reaches_the_disk_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    flush, link, replace = os.fsync, os.link, os.replace

    def fsync(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        steps.append(f"flush {kind} of {os.fstat(descriptor).st_size if kind == 'file' else 0}")
        flush(descriptor)

    def named_by_link(*args: str) -> None:
        steps.append("link")
        link(*args)

    def named_by_rename(*args: str) -> None:
        steps.append("rename")
        replace(*args)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "link", named_by_link)
    monkeypatch.setattr(os, "replace", named_by_rename)
    write_whole(tmp_path / "x", DATA)
    write_whole(tmp_path / "x", DATA, overwrite=True)
    assert steps == [
        f"flush file of {len(DATA)}", "link", "flush folder of 0",
        f"flush file of {len(DATA)}", "rename", "flush folder of 0",
    ]  # fmt: skip


def test_until_it_is_whole_it_is_hidden_and_ours_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, int]] = []
    change = os.fchmod

    def fchmod(descriptor: int, mode: int) -> None:
        [temporary] = tmp_path.iterdir()
        seen.append((temporary.name, mode_of(temporary)))
        change(descriptor, mode)

    monkeypatch.setattr(os, "fchmod", fchmod)
    for name in ("x", "y"):
        write_whole(tmp_path / name, DATA, mode=0o644)
        (tmp_path / name).unlink()
    assert all(re.fullmatch(r"\.tthtcd-[0-9a-f]{16}\.tmp", name) for name, _ in seen)
    assert [mode for _, mode in seen] == [0o600, 0o600]
    assert len(set(seen)) == 2


def test_nothing_is_written_for_a_file_that_is_there(tmp_path: Path, failing: Callable[..., list[str]]) -> None:
    (tmp_path / "x").write_bytes(b"old")
    calls = failing("open", errno.ENOSPC)
    with pytest.raises(FileExists):
        write_whole(tmp_path / "x", DATA)
    assert calls == []


@pytest.mark.parametrize("code", [0, *sorted(errno.errorcode)])
def test_every_error_is_said_in_plain_words(code: int) -> None:
    message = problem("ghi", "x", OSError(code, os.strerror(code))).message
    assert message.startswith("Không ghi được “x”: ")
    assert " Hãy " in message
    assert message.endswith(".")


def test_no_descriptor_stays_open(tmp_path: Path, failing: Callable[..., list[str]]) -> None:
    write_whole(tmp_path / "warm", DATA)
    probe = os.open(tmp_path, os.O_RDONLY)
    os.close(probe)
    write_whole(tmp_path / "x", DATA)
    with pytest.raises(FileExists):
        write_whole(tmp_path / "x", DATA)
    failing("fsync", errno.EIO)
    with pytest.raises(FileProblem):
        write_whole(tmp_path / "y", DATA)
    after = os.open(tmp_path, os.O_RDONLY)
    os.close(after)
    assert after == probe  # the lowest free number is the same


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    """As root every folder may be written; the failing calls above stand for it there."""
    folder = tmp_path / "chỉ đọc"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            write_whole(folder / "x", DATA)
            assert names(folder) == ["x"]
        else:
            with pytest.raises(FileProblem, match="không có quyền"):
                write_whole(folder / "x", DATA)
            assert names(folder) == []
    finally:
        folder.chmod(0o700)
