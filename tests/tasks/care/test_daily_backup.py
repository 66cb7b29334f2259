"""One backup a day that nobody has to think of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.damage import assert_plain
from support.stores import answers, new_report, save, sql

from tthtcd_tui.errors import Damaged
from tthtcd_tui.files.lock import let_go, try_hold
from tthtcd_tui.models.storage.backup import Backup, backups, backups_folder
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care import daily_backup
from tthtcd_tui.tasks.care.daily_backup import back_up_beside, back_up_daily
from tthtcd_tui.tasks.care.notice import listening, tell
from tthtcd_tui.tasks.care.open_store import open_store

EVENING = datetime(2026, 3, 5, 16, 30, tzinfo=UTC)
"""Half past eleven at night in Viet Nam: half an hour later it is another day there."""


@pytest.fixture
def year(path: Path) -> Path:
    store = Store(path)
    save(store, new_report(store), {"report/signer": "Lan"})
    store.close()
    return path


def made(path: Path) -> list[Backup]:
    return backups(path, backups_folder(path))


def test_one_a_day_by_the_clock_in_viet_nam(year: Path) -> None:
    for minutes, count in ((0, 1), (29, 1), (30, 2), (31, 2), (24 * 60 + 29, 2), (24 * 60 + 30, 3)):
        store = Store(year)
        save(store, 1, {"report/signer": f"phút {minutes}"})
        store.close()
        assert back_up_daily(year, EVENING + timedelta(minutes=minutes)) == ""
        assert len(made(year)) == count


def test_a_month_of_them_is_kept(year: Path) -> None:
    for day in range(35):
        store = Store(year)
        save(store, 1, {"report/signer": f"ngày {day}"})
        store.close()
        back_up_daily(year, EVENING + timedelta(days=day))
    kept = made(year)
    assert len(kept) == 30
    assert sql(kept[-1].path, "SELECT signer FROM report") == [("ngày 5",)]


def test_the_first_thing_saved_in_a_day_is_preceded_by_it(year: Path) -> None:
    store = open_store(year)
    assert answers(store, 1) == {"report/signer": "Lan"}
    assert made(year) == []  # who only looks makes none
    save(store, 1, {"report/signer": "Minh"})
    save(store, 1, {"report/signer": "Hải"})
    (backup,) = made(year)
    assert sql(backup.path, "SELECT signer FROM report") == [("Lan",)]
    store.close()


def test_what_holds_no_year_yet_needs_none(path: Path) -> None:
    store = open_store(path, make=True)
    store.centres.add("mao-khe", "TTHTCĐ")
    assert not backups_folder(path).exists()
    store.close()


def test_that_it_could_not_be_made_is_told_and_hinders_nobody(year: Path) -> None:
    backups_folder(year).write_text("a file where the folder should be", encoding="utf-8")
    told: list[str] = []
    with listening(told.append):
        store = open_store(year)
        assert save(store, 1, {"report/signer": "Minh"}) == 2
        store.close()
    (words,) = told
    assert words == (
        f"Chưa sao lưu được dữ liệu của hôm nay: “{backups_folder(year)}” đã là một tệp. Chương trình cần một thư mục ở"
        " chỗ đó: hãy báo quản trị viên đổi tên hoặc dời tệp ấy đi."
    ), "its name was not the clerk's choice"
    assert_plain(words)


def test_who_comes_while_a_colleagues_is_made_makes_none(year: Path) -> None:
    backups_folder(year).mkdir()
    held = try_hold(backups_folder(year) / ".lock")
    assert held is not None
    assert back_up_daily(year) == ""
    assert made(year) == []
    let_go(held)


def test_beside_the_screens_it_is_made_while_one_goes_on(year: Path) -> None:
    store = open_store(year)
    ended = back_up_beside(store).join
    save(store, 1, {"report/signer": "Minh"})  # which makes none of its own
    assert ended() == ""
    assert len(made(year)) == 1
    store.close()


def test_what_is_saved_beside_the_screens_does_not_wait_for_one(year: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def back_up(path: Path) -> str:
        asked.append(path)
        return ""

    monkeypatch.setattr(daily_backup, "back_up_daily", back_up)
    store = open_store(year)
    assert back_up_beside(store).join() == ""
    save(store, 1, {"report/signer": "Minh"})
    assert asked == [year]
    store.close()


def test_beside_the_screens_too_it_is_told_at_the_end(year: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(daily_backup, "back_up_daily", lambda _: "Chưa sao lưu được.")
    store = open_store(year)
    assert back_up_beside(store).join() == "Chưa sao lưu được."
    store.close()


def test_without_a_year_the_screens_make_none(path: Path) -> None:
    store = open_store(path, make=True)
    assert back_up_beside(store).join() == ""
    assert not backups_folder(path).exists()
    store.close()


def test_of_what_may_not_be_written_the_screens_make_none(year: Path) -> None:
    """A backup of damaged data would push out a sound one."""
    store = open_store(year)
    store._database.refusal = Damaged()
    assert back_up_beside(store).join() == ""
    assert made(year) == []
    store.close()


def test_what_is_told_is_heard_once_and_by_whoever_listens() -> None:
    tell("nobody listens")
    heard: list[str] = []
    with listening(heard.append):
        for words in ("một", "hai", "một"):
            tell(words)
    tell("nobody again")
    assert heard == ["một", "hai"]
