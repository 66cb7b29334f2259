"""The letterhead of a roll-up: of a file, and in a shared database what the unit's own supervisor said since."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.register.register import Register
from tthtcd_tui.report.kinds.details import ADDRESSEES, RECIPIENTS
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rollup.letterhead import LARGEST, RollupHead, read_head, read_tree
from tthtcd_tui.tasks.session.habits import tidy_lines
from tthtcd_tui.tasks.upward.shared import Shared
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import format_date, parse_date

LETTERHEAD: Final = "the-thuc.toml"
"""The letterhead's file in the register, or beside the database that all share."""
_LINES: Final[Mapping[str, Place]] = {"addressees": ADDRESSEES, "recipients": RECIPIENTS}
_BETWEEN: Final = "; "
"""Bodies in one line: in print each ends so."""


def letterhead(source: Register | Shared, asked: Path | None, unit: str = "") -> RollupHead:
    """That of the file asked for; else of the register, or beside the database, an empty one where there is none.

    Where all share a database, what was said there of the unit that reports goes before the file: that of whoever
    looks, else the `unit` that is added up. Raises UnusableFile, NoSuchUnit.
    """
    folder = source.store.path.parent if isinstance(source, Shared) else source.folder
    path = asked or folder / LETTERHEAD
    is_there = asked is not None or path.exists()
    head = read_head(read_bounded(path, LARGEST), path.name) if is_there else RollupHead()
    if asked is not None or not isinstance(source, Shared):
        return head
    code = source.top or (source.units.named(unit).code if unit else "")
    return head._replace(**read_tree(source.store.letterheads.of(code), LETTERHEAD))


def may_say(source: Register | Shared) -> bool:
    """Whether whoever looks says what the letterhead is: of their unit, or of who directs all; mail has a file."""
    return isinstance(source, Shared) and (bool(source.top) or source.store.rights.directs_all())


def said(head: RollupHead, field: str) -> str:
    """What stands in a field, as it would be typed."""
    value = getattr(head, field)
    if field == "date":
        return format_date(value) if value else ""
    return _BETWEEN.join(value) if field in _LINES else str(value)


def say(source: Shared, field: str, raw: str) -> None:
    """Take what was typed into a field, without what is printed anyway. Raises TextProblem, NotAllowed."""
    source.store.letterheads.say(field, _read(field, clean_line(raw)))


def _read(field: str, line: str) -> str | list[str]:
    if field == "date":
        return parse_date(line).isoformat() if line else ""
    if field in _LINES:
        return list(tidy_lines(_LINES[field], tuple(part.strip() for part in line.split(";"))))
    if field == "symbol":
        return line.lstrip("/ ")
    return line.rstrip(" ,;")
