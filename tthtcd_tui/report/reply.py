"""The reply of the body above to a submission: a small JSON file that is mailed back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from tthtcd_tui.errors import CodecProblem, TextProblem
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.answer_json import line
from tthtcd_tui.report.place import Place

FORMAT: Final = "tthtcd-reply"
FORMAT_VERSION: Final = 1
LARGEST: Final = 64 * 1024
"""Bytes."""


class ReplyKind(StrEnum):
    """The value is as in the file, and in the journal of a register."""

    RETURNED = "returned"
    APPROVED = "approved"

    @property
    def words(self) -> str:
        return "trả lại" if self is ReplyKind.RETURNED else "duyệt"


class Reply(NamedTuple):
    kind: ReplyKind
    centre: str
    """Its code."""
    name: str
    """Of the centre."""
    period: str
    """The label of the period."""
    year: str
    """The uid of the year."""
    version: int
    submission: str
    """SHA-256 of the manifest that is answered."""
    reason: str
    """Nothing for one that is approved without a word."""
    by: str
    """The body that answers."""
    at: str
    """UTC."""

    @property
    def words(self) -> str:
        """«Sở Giáo dục và Đào tạo: Số lượt không khớp»."""
        return f"{self.by}: {self.reason}" if self.reason else self.by


_KEYS: Final = {"format", "format_version", *Reply._fields}


def encode_reply(reply: Reply) -> bytes:
    tree = {"format": FORMAT, "format_version": FORMAT_VERSION, **reply._asdict()}
    return f"{json.dumps(tree, ensure_ascii=False, indent=1)}\n".encode()


def is_reply(data: bytes) -> bool:
    """Whether a file says of itself that it is one."""
    return data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and FORMAT.encode() in data[:1024]


def decode_reply(data: bytes) -> Reply:
    """Raises CodecProblem."""
    try:
        tree = json.loads(data.decode("utf-8-sig"))
        if not isinstance(tree, dict) or tree.get("format_version") != FORMAT_VERSION or set(tree) != _KEYS:
            raise ValueError
        return _reply(tree)
    except (ValueError, TypeError, RecursionError, TextProblem):
        told = "Tệp trả lời của cấp trên không đọc được. Hãy xin lại tệp từ người gửi."
        raise CodecProblem([told]) from None


def _reply(tree: Mapping[str, Any]) -> Reply:
    if not Place.is_part(tree["centre"]) or not Place.is_part(tree["year"]) or type(tree["version"]) is not int:
        raise ValueError
    texts = {key: line(tree[key]) for key in ("name", "period", "submission", "reason", "by", "at")}
    kind = ReplyKind(tree["kind"])
    if not texts["by"] or (kind is ReplyKind.RETURNED and not texts["reason"]):
        raise ValueError
    return Reply(kind, tree["centre"], year=tree["year"], version=tree["version"], **texts)
