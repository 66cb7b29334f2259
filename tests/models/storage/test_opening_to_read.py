"""A database that is not to be written to is opened to read, and says why; a damaged one is left alone."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

import pytest
from support.damage import assert_plain, filled
from support.stores import answers, change, dump, new_report, save, sql

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.storage import opening
from tthtcd_tui.models.storage.engine import Database, translate_errors
from tthtcd_tui.models.storage.files import copy_unchanging
from tthtcd_tui.models.storage.opening import DAMAGED, READ_ONLY
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION, open_database
from tthtcd_tui.models.storage.sqlite import SqliteFile, has_log
from tthtcd_tui.models.store import Store

pytestmark = pytest.mark.file_only("a file that may not be written to")


def refused(store: Store, message: str) -> None:
    before = store.path.read_bytes()
    with pytest.raises(StoreProblem) as raised:
        store.apply(1, change({"report/signer": "Vũ Thanh Hải"}), 0, "lan")
    assert raised.value.message == message
    assert_plain(message)
    assert store.path.read_bytes() == before


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for one whom modes stop; root they do not (`test_read_only`)."""
    monkeypatch.setattr(opening, "_may_write", lambda _: False)


def test_a_database_that_can_be_written_has_no_refusal(path: Path) -> None:
    store = Store(path)
    assert store.refusal is None
    store.close()


def test_an_earlier_version_is_brought_up_to_date_in_a_copy(
    path: Path, read_only: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path.parent / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(path.parent / "tmp"))
    path.write_bytes(filled())
    later = SCHEMA_VERSION + 1

    def seal(database: Database) -> None:
        database.execute_sql("ALTER TABLE report ADD COLUMN sealed TEXT DEFAULT 'dấu'")

    monkeypatch.setattr(opening, "SCHEMA_VERSION", later)
    monkeypatch.setattr(opening, "open_database", partial(open_database, version=later, migrations={later: seal}))
    before = path.read_bytes()
    store = Store(path)
    assert answers(store, store.years.all()[0].report_id)["report/signer"] == "Hải"
    assert store._database.execute_sql("SELECT sealed FROM report").fetchone() == ("dấu",)
    refused(store, READ_ONLY)
    assert list(Path(tempfile.gettempdir()).glob("tthtcd-*")) == [], "however it ends, it leaves no copy behind"
    store.close()
    assert path.read_bytes() == before
    assert not path.with_name("sao-luu").exists()


def test_one_that_is_written_to_while_it_is_copied_is_not_used(
    path: Path, read_only: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a lock, half of the old and half of the new could be in the copy."""
    path.write_bytes(filled())

    def meanwhile(path: Path, target: Path) -> None:
        copy_unchanging(path, target)
        path.touch()

    monkeypatch.setattr(opening, "connect_to_read", lambda _: SqliteFile(Path("/không/có"), None))
    monkeypatch.setattr(opening, "copy_unchanging", meanwhile)
    with pytest.raises(StoreProblem, match="đang được người khác ghi") as raised:
        Store(path)
    assert_plain(raised.value.message)


@pytest.mark.parametrize("copied", [False, True])
def test_one_of_a_newer_program_is_not_even_read(
    path: Path, read_only: None, monkeypatch: pytest.MonkeyPatch, copied: bool
) -> None:
    """It is called by its own name, and not by that of a copy nobody has asked for."""
    path.write_bytes(filled())
    sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    for end in ("-wal", "-shm"):
        path.with_name(f"tthtcd.db{end}").unlink(missing_ok=True)
    if copied:
        monkeypatch.setattr(opening, "connect_to_read", lambda _: SqliteFile(Path("/không/có"), None))
    with pytest.raises(StoreProblem) as raised:
        Store(path)
    assert raised.value.message.startswith(f"“{path}” do phiên bản mới hơn của chương trình tạo ra.")
    assert_plain(raised.value.message)


def test_the_engine_too_is_told_that_it_only_reads(path: Path, read_only: None) -> None:
    path.write_bytes(filled())
    store = Store(path)
    with pytest.raises(StoreProblem, match="chỉ cho đọc"), translate_errors():
        store._database.execute_sql("UPDATE report SET signer = 'Lan'")
    store.close()


@pytest.mark.parametrize(("log", "there"), [(None, False), (b"", False), (b"x", True)])
def test_an_empty_log_is_none(path: Path, log: bytes | None, there: bool) -> None:
    if log is not None:
        path.with_name("tthtcd.db-wal").write_bytes(log)
    assert has_log(path) is there


# -- damage -----------------------------------------------------------------------------------------------------------


def left_by_a_killed_session(path: Path, spoilt: str = "") -> None:
    """The files as they are when the last one who had them open was killed; the first page of a table is `spoilt`."""
    killed = path.with_name("truoc.db")
    killed.write_bytes(filled())
    store = Store(killed)
    save(store, 1, {"report/signer": "Lan"})
    for end in ("", "-wal", ".open"):
        path.with_name(f"{path.name}{end}").write_bytes(killed.with_name(f"{killed.name}{end}").read_bytes())
    if spoilt:
        spoil(path, spoilt, killed)
    store.close()


def spoil(path: Path, name: str, sound: Path) -> None:
    page = sql(sound, "SELECT rootpage FROM sqlite_schema WHERE name = ?", [name])[0][0]
    assert isinstance(page, int)
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4_096 : page * 4_096] = b"\xff" * 4_096
    path.write_bytes(content)


def test_after_a_killed_session_a_sound_database_goes_on(path: Path) -> None:
    left_by_a_killed_session(path)
    store = Store(path)
    assert store.refusal is None
    assert answers(store, 1)["report/signer"] == "Lan"
    save(store, 1, {"report/signer": "Minh"})
    store.close()


def test_after_a_killed_session_damage_is_looked_for_and_nothing_more_is_written(path: Path) -> None:
    left_by_a_killed_session(path, "participation_rating")  # which a list of years does not need
    store = Store(path)
    assert store.refusal is not None
    assert store.refusal.message == DAMAGED
    assert [year.period.label for year in store.years.all()] == ["2020-2021", "2019-2020"]
    refused(store, DAMAGED)
    store.close()


def test_while_a_colleague_has_it_open_nobody_looks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log beside it is nothing unusual then."""
    store = Store(path)
    save(store, new_report(store), {"report/signer": "Lan"})

    def looks(database: Database) -> tuple[str, ...]:
        raise AssertionError

    monkeypatch.setattr(opening, "faults_of", looks)
    colleague = Store(path)
    assert answers(colleague, 1) == {"report/signer": "Lan"}
    colleague.close()
    store.close()


def test_once_damage_is_met_nothing_more_is_written(path: Path) -> None:
    path.write_bytes(filled())
    store = Store(path)
    save(store, 1, {"report/signer": "Lan"})
    store.close()
    spoil(path, "figure", path)
    store = Store(path)
    save(store, 1, {"report/signer": "Minh"})  # nobody knows yet
    with pytest.raises(StoreProblem) as raised:
        store.snapshot(1)
    refused(store, raised.value.message)
    assert store.refusal is not None
    assert store.refusal.message == raised.value.message
    assert [year.period.label for year in store.years.all()] == ["2020-2021", "2019-2020"]
    store.close()


# -- a newer program --------------------------------------------------------------------------------------------------


def test_who_has_it_open_while_it_is_upgraded_writes_no_more(path: Path) -> None:
    store = Store(path)
    save(store, new_report(store), {"report/signer": "Lan"})
    later = SCHEMA_VERSION + 1
    open_database(
        path, later, {later: lambda database: database.execute_sql("CREATE TABLE seal (id INTEGER, x TEXT)")}
    ).close()
    before = dump(path)
    with pytest.raises(StoreProblem, match="vừa được phiên bản mới của chương trình nâng cấp") as raised:
        save(store, 1, {"report/signer": "Minh"})
    assert_plain(raised.value.message)
    assert dump(path) == before
    assert answers(store, 1) == {"report/signer": "Lan"}
    store.close()
