"""Who signs beside whom: in minutes the secretary on the left of who presides, the members in columns below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.outline import Runs, Signature, SignOff

_MOST_ACROSS: Final = 3


class Signing(NamedTuple):
    """One block of the signatures: the lines above the space to sign, and the name below; a heading has no name."""

    capacity: tuple[Runs, ...]
    name: Runs | None = None

    @property
    def lines(self) -> tuple[Runs, ...]:
        return (*self.capacity, *(() if self.name is None else (self.name,)))


def signing_rows(block: SignOff) -> list[tuple[Signing, ...]]:
    """The blocks row by row from the top; those of one row are equally wide.

    The first has two: one who signs for themselves on the left, the report's signer on the right.
    """
    alone = [Signing((each.capacity,), each.names[0]) for each in block.beside if len(each.names) == 1]
    first, *others = alone or [Signing(())]
    rows = [(first, Signing(block.capacity, block.signer)), *_across(others, 2)]
    for each in block.beside:
        if len(each.names) > 1:
            rows += [(Signing((each.capacity,)),), *_together(each)]
    return rows


def _together(group: Signature) -> Iterator[tuple[Signing, ...]]:
    names = [Signing((), name) for name in group.names]
    yield from _across(names, 2 if len(names) in (2, 4) else _MOST_ACROSS)


def _across(signing: Sequence[Signing], columns: int) -> Iterator[tuple[Signing, ...]]:
    """Split into rows of `columns` blocks; the last row is padded, so that all are equally wide."""
    for at in range(0, len(signing), columns):
        row = tuple(signing[at : at + columns])
        yield (*row, *(Signing(()) for _ in range(columns - len(row))))
