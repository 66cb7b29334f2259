"""What is handed to the keeper is on disk soon, and not before it need be."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support import drafts
from support.drafts import TYPED
from support.terminal import PATIENCE

from tthtcd_tui.recovery.draft import Draft
from tthtcd_tui.recovery.keeper import SYNC_SECONDS, Keeper
from tthtcd_tui.recovery.spool import Spool
from tthtcd_tui.report.place import Place

PLACE = Place("figure/dan_so")
MOST_SYNCS_A_SECOND = 0.3


def typed(text: str) -> Draft:
    return TYPED._replace(cells={PLACE: text})


def kept(folder: Path) -> str | None:
    return drafts.kept(folder).get(PLACE)


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "chua-luu"


@pytest.fixture
def keeper(folder: Path) -> Keeper:
    return Keeper(Spool(folder, "canbo1", folder / "tthtcd.db"))


def test_it_is_on_disk_by_itself_and_gone_by_itself(keeper: Keeper, folder: Path) -> None:
    keeper.keep(typed("4"))
    keeper.keep(typed("40"))
    wait_until(lambda: kept(folder) == "40")
    keeper.keep(typed("400"))
    wait_until(lambda: kept(folder) == "400")
    keeper.keep(None)
    wait_until(lambda: kept(folder) is None)
    keeper.close()
    assert list(folder.iterdir()) == []


def test_the_end_waits_for_no_moment(keeper: Keeper, folder: Path) -> None:
    keeper.keep(typed("40.0"))
    keeper.close()
    assert kept(folder) == "40.0"


def test_typing_that_goes_on_does_not_put_it_off(keeper: Keeper, folder: Path) -> None:
    until = time.monotonic() + PATIENCE
    text = ""
    while kept(folder) is None:
        assert time.monotonic() < until
        text += "a"
        keeper.keep(typed(text))
        time.sleep(0.01)
    keeper.close()


class CountingSpool(Spool):
    """Counts how often a power cut was provided for."""

    synced = 0
    written = 0

    def write(self, draft: Draft) -> None:
        self.written += 1
        super().write(draft)

    def sync(self) -> None:
        self.synced += 1
        super().sync()


def test_the_disk_is_waited_for_every_few_seconds_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """P14. A process that is killed leaves its file; only a power cut does not."""
    assert 1 / SYNC_SECONDS <= MOST_SYNCS_A_SECOND
    monkeypatch.setattr("tthtcd_tui.recovery.keeper._WRITE_SECONDS", 0.01)
    spool = CountingSpool(folder, "canbo1", folder / "tthtcd.db")
    keeper = Keeper(spool)
    text = ""
    while spool.written < 10:
        text += "a"
        keeper.keep(typed(text))
        time.sleep(0.005)
    assert spool.synced == 0
    monkeypatch.setattr("tthtcd_tui.recovery.keeper.SYNC_SECONDS", 0.0)
    keeper.keep(typed(text + "b"))
    wait_until(lambda: spool.synced == 1)
    keeper.close()
    assert kept(folder) == text + "b"


@pytest.mark.long
def test_a_folder_that_cannot_be_written_is_told_and_tried_again(folder: Path) -> None:
    folder.write_text("", encoding="utf-8")
    keeper = Keeper(Spool(folder, "canbo1", folder.parent / "tthtcd.db"))
    keeper.keep(typed("40"))
    wait_until(lambda: keeper.problem is not None)
    folder.unlink()
    wait_until(lambda: kept(folder) == "40")
    wait_until(lambda: keeper.problem is None)
    keeper.close()
