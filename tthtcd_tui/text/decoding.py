"""The text of a file in whatever encoding it was saved: UTF-8, UTF-16, Windows-1258, TCVN3, VNI."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.text.legacy import Legacy, recognise
from tthtcd_tui.text.terminal_orders import without_orders

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The longer ones of those that begin alike come first."""
_CONTROLS: Final = "[\\x00-\\x08\\x0e-\\x19\\x1b-\\x1d\\x7f]"
"""What no text holds; Word's own (0x0B, 0x1E, 0x1F) and the end of a DOS file (0x1A) aside."""
_LOOKED_AT: Final = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text as it reads, and how that was found."""

    text: str
    encoding: str
    """As people know it: «UTF-8», «UTF-16», «Windows-1258» …"""
    legacy: Legacy | None = None
    """What was converted, to be shown before and after; None where the file said it all."""
    is_sure: bool = True
    """False where nothing speaks for the encoding, or bytes were lost."""


def decode(data: bytes) -> Decoded:
    """The text in `data`: by its mark, else as UTF-16 or UTF-8 if it is either, else by what makes Vietnamese of it.

    Raises TextProblem for what is no text at all.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], codec)
    if unmarked := _unmarked_utf16(data):
        return _decoded(data, unmarked)
    _refuse_what_is_no_text(western(data[:_LOOKED_AT]))
    try:
        return _converted(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _old(data)


def _refuse_what_is_no_text(head: str) -> None:
    if re.search(_CONTROLS, without_orders(head)):
        raise TextProblem("Tệp này không phải tệp chữ. Hãy mở bằng chương trình đã tạo ra nó, rồi lưu thành tệp chữ.")


def western(data: bytes) -> str:
    """`data` as Windows-1252, each byte a letter: where that has none, the control of Latin-1."""
    return data.decode("latin-1").translate(_western_table())


def _western_table() -> dict[int, str]:
    return {byte: letter for byte in range(0x80, 0xA0) if (letter := bytes([byte]).decode("cp1252", "ignore"))}


def _decoded(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, "replace")
    _refuse_what_is_no_text(text[:_LOOKED_AT])
    name = codec.upper().removesuffix("-LE").removesuffix("-BE")
    found = _converted(text, name)
    return found if "\ufffd" not in text else Decoded(found.text, name, found.legacy, is_sure=False)


def _converted(text: str, name: str) -> Decoded:
    legacy = recognise(text)
    return Decoded(legacy.after, str(legacy.name), legacy) if legacy else Decoded(text, name)


def _unmarked_utf16(data: bytes) -> str | None:
    """Every other byte of a text in UTF-16 is 0 wherever it is ASCII: blanks, digits, line ends."""
    head = data[:_LOOKED_AT]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    few, many = sorted((even, odd))
    if few or many * 5 < len(head) // 2:
        return None
    return "utf-16-le" if odd else "utf-16-be"


def _old(data: bytes) -> Decoded:
    """Bytes that are no UTF-8: an old encoding, or UTF-8 with some bytes lost."""
    mended = data.decode("utf-8", "replace")
    if mended.count("\ufffd") * 10 < sum(character > "\x7f" for character in mended):
        return Decoded(mended, "UTF-8", is_sure=False)
    text = western(data)
    if legacy := recognise(text):
        return Decoded(legacy.after, str(legacy.name), legacy)
    return Decoded(text, "Windows-1252", is_sure=False)
