"""By when a period has to be handed in, set where one sees who is late; told to the centres, kept with who said so."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.mailed import mailed, post
from support.sample_database import sample_database
from support.screens import Screens, opened
from support.shared_server import ADMIN, CLERK, OFFICE, WARD, shared_database, year_of

from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.tables import LedgerEntry
from tthtcd_tui.register.register import Register
from tthtcd_tui.tasks.upward.open_register import find_period
from tthtcd_tui.tasks.upward.receive import receive
from tthtcd_tui.tasks.upward.rollup import from_register
from tthtcd_tui.text.periods import Period

YEAR = Period.school_year(2020)


def ask(screens: Screens, words: str = "Đặt hạn nộp") -> None:
    screens.do(lambda app: app.navigator.show("received"))
    screens.choose(words)
    assert screens.title == "HẠN NỘP"


def set_to(store: Store) -> dict[str, date]:
    return store.verdicts.deadlines(YEAR)


def test_a_supervisor_sets_it_where_they_see_who_is_late(tmp_path: Path) -> None:
    path = shared_database(tmp_path)
    with opened(tmp_path, path=path, user=OFFICE) as screens:
        ask(screens)
        asked = "Các trung tâm thuộc Tỉnh Mẫu phải nộp báo cáo năm học 2020-2021 chậm nhất ngày nào?"
        assert asked in " ".join(screens.text.split())
        screens.type("15/6")
        screens.press("enter")
        assert screens.title == "BẢN NỘP ĐÃ NHẬN"
        assert screens.message == (
            "“15/6” chưa có năm: hiểu là 15/6/2021. Đã đặt hạn nộp năm học 2020-2021: 15/6/2021 (còn 26 ngày)."
        )
        assert " 3 đơn vị, hạn 15/6/2021 (còn 26 ngày): chưa đơn vị nào nộp." in screens.text
        assert set_to(screens.store) == {"22": date(2021, 6, 15)}
        told = LedgerEntry.select(LedgerEntry.user).where(LedgerEntry.kind == LedgerKind.DEADLINE)
        assert list(told.tuples().execute(screens.store._database)) == [(OFFICE,)]
    with opened(tmp_path, path=path, user=CLERK) as screens:
        screens.press("f5")
        assert screens.line("  Hạn nộp").endswith("còn 26 ngày đến 15/6 · cấp trên đặt")


def test_what_it_was_found_by_is_forgotten_by_the_way_back(tmp_path: Path) -> None:
    with opened(tmp_path, path=shared_database(tmp_path), user=OFFICE, as_started=True) as screens:
        screens.type("khong co dau")
        assert screens.message == "Không tìm thấy. Thử ít chữ hơn."
        screens.press("ctrl+u")
        screens.type("dat han")
        screens.press("enter", "escape")
        assert screens.title == "BẢN NỘP ĐÃ NHẬN"
        assert screens.cursor_line.endswith("Đặt hạn nộp")
        assert "Xã Tân Hòa" in screens.text


def test_one_that_is_set_stands_there_to_be_changed(tmp_path: Path) -> None:
    path = shared_database(tmp_path)
    with closing(Store(path, OFFICE)) as store:
        store.verdicts.set_deadline(YEAR, date(2021, 6, 15))
    with opened(tmp_path, path=path, user=OFFICE) as screens:
        ask(screens, "Đổi hạn nộp 15/6/2021")
        screens.press("enter")
        assert "Đã đặt" not in screens.message, "it is as it was"
        ask(screens, "Đổi hạn nộp 15/6/2021")
        screens.type("30/6/2021")
        screens.press("enter")
        assert set_to(screens.store) == {"22": date(2021, 6, 30)}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("15/6/2012", "trước ngày bắt đầu của năm học 2020-2021 (1/9/2020)"),
        ("mai", "không phải ngày tháng"),
        ("31/6", "Tháng 6 không có ngày 31"),
    ],
)
def test_what_is_no_such_day_is_refused_and_stays_to_be_mended(tmp_path: Path, typed: str, told: str) -> None:
    with opened(tmp_path, path=shared_database(tmp_path), user=OFFICE) as screens:
        ask(screens)
        screens.type(typed)
        screens.press("enter")
        assert screens.title == "HẠN NỘP"
        assert told in " ".join(screens.text.split())
        assert typed in screens.text
        assert set_to(screens.store) == {}


def test_nothing_is_set_without_a_day_or_by_esc(tmp_path: Path) -> None:
    with opened(tmp_path, path=shared_database(tmp_path), user=OFFICE) as screens:
        ask(screens)
        screens.press("enter")
        assert screens.message.startswith("Chưa đặt: ô còn để trống.")
        screens.type("15/6")
        screens.press("escape")
        assert screens.message == "Chưa đặt hạn nộp: Enter để đặt. Esc lần nữa để quay lại."
        screens.press("escape")
        assert screens.title == "BẢN NỘP ĐÃ NHẬN"
        assert set_to(screens.store) == {}


def test_who_directs_all_sets_it_for_everybody_and_a_commune_for_its_own(tmp_path: Path) -> None:
    path = shared_database(tmp_path)
    for user, whose in ((ADMIN, "Các trung tâm phải nộp"), (WARD, "Các trung tâm thuộc Phường Mạo Khê phải nộp")):
        with opened(tmp_path, path=path, user=user) as screens:
            screens.do(lambda app: app.navigator.show("received"))
            screens.choose("hạn nộp")
            assert whose in screens.text
            screens.type("20/6" if user == ADMIN else "10/6")
            screens.press("enter")
    with closing(Store(path, ADMIN)) as store:
        assert set_to(store) == {"": date(2021, 6, 20), "101": date(2021, 6, 10)}
        assert store.verdicts.deadline_of(year_of(store, "mao-khe")) == date(2021, 6, 10)
        assert store.verdicts.deadline_of(year_of(store, "tan-hoa")) == date(2021, 6, 20)


def test_of_a_register_of_mail_it_goes_into_its_journal(tmp_path: Path) -> None:
    register = Register(tmp_path / "tiep-nhan")
    file = post(tmp_path / "den", "mk.zip", mailed("phường Mạo Khê", "mk", {})[0])
    assert [each.reason for each in receive(register, [file], "so", date(2021, 6, 20))] == [""]
    with opened(tmp_path, path=sample_database(tmp_path)) as screens:
        ask(screens)
        screens.type("15/6")
        screens.press("enter")
        assert "1 nộp muộn" in screens.text
    assert from_register(register, find_period(register, "2020-2021")).now.deadline == date(2021, 6, 15)


def test_at_40_columns_the_question_is_whole(tmp_path: Path) -> None:
    with opened(tmp_path, 40, 20, path=shared_database(tmp_path), user=OFFICE) as screens:
        ask(screens)
        told = " ".join(screens.text.split())
        assert "Các trung tâm thuộc Tỉnh Mẫu phải nộp báo cáo năm học 2020-2021 chậm nhất ngày nào?" in told
        assert "Esc: không đặt." in told
