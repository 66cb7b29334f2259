"""A year is moved to the newest version of its form: read first, done with one key, taken back with one."""

from __future__ import annotations

import pytest
from support.screens import Screens

from tthtcd_tui.forms.known import NEWEST


def version(screens: Screens) -> int:
    return screens.store.snapshot(screens.year.report_id).form.version


def test_what_would_change_is_read_then_f2_moves_it_and_undo_takes_it_back(screens: Screens) -> None:
    screens.choose(f"đã có phiên bản {NEWEST}")
    assert screens.title == "PHIÊN BẢN BIỂU MẪU"
    assert f"năm học 2020-2021: biểu mẫu phiên bản 1 → {NEWEST}" in screens.text
    assert "Đổi tên ô: Số trường THCS → Số trường trung học cơ sở" in screens.text
    screens.press("enter")
    assert version(screens) == 1, "reading changes nothing"
    screens.press("f2")
    assert version(screens) == NEWEST
    assert screens.message.startswith(f"Đã đổi sang phiên bản {NEWEST} của biểu mẫu. Ctrl+Z để lấy lại.")
    screens.press("escape")
    assert "đã có phiên bản" not in screens.text
    screens.press("ctrl+p")
    screens.type("phien ban moi cua bieu mau")
    screens.press("enter", "ctrl+z")
    assert version(screens) == 1
    assert screens.message.startswith("Đã lấy lại phiên bản 1 của biểu mẫu.")


@pytest.mark.long
def test_a_colleagues_change_meanwhile_is_met_and_read_anew(screens: Screens) -> None:
    screens.choose(f"đã có phiên bản {NEWEST}")
    screens.colleague("figure/dan_so", "5.000")
    screens.press("f2")
    assert version(screens) == 1
    assert "vừa được sửa ở nơi khác" in screens.message
    screens.press("f5", "f2")
    assert version(screens) == NEWEST
    screens.colleague("figure/dan_so", "6.000")
    screens.press("f5", "ctrl+z")
    assert version(screens) == NEWEST
    assert "không có gì để hoàn tác" in screens.message
