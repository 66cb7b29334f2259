"""A screen as a golden file keeps it: what stands there, and below it how it looks, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from support.screens import Screens


def picture(screens: Screens) -> str:
    """The text of the screen, then for each line that is not all plain: its cells from-to and their look."""
    looks = [line for number, strip in enumerate(screens.strips, 1) for line in _looks(number, strip)]
    return "\n".join([*screens.lines, "=" * screens.app.size.width, *looks]) + "\n"


def _looks(number: int, strip: list[tuple[str, Style]]) -> Iterator[str]:
    at = 0
    for text, style in strip:
        look = poll_report(style)
        if look:
            yield f"{number:>2} {at}-{at + len(text)} {look}"
        at += len(text)


def poll_report(style: Style) -> str:
    """«bold red», «reverse»; nothing for what is plain."""
    words = [word for word in ("bold", "dim", "italic", "underline", "reverse") if getattr(style, word)]
    colour = style.color.name if style.color is not None and not style.color.is_default else ""
    behind = style.bgcolor.name if style.bgcolor is not None and not style.bgcolor.is_default else ""
    return " ".join(filter(None, [*words, colour, f"on {behind}" if behind else ""]))
