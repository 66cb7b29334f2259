"""Checklists: «nội dung tự đánh giá», each with a status, a statement and an evidence; a centre adds its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tthtcd_tui.forms.kinds.schema import FORMS_KEPT, Schema
from tthtcd_tui.forms.model import Entry, FieldType, Form, SectionPart
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable

STATUS_NOT_APPLICABLE: Final = "not_applicable"
"""The status that asks for no statement."""
_STATED: Final = {"status": FieldType.CHOICE, "statement": FieldType.PARAGRAPHS, "evidence": FieldType.TEXT}


class Item(NamedTuple):
    key: str
    section: str
    label: str
    required: bool
    hint: str


class Checklist(NamedTuple):
    """The items of a section."""

    items: tuple[Item, ...]

    def entries(self) -> Iterator[Entry]:
        for item in self.items:
            yield Entry("item", item.key)


@lru_cache(FORMS_KEPT)
def items_of(form: Form) -> Mapping[str, Item]:
    """Every item of a form, by key."""
    return {item.key: item for _, part in form.parts(Checklist) for item in part.items}


def _parse(table: TomlTable, section: str) -> Checklist | None:
    items = tuple(_item(row, section) for row in table.tables("item"))
    return Checklist(items) if items else None


def _item(table: TomlTable, section: str) -> Item:
    item = Item(table.key(), section, table.text("label"), table.flag("required", True), table.text("hint", ""))
    table.finish()
    return item


CHECKLIST = Schema(
    SectionPart.CHECKLIST,
    _parse,
    records={
        "checklist": _STATED,
        "own": {"section": FieldType.CHOICE, "label": FieldType.TEXT, "order": FieldType.WHOLE, **_STATED},
    },
    is_in_every_form=True,
    needed_options=(("checklist", "status", STATUS_NOT_APPLICABLE),),
)
