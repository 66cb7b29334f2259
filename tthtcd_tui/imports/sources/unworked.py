"""Formulas in an xlsx whose value the file does not have: no program has worked them out since they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_UNWORKED: Final = re.compile(rb"<c\b([^<>]*)>\s*<f\b[^<>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
"""A cell with a formula that no program has worked out yet."""
_ROW_OF: Final = re.compile(rb'\br="[A-Z]+([0-9]{1,7})"')
_WORDS: Final = b't="str"'
"""Of a formula: its result is text, which may be none."""


def unworked_in(block: bytes) -> Iterator[int]:
    """The rows, from 1, of such cells in a stretch of a sheet; a row comes as often as it has one."""
    for about in _UNWORKED.findall(block):
        if _WORDS not in about and (found := _ROW_OF.search(about)):
            yield int(found[1])
