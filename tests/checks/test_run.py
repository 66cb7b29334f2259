"""All rules together: every one is run, in the order of the report, with the centre's reasons."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.any_text import any_text
from support.check_facts import EXAMPLES, after_the_reform, year
from support.forms import other, shipped
from support.mao_khe import FORM, facts, new_year, whole, year_before
from support.strategies import periods, reports

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import RULES, check
from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.finding import Finding, Severity
from tthtcd_tui.report.outline import Run, RunKind
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period


def assert_well_told(form: Form, findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        assert field_at(form, finding.place) or label_at(form, finding.place), finding
        assert finding.message.endswith("."), finding
        assert finding.message.isprintable(), finding
        assert len(finding.message) < 400, finding
        assert finding.severity is Severity.WARNING or not finding.reason, finding


# -- rules ------------------------------------------------------------------------------------------------------------


def test_in_a_complete_year_nothing_is_found() -> None:
    assert check(Context(FORM, facts())) == ()
    assert check(Context(FORM, after_the_reform({}))) == ()


def context(what: Facts | Context) -> Context:
    return what if isinstance(what, Context) else Context(FORM, what)


@pytest.mark.parametrize("code", EXAMPLES)
def test_every_rule_is_run_and_finds_its_example_under_its_own_name(code: str) -> None:
    example = context(EXAMPLES[code])
    findings = check(example)
    assert code in {finding.code for finding in findings}
    assert_well_told(example.form, findings)


NAMES = [
    *(rule.find.__name__ for rule in RULES.of_year),
    *(rule.find.__name__ for rule in RULES.of_texts),
    *(rule.__name__ for rule in (*RULES.of_text, *RULES.of_day)),
    "more_in_log",
]


def test_no_rule_is_listed_twice_and_none_is_without_an_example() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert sorted(EXAMPLES) == sorted(NAMES)


# -- reasons ----------------------------------------------------------------------------------------------------------


def test_a_reason_explains_a_warning() -> None:
    [finding] = check(
        Context(FORM, year({"figure/truong_thcs": whole(4), "reason/figure/so_truong": "Một trường hai cấp"}))
    )
    assert (finding.code, finding.reason, finding.is_open) == ("sum_differs", "Một trường hai cấp", False)


def test_without_one_a_warning_is_open() -> None:
    [finding] = check(Context(FORM, year({"figure/truong_thcs": whole(4), "reason/figure/truong_thcs": "Nơi khác"})))
    assert (finding.reason, finding.is_open) == ("", True)


def test_an_error_cannot_be_explained() -> None:
    [finding] = check(Context(FORM, year({"figure/dan_so": UNANSWERED, "reason/figure/dan_so": "Không biết"})))
    assert (finding.severity, finding.reason, finding.is_open) == (Severity.ERROR, "", True)


# -- order ------------------------------------------------------------------------------------------------------------


def test_findings_come_in_the_order_of_the_report() -> None:
    own: dict[str, Answer] = {"own/a/label": "Thư viện", "own/a/section": "van_ban"}
    none: dict[str, Answer] = dict.fromkeys(
        ["indicator/ho_ngheo/value", "rating/ton_giao/level", "results/van_nghe/participations", "report/signer",
         "results/hoc_nghe/classes", "checklist/phan_cong/statement", "board/pho-1/duty", "narrative/dia_phuong",
         "figure/chu_de", "figure/loai_do_thi", "report/issuer", "checklist/noi_quy/status",
         "indicator/an_ninh/text"],
        UNANSWERED,
    )  # fmt: skip
    places = [finding.place for finding in check(Context(FORM, replace(year(none | own), log={})))]
    assert places == [
        "report/issuer", "report/signer",
        "figure/loai_do_thi", "figure/chu_de", "narrative/dia_phuong",
        "board/pho-1/duty",
        "checklist/noi_quy/status", "checklist/phan_cong/statement", "own/a/status",
        "results/hoc_nghe/classes", "results/kinh_te/classes", "results/van_nghe/participations",
        "rating/ton_giao/level",
        "indicator/ho_ngheo/value", "indicator/an_ninh/text",
    ]  # fmt: skip


def test_an_error_comes_before_a_warning_at_the_same_place() -> None:
    text = ("Năm học 2019-2020 có {dan_s} dân.",)
    mixed = year({"narrative/dia_phuong": text, "carried/narrative/dia_phuong": "2019-2020"})
    assert [(finding.code, finding.severity.name) for finding in check(Context(FORM, mixed))] == [
        ("unknown_link", "ERROR"),
        ("not_reviewed", "WARNING"),
        ("other_period", "WARNING"),
    ]


def test_the_cells_of_a_row_come_as_the_form_has_them() -> None:
    marks: dict[str, Answer] = {
        f"carried/indicator/thu_nhap/{cell}": "2019-2020" for cell in ("text", "comparison", "value", "source")
    }
    assert [finding.place.parts[-1] for finding in check(Context(FORM, year(marks)))] == [
        "value", "source", "comparison", "text",
    ]  # fmt: skip


# -- anything at all --------------------------------------------------------------------------------------------------

_PIECES = (
    "{dan_so}", "{dan_s}", "{website}", "{{dan_so}", "{phap_luat.luot}", "{phap_luat.lop}", "{tong_luot}", "2019-2020",
    "2020 – 2021", "năm 2020", "tháng 6 năm 2020", "huyện", "Thị xã Đông Triều", "TP. Hạ Long", "(cũ)", "Phòng GD&ĐT",
    "phòng giáo dục", "Q. ", "H. A", "KT. ", "TM.", "PHÓ GIÁM ĐỐC", "Ông ", "ThS.", "TTHTCĐ", "  ", ". ", "“", "”",
)  # fmt: skip
_texts = st.lists(any_text | st.sampled_from(_PIECES), max_size=8).map("".join)
_WORDY = [
    Place(place)
    for place in (
        "narrative/dia_phuong", "narrative/ket_qua", "report/opening", "report/closing", "report/superior",
        "report/issuer", "report/addressees", "report/recipients", "report/authority", "report/position",
        "report/signer", "report/place", "report/locality", "checklist/noi_quy/statement", "own/a/label",
        "own/a/statement", "own/a/section", "board/giam-doc/duty", "board/x/role", "indicator/an_ninh/text",
        "figure/chu_de", "reason/report/signer", "carried/report/signer", "carried/own/a/label", "carried/figure/khac",
    )
]  # fmt: skip


def _wordy(draws: dict[Place, str]) -> dict[Place, Answer]:
    answers: dict[Place, Answer] = {}
    for place, text in draws.items():
        field = field_at(FORM, place)
        lines = field is not None and field.kind in (FieldType.LINES, FieldType.PARAGRAPHS)
        answers[place] = (text, text[::-1]) if lines else text
    return answers


@given(st.dictionaries(st.sampled_from(_WORDY), _texts, min_size=1), periods())
def test_hostile_text_breaks_no_rule_and_no_message(draws: dict[Place, str], period: Period) -> None:
    """Text as no edge would let it in: with control characters, half characters, not in NFC."""
    edits = [Edit(place, answer) for place, answer in _wordy(draws).items()]
    base = facts().edited([Edit(Place("figure/website"), UNANSWERED), *edits])
    assert_well_told(FORM, check(Context(FORM, replace(base, period=period))))


@given(st.sampled_from([shipped(), other()]).flatmap(lambda form: st.tuples(st.just(form), reports(form))))
def test_any_report_is_checked(drawn: tuple[Form, ReportData]) -> None:
    form, report = drawn
    findings = check(Context(form, report.facts))
    assert_well_told(form, findings)
    assert list(findings) == sorted(findings, key=lambda finding: finding.place.kind != "report")


@pytest.mark.parametrize("sparse", [new_year(), year_before()], ids=["new", "before"])
def test_an_empty_year_lacks_much_and_says_so_once(sparse: Facts) -> None:
    findings = check(Context(FORM, sparse))
    assert {finding.code for finding in findings} == {"missing"}
    assert len({finding.place for finding in findings}) == len(findings) > 50
    assert_well_told(FORM, findings)


def _gaps(value: object) -> Iterator[Run]:
    if isinstance(value, Run):
        if value.kind is RunKind.GAP:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _gaps(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _gaps(getattr(value, field.name))


_LINKING = ("Xem {website}; {kinh_phi_chi}; {tre_khong_di_hoc}; {kinh_te.luot}; {dia_danh}.",)


@given(st.sets(st.sampled_from(sorted(facts().answers)), max_size=6), st.booleans())
@example({Place(f"board/pho-1/{part}") for part in ("role", "duty", "order")}, False)  # that deputy is gone
def test_a_report_without_errors_prints_no_gap(taken: set[Place], linking: bool) -> None:
    """Whatever is taken out, either a check objects or the report reads whole; only its number may wait."""
    edits = [Edit(place, UNANSWERED) for place in taken]
    if linking:
        edits.append(Edit(Place("narrative/ket_qua"), _LINKING))
    left = facts().edited(edits)
    gaps = {run.place for run in _gaps(compose(FORM, left))} - {Place("report/number")}
    errors = [finding for finding in check(Context(FORM, left)) if finding.severity is Severity.ERROR]
    assert bool(gaps) <= bool(errors)
    if not linking:
        gone = {place for place in taken if place.kind == "board" and _is_gone(left, place.parts[1])}
        assert bool(errors) == bool(taken - _OPTIONAL - gone)


def _is_gone(left: Facts, member: str) -> bool:
    """Whether nothing is left of a deputy: who is not there is asked nothing. A director is asked for."""
    return member != "giam-doc" and not any(place.parts[:2] == ("board", member) for place in left.answers)


_OPTIONAL = {
    place
    for place in facts().answers
    if place in (
        "report/superior", "report/number", "report/recipients", "figure/website", "figure/tre_khong_di_hoc",
        "indicator/thu_nhap/source", "indicator/thu_nhap/comparison",
    )
    or (place.kind == "board" and place.parts[-1] == "order")
}  # fmt: skip
