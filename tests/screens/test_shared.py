"""Where centres and those above them share a database, at 80×24: handed in, sent back, approved, added up."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.screens import Screens, opened
from support.shared_server import (
    ADMIN,
    CALLED,
    CLERK,
    OFFICE,
    OTHER,
    STRANGER,
    WARD,
    final_shared_database,
    shared_database,
    year_of,
)
from support.stores import save

from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.status import Status
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.finalise import FinaliseScreen
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.tasks.transfer.export_file import ExportFolder
from tthtcd_tui.tasks.upward.submit import hand_in_here
from tthtcd_tui.tasks.years.years import new_year
from tthtcd_tui.text.periods import Period

SECRET = "Ông Bí Mật Của Tân Hòa"


def handed_in(folder: Path, *codes: str) -> Path:
    path = final_shared_database(folder)
    with closing(Store(path, ADMIN)) as store:
        for code in codes:
            hand_in_here(store, year_of(store, code), ADMIN)
    return path


def open_finalise(screens: Screens) -> None:
    screens.press("ctrl+p")
    screens.type("chot bao cao")
    screens.press("enter")
    assert isinstance(screens.screen, FinaliseScreen)


def test_a_final_report_is_handed_in_with_a_line_of_its_own(tmp_path: Path) -> None:
    with opened(tmp_path, path=handed_in(tmp_path), user=CLERK) as screens:
        screens.press("f5")
        assert screens.line("Nộp cấp trên").endswith("chưa nộp bản vừa chốt; Enter để nộp")
        screens.choose("Nộp cấp trên")
        assert "Nộp bản chốt 1 cho Phường Mạo Khê và cấp trên" in screens.cursor_line
        assert "Cấp trên thấy ngay" in screens.message
        screens.press("enter")
        assert screens.message == "Đã nộp: cấp trên thấy ngay."
        assert "Đã nộp, chờ Phường Mạo Khê duyệt (bản chốt 1)." in screens.text
        assert "Nộp bản chốt 1 cho" not in screens.text
        screens.press("escape")
        assert screens.line("Nộp cấp trên").endswith("đã nộp, chờ Phường Mạo Khê duyệt · bản chốt 1")


@pytest.mark.parametrize(("user", "told"), [(CLERK, "chưa ghi; Enter để ghi ngày"), (OFFICE, "chưa ghi")])
def test_the_deadline_that_is_set_above_stands_on_the_overview(tmp_path: Path, user: str, told: str) -> None:
    path = shared_database(tmp_path)
    with opened(tmp_path, path=path, user=user) as screens:
        assert screens.line("Hạn nộp").endswith(told)
        with closing(Store(path, OFFICE)) as store:
            store.verdicts.set_deadline(screens.year.period, date(2021, 6, 1))
        screens.press("f5")
        assert screens.line("  Hạn nộp").endswith("còn 12 ngày đến 1/6 · cấp trên đặt")
        assert screens.lines[1].endswith("còn 12 ngày đến 1/6")


def test_of_two_deadlines_the_earlier_counts(tmp_path: Path) -> None:
    path = shared_database(tmp_path)
    with closing(Store(path, OFFICE)) as store:
        year = year_of(store, "mao-khe")
        store.verdicts.set_deadline(year.period, date(2021, 5, 18))
    with opened(tmp_path, path=path, user=CLERK) as screens:
        save(screens.store, screens.year.report_id, {"report/due": date(2021, 5, 25)})
        screens.press("f5")
        assert screens.line("  Hạn nộp").endswith("quá hạn 2 ngày (18/5/2021) · cấp trên đặt")
        save(screens.store, screens.year.report_id, {"report/due": date(2021, 5, 17)})
        screens.press("f5")
        assert screens.line("  Hạn nộp").endswith("quá hạn 3 ngày (17/5/2021)")


def test_the_list_of_years_counts_the_days_to_the_deadline_that_counts(tmp_path: Path) -> None:
    path = shared_database(tmp_path)
    with closing(Store(path, OFFICE)) as store:
        year = year_of(store, "mao-khe")
        store.verdicts.set_deadline(year.period, date(2021, 6, 1))
    with opened(tmp_path, path=path, user=CLERK) as screens:
        save(screens.store, screens.year.report_id, {"report/due": date(2021, 6, 10)})
        screens.choose("Các năm, trung tâm")
        assert screens.line("Năm học 2020-2021  █").endswith("còn 12 ngày đến 1/6")
        save(screens.store, screens.year.report_id, {"report/due": date(2021, 5, 25)})
        screens.press("f5")
        assert screens.line("Năm học 2020-2021  █").endswith("còn 5 ngày đến 25/5")


def test_whoever_is_above_approves_and_the_next_one_too(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "mao-khe")
    with opened(tmp_path, path=path, user=WARD) as screens:
        assert screens.line("Duyệt, trả lại").endswith("chờ bạn duyệt")
        screens.choose("Duyệt, trả lại")
        assert screens.title == "DUYỆT, TRẢ LẠI"
        assert screens.lines[1].endswith("chờ bạn duyệt")
        screens.choose("Duyệt bản đã nộp")
        screens.agree()
        assert screens.message == "Đã duyệt."
        assert "Duyệt bản đã nộp" not in screens.text
        screens.press("escape")
        assert screens.line("Duyệt, trả lại").endswith("bạn đã duyệt, chờ Tỉnh Mẫu")
        assert screens.line("Bản đã nộp").endswith("bản chốt 1 · đã duyệt: Phường Mạo Khê")
    with opened(tmp_path, path=path, user=OFFICE) as screens:
        screens.choose("Duyệt, trả lại")
        screens.choose("Duyệt bản đã nộp")
        screens.agree()
        screens.press("escape")
        assert screens.line("Duyệt, trả lại").endswith("đã duyệt")
        assert screens.line("    Đã duyệt").endswith("Phường Mạo Khê; Tỉnh Mẫu")
    with opened(tmp_path, path=path, user=CLERK) as screens:
        assert screens.line("Cấp trên duyệt").endswith("Phường Mạo Khê; Tỉnh Mẫu")


def test_whoever_approves_goes_from_one_report_to_the_next(tmp_path: Path) -> None:
    """In the order of the list, and past nothing that waits for somebody else."""
    path = handed_in(tmp_path, "mao-khe", "tan-hoa", "o-xa")
    with closing(Store(path, ADMIN)) as store:
        store.staff.remove(WARD)
    with opened(tmp_path, path=path, user=OFFICE) as screens:
        open_finalise(screens)
        assert "tiếp theo" not in screens.text
        screens.choose("Duyệt bản đã nộp")
        screens.agree()
        assert "Xem báo cáo chờ duyệt tiếp theo: Xã Tân Hòa" in screens.cursor_line
        screens.press("enter")
        assert "xã Tân Hòa" in screens.lines[0]
        open_finalise(screens)
        screens.choose("Duyệt bản đã nộp")
        screens.agree()
        assert "tiếp theo" not in screens.text, "the third is of another province"


def test_after_the_last_of_a_list_one_is_back_above_it_and_f5_reads_anew(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "mao-khe")
    with opened(tmp_path, path=path, user=WARD, as_started=True) as screens:
        screens.choose("Chờ bạn duyệt")
        screens.choose("Phường Mạo Khê")
        open_finalise(screens)
        screens.choose("Duyệt bản đã nộp")
        screens.agree()
        screens.press("escape", "escape")
        assert screens.title == "BẢN NỘP ĐÃ NHẬN"
        assert "Chờ bạn duyệt" not in screens.text
        assert "1 đã nộp" in screens.text
        with closing(Store(path, OFFICE)) as store:
            store.verdicts.send_back(year_of(store, "mao-khe").report_id, "Số dân", OFFICE)
        screens.press("f5")
        assert "1 trả lại chưa nộp lại" in screens.text


def test_before_those_below_have_approved_there_is_nothing_to_approve_yet(tmp_path: Path) -> None:
    with opened(tmp_path, path=handed_in(tmp_path, "mao-khe"), user=OFFICE) as screens:
        assert screens.line("Duyệt, trả lại").endswith("chờ Phường Mạo Khê duyệt trước")
        screens.choose("Duyệt, trả lại")
        assert "Chờ Phường Mạo Khê duyệt trước (bản chốt 1)." in screens.text
        assert "Duyệt bản đã nộp" not in screens.text
        assert "Trả lại để trung tâm sửa" in screens.text


@pytest.mark.parametrize("words", ["duyet bao cao", "tra lai"])
def test_whoever_is_above_finds_where_to_answer_by_their_own_words(tmp_path: Path, words: str) -> None:
    with opened(tmp_path, path=handed_in(tmp_path, "mao-khe"), user=WARD) as screens:
        screens.press("ctrl+p")
        screens.type(words)
        screens.press("enter")
        assert screens.title == "DUYỆT, TRẢ LẠI"


def test_sent_back_it_can_be_mended_at_once_and_the_reason_is_in_sight(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "mao-khe")
    with opened(tmp_path, path=path, user=CLERK) as clerk:
        with closing(Store(path, WARD)) as above:
            above.verdicts.send_back(clerk.year.report_id, "Số lượt không khớp", WARD)
        clerk.press("f5")
        assert clerk.line("Cấp trên trả lại").endswith("Phường Mạo Khê: Số lượt không khớp")
        assert not clerk.app.report.session.is_final
        clerk.choose("Cấp trên trả lại")
        assert "Cấp trên trả lại. Phường Mạo Khê: Số lượt không khớp" in clerk.text


def test_another_supervisors_answer_moves_nothing_under_the_cursor(tmp_path: Path) -> None:
    with opened(tmp_path, path=handed_in(tmp_path, "mao-khe"), user=WARD) as screens:
        open_finalise(screens)
        screens.press("down")
        screens.type("Thiếu bảng kê")
        screens.press("enter")
        assert "Enter: trả lại với lý do ở trên" in screens.message
        with closing(Store(screens.store.path, WARD)) as store:
            store.verdicts.approve(screens.year.report_id, "", WARD)
        screens.press("f5")
        assert "Đã duyệt: Phường Mạo Khê" in screens.text
        assert "Trả lại để trung tâm sửa" in screens.cursor_line
        assert screens.message.endswith("Những gì đã duyệt phải duyệt lại.")
        screens.press("enter")
        assert screens.message == "Đã trả lại. Trung tâm thấy lý do và sửa được ngay."


def test_a_long_reason_is_read_to_its_end(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "mao-khe")
    reason = "Số lượt ở mục III.2 không khớp nhật ký; đề nghị ghi rõ nguồn của dân số, rà lại số lớp của từng chuyên đề"
    with closing(Store(path, OFFICE)) as store:
        report = year_of(store, "mao-khe").report_id
        store.verdicts.send_back(report, f"{reason} rồi nộp lại trước ngày 20", OFFICE)
    with opened(tmp_path, path=path, user=CLERK) as screens:
        open_finalise(screens)
        assert " ".join(screens.text.split()).count(f"{reason} rồi nộp lại trước ngày 20") == 2, "told, and as of bản 1"
    with opened(tmp_path, path=path, user=OFFICE) as screens:
        screens.press("ctrl+p")
        screens.type("ban nop da nhan")
        screens.press("enter")
        screens.choose("Phường Mạo Khê")
        assert f"{reason} rồi nộp lại trước ngày 20" in " ".join(screens.text.split())


def test_sending_back_takes_a_reason(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "mao-khe")
    with opened(tmp_path, path=path, user=WARD) as screens:
        screens.choose("Duyệt, trả lại")
        screens.choose("Trả lại để trung tâm sửa")
        assert "phải có lý do" in screens.message
        screens.press("up")
        screens.type("Thiếu minh chứng")
        screens.press("enter", "enter")
        assert screens.message == "Đã trả lại. Trung tâm thấy lý do và sửa được ngay."
        assert "Chưa có gì để duyệt: đã trả lại, chờ nộp lại." in screens.text
    with closing(Store(path, ADMIN)) as store:
        assert year_of(store, "mao-khe").status is Status.DRAFT


def test_whoever_is_above_types_nothing_into_a_report(tmp_path: Path) -> None:
    with opened(tmp_path, path=shared_database(tmp_path), user=OFFICE) as screens:
        screens.press("ctrl+g", "1", "down")
        screens.type("2")
        assert "Chưa ghi gì. Cấp trên xem chứ không sửa báo cáo" in screens.text
        assert "Góp ý: Ctrl+P, gõ “góp ý”." in screens.text


def test_what_was_handed_in_is_added_up_on_the_screen_of_received_ones(tmp_path: Path) -> None:
    with opened(tmp_path, path=handed_in(tmp_path, "mao-khe", "tan-hoa"), user=OFFICE) as screens:
        screens.press("ctrl+p")
        screens.type("ban nop da nhan")
        screens.press("enter")
        assert " 3 đơn vị: 2 đã nộp, 1 chưa nộp." in screens.text
        screens.type("phap luat")
        screens.press("enter")
        assert screens.line("TỔNG").split()[-2] == "2.500"
        assert "Xã Ở Xa" not in screens.text


def test_the_report_of_a_commune_is_opened_from_there(tmp_path: Path) -> None:
    with opened(tmp_path, path=handed_in(tmp_path, "tan-hoa"), user=OFFICE) as screens:
        screens.press("ctrl+p")
        screens.type("ban nop da nhan")
        screens.press("enter")
        screens.choose("Xã Tân Hòa")
        assert screens.message == "Enter: mở báo cáo của xã này."
        screens.choose("Mở báo cáo")
        assert isinstance(screens.screen, OverviewScreen)
        assert "xã Tân Hòa · Năm học 2020-2021" in screens.lines[0]


def test_a_report_that_was_begun_is_opened_before_it_is_handed_in(tmp_path: Path) -> None:
    with opened(tmp_path, path=shared_database(tmp_path), user=OFFICE) as screens:
        screens.press("ctrl+p")
        screens.type("ban nop da nhan")
        screens.press("enter")
        assert screens.line("Xã Tân Hòa").endswith("chưa nộp · đang nhập")
        screens.choose("Xã Bản Sen")
        assert screens.message == "Xã này chưa có báo cáo của kỳ này để mở."
        screens.choose("Xã Tân Hòa")
        assert isinstance(screens.screen, OverviewScreen)
        assert "xã Tân Hòa" in screens.lines[0]


def test_at_40_columns_names_can_be_read_beside_their_number(tmp_path: Path) -> None:
    with opened(tmp_path, 40, path=handed_in(tmp_path, "mao-khe", "tan-hoa"), user=OFFICE) as screens:
        screens.press("ctrl+p")
        screens.type("ban nop da nhan")
        screens.press("enter")
        assert "3 đơn vị: 2 đã nộp, 1 chưa nộp." in " ".join(screens.text.split())
        assert screens.line("Giáo dục pháp luật").split()[-1] == "2.500"
        assert "Kỳ trước" not in screens.text


def test_at_40_columns_why_a_commune_is_missing_is_not_cut(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "mao-khe")
    with closing(Store(path, OFFICE)) as store:
        store.verdicts.send_back(year_of(store, "mao-khe").report_id, "Sai số lượt", OFFICE)
    with opened(tmp_path, 40, path=path, user=OFFICE, as_started=True) as screens:
        assert "1 trả lại chưa nộp lại, 2 chưa nộp." in " ".join(screens.text.split())
        screens.choose("Chưa nộp, hoặc")
        assert screens.line("Xã Tân Hòa").split("  ")[-1] == "đã chốt, chưa nộp"
        assert "trả lại: Tỉnh Mẫu" in screens.line("Phường Mạo Khê")
        screens.press("escape")
        screens.type("phap luat")
        screens.press("enter")
        assert "Giáo dục pháp luật: Số lượt người tham gia" in " ".join(screens.text.split())


def test_where_nobody_has_handed_in_it_says_so(tmp_path: Path) -> None:
    with opened(tmp_path, path=handed_in(tmp_path), user=OFFICE) as screens:
        screens.press("ctrl+p")
        screens.type("ban nop da nhan")
        screens.press("enter")
        assert screens.message == "Chưa trung tâm nào nộp báo cáo năm học 2020-2021. Enter: đặt ngày phải nộp."
        assert " 3 đơn vị: chưa đơn vị nào nộp." in screens.text
        screens.press("end")
        assert screens.message.endswith("Enter ở một xã: xem báo cáo đang nhập.")
        assert screens.line("Xã Tân Hòa").endswith("  đã chốt, chưa nộp")
        assert screens.line("Xã Bản Sen").endswith("chưa nộp")
        screens.type("ban sen")
        assert "Tân Hòa" not in "\n".join(screens.lines[3:])


def test_a_period_of_which_nothing_has_come_is_below_the_one_that_has(tmp_path: Path) -> None:
    with opened(tmp_path, path=handed_in(tmp_path, "tan-hoa"), user=OFFICE) as screens:
        screens.press("ctrl+p")
        screens.type("ban nop da nhan")
        screens.press("enter")
        assert "1 đã nộp, 2 chưa nộp" in screens.text
        screens.press("end")
        assert screens.message == "Enter: xem kỳ này."
        screens.choose("Xem năm học 2019-2020")
        assert screens.message == "Chưa trung tâm nào nộp báo cáo năm học 2019-2020. Enter: đặt ngày phải nộp."
        assert "Phường Mạo Khê" in screens.text
        screens.choose("Xem năm học 2020-2021")
        assert "1 đã nộp, 2 chưa nộp" in screens.text


def test_a_supervisor_begins_with_what_was_handed_in(tmp_path: Path) -> None:
    """Who waits for them, who is late, by when; from there into a report, and back to where they were."""
    path = handed_in(tmp_path, "mao-khe")
    with closing(Store(path, OFFICE)) as store:
        store.verdicts.set_deadline(year_of(store, "mao-khe").period, date(2021, 6, 1))
    with opened(tmp_path, path=path, user=WARD, as_started=True) as screens:
        assert screens.title == "BẢN NỘP ĐÃ NHẬN"
        assert screens.lines[0].startswith(" Phường Mạo Khê  ")
        assert " 1 đơn vị, hạn 1/6/2021 (còn 12 ngày): 1 đã nộp, 1 nộp muộn." in screens.text
        assert screens.line("Chờ bạn duyệt").split()[-1] == "1"
        screens.choose("Chờ bạn duyệt")
        screens.choose("Phường Mạo Khê")
        assert isinstance(screens.screen, OverviewScreen)
        screens.choose("Duyệt, trả lại")
        screens.choose("Duyệt bản đã nộp")
        screens.agree()
        screens.press("escape", "escape")
        assert screens.title == "BẢN NỘP ĐÃ NHẬN"
        assert "Chờ bạn duyệt" not in screens.text
        screens.press("escape")
        assert screens.message.startswith("Đây là màn hình đầu.")
    with opened(tmp_path, path=path, user=OFFICE, as_started=True) as screens:
        assert screens.line("Chờ bạn duyệt").split()[-1] == "1", "now that the commune has approved"
        assert screens.line("Chưa nộp, hoặc").split()[-1] == "2"
        screens.choose("Chưa nộp, hoặc")
        assert screens.line("Xã Tân Hòa").endswith("đã chốt, chưa nộp")


def test_a_supervisor_waits_for_those_below_who_answer(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "mao-khe", "tan-hoa")
    with opened(tmp_path, path=path, user=OFFICE, as_started=True) as screens:
        assert screens.line("Chờ bạn duyệt").split()[-1] == "1", "the commune of tan-hoa has nobody"
        screens.choose("Chờ bạn duyệt")
        assert "Xã Tân Hòa" in screens.text
        assert "Mạo Khê" not in screens.text


def test_a_supervisor_finds_every_report_in_the_list_and_makes_none(tmp_path: Path) -> None:
    with opened(tmp_path, path=handed_in(tmp_path, "mao-khe"), user=WARD, as_started=True) as screens:
        screens.choose("Danh sách mọi báo cáo")
        assert screens.title == "CÁC NĂM, TRUNG TÂM"
        for words in ("Tạo năm mới", "Đổi tên", "Thêm trung tâm"):
            assert words not in screens.text
        screens.choose("Năm học 2020-2021")
        assert isinstance(screens.screen, OverviewScreen)
        assert screens.line("Các năm, trung tâm").endswith("mở năm khác")
        assert "Biểu mẫu" not in screens.text, "to move a year to a newer form is the centre's to do"
        screens.press("f5")
        screens.choose("Bản nộp đã nhận")
        assert screens.title == "BẢN NỘP ĐÃ NHẬN"
        screens.press("escape")
        assert isinstance(screens.screen, OverviewScreen)


def test_a_period_that_has_begun_since_is_above_what_is_added_up(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "mao-khe")
    with closing(Store(path, ADMIN)) as store:
        new_year(store, year_of(store, "tan-hoa").centre, Period.school_year(2021), load_shipped(), ADMIN)
    with opened(tmp_path, path=path, user=OFFICE, as_started=True) as screens:
        lines = [line.strip() for line in screens.lines]
        newer = next(n for n, line in enumerate(lines) if "Xem năm học 2021-2022" in line)
        assert newer < next(n for n, line in enumerate(lines) if line.startswith("Cộng lại"))


def test_who_directs_all_has_a_line_for_what_was_handed_in(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "mao-khe")
    with opened(tmp_path, path=path, user=ADMIN, as_started=True) as screens:
        assert isinstance(screens.screen, OverviewScreen)
        screens.press("f5")
        screens.choose("Bản nộp đã nhận")
        assert screens.title == "BẢN NỘP ĐÃ NHẬN"
        screens.press("escape")
        assert isinstance(screens.screen, OverviewScreen)
    with opened(tmp_path, path=path, user=CLERK, as_started=True) as screens:
        screens.press("f5")
        assert "Bản nộp đã nhận" not in screens.text


@pytest.mark.long
@pytest.mark.parametrize(("user", "may_read"), [(CLERK, False), (WARD, False), (STRANGER, False), (OTHER, True)])
def test_no_screen_shows_a_centre_that_may_not_be_read(tmp_path: Path, user: str, may_read: bool) -> None:
    """Its name, and a word typed in its draft, wherever the list of commands leads, down to the end of each."""
    path = shared_database(tmp_path)
    with closing(Store(path, OTHER)) as store:
        save(store, year_of(store, "tan-hoa").report_id, {"report/signer": SECRET}, user=OTHER)
    with opened(tmp_path, path=path, user=user) as screens:
        titles, told = set(), []
        for entry in (registry.DETAILS, *registry.NAMED):
            screens.do(lambda app, name=entry.name: app.navigator.show(name))  # type: ignore[misc]
            titles.add(screens.title)
            seen = [screens.title, screens.text]
            for _ in range(4):
                screens.press("pagedown")
                seen.append(screens.text)
            told += [entry.name for text in seen if SECRET in text or "Tân Hòa" in text]
            while not isinstance(screens.screen, OverviewScreen):
                screens.press("escape")
        screens.press("f3")
        screens.type("tan hoa")
        assert "Xã Tân Hòa" not in screens.text
        assert len(titles) >= len(registry.NAMED) - 2, titles
        assert bool(told) == may_read, told


def test_whoever_did_something_is_told_by_name_and_unit(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "mao-khe")
    with closing(Store(path, WARD)) as store:
        store.verdicts.send_back(year_of(store, "mao-khe").report_id, "Số lượt không khớp", WARD)
    with opened(tmp_path, path=path, user=CLERK) as screens:
        open_finalise(screens)
        assert screens.line("mở lại lúc").strip().startswith(CALLED[WARD])
        assert "Bản 1: Vũ Thanh Hải chốt lúc" in screens.text
        screens.press("ctrl+p")
        screens.type("lich su sua doi cua ca bao cao")
        screens.press("enter")
        assert f"{CALLED[WARD]}  " in screens.text, "who sent it back"
        assert "Vũ Thanh Hải  " in screens.text, "who made it final"


def test_whoever_was_erased_is_told_by_their_number(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "mao-khe")
    with closing(Store(path, ADMIN)) as store:
        store.verdicts.send_back(year_of(store, "mao-khe").report_id, "Số lượt không khớp", WARD)
        gone = store.staff.erase(WARD).login
    with opened(tmp_path, path=path, user=CLERK) as screens:
        open_finalise(screens)
        assert screens.line("mở lại lúc").strip().startswith(f"{gone} mở lại")
        assert "Trần Phường" not in screens.text


def test_a_kept_version_on_a_server_is_fetched_by_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No path of the server is told, and nothing is written there; who reads several centres has to say which."""
    monkeypatch.setenv("SSH_CONNECTION", "203.0.113.9 50000 203.0.113.1 22")
    monkeypatch.setenv("USER", "tthtcd")
    path = handed_in(tmp_path, "mao-khe")
    for user, command in (
        (CLERK, "ssh tthtcd@203.0.113.1 export 2020-2021 --version 1 > bao-cao-2020-2021-ban-1.docx"),
        (OFFICE, "ssh tthtcd@203.0.113.1 export 2020-2021 --centre mao-khe --version 1"),
    ):
        with opened(tmp_path, path=path, user=user) as screens:
            screens.app.export_folder = ExportFolder.of_a_server(screens.store, user)
            open_finalise(screens)
            screens.choose("Bản 1: Vũ Thanh Hải")
            assert command in " ".join(screens.text.split())
            assert screens.message == "Lệnh ở trên lấy đúng bản chốt 1 về máy của bạn."
            assert str(tmp_path) not in screens.text
            assert not screens.app.export_folder.folder.exists()


def test_a_kept_version_on_ones_own_account_is_a_file_with_a_way_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "203.0.113.9 50000 203.0.113.1 22")
    monkeypatch.setenv("USER", "lan")
    monkeypatch.chdir(tmp_path)
    with opened(tmp_path, path=handed_in(tmp_path, "mao-khe"), user=CLERK) as screens:
        open_finalise(screens)
        screens.choose("Bản 1: Vũ Thanh Hải")
        assert (tmp_path / "bao-cao-2020-2021-ban-1.docx").exists()
        assert "scp lan@203.0.113.1:" in " ".join(screens.text.split())
        monkeypatch.delenv("SSH_CONNECTION")
        (tmp_path / "bao-cao-2020-2021-ban-1.docx").unlink()
        screens.choose("Bản 1: Vũ Thanh Hải")
        assert "Đã xuất" in screens.message
        assert "scp" not in screens.text
