"""Occurrences of some words in a text, and the words that take their place."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

Span = tuple[int, int]


def occurrences(text: str, words: str) -> list[Span]:
    """Where `words` stand in `text`, capitals or not, from start to end; none of them within another."""
    return list(_found(text, words, str.lower)) if words else []


def unmarked_occurrences(text: str, words: str) -> list[Span]:
    """As `occurrences`, without minding marks either: «hoc» finds «Học»."""
    return list(_found(text, words, _unmarked)) if words else []


def in_the_case_of(found: str, words: str, replacement: str) -> str:
    """`replacement` with a capital where `found` has one that `words` has not: it begins a sentence."""
    begins = found[:1] != found[:1].lower() and words[:1] == words[:1].lower()
    return replacement[:1].upper() + replacement[1:] if begins else replacement


def _found(text: str, words: str, key_of: Callable[[str], str]) -> Iterator[Span]:
    wanted = key_of(words)
    key = key_of(text)
    starts = None if len(key) == len(text) else _starts(text, key_of)
    if not wanted or (starts is not None and starts[-1] != len(key)):
        return  # what is compared was not made letter by letter
    at = 0
    while (start := key.find(wanted, at)) >= 0:
        at = start + len(wanted)
        yield (start, at) if starts is None else _letters(starts, start, at)


def _starts(text: str, key_of: Callable[[str], str]) -> Sequence[int]:
    """For each letter of `text`, and for its end, where its key begins in the key of the whole."""
    starts = [0]
    for letter in text:
        starts.append(starts[-1] + len(key_of(letter)))
    return starts


def _letters(starts: Sequence[int], start: int, end: int) -> Span:
    """The letters whose keys lie between `start` and `end`, whole, and marks that have none among them."""
    return bisect_right(starts, start) - 1, max(bisect_right(starts, end) - 1, bisect_left(starts, end))


def _unmarked(text: str) -> str:
    return "".join(map(_plain, text))


@lru_cache(4096)
def _plain(letter: str) -> str:
    """`letter` without case and marks, đ as d; nothing for a mark."""
    parts = unicodedata.normalize("NFD", letter.lower())
    return "".join(part for part in parts if not unicodedata.combining(part)).replace("đ", "d")
