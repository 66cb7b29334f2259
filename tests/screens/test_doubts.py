"""An implausible number is asked of where it was typed, and stops nobody."""

from __future__ import annotations

import pytest
from support.screens import Screens

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to

LAW = "results/phap_luat/participations"


@pytest.fixture
def law(screens: Screens) -> Screens:
    """The results table, the cursor on the participations of a row that had 2.554 and 2.310 the year before."""
    screens.press("4", "enter", "down", "down", "right")
    assert screens.at == LAW
    screens.type("25540")
    screens.press("enter")
    return screens


def test_it_is_saved_and_asked_of_as_a_colleague_would(law: Screens) -> None:
    assert law.stored(LAW) == "25.540"
    assert law.at == "results/suc_khoe/classes", "the cursor went on"
    assert law.message.startswith("25.540? Hay 2.554? Giáo dục pháp luật")
    assert law.message.endswith("[Giữ]  2.554  Ghi lý do  Gõ lại (← → chọn, Enter)")


def test_what_an_answer_offers_is_not_said_before_it(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.type("405000")
    screens.press("enter")
    assert screens.message.startswith("405.000 người? Hay 40.500 người? Dân số: ")
    assert "thì ghi lý do" not in screens.message
    assert "…" not in screens.message


def test_arrows_and_enter_take_what_was_meant_and_ctrl_z_gives_back_what_was_typed(law: Screens) -> None:
    law.press("right")
    assert "[2.554]" in law.message
    law.press("enter")
    assert (law.stored(LAW), law.at) == ("2.554", "results/suc_khoe/classes")
    law.press("ctrl+z")
    assert law.stored(LAW) == "25.540"


@pytest.mark.parametrize("key", ["enter", "escape"])
def test_enter_and_esc_keep_it_and_the_check_goes_on_telling(law: Screens, key: str) -> None:
    law.press(key)
    assert (law.stored(LAW), law.at) == ("25.540", "results/suc_khoe/classes")
    assert law.message == "Giữ số vừa gõ. Rà soát vẫn nhắc chỗ này."
    assert any(finding.place.startswith("results/phap_luat") for finding in law.screen.session.findings)


def test_who_types_on_answers_nothing_and_loses_nothing(law: Screens) -> None:
    law.type("36")
    law.press("enter")
    assert (law.stored(LAW), law.stored("results/suc_khoe/classes")) == ("25.540", "36")


def test_it_can_be_typed_again(law: Screens) -> None:
    law.press("left", "enter")
    assert law.at == LAW


def test_an_enter_from_before_it_was_drawn_answers_nothing(screens: Screens) -> None:
    screens.press("4", "enter", "down", "down", "right")
    screens.send(*"25540", "enter", "enter")
    assert screens.at == "results/suc_khoe/participations"
    assert "[Giữ]" in screens.message


def test_of_what_may_be_nothing_is_asked(screens: Screens) -> None:
    screens.press("4", "enter", "down", "down", "right")
    screens.type("2600")
    screens.press("enter")
    assert not screens.screen.is_asking


def test_a_change_beyond_the_limit_gives_its_reason_and_prints_it_as_a_sentence(screens: Screens) -> None:
    members = "figure/dang_vien"
    screens.do(lambda app: app.navigator.open(to.AtPlace(Place(members))))
    screens.type("3100")
    screens.press("enter")
    assert "Ghi lý do" in screens.message
    while "[Ghi lý do]" not in screens.message:
        screens.press("right")
    screens.press("enter")
    screens.type("sáp nhập hai phường")
    screens.press("enter")
    assert screens.stored(f"reason/{members}") == "sáp nhập hai phường"
    assert screens.message.startswith("In câu này ở")
    screens.press("right", "enter")
    section = screens.screen.session.section_of(Place(members))
    assert screens.stored(f"narrative/{section}").rstrip().endswith("do sáp nhập hai phường.")
    assert screens.at == members


def test_what_a_paste_left_over_is_told_before_its_one_number_is_asked_of(screens: Screens) -> None:
    screens.press("1", "enter")
    screens.paste("Mật độ dân số\t312\nSố hộ gia đình\t100.050\n")
    assert screens.stored("figure/so_ho") == "100.050"
    assert "chưa dán" in screens.message.casefold()
    assert "Hay" not in screens.message
