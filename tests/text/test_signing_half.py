"""Of the end of a report that is copied whole, the half of who signs receives nothing."""

from __future__ import annotations

import pytest

from tthtcd_tui.text.signing_half import halves

WHO = ("GIÁM ĐỐC", "Lò Thị Hạnh")


@pytest.mark.parametrize(
    ("raw", "recipients", "signing"),
    [
        (
            "Nơi nhận:\tGIÁM ĐỐC\r\n- Thường trực Đảng ủy;\t\r\n- Lưu: VT.\tLò Thị Hạnh\r\n",
            ["Nơi nhận:", "- Thường trực Đảng ủy;", "- Lưu: VT."],
            WHO,
        ),
        (
            "Nơi nhận:\r\n- Sở GD&ĐT;\r\n- Lưu: VT.\tKT. GIÁM ĐỐC\r\nPHÓ GIÁM ĐỐC\r\n(Đã ký)\r\nLò Thị Hạnh\r\n",
            ["Nơi nhận:", "- Sở GD&ĐT;", "- Lưu: VT."],
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Đã ký)", "Lò Thị Hạnh"),
        ),
        (
            "Nơi nhận:                    GIÁM ĐỐC\n-\tSở GD&ĐT;\n- Lưu: VT.                 Lò Thị Hạnh",
            ["Nơi nhận:", "-\tSở GD&ĐT;", "- Lưu: VT."],
            WHO,
        ),
        ("- Sở GD&ĐT\nGIÁM ĐỐC\n\nLò Thị Hạnh", ["- Sở GD&ĐT"], WHO),
    ],
    ids=["cells", "cells of Word, one after the other", "blanks of a PDF", "below"],
)
def test_who_signs_is_told_apart(raw: str, recipients: list[str], signing: tuple[str, ...]) -> None:
    found = halves(raw)
    assert [line for line in found.recipients.split("\n") if line.strip()] == recipients
    assert found.signing == signing


@pytest.mark.parametrize(
    "raw",
    [
        "- Sở GD&ĐT;\n- Giám đốc Sở Tài chính;\n- Chủ tịch UBND xã\n",
        "-\tHội Khuyến học\n-\tLưu: VT",
        "Thường trực Đảng ủy\tUBND xã",
        "Lò Thị Hạnh\nHội Khuyến học",
    ],
)
def test_recipients_alone_are_as_they_were(raw: str) -> None:
    assert halves(raw) == (raw, ())
