"""Old reports, attendance books and hostile files of a corpus that lies beside the project, where there is one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap

import pytest
from support.old_reports import found_in, values

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = SHARED / "cases" / "olds_corpus.py"
_IS_SLOW = re.compile(r"✗ \S+: (?:(?:thử|thật): [\d.]+ s(?:; )?)+")
"""Two seconds are the machine's, which others may keep busy; all else is ours."""
REFERENCE = SHARED / "reference" / "bao-cao-mao-khe-2020-2021.txt"


@pytest.mark.long
@pytest.mark.parametrize("group", ["reports", "books", "hostile"])
def test_every_file_is_read_as_it_is_or_refused(group: str) -> None:
    if not CORPUS.exists():
        pytest.skip("the corpus of old files does not lie beside the project: ../shared/cases/olds_corpus.py")
    program = Path(sys.executable).with_name("tthtcd")
    done = subprocess.run(
        [sys.executable, str(CORPUS), "--group", group],
        capture_output=True,
        encoding="utf-8",
        timeout=1500,
        check=False,
        env={**os.environ, "TTHTCD": str(program)},
    )
    assert re.search(r"^\d+ of \d+ right", done.stdout, re.MULTILINE), done.stdout + done.stderr
    wrong = [line for line in done.stdout.splitlines() if line.startswith("✗") and not _IS_SLOW.fullmatch(line)]
    assert not wrong, "\n".join(wrong)


FIGURES = {
    "loai_do_thi": "loại IV", "dien_tich": "gần 20", "dan_so": "trên 40.000", "so_ho": "10.005", "so_khu": "24",
    "dang_vien": "trên 1.400", "chi_bo": "41", "dn_tu_nhan": "100", "dn_nha_nuoc": "22", "truong_mam_non": "5",
    "truong_tieu_hoc": "5", "truong_thcs": "3", "truong_thpt": "2", "so_truong": "15", "so_lop_hoc": "289",
    "so_hoc_sinh": "9.330", "truong_dat_chuan": "100", "so_giao_vien": "709", "so_nha_van_hoa": "24",
    "pho_cap": "mầm non, tiểu học, THCS, THPT", "chu_de": "Chuyển đổi số thúc đẩy học tập suốt đời",
    "muc_chat_luong": "I, II và III", "giao_vien_dat_chuan": "đạt chuẩn và trên chuẩn", "tre_khong_di_hoc": "18",
}  # fmt: skip
RESULTS = {
    "hoc_nghe": ("2", "540"), "phap_luat": ("26", "2.554"), "suc_khoe": ("35", "4.025"), "moi_truong": ("27", "3.270"),
    "van_hoa_xa_hoi": ("30", "4.350"), "kinh_te": ("5", "210"), "ky_nang_song": ("35", "4.500"),
    "van_nghe": ("25", "9.800"), "cau_lac_bo": ("110", "8.978"), "truyen_thanh": ("150", "4.890"),
}  # fmt: skip


def _broken(text: str) -> str:
    """As a mail has it: each paragraph broken at a width, its first line set in."""
    lines = text.splitlines()
    longest = 72
    return "\n".join(
        "\n".join(wrap(line, longest, initial_indent="    ")) if len(line) > longest else line for line in lines
    )


def _marked(text: str) -> str:
    """As a chat has it: headings between stars."""
    return re.sub(r"(?m)^((?:[IVX]+|[0-9]+)\. .{3,80})$", r"**\1**", text)


@pytest.mark.parametrize("laid", [str, _broken, _marked])
def test_the_reference_report_comes_in_with_every_figure_in_its_place(laid: Callable[[str], str]) -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference does not lie beside the project: ../shared/reference")
    text = laid(REFERENCE.read_text("utf-8-sig"))
    found = values(found_in(text.encode(), REFERENCE.name, "2020-2021"))
    assert {key: found.get(f"figure/{key}") for key in FIGURES} == FIGURES
    told = {row: (found[f"results/{row}/classes"], found[f"results/{row}/participations"]) for row in RESULTS}
    assert told == RESULTS
    ratings = [value for place, value in found.items() if place.startswith("rating/")]
    assert ratings == ["Thực hiện tốt"] * 5
    assert found["indicator/ty_le_biet_chu/value"] == "100"
    assert found["indicator/ho_ngheo/value"] == "-"
    assert found["indicator/thu_nhap/value"] == "ước đạt 2.450"
