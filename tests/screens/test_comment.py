"""Questions at a cell, at 80×24: shown beside it, answered, settled; F8 goes there; a list of all."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from support.screens import Screens, opened
from support.shared_server import ADMIN, CALLED, CLERK, WARD, final_shared_database, shared_database, year_of
from support.stores import sql

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.comment import CommentScreen
from tthtcd_tui.screens.comments import CommentsScreen
from tthtcd_tui.screens.recover import RecoverScreen

PEOPLE = Place("figure/dan_so")
QUESTION = "Số này lấy ở đâu?"


def asked(path: Path) -> Path:
    with closing(Store(path, WARD)) as store:
        store.comments.say(year_of(store, "mao-khe").report_id, PEOPLE, QUESTION, WARD)
    return path


def open_comment(screens: Screens) -> None:
    screens.press("ctrl+p")
    screens.type("gop y tra loi o o nay")
    screens.press("enter")
    assert isinstance(screens.screen, CommentScreen)


def go_to_people(screens: Screens) -> None:
    screens.press("f3")
    screens.type("dan so")
    screens.press("enter")


def test_whoever_is_above_asks_at_a_cell(tmp_path: Path) -> None:
    with opened(tmp_path, path=shared_database(tmp_path), user=WARD) as screens:
        go_to_people(screens)
        open_comment(screens)
        assert "Dân số" in screens.text
        screens.type(QUESTION)
        screens.press("enter")
        assert screens.message == "Đã ghi góp ý."
        screens.press("down", "up")
        assert f"Góp ý của {CALLED[WARD]}: {QUESTION}" in screens.message
        thread = screens.store.comments.of(screens.year.report_id)[0]
        assert (thread.place, thread.remarks[0].text) == (PEOPLE, QUESTION)


def test_f8_goes_there_it_is_answered_and_whoever_asked_settles_it(tmp_path: Path) -> None:
    path = asked(final_shared_database(tmp_path))
    with opened(tmp_path, path=path, user=CLERK) as screens:
        assert screens.line("Góp ý, trả lời").endswith("1 chưa xong")
        screens.press("f8")
        assert screens.app.report.last_place == PEOPLE
        assert f"Góp ý của {CALLED[WARD]}: {QUESTION}" in screens.message
        open_comment(screens)
        assert f"{CALLED[WARD]}: {QUESTION}" in screens.text
        screens.type("Theo công an phường")
        screens.press("enter")
        screens.press("f8")
        assert "Không còn chỗ thiếu hay sai" in screens.message, "now it is for the other side"
        screens.press("escape")
        assert screens.line("Góp ý, trả lời").endswith("1 chưa xong, 1 đã trả lời")
    with opened(tmp_path, path=path, user=WARD) as screens:
        screens.press("f8")
        assert f"Góp ý của {CALLED[CLERK]}: Theo công an phường" in screens.message
        open_comment(screens)
        screens.choose("Khép góp ý")
        assert screens.message == "Đã khép góp ý."
        screens.press("escape")
        assert "chưa xong" not in screens.text


def test_who_was_asked_is_told_that_another_settles_it(tmp_path: Path) -> None:
    with opened(tmp_path, path=asked(shared_database(tmp_path)), user=CLERK) as screens:
        go_to_people(screens)
        open_comment(screens)
        screens.choose("Khép góp ý")
        assert "Chỉ người nêu góp ý, hoặc cấp trên" in screens.message


def test_a_colleague_sees_it_when_it_is_asked(tmp_path: Path) -> None:
    path = shared_database(tmp_path)
    with opened(tmp_path, path=path, user=CLERK) as screens:
        go_to_people(screens)
        asked(path)
        screens.press("f5")
        assert f"Góp ý của {CALLED[WARD]}: {QUESTION}" in screens.message


def test_the_list_has_all_and_enter_goes_to_the_cell(tmp_path: Path) -> None:
    path = asked(shared_database(tmp_path))
    with closing(Store(path, WARD)) as store:
        report = year_of(store, "mao-khe").report_id
        store.comments.say(report, Place("figure/dien_tich"), "Đơn vị gì?", WARD)
        store.comments.settle(report, Place("figure/dien_tich"), WARD)
    with opened(tmp_path, path=path, user=CLERK) as screens:
        screens.press("ctrl+p")
        screens.type("gop y tra loi cua ca bao cao")
        screens.press("enter")
        assert isinstance(screens.screen, CommentsScreen)
        assert screens.line("chưa xong").split()[1:] == ["Dân", "số", "chưa", "xong"]
        assert "Đơn vị gì?" in screens.text
        assert f"{CALLED[WARD]}: khép góp ý" in screens.text
        screens.press("enter")
        assert screens.app.report.last_place == PEOPLE


def test_what_is_typed_there_is_kept_when_the_line_drops(tmp_path: Path) -> None:
    with opened(tmp_path, path=asked(shared_database(tmp_path)), user=CLERK) as screens:
        go_to_people(screens)
        open_comment(screens)
        screens.type("Theo công an")
        assert list(screens.screen.typed_cells()) == [("comment/figure/dan_so", "Theo công an")]


def test_after_a_dropped_line_it_stands_in_its_line_again(tmp_path: Path) -> None:
    path, drafts = asked(shared_database(tmp_path)), tmp_path / "chua-luu"
    with opened(tmp_path, path=path, user=CLERK, drafts=drafts) as screens:
        go_to_people(screens)
        open_comment(screens)
        screens.type("Theo công an")
    with opened(tmp_path, path=path, user=CLERK, drafts=drafts) as screens:
        screens.pause()
        assert isinstance(screens.screen, RecoverScreen)
        assert "Góp ý: Dân số:" in screens.text
        assert "không còn" not in screens.message
        screens.press("enter")
        assert isinstance(screens.screen, CommentScreen)
        assert screens.message == "Đã khôi phục góp ý đang gõ dở, chưa ghi: Enter để ghi."
        screens.type(" phường")
        screens.press("enter")
        assert screens.message == "Đã ghi câu trả lời."
        assert screens.app.report.last_place == PEOPLE, "back at the cell that it is about"
        (thread,) = screens.store.comments.of(screens.year.report_id)
        assert [remark.text for remark in thread.remarks] == [QUESTION, "Theo công an phường"]
    assert list(drafts.glob("*.json")) == []


def test_what_was_written_before_the_line_dropped_is_not_offered_again(tmp_path: Path) -> None:
    path, drafts = asked(shared_database(tmp_path)), tmp_path / "chua-luu"
    with opened(tmp_path, path=path, user=CLERK, drafts=drafts) as screens:
        go_to_people(screens)
        open_comment(screens)
        screens.type("Theo công an")
    with closing(Store(path, CLERK)) as store:
        store.comments.say(year_of(store, "mao-khe").report_id, PEOPLE, "Theo công an", CLERK)
    with opened(tmp_path, path=path, user=CLERK, drafts=drafts) as screens:
        screens.pause()
        assert not isinstance(screens.screen, RecoverScreen)


def test_a_question_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    path = shared_database(tmp_path)
    with opened(tmp_path, path=path, user=CLERK) as screens:
        go_to_people(screens)
        open_comment(screens)
        with closing(Store(path, ADMIN)) as store:
            store.staff.remove(CLERK)
        screens.type("Ai hỏi?")
        screens.press("enter")
        assert sql(path, "SELECT * FROM audit_entry WHERE place LIKE 'comment/%'") == []
        assert "không có trong danh sách cán bộ" in screens.text
