"""Coming back after a dropped line: what was being typed is offered, and never put over what was saved since."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from support.sample_database import sample_database
from support.screens import Screens, opened

from tthtcd_tui.models.store import Store
from tthtcd_tui.recovery.draft import decode, encode
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.conflict import ConflictScreen
from tthtcd_tui.screens.log import LogScreen
from tthtcd_tui.screens.new_year import NewYearScreen
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.paragraphs import ParagraphsScreen
from tthtcd_tui.screens.prompt import PromptScreen
from tthtcd_tui.screens.recover import RecoverScreen
from tthtcd_tui.screens.section import SectionScreen
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.tasks.years.years import delete_year

PEOPLE = "figure/dan_so"
PROSE = "narrative/ket_qua"


class Person:
    """Somebody who comes, goes without a word, and comes back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = sample_database(folder)

    @contextmanager
    def at_screens(self) -> Iterator[Screens]:
        with opened(self.folder, path=self.path, drafts=self.folder / "chua-luu") as screens:
            yield screens

    def dropped_while(self, typing: Callable[[Screens], object]) -> None:
        with self.at_screens() as screens:
            typing(screens)

    @property
    def files(self) -> list[Path]:
        """Drafts that are left. Whoever was quick never had one, nor a folder for it."""
        return list((self.folder / "chua-luu").glob("*"))


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def in_people(text: str) -> Callable[[Screens], None]:
    def typing(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.AtPlace(Place(PEOPLE))))
        screens.type(text)

    return typing


def in_prose(text: str) -> Callable[[Screens], None]:
    def typing(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.Paragraphs(Place(PROSE))))
        screens.paste(text)

    return typing


def offer(screens: Screens) -> str:
    screens.pause()
    assert isinstance(screens.screen, RecoverScreen), screens.text
    return screens.text


def typed_in_cell(screens: Screens) -> str | None:
    screen = screens.screen
    assert isinstance(screen, SheetScreen)
    return screen.sheet.typing


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


def test_of_prose_what_is_not_saved_is_shown_with_its_links_as_they_read(person: Person) -> None:
    def add(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.Paragraphs(Place("checklist/noi_quy/statement"))))
        assert "Nội quy và quy chế" in screens.text
        screens.press("ctrl+end", "enter")
        screens.type("Dân số {dan_so} người.")

    person.dropped_while(add)
    with person.at_screens() as screens:
        told = offer(screens)
        assert "{" not in told
        assert "Dân số trên 40.000 người." in told, told
        assert "Nội quy và quy chế" not in told, "it stands in the report already"


def test_prose_goes_on_in_its_editor(person: Person) -> None:
    person.dropped_while(in_prose("Đã mở ba lớp\nxóa mù"))
    with person.at_screens() as screens:
        assert "Đã mở ba lớp\n   xóa mù\n" in offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, ParagraphsScreen)
        assert "Đã khôi phục" in screens.message
        screens.type(" chữ")
        screens.press("f2")
        assert screens.stored(PROSE) == "Đã mở ba lớp\nxóa mù chữ"
    assert person.files == []


@pytest.mark.long
def test_prose_that_a_colleague_changed_stands_above_mine(person: Person) -> None:
    person.dropped_while(in_prose("Đã mở ba lớp"))
    with person.at_screens() as screens:
        screens.press("escape")
        screens.colleague(PROSE, "Đã mở bốn lớp")
    with person.at_screens() as screens:
        screens.press("enter")
        assert isinstance(screens.screen, ParagraphsScreen)
        assert screens.screen.editor.written == "Đã mở bốn lớp\nĐã mở ba lớp"
        assert "canbo2 đã sửa chỗ này" in screens.message
        assert screens.stored(PROSE) == "Đã mở bốn lớp"
        screens.press("f2")
        assert screens.stored(PROSE) == "Đã mở bốn lớp\nĐã mở ba lớp"


def enter_activity(screens: Screens) -> None:
    screens.press("f6")
    screens.type("5/3")
    screens.press("enter")
    screens.type("phap luat")
    screens.press("enter")
    screens.type("Nói chuyện về Luật Đất")


@pytest.mark.long
def test_of_a_text_that_both_changed_what_they_share_stands_there_once(person: Person) -> None:
    def typing(screens: Screens) -> None:
        screens.colleague(PROSE, "Mở đầu\nKết thúc")
        screens.press("f5")
        screens.do(lambda app: app.navigator.open(to.Paragraphs(Place(PROSE))))
        screens.type(" của tôi")

    person.dropped_while(typing)
    with person.at_screens() as screens:
        screens.press("escape")
        screens.colleague(PROSE, "Mở đầu\nKết thúc của họ")
    with person.at_screens() as screens:
        screens.press("enter")
        assert isinstance(screens.screen, ParagraphsScreen)
        assert screens.screen.editor.written == "Mở đầu\nKết thúc của họ\nKết thúc của tôi"


def begin_activity(screens: Screens) -> None:
    """Leaves the log with a line that is not whole."""
    screens.press("f6", "tab", "tab")
    screens.type("Nói chuyện về Luật")
    screens.press("enter", "escape", "escape")
    assert isinstance(screens.screen, OverviewScreen), screens.text


@pytest.mark.long
def test_a_line_of_the_log_stands_there_as_it_was(person: Person) -> None:
    person.dropped_while(enter_activity)
    with person.at_screens() as screens:
        assert "Nói chuyện về Luật Đất\n" in offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, LogScreen)
        assert screens.screen.draft.texts == {
            "date": "5/3/2021",
            "category": "Giáo dục pháp luật",
            "title": "Nói chuyện về Luật Đất",
        }
        screens.press("f2")
        assert "Đã lưu: 5/3/2021 · Giáo dục pháp luật · Nói chuyện về Luật Đất" in screens.message
    assert person.files == []


@pytest.mark.long
def test_a_line_of_the_log_left_on_another_screen_is_kept(person: Person) -> None:
    def typing(screens: Screens) -> None:
        begin_activity(screens)
        screens.press("1", "f2")

    person.dropped_while(typing)
    with person.at_screens() as screens:
        assert "Nói chuyện về Luật\n" in offer(screens)


@pytest.mark.long
def test_a_day_alone_is_kept_and_what_only_stays_from_the_last_line_is_not(person: Person) -> None:
    def saving_one(screens: Screens) -> None:
        enter_activity(screens)
        screens.press("f2")

    person.dropped_while(saving_one)
    assert person.files == []

    def the_day(screens: Screens) -> None:
        screens.press("f6")
        screens.type("6/3")

    person.dropped_while(the_day)
    with person.at_screens() as screens:
        offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, LogScreen)
        assert screens.screen.draft.texts == {"date": "6/3"}


@pytest.mark.long
def test_an_activity_that_was_saved_is_not_entered_twice(person: Person) -> None:
    """Killed between the saving and the end of the draft, and changed by a colleague since."""
    folder = person.folder / "chua-luu"
    with person.at_screens() as screens:
        enter_activity(screens)
        assert screens.unsaved is not None
        screens.unsaved.close()
        [draft] = folder.glob("*.json")
        left = draft.read_bytes()
        screens.press("f2")
        uid = next(a.uid for a in screens.store.log.page(screens.year.report_id).activities if "Luật Đất" in a.title)
        screens.colleague(f"activity/{uid}/title", "Nói chuyện về Luật Đất đai")
    (folder / draft.name).write_bytes(left)
    with person.at_screens() as screens:
        assert isinstance(screens.screen, OverviewScreen)
    assert person.files == []


@pytest.mark.long
def test_a_cell_of_the_log_is_saved_at_once(person: Person) -> None:
    def typing(screens: Screens) -> None:
        screens.press("f6", "f3", "down", "right", "right")
        assert isinstance(screens.screen, LogScreen)
        place = screens.screen.sheet.place
        assert place is not None
        assert (place.kind, place.parts[-1]) == ("activity", "title")
        screens.type("Tên khác")

    person.dropped_while(typing)
    with person.at_screens() as screens:
        assert "Tên khác\n" in offer(screens)
        screens.press("enter")
        assert "Đã khôi phục và lưu 1 ô" in screens.message
        assert [a.title for a in screens.store.log.page(screens.year.report_id, search="Tên khác").activities]


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


def command(screens: Screens, words: str) -> None:
    screens.press("ctrl+g", "9")
    screens.type(words)
    screens.press("enter")


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


@pytest.mark.long
def test_a_reason_is_asked_for_again(person: Person) -> None:
    def typing(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.Reason(Place("results/phap_luat"))))
        screens.type("Có hai lớp")

    person.dropped_while(typing)
    with person.at_screens() as screens:
        offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, PromptScreen)
        screens.type(" gộp")
        screens.press("enter")
        assert screens.stored("reason/results/phap_luat") == "Có hai lớp gộp"
    assert person.files == []


@pytest.mark.long
def test_a_new_centre_is_as_it_was(person: Person) -> None:
    def typing(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.NewYear(None, None)))
        screens.type("TTHTCĐ xã An Sinh")
        screens.press("enter", "enter")
        screens.type("2021")

    person.dropped_while(typing)
    with person.at_screens() as screens:
        assert "An Sinh\n" in offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, NewYearScreen)
        assert "TTHTCĐ xã An Sinh" in screens.text
        screens.press("f2")
        assert [centre.name for centre in screens.store.centres.all()] == ["TTHTCĐ xã An Sinh", "TTHTCĐ phường Mạo Khê"]
    assert person.files == []


@pytest.mark.long
def test_a_new_year_of_a_centre_and_its_new_name_are_as_they_were(person: Person) -> None:
    def naming_a_year(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.NewYear(screens.store.centres.all()[0], screens.year)))
        screens.press("down")
        screens.type("1/1/2022 -")

    def renaming(screens: Screens) -> None:
        screens.press("escape")
        screens.do(lambda app: app.navigator.open(to.Rename(screens.store.centres.all()[0])))
        screens.type("TTHTCĐ phường Mạo")

    person.dropped_while(naming_a_year)
    person.dropped_while(renaming)
    with person.at_screens() as screens:
        assert "1/1/2022 -\n" in offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, NewYearScreen)
        assert "1/1/2022 -" in screens.text
        screens.press("escape")
        assert "TTHTCĐ phường Mạo\n" in offer(screens)
        screens.press("enter")
        assert screens.title == "ĐỔI TÊN TRUNG TÂM"
        assert typed_in_cell(screens) == "TTHTCĐ phường Mạo"


def test_a_field_of_a_letterhead_goes_on_being_typed(person: Person) -> None:
    def signing(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.RollupHead()))
        screens.press("down")
        screens.type("Sở Giáo")

    person.dropped_while(signing)
    with person.at_screens() as screens:
        assert "Sở Giáo\n" in offer(screens)
        screens.press("enter")
        assert screens.title == "THỂ THỨC BÁO CÁO TỔNG HỢP"
        assert typed_in_cell(screens) == "Sở Giáo"
        assert screens.at == "rollup_head/issuer"


def test_on_a_narrow_screen_each_answer_is_whole(person: Person) -> None:
    person.dropped_while(in_people("41000"))
    with person.at_screens() as screens:
        assert screens.line("Khôi phục ·").strip() == "Enter Khôi phục · Esc Để sau · Delete Bỏ hẳn"
        screens.resize(40, 20)
        assert [line.strip() for line in screens.lines if line.startswith((" Enter Kh", " Esc Để", " Delete"))][:3] == [
            "Enter Khôi phục", "Esc Để sau", "Delete Bỏ hẳn",
        ]  # fmt: skip
