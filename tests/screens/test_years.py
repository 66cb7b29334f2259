"""Centres and years on screen: made, opened, carried over, renamed, deleted."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from support.review import review_section
from support.sample_database import sample_database
from support.screens import USER, Screens, opened
from support.stores import CLERK, VIEWER, staffed, stored

from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Reads, Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.new_year import NewYearScreen
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.years import YearsScreen
from tthtcd_tui.tasks.session.guide_seen import remember_guide
from tthtcd_tui.tasks.transfer.export_file import ExportFolder


@pytest.fixture
def years(screens: Screens) -> Screens:
    screens.press("end", "enter")
    assert isinstance(screens.screen, YearsScreen)
    screens.keys = 0
    return screens


def labels(screens: Screens) -> list[str]:
    return sorted(year.period.label for year in screens.store.years.all())


def test_each_centre_with_its_years_and_how_far_they_are(years: Screens) -> None:
    assert years.lines[1:10] == [
        "CÁC NĂM, TRUNG TÂM                                           1 trung tâm, 2 năm",
        " Tìm:",
        " TTHTCĐ phường Mạo Khê  (mao-khe)",
        ">  Năm học 2020-2021  ██████████ 100%   đang mở",
        "   Năm học 2019-2020  ██████████ 100%",
        "   + Tạo năm mới",
        "   Đổi tên trung tâm này",
        "",
        " + Thêm trung tâm",
    ]


def test_another_year_is_opened_and_every_screen_shows_it(years: Screens) -> None:
    years.press("down", "enter")
    assert isinstance(years.screen, OverviewScreen)
    assert years.message == "Đã mở năm học 2019-2020."
    assert "Năm học 2019-2020" in years.lines[0]
    years.press("1")
    assert "gần 40.000 người" in years.line(" Dân số")


def test_a_year_is_carried_over_with_two_keys(years: Screens) -> None:
    years.press("f4", "enter")
    assert years.keys == 2
    assert labels(years) == ["2019-2020", "2020-2021", "2021-2022"]
    assert years.message == ("Đã tạo năm học 2021-2022. Các chỗ chép sang được đánh dấu để rà soát: F8.")
    years.press("2", "enter")
    assert "Giám đốc" in years.cursor_line
    assert years.message == "Chép từ 2020-2021, chưa rà soát. Sửa lại, hoặc F2 để xác nhận là đúng."


def unseen(years: Screens) -> bool:
    """Whether something carried over here did not stand on the screen yet."""
    carried = [place for place in years.screen.session.carried if years.screen.shows(place)]
    return not all(any(cell.within(place) for cell in years.sheet.seen) for place in carried)


def test_a_carried_over_year_is_confirmed_in_thirty_keys_each_place_seen(years: Screens) -> None:
    """Section by section; the few of the board one by one."""
    years.press("f4", "enter")
    years.keys = 0
    years.press("f8")
    while "Không còn chỗ nào" not in years.message:
        if years.title == "2 BAN GIÁM ĐỐC":
            years.press("f2")
            continue
        while unseen(years):
            years.press("pagedown")
        review_section(years)
        years.press("enter")
    assert years.keys <= 30


def test_f4_copies_from_last_year_what_was_not_carried_over(years: Screens) -> None:
    years.press("f4", "enter", "1", *["down"] * 4, "f4")
    assert years.sheet.cell is not None
    assert years.sheet.cell.raw == "trên 40.000"


def test_a_year_of_ones_own_words(years: Screens) -> None:
    years.press("down", "down", "enter")
    assert isinstance(years.screen, NewYearScreen)
    years.type("2021")
    years.press("enter")
    assert years.at == "new/source"
    years.press("1")
    assert years.cursor_line == ">    Tạo năm 2021, chép từ năm học 2020-2021"
    years.press("enter")
    assert labels(years)[2] == "2021"


@pytest.mark.parametrize(
    ("typed", "says"),
    [("2020-2022", "2020-2022"), ("năm nay", "năm nay"), ("2020-2021", "Đã có báo cáo kỳ “2020-2021”")],
)
def test_a_period_that_cannot_be_is_refused_in_words(years: Screens, typed: str, says: str) -> None:
    years.press("down", "down", "enter")
    years.type(typed)
    years.press("enter", "f2")
    assert says in years.text
    assert labels(years) == ["2019-2020", "2020-2021"]


def test_what_was_typed_in_the_form_of_a_new_centre_waits_there(years: Screens) -> None:
    years.press("end", "enter")
    years.type("TTHTCĐ xã Bình Khê")
    years.press("escape")
    assert years.message == "Chưa tạo gì; phần đã gõ được giữ. Esc lần nữa để quay lại."
    years.press("escape")
    assert isinstance(years.screen, YearsScreen)
    years.press("f4")
    assert "Bình Khê" not in years.text, "it is of another centre"
    years.press("escape", "end", "enter")
    assert "Tạo TTHTCĐ xã Bình Khê" in years.text
    assert len(years.store.centres.all()) == 1


def test_esc_makes_nothing(years: Screens) -> None:
    years.press("f4", "escape")
    assert isinstance(years.screen, YearsScreen)
    assert labels(years) == ["2019-2020", "2020-2021"]


def test_a_centre_is_renamed(years: Screens) -> None:
    years.press("down", "down", "down")
    assert years.message == "Enter đổi tên trung tâm."
    years.press("enter")
    assert years.title == "ĐỔI TÊN TRUNG TÂM"
    years.type("TTHTCĐ phường Đông Triều")
    years.press("enter")
    assert [centre.name for centre in years.store.centres.all()] == ["TTHTCĐ phường Đông Triều"]
    assert years.message == "Đã đổi tên “TTHTCĐ phường Mạo Khê” thành “TTHTCĐ phường Đông Triều”."
    assert years.lines[0].startswith(" TTHTCĐ phường Đông Triều · Năm học 2020-2021")
    assert " TTHTCĐ phường Đông Triều  (mao-khe)" in years.lines
    years.press("down", "enter")
    years.press("delete")
    years.press("enter")
    assert [centre.name for centre in years.store.centres.all()] == ["TTHTCĐ phường Đông Triều"]


def test_a_second_centre_has_its_own_years(years: Screens) -> None:
    years.press("end", "enter")
    assert years.title == "TẠO TRUNG TÂM VÀ NĂM ĐẦU TIÊN"
    years.type("TTHTCĐ xã Bình Khê")
    years.press("enter", "enter")
    years.type("2021-2022")
    years.press("enter", "enter")
    assert sorted(centre.code for centre in years.store.centres.all()) == ["binh-khe", "mao-khe"]
    assert years.lines[0].startswith(" TTHTCĐ xã Bình Khê · Năm học 2021-2022")
    assert years.line("Hoàn thành").endswith("Lỗi 0   Cảnh báo 0"), "nothing is wrong before anything is filled in"


def test_a_centre_without_a_name_is_not_made(years: Screens) -> None:
    years.press("end", "enter", "f2")
    assert years.message.startswith("Chưa tạo: Tên xã, phường đang để trống.")
    assert years.at == "new/commune"
    assert len(years.store.centres.all()) == 1


def test_deleting_a_year_asks_and_keeps_a_copy_and_closes_what_was_open(years: Screens, tmp_path: Path) -> None:
    years.press("delete")
    assert years.message.startswith("Xóa cả báo cáo năm học 2020-2021 của TTHTCĐ phường Mạo Khê?")
    years.press("escape")
    assert labels(years) == ["2019-2020", "2020-2021"]
    years.press("delete")
    years.agree()
    assert years.title == "XÓA BÁO CÁO"
    years.press("escape")
    assert labels(years) == ["2019-2020", "2020-2021"]
    years.press("delete")
    years.agree()
    years.type("Nhập hai lần")
    years.press("enter")
    assert labels(years) == ["2019-2020"]
    assert [(gone.period, gone.why) for gone in years.store.years.deleted()] == [("2020-2021", "Nhập hai lần")]
    copies = list((tmp_path / "da-xoa").iterdir())
    assert len(copies) == 1
    assert copies[0].name in years.text.replace("\n", "").replace(" ", "")
    assert years.lines[0].startswith(" Chưa mở năm nào")
    years.press("escape", "f3", "ctrl+g", "4")
    assert years.title == "CÁC NĂM, TRUNG TÂM", "without a year there is nowhere to go"
    years.press("home", "enter")
    assert years.title == "TỔNG QUAN"


@pytest.mark.parametrize("lines", ["Nhập hai lần\n", "Nhập hai lần\nSai kỳ báo cáo\n"])
def test_an_enter_that_came_with_the_reason_deletes_nothing(years: Screens, lines: str) -> None:
    years.press("delete")
    years.agree()
    years.packet(lines)
    assert years.title == "XÓA BÁO CÁO"
    assert years.store.years.deleted() == []
    years.press("enter")
    assert labels(years) == ["2019-2020"], "one that came when the reason was drawn does"
    assert years.store.years.deleted()[0].why == " ".join(lines.split("\n")).strip()


def test_an_enter_that_came_with_the_yes_gives_no_reason_and_deletes_nothing(years: Screens) -> None:
    years.press("delete")
    years.press("right")
    years.send("enter", "enter")
    assert years.title == "XÓA BÁO CÁO"
    assert years.message == "Chưa xóa gì: đọc lại lý do rồi Enter để xóa, Esc: không xóa."
    assert years.store.years.deleted() == []


def test_on_a_server_no_path_of_the_copy_is_told_but_whom_to_send_its_name(years: Screens, tmp_path: Path) -> None:
    years.app.export_folder = ExportFolder.of_a_server(years.store, USER)
    years.press("delete")
    years.agree()
    years.press("enter")
    [copy] = (tmp_path / "da-xoa").iterdir()
    told = " ".join(years.text.split())
    assert f"Máy chủ giữ bản sao tên “{copy.name}”. Muốn lấy lại, hãy gửi tên ấy cho quản trị viên." in told
    assert "da-xoa" not in told
    assert "tthtcd import" not in told
    assert years.message == "Đã xóa năm học 2020-2021. Muốn lấy lại: xem dòng ở trên."


def test_a_question_shows_its_answers_on_a_narrow_screen_too(years: Screens) -> None:
    years.resize(40, 20)
    years.press("delete")
    assert "[Không]  Có" in years.message
    years.agree()
    years.press("enter")
    assert labels(years) == ["2019-2020"]
    assert [gone.why for gone in years.store.years.deleted()] == [""], "one need not say why"


def test_delete_on_another_line_says_where_it_belongs(years: Screens) -> None:
    years.press("end", "delete")
    assert years.message == "Delete dùng ở dòng của một năm, hoặc của trung tâm chưa có năm nào."


def test_undo_here_touches_no_year(years: Screens) -> None:
    years.press("ctrl+z")
    assert years.message.startswith("Ở đây không có gì để hoàn tác.")


@pytest.mark.long
def test_a_deadline_stands_beside_its_year(years: Screens) -> None:
    years.colleague("report/due", "25/5/2021")
    years.press("f5")
    assert years.line("Năm học 2020-2021  █").endswith("đang mở   còn 5 ngày đến 25/5")


# -- many centres -----------------------------------------------------------------------------------------------------

MANY = 130


@pytest.fixture
def many(years: Screens) -> Screens:
    """So many centres that only a stretch of them is read."""
    with years.store.together():
        for number in range(1, MANY):
            years.store.centres.add(f"xa-{number:03}", f"TTHTCĐ xã Đồng Số {number}")
    years.press("f5")
    return years


@pytest.mark.long
def test_each_centre_is_one_line_and_only_a_stretch_of_them_is_held(many: Screens) -> None:
    assert many.lines[1].endswith("130 trung tâm, 2 năm")
    assert many.line("Đồng Số 1 ") == "  TTHTCĐ xã Đồng Số 1  (xa-001)          chưa có năm nào"
    seen = set()
    for _ in range(MANY + 10):
        many.press("down")
        seen.add(many.cursor_line)
        assert len(many.app.screen.menu._entries) < 80  # type: ignore[attr-defined]
    assert len([line for line in seen if "(xa-" in line]) == MANY - 1
    assert "Thêm trung tâm" in many.cursor_line
    many.press("home")
    assert "phường Mạo Khê" in many.cursor_line


def test_centres_and_years_are_found_by_their_words(many: Screens) -> None:
    many.type("dong so 77")
    assert [line for line in many.lines[3:-3] if line] == [
        "> TTHTCĐ xã Đồng Số 77  (xa-077)",
        "   + Tạo năm mới",
        "   Đổi tên trung tâm này",
        "   Xóa trung tâm này",
    ]
    many.press("escape")
    many.type("2019")
    many.choose("Năm học 2019-2020")
    assert many.message == "Đã mở năm học 2019-2020."


@pytest.mark.long
def test_enter_shows_the_years_of_a_centre_and_folds_them_again(many: Screens) -> None:
    many.press("up")
    assert "phường Mạo Khê" in many.cursor_line
    many.press("enter")
    assert many.cursor_line.startswith("> TTHTCĐ phường Mạo Khê  (mao-khe)")
    assert many.cursor_line.endswith("2 năm, mới nhất 2020-2021")
    many.press("enter")
    assert "Năm học 2020-2021" in many.cursor_line


def test_a_centre_without_years_is_removed_after_a_question(many: Screens) -> None:
    many.type("dong so 77")
    many.choose("Xóa trung tâm")
    assert many.message.startswith("Xóa TTHTCĐ xã Đồng Số 77? Trung tâm này chưa có báo cáo nào.")
    many.agree()
    assert "Đã xóa TTHTCĐ xã Đồng Số 77." in many.text
    many.press("escape")
    assert many.lines[1].endswith("129 trung tâm, 2 năm")
    many.press("home", "delete")
    assert many.message.startswith("Trung tâm này còn báo cáo")
    assert len(many.store.centres.all()) == MANY - 1


# -- the very first start ---------------------------------------------------------------------------------------------


def test_on_an_empty_database_the_guide_comes_first_then_the_first_centre(tmp_path: Path) -> None:
    with opened(tmp_path, path=tmp_path / "moi.db") as first:
        assert first.title == "HƯỚNG DẪN NHANH · 1/5"
        first.press("escape")
        assert first.title == "TẠO TRUNG TÂM VÀ NĂM ĐẦU TIÊN"
        first.type("phường Mạo Khê")
        first.press("enter")
        assert first.at == "new/kind"
        assert first.cursor_line.endswith("phường"), "it was told with the name"
        assert "mao-khe" in first.line("Mã (tự đặt theo tên)")
        first.press("enter", "enter")
        assert first.cursor_line == ">    Tạo TTHTCĐ phường Mạo Khê, năm đầu tiên 2020-2021"
        first.press("enter")
        assert isinstance(first.screen, OverviewScreen)
        assert first.message == "Đã tạo năm học 2020-2021."
        first.press("f8")
        assert first.title == "0 CHI TIẾT BÁO CÁO"
        assert first.message.startswith("Còn thiếu")
        assert first.at != "report/superior", "who reports is known from the commune"
    with closing(Store(tmp_path / "moi.db")) as store:
        assert [year.period.label for year in store.years.all()] == ["2020-2021"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("TTVH-TT&HTCĐ Bàu Lâm", "là tên trung tâm"),
        ("thị trấn Bản Sen", "không còn thị trấn"),
    ],
)
def test_what_is_no_commune_is_refused_where_it_is_typed(years: Screens, typed: str, says: str) -> None:
    years.press("end", "enter")
    years.type(typed)
    years.press("enter")
    assert says in years.text
    assert years.at == "new/commune"


@pytest.mark.long
def test_a_centre_with_a_name_of_its_own_still_knows_its_commune(years: Screens) -> None:
    years.press("end", "enter")
    years.type("Bàu Lâm")
    years.press("enter", "down", "down", "down")
    assert years.at == "new/name"
    years.type("TTVH-TT&HTCĐ Bàu Lâm")
    years.press("enter", "f2")
    year = next(year for year in years.store.years.all() if year.centre.code != "mao-khe")
    facts = years.store.snapshot(year.report_id).facts
    assert year.centre.name == "TTVH-TT&HTCĐ Bàu Lâm"
    assert facts.answers[Place("report/superior")] == "UBND xã Bàu Lâm"
    assert Place("report/issuer") not in facts.answers, "what it is in full only the centre knows"


def test_who_has_seen_the_guide_is_not_shown_it_again(tmp_path: Path) -> None:
    remember_guide()
    with opened(tmp_path, path=tmp_path / "moi.db") as first:
        assert first.title == "TẠO TRUNG TÂM VÀ NĂM ĐẦU TIÊN"
        first.press("escape")
        assert isinstance(first.screen, YearsScreen)
        assert first.message.startswith("Chưa có trung tâm nào.")
        first.press("escape")
        assert "Ctrl+Q để thoát" in first.message


def test_on_a_database_with_years_there_is_no_guide(tmp_path: Path) -> None:
    with opened(tmp_path, path=sample_database(tmp_path)) as screens:
        assert isinstance(screens.screen, OverviewScreen)


def test_a_new_centre_begins_with_the_words_of_an_old_one_that_is_chosen(screens: Screens) -> None:
    """After a merger: the sources are the old centres' years, each with its centre's name."""
    store = screens.store
    staffed(store, Member(USER, "Người nhập", Role.DIRECTOR))
    store.centres.merge(store.centres.add("khe-moi", "TTHTCĐ phường Khe Mới"), [1])
    screens.press("end", "enter")
    screens.type("khe moi")
    screens.press("down", "enter")
    assert isinstance(screens.screen, NewYearScreen)
    screens.type("2021-2022")
    screens.press("enter")
    assert screens.at == "new/source"
    assert "1 năm học 2020-2021 của TTHTCĐ phường Mạo Khê" in " ".join(screens.message.split())
    screens.press("1")
    assert "chép từ năm học 2020-2021 của TTHTCĐ phường Mạo Khê" in screens.text
    screens.press("enter")
    assert "Đã tạo năm học 2021-2022." in screens.message
    (made,) = [year for year in store.years.all() if year.centre.code == "khe-moi"]
    assert stored(store, made.report_id, "report/locality") == "phường Khe Mới"
    screens.press("4")
    assert "Σ 2020-2021 Nguồn" in screens.text


def test_a_refused_period_is_erased_by_one_key_and_typed_anew(years: Screens) -> None:
    years.press("end", "enter")
    years.type("Nậm Khắt")
    years.press("enter", "enter")
    years.type("năm nay")
    years.press("enter")
    assert years.message == "Sửa lại rồi Enter; ^U xóa để gõ lại từ đầu."
    years.press("ctrl+u")
    years.type("25-26")
    years.press("enter")
    assert "Tạo TTHTCĐ xã Nậm Khắt, năm đầu tiên 2025-2026" in years.text
    years.press("f1")
    assert "Tạo và mở năm" in years.text


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Two centres: the sample's with a clerk of its own, and one where nothing was begun."""
    path = sample_database(tmp_path)
    with closing(Store(path)) as store:
        staffed(store)
        own = store.centres.called("mao-khe")
        store.centres.add("xuan-son", "TTHTCĐ phường Xuân Sơn")
        store.staff.add(Member("hoa", "Phạm Thị Hoa", Role.CLERK, own, Reads.ALL))
    return path


def test_who_works_at_one_centre_is_offered_what_they_may_do_there(shared: Path, tmp_path: Path) -> None:
    with opened(tmp_path, path=shared, user="hoa") as screens:
        screens.press("end", "enter")
        assert screens.text.count("+ Tạo năm mới") == 1, "at their own"
        assert "Thêm trung tâm" not in screens.text
        assert "Xóa trung tâm này" not in screens.text
        assert "F4 Năm mới" in screens.lines[-1]
        screens.type("xuan")
        screens.press("down")
        assert "Xuân Sơn" in screens.cursor_line
        assert "F4" not in screens.lines[-1]
        screens.press("f4")
        assert isinstance(screens.screen, YearsScreen)
        assert "Bạn được giao một trung tâm khác" in screens.message


@pytest.mark.long
def test_who_only_looks_is_offered_nothing_to_make_or_remove(shared: Path, tmp_path: Path) -> None:
    with opened(tmp_path, path=shared, user=VIEWER) as screens:
        screens.press("end", "enter")
        for words in ("Tạo năm", "Đổi tên", "Thêm trung tâm", "Xóa", "F4"):
            assert words not in screens.text
        for key in ("f4", "delete"):
            screens.press(key)
            assert isinstance(screens.screen, YearsScreen)
            assert "Bạn chỉ có quyền xem." in screens.message, "before they are asked why"


@pytest.mark.long
def test_who_works_at_every_centre_is_offered_all(shared: Path, tmp_path: Path) -> None:
    with opened(tmp_path, path=shared, user=CLERK) as screens:
        screens.press("end", "enter")
        for words in ("+ Thêm trung tâm", "Xóa trung tâm này", "F4 Năm mới"):
            assert words in screens.text
