"""Where one cell is printed: the sentence, or the row of a table, in which it will be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.compose.document import Part
from tthtcd_tui.report.outline import (
    Addressees,
    Block,
    Heading,
    KeyValues,
    Paragraph,
    Run,
    Runs,
    SignOff,
    Table,
    lines_of,
    plain,
)
from tthtcd_tui.report.place import Place

_SENTENCE_END: Final = re.compile(r"[.!?…]\s+")
_BETWEEN_CELLS: Final = Run(" · ")


class Printed(NamedTuple):
    """The words around a place; the runs of `place` among them are those to be marked."""

    runs: Runs
    place: Place


def printed_at(parts: Sequence[Part], place: Place, section: str = "") -> Printed | None:
    """The first passage that prints `place`, in `section` if it is there; None where nothing prints it.

    For a cell that prints nothing itself, such as an empty one of a table, it is the row.
    """
    ordered = sorted(parts, key=lambda part: part.section != section)
    for is_meant in (place.__eq__, partial(in_the_row_of, place)):
        for block in chain.from_iterable(part.blocks() for part in ordered):
            for runs in _lines(block):
                found = next((run.place for run in runs if run.place and is_meant(run.place)), None)
                if found:
                    return Printed(_sentence(runs, found) if isinstance(block, Paragraph) else runs, found)
    return None


def in_the_row_of(place: Place, other: Place) -> bool:
    """Whether `other` belongs to the same row as `place`: the same item, member, or row of a table."""
    row = place.parent
    return "/" in row and row in (other, other.parent)


def _lines(block: Block) -> Iterable[Runs]:
    """The lines of a block as they are read: a table row by row, a list with its label."""
    match block:
        case Table():
            return map(_row, (row.cells for row in block.rows))
        case Addressees():
            return [(Run(f"{block.label} "), *body) for body in block.bodies]
        case Heading():
            return [(Run(f"{block.label} "), *block.text)]
        case KeyValues():
            return [(*item.label, *item.value) for item in block.items]
        case SignOff():
            return [*((Run(f"{block.label} "), *line) for line in block.recipients), *block.capacity, block.signer]
        case _:
            return lines_of(block)


def _row(cells: Sequence[Runs]) -> Runs:
    filled = [cell or (Run("–"),) for cell in cells]
    return tuple(chain(filled[0], *((_BETWEEN_CELLS, *cell) for cell in filled[1:])))


def _sentence(runs: Runs, place: Place) -> Runs:
    """The sentence of a paragraph in which the first words of `place` stand."""
    text = plain(runs)
    at = next(start for start, run in _placed(runs) if run.place == place)
    ends = [end.end() for end in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= at), default=0)
    end = next((end for end in ends if end > at), len(text))
    return tuple(
        Run(piece, run.place, run.kind)
        for begin, run in _placed(runs)
        if (piece := run.text[max(start - begin, 0) : max(end - begin, 0)])
    )


def _placed(runs: Runs) -> Iterator[tuple[int, Run]]:
    """Each run with where it begins."""
    at = 0
    for run in runs:
        yield at, run
        at += len(run.text)
