"""report.schema.json accepts what the program writes and refuses what the program would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.examples import at_most
from support.forms import both, shipped
from support.schema import schema, schema_problems
from support.strategies import reports

from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.forms.records import RECORDS
from tthtcd_tui.report.codec import FORMAT, FORMAT_VERSION, ReportData, decode, encode
from tthtcd_tui.text.periods import PeriodKind
from tthtcd_tui.text.qualifiers import Qualifier

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "tthtcd_tui" / "tasks" / "samples").glob("*.json"))
ABSENT = {"absent": "nil"}
QUALIFIED = {"number": "5", "qualifier": "gần"}
# What may and what may not stand at a place of each kind.
GOOD: dict[FieldType, list[Any]] = {
    FieldType.WHOLE: ["0", "15", "999999999999999", QUALIFIED, ABSENT, ""],
    FieldType.MONEY: ["0", "1500000", QUALIFIED, ABSENT, ""],
    FieldType.TEXT: ["x", "-", "", ABSENT],
    FieldType.CHOICE: ["tot", ABSENT, ""],
    FieldType.CHOICES: [["activities"], [], ABSENT, ""],
    FieldType.LINES: [["a", "b"], [], ABSENT, ""],
    FieldType.PARAGRAPHS: [["a", "b"], [], ABSENT, ""],
    FieldType.DATE: ["2021-06-05", "1900-01-01", "2100-12-31", ABSENT, ""],
}
BAD: dict[FieldType, list[Any]] = {
    FieldType.WHOLE: [
        5, "05", "-1", "1e5", "1000000000000000", "2.50", ["5"], {"number": "5"}, QUALIFIED | {"number": 5},
        QUALIFIED | {"qualifier": "Gần"}, QUALIFIED | {"x": 1}, {"absent": "unanswered"}, None, True,
    ],
    FieldType.MONEY: [5, "5 đồng", "1.500.000", None],
    FieldType.TEXT: [5, None, ["x"], QUALIFIED, {"absent": "nil", "x": 1}, {}],
    FieldType.CHOICE: [1, None, ["tot"], {}],
    FieldType.CHOICES: ["activities", [1], None, {}],
    FieldType.LINES: ["a", [1], [["a"]], None, {}],
    FieldType.PARAGRAPHS: ["a", [1], [["a"]], None, {}],
    FieldType.DATE: ["5/6/2021", "2021-6-5", "2021-13-01", "1899-12-31", "2101-01-01", 5, ["2021-06-05"], None],
}  # fmt: skip


def sample() -> dict[str, Any]:
    tree = json.loads(SAMPLES[1].read_text(encoding="utf-8"))
    assert isinstance(tree, dict)
    return tree


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    properties = schema()["properties"]
    assert (properties["format"]["const"], properties["format_version"]["enum"]) == (FORMAT, [1, FORMAT_VERSION])
    assert properties["period"]["properties"]["kind"]["enum"] == list(PeriodKind)
    assert schema()["$defs"]["qualified"]["properties"]["qualifier"]["enum"] == list(Qualifier)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.stem))
def test_the_sample_years_fit(path: Path) -> None:
    assert schema_problems(json.loads(path.read_text(encoding="utf-8"))) == []


@at_most(60)
@given(st.sampled_from(both()).flatmap(reports))
def test_any_report_fits(report: ReportData) -> None:
    assert schema_problems(json.loads(encode(report))) == []


PLACES = [
    (f"report/{key}" if record == "report" else "narrative/a" if record == "narrative" else f"{record}/a/{key}", kind)
    for record, own in RECORDS.items()
    if record != "activity"
    for key, kind in own.items()
]


@pytest.mark.parametrize(("place", "kind"), PLACES, ids=[place for place, _ in PLACES])
def test_every_place_takes_what_its_kind_takes(place: str, kind: FieldType) -> None:
    for value in GOOD[kind]:
        assert schema_problems(sample() | {"answers": {place: value}}) == [], value
    for value in BAD[kind]:
        assert schema_problems(sample() | {"answers": {place: value}}), value


@pytest.mark.parametrize("place", ["figure/a", "indicator/a/value", "reason/figure/a", "carried/results/a/classes"])
def test_places_that_the_form_gives_their_kind(place: str) -> None:
    for value in ["x", "5", ABSENT]:
        assert schema_problems(sample() | {"answers": {place: value}}) == []
    takes_numbers = place in {"figure/a", "indicator/a/value"}
    assert bool(schema_problems(sample() | {"answers": {place: QUALIFIED}})) is not takes_numbers
    assert bool(schema_problems(sample() | {"answers": {place: ["a"]}})) is (place != "figure/a")
    assert schema_problems(sample() | {"answers": {place: 5}})


@pytest.mark.parametrize(
    "place",
    ["", "figure", "figure/", "figure/A", "figure/a/b", "report/khong_co", "activity/a/title", "total/classes",
     "a/figure/b", "board/a", "board/a/khong_co", "results/a/nguoi", "reason", "reason/a/b/c/d/e",
     "narrative/a/text", "figure/a-"],
)  # fmt: skip
def test_what_is_no_place(place: str) -> None:
    assert schema_problems(sample() | {"answers": {place: "x"}})


@pytest.mark.parametrize("key", ["format", "format_version", "form", "centre", "period"])
def test_what_must_be_there(key: str) -> None:
    tree = sample()
    del tree[key]
    assert schema_problems(tree) == [f": '{key}' is a required property"]


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "x"}, {"format_version": 3}, {"format_version": "1"}, {"form": "tu-danh-gia"},
        {"form": {"key": "a"}}, {"form": {"key": "a", "version": "1"}}, {"form": {"key": "A b", "version": 1}},
        {"centre": {"code": "A", "name": "b"}}, {"centre": {"code": "a", "name": ""}},
        {"centre": {"code": "a", "name": "b", "x": 1}}, {"answers": []},
        {"activities": {}}, {"audit": []}, {"period": {"kind": "school_year"}},
        {"period": {"kind": "month", "start": "2020-09-01", "end": "2021-08-31", "label": "x"}},
        {"period": {"kind": "custom", "start": "1/9/2020", "end": "2021-08-31", "label": "x"}},
    ],
)  # fmt: skip
def test_a_wrong_head(changes: dict[str, Any]) -> None:
    assert schema_problems(sample() | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"uid": "A"}, {"uid": 5}, {"date": ""}, {"date": "1/3/2021"}, {"title": ""}, {"title": 5}, {"classes": 5},
        {"classes": "-1"}, {"participations": "1.5"}, {"participations": ABSENT}, {"note": ABSENT}, {"cost": "5"},
        {"category": ""},
    ],
)  # fmt: skip
def test_a_wrong_activity(changes: dict[str, Any]) -> None:
    held = {"uid": "a", "date": "2021-03-01", "title": "Lớp", "category": "kinh_te"}
    assert schema_problems(sample() | {"activities": [held]}) == []
    assert schema_problems(sample() | {"activities": [held | changes]})


def test_the_log_takes_exactly_what_an_activity_has() -> None:
    properties = schema()["properties"]["activities"]["items"]["properties"]
    assert list(properties) == ["uid", *RECORDS["activity"]]


@pytest.mark.parametrize("form", both(), ids=lambda form: str(form.key))
def test_the_key_of_a_form_fits(form: Form) -> None:
    tree = sample() | {"form": {"key": form.key, "version": form.version}, "answers": {}, "activities": []}
    assert schema_problems(tree) == []
    assert decode(json.dumps(tree).encode(), form).facts.form == form.key
    assert shipped().key == "tu-danh-gia"
