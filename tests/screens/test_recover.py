"""Coming back after a dropped line: what was being typed is offered, and never put over what was saved since."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.dropped import PEOPLE, Person, begin_activity, command, in_people, in_prose, offer, typed_in_cell
from support.screens import Screens

from tthtcd_tui.models.store import Store
from tthtcd_tui.recovery.draft import decode, encode
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.conflict import ConflictScreen
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.section import SectionScreen
from tthtcd_tui.tasks.years.years import delete_year


@pytest.mark.long
def test_a_cell_goes_on_being_typed(person: Person) -> None:
    person.dropped_while(in_people("trên 41.0"))
    with person.at_screens() as screens:
        assert "Có nội dung chưa lưu lúc" in offer(screens)
        assert "Dân số:\n   trên 41.0\n" in screens.text
        assert "Enter Khôi phục · Esc Để sau" in screens.text
        screens.press("enter")
        assert isinstance(screens.screen, SectionScreen)
        assert "Đã khôi phục" in screens.message
        assert screens.stored(PEOPLE) == "trên 40.000"
        screens.type("00")
        screens.press("enter")
        assert screens.stored(PEOPLE) == "trên 41.000"
    assert person.files == []
    with person.at_screens() as screens:
        assert isinstance(screens.screen, OverviewScreen)


@pytest.mark.long
def test_dropped_again_it_is_offered_again(person: Person) -> None:
    person.dropped_while(in_people("trên 41.0"))
    with person.at_screens() as screens:
        screens.press("enter")
    with person.at_screens() as screens:
        assert "trên 41.0\n" in offer(screens)


@pytest.mark.long
def test_later_keeps_it_and_letters_are_no_answer(person: Person) -> None:
    person.dropped_while(in_people("41.0"))
    with person.at_screens() as screens:
        screens.press("d", "1", "2", "tab")
        offer(screens)
        screens.press("escape")
        assert isinstance(screens.screen, OverviewScreen)
        screens.press("1", "f2", "escape")
        assert isinstance(screens.screen, OverviewScreen), "it is asked once a start"
    with person.at_screens() as screens:
        offer(screens)
        screens.press("ctrl+q")
    with person.at_screens() as screens:
        offer(screens)


def test_ctrl_q_leaves_with_what_cannot_be_saved_and_it_is_offered(person: Person) -> None:
    """G20."""
    with person.at_screens() as screens:
        screens.press("4", "enter")
        screens.type("1,5")
        screens.press("ctrl+q")
        assert not screens.app.is_running
    with person.at_screens() as screens:
        assert "1,5\n" in offer(screens)


@pytest.mark.long
def test_forgotten_it_is_gone_but_only_once_that_is_sure(person: Person) -> None:
    person.dropped_while(in_people("41.0"))
    with person.at_screens() as screens:
        screens.press("delete")
        screens.press("enter")
        assert "Nội dung vẫn được giữ" in screens.message
        offer(screens)
        screens.press("delete")
        screens.agree()
        assert isinstance(screens.screen, OverviewScreen)
    assert person.files == []


@pytest.mark.long
def test_what_was_saved_meanwhile_is_offered_to_nobody(person: Person) -> None:
    person.dropped_while(in_people("41000"))
    with person.at_screens() as screens:
        screens.press("escape")
        screens.colleague(PEOPLE, "41.000")
    with person.at_screens() as screens:
        assert isinstance(screens.screen, OverviewScreen)
    assert person.files == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("choice", "stored", "typing"),
    [("Giữ 41.000", "41.000", None), ("Dùng", "gần 42.000", None), ("Để sau", "gần 42.000", "41.000")],
    ids=["mine", "theirs", "later"],
)
def test_over_a_colleagues_change_both_are_shown(person: Person, choice: str, stored: str, typing: str | None) -> None:
    person.dropped_while(in_people("41.000"))
    with person.at_screens() as screens:
        screens.press("escape")
        screens.colleague(PEOPLE, "gần 42.000")
    with person.at_screens() as screens:
        offer(screens)
        assert "canbo2 đã sửa chỗ này" in screens.message
        screens.press("enter")
        assert isinstance(screens.screen, ConflictScreen)
        assert "canbo2 đã sửa ô này thành gần 42.000; bạn nhập 41.000." in screens.text
        assert screens.stored(PEOPLE) == "gần 42.000"
        screens.choose(choice)
        assert (screens.stored(PEOPLE), typed_in_cell(screens)) == (stored, typing)
        if choice == "Để sau":
            screens.press("enter")
            assert isinstance(screens.screen, ConflictScreen), "asked again, not written over"
            screens.choose("Dùng")
            assert screens.stored(PEOPLE) == "gần 42.000"


def test_half_a_number_over_a_colleagues_change_is_typed_on(person: Person) -> None:
    person.dropped_while(in_people("41,"))
    with person.at_screens() as screens:
        screens.press("escape")
        screens.colleague(PEOPLE, "gần 42.000")
    with person.at_screens() as screens:
        screens.press("enter")
        assert "canbo2 đã sửa chỗ này" in screens.message
        screens.press("backspace", "enter")
        assert isinstance(screens.screen, ConflictScreen)
        assert screens.stored(PEOPLE) == "gần 42.000"


@pytest.mark.long
def test_a_paste_that_met_a_colleague_is_kept_whole(person: Person) -> None:
    def typing(screens: Screens) -> None:
        screens.press("4")
        screens.colleague("results/xoa_mu_chu/classes", "7")
        screens.paste("3\t40\n4\t50")
        assert isinstance(screens.screen, ConflictScreen)

    person.dropped_while(typing)
    with person.at_screens() as screens:
        assert offer(screens).count("Học nghề ngắn hạn") == 2
        screens.press("enter")
        assert isinstance(screens.screen, ConflictScreen)
        assert screens.stored("results/xoa_mu_chu/classes") == "7"
        screens.choose("Giữ")
        assert screens.stored("results/xoa_mu_chu/classes") == "3"
        assert screens.stored("results/hoc_nghe/participations") == "50"
    assert person.files == []


def test_several_are_offered_one_after_the_other(person: Person) -> None:
    person.dropped_while(in_people("41.0"))
    with person.at_screens() as screens:
        screens.press("escape")
        in_prose("Đã mở ba lớp")(screens)
    with person.at_screens() as screens:
        assert "41.0\n" in offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, SectionScreen)
        screens.type("00")
        assert isinstance(screens.screen, SectionScreen), "not in the middle of a number"
        screens.press("enter")
        assert screens.stored(PEOPLE) == "41.000"
        assert "Đã mở ba lớp\n" in offer(screens)
        screens.press("escape")
    with person.at_screens() as screens:
        assert "Đã mở ba lớp\n" in offer(screens)
        assert "41.0" not in screens.text


@pytest.mark.long
def test_of_several_in_one_draft_each_is_decided_alone(person: Person) -> None:
    def typing(screens: Screens) -> None:
        begin_activity(screens)
        in_people("41.0")(screens)

    person.dropped_while(typing)
    with person.at_screens() as screens:
        assert "về Luật\n" in offer(screens)
        screens.press("escape")
        assert "41.0\n" in offer(screens)
        screens.press("delete")
        screens.agree()
        assert isinstance(screens.screen, OverviewScreen)
    with person.at_screens() as screens:
        assert "về Luật\n" in offer(screens)
        screens.press("delete")
        screens.agree()
        assert isinstance(screens.screen, OverviewScreen)
    assert person.files == []


@pytest.mark.long
def test_what_was_thrown_away_is_listed_for_a_week_and_goes_on(person: Person) -> None:
    with person.at_screens() as screens:
        in_people("41.0")(screens)
        command(screens, "bo phan dang go")
        assert screens.sheet.typing is None
    with person.at_screens() as screens:
        assert isinstance(screens.screen, OverviewScreen), "it is not offered unasked"
        command(screens, "da bo trong")
        assert "41.0" in screens.cursor_line
        screens.press("enter")
        assert (screens.at, screens.sheet.typing) == (PEOPLE, "41.0")
        screens.type("00")
        screens.press("enter")
        assert screens.stored(PEOPLE) == "41.000"
        command(screens, "da bo trong")
        assert screens.message == "Trong 7 ngày qua chưa bỏ phần đang gõ nào. Esc để quay lại."


def test_what_was_thrown_away_a_week_ago_is_gone_for_good(person: Person) -> None:
    with person.at_screens() as screens:
        in_people("41.0")(screens)
        command(screens, "bo phan dang go")
    (kept,) = (person.folder / "chua-luu" / "da-bo").glob("*.json")
    draft = decode(kept.read_bytes())
    assert draft is not None
    kept.write_bytes(encode(draft._replace(at=draft.at - timedelta(days=8))))
    with person.at_screens():
        assert not kept.exists()


def test_of_another_year_that_year_is_opened(person: Person) -> None:
    def typing(screens: Screens) -> None:
        before = min(screens.store.years.all(), key=lambda year: year.period.end)
        screens.do(lambda app: app.navigator.open_year(before, ""))
        in_people("39.0")(screens)

    person.dropped_while(typing)
    with person.at_screens() as screens:
        assert "Năm học 2019-2020" in offer(screens)
        screens.press("enter")
        assert screens.app.report.session.year.period.label == "2019-2020"
        assert typed_in_cell(screens) == "39.0"


@pytest.mark.long
def test_of_a_year_that_is_gone_it_can_only_be_read(person: Person) -> None:
    person.dropped_while(in_people("41.0"))
    store = Store(person.path)
    delete_year(store, max(store.years.all(), key=lambda year: year.period.end))
    store.close()
    with person.at_screens() as screens:
        assert "41.0\n" in offer(screens)
        assert "Báo cáo này không còn" in screens.message
        assert "Enter" not in screens.text
        screens.press("enter")
        offer(screens)
        screens.press("escape")
        assert isinstance(screens.screen, OverviewScreen)


@pytest.mark.long
def test_of_a_member_who_was_taken_off_it_can_only_be_read(person: Person) -> None:
    def typing(screens: Screens) -> None:
        uid = screens.app.report.session.facts.board[0].uid
        screens.do(lambda app: app.navigator.open(to.AtPlace(Place.of("board", uid, "name"))))
        screens.type("Vũ Thanh")

    person.dropped_while(typing)
    with person.at_screens() as screens:
        screens.press("escape")
        uid = screens.app.report.session.facts.board[0].uid
        for place in screens.app.report.session.facts.answers:
            if place.within(Place.of("board", uid)):
                screens.colleague(place, "")
    with person.at_screens() as screens:
        assert "Vũ Thanh\n" in offer(screens)
        assert "Chỗ này trong báo cáo không còn" in screens.message


def test_on_a_narrow_screen_each_answer_is_whole(person: Person) -> None:
    person.dropped_while(in_people("41000"))
    with person.at_screens() as screens:
        assert screens.line("Khôi phục ·").strip() == "Enter Khôi phục · Esc Để sau · Delete Bỏ hẳn"
        screens.resize(40, 20)
        assert [line.strip() for line in screens.lines if line.startswith((" Enter Kh", " Esc Để", " Delete"))][:3] == [
            "Enter Khôi phục", "Esc Để sau", "Delete Bỏ hẳn",
        ]  # fmt: skip
