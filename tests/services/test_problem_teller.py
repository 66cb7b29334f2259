"""Where problems end: told on the screen on top, or the year closed, or all screens covered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.sample_database import sample_database
from support.screens import USER, Screens, opened
from support.stores import DIRECTOR

from tthtcd_tui.errors import ActivityGone, DiskFull, NoDirector, ReportGone
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.screens.recover import RecoverScreen
from tthtcd_tui.screens.shut_out import ShutOutScreen
from tthtcd_tui.screens.years import YearsScreen

MEMBER = Member(USER, "Cán bộ", Role.DIRECTOR)


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[Screens]:
    path = sample_database(tmp_path)
    with closing(Store(path)) as store:
        store.staff.add(Member(DIRECTOR, "Giám đốc", Role.DIRECTOR))
        store.sign_in(DIRECTOR)
        store.staff.add(MEMBER)
    with opened(tmp_path, path=path, drafts=tmp_path / "chua-luu", user=USER) as screens:
        yield screens


def director(screens: Screens) -> closing[Store]:
    return closing(Store(screens.store.path, DIRECTOR))


def delete(screens: Screens) -> None:
    with director(screens) as store:
        store.years.delete(screens.year.report_id)


def test_it_is_told_on_the_screen_on_top_until_the_next_key(screens: Screens) -> None:
    screens.press("1")
    screens.do(lambda app: app.problems.tell(DiskFull()))
    assert screens.message == DiskFull().message
    screens.do(lambda app: app.poll())
    assert screens.message == DiskFull().message
    screens.press("down")
    assert screens.message != DiskFull().message


def test_the_screens_say_which_key_helps(screens: Screens) -> None:
    screens.do(lambda app: app.problems.tell(ActivityGone()))
    assert screens.message.endswith("Nếu chính bạn đã xóa, Ctrl+Z lấy lại được.")
    screens.do(lambda app: app.problems.tell(NoDirector("Chưa có giám đốc.")))
    assert "tthtcd staff add" in screens.message


def test_a_report_that_is_gone_closes_the_year(screens: Screens) -> None:
    screens.press("1", "down", "down")
    delete(screens)
    screens.press("f5")
    assert isinstance(screens.screen, YearsScreen)
    assert screens.message == ReportGone(1).message
    assert "2020-2021" not in screens.text


def test_what_was_typed_in_it_is_offered_to_be_read(screens: Screens, tmp_path: Path) -> None:
    screens.press("1", "down", "down")
    screens.type("73519")
    delete(screens)
    screens.press("enter")
    offer = screens.screen
    assert isinstance(offer, RecoverScreen)
    assert "73519" in screens.text
    assert "Báo cáo này không còn." in screens.message
    screens.press("escape")
    assert isinstance(screens.screen, YearsScreen)
    assert "vừa bị xóa" in screens.message
    assert [path.suffix for path in (tmp_path / "chua-luu").iterdir()] == [".json"], "it is there at the next start too"


def test_another_report_that_is_gone_leaves_the_open_one_open(screens: Screens) -> None:
    screens.do(lambda app: app.problems.tell(ReportGone(screens.year.report_id + 1)))
    assert screens.app.report.has_year
    assert "vừa bị xóa" in screens.message


def test_in_the_list_of_years_it_is_taken_from_the_list(screens: Screens) -> None:
    before = next(year for year in screens.store.years.all() if year.report_id != screens.year.report_id)
    screens.do(lambda app: app.navigator.show("years"))
    screens.press("down")
    assert before.period.title.capitalize() in screens.cursor_line
    with director(screens) as store:
        store.years.delete(before.report_id)
    screens.press("enter")
    assert "vừa bị xóa" in screens.message
    assert before.period.title.capitalize() not in screens.text
    assert screens.app.report.has_year


def test_a_new_year_cannot_be_copied_from_one_that_is_gone(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.show("years"))
    screens.press("f4")
    delete(screens)
    screens.press("f2")
    assert "Không chép được từ năm học 2020-2021" in screens.text


def test_who_is_taken_off_the_list_sees_nothing_more(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.type("73519")
    with director(screens) as store:
        store.staff.remove(USER)
    screens.press("down")
    assert isinstance(screens.screen, ShutOutScreen)
    assert "không có trong danh sách cán bộ" in screens.text
    assert "73519" not in screens.text
    for key in ("f5", "f3", "f9", "ctrl+p", "ctrl+g", "4", "escape", "enter", "f1"):
        screens.press(key)
        assert isinstance(screens.screen, ShutOutScreen)
    screens.do(lambda app: app.poll())
    screens.do(lambda app: app.poll_presence())
    assert isinstance(screens.screen, ShutOutScreen)


def test_it_is_seen_without_a_key_too(screens: Screens) -> None:
    with director(screens) as store:
        store.staff.remove(USER)
    screens.do(lambda app: app.poll())
    assert isinstance(screens.screen, ShutOutScreen)


def test_who_is_put_back_goes_on_where_they_were(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.type("73519")
    with director(screens) as store:
        store.staff.remove(USER)
        screens.press("down")
        store.staff.add(MEMBER)
    screens.press("x")
    assert screens.sheet.typing == "73519", "the key that lets them in again does nothing else"
    screens.press("enter")
    assert screens.stored("figure/dan_so") == "73.519"


def test_who_is_shut_out_can_leave(screens: Screens, tmp_path: Path) -> None:
    screens.press("1", "down", "down")
    screens.type("73519")
    with director(screens) as store:
        store.staff.remove(USER)
    screens.press("down", "ctrl+q")
    assert not screens.app.is_running or screens.app._exit
