"""Whether a word is a syllable of Vietnamese: an onset, a rime and a tone that go together."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

_WORD: Final = r"(?:(?![²³¹¼½¾ªº])[^\W\d_])+"
_ONSETS: Final = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RIMES: Final = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong
    op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt up ut
    uy uya uych uynh uyên uyêt uyt uyn uyp uyu uơ
    ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ưm ưn
    y yêm yên yêng yêt yêu ynh yn yt ych
"""
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_SHARP_OR_HEAVY: Final = "\u0301\u0323"
_VOWELS: Final = frozenset("aăâeêioôơuưy")
_AFTER_GI: Final = _VOWELS - {"i"}
_LOST: Final = frozenset("ơng ơc ơu".split())
"""Rimes that no syllable has, and that are left of ương, ươc, ươu where the ư was lost."""

_HORNED: Final = frozenset("ơớờởỡợƠỚỜỞỠỢ")
"""Their vowel."""


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_ONSETS.split()), frozenset(_RIMES.split())


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether Vietnamese could write `word`, in any case; «hoà» and «hòa» are both right."""
    base, tones = _apart(word)
    if len(tones) > 1:
        return False
    onset, rime = _split(base)
    onsets, rimes = _known()
    if onset and onset not in onsets:
        return False
    rime = re.sub("k$", "c", rime)  # names of the highlands: Đắk Lắk
    if rime not in rimes and not (onset == "gi" and rime in ("êng", "êt", "ên", "êc", "êm")):
        return False
    if not tones:
        return True
    (at, tone), *_ = tones
    if re.search("(?:c|ch|p|t)$", rime) and tone not in _SHARP_OR_HEAVY:
        return False
    return at - len(onset) in _places(rime)


@lru_cache(maxsize=4096)
def is_bare_syllable(word: str) -> bool:
    """Whether `word` is a syllable whose marks were not typed: «nguoi», «truong», «da»."""
    low = word.lower()
    onset = max((one for one in _known()[0] if low.startswith(one)), key=len, default="")
    rimes = (re.sub("k$", "c", low[len(start) :]) for start in {onset, onset[:1], ""})
    return any(rime in _bare_rimes() for rime in rimes)


@cache
def _bare_rimes() -> frozenset[str]:
    parts = (unicodedata.normalize("NFD", rime) for rime in _known()[1])
    return frozenset("".join(one for one in part if not unicodedata.combining(one)) for part in parts)


def _places(rime: str) -> tuple[int, ...]:
    """The letters of a rime that can bear its tone: the main vowel; of oa, oe, uy either."""
    vowels = re.match("[aăâeêioôơuưy]*", rime)
    count = len(vowels[0]) if vowels else 0
    if rime in ("oa", "oe", "uy", "oong"):
        return 0, 1
    if rime in ("uê", "uơ"):
        return (1,)
    if count < len(rime):
        return (count - 1,)
    return (1,) if count == 3 else (0,)


def has_lost_a_letter(word: str) -> bool:
    """Whether `word` is what a syllable with «ươ» leaves when its «ư» is lost: «phơng», «đợc», «hơu»."""
    if _HORNED.isdisjoint(unicodedata.normalize("NFC", word)):
        return False  # as most words
    base, tones = _apart(word)
    onset, rime = _split(base)
    return rime in _LOST and len(tones) < 2 and (not onset or onset in _known()[0])


def lost_words(text: str) -> tuple[str, ...]:
    """The words of `text` that can only be what is left of others: «Phơng», «trờng», «đợc»."""
    return tuple(filter(has_lost_a_letter, dict.fromkeys(re.findall(_WORD, text))))


def _apart(word: str) -> tuple[str, list[tuple[int, str]]]:
    """The letters without tones, in small ones, and the tones with the number of the letter that bears each."""
    letters: list[str] = []
    tones: list[tuple[int, str]] = []
    for character in unicodedata.normalize("NFD", word.lower()):
        if character in _TONES:
            tones.append((len(letters) - 1, character))
        elif letters and unicodedata.combining(character):
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + character)
        else:
            letters.append(character)
    return "".join(letters), tones


def _split(base: str) -> tuple[str, str]:
    if base.startswith("qu"):
        return "qu", base[2:]
    if base.startswith("gi") and base[2:3] in _AFTER_GI:
        return "gi", base[2:]
    at = next((at for at, letter in enumerate(base) if letter in _VOWELS), len(base))
    return base[:at], base[at:]
