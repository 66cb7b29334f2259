"""The text of a section: the paragraphs a new year begins with, and whether they must be written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tthtcd_tui.forms.clauses import Paragraph
from tthtcd_tui.forms.kinds.schema import Schema
from tthtcd_tui.forms.model import Entry, FieldType, SectionPart
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable


class Narrative(NamedTuple):
    paragraphs: tuple[Paragraph, ...] = ()
    """The default text: a year's own copy, or what it follows until somebody edits it."""
    is_required: bool = False

    def entries(self) -> Iterator[Entry]:
        yield Entry("", "", texts=self.paragraphs)


def _parse(table: TomlTable, section: str) -> Narrative | None:
    narrative = Narrative(table.paragraphs(), table.flag("narrative_required", False))
    return narrative if any(narrative) else None


NARRATIVE = Schema(
    SectionPart.NARRATIVE,
    _parse,
    records={"narrative": {"text": FieldType.PARAGRAPHS}},
    is_in_every_form=True,
    needs_part=False,
)
