"""Prose pasted from Word, a PDF or a web page."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.errors import UnusableCharacter
from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.pasted import Pasted, is_table, pasted, prose_line, without_bullet, without_list_tabs


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("", ""),
        ("Một đoạn.", "Một đoạn."),
        ("Đoạn một.\nĐoạn hai.\nĐoạn ba.", "Đoạn một.\nĐoạn hai.\nĐoạn ba."),
        ("Đã hỏi 240 hộ.\r\nKết quả báo xã.\r\n", "Đã hỏi 240 hộ.\nKết quả báo xã."),
        ("một\n\n\nhai", "một\n\nhai"),
        # Word
        (
            "Phân công:\r\n•\tGiám đốc ký.\r\n•\tPhó Giám đốc dạy.\r\n",
            "Phân công:\n- Giám đốc ký.\n- Phó Giám đốc dạy.",
        ),
        ("\uf0b7\tPhòng học: 2.\r\n\uf0b7\tMáy tính: 5.\r\n", "- Phòng học: 2.\n- Máy tính: 5."),
        ("\tHồ sơ được giữ trong hai tủ.\r\n", "Hồ sơ được giữ trong hai tủ."),
        ("Thông báo trên loa.\x0bNhắn tin qua nhóm.\r\n", "Thông báo trên loa.\nNhắn tin qua nhóm."),
        ("o\tLớp may\n§\tLớp điện\nØ\tLớp hàn\nü\tLớp mộc", "- Lớp may\n- Lớp điện\n- Lớp hàn\n- Lớp mộc"),
        ("-\tmột\n–\thai\n+\tba", "- một\n- hai\n+ ba"),
        ("1.\tMột\n1.2.\tHai\na)\tBa\n(iv)\tBốn", "1. Một\n1.2. Hai\na) Ba\n(iv) Bốn"),
        ("Lớp\tHọc viên\r\nMay\t45\r\n", "Lớp: Học viên\nMay: 45"),
        ("Năm học 2022\x1e2023", "Năm học 2022-2023"),
        ("Lớp ngh\xad\r\n ề ngắn hạn", "Lớp nghề ngắn hạn"),  # a page's line parted the word
        # what is the writer's stays
        ("“Cả nước học tập” và ‘gia đình hiếu học’…", "“Cả nước học tập” và ‘gia đình hiếu học’…"),
        ("Văn hóa – Xã hội", "Văn hóa – Xã hội"),
        ("- một\n+ hai\n* ba", "- một\n+ hai\n* ba"),
        ("o tròn\nl 5", "o tròn\nl 5"),
        # a tick is a bullet, but where others are not ticked it says something
        ("✓ Mở lớp may;\n✓ Mở lớp hàn.", "- Mở lớp may;\n- Mở lớp hàn."),
        ("✓ Nội quy\n✗ Kinh phí\nCòn lại", "✓ Nội quy\n✗ Kinh phí\nCòn lại"),
        ("■\tĐã làm\r\n□\tChưa làm\r\n- Ghi chú", "■ Đã làm\n□ Chưa làm\n- Ghi chú"),
    ],
)
def test_pasted_prose_becomes_lines(raw: str, text: str) -> None:
    assert pasted(raw).text == text


PAGE = """\
Trung tâm học tập cộng đồng xã đã tổ chức được 12 lớp học trong năm, với
sự tham gia của đông đảo bà con ở các thôn. Các lớp học được mở vào buổi
tối để tiện cho người đi làm, trong đó lớp may công nghiệp của Trung tâm
Giáo dục nghề nghiệp được nhiều chị em theo học nhất.
Trong năm tới trung tâm tiếp tục mở thêm các lớp ở thôn xa."""


def test_a_page_parted_into_lines_is_paragraphs_again() -> None:
    text, joined, _ = pasted(PAGE)
    first, second = text.split("\n")
    assert joined == 3
    assert first.replace(" ", "") == "".join(PAGE.split("\n")[:4]).replace(" ", "")
    assert "buổi tối" in first
    assert "Trung tâm Giáo dục" in first
    assert second == PAGE.split("\n")[4]


@pytest.mark.parametrize(
    "lines",
    [
        # items of a list, with room for the next word
        [
            "tổ chức các lớp dạy nghề ngắn hạn cho lao động",
            "phối hợp với Hội Phụ nữ xã mở ba lớp nấu ăn ở thôn xa nhất",
        ],
        # a list that says so
        [
            "- tổ chức các lớp dạy nghề ngắn hạn cho lao động nông thôn",
            "- phối hợp với Hội Phụ nữ mở ba lớp nấu ăn ở thôn xa",
        ],
        # stops
        [
            "Trung tâm đã mở đủ mười hai lớp học trong năm học này.",
            "các lớp đều học buổi tối ở nhà văn hóa của từng thôn một",
        ],
        # narrow
        ["mở lớp", "dạy nghề"],
        # one line that ends with no stop, and the next begins with a capital
        [
            "Danh mục các lớp học nghề ngắn hạn đã mở tại trung tâm xã",
            "Lớp may công nghiệp mở tại thôn Đồi Chè từ tháng chín",
        ],
    ],
)
def test_lines_that_somebody_made_stay(lines: list[str]) -> None:
    assert pasted("\n".join(lines)) == Pasted("\n".join(lines))


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("-\tThường trực Đảng ủy;", "Thường trực Đảng ủy;"),
        ("- UBND xã", "UBND xã"),
        ("• - Lưu: VT", "Lưu: VT"),
        ("–  Như trên", "Như trên"),
        ("-", "-"),
        ("-5", "-5"),
        ("A - B", "A - B"),
    ],
)
def test_a_line_of_a_list_loses_its_bullet(line: str, bare: str) -> None:
    assert without_bullet(line) == bare


@given(any_text | st.lists(any_text | st.sampled_from(["•", "\t", "- ", "o\t", "\n", "a) "]), max_size=8).map("".join))
def test_nothing_but_marks_and_blanks_is_lost(raw: str) -> None:
    try:
        cleaned = clean(raw)
    except UnusableCharacter:
        return
    text = pasted(raw).text
    assert "\t" not in text
    assert all(line == line.strip() for line in text.split("\n"))
    letters = [character for character in cleaned if character.isalnum() and character not in "oOvqüØ§Ø"]
    assert [character for character in text if character.isalnum() and character not in "oOvqüØ§Ø"] == letters
    once = without_bullet(prose_line(text.replace("\n", " ")))
    assert without_bullet(once) == once


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Nông Văn Dền\t0912\nLò Thị Mai\t0913", True),
        ("1\tNấu ăn\r2\tMay mặc\r", True),
        ("Nông Văn Dền\t0912", False),  # one line has no rows to join
        ("Nông Văn Dền\nLò Thị Mai", False),
        ("•\tNông Văn Dền\n•\tLò Thị Mai", False),
        ("1.\tNấu ăn\n2.\tMay mặc", False),
        ("Nông Văn Dền\t\nLò Thị Mai\t", False),
    ],
)
def test_rows_of_cells_are_a_table_and_a_list_is_none(raw: str, expected: bool) -> None:
    assert is_table(raw) is expected


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("-\tDân số: 5.128;\n-\tSố hộ: 1.128.", "- Dân số: 5.128;\n- Số hộ: 1.128."),
        ("Gồm có:\n•\tPhòng học", "Gồm có:\n- Phòng học"),
        ("-\t-\n-\t5", "-\t-\n-\t5"),
        ("1.\tHọc nghề\t3", "1.\tHọc nghề\t3"),
        ("-\tHọc nghề\n3\t87", "-\tHọc nghề\n3\t87"),
        ("Học nghề\t3", "Học nghề\t3"),
    ],
)
def test_the_mark_of_a_list_is_no_cell(raw: str, text: str) -> None:
    assert without_list_tabs(raw) == text


def test_a_blank_line_is_looked_at_for_no_mark() -> None:
    """A megabyte of line breaks is a million of them."""
    tried = 0

    def count(_frame: FrameType, event: str, called: object) -> None:
        nonlocal tried
        tried += event == "c_call" and getattr(called, "__name__", "") == "subn"

    sys.setprofile(count)
    try:
        assert not is_table("\n" * 1_000)
    finally:
        sys.setprofile(None)
    assert tried < 100
