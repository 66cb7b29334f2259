"""A draft comes back from its file as it was; what is no draft is none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drafts import TYPED

from tthtcd_tui.line.draft import decode, encode
from tthtcd_tui.report.place import Place


@given(st.dictionaries(st.sampled_from([Place("figure/dan_so"), Place("own/a1/label")]), st.text(), min_size=1))
def test_what_is_typed_comes_back_whatever_it_is(cells: dict[Place, str]) -> None:
    draft = TYPED._replace(cells=cells)
    assert decode(encode(draft)) == draft


def test_half_a_character_comes_back() -> None:
    draft = TYPED._replace(cells={Place("report/signer"): "V\ud83d"})
    assert decode(encode(draft)) == draft


def tree(**changed: object) -> bytes:
    return json.dumps(json.loads(encode(TYPED)) | changed).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        encode(TYPED)[:-3],
        tree(format=2),
        tree(at="hôm qua"),
        tree(cells={}),
        tree(cells=["a"]),
        tree(cells={"../../x": "a"}),
        tree(revision="bảy"),
    ],
)
def test_what_is_no_draft_is_none(data: bytes) -> None:
    assert decode(data) is None
