"""What is wrong with something typed, in words for the person who typed it."""

from __future__ import annotations

_LONGEST_QUOTE = 40


class TextProblem(ValueError):
    """Typed text that cannot be used; `message` says in Vietnamese what is wrong, then what to do next."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def quoted(typed: str, longest: int = _LONGEST_QUOTE) -> str:
    """`typed` in “…”, at most `longest` characters, and harmless to a terminal whatever it holds."""
    shown = typed[: longest + 1]
    if len(shown) > longest:
        shown = shown[: longest - 1].rstrip() + "…"
    return "“" + "".join(c if c.isprintable() else "?" for c in shown) + "”"
