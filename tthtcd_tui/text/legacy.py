"""Text in an old Vietnamese encoding, or read in a wrong one: recognised by its own statistics, and converted.

Before Unicode, fonts drew Vietnamese over the Latin letters: TCVN3 (ABC, the .Vn… fonts) a letter a byte, VNI (the
VNI-… fonts) a letter and its marks in two. Their text arrives as the Latin letters that such bytes are elsewhere:
«TiÕng ViÖt», «Tieáng Vieät»; Windows-1258 and UTF-8 read as Western text look alike. It is shown before and after and
converted when somebody says so. A text that may be as it should be is never taken for old.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.legacy_tables import from_1258, from_mojibake, from_tcvn3, from_vni, mend_breaks
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.text.syllables import has_lost_a_letter, is_syllable, lost_words


class LegacyName(StrEnum):
    """What a text is written in, as people know it."""

    TCVN3 = "TCVN3 (phông .VnTime)"
    VNI = "VNI (phông VNI-Times)"
    WINDOWS_1258 = "Windows-1258"
    MOJIBAKE = "UTF-8 bị đọc nhầm"


@dataclass(frozen=True, slots=True)
class Legacy:
    """A text recognised as old: what it is written in, as it came, and as it reads."""

    name: LegacyName
    before: str
    after: str
    lost: tuple[str, ...] = ()
    """Words of `after` that lack a letter which was gone before it came («Phơng hớng»): marked, not guessed."""

    @property
    def message(self) -> str:
        """«Chữ viết bằng bảng mã TCVN3 (phông .VnTime): “líp häc” đọc là “lớp học”.»"""
        before, after = self.example
        said = f"Chữ viết bằng bảng mã {self.name}: {quoted(before)} đọc là {quoted(after)}."
        if self.lost:
            said += f" Có chữ đã mất khi chép: {', '.join(map(quoted, self.lost[:3]))}. Hãy xem lại các chữ ấy."
        return said

    @property
    def example(self) -> tuple[str, str]:
        """The first line that reads otherwise, before and after."""
        pairs = zip(self.before.split("\n"), self.after.split("\n"), strict=False)
        return next((a.replace("\xad", "").strip(), b.strip()) for a, b in pairs if a != b)


def recognise(text: str) -> Legacy | None:
    """What `text` is written in and how it reads; None for a text that is as it should be, or may be.

    Takes text as it came, before `clean`: TCVN3 writes «ư» as the soft hyphen, which cleaning drops. Lines that hold
    Vietnamese already stay as they are.
    """
    if text.isascii():
        return None
    lines = text.split("\n")
    old = [not any(map(_is_vietnamese, _chunks(line))) for line in lines]
    asked = "\n".join(line for line, is_old in zip(lines, old, strict=True) if is_old)
    if not any(map(_is_odd, _chunks(asked))):
        return None
    weighed = [(_weigh(asked, encoding), encoding) for encoding in _ENCODINGS]
    weight, encoding = max(weighed, key=lambda pair: pair[0].surplus)
    if not weight.is_enough:
        return None
    after = "\n".join(encoding.read(line) if is_old else line for line, is_old in zip(lines, old, strict=True))
    return Legacy(encoding.name, text, after, tuple(_lost(encoding, after)))


def _lost(encoding: _Encoding, after: str) -> Iterator[str]:
    yield from lost_words(after)
    if encoding.remnant:  # bytes that are letters nowhere may have been dropped on the way
        yield from dict.fromkeys(chunk for chunk in _chunks(after) if encoding.remnant in chunk or _is_odd(chunk))


# -- weighing ---------------------------------------------------------------------------------------------------------

_CHUNK: Final = re.compile(r"[^\s!-/:-@\[-`{-~]+", re.ASCII)
_WORD: Final = r"(?:(?![²³¹¼½¾ªº])[^\W\d_])+"
_QUOTES: Final = "“”‘’‚„…–—•·«»\xa0\u202f"
_SIGNS: Final = "°²³½₫€×§±®©™"
"""Signs that stand beside the words of any text; never at a Vietnamese letter."""
_AT_A_LETTER: Final = re.compile(rf"[^\W\d_a-zA-Z][{_SIGNS}]|[{_SIGNS}][^\W\d_a-zA-Z]|[^\W\d_][{_SIGNS}«»][^\W\d_]")
_MOST_CHUNKS: Final = 4000
_LONGEST_CHUNK: Final = 300
"""Letters: words parted by no-break blanks are one; composing a longer heap of marks has no end."""


class _Encoding(NamedTuple):
    name: LegacyName
    convert: Callable[[str], str]
    prepare: Callable[[str], str] = str
    remnant: str = ""
    """What is left where a letter was lost on the way: it speaks neither for nor against."""

    def read(self, line: str) -> str:
        return self.convert(self.prepare(line))


_ENCODINGS: Final = (
    _Encoding(LegacyName.TCVN3, from_tcvn3),
    _Encoding(LegacyName.VNI, from_vni),
    _Encoding(LegacyName.WINDOWS_1258, from_1258),
    _Encoding(LegacyName.MOJIBAKE, from_mojibake, lambda text: mend_breaks(_with_blanks(text)), remnant="á»"),
)


def _with_blanks(text: str) -> str:
    """`text` with the blank again behind a word in «à»: of the two in «vÃ  trÃªn» a web page keeps one, «vÃ trÃªn».

    That one is half of the letter. It may stand within a word, «hoÃ n»: where both parts make one.
    """
    if "Ã " not in text:
        return text
    return re.sub(r"(\S{0,16})Ã (?=(\S{0,16}))", _with_blank, text)


def _with_blank(found: re.Match[str]) -> str:
    if not found[2][:1].isalnum():
        return found[0]
    if not found[2][0].islower():  # no letter goes on with a capital or a digit
        return f"{found[0]} "
    word = from_mojibake(mend_breaks(f"{found[1]}Ã\xa0{found[2]}"))
    return found[0] if all(map(_reads_well, _chunks(word))) else f"{found[0]} "


class _Weight(NamedTuple):
    """The words that read well only when converted, and how many others speak against it."""

    good: frozenset[str]
    bad: int
    letters: int
    """The most old letters in one good word."""

    @property
    def surplus(self) -> int:
        return len(self.good) - 3 * self.bad

    @property
    def is_enough(self) -> bool:
        return self.surplus > 0 and (len(self.good) > 1 or self.letters > 1)


def _weigh(text: str, encoding: _Encoding) -> _Weight:
    good: set[str] = set()
    bad = letters = 0
    for chunk in _chunks(encoding.prepare(text)):
        converted = encoding.convert(chunk)
        odd = _is_odd(chunk)
        if encoding.remnant and encoding.remnant in converted:
            continue
        if converted == chunk:
            bad += odd
        elif not _reads_well(converted):
            bad += 1
        elif odd:
            good.add(converted.lower())
            letters = max(letters, sum(not character.isascii() for character in chunk))
    return _Weight(frozenset(good), bad, letters)


def _chunks(text: str) -> Iterator[str]:
    """What stands between blanks and ASCII signs, if it holds more than ASCII; of a long text the beginning."""
    chunks = (chunk[:_LONGEST_CHUNK] for chunk in _CHUNK.findall(text) if not chunk.isascii())
    return (chunk for chunk, _ in zip(chunks, range(_MOST_CHUNKS), strict=False))


def _is_odd(chunk: str) -> bool:
    """Whether `chunk` holds what no Vietnamese word is: «ViÖt», «t©m», «Tieáng», «tÃ¢m»."""
    return not _reads_well(unicodedata.normalize("NFC", chunk))


def _reads_well(chunk: str) -> bool:
    """Whether all letters of `chunk` make words, and nothing else is there but digits and common signs."""
    text = chunk.strip(_QUOTES)
    others = set(re.sub(rf"{_WORD}|[0-9²³¹¼½¾_]", "", text))
    if not others <= set(_QUOTES + _SIGNS) or _AT_A_LETTER.search(text):
        return False
    return all(map(_is_word, re.findall(_WORD, text)))


def _is_word(word: str) -> bool:
    return word.isascii() or is_syllable(word) or has_lost_a_letter(word) or _is_abbreviation(word)


def _is_abbreviation(word: str) -> bool:
    """«HĐND», «TTHTCĐ», «ĐƯ», «đc»: capitals without a tone, or nothing but consonants."""
    letters = set(word) - set("ĐđƠƯ")
    return letters <= (set("ABCDEFGHIKLMNOPQRSTUVXYZ") if word.isupper() else set("bcdghklmnpqrstvx"))


@lru_cache(_MOST_CHUNKS)
def _is_vietnamese(chunk: str) -> bool:
    """Whether `chunk` is Vietnamese as it stands, with a letter that no old text holds."""
    text = unicodedata.normalize("NFC", chunk)
    return any(character in _OURS for character in text) and not _is_odd(text)


def _ours() -> Iterable[str]:
    for base in "aăâeêioôơuưyđ":
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"):
            yield from (unicodedata.normalize("NFC", letter + tone) for letter in (base, base.upper()))


_OURS: Final = frozenset(letter for letter in _ours() if len(letter) == 1 and letter > "\xff")
