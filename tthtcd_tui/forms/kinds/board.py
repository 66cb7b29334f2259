"""The board (Ban Giám đốc): its members come as they are added, the form words what is asked of each."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.forms.kinds.schema import Schema
from tthtcd_tui.forms.model import FieldType, SectionPart

DIRECTOR: Final = "director"
"""The role there must be exactly one of."""

BOARD = Schema(
    SectionPart.BOARD,
    records={
        "board": {
            "role": FieldType.CHOICE,
            "name": FieldType.TEXT,
            "duty": FieldType.TEXT,
            "phone": FieldType.TEXT,
            "training": FieldType.TEXT,
            "note": FieldType.TEXT,
            "order": FieldType.WHOLE,
        }
    },
    is_in_every_form=True,
    needed_options=(("board", "role", DIRECTOR),),
    needs_part=False,
    is_single=True,
)
