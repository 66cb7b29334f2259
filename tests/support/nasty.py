"""Texts nobody should have to fear: markup, escape sequences, marks that turn text round, letters in pieces."""

from __future__ import annotations

from typing import Final

NASTY: Final = (
    "[/]", "[bold]x[/]", "[link=http://a]b[/link]", "[@click=app.exit]x[/]", "]]][[[", "\\[", "[red",
    "\x1b[2J\x1b[H", "\x1b]0;title\x07", "\x1bPq\x1b\\", "\x1b[?1049l", "\x9b31m", "\x9d0;x\x9c", "\x1b", "\x1b\x1b",
    "\u202eabc\u202c", "\u2066x\u2069\u200f", "\u061c\u200e", "مرحبا ١٢٣", "שלום עולם",
    "Tie\u0302\u0301ng Vie\u0302\u0323t", "Đ\u0323", "\u0301\u0302\u0323", "e" + "\u0301" * 300,
    "\u200b\u200c\u200d\u2060\ufeff", "\xa0\u202f", "a\tb\tc", "a\nb\r\nc\x85d\u2028e\u2029f", "\0\x01\x02", "\x7f\x08",
    "\ufffd", "\ue000\uf8ff", "\U000f0000", "\ufdd0\uffff", "🇻🇳", "👨\u200d👩\u200d👧", "❤️", "👍🏽", "ﷺ", "中文字" * 40,
    "{dan_so}", "{{dan_so}", "{", "}}", "{khong_co}", "{0}", "%s%n%d", "=1+1", "+1", "@SUM(A1)", "' OR 1=1 --",
    "<w:p>&amp;</w:p>", "]]>", "<!DOCTYPE x>", "$(id)", "`id`", "../../etc", "\\", "\\n", "“”‘’", "…", "-", "--", "0",
    "9" * 400, "1e999", "-0", "0x10", "١٢٣", "²", "Ⅳ", "½", "12+", "1.2.3", "1,2,3", " ", "",
    "A" * 5_000, "từ " * 2_000,
)  # fmt: skip
CORE: Final = (
    "[/]", "[@click=app.exit]x[/]", "\x1b[2J\x1b]0;t\x07\x9b31m", "\u202eabc\u2066x\u2069 שלום مرحبا",
    "Tie\u0302\u0301ng \u0301" + "e" + "\u0301" * 300, "a\tb\nc\x85d\u2028e\0\x7f", "\ufffd\ue000\ufdd0",
    "🇻🇳👨\u200d👩❤️👍🏽ﷺ中文字", "{dan_so} {khong_co} {{ }} %s", "9" * 400, "1e999 ² ½ ١٢", "từ " * 2_000,
)  # fmt: skip
"""The least that shows each kind of harm: for what is slow to drive."""
BIG: Final = ("x" * 1_000_000, "dài quá " * 131_072, "[/]" * 350_000, "\x1b[2J" * 250_000, "e\u0323\u0302" * 350_000)
"""A megabyte each."""
