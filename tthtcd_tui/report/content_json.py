"""The canonical JSON text of a Content, used in the audit and in content hashes."""

from __future__ import annotations

import json
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.activity_json import activity_json
from tthtcd_tui.report.answer_json import encode_answer
from tthtcd_tui.report.change import Content

SHORT: Final = (",", ":")
"""The separators of the JSON that the audit keeps: a change of spelling would be told as a change of content."""
_WRITE = json.JSONEncoder(ensure_ascii=False, separators=SHORT).encode


def written(content: Content) -> str | None:
    """`content` as the audit keeps it; None for unanswered."""
    if content is UNANSWERED:
        return None
    return activity_json(content, *SHORT) if isinstance(content, Activity) else _WRITE(encode_answer(content))
