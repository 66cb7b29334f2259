"""Vietnamese as old fonts and wrong readings write it: the way back from what `legacy` converts, made apart from it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import tthtcd_tui

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng
_TCVN3 = {
    "a": "b5b6b7b8b9", "ă": "bbbcbdbec6", "â": "c7c8c9cacb", "e": "cccecfd0d1", "ê": "d2d3d4d5d6", "i": "d7d8dcddde",
    "o": "dfe1e2e3e4", "ô": "e5e6e7e8e9", "ơ": "eaebecedee", "u": "eff1f2f3f4", "ư": "f5f6f7f8f9", "y": "fafbfcfdfe",
}  # fmt: skip
_TCVN3_PLAIN = dict(zip("ĂÂÊÔƠƯĐăâêôơưđ", range(0xA1, 0xAF), strict=True))
_VNI_TONE = dict(zip(_TONES, "øûõùï", strict=True))
_VNI_ROOF = dict(zip(_TONES, "àåãáä", strict=True))
_VNI_BREVE = dict(zip(_TONES, "èúüéë", strict=True))
_VNI_ALONE = {"ơ": "ô", "ư": "ö", "đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def _apart(letter: str) -> tuple[str, str]:
    """The letter without its tone, and the tone."""
    marks = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in marks if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES)), tone


def in_tcvn3(text: str) -> str:
    """As the fonts .Vn… write it. Capitals with tones are the small letters: the font .Vn…H draws them as capitals."""
    return "".join(map(_tcvn3_letter, text))


def _tcvn3_letter(letter: str) -> str:
    base, tone = _apart(letter)
    if tone and base.lower() in _TCVN3:
        return chr(bytes.fromhex(_TCVN3[base.lower()])[_TONES.index(tone)])
    return chr(_TCVN3_PLAIN[letter]) if letter in _TCVN3_PLAIN else letter


def in_vni(text: str) -> str:
    """As the fonts VNI-… write it."""
    return "".join(map(_vni_letter, text))


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    if small in _VNI_ALONE:
        written = _VNI_ALONE[small]
    else:
        base, tone = _apart(small)
        roofed = unicodedata.normalize("NFD", base)
        if roofed[1:] == "\u0302":
            written = roofed[0] + (_VNI_ROOF[tone] if tone else "â")
        elif roofed[1:] == "\u0306":
            written = roofed[0] + (_VNI_BREVE[tone] if tone else "ê")
        else:
            written = _VNI_ALONE.get(base, base) + (_VNI_TONE[tone] if tone else "")
    return written.upper() if letter.isupper() else written


def in_1258(text: str) -> bytes:
    """In Windows-1258: a letter, then its tone."""
    return "".join("".join(_apart(letter)) for letter in text).encode("cp1258", "ignore")


def seen_as_western(data: bytes) -> str:
    """Bytes read as Windows-1252, where it has a letter for them, and else as the controls of Latin-1."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def sample_texts() -> list[str]:
    """Every text of the sample years."""
    package = Path(tthtcd_tui.__file__).parent
    found: list[str] = []
    for path in sorted(package.rglob("mao-khe-*.json")):
        found += _strings(json.loads(path.read_text(encoding="utf-8")))
    return found


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
