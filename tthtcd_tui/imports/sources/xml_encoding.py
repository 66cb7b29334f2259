"""The encodings that XML of an office file may have: what is counted in its bytes must be what a parser sees."""

from __future__ import annotations

import codecs
import re
from typing import Final

from tthtcd_tui.errors import UnusableFile

HEAD: Final = 1_024
"""Bytes of a part in which its declaration stands; that of any program has a tenth of it."""
_FOREIGN: Final = (
    "Tệp ghi bằng bảng mã mà Word, Excel và LibreOffice không dùng nên không nhận."
    " Hãy mở bằng Word, Excel hoặc LibreOffice rồi lưu lại."
)
_DECLARED: Final = re.compile(rb"encoding\s*=\s*[\"']\s*([^\"'\s]*)")
_NARROW: Final = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
_WIDE: Final = frozenset({b"utf-16", b"utf-16le", b"utf-16be"})
_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0?\0", b"\0<\0?")
_FOREIGN_MARKS: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, b"<\0\0\0", b"\0\0\0<", b"\x4c\x6f\xa7\x94")
"""UTF-32 with and without its mark, and «<?xm» in EBCDIC."""


def refuse_foreign(part: bytes, *, takes_wide: bool = True) -> None:
    """Refuse a part that is neither UTF-8 nor, if the parser `takes_wide`, UTF-16. Raises UnusableFile.

    Office programs write UTF-8, and their standards allow UTF-16. In UTF-7 or UTF-32 no tag is told by its bytes, and a
    parser that does not know an encoding gives other letters than were written. The beginning of a part does.
    """
    head = part[:HEAD]
    is_wide = head.startswith(_WIDE_MARKS)
    if head.startswith(_FOREIGN_MARKS) or (is_wide and not takes_wide):
        raise UnusableFile(_FOREIGN)
    text = head.replace(b"\0", b"") if is_wide else head
    start = text.find(b"<?xml")
    if start < 0:
        return
    declaration, end, _ = text[start:].partition(b"?>")
    said = {found.lower() for found in _DECLARED.findall(declaration)}
    if not end or not said <= (_NARROW | _WIDE if is_wide else _NARROW):
        raise UnusableFile(_FOREIGN)
