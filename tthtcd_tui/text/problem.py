"""Quote what somebody typed, for a message about it."""

from __future__ import annotations

_LONGEST_QUOTE = 40


def quoted(typed: str, longest: int = _LONGEST_QUOTE) -> str:
    """`typed` in “…”, at most `longest` characters, and harmless to a terminal whatever it holds."""
    shown = typed[: longest + 1]
    if len(shown) > longest:
        shown = shown[: longest - 1].rstrip() + "…"
    return "“" + "".join(c if c.isprintable() else "?" for c in shown) + "”"
