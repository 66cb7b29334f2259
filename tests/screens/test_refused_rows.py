"""What a paste refuses: kept, told with its key, seen whole with the reason, placed or dropped, taken back with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.screens import Screens, opened

from tthtcd_tui.screens import destinations as to

LOG = (
    "Ngày\tTên hoạt động\tLoại\tSố lớp\tLượt người\n"
    "5/3/2021\tLuật A\tGiáo dục pháp luật\t1\t10\n"
    "32/3/2021\tLuật B\tGiáo dục pháp luật\t2\t20\n"
    "6/3/2021\tHội thi kể chuyện Bác Hồ cho các cháu thiếu nhi toàn phường, có trao giải\tThiếu nhi\t1\t85\n"
    "Tổng cộng\t\t\t4\t115\n"
)
RESULTS = (
    "Nội dung\tSố lớp\tSố lượt người\n"
    "Giáo dục pháp luật\t20\t1.500\n"
    "Học tiếng Anh cho cán bộ\t2\t60\n"
    "Giáo dục sức khỏe\t~12\t700\n"
    "Khiêu vũ cổ điển\t1\t~40\n"
)
DOCUMENTS = (
    "TT\tTên văn bản\tSố, ký hiệu\tNgày ban hành\tCơ quan\tNơi lưu\n"
    "1\tQuyết định kiện toàn\t12/QĐ-UBND\t03/9/2020\tUBND\tTủ 1\n"
    "2\tKế hoạch năm học\t05/KH-TTHTCĐ\t31/9/2020\tTTHTCĐ\tTủ 2\n"
    "3\tQuy chế làm việc\t\t15.9.20\t\tTủ 1\n"
    "\tTổng cộng: 3 văn bản\t\t\t\t\n"
)
REFUSED = "DÒNG DÁN CHƯA XẾP ĐƯỢC"


@pytest.fixture
def log(screens: Screens) -> Screens:
    screens.press("f6")
    screens.paste(LOG)
    return screens


@pytest.fixture
def results(screens: Screens) -> Screens:
    screens.press("4", "enter")
    screens.paste(RESULTS)
    return screens


def titles(screens: Screens) -> set[str]:
    return {each.title for each in screens.store.log.page(screens.year.report_id).activities}


def left(screens: Screens) -> int:
    return screens.screen.session.refused.count


def numbers(screens: Screens, row: str) -> tuple[str, str]:
    return screens.stored(f"results/{row}/classes"), screens.stored(f"results/{row}/participations")


# -- the log ----------------------------------------------------------------------------------------------------------


def test_f8_shows_each_refused_row_whole_with_the_reason(log: Screens) -> None:
    assert log.message == "Đã dán 1 hoạt động. Dòng 2, 3 chưa dán được. F8 để xem và xếp. Ctrl+Z để hoàn tác."
    log.press("f8")
    assert log.title == REFUSED
    assert log.lines[2:10] == [
        "  NHẬT KÝ HOẠT ĐỘNG · 2 dòng",
        "  ! Bỏ qua dòng “Tổng cộng · 4 · 115”: chương trình tự cộng.",
        "> Dòng 2: 32/3/2021 · Luật B · Giáo dục pháp luật · 2 · 20",
        "    Ngày: Tháng 3 năm 2021 không có ngày 32 (đã gõ “32/3/2021”). Hãy kiểm tra",
        "    lại ngày.",
        "  Dòng 3: 6/3/2021 · Hội thi kể chuyện Bác Hồ cho các cháu thiếu nhi toàn",
        "  phường, có trao giải · Thiếu nhi · 1 · 85",
        "    Loại: “Thiếu nhi” không rõ là loại nào.",
    ]


def test_a_row_is_mended_in_the_line_of_the_log_and_the_next_one_is_behind_f8(log: Screens) -> None:
    log.press("f8")
    log.press("enter")
    assert log.at == "entry/date"
    assert "Luật B" in log.cursor_line
    log.type("12/3")
    log.press("f2")
    assert log.message.endswith("Còn 1 dòng dán chưa xếp: F8.")
    assert titles(log) >= {"Luật A", "Luật B"}
    log.press("f8")
    log.press("enter")
    assert log.at == "entry/category"
    log.type("32")
    log.press("f2")
    assert log.message.endswith("Đã xếp hết các dòng dán.")
    assert left(log) == 0
    log.type("Luật C")
    log.press("f2")
    assert "dòng dán" not in log.message, "the next activity is one like any other"
    log.press("f8")
    assert log.title != REFUSED


def test_a_line_that_was_begun_is_put_away_and_comes_back(screens: Screens) -> None:
    screens.press("f6", "right", "right")
    screens.type("Đang gõ dở")
    screens.press("enter")
    screens.paste(LOG)
    screens.press("f8", "f8")
    screens.press("enter")  # first it is said that the line is not saved
    assert "Luật B" in screens.cursor_line
    screens.press("ctrl+z")
    assert "Đang gõ dở" in screens.cursor_line
    assert "32/3" not in screens.cursor_line, "nothing of the one went into the other"
    assert left(screens) == 2


def test_undo_takes_the_paste_back_in_one_step_with_what_it_refused(log: Screens) -> None:
    assert left(log) == 2
    log.press("ctrl+z")
    assert "Luật A" not in titles(log)
    assert left(log) == 0
    log.press("ctrl+y")
    assert left(log) == 2


def test_what_is_left_is_told_and_found_again(log: Screens) -> None:
    log.press("f8", "escape")
    assert log.title == "NHẬT KÝ HOẠT ĐỘNG"
    assert log.message == "Còn 2 dòng dán chưa xếp, được giữ: ^G 9 “Dòng dán chưa xếp được”."
    log.press("f8")
    assert log.title != REFUSED, "whoever has left them goes on to what is missing"
    log.press("ctrl+g", "9")
    log.type("chua xep")
    log.press("enter")
    assert log.title == REFUSED


def test_a_row_is_dropped_by_name_and_comes_back(log: Screens) -> None:
    log.press("f8", "delete")
    assert log.message == "Đã bỏ dòng 2. Ctrl+Z lấy lại; giữ 7 ngày ở ^G 9 “Phần đang gõ đã bỏ”."
    assert left(log) == 1
    log.press("ctrl+z")
    assert left(log) == 2
    log.press("delete", "escape", "ctrl+z")
    assert log.message == "Ctrl+Z lần nữa để lấy lại: 1 dòng dán chưa xếp được.", "not in sight here"
    log.press("ctrl+z")
    assert (log.title, left(log)) == (REFUSED, 2)


def test_the_cursor_stays_on_its_line_when_a_colleague_saves(log: Screens) -> None:
    log.press("f8")
    for line in ("NHẬT KÝ HOẠT ĐỘNG", "32/3/2021"):
        while line not in log.cursor_line:
            log.press("up" if line.startswith("NHẬT") else "down")
        before = log.cursor_line
        log.colleague("figure/so_ho", str(len(line)))
        log.press("f5")
        assert log.cursor_line == before
    log.press("down")
    reason = log.cursor_line
    log.press("f5")
    assert log.cursor_line == reason


def test_rows_without_a_kind_are_placed_one_by_one(screens: Screens) -> None:
    screens.press("f6")
    screens.paste("Thời gian\tNội dung\tSố lớp\n5/3/2021\tLuật A\t1\n6/3\tLuật B\t2\n")
    assert screens.message == (
        "Chưa dán gì: 2 dòng chưa có loại. Chọn Loại ở dòng “Mới” rồi dán lại, hoặc dán thêm cột Loại."
        " F8 để xem và xếp."
    )
    screens.press("f8")
    screens.press("enter")
    assert screens.at == "entry/category"
    screens.type("31")
    screens.press("f2")
    assert "Luật A" in titles(screens)
    assert left(screens) == 1


# -- the results ------------------------------------------------------------------------------------------------------


def test_a_row_that_matches_nothing_goes_to_the_row_that_is_chosen(results: Screens) -> None:
    results.press("f8")
    assert "“Học tiếng Anh cho cán bộ” không khớp nhãn nào" in results.text
    assert results.message == "Enter: chọn dòng của biểu để ghi vào. Del: bỏ dòng này. Esc: để sau."
    results.press("enter")
    assert results.title == "DÒNG 2 CỦA BẢNG DÁN VÀO DÒNG NÀO?"
    assert results.message.endswith("Enter: ghi 2 · 60 vào dòng dưới con trỏ. Esc: chưa ghi.")
    results.type("ky nang")
    results.press("enter")
    assert results.message.startswith("“Giáo dục kỹ năng sống” đã có 35 · 4.500. Ghi đè 2 · 60? [Không]")
    results.press("enter")
    assert (results.message, numbers(results, "ky_nang_song")) == ("Chưa ghi gì.", ("35", "4.500"))
    results.press("enter")
    results.agree()
    assert numbers(results, "ky_nang_song") == ("2", "60")
    assert results.message == "Đã ghi 2 ô của dòng 2. Đã thay 2 ô đã nhập. Ctrl+Z để hoàn tác."
    assert left(results) == 2
    results.press("ctrl+z")
    assert numbers(results, "ky_nang_song") == ("35", "4.500")
    assert left(results) == 3


def test_words_that_no_row_has_are_told(results: Screens) -> None:
    results.press("f8")
    results.press("enter")
    results.type("zz")
    assert results.message == "Không tìm thấy. Thử ít chữ hơn."


def test_esc_in_the_choice_of_a_row_writes_nothing(results: Screens) -> None:
    changes = results.changes
    results.press("f8")
    results.press("enter", "escape")
    assert (results.title, left(results), results.changes) == (REFUSED, 3, changes)


def test_a_cell_that_cannot_be_read_is_mended_in_its_place(results: Screens) -> None:
    results.press("f8")
    results.press("right", "enter")
    assert results.at == "results/suc_khoe/classes"
    results.press("backspace", "backspace", "backspace")
    results.type("12")
    results.press("enter")
    assert numbers(results, "suc_khoe") == ("12", "700")
    assert results.message == "Còn 2 dòng dán chưa xếp: F8 để xếp tiếp."


def test_of_a_row_that_is_placed_what_cannot_be_read_goes_on_as_its_cell(results: Screens) -> None:
    results.press("f8")
    results.press("right", "right", "enter")
    results.type("cau lac")
    results.press("enter")
    results.agree()
    assert numbers(results, "cau_lac_bo") == ("1", "8.978")
    assert left(results) == 3
    here = [row for block in results.screen.session.refused.pending for row in block.rows if row.line == 4]
    assert [row.place for row in here] == ["results/cau_lac_bo/participations"]


def test_numbers_that_do_not_fit_are_kept_line_by_line(screens: Screens) -> None:
    screens.press("4", "enter")
    screens.paste("20\t300\t5\n1\t2\t3\n")
    screens.press("f8")
    assert "Dòng 1: 20 · 300 · 5" in screens.text
    assert "Dòng 2: 1 · 2 · 3" in screens.text
    screens.press("enter")
    assert screens.title == "ĐƯA VÀO CHỖ NÀO?"


# -- other tables -----------------------------------------------------------------------------------------------------


def test_in_a_table_of_choices_too(screens: Screens) -> None:
    screens.press("5", "enter")
    screens.paste(
        "Tham gia\tMức\nCơ quan chuyên môn\tTốt\nHội nông dân xã\tThực hiện khá\nNhà hảo tâm\tThực hiện tốt\n"
    )
    screens.press("f8")
    assert screens.screen.session.refused.count == 2
    screens.press("right", "enter")
    screens.type("doanh")
    screens.press("enter")
    screens.agree()
    assert screens.stored("rating/doanh_nghiep/level") == "Thực hiện khá"
    assert screens.stored("rating/nha_hao_tam/level") == "Thực hiện tốt"
    screens.press("enter")
    assert screens.at == "rating/co_quan/level"


# -- the register of evidence -----------------------------------------------------------------------------------------


def documents(screens: Screens) -> list[tuple[str, str]]:
    return [(item.code, item.title) for item in screens.screen.session.facts.evidence]


def test_a_table_of_documents_goes_into_the_register(screens: Screens) -> None:
    screens.press("f7")
    screens.paste(DOCUMENTS)
    assert documents(screens) == [("MC01", "Quyết định kiện toàn"), ("MC02", "Quy chế làm việc")]
    first = screens.screen.session.facts.evidence[0].uid
    told = [screens.stored(f"evidence/{first}/{key}") for key in ("number", "date", "kept")]
    assert told == ["12/QĐ-UBND", "3/9/2020", "Tủ 1"]
    assert screens.message == "Đã dán 2 minh chứng. Dòng 2 chưa dán được. F8 để xem và xếp. Ctrl+Z để hoàn tác."
    screens.press("ctrl+z")
    assert (documents(screens), left(screens)) == ([], 0)


def test_a_document_with_a_day_that_cannot_be_is_added_and_the_day_mended(screens: Screens) -> None:
    screens.press("f7")
    screens.paste(DOCUMENTS)
    screens.press("f8")
    assert "! Bỏ qua cột “Cơ quan”." in screens.text
    assert "! Bỏ qua dòng “Tổng cộng: 3 văn bản”: là dòng tổng." in screens.text
    screens.press("enter")
    assert screens.at.endswith("/date")
    assert "31/9/2020" in screens.cursor_line
    place = screens.at
    screens.press(*["backspace"] * 9)
    screens.type("30/9/2020")
    screens.press("enter")
    assert screens.stored(place) == "30/9/2020"
    assert documents(screens)[-1] == ("MC03", "Kế hoạch năm học")
    assert left(screens) == 0


def test_what_is_typed_at_what_was_refused_takes_its_place(screens: Screens) -> None:
    screens.press("f7")
    screens.paste(DOCUMENTS)
    screens.press("f8")
    screens.press("enter")
    place = screens.at
    assert "không có ngày 31" in screens.message
    screens.type("30/9/2020")
    screens.press("enter")
    assert screens.stored(place) == "30/9/2020"


def test_what_was_refused_and_is_left_again_waits_in_its_cell(screens: Screens) -> None:
    screens.press("f7")
    screens.paste(DOCUMENTS)
    screens.press("f8")
    screens.press("enter")
    screens.press("down")
    assert "31/9/2020" in screens.text
    screens.press("f8")
    assert screens.at.endswith("/date")
    assert screens.message == "Chưa lưu: gõ lại rồi Enter, hoặc Delete để xóa trống ô này."


def test_the_way_back_from_where_the_last_row_was_mended_is_not_by_the_empty_list(screens: Screens) -> None:
    screens.press("f7")
    screens.paste(DOCUMENTS)
    screens.press("f8")
    screens.press("enter")
    screens.type("30/9/2020")
    screens.press("enter")
    assert left(screens) == 0
    screens.press("escape")
    assert screens.title.startswith("TỔNG QUAN")


def test_what_a_paste_passed_over_is_told_in_a_sentence(screens: Screens) -> None:
    screens.press("3", "enter")
    screens.paste("Nội dung\tMức thực hiện\tLời đánh giá\tPhụ trách\nNội quy, quy chế\tBỏ dở\tĐã ban hành.\tBà Hoa\n")
    screens.press("f8")
    assert "! Bỏ qua dòng tiêu đề." in screens.text
    assert "! Bỏ qua cột “Phụ trách”." in screens.text


def test_documents_whose_columns_were_guessed_are_taken_with_enter_or_kept(screens: Screens) -> None:
    rows = "1\tQuyết định kiện toàn\t12/QĐ-UBND\t3/9/2020\n2\tKế hoạch năm học\t05/KH-TTHTCĐ\t4/9/2020\n"
    screens.press("f7")
    screens.paste(rows)
    assert screens.message.startswith("Dán 2 minh chứng? Enter để nhận, Esc: không dán. Các cột: (bỏ), Tên minh")
    screens.press("escape")
    assert documents(screens) == []
    screens.press("ctrl+z")
    assert screens.message.startswith("Dán 2 minh chứng?")
    screens.press("enter")
    assert len(documents(screens)) == 2


def test_the_same_documents_again_are_not_added_twice(screens: Screens) -> None:
    screens.press("f7")
    screens.paste(DOCUMENTS)
    screens.paste(DOCUMENTS)
    assert len(documents(screens)) == 2
    assert left(screens) == 3, "one that was refused before, and two that are there"


def test_codes_go_on_behind_those_that_are_given(screens: Screens) -> None:
    screens.press("f7")
    screens.paste("Mã\tTên minh chứng\nMC02\tQuyết định A\n\tQuyết định B\n\tQuyết định C\n")
    assert [code for code, _ in documents(screens)] == ["MC02", "MC01", "MC03"]


@pytest.mark.parametrize("key", ["4", "1", "f6"])
def test_elsewhere_a_table_of_documents_adds_none(screens: Screens, key: str) -> None:
    changes = screens.changes
    screens.press(key, "enter")
    screens.paste(DOCUMENTS)
    assert documents(screens) == []
    assert screens.changes == changes


# -- kept -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [40, 80, 110])
@pytest.mark.parametrize("pasted", [("f6", LOG), ("4", RESULTS), ("f7", DOCUMENTS)], ids=["log", "results", "register"])
def test_nothing_that_is_said_of_them_is_cut(tmp_path: Path, columns: int, pasted: tuple[str, str]) -> None:
    key, text = pasted
    with opened(tmp_path, columns) as screens:
        screens.press(key)
        screens.paste(text)
        said = [screens.message]
        screens.press("f8")
        shown = " ".join(line.strip() for line in screens.lines[2:-3])
        for block in screens.screen.session.refused.pending:
            for row in block.rows:
                words = f"{row.text} {row.reason}"
                assert all(word in shown for word in words.split()), words
        said.append(screens.message)
        screens.press("escape")
        said.append(screens.message)
        screens.do(lambda app: app.navigator.visit(to.Refused()))
        screens.press("enter")
        said.append(screens.message)
        assert not [words for words in said if "…" in words]


def test_what_is_left_is_offered_at_the_next_start(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    with opened(tmp_path, drafts=drafts) as screens:
        path = screens.store.path
        screens.press("f6")
        screens.paste(LOG)
        screens.press("f8", "escape")
    with opened(tmp_path, path=path, drafts=drafts) as screens:
        assert screens.title == "NỘI DUNG CHƯA LƯU"
        assert "Dòng 2: 32/3/2021 · Luật B · Giáo dục pháp luật · 2 · 20" in screens.text
        screens.press("enter")
        assert screens.title == REFUSED
        screens.press("enter")
        assert screens.at == "entry/date"
        screens.type("12/3")
        screens.press("f2")
        assert "Luật B" in titles(screens)
        assert left(screens) == 1


def test_what_was_dropped_is_listed_for_some_days(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    with opened(tmp_path, drafts=drafts) as screens:
        screens.press("f6")
        screens.paste(LOG)
        screens.press("f8", "delete", "escape", "ctrl+g", "9")
        screens.type("da bo trong")
        screens.press("enter")
        assert "Dòng 2: 32/3/2021 · Luật B" in screens.text
        screens.press("enter")
        assert (screens.title, left(screens)) == (REFUSED, 2)


def test_the_year_opened_again_has_them_still(results: Screens) -> None:
    results.do(lambda app: app.report.reload())
    assert left(results) == 3


# -- typed ahead ------------------------------------------------------------------------------------------------------


def test_an_enter_that_came_before_the_list_was_drawn_opens_no_row(log: Screens) -> None:
    log.send("f8", "enter")
    assert (log.title, left(log)) == (REFUSED, 2)


def test_what_is_typed_ahead_chooses_no_row_to_write_to(results: Screens) -> None:
    changes = results.changes
    results.press("f8")
    results.send("enter", "enter")
    assert results.title == "DÒNG 2 CỦA BẢNG DÁN VÀO DÒNG NÀO?"
    assert results.message == "Chưa ghi gì: xem dòng dưới con trỏ rồi Enter."
    assert results.changes == changes
    results.press("enter")
    assert results.changes == changes + 1


def test_rows_are_counted_from_the_first_below_the_titles_wherever_they_are_pasted(screens: Screens) -> None:
    screens.press("f6")
    screens.paste("SỔ THEO DÕI\t\t\t\t\n" + LOG)
    assert "Dòng 2, 3 chưa dán được." in screens.message
    screens.press("escape", "4", "enter")
    screens.paste("TT\tNội dung\tSố lớp\tSố lượt người\n(1)\t(2)\t(3)\t(4)\n1\tHọc nghề ngắn hạn\t~2\t450\n")
    assert "Dòng 1 chưa dán được." in screens.message
    screens.press("escape", "1", "enter")
    screens.paste("Chỉ tiêu\tSố liệu\nCon trâu\t40\nDân số\t5x\nSố hộ\t9.900\n")
    assert "Dòng 1, 2 chưa dán được." in screens.message


def test_the_cursor_begins_at_what_was_refused_last(screens: Screens) -> None:
    screens.press("4", "enter")
    screens.paste(RESULTS)
    screens.press("f8", "right", "escape", "escape", "f6")
    screens.paste(LOG)
    screens.press("f8")
    assert screens.cursor_line.startswith("> Dòng 2: 32/3/2021")
