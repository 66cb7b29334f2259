"""Sentences that an answer «không có» or «không áp dụng» makes odd."""

from __future__ import annotations

import pytest
from support.check_facts import found, said, told, year
from support.mao_khe import whole

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, Answer


def odd(text: str, **figures: Answer) -> list[str]:
    answers = {f"figure/{key}": answer for key, answer in figures.items()}
    return [finding.message for finding in found(year({**answers, **said(text)}), "odd_by_absence")]


def test_it_shows_how_the_sentence_reads() -> None:
    facts = year(
        {"figure/loai_do_thi": NOT_APPLICABLE, **said("Phường là đô thị {loai_do_thi}, rộng {dien_tich} km².")}
    )
    assert told(found(facts, "odd_by_absence")) == [
        (
            "narrative/xa_hoi",
            (
                "Đánh giá công tác huy động sự tham gia của xã hội: Nội dung: “Loại đô thị” trả lời “không áp dụng” nên"
                " câu đọc thành “là đô thị không áp dụng , rộng”. Bỏ vế đó, hoặc viết lại câu."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Phường có {dn_tu_nhan} doanh nghiệp tư nhân.", {"dn_tu_nhan": NIL}),
        ("Phường có {dn_tu_nhan} doanh nghiệp tư nhân.", {"dn_tu_nhan": whole(0)}),
        ("Tỷ lệ trường đạt chuẩn là {truong_dat_chuan}%.", {"truong_dat_chuan": NIL}),
        ("Chủ đề là “{chu_de}”.", {"chu_de": NIL}),
        ("Hồ sơ được đăng trên trang {website} để theo dõi.", {"website": NIL}),
        ("Có 289 lớp, {so_hoc_sinh} học sinh.", {"so_hoc_sinh": NOT_APPLICABLE}),
        ("Có 709 giáo viên ({giao_vien_dat_chuan}).", {"giao_vien_dat_chuan": NOT_APPLICABLE}),
        ("Có 709 giáo viên ({giao_vien_dat_chuan}).", {"giao_vien_dat_chuan": NIL}),
        ("Đã đạt chuẩn phổ cập: {pho_cap}.", {"pho_cap": NIL}),
        ("Ngoài ra còn {tre_khong_di_hoc} trẻ không thể đến trường.", {"tre_khong_di_hoc": NIL}),
        ("Với {so_nha_van_hoa} nhà văn hóa, người dân có chỗ tập luyện.", {"so_nha_van_hoa": whole(0)}),
        ("Loa của {so_khu} khu phố báo lịch học.", {"so_khu": whole(0)}),
        ("Có 9.330 học sinh và {so_giao_vien} giáo viên (đạt chuẩn).", {"so_giao_vien": NIL}),
    ],
)
def test_odd(text: str, figures: dict[str, Answer]) -> None:
    assert len(odd(text, **figures)) == 1


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Trang thông tin điện tử: {website}.", {"website": NIL}),
        ("Số trường đạt chuẩn quốc gia: {truong_dat_chuan}.", {"truong_dat_chuan": NIL}),
        ("Trung tâm có trang riêng (địa chỉ: {website}).", {"website": NIL}),
        ("Tỷ lệ tái mù chữ ở {truong_dat_chuan}% dân số.", {"truong_dat_chuan": whole(0)}),
        ("Loại đô thị: {loai_do_thi}.", {"loai_do_thi": NOT_APPLICABLE}),
        ("Có 100 doanh nghiệp tư nhân và {dn_nha_nuoc} doanh nghiệp nhà nước.", {"dn_nha_nuoc": NIL}),
        ("Phường có {dn_tu_nhan} doanh nghiệp.", {"dn_tu_nhan": whole(5)}),
        ("Phường có {so_truong} trường.", {"so_truong": whole(0)}),
    ],
)
def test_what_reads_well(text: str, figures: dict[str, Answer]) -> None:
    assert odd(text, **figures) == []
