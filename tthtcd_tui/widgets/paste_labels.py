"""Which rows of a sheet the labels of a pasted block name: those called so, or begun so; never those only alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tthtcd_tui.text.fold import fold
from tthtcd_tui.widgets.paste_outcome import Block
from tthtcd_tui.widgets.sheet_rows import SheetRow

_FEWEST_LETTERS: Final = 4
_LIGHT: Final = frozenset("tham gia cua cac va cho ve viec cong tac".split())
"""Words of a label that tell no row from another."""


def label_column(block: Block, rows: Sequence[SheetRow]) -> int | None:
    """The column, with another on its right, most of whose cells name one of `rows` each."""
    for column in range(max(map(len, block)) - 1):
        words = [line[column] for line in block if column < len(line) and is_label(line[column])]
        if words and sum(len(_alike(text, rows)) == 1 for text in words) * 2 >= len(words):
            return column
    return None


def in_order(texts: Sequence[str], rows: Sequence[SheetRow]) -> list[SheetRow | None]:
    """The row that each of `texts` names; of several called so the one that stands between those named around it."""
    found = [named(text, rows) for text in texts]
    told = [None if row is None else rows.index(row) for row in found]
    for number, text in enumerate(texts):
        if found[number] is None and len(called := called_so(text, rows)) > 1:
            above = next((at for at in reversed(told[:number]) if at is not None), None)
            below = next((at for at in told[number + 1 :] if at is not None), len(rows))
            fit = [row for row in called if above is not None and above < rows.index(row) < below]
            found[number] = fit[0] if len(fit) == 1 else None
    return found


def named(label: str, rows: Sequence[SheetRow]) -> SheetRow | None:
    """The one row that a label names."""
    found = all_named(label, rows)
    return found[0] if len(found) == 1 else None


def all_named(label: str, rows: Sequence[SheetRow]) -> list[SheetRow]:
    """The rows that are called so, or else the one alike that is called so and more."""
    if called := called_so(label, rows):
        return called
    alike = _alike(label, rows)
    return alike if len(alike) > 1 or any(_goes_on(row.label, label) for row in alike) else []


def called_so(label: str, rows: Sequence[SheetRow]) -> list[SheetRow]:
    """The rows that are called so, or in other words that tell nothing: «1. Tham gia của nhà hảo tâm»."""
    if not is_label(label):
        return []
    called = [row for row in rows if fold(row.label).strip() == fold(label)]
    words = _weighty(label)
    return called or [row for row in rows if words and _weighty(row.label) == words]


def is_called(label: str, cell: str) -> bool:
    """Whether a cell only says the row's `label`, or its beginning: «Chủ đề:» of «Chủ đề năm học»."""
    return is_label(cell) and _goes_on(label, cell)


def is_label(text: str) -> bool:
    """Whether a cell has letters enough to name a row."""
    return sum(map(str.isalpha, text)) >= _FEWEST_LETTERS


def is_alike(label: str, other: str) -> bool:
    """Whether two labels share more than two thirds of the words of the shorter."""
    ours, theirs = (set(re.findall(r"\w+", fold(text))) for text in (label, other))
    return len(ours & theirs) * 3 > min(len(ours), len(theirs)) * 2


def _alike(label: str, rows: Sequence[SheetRow]) -> list[SheetRow]:
    """The rows that are called so, or else those that may be meant."""
    return called_so(label, rows) or [row for row in rows if is_label(label) and is_alike(label, row.label)]


def _goes_on(label: str, begun: str) -> bool:
    """Whether the words of `label` begin with all that `begun` says."""
    words = re.findall(r"\w+", fold(label))
    said = re.findall(r"\w+", fold(begun))
    return words[: len(said)] == said


def _weighty(label: str) -> list[str]:
    """The words that tell a row from another, without its numbering."""
    words = re.findall(r"\w+", fold(label))
    while words and (words[0].isdecimal() or len(words[0]) == 1):
        words.pop(0)
    return [word for word in words if word not in _LIGHT]
