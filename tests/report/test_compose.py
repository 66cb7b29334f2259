"""The whole report, block after block, and what is true of any report of any form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import at_most
from support.forms import both, other, shipped
from support.outlines import all_of, read_aloud, runs_of
from support.strategies import facts
from support.years import HEAD, NO_LOG, RESULT_ANSWERS, year

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.kinds.indicators import indicators_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.outline import (
    Addressees,
    AppendixHead,
    Heading,
    KeyValues,
    LegalBasis,
    Letterhead,
    Outline,
    Paragraph,
    Run,
    RunKind,
    SignOff,
    Table,
    Title,
    lines_of,
    plain,
)
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.writer import stopped, trimmed

FORM = shipped()


def closing(raw: str, form: Form = FORM) -> list[str]:
    """The closing paragraphs, as printed: what stands between the last section, left empty, and the signature."""
    narratives = {f"narrative/{key}": "-" for key in ("phuong_huong",) if key in form.section_by_key}
    indicators = {f"indicator/{key}/text": "-" for key in indicators_of(form)}
    found = compose(form, year(form, HEAD | {"report/closing": raw} | narratives | indicators))
    last = max(number for number, block in enumerate(found.blocks) if isinstance(block, Heading))
    blocks = found.blocks[last + 1 : -1]
    return [line for line in read_aloud(blocks) if ": [" not in line]  # gaps of indicators


def test_the_order_of_the_decree() -> None:
    found = compose(FORM, year(FORM, HEAD | {"report/legal_basis": "Luật X", "narrative/ket_qua": "Thêm."}))
    kinds = [type(block) for block in found.blocks]
    assert kinds[:5] == [Letterhead, Title, Addressees, LegalBasis, Paragraph]
    assert kinds[-2:] == [Paragraph, SignOff]
    assert [kind for kind in kinds if kind in (KeyValues, Table)] == [Table, KeyValues]
    assert kinds.count(Heading) == 11
    assert read_aloud(found.blocks[4:5]) == ["Trung tâm học tập cộng đồng phường Mạo Khê báo cáo năm học 2020-2021:"]
    assert read_aloud(found.blocks[-2:-1]) == ["Trên đây là báo cáo năm học 2020-2021./."]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Trân trọng báo cáo", ["Trân trọng báo cáo./."]),
        ("Trân trọng báo cáo.", ["Trân trọng báo cáo./."]),
        ("Trân trọng báo cáo./.", ["Trân trọng báo cáo./."]),
        ("Trân trọng báo cáo . / .", ["Trân trọng báo cáo./."]),
        ("Một.\nHai.", ["Một.", "Hai./."]),
        ("Mong được góp ý!", ["Mong được góp ý!./."]),
        ("{nam_hoc}.", ["2020-2021./."]),
        ("", ["[Chưa nhập: Lời kết]./."]),
        ("-", ["./."]),
    ],
)
def test_the_end_mark_takes_the_place_of_the_last_stop(typed: str, printed: list[str]) -> None:
    assert closing(typed) == printed


def test_a_form_without_an_end_mark_ends_as_it_was_written() -> None:
    assert closing("Trân trọng báo cáo.", other()) == ["Trân trọng báo cáo."]
    assert closing("", other()) == []  # this form does not ask for closing words


def test_what_the_file_will_say_of_itself() -> None:
    found = compose(FORM, year(FORM, HEAD))
    assert found.title == "Báo cáo tự đánh giá tổ chức, hoạt động của Trung tâm học tập cộng đồng năm học 2020-2021"
    assert found.author == "Trung tâm học tập cộng đồng phường Mạo Khê"
    assert found.dated == date(2021, 6, 5)
    assert not found.draft
    empty = compose(FORM, year(FORM), draft=True)
    assert empty.author == "TTHTCĐ phường Mạo Khê"  # whatever the centre is called in lists
    assert empty.dated == date(2021, 8, 31)  # the period's last day, never today
    assert empty.draft


def test_a_draft_reads_like_the_report_it_will_be() -> None:
    found = year(FORM, HEAD | RESULT_ANSWERS)
    final, draft = compose(FORM, found), compose(FORM, found, draft=True)
    assert draft.blocks == final.blocks


def test_number_date_and_signer_are_blank_until_they_are_given() -> None:
    found = compose(FORM, year(FORM, HEAD | {"report/number": "", "report/date": "", "report/signer": ""}), draft=True)
    blanks = {run.place: run.text for run in runs_of(found) if run.kind is RunKind.GAP and "[" not in run.text}
    assert blanks == {"report/number": "    ", "report/date": "ngày    tháng    năm    ", "report/signer": " "}


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (["a", "b"], ["a;", "b."]),
        (["a;", "b ."], ["a;", "b."]),
        (["a.,; "], ["a."]),
        (["...", "b"], [";", "b."]),
        ([], []),
    ],
)
def test_stops_of_a_list(lines: list[str], printed: list[str]) -> None:
    assert [plain(row) for row in stopped([(Run(line),) for line in lines])] == printed


def test_what_is_trimmed_may_end_in_an_other_run() -> None:
    assert trimmed((Run("a. "), Run("."), Run(" ")), ". ") == (Run("a"),)
    assert trimmed((Run("a"), Run("b", Place("x"), RunKind.VALUE)), ". ") == (
        Run("a"),
        Run("b", Place("x"), RunKind.VALUE),
    )
    assert trimmed((Run(". "),), ". ") == ()


# -- any report -------------------------------------------------------------------------------------------------------


def gaps(outline: Outline) -> list[Run]:
    return [run for run in runs_of(outline) if run.kind is RunKind.GAP]


@pytest.mark.parametrize("form", both(), ids=lambda form: str(form.key))
def test_every_gap_of_an_empty_year_leads_to_its_cell(form: Form) -> None:
    found = gaps(compose(form, year(form)))
    assert len(found) > 15
    for gap in found:
        assert gap.place is not None
        assert gap.place in {"results", "board"} or label_at(form, gap.place)
        assert gap.text.startswith("[Chưa nhập: ") or gap.place in {"report/number", "report/date", "report/signer"}


@at_most(60)
@given(st.sampled_from(both()).flatmap(lambda form: st.tuples(st.just(form), facts(form))), st.booleans())
def test_any_year_composes(made: tuple[Form, Facts], draft: bool) -> None:
    form, found = made
    outline = compose(form, found, draft, NO_LOG)
    assert outline == compose(form, found, draft, NO_LOG)
    for block in outline.blocks:
        for runs in lines_of(block):
            for run in runs:
                assert run.text, "an empty run prints nothing and leads nowhere"
                assert "\n" not in run.text
                assert run.kind is RunKind.TEXT or run.place is not None or run.text in outline_names(found)
                if run.kind is RunKind.GAP and run.place is not None and "/" in run.place:
                    assert found.answers.get(run.place, UNANSWERED) is UNANSWERED or run.place in BLANKS
    assert [type(block) for block in outline.blocks[:2]] == [Letterhead, Title]
    appendices = all_of(outline, AppendixHead)
    report = outline.blocks[: outline.blocks.index(appendices[0])] if appendices else outline.blocks
    assert type(report[-1]) is SignOff
    assert len(all_of(outline, Heading)) == len(form.sections)
    assert outline.title
    assert outline.author


BLANKS = {"report/number", "report/date", "report/signer"}  # blank too where somebody answered «không có»


def outline_names(found: Facts) -> set[str]:
    """The period's names have no place to be changed at."""
    return {found.period.label, found.period.title, found.period.title.upper()}


@at_most(40)
@given(st.sampled_from(both()).flatmap(lambda form: st.tuples(st.just(form), facts(form, complete=True))))
def test_a_complete_year_has_no_gaps(made: tuple[Form, Facts]) -> None:
    form, found = made
    left = {gap.place for gap in gaps(compose(form, found, material=NO_LOG))}
    assert left <= BLANKS | {Place("board")}


def test_an_optional_figure_that_is_linked_but_unanswered_is_a_gap_all_the_same() -> None:
    """The text says it is there, so somebody must say what it is, or take the link out."""
    found = gaps(compose(FORM, year(FORM, {"narrative/dia_phuong": "Xem {website}."})))
    assert [gap.text for gap in found if gap.place == "figure/website"] == [
        "[Chưa nhập: Trang thông tin điện tử của trung tâm]"
    ]
