"""Whatever a file holds, it is ReportData or a CodecProblem; and no report holds what a terminal would obey."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text
from support.forms import both, other, shipped
from support.schema import schema_problems
from support.strategies import places

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.activity_json import ActivityDecoder
from tthtcd_tui.report.codec import ReportData, decode, encode
from tthtcd_tui.report.decoding import Decoding

SAMPLE = Path(__file__).resolve().parents[2] / "tthtcd_tui" / "tasks" / "samples" / "mao-khe-2020-2021.json"
# What a terminal obeys, XML refuses, or turns text around; and halves of characters.
NEVER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\ufffd]"
)

OTHER_TREE: dict[str, Any] = {
    "format": "tthtcd-report",
    "format_version": 1,
    "form": {"key": "khac", "version": 3},
    "centre": {"code": "x", "name": "Xã"},
    "period": {"kind": "custom", "start": "2024-01-01", "end": "2024-06-30", "label": "sáu tháng"},
    "answers": {
        "figure/so_ap": "5",
        "figure/dan_so": {"number": "100", "qualifier": "hơn"},
        "figure/xep_loai": "nang_cao",
        "figure/doan_the": ["phu_nu"],
        "figure/ngay_thanh_lap": "2001-02-03",
        "figure/mat_do": {"absent": "nil"},
        "indicator/danh_hieu/value": "Xã kiểu mẫu",
        "indicator/danh_hieu/text": ["Một", "Hai"],
        "report/recipients": ["UBND xã", "Lưu"],
        "own/a/section": "co_so",
        "reason/figure/so_ap": "Sáp nhập",
    },
    "activities": [{"uid": "a", "date": "2024-03-01", "title": "Hội thi", "category": "le_hoi", "classes": "3"}],
}
TREES: list[tuple[Form, str]] = [(shipped(), SAMPLE.read_text(encoding="utf-8")), (other(), json.dumps(OTHER_TREE))]

any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | any_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=6,
)
# What nearly is an answer somewhere.
NEARLY: list[Any] = [
    "", "-", "--", "5", "05", "2.5", "2.50", "-5", "1e5", "100", "101", "2021-06-05", "2021-02-30", "done", "director",
    "phu_nu", "kinh_te", "le_hoi", "co_so", "school_year", "2024", " ", "\ufeff", "\x1b[31m", "e\u0302\u0301",
    "\ud800x", "a;b\nc", "x" * 70, [], [""], ["-"], ["a", "b"], ["phu_nu", "phu_nu"], [["a"]], [None], {},
    {"absent": "nil"}, {"absent": "not_applicable"}, {"absent": "unanswered"}, {"absent": "nil", "number": "5"},
    {"number": "5", "qualifier": "gần"}, {"number": "5", "qualifier": "x"}, {"number": 5, "qualifier": "gần"},
    {"number": "5"}, 5, 5.0, 0, -1, 1e999, True, False, None,
]  # fmt: skip
values = any_json | st.sampled_from(NEARLY)
keys = any_text | st.sampled_from(
    ["uid", "absent", "number", "qualifier", "format", "answers", "activities", *places(shipped()), *places(other())]
)


def nodes(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of the tree, with a key or an index in it."""
    pairs = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree)) if isinstance(tree, list) else []
    for key, value in pairs:
        yield tree, key
        yield from nodes(value)


def mutate(tree: Any, data: st.DataObject) -> None:
    found = list(nodes(tree))
    holder, key = data.draw(st.sampled_from(found))
    match data.draw(st.sampled_from(["replace", "replace", "replace", "delete", "add", "move"])):
        case "replace":
            holder[key] = deepcopy(data.draw(values))
        case "delete":
            del holder[key]
        case "add" if isinstance(holder, dict):
            holder[data.draw(keys)] = deepcopy(data.draw(values))
        case "add":
            holder.append(deepcopy(data.draw(values)))
        case _:
            elsewhere, other_key = data.draw(st.sampled_from(found))
            holder[key] = deepcopy(elsewhere[other_key])


def texts(report: ReportData) -> Iterator[str]:
    facts = report.facts
    yield from (facts.centre.code, facts.centre.name, facts.period.label)
    for answer in facts.answers.values():
        yield from [answer] if isinstance(answer, str) else answer if isinstance(answer, tuple) else ()
    for activity in report.log.activities:
        yield from (activity.uid, activity.title, activity.category, activity.place, activity.partner, activity.note)


def held(data: bytes, form: Form) -> ReportData | None:
    """The report in `data`, with all that must be true of any report; None where it is refused in plain words."""
    try:
        report = decode(data, form)
    except CodecProblem as refused:
        problem = refused
    else:
        for text in texts(report):
            assert not NEVER.search(text)
            assert unicodedata.is_normalized("NFC", text)
            assert text == text.strip()
        again = encode(report)
        assert encode(decode(again, form)) == again
        assert not NEVER.search(again.decode().replace("\n", ""))
        return report
    assert 1 <= len(problem.problems) <= 21
    assert all(line.isprintable() and 5 < len(line) < 2_000 for line in problem.problems)
    return None


@given(st.sampled_from(TREES), st.integers(1, 4), st.data())
def test_a_report_with_random_nodes_replaced(base: tuple[Form, str], count: int, data: st.DataObject) -> None:
    form, text = base
    tree = json.loads(text)
    for _ in range(count):
        mutate(tree, data)
        if not isinstance(tree, dict) or not tree:
            break
    report = held(json.dumps(tree).encode(), form)
    if report is not None:
        # The schema is never stricter than the program: what it refuses, no program need write.
        assert schema_problems(tree) == []
        assert schema_problems(json.loads(encode(report))) == []


@given(
    st.sampled_from(both()).flatmap(lambda form: st.tuples(st.just(form), st.sampled_from(places(form)))),
    st.sampled_from(NEARLY) | any_text | st.lists(any_text, max_size=3) | any_json,
)
def test_anything_at_any_place(asked: tuple[Form, str], value: object) -> None:
    form, place = asked
    tree = OTHER_TREE | {
        "form": {"key": form.key, "version": form.version},
        "answers": {place: value},
        "activities": [],
    }
    report = held(json.dumps(tree).encode(), form)
    if report is not None:
        assert set(report.facts.answers) <= {place}
        assert schema_problems(tree) == []
        assert schema_problems(json.loads(encode(report))) == []


ODD_CELLS: list[Any] = [
    *("", "-", "--", "hd-1", "2021-06-05", "2021-02-30", "phap_luat", "phap_luật", "3", "3.5"),
    *("Hội Phụ nữ", "Ho\u0323\u0302i", None, 3, True, [], {}, {"absent": "nil"}),
]
ODD_KEYS = ["uid", "date", "title", "category", "classes", "participations", "place", "partner", "note", "x"]
ODD_ROWS = st.dictionaries(st.sampled_from(ODD_KEYS), st.sampled_from(ODD_CELLS))
USUAL = {"uid": "hd-1", "date": "2021-06-05", "title": "Phổ biến pháp luật", "category": "phap_luat", "classes": "3"}


@given(st.lists(ODD_ROWS.map(lambda odd: USUAL | odd), max_size=6))
def test_an_activity_read_quickly_is_the_one_read_with_care(rows: list[dict[str, Any]]) -> None:
    decoder = ActivityDecoder(Decoding(shipped()))
    for row in [USUAL, *rows, USUAL]:
        quick, careful = decoder.familiar(row), Decoding(shipped())
        if quick is not None:
            assert quick == ActivityDecoder(careful).activity("", row)
            assert careful.problems == []
        decoder.activity("", row)
    assert decoder.familiar(USUAL) is not None


@given(any_json)
def test_any_json_at_all(tree: object) -> None:
    assert held(json.dumps(tree).encode(), shipped()) is None


@given(st.binary(max_size=60) | any_text.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_at_all(data: bytes) -> None:
    assert held(data, shipped()) is None


@given(st.sampled_from(TREES), st.data())
def test_a_report_with_bytes_damaged(base: tuple[Form, str], data: st.DataObject) -> None:
    form, text = base
    raw = bytearray(text.encode())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=4))
    held(bytes(raw), form)


@given(st.sampled_from(both()), any_text)
def test_hostile_text_in_every_place_that_takes_words(form: Form, text: str) -> None:
    head = json.loads(json.dumps(OTHER_TREE)) | {"form": {"key": form.key, "version": form.version}, "activities": []}
    lines = {"report/opening": [text, f"a{text}"], "report/recipients": [f"{text}b"]}
    tree = head | {"answers": {"report/signer": text, "report/issuer": f"a{text}b"} | lines}
    held(json.dumps(tree).encode(), form)
    category = next(key for key, row in result_rows_of(form).items() if not row.group)
    row = {"uid": "a", "date": "2024-01-01", "title": f"Lớp {text}", "category": category, "note": f"x{text}"}
    report = held(json.dumps(head | {"answers": {}, "activities": [row]}).encode(), form)
    assert report is None or report.log.activities[0].date == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[/]", "[/]"),
        ("{{ }}", "{{ }}"),
        ("{{dan_so}", "{{dan_so}"),
        ("&<>\"'", "&<>\"'"),
        ("a\\ud800b\\x1b", "a\\ud800b\\x1b"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("\x1b]0;tên\x07\x1b[2J", "]0;tên[2J"),
        ("\u202e\u2066đảo\u2069\u202c\u200f", "đảo"),
        ("Thu\u031b\u0300a", "Thừa"),
        ("\ud83d\ude00 \ud800", "😀"),  # two halves of one character are that character
        ("😀 漢字 عربى", "😀 漢字 عربى"),
        ("Điều 5, khoản 2 Luật số 43/2019/QH14", "Điều 5, khoản 2 Luật số 43/2019/QH14"),
    ],
)
def test_hostile_strings(text: str, kept: str) -> None:
    tree = json.loads(SAMPLE.read_text(encoding="utf-8")) | {
        "answers": {"figure/chu_de": text, "report/opening": [text]}
    }
    report = held(json.dumps(tree).encode(), shipped())
    assert report is not None
    assert report.facts.text_at("figure", "chu_de") == kept
    assert report.facts.lines_at("report", "opening") == (kept,)
