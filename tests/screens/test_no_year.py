"""Screens about years work while none is open: what needs one does nothing, or says so."""

from __future__ import annotations

from contextlib import closing

import pytest
from support.screens import Screens

from tthtcd_tui.models.store import Store
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.new_year import NewYearScreen
from tthtcd_tui.screens.rename_centre import RenameScreen
from tthtcd_tui.tasks.years.years import delete_year

NAME = "TTHTCĐ phường Mạo Khê mới"


@pytest.fixture
def deleted(screens: Screens) -> Screens:
    """The list of years, after somebody elsewhere has deleted the open one."""
    with closing(Store(screens.store.path)) as store:
        delete_year(store, screens.year, "")
    screens.press("f5")
    assert not screens.app.report.has_year
    return screens


def rename(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.open(to.Rename(screens.store.centres.all()[0])))
    assert isinstance(screens.screen, RenameScreen)


def new_year(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.open(to.NewYear(screens.store.centres.all()[0], None)))
    assert isinstance(screens.screen, NewYearScreen)


def test_a_centre_is_renamed_whatever_key_came_before(deleted: Screens) -> None:
    rename(deleted)
    deleted.press("f4", "f2", "ctrl+d", "f8", "ctrl+z")
    deleted.paste(NAME)
    assert deleted.sheet.typing == NAME
    deleted.press("enter")
    assert [centre.name for centre in deleted.store.centres.all()] == [NAME]


def test_what_is_asked_of_a_new_name_is_not_cut_where_it_is_narrow(deleted: Screens) -> None:
    deleted.resize(40, 20)
    rename(deleted)
    assert "giữ nguyên)" in " ".join(deleted.lines[2:4])


def test_a_year_is_made_whatever_key_came_before(deleted: Screens) -> None:
    new_year(deleted)
    deleted.press("f4", "ctrl+d", "f8", "ctrl+z")
    assert isinstance(deleted.screen, NewYearScreen)
    deleted.paste("2022-\n2023")
    assert deleted.message == "Ô này chỉ ghi một dòng: đã nối 2 dòng làm một. Hãy xem lại rồi Enter."
    deleted.press("f2")
    assert deleted.app.report.session.facts.period.label == "2022-2023"
