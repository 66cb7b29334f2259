"""What people type out of habit is taken off once, and nothing else is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.check_facts import year

from tthtcd_tui.forms.answer import NIL, UNANSWERED, Answer
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.habits import without_habits

FACTS = year({Place("report/symbol"): "BC-TTHTCĐ"})


def kept(place: str, answer: Answer) -> dict[str, object]:
    return {str(edit.place): edit.after for edit in without_habits(FACTS, Edit(Place(place), answer))}


@pytest.mark.parametrize(
    ("place", "typed", "said"),
    [
        ("report/addressees", ("Kính gửi: UBND xã Bản Sen",), ("UBND xã Bản Sen",)),
        ("report/issuer", "TRUNG TÂM HTCĐ  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TRUNG TÂM HTCĐ"),
        ("report/superior", "UBND XÃ BẢN SEN\nĐộc lập - Tự do - Hạnh phúc", "UBND XÃ BẢN SEN"),
        ("report/issuer", "Cộng hòa xã hội chủ nghĩa Việt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("figure/website", "Trang web: bansen.edu.vn", "bansen.edu.vn"),
        ("figure/website", "https://bansen.edu.vn", "https://bansen.edu.vn"),
        ("report/addressees", ("Kính gửi:", "- UBND xã;", "- Sở GD&ĐT."), ("UBND xã", "Sở GD&ĐT")),
        ("report/recipients", ("Nơi nhận:", "- Như trên;", "- Đảng ủy xã;", "- Lưu: VT."), ("Đảng ủy xã",)),
        ("report/recipients", ("Như trên (b/c)", "Lưu: VP"), ("Như trên (b/c)",)),
        ("report/recipients", ("UBND xã", "Lưu TT HTCĐ"), ("UBND xã",)),
        ("report/recipients", ("Lưu: VT, TC", "Lưu trữ tỉnh"), ("Lưu: VT, TC", "Lưu trữ tỉnh")),
        ("report/recipients", ("như trên", "LƯU: TTHTCĐ"), UNANSWERED),
        ("report/legal_basis", ("Căn cứ Luật Giáo dục;", "- Căn cứ: Kế hoạch 5."), ("Luật Giáo dục", "Kế hoạch 5.")),
        (
            "report/legal_basis",
            ("Thực hiện Công văn số 1;", "Theo đề nghị"),
            ("Thực hiện Công văn số 1", "Theo đề nghị"),
        ),
        ("report/recipients", ("UBND xã", "Lưu: VT, TTHTCĐ."), ("UBND xã",)),
        ("report/place", "Bản Sen,", "Bản Sen"),
        ("report/place", "Bản Sen, ngày … tháng … năm 20…", "Bản Sen"),
        ("report/place", "Bản Sen, ngày 35 tháng 6 năm 2021", "Bản Sen, ngày 35 tháng 6 năm 2021"),
        ("report/place", "Bản Sen, ngày    tháng    năm 2021", "Bản Sen"),
        ("report/place", "Bản Sen ngày 5/6/2021", "Bản Sen"),
        ("report/number", "15/BC-TTHTCĐ ngày 5/6/2021", "15"),
        ("report/place", "Bản Tháng Năm", "Bản Tháng Năm"),
        ("report/signer", "- Lò Thị Hạnh", "Lò Thị Hạnh"),
        ("board/pho-1/name", "• Lò Thị Hạnh", "Lò Thị Hạnh"),
        ("report/signer", "1. Họ và tên: Lò Thị Hạnh", "Lò Thị Hạnh"),
        ("report/signer", "(Đã ký) Lò Thị Hạnh", "Lò Thị Hạnh"),
        ("report/signer", "Giám đốc: Lò Thị Hạnh", "Lò Thị Hạnh"),
        ("report/signer", "GIÁM ĐỐC Lò Thị Hạnh", "Lò Thị Hạnh"),
        ("report/signer", "Phó Giám đốc: Lò Thị Hạnh", "Phó Giám đốc: Lò Thị Hạnh"),
        ("report/signer", "Giám Đốcs", "Giám Đốcs"),
        ("board/pho-1/name", "Họ tên: Vi Văn Ba (ký tên, đóng dấu)", "Vi Văn Ba"),
        ("report/recipients", ("Như kính gửi;", "Đảng ủy xã;"), ("Đảng ủy xã",)),
        ("report/place", "Bản Sen, 5/6/2021", "Bản Sen"),
        ("figure/chu_de", "- Học để làm chủ", "Học để làm chủ"),
        ("report/superior", "- UBND XÃ BẢN SEN", "UBND XÃ BẢN SEN"),
        ("report/number", "05/BC-TTHTCĐ", "05"),
        ("report/number", "Số: 12 / BC-TTHTCĐ", "12"),
        ("report/number", "05/BC-UBND", "05/BC-UBND"),
        ("report/symbol", "/BC-TTHTCĐ", "BC-TTHTCĐ"),
        ("figure/chu_de", "“Học để làm chủ”", "Học để làm chủ"),
        ("figure/chu_de", '"Học" và "hành"', '"Học" và "hành"'),
        ("figure/chu_de", "“Học để làm chủ”.", "Học để làm chủ"),
        ("figure/chu_de", "Chủ đề năm học 2020-2021: “Học để làm chủ”", "Học để làm chủ"),
        ("figure/loai_do_thi", "Chủ đề: a", "Chủ đề: a"),
        ("figure/chu_de", "Học để làm chủ.", "Học để làm chủ."),
        ("report/recipients", NIL, NIL),
    ],
)
def test_what_is_printed_anyway_is_taken_off(place: str, typed: Answer, said: Answer) -> None:
    assert kept(place, typed) == {place: said}


@pytest.mark.parametrize(
    ("place", "typed", "authority", "position"),
    [
        ("report/position", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("report/authority", "KT.GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("report/position", "KT. Giám đốc", "KT. Giám đốc", "PHÓ GIÁM ĐỐC"),
        ("report/position", "KT. Phó Giám đốc", "KT. GIÁM ĐỐC", "Phó Giám đốc"),
        ("report/authority", "kt.", "KT. GIÁM ĐỐC", None),
        ("report/authority", "Q. GIÁM ĐỐC", UNANSWERED, "Q. GIÁM ĐỐC"),
        ("report/position", "Q.Giám đốc", None, "Q. Giám đốc"),
        ("report/position", "PHÓ GIÁM ĐỐC", None, "PHÓ GIÁM ĐỐC"),
        ("report/authority", "TUQ. CHỦ TỊCH", "TUQ. CHỦ TỊCH", None),
    ],
)
def test_who_signs_for_whom_is_understood_in_either_field(
    place: str, typed: str, authority: Answer | None, position: Answer | None
) -> None:
    wanted = {"report/authority": authority, "report/position": position}
    assert kept(place, typed) == {at: said for at, said in wanted.items() if said is not None}


@given(st.lists(st.text("Lưunhtr :;-.,VTPabc ", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=5))
def test_taking_off_twice_is_taking_off_once(lines: list[str]) -> None:
    for place in ("report/addressees", "report/recipients", "report/legal_basis"):
        once = kept(place, tuple(lines))[place]
        assert kept(place, once)[place] == once  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stands", "edits"),
    [
        (UNANSWERED, {"report/place": "Bản Sen", "report/date": date(2021, 6, 5)}),
        (date(2021, 6, 5), {"report/place": "Bản Sen"}),
        (date(2021, 6, 7), {"report/place": "Bản Sen, ngày 05 tháng 6 năm 2021"}),
    ],
)
def test_the_day_after_the_place_is_that_of_the_report_or_stays(stands: Answer, edits: dict[str, object]) -> None:
    facts = year({"report/date": stands})
    typed = Edit(Place("report/place"), "Bản Sen, ngày 05 tháng 6 năm 2021")
    assert {str(edit.place): edit.after for edit in without_habits(facts, typed)} == edits


@pytest.mark.parametrize(
    ("place", "typed", "left"),
    [
        ("figure/muc_chat_luong", "Cấp độ 1, 2", "1, 2"),
        ("figure/muc_chat_luong", "mức độ I và II", "I và II"),
        ("figure/giao_vien_dat_chuan", "trình độ đạt chuẩn trở lên", "đạt chuẩn trở lên"),
        ("figure/giao_vien_dat_chuan", "trình độ", "trình độ"),
    ],
)
def test_what_the_sentence_says_before_a_figure_is_not_typed_into_it(place: str, typed: str, left: str) -> None:
    assert kept(place, typed) == {place: left}
