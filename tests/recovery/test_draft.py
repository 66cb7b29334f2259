"""A draft comes back from its file as it was; what is no draft is none."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drafts import TYPED

from tthtcd_tui.recovery.draft import Draft, decode, encode, encode_change
from tthtcd_tui.report.place import Place


@given(st.dictionaries(st.sampled_from([Place("figure/dan_so"), Place("own/a1/label")]), st.text(), min_size=1))
def test_what_is_typed_comes_back_whatever_it_is(cells: dict[Place, str]) -> None:
    draft = TYPED._replace(cells=cells)
    assert decode(encode(draft)) == draft


def test_half_a_character_comes_back() -> None:
    draft = TYPED._replace(cells={Place("report/signer"): "V\ud83d"})
    assert decode(encode(draft)) == draft


TEXTS = st.lists(st.text("aế\n\ud83d", max_size=12), min_size=1, max_size=6)


def journal(texts: list[str]) -> tuple[list[bytes], list[Draft]]:
    """The lines of a draft's file while `texts` stand in a cell one after the other, and the draft after each."""
    other = {Place("figure/so_ho"): "10.005"}
    drafts = [
        TYPED._replace(cells={Place("own/a1/label"): text, **other}, at=TYPED.at + timedelta(seconds=second))
        for second, text in enumerate(texts)
    ]
    changes = [encode_change(before, after) for before, after in pairwise(drafts)]
    return [encode(drafts[0]), *(change for change in changes if change is not None)], drafts


@given(TEXTS)
def test_what_was_added_line_by_line_comes_back(texts: list[str]) -> None:
    lines, drafts = journal(texts)
    assert len(lines) == len(drafts)
    for count, draft in enumerate(drafts, 1):
        assert decode(b"".join(lines[:count])) == draft


@given(TEXTS, st.integers(1, 40), st.binary(max_size=8))
def test_a_line_cut_short_takes_only_itself_away(texts: list[str], cut: int, rubbish: bytes) -> None:
    lines, drafts = journal([*texts, "sau cùng"])
    last = lines[-1][: -min(cut, len(lines[-1]))] + rubbish.replace(b"\n", b"")
    assert decode(b"".join(lines[:-1]) + last) == drafts[-2]
    assert decode(b"".join(lines[:-1]) + bytes(50) + b"\n" + lines[-1]) == drafts[-2], "behind rubbish nothing is sure"


def test_a_letter_in_a_long_text_is_a_short_line() -> None:
    text = "Một đoạn văn dài. " * 30_000
    before, after = (TYPED._replace(cells={Place("narrative/dia_phuong"): each}) for each in (text, text + "x"))
    change = encode_change(before, after)
    assert change is not None
    assert len(change) < 150


def test_what_is_typed_elsewhere_is_no_change_of_it() -> None:
    assert encode_change(TYPED, TYPED._replace(revision=8)) is None
    assert encode_change(TYPED, TYPED._replace(cells={Place("figure/so_ho"): "1"})) is None


def test_a_draft_of_an_earlier_release_is_read() -> None:
    assert decode(json.dumps(json.loads(encode(TYPED)), indent=1).encode()) == TYPED


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
