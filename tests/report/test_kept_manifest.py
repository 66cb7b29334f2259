"""A kept manifest says what the whole of it says, and reads of its sums what is asked for."""

from __future__ import annotations

import re

import pytest
from support.mailed import mailed

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.report.kept_manifest import LateSums, read_kept_manifest, read_kept_sums
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.submitted import decode_manifest, encode_manifest, manifest_digest

LAW = Place("results/phap_luat/classes")


@pytest.fixture(scope="module")
def kept() -> str:
    return encode_manifest(mailed()[1]).decode()


def test_it_is_the_manifest_that_was_kept(kept: str) -> None:
    found = read_kept_manifest(kept)
    assert isinstance(found.sums, LateSums)
    assert found == decode_manifest(kept.encode())
    assert (len(found.sums), dict(found.sums)) == (len(mailed()[1].sums), mailed()[1].sums)
    assert manifest_digest(found) == manifest_digest(mailed()[1])


def test_its_sums_are_read_without_its_head(kept: str) -> None:
    found = read_kept_sums(kept.replace('"carry": "all"', '"carry": "plain"'))
    assert isinstance(found, LateSums)
    assert dict(found) == mailed()[1].sums


def test_one_without_sums_and_one_written_otherwise_are_read_as_well(kept: str) -> None:
    bare = mailed()[1]._replace(sums={})
    assert read_kept_manifest(encode_manifest(bare).decode()) == bare
    assert read_kept_sums(encode_manifest(bare).decode()) == {}
    spaced = kept.replace('"sums": {', '"sums" : {')
    assert read_kept_manifest(spaced) == decode_manifest(kept.encode())
    assert read_kept_sums(spaced) == read_kept_manifest(kept).sums


def test_what_cannot_be_read_among_its_sums_is_told_to_who_asks_for_it(kept: str) -> None:
    assert kept.count(f'"{LAW}": "') == 1
    found = read_kept_manifest(kept.replace(f'"{LAW}": "', f'"{LAW}": "x'))
    assert found.sums[Place("results/classes")] == mailed()[1].sums[Place("results/classes")]
    with pytest.raises(CodecProblem, match="Bản kê có mục không đọc được"):
        found.sums.get(LAW)


@pytest.mark.parametrize(("was", "now"), [(f' "{LAW}": ', f' "{LAW} ": '), (f' "{LAW}": ', f' "{LAW}" ')])
def test_neither_a_place_that_is_none_nor_what_is_no_json_is_passed_over(kept: str, was: str, now: str) -> None:
    found = read_kept_manifest(kept.replace(was, now))
    with pytest.raises(CodecProblem):
        dict(found.sums)


def test_a_head_that_cannot_be_read_is_told_at_once(kept: str) -> None:
    with pytest.raises(CodecProblem):
        read_kept_manifest(kept.replace('"carry": "all"', '"carry": "plain"'))


def test_what_it_does_not_say_is_missing(kept: str) -> None:
    sums, nowhere = read_kept_manifest(kept).sums, Place("results/nowhere/classes")
    assert (sums.get(nowhere), sums.get(nowhere, "–"), nowhere in sums) == (None, "–", False)
    with pytest.raises(KeyError):
        sums[nowhere]


def test_a_sum_that_is_null_is_unreadable_and_not_missing(kept: str) -> None:
    null = re.sub(f'"{LAW}": "[^"]*"', f'"{LAW}": null', kept)
    assert null != kept
    with pytest.raises(CodecProblem):
        read_kept_sums(null).get(LAW)
