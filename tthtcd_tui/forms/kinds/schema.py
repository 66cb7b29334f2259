"""Schema: the tables and keys of one kind of content in a form's TOML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from tthtcd_tui.forms.model import FieldType, Part
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable

FORMS_KEPT: Final = 16
"""The number of forms whose look-ups are cached: as many as a province may use at once."""


class Fault(NamedTuple):
    """A fault of an entry in a section, found at `key` of its table."""

    table: str
    key: str
    message: str


def no_part(table: TomlTable, section: str) -> Part | None:
    """`parse` of a kind that has no tables of its own."""
    return None


def no_faults(part: Part) -> Iterator[Fault]:
    """`faults` of a kind whose entries are independent of each other."""
    return iter(())


class Schema(NamedTuple):
    """One kind of content: the tables of a section it reads, and the fields every form has for it."""

    name: str
    """The name of the kind, as used in `prints` of a section."""
    parse: Callable[[TomlTable, str], Part | None] = no_part
    """Parses the kind's keys in a section's table; returns None where the section has nothing of this kind."""
    records: Mapping[str, Mapping[str, FieldType]] = {}
    """The fields of its records, by record and key; the form words them under `[record]`."""
    is_in_every_form: bool = False
    """Whether every form words its records; else only forms that use this kind do."""
    needed_options: tuple[tuple[str, str, str], ...] = ()
    """Options that every form must have: record, key and option."""
    is_printed: bool = True
    """Whether `prints` may name it; other kinds are printed only through links in texts."""
    needs_part: bool = True
    """Whether it can be printed only in a section that has something of this kind."""
    is_single: bool = False
    """Whether it is printed at most once in a report."""
    faults: Callable[[Part], Iterator[Fault]] = no_faults
    """Finds faults among the entries of a section."""
