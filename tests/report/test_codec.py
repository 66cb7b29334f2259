"""Facts ⇄ JSON: canonical out, nothing believed in, and the same bytes after a round."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import at_most
from support.forms import both, other, shipped
from support.strategies import Asked, asked, reports
from support.years import year

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.model import Field, FieldType, Form
from tthtcd_tui.report.activity import Activity, ActivityLog, LogSum
from tthtcd_tui.report.activity_json import activity_json, decode_activity
from tthtcd_tui.report.answer_json import decode_answer, encode_answer
from tthtcd_tui.report.base import Base
from tthtcd_tui.report.codec import (
    CodecProblem,
    ReportData,
    decode,
    encode,
    form_named,
    parse_json,
)
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.qualifiers import Qualifier

FORM = shipped()
SAMPLES = sorted((Path(__file__).resolve().parents[2] / "tthtcd_tui" / "tasks" / "samples").glob("*.json"))

SMALL = """\
{
"format": "tthtcd-report",
"format_version": 2,
"form": {"key": "tu-danh-gia", "version": 1},
"centre": {"code": "mao-khe", "name": "TTHTCĐ phường Mạo Khê"},
"period": {"kind": "school_year", "start": "2020-09-01", "end": "2021-08-31", "label": "2020-2021"},
"answers": {
 "checklist/noi_quy/statement": ["Đã ban hành.", "Đã niêm yết “{nam_hoc}”."],
 "checklist/noi_quy/status": "done",
 "figure/chu_de": "Học tập \\"suốt đời\\"",
 "figure/dan_so": {"number": "40000", "qualifier": "trên"},
 "figure/dien_tich": "20.5",
 "figure/loai_do_thi": {"absent": "not_applicable"},
 "figure/pho_cap": ["mam_non", "thcs"],
 "figure/website": {"absent": "nil"},
 "report/date": "2021-06-05",
 "results/kinh_te/classes": "0"
},
"activities": [
 {"uid": "hd-1", "date": "2021-03-01", "title": "Nuôi gà", "category": "kinh_te", "participations": "0"},
 {"uid": "hd-0", "date": "2021-03-02", "title": "Nuôi cá", "category": "kinh_te", "classes": "1", "place": "Khu 5", \
"partner": "Hội Nông dân", "note": "x"}
]
}
"""
LOG = ActivityLog.of(
    [
        Activity("hd-0", date(2021, 3, 2), "Nuôi cá", "kinh_te", 1, None, "Khu 5", "Hội Nông dân", "x"),
        Activity("hd-1", date(2021, 3, 1), "Nuôi gà", "kinh_te", None, 0),
    ]
)
FACTS = year(
    FORM,
    {
        "figure/dan_so": "trên 40.000", "figure/dien_tich": "20,5", "figure/loai_do_thi": "--", "figure/website": "-",
        "figure/pho_cap": "thcs, mầm non", "figure/chu_de": 'Học tập "suốt đời"', "report/date": "5/6/2021",
        "checklist/noi_quy/status": "1", "checklist/noi_quy/statement": "Đã ban hành.\nĐã niêm yết “{nam_hoc}”.",
        "results/kinh_te/classes": "0",
    },
    log=LOG.activities,
)  # fmt: skip


def test_the_bytes_of_a_small_report() -> None:
    assert encode(ReportData(FACTS, LOG)).decode() == SMALL
    assert decode(SMALL.encode(), FORM) == ReportData(FACTS, LOG)
    assert FACTS.log == {"kinh_te": LogSum(2, 1, 0)}


def test_the_bytes_of_an_empty_report() -> None:
    empty = ReportData(year(other(), period=Period.calendar_year(2024)), ActivityLog())
    assert encode(empty).decode() == (
        '{\n"format": "tthtcd-report",\n"format_version": 2,\n"form": {"key": "khac", "version": 3},\n'
        '"centre": {"code": "mao-khe", "name": "TTHTCĐ phường Mạo Khê"},\n'
        '"period": {"kind": "calendar_year", "start": "2024-01-01", "end": "2024-12-31", "label": "2024"},\n'
        '"answers": {},\n"activities": []\n}\n'
    )
    assert decode(encode(empty), other()) == empty


BASE = Base("a1b2", "0f" * 32)
BASE_LINE = f'"base": {{"year": "a1b2", "facts": "{BASE.facts}"}},\n'


def test_the_base_stands_before_the_answers() -> None:
    data = SMALL.replace('"answers"', BASE_LINE + '"answers"')
    assert encode(ReportData(FACTS, LOG, BASE)).decode() == data
    assert decode(data.encode(), FORM) == ReportData(FACTS, LOG, BASE)


def test_version_1_is_read_and_knows_no_base() -> None:
    old = SMALL.replace('"format_version": 2', '"format_version": 1')
    assert decode(old.encode(), FORM) == ReportData(FACTS, LOG)
    with pytest.raises(CodecProblem):
        decode(old.replace('"answers"', BASE_LINE + '"answers"').encode(), FORM)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.stem))
def test_the_sample_years_are_canonical(path: Path) -> None:
    data = path.read_bytes()
    assert encode(decode(data, FORM)) == data


def test_there_are_samples() -> None:
    assert len(SAMPLES) == 2
    found = decode(SAMPLES[1].read_bytes(), FORM).facts
    assert [found.total(column) for column in ("classes", "participations")] == [
        Quantity(Decimal(445)),
        Quantity(Decimal(43117)),
    ]


ANY = st.sampled_from(both()).flatmap(lambda form: st.tuples(st.just(form), reports(form)))


@at_most(80)
@given(ANY)
def test_any_report_comes_back_as_it_was_with_the_same_bytes(made: tuple[Form, ReportData]) -> None:
    form, report = made
    data = encode(report)
    again = decode(data, form)
    assert again == report
    assert encode(again) == data
    assert form_named(parse_json(data)) == (form.key, form.version)
    # One line an answer and one an activity, whatever they hold.
    assert data.decode().count("\n") == 9 + sum(
        2 + len(rows) if rows else 0 for rows in (report.facts.answers, report.log.activities)
    ) - bool(report.facts.answers) - bool(report.log.activities)


@at_most(40)
@given(reports(FORM))
def test_the_order_in_which_it_was_filled_in_leaves_no_trace(report: ReportData) -> None:
    shuffled = dict(sorted(report.facts.answers.items(), key=lambda pair: pair[0][::-1]))
    other_way = ReportData(replace(report.facts, answers=shuffled), ActivityLog.of(reversed(report.log.activities)))
    assert encode(other_way) == encode(report)


@given(asked())
def test_every_answer_comes_back(asked: Asked) -> None:
    tree = json.loads(json.dumps(encode_answer(asked.answer)))
    assert decode_answer(asked.field, tree) == asked.answer


WHOLE = Field("Dân số", FieldType.WHOLE, qualified=True)
TEXT = Field("Chủ đề", FieldType.TEXT)
LINES = Field("Nơi nhận", FieldType.LINES)
PARAGRAPHS = Field("Nội dung", FieldType.PARAGRAPHS)
DAY = Field("Ngày", FieldType.DATE)
LEVELS = figures_of(FORM)["pho_cap"].field


@pytest.mark.parametrize(
    ("field", "tree", "answer"),
    [
        (WHOLE, "40000", Quantity(Decimal(40000))),
        (WHOLE, {"number": "0", "qualifier": "ước đạt"}, Quantity(Decimal(0), Qualifier.ESTIMATED_AT)),
        (WHOLE, {"absent": "nil"}, NIL),
        (LEVELS, {"absent": "not_applicable"}, NOT_APPLICABLE),
        (LEVELS, ["thpt", "mam_non", "thpt"], ("mam_non", "thpt")),
        (LEVELS, [], UNANSWERED),
        (WHOLE, "", UNANSWERED),
        (LINES, "", UNANSWERED),
        (LINES, [], UNANSWERED),
        (LINES, ["", " ", "\n;"], UNANSWERED),
        (TEXT, " \t", UNANSWERED),
        # Words are read as they would be if they were typed.
        (TEXT, "-", NIL),
        (TEXT, "--", NOT_APPLICABLE),
        (LINES, ["-"], NIL),
        (PARAGRAPHS, ["--"], NOT_APPLICABLE),
        (PARAGRAPHS, ["-", "-"], ("-", "-")),
        (LINES, ["Sở GD&ĐT; UBND", "Lưu"], ("Sở GD&ĐT", "UBND", "Lưu")),
        (PARAGRAPHS, ["một; hai\nba"], ("một; hai", "ba")),
        # Text is cleaned, and kept otherwise.
        (TEXT, "\x1b[31mĐỏ\x1b[0m \x00\x9b2J", "[31mĐỏ[0m 2J"),
        (TEXT, "[/] {{ }} &<>\"' ]]> =1+1", "[/] {{ }} &<>\"' ]]> =1+1"),
        (TEXT, "Ke\u0302\u0301t qua\u0309", "Kết quả"),
        (TEXT, "\u202eoác\u202c \u200bhọc\ufeff", "oác học"),
        (TEXT, "\ud800a\udfff", "a"),
        (TEXT, "hai\ndòng\tmột", "hai dòng một"),
        (TEXT, "43\xa0117", "43 117"),
        (PARAGRAPHS, ["dòng\tmột", "e\u200b\u0301"], ("dòng\tmột", "é")),
        (DAY, "2021-06-05", date(2021, 6, 5)),
    ],
)
def test_what_a_tree_stands_for(field: Field, tree: object, answer: Answer) -> None:
    assert decode_answer(field, tree) == answer


def test_a_mark_of_byte_order_is_passed_over() -> None:
    assert decode(b"\xef\xbb\xbf" + SMALL.encode(), FORM) == ReportData(FACTS, LOG)


def test_however_it_is_laid_out() -> None:
    tree = json.loads(SMALL)
    upside_down = json.dumps(dict(reversed(tree.items())), ensure_ascii=True, indent=7).encode()
    assert encode(decode(upside_down, FORM)).decode() == SMALL


def test_answers_and_activities_may_be_left_out() -> None:
    tree = json.loads(SMALL)
    del tree["answers"], tree["activities"]
    found = decode(json.dumps(tree).encode(), FORM)
    assert (dict(found.facts.answers), dict(found.facts.log), found.log) == ({}, {}, ActivityLog())


def test_a_megabyte_of_text_is_kept_to_the_letter() -> None:
    long = "Học tập suốt đời. " * 60_000
    tree = json.loads(SMALL)
    tree["answers"] = {"narrative/dia_phuong": [long], "figure/chu_de": long}
    found = decode(json.dumps(tree).encode(), FORM).facts
    assert found.text_at("figure", "chu_de") == long.strip()
    assert found.lines_at("narrative", "dia_phuong") == (long.strip(),)


def test_an_activity_alone() -> None:
    for activity in LOG.activities:
        assert decode_activity(FORM, json.loads(activity_json(activity))) == activity
    assert json.loads(activity_json(LOG.activities[0])) == {
        "uid": "hd-1", "date": "2021-03-01", "title": "Nuôi gà", "category": "kinh_te", "participations": "0",
    }  # fmt: skip


def test_places_are_sorted_as_strings() -> None:
    facts = year(FORM, {"figure/so_khu": "1", "figure/so_ho": "1", "board/b/name": "B", "board/a-1/name": "A"})
    assert list(json.loads(encode(ReportData(facts, ActivityLog())))["answers"]) == [
        "board/a-1/name", "board/b/name", "figure/so_ho", "figure/so_khu",
    ]  # fmt: skip
    assert Place("board/a-1/name") in facts.answers
