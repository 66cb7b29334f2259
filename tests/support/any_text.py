"""Text as it may reach the program: anything a keyboard, a clipboard or a damaged file can hold."""

from __future__ import annotations

from hypothesis import strategies as st

# Characters with a rule of their own, and pieces that a parser might half recognise.
HOSTILE = (
    "\x00", "\x07", "\x08", "\t", "\n", "\x0b", "\x0c", "\r", "\r\n", "\x1b[31m", "\x1b]0;x\x07", "\x1f", " ",
    "\x7f", "\x80", "\x85", "\x9b", "\xa0", "\xad", "\u0300", "\u0301", "\u0309", "\u0323", "\u061c", "\u200b",
    "\u200d", "\u200e", "\u2028", "\u2029", "\u202e", "\u202f", "\u2060", "\u2066", "\u3000", "\ud800", "\udce1",
    "\udfff", "\ue000", "\ufdd0", "\ufeff", "\ufffd", "\ufffe", "\U0001f600", "\U0001ffff", "\U000f0000",
    "\U0010fffd", "\u1d2c", "\u2126", "\uff11", "\u0663", "\u00bd", "\u00b2", "\u0130", "\u1e9e",
)  # fmt: skip
VIETNAMESE = (
    "a", "ă", "â", "đ", "Đ", "ê", "ô", "ơ", "ư", "ế", "Ệ", "e\u0323\u0302", "y", "qu", "tỷ", "hoà", "Kết quả", "lớp",
)  # fmt: skip
TYPED = (
    "0", "1", "12", "007", "2.554", "2,5", "43.117", ".", ",", "+", "-", "−", "–", "_", "/", "\\", "=", "1e5", "NaN",
    "gần", "ước đạt", "uoc", "xấp xỉ", "triệu", "tỷ", "đồng", "đ", "ngày", "tháng", "năm", "năm học", "đến",
    "5/6/2021", "30/2/2021", "2021-06-05", "2020-2021", "2021", "2100", "01-06-2020_31-05-2021",
)  # fmt: skip

# `characters()` alone, unlike `text()`, draws lone surrogates too.
any_character = st.characters() | st.sampled_from(HOSTILE)
any_text = st.lists(any_character | st.sampled_from(VIETNAMESE) | st.sampled_from(TYPED), max_size=12).map("".join)
