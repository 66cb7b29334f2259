"""What the letters of old Vietnamese encodings are, seen as the Western letters of the same bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_BREVE, _ROOF = "\u0306", "\u0302"


def _composed(letters: str) -> str:
    return unicodedata.normalize("NFC", letters)


# -- TCVN3 ------------------------------------------------------------------------------------------------------------

_TCVN3_PLAIN: Final = dict(
    zip("\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae", "ĂÂÊÔƠƯĐăâêôơưđ", strict=True)
)
_TCVN3_TONED: Final = {
    # à ả ã á ạ of each vowel
    "a": "\xb5\xb6\xb7\xb8\xb9", "ă": "\xbb\xbc\xbd\xbe\xc6", "â": "\xc7\xc8\xc9\xca\xcb", "e": "\xcc\xce\xcf\xd0\xd1",
    "ê": "\xd2\xd3\xd4\xd5\xd6", "i": "\xd7\xd8\xdc\xdd\xde", "o": "\xdf\xe1\xe2\xe3\xe4", "ô": "\xe5\xe6\xe7\xe8\xe9",
    "ơ": "\xea\xeb\xec\xed\xee", "u": "\xef\xf1\xf2\xf3\xf4", "ư": "\xf5\xf6\xf7\xf8\xf9", "y": "\xfa\xfb\xfc\xfd\xfe",
}  # fmt: skip


@cache
def _tcvn3() -> dict[int, str]:
    toned = (
        (code, _composed(vowel + tone))
        for vowel, codes in _TCVN3_TONED.items()
        for code, tone in zip(codes, (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT), strict=True)
    )
    return {ord(code): letter for code, letter in (*_TCVN3_PLAIN.items(), *toned)}


def from_tcvn3(text: str, capitals: bool = False) -> str:
    """`text` of TCVN3 fonts as Unicode. `capitals` are of a font (.VnTimeH) that draws small letters as capitals.

    TCVN3 has no capitals with tones: in «CéNG HßA» they are small ones, drawn by such a font.
    """
    converted = text.translate(_tcvn3())
    return converted.upper() if capitals else "\n".join(map(_with_capitals, text.split("\n"), converted.split("\n")))


def _with_capitals(before: str, after: str) -> str:
    """One line, each word of which is in capitals where the letters that tell say so, its own or its neighbours'."""
    words = [found.span() for found in re.finditer(r"[^\W\d_]+", after)]
    told = [_case(before[start:end], after[start:end]) for start, end in words]
    drawn = any(case and any(map(str.islower, after[a:b])) for case, (a, b) in zip(told, words, strict=True))
    made = list(after)
    neighbours = zip(_told_before(told), reversed(_told_before(told[::-1])), strict=True)
    for (start, end), case, both in zip(words, told, neighbours, strict=True):
        beside = [each for each in both if each is not None]
        if case or (case is None and drawn and beside and all(beside)):
            made[start:end] = after[start:end].upper()
    return "".join(made)


def _case(before: str, after: str) -> bool | None:
    """Whether the letters of a word that have a case of their own are capitals, two at least; None if nothing tells."""
    if any(letter.isascii() and letter.islower() for letter in before):
        return False
    rises = any(one.islower() and other.isupper() for one, other in pairwise(after))  # «ủY»: no word is written so
    return True if rises or sum(map(str.isupper, after)) > 1 else None


def _told_before(cases: list[bool | None]) -> list[bool | None]:
    """For each of `cases`, the nearest before it that tells."""
    found: list[bool | None] = []
    last: bool | None = None
    for case in cases:
        found.append(last)
        last = last if case is None else case
    return found


# -- VNI --------------------------------------------------------------------------------------------------------------

_VNI_ALONE: Final = dict(zip("ôöñíìæóòîÔÖÑÍÌÆÓÒÎ", "ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ", strict=True))
_VNI_TONES: Final = dict(zip("ùøûõï", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_VNI_MARKS: Final = (
    ("aeouyôö", _VNI_TONES),
    ("a", dict(zip("êéèúüë", (_BREVE + tone for tone in ("", _ACUTE, _GRAVE, _HOOK, _TILDE, _DOT)), strict=True))),
    ("aeo", dict(zip("âáàåãä", (_ROOF + tone for tone in ("", _ACUTE, _GRAVE, _HOOK, _TILDE, _DOT)), strict=True))),
)


@cache
def _vni() -> dict[str, str]:
    """Each pair of a letter and its mark, and the letters alone."""
    return dict(_vni_pairs()) | _VNI_ALONE


def _vni_pairs() -> Iterator[tuple[str, str]]:
    for bases, marks in _VNI_MARKS:
        for base in bases + bases.upper():
            for mark, combining in marks.items():
                letter = _composed(_VNI_ALONE.get(base, base) + combining)
                yield from ((base + mark, letter), (base + mark.upper(), letter))


def from_vni(text: str) -> str:
    """`text` of VNI fonts as Unicode."""
    return re.sub("[aeouyôöAEOUYÔÖ][ùøûõïêéèúüëâáàåãäÙØÛÕÏÊÉÈÚÜËÂÁÀÅÃÄ]|.", _vni_letter, text, flags=re.DOTALL)


def _vni_letter(found: re.Match[str]) -> str:
    letters = _vni()
    return letters.get(found[0]) or "".join(letters.get(letter, letter) for letter in found[0])


# -- Windows-1258 -----------------------------------------------------------------------------------------------------

_1258: Final = dict(zip("ÃãÌÐðÒÕõÝýÞìòþ", f"Ăă{_GRAVE}Đđ{_HOOK}ƠơƯư{_TILDE}{_ACUTE}{_DOT}₫", strict=True))
"""Where it differs from the Western Windows-1252."""


def from_1258(text: str) -> str:
    """Windows-1258, seen as Windows-1252, as Unicode in NFC: it writes a letter and then its tone."""
    return _composed(text.translate({ord(letter): ours for letter, ours in _1258.items()}))


# -- UTF-8 read as something else -------------------------------------------------------------------------------------

_UTF8: Final = r"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_MOST_TIMES: Final = 3


@cache
def _views() -> tuple[dict[int, int], ...]:
    """From the letters that bytes are in Windows-1252, Windows-1258 or on a Mac back to the bytes."""
    western = {byte: byte for byte in range(0x80, 0x100)}
    for codec in ("cp1252", "cp1258"):
        for byte in range(0x80, 0x100):
            letter = bytes([byte]).decode(codec, "ignore")
            if letter and (codec == "cp1252" or ord(letter) > 0xFF):
                western.setdefault(ord(letter), byte)
    mac = {ord(bytes([byte]).decode("mac_roman")): byte for byte in range(0x80, 0x100)}
    return western, mac


def mend_breaks(text: str) -> str:
    """Undo what blanks and dropped controls have done to broken UTF-8.

    «vÃ » is «và» where its second half, a blank that breaks no line, has become any blank; «Ä» alone was «Đ».
    """
    held = re.sub("(?<=Ã) |(?<=áº) ", "\xa0", text)
    return re.sub(f"Ä(?![{_continuations()}])", "Ä\x90", held)


@cache
def _continuations() -> str:
    return re.escape("".join(chr(letter) for letter, byte in _views()[0].items() if byte < 0xC0))


def from_mojibake(text: str) -> str:
    """UTF-8 that was read as Western text, as what it was; done over where it was read wrongly more than once."""
    for view in _views():
        found = text
        for _ in range(_MOST_TIMES):
            if _unscrambled(found, view) == found:
                break
            found = _unscrambled(mend_breaks(found), view)
        if found != text:
            return _composed(found)
    return text


def _unscrambled(text: str, view: dict[int, int]) -> str:
    seen = text.translate(view)
    parts: list[str] = []
    end = 0
    for found in re.finditer(_UTF8, seen):
        parts += text[end : found.start()], _decoded(found[0], text[found.start() : found.end()])
        end = found.end()
    return "".join(parts) + text[end:]


def _decoded(letters: str, otherwise: str) -> str:
    try:
        return letters.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return otherwise
