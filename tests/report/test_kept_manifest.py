"""A kept manifest says what the whole of it says, and reads of its sums what is asked for."""

from __future__ import annotations

import pytest
from support.mailed import mailed

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.report.kept_manifest import LateSums, read_kept_manifest
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


def test_one_without_sums_and_one_written_otherwise_are_read_as_well(kept: str) -> None:
    bare = mailed()[1]._replace(sums={})
    assert read_kept_manifest(encode_manifest(bare).decode()) == bare
    spaced = kept.replace('"sums": {', '"sums" : {')
    assert read_kept_manifest(spaced) == decode_manifest(kept.encode())


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
    assert read_kept_manifest(kept).sums.get(Place("results/nowhere/classes")) is None
