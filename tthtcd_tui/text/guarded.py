"""Text that a spreadsheet would run as a formula, and the apostrophe that keeps it from doing so in a csv."""

from __future__ import annotations

import re
from typing import Final

_FORMULA: Final = re.compile("'*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
"""A sign with which a formula begins, full-width ones too, or such a text with apostrophes before it."""


def guarded(text: str) -> str:
    """`text` for a csv: with an apostrophe where it would begin a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
