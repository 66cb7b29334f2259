"""What a program sends to a terminal, taken apart: text, and the sequences that the terminal obeys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_TOKEN: Final = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # CSI
    "|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)"  # OSC
    "|\x1b.|[\x00-\x1f\x7f-\x9f]|[^\x00-\x1f\x7f-\x9f]+",
    re.DOTALL,
)
_OURS: Final = re.compile(
    r"\x1b\[(?:\d+(?:;\d+)?)?H|\x1b\[[\d;]*m|\x1b\[\d*[A-DK]"  # where to draw, how, and blanks to the end of a line
    r"|\x1b\[\?(?:25|1049|2004|2026)[hl]"  # cursor, screen, paste, whole frames
    r"|\x1b\[\?2026\$p"  # whether whole frames are known
    r"|\x1b\[(?:\d+;\d+)?r|\x1b[DM]"  # margins, and the rows between them one up or down
    r"|\r|\n|\x08"
)
"""All that the program has to say to a terminal. What is not here came out of somebody's text."""


def tokens(sent: bytes) -> Iterator[str]:
    """Each control sequence and each stretch of text. The end of what was sent may be cut short."""
    text = sent.decode("utf-8", "replace")
    for found in _TOKEN.finditer(text):
        yield found.group()


def foreign(sent: bytes) -> list[str]:
    """Control sequences and characters that the program itself never sends."""
    return [token for token in tokens(sent) if not token[0].isprintable() and not _OURS.fullmatch(token)]
