"""A reply of the superior as a file, and back."""

from __future__ import annotations

import json

import pytest

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.report.reply import Reply, ReplyKind, decode_reply, encode_reply, is_reply

REPLY = Reply(
    ReplyKind.RETURNED, "mao-khe", "TTHTCĐ phường Mạo Khê", "2020-2021", "a1", 2, "0" * 64, "Số lượt không khớp",
    "Sở Giáo dục và Đào tạo", "2021-06-20T07:00:00Z",
)  # fmt: skip


def test_there_and_back() -> None:
    assert decode_reply(encode_reply(REPLY)) == REPLY
    assert is_reply(encode_reply(REPLY))
    assert not is_reply(b'{"format": "tthtcd-report"}')
    assert not is_reply(b"PK")
    assert REPLY.words == "Sở Giáo dục và Đào tạo: Số lượt không khớp"


@pytest.mark.parametrize(
    "change",
    [
        {"reason": ""},
        {"by": ""},
        {"kind": "burnt"},
        {"year": "../x"},
        {"version": "2"},
        {"format_version": 2},
        {"more": 1},
        {"reason": ["a"]},
    ],
)
def test_what_is_no_reply_is_refused(change: dict[str, object]) -> None:
    tree = json.loads(encode_reply(REPLY)) | change
    with pytest.raises(CodecProblem, match="không đọc được"):
        decode_reply(json.dumps(tree).encode())


def test_a_reason_is_one_clean_line() -> None:
    tree = json.loads(encode_reply(REPLY)) | {"reason": "Sai\u202e số\x1b[31m lượt"}
    assert decode_reply(json.dumps(tree).encode()).reason == "Sai số[31m lượt"
