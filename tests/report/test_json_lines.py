"""The activities of a large report are parsed some at a time, and say what they say when parsed whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from support.examples import at_most
from support.strategies import reports

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.report import json_lines, json_size
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.codec import ReportData, decode, encode, parse_json
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes

FORM = load_shipped(1)


def _with_long_log() -> bytes:
    report = decode(sample_bytes(SAMPLE_YEAR), FORM)
    activity = report.log.activities[0]
    many = ActivityLog.of(activity._replace(uid=f"a{number}") for number in range(60))
    return encode(report._replace(facts=replace(report.facts, log=many.sums()), log=many))


SAMPLE = _with_long_log()


@pytest.fixture(autouse=True, scope="module")
def _small() -> Iterator[None]:
    """Whatever is read is large, and a stretch of it holds two activities or three."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(json_lines, "LARGEST_AT_ONCE", 0)
        patched.setattr(json_lines, "_AT_ONCE", 300)
        yield


def whole(data: bytes) -> bytes:
    """The same laid out otherwise: an activity a line is how a large one is known."""
    return json.dumps(json.loads(data), ensure_ascii=False).encode()


def said(data: bytes) -> tuple[str, ...]:
    with pytest.raises(CodecProblem) as refused:
        decode(data, FORM)
    return refused.value.problems


@at_most(100)
@given(reports(FORM))
def test_any_report_says_the_same(report: ReportData) -> None:
    data = encode(report)
    assert decode(data, FORM) == decode(whole(data), FORM) == report


def test_they_are_gone_through_as_often_as_one_likes() -> None:
    rows = parse_json(SAMPLE)["activities"]
    assert isinstance(rows, json_lines.Rows)
    assert list(rows) == list(rows) == json.loads(SAMPLE)["activities"]


@pytest.mark.parametrize("number", [0, 1, 40, -1])
def test_a_mistake_is_told_with_its_line_in_the_file(number: int) -> None:
    lines = SAMPLE.split(b"\n")
    first = lines.index(b'"activities": [') + 1
    last = len(lines) - 4
    at = last if number < 0 else first + number
    lines[at] = lines[at].replace(b'"uid":', b'"uid"', 1)
    assert said(b"\n".join(lines)) == (f"Dòng {at + 1}: tệp không đúng cú pháp JSON. Hãy kiểm tra dòng này.",)


def test_a_key_twice_is_found_in_each_of_them() -> None:
    twice = SAMPLE.replace(b'\n {"uid": "', b'\n {"uid": "x", "uid": "', 1)
    assert said(twice) == ("Không đọc được tệp: khóa “uid” bị ghi hai lần.",)


def test_one_that_is_none_is_told_by_its_number() -> None:
    lines = SAMPLE.split(b"\n")
    lines.insert(lines.index(b'"activities": [') + 7, b" 5,")
    assert said(b"\n".join(lines)) == ("activities/7: phải là một bảng.",)


@pytest.mark.parametrize("indent", [None, 0, 1, 2, "\t"])
def test_however_a_smaller_one_is_laid_out_it_is_read(indent: int | str | None) -> None:
    other = json.dumps(json.loads(SAMPLE), ensure_ascii=False, indent=indent).encode()
    assert decode(other + b"\n", FORM) == decode(SAMPLE, FORM)


def test_a_large_one_is_as_it_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_size, "LARGEST_WHOLE", 2_000)
    assert decode(SAMPLE, FORM).log
    for other in (whole(SAMPLE), json.dumps(json.loads(SAMPLE), ensure_ascii=False, indent=0).encode() + b"\n"):
        (sentence,) = said(other)
        assert "phải còn đúng từng dòng như chương trình xuất ra" in sentence
    assert decode(whole(SAMPLE), FORM, is_ours=True) == decode(SAMPLE, FORM), "what was kept here is read as it is"


def test_two_lists_of_activities_are_a_key_twice() -> None:
    assert said(SAMPLE.replace(b'"answers": {', b'"activities": [],\n"answers": {', 1)) == (
        "Không đọc được tệp: khóa “activities” bị ghi hai lần.",
    )


def test_after_a_thousand_mistakes_the_rest_is_not_looked_at() -> None:
    head, _, _ = SAMPLE.partition(b'"activities": [\n')
    rows = b",\n".join(b' {"uid": "a%d", "date": "x"}' % number for number in range(5_000))
    *first, last = said(head + b'"activities": [\n' + rows + b"\n]\n}\n")
    assert len(first) == 20
    assert last.startswith("… và hơn 98")
