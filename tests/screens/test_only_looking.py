"""A year in which nothing may be saved says so in its head, and says why: at once, and when that changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.damage import assert_plain
from support.sample_database import sample_database
from support.screens import USER, Screens, opened
from support.stores import DIRECTOR, finalise

from tthtcd_tui.errors import Damaged, StoreProblem
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage import opening
from tthtcd_tui.models.storage.opening import DAMAGED, READ_ONLY
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.paragraphs import ParagraphsScreen
from tthtcd_tui.services.session_backup import SessionBackup
from tthtcd_tui.tasks.care.daily_backup import BackgroundBackup

VIEWER = "Bạn chỉ có quyền xem. Muốn nhập liệu, hãy đề nghị giám đốc đổi vai trò của bạn."


def staffed(path: Path, role: Role) -> Path:
    """The database at `path`, with a director, and the one at the keyboard in `role`."""
    store = Store(path)
    store.staff.add(Member(DIRECTOR, "Vũ Thanh Hải", Role.DIRECTOR))
    store.sign_in(DIRECTOR)
    store.staff.add(Member(USER, "Nguyễn Thị Lan", role))
    store.close()
    return path


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Screens]:
    with opened(tmp_path, path=staffed(sample_database(tmp_path), Role.CLERK)) as screens:
        yield screens


@pytest.fixture
def viewer(tmp_path: Path) -> Iterator[Screens]:
    with opened(tmp_path, path=staffed(sample_database(tmp_path), Role.VIEWER)) as screens:
        yield screens


def may_only_look(screens: Screens) -> bool:
    (told,) = [word for word in ("Chỉ xem", "Đã lưu", "Đang nhập", "CHƯA LƯU ĐƯỢC") if word in screens.lines[0]]
    return told == "Chỉ xem"


def set_role(screens: Screens, role: Role) -> None:
    """A director elsewhere changes what the one at the keyboard may do."""
    store = Store(screens.store.path)
    store.sign_in(DIRECTOR)
    store.staff.edit(Member(USER, "Nguyễn Thị Lan", role))
    store.close()


def set_final(screens: Screens, is_final: bool) -> None:
    """A director elsewhere finalises the report, or reopens it; then the screens look."""
    store = Store(screens.store.path)
    if is_final:
        finalise(store, screens.year.report_id)
    else:
        store.versions.reopen(screens.year.report_id, DIRECTOR, "Sửa số khu")
    store.close()
    look(screens)


def look(screens: Screens) -> None:
    screens.do(lambda app: app.poll())


@pytest.mark.long
def test_who_may_write_is_told_of_nothing(clerk: Screens) -> None:
    assert not may_only_look(clerk)
    assert "xem" not in clerk.message


@pytest.mark.long
def test_a_role_that_a_director_changes_is_seen_with_f5(viewer: Screens) -> None:
    set_role(viewer, Role.CLERK)
    viewer.press("f5")
    assert not may_only_look(viewer)
    set_role(viewer, Role.VIEWER)
    viewer.press("1", "f5")
    assert may_only_look(viewer)


@pytest.mark.long
@pytest.mark.parametrize("keys", [(), "0", "1", "4", "7", "8", ("f6",), ("f9",), ("f3",), ("f1",), ("ctrl+p",)])
def test_every_screen_says_it_in_its_head(viewer: Screens, keys: tuple[str, ...]) -> None:
    assert viewer.message == VIEWER
    viewer.press(*keys)
    assert may_only_look(viewer)
    assert viewer.lines[0].endswith("canbo1 □ Chỉ xem")


def test_what_a_viewer_types_is_refused_and_the_head_stays(viewer: Screens) -> None:
    viewer.press("1", "down", "down")
    viewer.type("4")
    assert viewer.sheet.typing is None, "the first letter is refused, not the last"
    assert viewer.message == f"Chưa ghi gì. {VIEWER}"
    assert may_only_look(viewer)
    viewer.press("delete", "f2")
    assert viewer.message == VIEWER
    assert viewer.stored("figure/dan_so") == "trên 40.000"
    viewer.press("escape")
    assert viewer.message == VIEWER, "the overview says it again"


def test_who_may_only_look_is_not_told_how_to_fill_in(viewer: Screens) -> None:
    viewer.press("1", "down", "down")
    assert "Số nguyên" not in viewer.message
    assert "Năm trước" not in viewer.lines[-1]
    assert "Quay lại" in viewer.lines[-1]
    set_role(viewer, Role.CLERK)
    viewer.press("f5", "down")
    assert "Số nguyên" in viewer.message
    assert "Năm trước" in viewer.lines[-1], "as soon as they may"


def test_a_digit_that_would_choose_is_refused_for_the_same_reason(viewer: Screens) -> None:
    viewer.press("5", "enter")
    viewer.type("2")
    assert viewer.message == f"Chưa ghi gì. {VIEWER}"
    assert viewer.stored("rating/co_quan/level") == "Thực hiện tốt"


@pytest.mark.long
def test_a_long_text_too(viewer: Screens) -> None:
    viewer.press("3", "enter", "enter", "enter")
    viewer.type("Thêm.")
    assert viewer.message == f"Chưa ghi gì. {VIEWER}"
    assert may_only_look(viewer)
    viewer.press("f2")
    assert viewer.message == VIEWER
    assert may_only_look(viewer)


def test_a_colleague_who_finalises_and_reopens_is_seen(clerk: Screens) -> None:
    for keys in ((), ("1",)):
        clerk.press(*keys)
        set_final(clerk, is_final=True)
        assert may_only_look(clerk)
        assert clerk.message.startswith("Báo cáo năm học 2020-2021 đã chốt ngày ")
        assert clerk.message.endswith("chỉ xem được. Muốn sửa thì giám đốc mở lại.")
        set_final(clerk, is_final=False)
        assert not may_only_look(clerk)
        assert clerk.message == "Báo cáo lại sửa được."
    clerk.type("25")
    clerk.press("enter")
    assert not may_only_look(clerk)


@pytest.mark.long
def test_whoever_types_while_it_is_finalised_learns_it_when_they_save(clerk: Screens) -> None:
    clerk.press("1", "down", "down")
    clerk.type("41000")
    set_final(clerk, is_final=True)
    assert "Đang nhập" in clerk.lines[0], "nothing is shown over what is being typed"
    clerk.press("enter")
    assert may_only_look(clerk)
    assert "đã chốt ngày" in clerk.text


@pytest.mark.long
def test_a_role_that_was_changed_counts_from_the_next_thing_saved(clerk: Screens) -> None:
    clerk.press("1", "down", "down")
    set_role(clerk, Role.VIEWER)
    clerk.type("41000")
    clerk.press("enter")
    assert may_only_look(clerk)
    set_role(clerk, Role.CLERK)
    clerk.press("enter")
    assert not may_only_look(clerk)
    assert clerk.stored("figure/dan_so") == "41.000"


@pytest.mark.long
def test_neither_a_key_nor_a_look_asks_the_database_why(viewer: Screens, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    why = viewer.store.why_read_only

    def counted(report_id: int, user: str) -> StoreProblem | None:
        asked.append(report_id)
        return why(report_id, user)

    monkeypatch.setattr(viewer.store, "why_read_only", counted)
    viewer.press("1", *["down"] * 5, "escape", "4", "f1", "escape", "escape")
    for _ in range(3):
        look(viewer)
    viewer.press("4", "enter")
    viewer.type("3")
    viewer.press("enter", "escape", "up", "down")
    assert asked == [], "what is refused before it is typed asks nobody"


@pytest.mark.long
def test_a_year_that_is_deleted_meanwhile_ends_nothing(clerk: Screens) -> None:
    clerk.press("1", "down", "down")
    clerk.type("41000")
    store = Store(clerk.store.path)
    store.sign_in(DIRECTOR)
    store.years.delete(clerk.year.report_id)
    store.close()
    clerk.press("enter")
    assert "Chưa mở năm nào" in clerk.lines[0]
    assert "vừa bị xóa" in clerk.message
    clerk.press("down", "up", "escape")
    look(clerk)
    assert clerk.title == "CÁC NĂM, TRUNG TÂM"


# -- a file that may only be read -------------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.parametrize("reason", [READ_ONLY, DAMAGED])
def test_a_file_that_may_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    path = sample_database(tmp_path)
    monkeypatch.setattr(opening, "_may_write", lambda _: False)
    monkeypatch.setattr(opening, "READ_ONLY", reason)
    with opened(tmp_path, path=path) as screens:
        assert screens.message == reason
        assert may_only_look(screens)
        screens.press("1", "down", "down")
        screens.type("4")
        assert screens.message.startswith("Chưa ghi gì.")
        assert may_only_look(screens), "the head says the same before and after"
        screens.press("escape", "end", "enter", "down", "enter")  # another year of the same file
        assert "2019-2020" in screens.lines[0]
        assert isinstance(screens.screen, OverviewScreen)
        assert screens.message == reason
    assert_plain(reason)


@pytest.mark.long
def test_damage_met_meanwhile_is_said_in_the_head(clerk: Screens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clerk.store._database, "refusal", Damaged())
    clerk.press("1", "down")
    assert may_only_look(clerk)


# -- the day's backup -------------------------------------------------------------------------------------------------

NO_BACKUP = "Chưa sao lưu được dữ liệu của hôm nay: Ổ đĩa máy chủ đã đầy. Hãy báo quản trị viên dọn bớt rồi lưu lại."


@pytest.mark.long
def test_a_backup_that_failed_is_said_once_on_the_overview(clerk: Screens, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = BackgroundBackup()
    clerk.app.backup = SessionBackup(lambda: backup)
    clerk.app.backup.start()
    look(clerk)
    assert "sao lưu" not in clerk.message, "it goes on"
    clerk.press("1")
    monkeypatch.setattr(backup, "_words", NO_BACKUP)
    look(clerk)
    assert "sao lưu" not in clerk.message, "of a cell something else is said"
    clerk.press("escape")
    look(clerk)
    assert clerk.message == NO_BACKUP
    clerk.colleague("figure/so_ho", "1", user=DIRECTOR)
    look(clerk)
    assert clerk.message == NO_BACKUP, "until the next key"
    clerk.press("1", "escape")
    look(clerk)
    assert "sao lưu" not in clerk.message


@pytest.mark.long
@pytest.mark.parametrize("key", ["a", "backspace", "enter", "alt+backspace", "ctrl+k", "ctrl+l"])
def test_in_paragraphs_the_first_letter_is_refused_with_the_reason(viewer: Screens, key: str) -> None:
    viewer.do(lambda app: app.navigator.open(to.Paragraphs(Place("narrative/dia_phuong"))))
    screen = viewer.screen
    assert isinstance(screen, ParagraphsScreen)
    before = screen.editor.written
    viewer.press(key)
    assert screen.editor.written == before
    assert viewer.message == f"Chưa ghi gì. {VIEWER}"
    viewer.press("home", "ctrl+f")
    viewer.type("phường")
    assert viewer.message.startswith("Chỗ 1/"), "one may look for something"


def test_the_log_of_a_finalised_year_names_no_key_that_would_write(clerk: Screens) -> None:
    clerk.press("f6")
    assert "Enter Lưu" in clerk.lines[-1]
    assert "Del Xóa" in clerk.lines[-1] or "F4" in clerk.lines[-1]
    finalise(clerk.store, clerk.year.report_id)
    clerk.press("f5")
    assert clerk.lines[-1].split() == "Enter Ô sau F3 Tìm Esc Quay lại F1 Trợ giúp ^G Đi tới ^Q Thoát".split()
    assert clerk.message == "Chỉ xem: ↓ đến các hoạt động đã ghi; F3 tìm, lọc theo loại."


def test_where_a_year_is_made_nothing_says_that_one_may_only_look(clerk: Screens) -> None:
    clerk.store.sign_in(USER)  # a year is offered to whoever the store would let make one
    finalise(clerk.store, clerk.year.report_id)
    clerk.press("f5")
    assert may_only_look(clerk)
    clerk.press("ctrl+p", *"cac nam", "enter", "f4")
    assert clerk.title == "TẠO NĂM MỚI"
    assert not may_only_look(clerk)


@pytest.mark.parametrize("where", ["1", "f6"])
def test_the_help_of_who_may_only_read_names_no_key_that_writes(viewer: Screens, where: str) -> None:
    viewer.press(where, "f1")
    told = viewer.text
    for _ in range(3):
        viewer.press("pagedown")
        told += viewer.text
    assert "Khi xem" in told
    for words in ("F2", "F4 ", "Delete", "Chép ô phía trên", "Hoàn tác", "Dán ", "gõ đè"):
        assert words not in told
