"""What the Decree lets a centre's own Word file give its reports, and what is told of the rest."""

from __future__ import annotations

from typing import Any

import pytest
from support.nd30.check import failures
from support.wide_reports import report

from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.exports.word.decree import taken
from tthtcd_tui.exports.word.house_style import SHIPPED, Spacing
from tthtcd_tui.report.document_look import DocumentLook, PageLook, StyleLook

BODY = StyleLook(
    "Body Text", "BodyText", "Times New Roman", 26, False, False, False, "", "both", 120, 0, 312, "auto", 0, 0, 567
)
HEADING = BODY._replace(name="heading 1", key="Heading1", is_bold=True, align="left", first_line=0)
A4 = PageLook(11_906, 16_838, 1_134, 1_134, 1_134, 1_984)
SOUND = DocumentLook(A4, (BODY, HEADING), "header", False, "", "", 0, "", "")


def told(look: DocumentLook) -> list[str]:
    """Without what is only missing."""
    return [line for line in taken(look).told if "chưa có kiểu" not in line]


def styled(**changes: Any) -> DocumentLook:
    return SOUND._replace(styles=(BODY._replace(**changes), HEADING))


def test_sizes_spacing_indents_and_margins_are_taken() -> None:
    house = taken(SOUND).house
    assert told(SOUND) == []
    assert (house.left, house.right, house.top) == (1_984, 1_134, 1_134)
    assert house.first_line == 567
    assert house.spacings["BodyText"] == Spacing(120, 0, 312)
    assert {house.size(key) for key in ("BodyText", "Heading1", "Heading2", "CanCu", "TrichYeu", "HoTen")} == {26}
    assert [house.size(key) for key in ("SoKyHieu", "NoiNhan", "NoiNhanTieuDe", "PhuLuc")] == [26, 22, 24, 28]


def test_the_program_s_own_look_changes_nothing() -> None:
    nothing = DocumentLook(PageLook(11_906, 16_838, 1_134, 851, 1_134, 1_701), (), "header", False, "", "", 0, "", "")
    assert taken(nothing).house == SHIPPED


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"font": "Calibri"}, "phông “Calibri”, Nghị định 30 quy định Times New Roman"),
        ({"size": 24}, "cỡ 12, Nghị định 30 quy định cỡ 13–14"),
        ({"colour": "1F4E79"}, "chữ màu 1F4E79, Nghị định 30 quy định màu đen"),
        ({"is_bold": True}, "chữ đậm, Nghị định 30 quy định chữ không đậm"),
        ({"is_italic": True}, "chữ nghiêng, Nghị định 30 quy định chữ đứng"),
        ({"is_adorned": True}, "chữ có gạch chân, gạch ngang, bóng hoặc nền màu, Nghị định 30 quy định chữ trơn"),
        ({"align": "left"}, "canh trái, Nghị định 30 quy định canh đều hai bên"),
        ({"first_line": 709}, "thụt dòng đầu 1,25 cm, Nghị định 30 quy định thụt dòng đầu 1 cm hoặc 1,27 cm"),
        ({"left": 284}, "đoạn thụt vào cả hai bên hoặc một bên, Nghị định 30 quy định không thụt cả đoạn"),
        ({"before": 0}, "cách đoạn 0 pt, Nghị định 30 quy định ít nhất 6 pt"),
        ({"line": 480}, "giãn dòng 2, Nghị định 30 quy định từ 1 đến 1,5 dòng"),
        ({"line": 600, "line_rule": "exact"}, "giãn dòng 2,01, Nghị định 30 quy định từ 1 đến 1,5 dòng"),
    ],
)
def test_what_breaks_the_decree_is_told_and_not_taken(change: dict[str, Any], words: str) -> None:
    look = styled(**change)
    assert f"Kiểu “Body Text”: {words}. Báo cáo đã theo Nghị định" in " ".join(told(look))
    assert failures(docx_bytes(report(), house=taken(look).house)) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"page": A4._replace(width=12_240, height=15_840)}, "Khổ giấy của mẫu là 215,9 × 279,4 mm"),
        ({"page": A4._replace(left=1_440)}, "Lề trái của mẫu là 25,4 mm, Nghị định 30 quy định 30–35 mm."),
        ({"number": ""}, "Mẫu không đánh số trang"),
        ({"number": "footer"}, "Số trang của mẫu nằm ở chân trang"),
        ({"is_first_numbered": True}, "Mẫu hiện số ở cả trang đầu"),
        ({"above": "UBND xã Bản Sen"}, "Đầu trang của mẫu có chữ “UBND xã Bản Sen”"),
        ({"nation": "Cộng hòa xã hội chủ nghĩa Việt Nam"}, "Quốc hiệu trong mẫu viết"),
        ({"motto": "Độc lập-Tự do-Hạnh phúc"}, "Tiêu ngữ trong mẫu viết “Độc lập-Tự do-Hạnh phúc”"),
        ({"paragraphs": 3}, "Mẫu có sẵn 3 đoạn chữ"),
    ],
)  # fmt: skip
def test_what_stands_on_its_pages_is_told(change: dict[str, Any], words: str) -> None:
    (line,) = told(SOUND._replace(**change))
    assert words in line
    assert any(advice in line for advice in ("hãy", "Hãy", "muốn")), "says what to do"


def test_both_ways_to_write_the_nation_s_name_are_right() -> None:
    look = SOUND._replace(nation="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", motto="Độc lập - Tự do - Hạnh phúc")
    assert told(look) == []


def test_one_fault_of_several_styles_is_one_sentence() -> None:
    look = SOUND._replace(styles=tuple(style._replace(font="Arial") for style in (BODY, HEADING)))
    (line,) = told(look)
    assert line.startswith("Kiểu “Body Text”, “heading 1”: phông “Arial”")


def test_a_heading_is_as_large_as_the_text() -> None:
    look = SOUND._replace(styles=(BODY, HEADING._replace(size=28)))
    (line,) = told(look)
    assert "cỡ 14, Nghị định 30 quy định cùng cỡ với thân văn bản (13)" in line
    assert taken(look).house.size("Heading1") == 26


def test_paragraphs_keep_six_points_whichever_follows_which() -> None:
    """The text has its space below, a heading its own above: between a heading and the text there is none."""
    look = SOUND._replace(styles=(BODY._replace(before=0, after=120), HEADING._replace(before=240, after=0)))
    (line,) = told(look)
    assert line.startswith("Kiểu “heading 1”: cách đoạn dưới 0 pt")
    assert failures(docx_bytes(report(), house=taken(look).house)) == []


def test_a_style_is_found_by_our_name_before_word_s_and_whatever_its_capitals() -> None:
    ours = HEADING._replace(name="TRÍCH YẾU", size=27, align="center")
    word = HEADING._replace(name="Subtitle", size=40, align="center")
    assert taken(SOUND._replace(styles=(BODY, word, ours))).house.size("TrichYeu") == 27
    assert "Subtitle" not in " ".join(taken(SOUND._replace(styles=(BODY, word, ours))).told)


def test_text_is_normal_where_there_is_no_body_text() -> None:
    look = SOUND._replace(styles=(BODY._replace(name="Normal", first_line=720),))
    assert taken(look).house.first_line == 720
    assert told(look) == []


def test_what_has_no_style_is_named_by_the_name_it_looks_for() -> None:
    head, rest = (line for line in taken(SOUND).told if "chưa có kiểu" in line)
    assert "“Quốc hiệu”" in head
    assert "“Trích yếu”" in rest
    assert "“Body Text”" not in rest


@pytest.mark.parametrize("size", [26, 28])
def test_the_widest_margins_and_the_largest_head_leave_a_sound_report(size: int) -> None:
    """155 mm: the nation's name at 13 pt leaves 58 for the centre's."""
    nation = HEADING._replace(name="Quốc hiệu", size=26, align="center")
    issuer = nation._replace(name="Cơ quan ban hành")
    motto = nation._replace(name="Tiêu ngữ", size=28)
    date = BODY._replace(name="Địa danh, ngày tháng", size=28, is_italic=True, align="center")
    page = A4._replace(top=1_417, bottom=1_417)
    styles = (BODY._replace(size=size), HEADING._replace(size=size), nation, issuer, motto, date)
    look = SOUND._replace(page=page, styles=styles)
    assert told(look) == []
    assert failures(docx_bytes(report(), house=taken(look).house)) == []


def test_the_same_file_gives_the_same_bytes() -> None:
    one, other = (docx_bytes(report(), house=taken(SOUND).house) for _ in range(2))
    assert one == other
