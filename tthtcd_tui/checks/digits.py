"""Numbers written another way than Vietnamese does: 1,250,000 · 12.34.000 · 97.2% · 4.5O0 · 95%%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tthtcd_tui.checks.rule import Frame
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.text.problem import quoted

_UNIT: Final = r"(?:đồng|đ|vnđ|usd|người|lượt|lớp|buổi|hộ|học\s+sinh|học\s+viên|đảng\s+viên|hội\s+viên|giáo\s+viên|nhân\s+khẩu|cuốn|con|cây|em|cháu)"
_MEASURE: Final = r"(?:%|triệu|tỷ|tỉ|nghìn|ngàn|km|ha(?!\w)|kg|tấn|tạ|lít|m2|m²)"
# Compiled when first needed, and kept by re.
SHAPES: Final = (
    (r"(?<![\w.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])", "dùng dấu phẩy ngăn hàng nghìn"),
    (rf"(?i)(?<![\w.,])\d{{1,3}},\d{{3}}(?=\s+{_UNIT}(?!\w))", "dùng dấu phẩy ngăn hàng nghìn"),
    (
        r"(?<![\w.,/-])[1-9]\d{0,11}(?:\.\d{1,12}){0,4}\.(?:\d{1,2}|\d{4,})\.\d{3}(?![\w.,]\d)",
        "đặt sai dấu chấm ngăn hàng nghìn",
    ),
    (r"(?<![\w.,/-])[1-9]\d{0,2}\.\d{3}\.(?:\d{1,2}|\d{4,})(?![\w.,/])", "đặt sai dấu chấm ngăn hàng nghìn"),
    (rf"(?i)(?<![\w.,])\d{{1,3}}\.(?:\d{{4,}}|\d{{1,2}})(?=\s+{_UNIT}(?!\w))", "đặt sai dấu chấm ngăn hàng nghìn"),
    (rf"(?i)(?<![\w.,])\d+\.\d{{1,2}}\s?(?={_MEASURE})", "dùng dấu chấm trước phần thập phân"),
    (rf"(?i)(?<![\w.,])[1-9]\d{{0,2}}(?:\s\d{{3}})+(?=\s+{_UNIT}(?!\w))", "dùng khoảng trắng ngăn hàng nghìn"),
    (
        rf"(?i)(?<![\w.,])\d{{1,3}}(?:\.\d{{3}})+,\d{{3}}(?=\s+{_UNIT}(?!\w))",
        "dùng cả dấu chấm lẫn dấu phẩy ngăn hàng nghìn",
    ),
    (r"(?<!\w)\d+\s\.\d{3}(?!\d)", "thừa khoảng trắng"),
    (rf"(?i)(?<![\w.,])[1-9]\d{{0,2}}\. \d{{3}}(?=\s+{_UNIT}(?!\w))", "thừa khoảng trắng"),
    (r"(?<![\w.,])\d{2,3}, \d{1,2}\s?%", "thừa khoảng trắng"),
    (rf"(?i)(?<![\w.,])\d{{1,3}}(?:\.\d{{3}})+\.(?={_UNIT}(?!\w))", "thừa dấu chấm"),
    (r"(?<![\w.,])\d[\d.,]{0,20}[OolI]+[\d.,]{0,20}\d(?!\w)", "có chữ cái lẫn trong số"),
    (rf"(?<![\w.,])(?:\d[\d.,]{{0,20}}[Oo]+|[lI]\d[\d.,]{{0,20}})(?=\s+{_UNIT}(?!\w))", "có chữ cái lẫn trong số"),
    (r"\d\s?%\s?%", "thừa dấu %"),
)
ODD: Final = (
    r"\d(?:,\d{3}|\s\d{3}|\s\.\d|\. \d{3}|, \d{1,2}\s?%|\.(?:\d{1,2}|\d{4,})(?!\d)|\d\.[^\W\d_])"
    r"|[\d.,][OolI]|[lI]\d|%\s?%"
)
"""Something of every one of them: a text without it has none."""
_NOT_AMOUNTS: Final = (
    r"(?i)(?:số|tài\s+khoản|stk|điện\s+thoại|đt|sđt|hotline|zalo|mã|fax|điều|khoản|mục|phiên\s+bản|ngày)\s*:?\s*$"
)
"""Before a number that is no amount: of an account, a telephone, an article of a law."""


def digits_written(_frame: Frame, text: Text) -> Iterator[Finding]:
    """A dot between thousands, a comma before the decimals, nothing but digits. Told once a text."""
    if text.role not in (Role.PROSE, Role.LINE) or not any(map(str.isdecimal, text.own)):
        return
    if not re.search(ODD, text.own):
        return
    for pattern, what in SHAPES:
        for match in re.finditer(pattern, text.own):
            if not re.search(_NOT_AMOUNTS, text.own[: match.start()]):
                yield warning(
                    "digits_written",
                    text.place,
                    f"{text.label}: số {quoted(match[0].strip())} {what}. Viết như 1.250.000 hoặc 2,5; nếu đúng thì ghi"
                    " lý do.",
                    match[0].strip(),
                )
                return
