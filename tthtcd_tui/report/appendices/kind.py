"""AppendixKind: how one kind of appendix is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.outline import Block
from tthtcd_tui.report.writer import Writer


class Content(NamedTuple):
    """What stands below the title of an appendix."""

    blocks: Iterable[Block]
    is_wide: bool = False
    """Whether it needs a page turned on its side."""


class AppendixKind(NamedTuple):
    """One kind of appendix. `name` is the key by which forms word it."""

    name: str
    content: Callable[[Writer, Material], Content]
    needs_log: bool = False
    """Whether it needs the activities themselves, not their sums alone."""
