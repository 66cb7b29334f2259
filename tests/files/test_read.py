"""Files that somebody names may be anything, and of any size."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.files.read import read_bounded


def said(path: Path, limit: int = 1000) -> str:
    with pytest.raises(FileProblem) as caught:
        read_bounded(path, limit)
    assert caught.value.message.isprintable()
    return caught.value.message


@pytest.mark.parametrize("size", [0, 1, 999, 1000])
def test_a_file_within_the_limit(tmp_path: Path, size: int) -> None:
    (tmp_path / "x").write_bytes(bytes(size))
    assert read_bounded(tmp_path / "x", 1000) == bytes(size)


@pytest.mark.parametrize(
    ("limit", "shown"),
    [
        (0, "0 byte"),
        (999, "999 byte"),
        (1024, "1 KB"),
        (1536, "1,5 KB"),
        (1024 * 1024, "1 MB"),
        (1024 * 1024 * 5 // 2, "2,5 MB"),
    ],
)
def test_a_file_beyond_the_limit(tmp_path: Path, limit: int, shown: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(bytes(limit + 1))
    assert said(path, limit) == f"Tệp “{path}” lớn hơn {shown}. Hãy chọn tệp nhỏ hơn."


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # a hole

    def fail(*args: object, **kwargs: object) -> None:
        pytest.fail("opened to be read")

    monkeypatch.setattr("builtins.open", fail)
    assert "lớn hơn 50 MB" in said(path, 50 * 1024 * 1024)


def test_a_file_that_grows_is_bounded_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_bytes(bytes(10))
    look = os.fstat

    def grow(descriptor: int) -> os.stat_result:
        found = look(descriptor)
        path.write_bytes(bytes(5000))
        return found

    monkeypatch.setattr(os, "fstat", grow)
    assert "lớn hơn 1000 byte" in said(path)


def test_what_a_file_has_grown_by_is_read_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_bytes(bytes(10))
    look = os.fstat

    def grow(descriptor: int) -> os.stat_result:
        found = look(descriptor)
        path.write_bytes(bytes(900))
        return found

    monkeypatch.setattr(os, "fstat", grow)
    assert read_bounded(path, 1000) == bytes(900)


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "không có.json"
    assert said(path) == f"Không có tệp “{path}”. Hãy kiểm tra lại đường dẫn."
    (tmp_path / "link").symlink_to("nowhere")
    assert said(tmp_path / "link").startswith("Không có tệp")


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"data")
    (tmp_path / "link").symlink_to("x")
    assert read_bounded(tmp_path / "link", 1000) == b"data"


def test_a_folder(tmp_path: Path) -> None:
    assert said(tmp_path) == f"“{tmp_path}” là thư mục. Hãy chọn một tệp trong thư mục đó."


def test_a_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "không phải tệp thường. Hãy chọn tệp khác." in said(tmp_path / "pipe")


def test_a_device() -> None:
    assert "không phải tệp thường" in said(Path(os.devnull))


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    assert "có một tệp đứng ở chỗ của thư mục" in said(tmp_path / "x" / "y")


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert "trỏ vòng quanh" in said(tmp_path / "a")


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b"])
def test_a_name_that_cannot_be(tmp_path: Path, name: str) -> None:
    assert "a?b” có ký tự không dùng được" in said(tmp_path / name)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.EACCES, "không có quyền với tệp hoặc thư mục này. Hãy chọn thư mục khác hoặc hỏi người quản trị."),
        (errno.EIO, "ổ đĩa báo lỗi khi đọc hoặc ghi. Hãy chọn ổ đĩa khác và báo người quản trị."),
        (errno.ESTALE, "máy báo lỗi ESTALE. Hãy thử lại, hoặc báo người quản trị mã lỗi này."),
    ],
)
def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str) -> None:
    def fail(*args: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "open", fail)
    path = tmp_path / "x"
    assert said(path) == f"Không đọc được “{path}”: {reason}"


def test_no_descriptor_stays_open(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(bytes(2000))
    os.mkfifo(tmp_path / "pipe")
    probe = os.open(tmp_path, os.O_RDONLY)
    os.close(probe)
    for path in (tmp_path, tmp_path / "x", tmp_path / "pipe"):
        said(path)
    read_bounded(tmp_path / "x", 2000)
    after = os.open(tmp_path, os.O_RDONLY)
    os.close(after)
    assert after == probe  # the lowest free number is the same
