"""The kinds of activity, told by the words and markers that stand for them in a log."""

from __future__ import annotations

import re

from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.forms.read import typed
from tthtcd_tui.imports.blocks.words import Labels, lacks_much, marker_alone
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.report.row import ReportRow, RowRole
from tthtcd_tui.report.rows import layout


class Categories:
    """The kinds of activity that a form knows, by their labels and by the markers of its table."""

    def __init__(self, form: Form) -> None:
        self._field: Field = form.records[PlaceKind.ACTIVITY]["category"]
        rows = [found.row for found in layout(form).rows.values() if found.row.place.kind == PlaceKind.RESULTS]
        self._rows: dict[str, ReportRow] = {
            row.place.parts[-1]: row for row in rows if row.role in (RowRole.BODY, RowRole.SUB)
        }
        self._labels = Labels({key: (row.label,) for key, row in self._rows.items()})
        self._by_marker: dict[str, list[str]] = {}
        for key, row in self._rows.items():
            if row.marker:
                self._by_marker.setdefault(row.marker.casefold(), []).append(key)

    def key(self, text: str) -> str | None:
        """The one kind that `text` names; None where that is not sure."""
        return self.by_marker(text) or self._labels.match(text).key

    def beyond(self, text: str) -> str:
        """The label of the kind that `text` names, where it says much that `text` does not; else nothing.

        «Xã hội» is read as «Văn hóa xã hội», and that is to be told. «Văn nghệ» is one of the things a label lists.
        """
        key = None if self.by_marker(text) else self._labels.match(text).key
        label = self._rows[key].label if key is not None else ""
        return label if label and all(lacks_much(text, each) for each in (label, *label.split(","))) else ""

    def by_marker(self, text: str) -> str | None:
        """By its marker alone: «a», «a)», «3.a»."""
        marker = re.sub("^[0-9]+[.]?(?=[a-zđ])", "", marker_alone(text).casefold())
        found = self._by_marker.get(marker, [])
        return found[0] if len(found) == 1 else None

    def typed(self, key: str) -> str:
        return typed(self._field, key)
