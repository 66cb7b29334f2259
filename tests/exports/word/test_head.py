"""Lines in the middle of a page, broken where their words say."""

from __future__ import annotations

import re

from tthtcd_tui.exports.word.head import centred
from tthtcd_tui.exports.word.lines import Setting
from tthtcd_tui.report.outline import Run


def broken(*texts: str, at: int) -> str:
    made = centred("KemTheo", tuple(map(Run, texts)), Setting(5_000, 4_000, (at,)), 9_000)
    return "".join("\n" if text == "<w:br/>" else text for text in re.findall(r"<w:br/>|(?<=>)[^<]+(?=</w:t>)", made))


def test_a_line_ends_with_its_last_blank() -> None:
    assert broken("Trung tâm ", "học tập", at=5) == "Trung\ntâm học tập"


def test_the_room_of_a_number_written_by_hand_stays_where_a_line_is_broken() -> None:
    assert broken("ngày    tháng    năm 2021", at=13) == "ngày    tháng   \nnăm 2021"
