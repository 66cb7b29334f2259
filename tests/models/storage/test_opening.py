"""What is no database of ours is recognised when it is opened, told plainly, and left as it was."""

from __future__ import annotations

import os
import random
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.damage import assert_plain, filled, told
from support.examples import at_most
from support.stores import facts, new_report, save, spoil, sql

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION, open_database
from tthtcd_tui.models.store import Store

pytestmark = pytest.mark.file_only("whose a file is, and what it is")

DAMAGED = "Tệp dữ liệu bị hỏng. Đừng ghi thêm; hãy báo quản trị viên khôi phục từ bản sao lưu."


def refused(path: Path) -> str:
    """What the user is told. The folder and every file in it stay as they were, to the byte."""
    before = tree(path.parent)
    with pytest.raises(StoreProblem) as raised:
        Store(path)
    assert tree(path.parent) == before
    assert_plain(raised.value.message)
    return raised.value.message


def tree(folder: Path) -> dict[str, bytes | None]:
    return {found.name: found.read_bytes() if found.is_file() else None for found in sorted(folder.iterdir())}


def test_an_empty_file_is_not_taken_for_an_empty_database(path: Path) -> None:
    path.touch()
    assert refused(path) == (
        f"Tệp dữ liệu “{path}” trống rỗng: có thể đã bị hỏng khi sao chép. Hãy lấy lại từ bản sao lưu;"
        " nếu muốn bắt đầu mới thì xóa tệp này đi."
    )


@pytest.mark.parametrize(
    "content",
    [
        b"Bao cao tu danh gia\n" * 400,
        "Kết quả hoạt động\n".encode() * 30,
        b"PK\x03\x04" + bytes(8000),
        bytes(4096),
        b"SQLite format 3\0",
        b"SQLite format 3\0" + b"\xff" * 4080,
        b"SQLite format 2\0" + filled()[16:],
    ],
    ids=["long text", "short text", "a zip", "zeros", "a bare header", "a header and rubbish", "an older format"],
)
def test_what_is_no_database_is_named_so(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refused(path) == (
        f"“{path}” không phải tệp dữ liệu của chương trình, hoặc đã bị hỏng. Hãy chọn tệp khác, hoặc lấy lại từ bản"
        " sao lưu."
    )


def test_a_file_of_a_byte_or_two_is_not_ours(path: Path) -> None:
    path.write_bytes(b"x\n")
    assert "không phải tệp dữ liệu của chương trình" in refused(path)


@pytest.mark.parametrize("journal", ["delete", "wal", "persist"])
@pytest.mark.parametrize("mark", [0, 1, 0x54544849])
def test_another_programs_database_is_left_alone(path: Path, journal: str, mark: int) -> None:
    with closing(apsw.Connection(str(path))) as other:
        other.pragma("journal_mode", journal)
        other.pragma("application_id", mark)
        other.execute("CREATE TABLE report (id INTEGER PRIMARY KEY); INSERT INTO report VALUES (1)").fetchall()
        told_open = refused(path)  # while the other program has it open, its log beside it
    assert refused(path) == told_open == f"“{path}” là dữ liệu của một chương trình khác. Hãy chọn tệp khác."
    assert sql(path, "SELECT id FROM report") == [(1,)]
    assert sql(path, "PRAGMA journal_mode") == [("wal" if journal == "wal" else "delete",)]


def test_a_newer_schema_is_named_so(path: Path) -> None:
    Store(path).close()
    sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert refused(path) == (
        f"“{path}” do phiên bản mới hơn của chương trình tạo ra. Hãy nâng cấp chương trình rồi mở lại."
    )


def test_a_folder_is_named_so(path: Path) -> None:
    path.mkdir()
    assert refused(path) == f"“{path}” là thư mục. Hãy ghi thêm tên tệp dữ liệu vào sau thư mục."


def test_a_pipe_does_not_hang(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(StoreProblem, match="không phải tệp dữ liệu của chương trình, hoặc đã bị hỏng"):
        Store(path)


def test_a_name_under_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("…", encoding="utf-8")
    for name in ("tthtcd.db", "sau/tthtcd.db"):
        with pytest.raises(StoreProblem, match="Không ghi được vào thư mục") as raised:
            Store(tmp_path / "tep" / name)
        assert_plain(raised.value.message)


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem) as raised:
        Store(tmp_path / ("ế" * 100) / "tthtcd.db")
    assert_plain(raised.value.message)
    with pytest.raises(StoreProblem) as raised:
        Store(tmp_path / ("x" * 252))  # its lock's name would be too long
    assert_plain(raised.value.message)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [":memory:", "file:x?mode=memory", "tên có dấu cách.db", "%3f#?.db"])
def test_any_name_is_a_files_name(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        store = Store(Path(name))
        report = new_report(store) if not store.years.all() else store.years.all()[0].report_id
        assert report == 1
        store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, f"{name}.lock", f"{name}.open"])


# -- the engine's own refusals ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (apsw.CantOpenError, "Hãy kiểm tra quyền với tệp và thư mục này."),
        (apsw.NotADBError, "không phải tệp dữ liệu của chương trình"),
    ],
)
def test_a_file_that_cannot_be_looked_at_is_told(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch, error: type[apsw.Error], words: str
) -> None:
    def fails(*arguments: object, **named: object) -> apsw.Connection:
        raise error("unable to open database file")

    with monkeypatch.context() as patched:
        patched.setattr(apsw, "Connection", fails)
        assert words in refused(path)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (apsw.CantOpenError, "Không mở được tệp dữ liệu"),
        (apsw.ReadOnlyError, "chỉ cho đọc"),
        (apsw.BusyError, "Người khác đang ghi quá lâu"),
        (apsw.IOError, "Ổ đĩa máy chủ báo lỗi đọc ghi"),
        (apsw.FullError, "Ổ đĩa máy chủ đã đầy"),
        (apsw.CorruptError, "Tệp dữ liệu bị hỏng"),
        (apsw.NotADBError, "Tệp dữ liệu bị hỏng"),
        (apsw.ProtocolError, "Cơ sở dữ liệu báo lỗi"),
    ],
)
def test_a_file_that_cannot_be_opened_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: type[apsw.Error], words: str
) -> None:
    Store(path).close()
    real = apsw.Connection

    def fails(name: str, flags: int | None = None) -> apsw.Connection:
        if flags is not None:  # the look that comes first
            return real(name, flags)
        raise error("…")

    with monkeypatch.context() as patched:
        patched.setattr(apsw, "Connection", fails)
        assert words in refused(path)
    Store(path).close()


def test_a_look_in_the_middle_of_a_checkpoint_refuses_nobody(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a lock, a file that grows right now can look damaged: only opening it in earnest may say so."""
    Store(path).close()
    real = apsw.Connection

    def torn(name: str, flags: int | None = None) -> apsw.Connection:
        if flags is not None:
            raise apsw.CorruptError("database disk image is malformed")
        return real(name)

    monkeypatch.setattr(apsw, "Connection", torn)
    Store(path).close()


def test_opening_again_in_one_process_keeps_the_locks_of_the_first(store: Store, path: Path) -> None:
    """POSIX drops all locks of a process when it closes any descriptor of the file: nothing of ours may do that."""
    inode = path.stat().st_ino

    def locks() -> list[str]:
        lines = Path("/proc/locks").read_text(encoding="ascii").splitlines()
        return [line.split(":", 1)[1] for line in lines if f":{inode} " in line and f" {os.getpid()} " in line]

    store.centres.all()
    if not Path("/proc/locks").exists():  # not Linux: the second half of this test is all that can be seen
        Store(path).close()
        return
    held = locks()
    assert held
    Store(path).close()
    with pytest.raises(StoreProblem):
        open_database(path, version=0)
    assert locks() == held


# -- damage -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keep", [17, 50, 99, 100, 511, 512, 1024, 4095, 4096, 8192, 40_000, len(filled()) // 2, -1])
def test_a_truncated_file_is_told(path: Path, keep: int) -> None:
    path.write_bytes(filled()[:keep])
    assert refused_or_told(path) != ""


def refused_or_told(path: Path) -> str:
    message = told(path)
    assert message is not None
    assert "bị hỏng" in message
    return message


@pytest.mark.parametrize("rubbish", [0x00, 0xFF, 0x41])
def test_a_file_whose_middle_is_overwritten_is_told(path: Path, rubbish: int) -> None:
    sound = filled()
    path.write_bytes(sound[:4096] + bytes([rubbish]) * (len(sound) - 8192) + sound[-4096:])
    assert refused_or_told(path) == DAMAGED


def test_a_form_that_is_no_longer_what_it_was_is_told(path: Path) -> None:
    path.write_bytes(filled())
    sql(path, "UPDATE form_text SET toml = replace(toml, 'Dân số', 'Dân sô')")
    assert refused_or_told(path) == DAMAGED


def test_a_year_whose_form_is_gone_is_told(path: Path) -> None:
    path.write_bytes(filled())
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("UPDATE report SET form_hash = '?'").fetchall()
    store = Store(path)
    for read in (store.snapshot, store.snapshot_with_log, store.history.of):
        with pytest.raises(StoreProblem, match="Tệp dữ liệu bị hỏng"):
            read(1)
    store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE figure SET number = 'abc' WHERE key = 'so_ho'",
        "UPDATE figure SET qualifier = 'độ chừng' WHERE key = 'dan_so'",
        "UPDATE report SET period_kind = '?'",
        "UPDATE report SET period_start = '2021-13-01'",
        "UPDATE report SET period_label = 'khác' WHERE id = 1",
        "UPDATE report SET date = '5/6/2021'",
        "UPDATE audit_entry SET after = '{'",
        "UPDATE audit_entry SET after = '[1]'",
        "UPDATE audit_entry SET place = 'figure/khong_co' WHERE after IS NOT NULL",
        "UPDATE audit_change SET at = 'hôm qua'",
        "UPDATE figure SET number = CAST(x'ff' AS TEXT) WHERE key = 'so_ho'",
        "UPDATE centre SET name = CAST(x'ffff' AS TEXT)",
        "INSERT INTO activity VALUES (99, 1, 'a', '2021-99-99', 'x', 'phap_luat', 1, 1, '', '', '', '')",
    ],
)
def test_a_row_this_program_never_wrote_is_told(path: Path, statement: str) -> None:
    path.write_bytes(filled())
    spoil(path, statement)
    assert refused_or_told(path) == DAMAGED


@at_most(40)
@given(seed=st.integers(0, 2**32), holes=st.integers(1, 4))
def test_random_damage_is_told_or_does_no_harm(tmp_path_factory: pytest.TempPathFactory, seed: int, holes: int) -> None:
    """Anywhere behind the header: never anything but a StoreProblem in words."""
    chance = random.Random(seed)
    content = bytearray(filled())
    for _ in range(holes):
        start = chance.randrange(100, len(content))
        length = min(chance.choice([1, 8, 200, 4096, 20_000]), len(content) - start)
        content[start : start + length] = chance.randbytes(length)
    path = tmp_path_factory.mktemp("hong") / "tthtcd.db"
    path.write_bytes(content)
    told(path)


def test_what_is_left_of_a_crash_while_it_was_made_is_cleared_away(path: Path) -> None:
    path.with_name(".tthtcd.db.new").write_bytes(b"half a database")
    path.with_name(".tthtcd.db.new-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    store = Store(path)
    report = new_report(store)
    save(store, report, {"report/signer": "Vũ Thanh Hải"})
    store.close()
    assert sorted(found.name for found in path.parent.iterdir()) == ["tthtcd.db", "tthtcd.db.lock", "tthtcd.db.open"]
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]


def test_what_a_killed_writer_left_in_the_log_is_there_again(path: Path, tmp_path: Path) -> None:
    """The files as a machine that lost its power leaves them: the -wal holds what the database does not yet."""
    store = Store(path)
    report = new_report(store)
    save(store, report, {"report/signer": "Vũ Thanh Hải"})
    copy = tmp_path / "sau" / "tthtcd.db"
    copy.parent.mkdir()
    for name in ("tthtcd.db", "tthtcd.db-wal"):
        copy.with_name(name).write_bytes(path.with_name(name).read_bytes())
    store.close()
    again = Store(copy)
    assert facts(again, report).at("report", "signer") == "Vũ Thanh Hải"
    assert again.revision(report) == 1
    again.close()
