"""The summary as it reads: exact at three widths, and the figures of the reference year by name."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from support import mao_khe
from support.forms import other
from support.golden import golden
from support.summaries import FINDINGS, GAPS, dense, part, printed, without

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.forms.kinds.checklist import items_of
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.report.activity import LogSum
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding, Severity
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period

# -- exactly ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_complete_year(width: int) -> None:
    written = printed(mao_khe.facts(), width=width, previous=mao_khe.year_before())
    assert written == golden(f"summary-complete-{width}.txt", written)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_year_with_gaps(width: int) -> None:
    written = printed(without(mao_khe.facts(), *GAPS), FINDINGS, width=width, previous=mao_khe.year_before())
    assert written == golden(f"summary-gaps-{width}.txt", written)


def test_a_year_with_gaps_in_ascii() -> None:
    written = printed(without(mao_khe.facts(), *GAPS), FINDINGS, previous=mao_khe.year_before(), ascii_only=True)
    assert written == golden("summary-gaps-ascii-80.txt", written)
    assert not set(written) & set("●○•–·█▌░")


def test_a_new_year() -> None:
    facts = mao_khe.new_year()
    written = printed(facts, check(Context(mao_khe.FORM, facts)), previous=mao_khe.facts())
    assert written == golden("summary-new-80.txt", written)


# -- hard values ------------------------------------------------------------------------------------------------------


def test_the_totals_of_the_reference_year() -> None:
    (total,) = [line for line in printed(mao_khe.facts()).splitlines() if "TỔNG" in line]
    assert total.split() == ["TỔNG", "445", "43.117", "100,0%"]


def test_the_rows_of_the_reference_year() -> None:
    rows = {line[5:35].strip(): line[35:].split() for line in part(printed(mao_khe.facts(), width=100), "KẾT QUẢ")}
    assert rows["Học chương trình xóa mù chữ"][:2] == ["–", "–"]
    assert rows["Học nghề ngắn hạn"][:3] == ["2*", "540*", "1,3%"]
    assert rows["Các chuyên đề"] == []
    assert rows["Giáo dục pháp luật"][:3] == ["26", "2.554", "5,9%"]
    assert rows["Phát triển kinh tế"][:3] == ["5*", "210*", "0,5%"]
    assert rows["Hoạt động văn nghệ, thể thao"][:3] == ["25", "9.800", "22,7%"]
    assert rows["Hoạt động của các câu lạc bộ"][:3] == ["110", "8.978", "20,8%"]


def test_the_shares_add_up_to_the_whole() -> None:
    table = "\n".join(line for line in part(printed(mao_khe.facts()), "KẾT QUẢ") if "TỔNG" not in line)
    shares = [Decimal(share.replace(",", ".")) for share in re.findall(r"(\d+,\d)%", table)]
    assert len(shares) == 10
    assert abs(sum(shares, Decimal(0)) - 100) <= Decimal("0.05") * len(shares)


def test_the_year_before_is_compared() -> None:
    text = printed(mao_khe.facts(), previous=mao_khe.year_before())
    (total,) = [line for line in text.splitlines() if "TỔNG" in line]
    assert total.split()[-1] == "+8,1%"
    sentence = "So với năm học 2019-2020: số lớp +10,7% (trước: 402); lượt người +8,1% (trước: 39.871)."
    assert dense(sentence) in dense(text)


@pytest.mark.long
def test_the_comparison_is_the_first_to_go_and_its_sentence_stays() -> None:
    compared, bars = [], []
    for width in range(20, 121):
        table = part(printed(mao_khe.facts(), width=width, previous=mao_khe.year_before()), "KẾT QUẢ")
        sentence = next(number for number, line in enumerate(table) if line.startswith("  So với"))
        assert "+8,1%" in " ".join(table[sentence:])
        compared.append(any("+31,7%" in line for line in table[:sentence]))
        bars.append(any("█" in line for line in table[:sentence]))
    assert compared == sorted(compared)
    assert bars == sorted(bars)
    assert 0 < sum(compared) < sum(bars) < len(bars)
    assert compared[80 - 20]


def test_figures_and_indicators() -> None:
    text = dense(re.sub(r" \.{2,} ", " ", printed(mao_khe.facts(), width=40)))
    for words in (
        "Dân số trên 40.000 người",
        "Diện tích tự nhiên gần 20 km²",
        "Số hộ gia đình 10.005",
        "Số học sinh của các trường 9.330",
        "Tỷ lệ trường đạt chuẩn quốc gia 100%",
        "Đạt chuẩn phổ cập giáo dục mầm non, tiểu học, THCS và THPT",
        "Số người tham gia học tại TTHTCĐ 43.117 lượt người",
        "Số hộ nghèo ở địa phương không có",
        "Thu nhập bình quân đầu người ước đạt 2.450 USD/người/năm (nguồn văn kiện Đại hội Đảng bộ phường Mạo Khê)",
        "● đã viết Tiến bộ về khoa học kỹ thuật",
    ):
        assert dense(words) in text.replace(":", ""), words


def test_the_head_says_how_far_it_is() -> None:
    assert "\nHoàn thành 100%   Thiếu 0   Lỗi 0   Cảnh báo 0\n" in printed(mao_khe.facts())
    gaps = printed(without(mao_khe.facts(), *GAPS), FINDINGS)
    assert "\nHoàn thành 89%   ? Thiếu 1   X Lỗi 1   ! Cảnh báo 2   ○ Đã giải trình 1\n" in gaps
    assert "\nSố: 05/BC-TTHTCĐ   Mạo Khê, ngày 05 tháng 6 năm 2021\n" in printed(mao_khe.facts())
    assert "Số:" not in gaps


def test_errors_come_first_and_an_explained_warning_is_no_warning() -> None:
    lines = part(printed(mao_khe.facts(), FINDINGS), "LỖI, CHỖ THIẾU")
    heads = [line for line in lines if not line.startswith(" ")]
    assert heads == ["X Lỗi: 1", "? Thiếu: 1", "! Cảnh báo: 2", "○ Đã giải trình: 1"]
    assert "    đã giải trình: văn bản đang trình ký" in lines
    assert part(printed(mao_khe.facts()), "LỖI, CHỖ THIẾU") == ["● Không còn chỗ thiếu hay lỗi"]


def test_what_is_missing_is_gathered_where_it_is_much() -> None:
    facts = without(mao_khe.facts(), *(f"figure/{key}" for key in figures_of(mao_khe.FORM)), "rating/ton_giao/level")
    found = check(Context(mao_khe.FORM, facts))
    text = printed(facts, found, width=120)
    assert "? Thiếu 24   Lỗi 0" in text, "nobody has done it wrong"
    assert "  • Chưa nhập đủ 23 nội dung: Loại đô thị; Diện tích tự nhiên; Dân số; " in text
    for figure in figures_of(mao_khe.FORM).values():
        if figure.field.required:
            assert dense(figure.field.label) in dense("".join(part(text, "LỖI, CHỖ THIẾU")))
    (alone,) = [finding for finding in found if finding.place == "rating/ton_giao/level"]
    assert f"  • {alone.message}" in text


def test_what_was_copied_and_not_reviewed_is_gathered_where_it_is_much() -> None:
    marks = [
        *(f"checklist/{key}/statement" for key in items_of(mao_khe.FORM)),
        "report/issuer",
        "board/a/name",
        "board/b/duty",
    ]
    facts = mao_khe.facts().edited(Edit(Place(f"carried/{place}"), "2019-2020") for place in marks)
    found = check(Context(mao_khe.FORM, facts))
    lines = part(printed(facts, found, width=120), "LỖI, CHỖ THIẾU")
    text = dense("".join(lines))
    items = "; ".join(dict.fromkeys(item.label for item in items_of(mao_khe.FORM).values()))
    told = f"Chưa rà soát 20 chỗ chép từ kỳ “2019-2020”: {items}. Xem lại rồi xác nhận, hoặc sửa."
    assert dense(told) in text
    # Two of them or one are told in their own words; what is explained is told beside its reason.
    assert text.count(dense("chép từ kỳ “2019-2020”, chưa rà soát")) == 3
    explained = facts.edited([Edit(Place("reason/checklist/noi_quy/statement"), "Vẫn đúng")])
    text = dense(printed(explained, check(Context(mao_khe.FORM, explained)), width=120))
    assert dense("Chưa rà soát 19 chỗ") in text
    assert dense("đã giải trình: Vẫn đúng") in text


def test_a_reason_does_not_settle_an_error() -> None:
    error = Finding("x", Severity.ERROR, Place("report/signer"), "Chưa có người ký.", "sẽ bổ sung")
    text = printed(mao_khe.facts(), [error])
    assert "X Lỗi 1" in text
    assert "Đã giải trình 1" not in text
    assert "đã giải trình: sẽ bổ sung" in text


def test_what_there_is_none_of_and_what_does_not_apply() -> None:
    facts = mao_khe.facts().edited(
        [
            Edit(Place("results/phap_luat/classes"), NOT_APPLICABLE),
            Edit(Place("results/suc_khoe/classes"), UNANSWERED),
            Edit(Place("results/van_nghe/classes"), NIL),
            Edit(Place("indicator/an_ninh/text"), NIL),
            Edit(Place("rating/ton_giao/level"), "khong_co"),
        ]
    )
    text = printed(facts)
    table = [line.split() for line in part(text, "KẾT QUẢ")]
    assert ["a", "Giáo", "dục", "pháp", "luật", "––", "2.554"] in [row[:7] for row in table]
    assert ["b", "Giáo", "dục", "sức", "khỏe", "·", "4.025"] in [row[:7] for row in table]
    assert dense("– không có –– không áp dụng · chưa nhập, chưa tính vào TỔNG * cộng từ nhật ký") in dense(text)
    assert "  – không có  Công tác an ninh chính trị" in text
    assert re.search(r"tôn giáo +Không có trên địa bàn", text)


def test_sections_on_no_screen_and_items_of_ones_own_are_counted_too() -> None:
    facts = mao_khe.facts().edited(
        [
            Edit(Place("own/a/section"), "bo_may"),
            Edit(Place("own/a/label"), "Nội dung riêng"),
            Edit(Place("own/b/label"), "Nội dung chưa xếp"),
        ]
    )
    lines = part(printed(facts), "MỨC ĐỘ")
    assert re.search(r"Chi tiết báo cáo +█+░ 10/11  thiếu: Nội dung chưa xếp", "\n".join(lines))
    assert re.search(r"Bộ máy quản lý \(II\) +░+ +0/1  thiếu: Nội dung riêng", "\n".join(lines))


def test_another_form_has_its_own_words() -> None:
    rows = [row.key for row in result_rows_of(other()).values() if not row.group]
    log = {row: LogSum(1, 1, 10) for row in rows}
    facts = Facts(mao_khe.CENTRE, other().key, other().version, Period.calendar_year(2021), {}, log)
    text = printed(facts, form=other())
    (total,) = [line for line in text.splitlines() if line.strip().startswith("Cộng ")]
    assert total.split() == ["Cộng", str(len(rows)), str(10 * len(rows)), "100,0%"]
    assert "Tình hình chung (Phần thứ nhất, I-III)" in printed(facts, form=other(), width=120)
