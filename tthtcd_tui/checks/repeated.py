"""The same words in two places: a paragraph pasted twice, a sentence said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.sentences import sentences
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.problem import quoted

_FEWEST_WORDS: Final = 10
"""Of a paragraph: shorter ones may well be said of two things."""
_FEWEST_IN_SENTENCE: Final = 5
_MOST_DIFFERENT: Final = 0.15
"""How much of the words of two paragraphs may differ while they are still one."""
_LONGEST_QUOTE: Final = 60


class Words(NamedTuple):
    """The words of a paragraph without marks and case: in their order, and which there are."""

    all: tuple[str, ...]
    kinds: frozenset[str]


def repeated_paragraph(context: Context, texts: Sequence[Text]) -> Iterator[Finding]:
    """A paragraph that stands in two places, word for word or nearly so. Told at the later one."""
    long = [
        (text, words)
        for text in texts
        if text.role is Role.PROSE and len((words := _words(text.raw)).all) >= _FEWEST_WORDS
    ]
    for number, (text, words) in enumerate(long):
        for other, others in long[:number]:
            if _are_one(words, others):
                where = "ngay trong mục này" if other.place == text.place else f"ở “{other.label}”"
                yield warning(
                    "repeated_paragraph",
                    text.place,
                    f"{text.label}: đoạn {quoted(text.words, _LONGEST_QUOTE)} trùng với đoạn {where}. Bỏ một đoạn, hoặc"
                    " viết lại.",
                )
                break


def repeated_sentence(context: Context, texts: Sequence[Text]) -> Iterator[Finding]:
    """A sentence said twice in one paragraph."""
    for text in texts:
        if text.role is Role.PROSE:
            seen: set[tuple[str, ...]] = set()
            for sentence in sentences(text.words):
                words = _words(sentence).all
                if words in seen and len(words) >= _FEWEST_IN_SENTENCE:
                    shown = quoted(sentence.strip(), _LONGEST_QUOTE)
                    yield warning(
                        "repeated_sentence",
                        text.place,
                        f"{text.label}: câu {shown} viết hai lần. Bỏ một câu.",
                        sentence,
                    )
                    break
                seen.add(words)


@lru_cache(maxsize=2048)
def _words(text: str) -> Words:
    words = tuple(re.findall(r"[^\W_]+", fold(text)))
    return Words(words, frozenset(words))


def _are_one(one: Words, other: Words) -> bool:
    if one.all == other.all:
        return True
    shared = len(one.kinds & other.kinds)
    every = len(one.kinds | other.kinds)
    return every - shared <= every * _MOST_DIFFERENT and abs(len(one.all) - len(other.all)) <= 2
