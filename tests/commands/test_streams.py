"""Standard streams that are closed, full or not in UTF-8: a plain sentence and an exit code, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.processes import environment

from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes

FULL = "Không ghi được “đầu ra chuẩn”: ổ đĩa đã đầy. Hãy xóa bớt tệp không dùng hoặc chọn thư mục ở ổ đĩa khác.\n"
CLOSED = "Đầu ra chuẩn đang đóng nên không in được kết quả. Bỏ “>&-” khỏi lệnh rồi chạy lại.\n"
EVERY = [
    "summary",
    "check",
    "show",
    "export -o - --format txt",
    "export -o - --format docx",
    "export -o - --format json",
]


@pytest.fixture(autouse=True)
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))
    path = tmp_path / "mau.json"
    path.write_bytes(sample_bytes(SAMPLE_YEAR))
    return path


def shell(line: str, **changed: str) -> subprocess.CompletedProcess[bytes]:
    """The line in a shell, in which `tthtcd` is the program."""
    program = f'tthtcd() {{ "{sys.executable}" -m tthtcd_tui "$@"; }}; '
    return subprocess.run(
        ["sh", "-c", program + line], env=environment() | changed, capture_output=True, timeout=120, check=False
    )


@pytest.mark.long
@pytest.mark.parametrize("command", EVERY)
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110 -- a device
def test_a_full_disk_behind_the_output(command: str) -> None:
    word, _, rest = command.partition(" ")
    done = shell(f"tthtcd {word} mau.json {rest} >/dev/full")
    assert (done.returncode, done.stderr.decode()) == (3, FULL)


@pytest.mark.parametrize("command", EVERY)
def test_an_output_that_was_closed(command: str) -> None:
    word, _, rest = command.partition(" ")
    done = shell(f"tthtcd {word} mau.json {rest} >&-")
    assert (done.returncode, done.stderr.decode()) == (3, CLOSED)


def test_an_output_that_nobody_reads_on() -> None:
    done = shell("{ sleep 1; tthtcd show mau.json; echo $? >code; } | true; cat code")
    assert (done.stdout, done.stderr) == (b"141\n", b"")


def test_an_input_that_was_closed(tmp_path: Path) -> None:
    done = shell("tthtcd import - <&-")
    assert done.returncode == 3
    assert done.stderr.decode() == (
        "“đầu vào chuẩn” không dùng được:\n  Tệp trống, không có báo cáo nào. Hãy xuất lại tệp JSON từ chương trình.\n"
    )


def test_nothing_is_printed_into_a_file_that_took_a_closed_stream_s_place(tmp_path: Path) -> None:
    """The system gives the lowest number that is free: without care the database would be «standard error»."""
    done = shell("tthtcd import mau.json 2>&- && tthtcd set 2020-2021 figure/dan_so abc 2>&-; tthtcd check 2020-2021")
    assert done.stdout.decode().splitlines()[-1] == "Đã đủ nội dung, không có lỗi, không có cảnh báo."
    assert done.stderr == b""
    assert (tmp_path / "a.db").read_bytes()[:15] == b"SQLite format 3"


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii:strict"},
        {"LC_ALL": "vi_VN.TCVN5712-1", "LANG": ""},
    ],
    ids=["C", "ASCII", "TCVN"],
)
def test_vietnamese_goes_out_as_utf8_in_any_locale(locale: dict[str, str]) -> None:
    done = shell("tthtcd summary mau.json && tthtcd check nope.json", **locale)
    assert done.returncode == 3
    assert ["TỔNG", "445", "43.117", "100,0%"] in [line.split() for line in done.stdout.decode("utf-8").splitlines()]
    assert done.stderr.decode("utf-8") == "Không có tệp “nope.json”. Hãy kiểm tra lại đường dẫn.\n"
