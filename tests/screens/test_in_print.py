"""What will be printed is in sight: the sentence or row that a cell makes, and from 110 columns on its section."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.screens import Screens, opened


def below(screens: Screens) -> str:
    """What the line under the sheet says."""
    return " ".join(line.strip() for line in screens.lines[-5:-3]).strip()


def test_of_a_row_of_the_table_the_row_with_what_is_being_typed(screens: Screens) -> None:
    screens.press("4", "down")
    assert below(screens) == "Sẽ in: 2 · Học nghề ngắn hạn · 2 · 540"
    screens.type("15")
    assert below(screens) == "Sẽ in: 2 · Học nghề ngắn hạn · 15 · 540"
    screens.type("x")
    assert below(screens) == "Sẽ in: 2 · Học nghề ngắn hạn · 15 · 540", "what cannot be read changes nothing"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("1", "down"), "Sẽ in: Phường Mạo Khê là đô thị loại IV, diện tích tự nhiên gần 20 km², dân số"),
        (("5",), "Sẽ in: - Tham gia của cơ quan chuyên môn: Thực hiện tốt;"),
        (("0",), "Sẽ in: UBND PHƯỜNG MẠO KHÊ"),
        (("3",), "Không in: chỉ để theo dõi"),
    ],
)
def test_of_a_figure_its_sentence_and_of_what_is_not_printed_that_it_is_not(
    screens: Screens, keys: tuple[str, ...], said: str
) -> None:
    screens.press(*keys)
    assert below(screens).startswith(said)


def test_a_figure_that_no_sentence_quotes_is_not_printed(screens: Screens) -> None:
    screens.colleague("narrative/dia_phuong", "Phường có {dan_so} người.")
    screens.press("f5", "1")
    assert below(screens) == "Không in: chưa câu nào của báo cáo dùng số liệu này."


def test_it_is_drawn_when_nobody_has_typed_for_a_moment(screens: Screens) -> None:
    screens.settles = False
    screens.press("4", "down")
    assert "Sẽ in" not in screens.text
    screens.wait_for("Sẽ in: 2 · Học nghề")


def test_beside_stands_the_section_with_the_line_of_the_cell_marked(tmp_path: Path) -> None:
    with opened(tmp_path, columns=110, rows=30) as screens:
        screens.press("4", "down")
        screens.type("15")
        beside = [line.rpartition("│ ")[2] for line in screens.lines if "│ >" in line]
        assert [line.split() for line in beside] == [[">2", "Học", "nghề", "ngắn", "hạn", "15", "540"]]
        screens.resize(109, 30)
        assert "2. Kết quả thực hiện" not in screens.text


def test_the_noun_of_the_quarters_is_never_said_to_be_unprinted_while_cells_are_called_by_it(screens: Screens) -> None:
    screens.press("end", "enter", "f4", "enter", "1", "down", "2", "up")
    assert screens.at == "figure/danh_tu_khu"
    assert below(screens).startswith("Dùng ở ô “Số thôn”, “Số nhà văn hóa thôn”. Chưa câu nào của báo cáo lấy từ này;")
    assert below(screens).endswith("câu ghi sẵn từ khác thì sửa ở câu ấy."), "there is room for all of it"
