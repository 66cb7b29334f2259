"""Schema: how one kind of content stands in a form's TOML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from tthtcd_tui.forms.model import FieldType, Part
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable

FORMS_KEPT: Final = 16
"""How many forms' look-ups are kept: as many as a province may use at once."""


class Fault(NamedTuple):
    """What is wrong with an entry of a section, told at `key` of its table."""

    table: str
    key: str
    message: str


def no_part(table: TomlTable, section: str) -> Part | None:
    """Of a kind that has no tables of its own."""
    return None


def no_faults(part: Part) -> Iterator[Fault]:
    """Of a kind whose entries know nothing of each other."""
    return iter(())


class Schema(NamedTuple):
    """One kind of content: the tables of a section it reads, and the fields every form has for it."""

    name: str
    """What `prints` of a section calls it."""
    parse: Callable[[TomlTable, str], Part | None] = no_part
    """Takes its keys from the table of the section called so; None where the section asks for nothing of this kind."""
    records: Mapping[str, Mapping[str, FieldType]] = {}
    """What each of its records asks, by record and key; the form words them under `[record]`."""
    is_in_every_form: bool = False
    """Whether each form words its records; else those do that ask for something of this kind."""
    needed_options: tuple[tuple[str, str, str], ...] = ()
    """Options the program cannot do without: record, key and option."""
    is_printed: bool = True
    """Whether `prints` may name it. What is not printed for itself is linked to from texts."""
    needs_part: bool = True
    """Whether it can be printed only where something is asked for."""
    is_single: bool = False
    """Whether it is printed once in a report at most."""
    faults: Callable[[Part], Iterator[Fault]] = no_faults
    """What is wrong among the entries of a section."""
