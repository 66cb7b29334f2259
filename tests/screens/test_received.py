"""What was received, at 80×24: who is in, what it adds up to, and each total down to its centre."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.mailed import UNITS, mailed, post
from support.sample_database import sample_database
from support.screens import USER, Screens, opened

from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.register.register import Register
from tthtcd_tui.tasks.upward.due import set_deadline
from tthtcd_tui.tasks.upward.receive import receive
from tthtcd_tui.tasks.upward.units import import_units
from tthtcd_tui.text.periods import Period

LAW = "results/phap_luat/participations"


@pytest.fixture(scope="module")
def received(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database and, beside it, a register of two communes in two years; a third is missing."""
    folder = tmp_path_factory.mktemp("so")
    files = [
        post(folder / "den", f"{code}-{year}.zip", mailed(name, code, {LAW: law}, year=year)[0])
        for name, code, law in (("phường Mạo Khê", "mk", "2000"), ("xã Tân Hòa", "th", "500"))
        for year in (2019, 2020)
    ]
    register = Register(folder / "tiep-nhan")
    import_units(register, post(folder, "danh-muc.csv", UNITS.encode()))
    assert [each.reason for each in receive(register, files, "so", date(2021, 6, 20))] == [""] * 4
    set_deadline(register, Period.school_year(2020), date(2021, 6, 15), "so")
    return folder


@pytest.fixture
def screens(received: Path) -> Iterator[Screens]:
    with opened(received, path=sample_database(received)) as shown:
        shown.press("ctrl+p")
        shown.type("ban nop da nhan")
        shown.press("enter")
        assert shown.title == "BẢN NỘP ĐÃ NHẬN"
        yield shown


def test_first_who_is_in_then_what_it_adds_up_to(screens: Screens) -> None:
    assert screens.line("đơn vị, hạn") == " 3 đơn vị, hạn 15/6/2021 (còn 26 ngày): 2 đã nộp, 1 chưa nộp, 2 nộp muộn."
    assert screens.line("số lượt người tham gia").split()[-3:] == ["83.626", "83.626", "0,0%"]
    screens.press("end", "up")
    assert "chưa nộp" in screens.line("Xã Bản Sen")
    assert "Xã Tân Hòa  (muộn)" in screens.line("Xã Tân Hòa")


def test_what_is_written_to_those_who_lack_is_there_to_be_copied(screens: Screens) -> None:
    screens.choose("Lời nhắc nộp")
    assert screens.line("Nhắc nộp") == ">Nhắc nộp báo cáo năm học 2020-2021. Hạn nộp 15/6/2021 (còn 26 ngày)."
    assert screens.line("chưa nộp") == " 1 đơn vị chưa nộp: Xã Bản Sen."
    assert "tthtcd due 2020-2021 --remind" in screens.text
    screens.press("enter", "escape")
    assert "Lời nhắc nộp" in screens.cursor_line


def test_a_total_is_opened_down_to_its_centre(screens: Screens) -> None:
    screens.type("phap luat")
    screens.press("enter")
    assert screens.line("Phường Mạo Khê").split()[-3:] == ["2.000", "2.000", "0,0%"]
    assert screens.line("TỔNG").split()[-3:-1] == ["2.500", "2.500"]
    screens.press("down", "enter")
    assert "Xã Tân Hòa: đã nộp, bản chốt 1, nhận 20/6/2021, muộn" in screens.text
    assert screens.line("Dân số").split()[-3:] == ["40.000", "40.000", "0,0%"]
    screens.press("escape")
    assert screens.cursor_line.split()[1:4] == ["Xã", "Tân", "Hòa"]
    screens.press("escape")
    assert "3 đơn vị" in screens.text
    screens.press("escape")
    assert screens.title == "TỔNG QUAN"


def test_another_year_is_a_line_below(screens: Screens) -> None:
    screens.type("xem nam hoc 2019")
    screens.press("enter")
    assert " 3 đơn vị: 2 đã nộp, 1 chưa nộp." in screens.text


def show(screens: Screens) -> None:
    """As a line of another screen leads there."""
    screens.do(lambda app: app.navigator.show("received"))
    assert screens.title == "BẢN NỘP ĐÃ NHẬN"


def test_where_nothing_was_received_it_says_how_and_no_list_leads_there(tmp_path: Path) -> None:
    with opened(tmp_path) as screens:
        screens.press("ctrl+p")
        screens.type("ban nop da nhan")
        assert screens.message == "Không tìm thấy. Thử ít chữ hơn."
        screens.press("escape")
        show(screens)
        assert screens.message.startswith("Chưa tiếp nhận bản nộp nào.")


def test_who_reads_one_centre_sees_nothing_of_the_others(received: Path) -> None:
    path = sample_database(received)
    store = Store(path)
    store.staff.add(Member("gd", "Vũ Thanh Hải", Role.DIRECTOR))
    store.sign_in("gd")
    [centre] = store.centres.all()
    store.staff.add(Member(USER, "Nguyễn Lan", Role.CLERK, centre))
    store.close()
    with opened(received, path=path) as screens:
        screens.store.sign_in(USER)
        screens.press("ctrl+p")
        screens.type("ban nop da nhan")
        assert screens.message == "Không tìm thấy. Thử ít chữ hơn."
        screens.press("escape")
        show(screens)
        assert "không xem được bản nộp của nơi khác" in screens.message
        assert "83.626" not in screens.text
