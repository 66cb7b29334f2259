"""A thousand strings that may harm who reads, stores or prints them; the same ones every time."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Final

from support.any_text import HOSTILE, TYPED, VIETNAMESE
from support.strategies import LETTERS, MARKUP

COUNT: Final = 1_000

CONTROLS: Final = tuple(map(chr, (*range(0x20), *range(0x7F, 0xA0))))
TURNING: Final = tuple(map(chr, (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
HALVES: Final = ("\ud800", "\udbff", "\udc00", "\udfff", "\ud83d", "\ude00")
SEQUENCES: Final = (
    "\x1b[2J", "\x1b[31m", "\x1b]0;tên\x07", "\x1b]8;;http://a\x1b\\b\x1b]8;;\x1b\\", "\x1bP1$r\x1b\\", "\x1b[?1049h",
    "\x9b2J", "\x9d0;x\x9c", "\x90q\x9c", "\x1b[6n", "\x1bc", "\x0e\x0f", "\r\x1b[K", "\x08\x08\x08", "\x1b[201~",
)  # fmt: skip
_PIECES: Final = (*CONTROLS, *TURNING, *HALVES, *SEQUENCES, *HOSTILE, *VIETNAMESE, *TYPED, *MARKUP, *LETTERS)


@cache
def strings() -> tuple[str, ...]:
    """Every piece alone, then pieces mixed with each other and with characters from anywhere."""
    random = Random(30_2020)
    made = dict.fromkeys(_PIECES)
    while len(made) < COUNT:
        pieces = (
            random.choice(_PIECES) if random.random() < 0.8 else chr(random.randrange(0x110000))
            for _ in range(random.randint(1, 8))
        )
        made["".join(pieces)] = None
    return tuple(made)
