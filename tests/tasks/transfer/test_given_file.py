"""The bytes of a file that somebody gave: what is large is looked through before it is whole in memory."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from support.old_reports import zipped

from tthtcd_tui.errors import CodecProblem, TaskProblem, UnusableFile
from tthtcd_tui.tasks.transfer import given_file
from tthtcd_tui.tasks.transfer.given_file import STREAM, is_package, read_given, read_stream

TEXT = b'{"format":"tthtcd-report","x":"' + b"x" * 17_000_000 + b'"}'
PACKAGE = zipped({"anh.png": b"x"})


@pytest.fixture
def nothing_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given_file, "_LOOKED_FROM", 10)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["a.json", "a.txt"])
def test_a_json_that_can_be_no_report_is_not_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(CodecProblem, match="không thể là một báo cáo") as refused:
        read_given(written(tmp_path, name, TEXT))
    assert refused.value.message == f"“{name}” không dùng được:"


def test_so_by_standard_input() -> None:
    with pytest.raises(CodecProblem, match="không thể là một báo cáo"):
        read_stream(BytesIO(TEXT))


@pytest.mark.usefixtures("nothing_is_small")
def test_a_zip_of_something_else_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="không phải gói dữ liệu"):
        read_given(written(tmp_path, "a.zip", PACKAGE))
    with pytest.raises(UnusableFile, match="không phải gói dữ liệu"):
        read_stream(BytesIO(PACKAGE))


@pytest.mark.usefixtures("nothing_is_small")
@pytest.mark.parametrize(
    ("name", "data"),
    [("a.json", b'{"format": "tthtcd-report"}'), ("a.zip", zipped({"bao-cao.json": b"{}"})), ("a.xlsx", PACKAGE)],
)
def test_all_else_is_read_as_it_is(name: str, data: bytes, tmp_path: Path) -> None:
    assert read_given(written(tmp_path, name, data)) == data
    if name != "a.xlsx":
        assert read_stream(BytesIO(data)) == data


def test_no_document_comes_by_standard_input() -> None:
    assert is_package(PACKAGE, STREAM)
    assert not is_package(PACKAGE, "a.docx")


def test_a_machine_without_the_memory_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(given_file, "read_bounded", full)
    with pytest.raises(TaskProblem, match="không đủ bộ nhớ"):
        read_given(tmp_path / "a.json")
