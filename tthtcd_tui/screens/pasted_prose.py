"""How what is pasted lands in a paragraph: as words of its sentence, as paragraphs of its own, or as the next piece."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.text.pasted import Pasted
from tthtcd_tui.widgets.prose.prose import Prose

_STOPS: Final = ".!?:;…"


def landing(prose: Prose, found: Pasted, raw: str, *, runs_on: bool) -> str:
    """The words of `found`, which was pasted as `raw`, with the blanks and line breaks that they need at the caret.

    With `runs_on` it may be the next piece of a paste without brackets.
    """
    if runs_on and _is_in_a_sentence(prose):
        return _with_ends(found.text, raw)
    return _parted(prose, found.text) if "\n" in found.text else _with_blanks(found.text, raw)


def _is_in_a_sentence(prose: Prose) -> bool:
    """Whether what stands before the caret ended there, in the middle of a sentence."""
    before = prose.paragraph[: prose.caret.at].rstrip()
    return bool(before) and before[-1] not in _STOPS


def _parted(prose: Prose, lines: str) -> str:
    """`lines` with line breaks around them where they would run on from a paragraph that is there already."""
    if prose.selection is not None:
        return lines
    paragraph, at = prose.paragraph, prose.caret.at
    before = "\n" if paragraph[:at].strip() else ""
    after = "\n" if paragraph[at:].strip() else ""
    return f"{before}{lines}{after}"


def _with_blanks(line: str, raw: str) -> str:
    """`line` as it was pasted into a sentence: with a blank where there was one before it or behind it."""
    before, after = (" " if end in (" ", "\xa0") else "" for end in (raw[:1], raw[-1:]))
    return f"{before}{line}{after}"


def _with_ends(words: str, raw: str) -> str:
    """`words` with the blanks and the line breaks that stood around them: the piece of a paste."""
    before, after = raw[: len(raw) - len(raw.lstrip())], raw[len(raw.rstrip()) :]
    first, last = (("\n" if {"\r", "\n"} & set(end) else end[:1].replace("\t", " ")) for end in (before, after))
    return f"{first}{words}{last}"
