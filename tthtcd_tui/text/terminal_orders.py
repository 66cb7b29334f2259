"""What a terminal obeys and does not show, in a text that was copied from one: colours, the title of its window."""

from __future__ import annotations

import re

# Compiled when first needed: hardly any text holds one.
_ORDER = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)|[()*+#%][0-9A-Za-z])"
_BARE_COLOUR = r"\[(?:[0-9]{1,3}(?:;[0-9]{1,3})*)?m"
_BARE_END = r"\[0?m"


def without_orders(text: str) -> str:
    """`text` without whole sequences that begin with ESC; an ESC that begins none stays."""
    return re.sub(_ORDER, "", text) if "\x1b" in text else text


def without_bare_colours(text: str) -> str:
    """`text` without «[31m» and «[0m», as terminals leave them that drop the ESC of what is pasted.

    Only where a line has both: nobody else writes a colour and its end.
    """
    if "[0m" not in text and "[m" not in text:
        return text
    return "".join(map(_without_pair, text.splitlines(keepends=True)))


def _without_pair(line: str) -> str:
    is_coloured = re.search(rf"{_BARE_COLOUR}.*{_BARE_END}", line, re.DOTALL) is not None
    return re.sub(_BARE_COLOUR, "", line) if is_coloured else line
