"""What the log holds already: found, sorted, corrected, deleted, paged."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from support.sample_database import sample_database
from support.screens import Screens, opened
from support.stores import activity, save

from tthtcd_tui.models.store import Store


def titles(log: Screens) -> list[str]:
    """The titles on the screen, of the lines that are records."""
    return [line[34:60].strip() for line in log.lines[6:-3] if line.strip()]


def total(log: Screens) -> int:
    return log.store.log.page(log.year.report_id).total


@pytest.mark.long
def test_found_without_marks_in_title_place_partner_and_note(log: Screens) -> None:
    log.press("f3")
    log.type("may vi tinh")
    log.press("enter")
    assert log.at.startswith("activity/"), "Enter goes to the first that was found"
    assert "1–2 / 2 hoạt động có “may vi tinh”" in log.text
    assert all(title.startswith("Lớp sử dụng máy vi tính") for title in titles(log))
    log.press("f3")
    log.press("delete", "enter")
    assert "1–7 / 7 hoạt động" in log.text


@pytest.mark.long
def test_nothing_found_is_said(log: Screens) -> None:
    log.press("f3")
    log.type("không có đâu")
    log.press("enter")
    assert log.message == "Không tìm thấy. Thử ít chữ hơn, hoặc xóa trắng rồi Enter để xem hết."


def test_filtered_by_category(log: Screens) -> None:
    log.press("f3", "tab")
    log.type("2")
    log.press("enter")
    assert "1–2 / 2 hoạt động · tổng loại này: 2 lớp, 540 lượt người" in log.text
    log.press("f3", "tab")
    log.type("0")
    log.press("enter")
    assert "1–7 / 7 hoạt động" in log.text


@pytest.mark.long
@pytest.mark.parametrize(
    ("digit", "first", "last"),
    [
        ("1", "Nuôi cá nước ngọt", "Lớp sử dụng máy vi tính c…"),
        ("2", "Chăm sóc hoa ly vụ Tết", "Trồng và bảo quản thanh l…"),
        ("4", "Lớp sử dụng máy vi tính c…", "Trồng rau mầm tại nhà"),
    ],
)
def test_sorted(log: Screens, digit: str, first: str, last: str) -> None:
    log.press("f3", "tab", "tab", digit)
    shown = titles(log)
    assert (shown[0], shown[-1]) == (first, last)


@pytest.mark.long
def test_a_cell_is_corrected_in_place_and_undone(log: Screens) -> None:
    log.press("down", "down", "end")
    assert log.at.endswith("/participations")
    log.type("50")
    log.press("enter")
    assert log.store.log.page(log.year.report_id).activities[0].participations == 50
    assert "755 lượt người" in log.text
    log.press("ctrl+z")
    assert log.store.log.page(log.year.report_id).activities[0].participations == 45


@pytest.mark.long
def test_a_correction_that_is_refused_stays_with_its_reason(log: Screens) -> None:
    log.press("down", "down", "end")
    log.type("5o")
    log.press("enter")
    assert log.sheet.typing == "5o"
    assert log.sheet.error
    log.press("escape")
    assert log.message.endswith("Bản nháp được giữ; Esc lần nữa để ra.")
    log.press("ctrl+p", *"bo phan", "enter")
    assert not log.sheet.typing
    log.press("home", "backspace", *["backspace"] * 12, "enter")
    assert "phải có Ngày" in log.text
    assert total(log) == 7


@pytest.mark.long
def test_delete_asks_and_yes_alone_deletes_and_undo_brings_it_back(log: Screens) -> None:
    log.press("down", "down", "delete")
    assert log.message == "Xóa hoạt động này? “Nuôi cá nước ngọt”, 22/4/2021. [Không]  Có  (← → chọn, Enter)"
    log.press("enter")
    assert (total(log), log.message) == (7, "Không xóa gì.")
    log.press("delete")
    log.press("2")
    assert total(log) == 7, "no digit answers"
    log.agree()
    assert total(log) == 6
    assert log.message == "Đã xóa “Nuôi cá nước ngọt”. Ctrl+Z để lấy lại."
    log.press("ctrl+z")
    assert total(log) == 7
    assert log.message == "Đã lấy lại hoạt động “Nuôi cá nước ngọt” (22/4/2021)."


@pytest.mark.long
def test_a_key_that_is_no_answer_means_no_and_does_what_it_does(log: Screens) -> None:
    log.press("down", "down", "delete", "down")
    assert total(log) == 7
    assert "18/3/2021" in log.cursor_line


@pytest.mark.long
def test_delete_in_a_field_that_may_be_empty_clears_it(log: Screens) -> None:
    log.press("down", "down", "end", "delete")
    assert log.store.log.page(log.year.report_id).activities[0].participations is None
    assert total(log) == 7


@pytest.mark.long
def test_what_a_colleague_logs_appears(log: Screens) -> None:
    save(log.store, log.year.report_id, {"activity/x": activity("x", "Lớp của đồng nghiệp", date=date(2021, 5, 1))})
    log.press("f5")
    assert titles(log)[0] == "Lớp của đồng nghiệp"


@pytest.fixture
def long_log(tmp_path: Path) -> Path:
    path = sample_database(tmp_path)
    store = Store(path)
    year = max(store.years.all(), key=lambda year: year.period.end)
    many = {
        f"activity/b{number:03}": activity(
            f"b{number:03}", f"Buổi {number:03}", date=date(2020, 9, 1) + timedelta(number)
        )
        for number in range(120)
    }
    save(store, year.report_id, many)
    store.close()
    return path


@pytest.mark.long
def test_a_long_log_is_paged_and_the_cursor_turns_the_pages(tmp_path: Path, long_log: Path) -> None:
    with opened(tmp_path, path=long_log) as log:
        log.press("f6", "down", "down")
        seen = [log.sheet.place]
        for _ in range(126):
            log.press("down")
            seen.append(log.sheet.place)
        assert len(set(seen)) == 127
        assert "/ 127 hoạt động" in log.text
        log.press("down")
        assert log.sheet.place == seen[-1], "the last is the last"
        log.press("pageup")
        assert log.sheet.place != seen[-1]
        for _ in range(20):
            log.press("pageup")
        assert log.sheet.place == seen[0]
        log.press("pagedown")
        assert log.sheet.place in seen[10:20]


@pytest.mark.long
def test_a_long_log_on_a_short_screen(tmp_path: Path, long_log: Path) -> None:
    with opened(tmp_path, 40, 10, path=long_log) as log:
        log.press("f6", "down", "down", "down", "down", "pagedown")
        assert "/127 · " in log.text
        log.resize(120, 40)
        assert log.at.startswith("activity/")
        assert "Địa điểm" in log.text
