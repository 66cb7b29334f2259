"""What is said of a section: all of it, or the counts alone, never half of a number."""

from __future__ import annotations

import pytest

from tthtcd_tui.screens.section_state import SectionState
from tthtcd_tui.widgets.look import DRAWN

GAPS = tuple(f"Ô {number}" for number in range(19))
STATE = SectionState((), GAPS, ("Tổng số trường: 15, cộng ba cấp học được 16.",) * 7)
THREE = SectionState(("Câu lạc bộ: có lớp, 0 lượt người",), ("Số lớp",), ("Dân số",))


@pytest.mark.parametrize(
    ("state", "room", "shown"),
    [
        (SectionState((), (), ()), 12, "xong"),
        (STATE, 30, "? thiếu 19 ! 7 cảnh báo: Ô 0"),
        (STATE, 27, "? thiếu 19 ! 7 cảnh báo"),
        (STATE, 22, "?19 !7"),
        (STATE, 6, "?19 !7"),
        (STATE, 5, "?19 …"),
        (THREE, 80, "X 1 lỗi ? thiếu 1 ! 1 cảnh báo: Câu lạc bộ: có lớp, 0 lượt người"),
        (THREE, 42, "X 1 lỗi ? thiếu 1 ! 1 cảnh báo: Câu lạc b…"),
        (THREE, 41, "X 1 lỗi ? thiếu 1 ! 1 cảnh báo"),
        (THREE, 8, "X1 ?1 !1"),
    ],
)
def test_as_much_as_can_be_read(state: SectionState, room: int, shown: str) -> None:
    words = "".join(text for text, _ in state.line(room, DRAWN))
    assert (words.rstrip(), len(words)) == (shown, room)
