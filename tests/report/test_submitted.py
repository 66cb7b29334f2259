"""What goes up of a year unasked adds up like the whole year, and holds nothing that is neither printed nor counted."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.examples import at_most
from support.forms import both, shipped
from support.mailed import mailed, printed
from support.strategies import reports
from support.years import year

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.codec import ReportData, decode, encode
from tthtcd_tui.report.kinds.details import LOCALITY
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import layout
from tthtcd_tui.report.submitted import (
    decode_manifest,
    digests,
    encode_manifest,
    handed_in,
    manifest_digest,
    sum_from,
    sums_json,
    sums_of,
    sums_tree,
)

ANY = st.sampled_from(both()).flatmap(lambda form: st.tuples(st.just(form), reports(form)))


def handed(form: Form, report: ReportData) -> ReportData:
    """As whoever receives it reads it."""
    return decode(encode(handed_in(form, report, printed(form, report))), form)


@pytest.mark.long
@at_most(60)
@given(ANY)
@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
def test_any_year_adds_up_alike_and_only_what_is_printed_or_counted_goes_along(made: tuple[Form, ReportData]) -> None:
    form, report = made
    sums = sums_of(form, report.facts)
    assume(all(isinstance(each, str) or abs(each.number) < 10**15 for each in sums.values()))  # the format has no more
    found = handed(form, report)
    assert sums_of(form, found.facts) == sums
    assert (found.log, found.base) == (ActivityLog(), None)
    cells, shown = layout(form).cells, printed(form, report)
    others = found.facts.answers.keys() - shown - {LOCALITY}
    assert {each for each in others if not _is_counted(cells[each].field.kind)} == set()
    assert {place for place in found.facts.answers if place.startswith(("reason/", "carried/"))} == set()


def _is_counted(kind: FieldType) -> bool:
    return kind.is_number or kind is FieldType.CHOICE


def test_the_sums_of_the_log_stand_as_if_typed_and_the_log_does_not() -> None:
    day = year(shipped()).period.start
    log = ActivityLog.of([
        Activity("hd-1", day, "Lớp học", "phap_luat", 2, 30, partner="Hội Phụ nữ"),
        Activity("hd-2", day, "Lớp nữa", "phap_luat", 1, 12),
        Activity("hd-3", day, "Lớp nghề", "hoc_nghe", 1, 9),
    ])  # fmt: skip
    report = ReportData(year(shipped(), {"results/hoc_nghe/participations": "10"}, log=log.activities), log)
    found = handed(shipped(), report)
    told = {place: str(answer.number) for place, answer in sums_of(shipped(), found.facts).items()}  # type: ignore[union-attr]
    assert told == {
        "results/phap_luat/classes": "3",
        "results/phap_luat/participations": "42",
        "results/hoc_nghe/classes": "1",
        "results/hoc_nghe/participations": "10",  # what was typed counts
        "results/classes": "4",
        "results/participations": "52",
    }
    assert found.facts.answers[Place("results/phap_luat/classes")] == found.facts.result("phap_luat", "classes")
    assert b"Ph\xe1\xbb\xa5 n\xe1\xbb\xaf" not in encode(found)


def test_a_year_of_which_all_is_nil_has_the_total_of_that_year() -> None:
    """«Không có» is not printed in the table and makes the total 0 instead of nothing."""
    report = ReportData(year(shipped(), {"results/xoa_mu_chu/classes": "-"}), ActivityLog())
    assert sums_of(shipped(), handed(shipped(), report).facts) == sums_of(shipped(), report.facts) != {}


def test_a_manifest_says_which_and_names_the_kept_data() -> None:
    (_, whole), (_, less) = mailed(), mailed(carry=Carry.PRINTED)
    assert (whole.carry, less.carry) == (Carry.ALL, Carry.PRINTED)
    assert less.kept == whole.kept == whole.files["bao-cao.json"] != less.files["bao-cao.json"]
    assert (less.sums, less.year, less.commune) == (whole.sums, whole.year, whole.commune)
    for manifest in (whole, less):
        assert decode_manifest(encode_manifest(manifest)) == manifest


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"results/b/classes": "2.5", "figure/a": "0"},
        {"figure/a": {"number": "40000", "qualifier": "ước đạt"}},
        {"rating/a/level": {"choice": "tot"}, "rating/b/level": {"choice": 'của "ai" \\ đó'}},
    ],
)
def test_sums_are_written_as_the_general_encoder_writes_them(told: dict[str, object]) -> None:
    sums = {Place(place): sum_from(value) for place, value in told.items()}
    assert sums_tree(sums) == told
    assert sums_json(sums) == json.dumps(sums_tree(sums), ensure_ascii=False, separators=(",", ":"))


def older(manifest: bytes) -> bytes:
    """As version 1 of the manifest was written."""
    lines = manifest.replace(b'"format_version": 2', b'"format_version": 1').splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith((b'"carry"', b'"kept"')))


def test_a_manifest_of_version_1_is_of_whole_data_and_what_was_answered_to_it_holds() -> None:
    (_, whole), (_, less) = mailed(), mailed(carry=Carry.PRINTED)
    written = encode_manifest(whole)
    assert decode_manifest(older(written)) == whole
    assert digests(whole) == {sha256(each).hexdigest() for each in (written, older(written))}
    assert digests(less) == {manifest_digest(less)}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (b'"carry": "all"', b'"carry": "plain"'),
        (b'"carry": "all"', b'"carry": 1'),
        (b'"carry": "all",\n', b""),
        (b'"kept": "', b'"kept": "g'),
        (b'"format_version": 2', b'"format_version": 1'),
        (b'"format_version": 2', b'"format_version": true'),
        (b'"format_version": 2', b'"format_version": 3'),
    ],
)
def test_what_says_it_otherwise_is_refused(was: bytes, now: bytes) -> None:
    written = encode_manifest(mailed()[1])
    assert written.count(was) == 1
    with pytest.raises(CodecProblem):
        decode_manifest(written.replace(was, now))
