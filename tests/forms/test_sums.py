"""The sums a form declares: read from the file, refused where they add up nothing."""

from __future__ import annotations

import pytest
from support.forms import changed, changed_text, shipped

from tthtcd_tui.errors import FormProblem
from tthtcd_tui.forms.load import load
from tthtcd_tui.forms.model import SumRule

TOTAL = 'total = "so_truong"'
PARTS = 'parts = ["truong_mam_non", "truong_tieu_hoc", "truong_thcs", "truong_thpt"]'


def test_the_schools_of_the_four_levels() -> None:
    assert shipped().sums == (
        SumRule("so_truong", ("truong_mam_non", "truong_tieu_hoc", "truong_thcs", "truong_thpt")),
    )


def test_a_form_may_declare_none_or_several() -> None:
    assert changed((f"[[sum]]\n{TOTAL}\n{PARTS}\n", "")).sums == ()
    second = f'{PARTS}\n\n[[sum]]\ntotal = "so_ho"\nparts = ["so_khu", "chi_bo"]'
    assert changed((PARTS, second)).sums[1] == SumRule("so_ho", ("so_khu", "chi_bo"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (TOTAL, 'total = "so_trng"', "[sum:1] · total: “so_trng” không phải tên một số liệu kiểu số."),
        (TOTAL, 'total = "chu_de"', "[sum:1] · total: “chu_de” không phải tên một số liệu kiểu số."),
        (TOTAL, 'total = "thu_nhap"', "[sum:1] · total: “thu_nhap” không phải tên một số liệu kiểu số."),
        (TOTAL, 'total = "truong_thcs"', "[sum:1] · parts: “truong_thcs” bị ghi hai lần."),
        (TOTAL, "", "[sum:1] · total: thiếu khóa này. Ghi một chuỗi chữ."),
        (PARTS, 'parts = ["truong_thcs", "x"]', "[sum:1] · parts: “x” không phải tên một số liệu kiểu số."),
        (PARTS, 'parts = ["truong_thcs", "truong_thcs"]', "[sum:1] · parts: “truong_thcs” bị ghi hai lần."),
        (PARTS, 'parts = ["truong_thcs"]', "[sum:1] · parts: phải có ít nhất hai số liệu để cộng."),
        (PARTS, f"{PARTS}\nlabel = 'x'", ("[sum:1] · label: khóa này không có trong biểu mẫu."
         " Kiểm tra lại chính tả, hoặc bỏ nó đi.")),
    ],
)  # fmt: skip
def test_a_sum_of_nothing_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(FormProblem) as caught:
        load(changed_text((old, new)), "x.toml")
    assert caught.value.message == f"x.toml · {message}"
