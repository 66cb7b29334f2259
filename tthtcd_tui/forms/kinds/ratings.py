"""Ratings: those whose participation is rated (form.md section IV)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tthtcd_tui.forms.kinds.schema import FORMS_KEPT, Schema
from tthtcd_tui.forms.model import Entry, FieldType, Form, SectionPart
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable

RECORD: Final = "rating"
"""What its records are called under `[record]`."""


class Group(NamedTuple):
    key: str
    section: str
    label: str
    required: bool
    printed_label: str = ""
    """What it is called in print, where that is not its label."""


class Ratings(NamedTuple):
    """The groups a section rates."""

    groups: tuple[Group, ...]

    def entries(self) -> Iterator[Entry]:
        for group in self.groups:
            yield Entry("group", group.key)


@lru_cache(FORMS_KEPT)
def groups_of(form: Form) -> Mapping[str, Group]:
    """Every group of a form, by key."""
    return {group.key: group for _, part in form.parts(Ratings) for group in part.groups}


def _parse(table: TomlTable, section: str) -> Ratings | None:
    groups = tuple(_group(row, section) for row in table.tables("group"))
    return Ratings(groups) if groups else None


def _group(table: TomlTable, section: str) -> Group:
    label, printed = table.text("label"), table.text("printed_label", "")
    group = Group(table.key(), section, label, table.flag("required", True), printed)
    table.finish()
    return group


RATINGS = Schema(
    SectionPart.RATINGS,
    _parse,
    records={RECORD: {"level": FieldType.CHOICE, "contribution": FieldType.MONEY, "note": FieldType.TEXT}},
    is_in_every_form=True,
)
