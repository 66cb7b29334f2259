"""Evidence: a register of what shows that a report is true, which a centre fills; no form has tables for it."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.forms.kinds.schema import Schema
from tthtcd_tui.forms.model import FieldType

NAME: Final = "evidence"

EVIDENCE = Schema(
    NAME,
    records={
        NAME: {
            "code": FieldType.TEXT,
            "title": FieldType.TEXT,
            "number": FieldType.TEXT,
            "date": FieldType.DATE,
            "kept": FieldType.TEXT,
            "address": FieldType.TEXT,
            "file": FieldType.TEXT,
            "order": FieldType.WHOLE,
        }
    },
    is_in_every_form=True,
    is_printed=False,
    needs_part=False,
)
