"""All data from a file to a server and back: to the letter, history included, or nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from support.damage import assert_plain
from support.examples import at_most
from support.forms import shipped
from support.matrix import LONG
from support.postgres import PostgresServer
from support.sample_database import final_database, sample_database
from support.stores import CLERK, DIRECTOR, dump, new_report, save
from support.strategies import reports

from tthtcd_tui.errors import CopyDiffers, NotAllowed, PasswordInCommand, TargetTaken
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.models import copying
from tthtcd_tui.models.storage.address import Location, ServerAddress
from tthtcd_tui.models.storage.engine import Database, insert_all
from tthtcd_tui.models.storage.locations import is_there
from tthtcd_tui.models.storage.orm import Model
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.tables import AuditBlock
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.tasks.care.copy_database import copy_database
from tthtcd_tui.tasks.transfer.export_report import render
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.tasks.years.stored_report import report_of

FORMATS = [each for each in ExportFormat if each not in (ExportFormat.PDF, ExportFormat.CSV)]
"""A PDF is a DOCX printed; a CSV is one of the tables of a workbook."""


@pytest.fixture
def server(postgres_server: PostgresServer) -> Iterator[ServerAddress]:
    """A database of a server, with nothing in it."""
    address = postgres_server.new_database()
    yield address
    postgres_server.drop(address)


def everything(location: Location, user: str = DIRECTOR) -> dict[str, object]:
    """All that comes out of every year: exports to the byte, history, kept versions, what became of the whole."""
    said: dict[str, object] = {}
    with closing(Store(location)) as store:
        store.user = user
        said["staff"] = store.staff.members(), store.staff.history()
        said["deleted"] = store.years.deleted()
        for year in store.years.all():
            number, opened = year.report_id, report_of(store, year, with_log=True)
            for made in FORMATS:
                said[f"{number} {made}"] = render(opened, made, draft=True)
            said[f"{number} history"] = store.history.of(number)
            kept = store.versions.of(number)
            said[f"{number} versions"] = kept, [store.versions.files(number, each.number) for each in kept]
            said[f"{number} uid"] = store.uid(number)
    return said


def test_there_and_back_every_export_of_every_year_is_the_same(
    tmp_path: Path, server: ServerAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = final_database(tmp_path)
    before = dump(path)
    there = copy_database(path, server.connection, DIRECTOR)
    assert there.flaws == ()
    assert everything(server) == everything(path)
    monkeypatch.setenv("TTHTCD_DB", server.connection)
    back = copy_database(None, str(tmp_path / "ve.db"), DIRECTOR)
    assert back.flaws == ()
    assert everything(tmp_path / "ve.db") == everything(path)
    assert back.rows == there.rows + 1  # the ledger told how the server's tables were made
    assert dump(path) == before
    after, once = dump(tmp_path / "ve.db"), dump(path)
    assert after.pop("ledger")[: len(once["ledger"])] == once.pop("ledger")
    for found in (after, once):
        del found["sqlite_sequence"]  # it counts the ledger's lines too
    assert after == once


@LONG
@at_most(4)
@given(report=reports(shipped()))
def test_whatever_a_year_says(
    tmp_path_factory: pytest.TempPathFactory, postgres_server: PostgresServer, report: ReportData
) -> None:
    path = tmp_path_factory.mktemp("kho") / "tthtcd.db"
    with closing(Store(path)) as store:
        run_import(store, plan_import(store, encode(report), "a.json"), "lan")
    server = postgres_server.new_database()
    try:
        assert copy_database(path, server.connection, "lan").flaws == ()
        assert everything(server) == everything(path)
    finally:
        postgres_server.drop(server)


def test_what_comes_later_goes_on_where_the_original_was(tmp_path: Path, server: ServerAddress) -> None:
    """No number is given twice, not even that of a year which was deleted before."""
    path = sample_database(tmp_path)
    with closing(Store(path)) as store:
        highest = new_report(store, 2025)
        store.years.delete(highest)
    copy_database(path, server.connection, "lan")
    with closing(Store(server)) as store:
        assert new_report(store, 2026) == highest + 1
        save(store, highest + 1, {"report/signer": "Lan", "board/gd/name": "Hải"})
    again = tmp_path / "ve.db"
    with closing(Store(server)) as store:
        store.years.delete(highest + 1)
        store.copy_to(again)
    with closing(Store(again)) as store:
        assert new_report(store, 2026) == highest + 2


def test_it_is_one_moment_and_others_go_on_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sample_database(tmp_path)
    colleague = Store(path)
    real = copying._rows

    def meanwhile(*arguments: object) -> object:
        save(colleague, 1, {"report/signer": f"Lan {colleague.revision(1)}"})
        return real(*arguments)  # type: ignore[arg-type]

    before = everything(path)
    monkeypatch.setattr(copying, "_rows", meanwhile)
    copy_database(path, str(tmp_path / "ban.db"), "lan")
    monkeypatch.undo()
    colleague.close()
    assert everything(tmp_path / "ban.db") == before
    assert everything(path) != before


def test_nothing_is_ever_written_over(tmp_path: Path, server: ServerAddress) -> None:
    path = sample_database(tmp_path)
    (tmp_path / "co.db").write_bytes(b"co")
    Store(server).close()
    for target in (str(tmp_path / "co.db"), server.connection, str(path)):
        with pytest.raises(TargetTaken) as raised:
            copy_database(path, target, "lan")
        assert_plain(raised.value.message)
    assert (tmp_path / "co.db").read_bytes() == b"co"


def test_of_a_copy_that_differs_nothing_is_kept(
    tmp_path: Path, server: ServerAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample_database(tmp_path)

    def loses(database: Database, table: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        wanted = list(rows)
        insert_all(database, table, columns, wanted[:-1] if table is AuditBlock else wanted)

    monkeypatch.setattr("tthtcd_tui.models.copying.insert_all", loses)
    for target in (tmp_path / "ban.db", server):
        words = str(target) if isinstance(target, Path) else target.connection
        with pytest.raises(CopyDiffers):
            copy_database(path, words, "lan")
        assert not is_there(target)


def test_it_takes_a_director_of_all(tmp_path: Path) -> None:
    path = final_database(tmp_path)
    with pytest.raises(NotAllowed, match="chép cả dữ liệu"):
        copy_database(path, str(tmp_path / "ban.db"), CLERK)
    assert not (tmp_path / "ban.db").exists()


def test_no_password_is_taken_from_a_command(tmp_path: Path) -> None:
    with pytest.raises(PasswordInCommand) as raised:
        copy_database(sample_database(tmp_path), "postgresql://u:bi_mat@may/tinh", "lan")
    assert_plain(raised.value.message)
    assert "bi_mat" not in raised.value.message
