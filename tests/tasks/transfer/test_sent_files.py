"""Files sent to a shared server: a person's own folder, closed names, limits, and gone after a month."""

from __future__ import annotations

import io
import os
import stat
from datetime import UTC, datetime, timedelta

import pytest

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.transfer import sent_files
from tthtcd_tui.tasks.transfer.sent_files import SentFiles


@pytest.fixture
def sent(store: Store) -> SentFiles:
    return SentFiles.of(store, "canbo1")


def names(sent: SentFiles) -> list[str]:
    return [each.name for each in sent.all()]


def test_a_file_lies_in_a_folder_of_ones_own(store: Store, sent: SentFiles) -> None:
    path = sent.put("Sổ tháng 9.xlsx", io.BytesIO(b"PK"))
    assert (path.parent, path.read_bytes()) == (store.path.parent / "nhap-vao" / "canbo1", b"PK")
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)
    sent.put("Sổ tháng 9.xlsx", io.BytesIO(b"PK2"))
    assert (names(sent), sent.read("Sổ tháng 9.xlsx")) == (["Sổ tháng 9.xlsx"], b"PK2")
    assert names(SentFiles.of(store, "canbo2")) == []


@pytest.mark.parametrize(
    "name", ["../a.docx", "/etc/a.docx", "a/b.csv", "a", "a.exe", ".docx", "", "a\n.csv", "-a.csv", "x" * 300 + ".csv"]
)
def test_any_other_name_is_refused(store: Store, sent: SentFiles, name: str) -> None:
    with pytest.raises(TaskProblem, match="không nhận: chỉ ghi tên, không ghi thư mục"):
        sent.put(name, io.BytesIO(b"x"))
    assert not (store.path.parent / "nhap-vao").exists()


def test_what_is_too_large_or_empty_or_too_many_is_refused(sent: SentFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sent_files, "LARGEST_SENT", 10)
    monkeypatch.setattr(sent_files, "MOST_KEPT", 2)
    for data, words in ((b"x" * 11, "lớn hơn"), (b"", "Thêm “< a.csv” vào cuối lệnh")):
        with pytest.raises(TaskProblem, match=words):
            sent.put("a.csv", io.BytesIO(data))
    for name in ("a.csv", "b.csv"):
        sent.put(name, io.BytesIO(b"x"))
    with pytest.raises(TaskProblem, match="Đã có 2 tệp"):
        sent.put("c.csv", io.BytesIO(b"x"))
    sent.put("b.csv", io.BytesIO(b"y"))


def test_after_a_month_it_is_gone(sent: SentFiles) -> None:
    path = sent.put("a.csv", io.BytesIO(b"x"))
    sent.put("b.csv", io.BytesIO(b"x"))
    long_ago = (datetime.now(UTC) - timedelta(days=31)).timestamp()
    os.utime(path, (long_ago, long_ago))
    assert names(sent) == ["b.csv"]
    assert not path.exists()


def test_a_link_to_another_file_is_no_file_of_ones_own(sent: SentFiles, store: Store) -> None:
    sent.put("a.csv", io.BytesIO(b"x"))
    (sent.folder / "b.csv").symlink_to(store.path)
    assert names(sent) == ["a.csv"]
    with pytest.raises(TaskProblem):
        sent.read("../../tthtcd.db")
