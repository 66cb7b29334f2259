"""Text in an old encoding, letters lost on the way, whole sentences without a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from tthtcd_tui.checks.rule import Frame
from tthtcd_tui.checks.sentences import sentences
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.dates import padded_date
from tthtcd_tui.text.problem import quoted

# Compiled when first needed, and kept by re.
_MODERN: Final = range(ord("Ạ"), ord("ỹ") + 1)
"""The block of Unicode that only Vietnamese has."""
_USUAL: Final = frozenset(
    [*map(chr, range(128)), *map(chr, _MODERN), *"àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝăĂđĐĩĨũŨơƠưƯ«»°²³½·–—‘’“”•…×"]
)
_LAST_ODD: Final = "\u2122"
"""No old encoding shows a letter beyond ™."""
_HORNED: Final = frozenset("ơớờởỡợƠỚỜỞỠỢ")
_OURS: Final = r"\S*[ăĂđĐơƠưƯạ-ỹẠ-Ỹ]\S*"
"""A word with a letter that no old encoding shows."""
_FEWEST_STRANGE: Final = 2
_SOFT_HYPHEN: Final = "\u00ad"
_QUESTIONED: Final = r"[^\W\d_]\?+[^\W\d_]|(?<!\S)\?+[^\W\d_]"
_ADDRESS: Final = r"(?<!\S)\S*(?:://|@|www\.)\S*"
_FEWEST_QUESTIONED: Final = 2
_ENTITY: Final = (
    r"\w*&(?:#\d{2,6}|#x[0-9A-Fa-f]{2,5}|nbsp|amp|quot|lt|gt|ndash|mdash|[lr][sd]quo"
    r"|[aeiouy](?:acute|grave|circ|tilde|uml)|eth);\S*"
)
"""A letter as a web page has it."""
_FOREIGN: Final = "[äæåçëïñöøüÿßÄÆÅÇËÏÑÖØÜ]"
_FEWEST_FOREIGN: Final = 3
_MOST_OURS: Final = 3
"""Words in foreign letters among this many times as many others make a text of an encoding that nobody knows here."""
_WORD: Final = r"[A-Za-z]+"
_FEWEST_BARE: Final = 8
_MOST_BARE: Final = 0.9
"""How many of the words of a sentence without marks must be syllables to call it Vietnamese."""


def old_encoding(_frame: Frame, text: Text) -> Iterator[Finding]:
    """TCVN3, VNI, Windows-1258, UTF-8 read as something else: shown as it is and as it reads."""
    if text.role is not Role.CODE and (said := _old(text.raw)):
        yield warning("old_encoding", text.place, f"{text.label}: {said}")


def old_encoding_in_log(_frame: Frame, activities: Sequence[Activity]) -> Iterator[Finding]:
    """An activity's words in an old encoding."""
    for activity in activities:
        for key, words in (("title", activity.title), ("place", activity.place), ("partner", activity.partner)):
            if _is_odd(words) and (said := _old(words)):
                where = f"Hoạt động ngày {padded_date(activity.date)}, {quoted(activity.title)}"
                yield warning(
                    "old_encoding_in_log", Place.of(PlaceKind.ACTIVITY, activity.uid, key), f"{where}: {said}"
                )


def lost_letters(_frame: Frame, text: Text) -> Iterator[Finding]:
    """«Phơng hớng đợc», «h?c t?p»: letters that were gone before the text came."""
    if text.role is Role.CODE:
        return
    lost = _lost(text.own)
    if lost:
        yield warning(
            "lost_letters",
            text.place,
            f"{text.label}: có chữ bị mất khi chép: {', '.join(map(quoted, lost[:3]))}. Gõ lại các chữ đó.",
            lost[0],
        )


def unmarked(_frame: Frame, text: Text) -> Iterator[Finding]:
    """A whole sentence of Vietnamese typed without a single mark."""
    if text.role is not Role.PROSE:
        return
    for sentence in sentences(text.own):
        if sentence.isascii() and _is_bare(sentence):
            words = f"câu {quoted(sentence.strip())} viết không dấu. Gõ lại có dấu, hoặc ghi lý do."
            yield warning("unmarked", text.place, f"{text.label}: {words}")
            return


def _is_bare(sentence: str) -> bool:
    words = re.findall(_WORD, sentence)
    if len(words) < _FEWEST_BARE:
        return False
    from tthtcd_tui.text.syllables import is_bare_syllable  # hardly any sentence comes to this

    return sum(map(is_bare_syllable, words)) >= len(words) * _MOST_BARE


def _is_odd(words: str) -> bool:
    """Whether it has a letter that hardly any Vietnamese text holds, and nearly every one in an old encoding does."""
    return any(letter <= _LAST_ODD for letter in set(words) - _USUAL)


@lru_cache(maxsize=1024)
def _old(words: str) -> str:
    """What old encoding `words` are in and how they read, in a sentence or two; nothing where they are none."""
    if not _is_odd(words):
        return ""
    from tthtcd_tui.text.legacy import recognise  # hardly any text is old

    found = recognise(words) or next(filter(None, map(recognise, _strange_runs(words))), None)
    if found:
        return f"{found.message} Gõ lại, hoặc dán lại để chương trình chuyển giúp."
    foreign = [word for word in words.split() if re.search(_FOREIGN, word)]
    if len(foreign) >= _FEWEST_FOREIGN and len(foreign) * _MOST_OURS >= len(words.split()):
        return f"{quoted(' '.join(foreign[:3]))} không phải chữ Việt, có thể của một bảng mã cũ. Gõ lại các chữ đó."
    return ""


def _strange_runs(words: str) -> Iterator[str]:
    """What stands between words that are Vietnamese as they are: a sentence pasted into a paragraph of ours."""
    for run in re.split(_OURS, words):
        if len(run.split()) >= _FEWEST_STRANGE and _is_odd(run):
            yield run.strip()


@lru_cache(maxsize=1024)
def _lost(words: str) -> tuple[str, ...]:
    if _SOFT_HYPHEN in words:
        return tuple(dict.fromkeys(re.findall(rf"\w*{_SOFT_HYPHEN}[\w{_SOFT_HYPHEN}]*", words)))
    bare = re.sub(_ADDRESS, "", words) if "?" in words or "&" in words else ""
    if "&" in bare and (entities := re.findall(_ENTITY, bare)):
        return tuple(dict.fromkeys(entities))
    if "?" in bare and len(re.findall(_QUESTIONED, bare)) >= _FEWEST_QUESTIONED:
        return tuple(word for word in bare.split() if re.search(_QUESTIONED, word))
    if _old(words) or _HORNED.isdisjoint(words):
        return ()
    from tthtcd_tui.text.syllables import lost_words

    return lost_words(words)
