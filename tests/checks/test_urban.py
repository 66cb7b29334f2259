"""The class of a town: six there are, in Roman numerals."""

from __future__ import annotations

import pytest
from support.check_facts import found, year
from support.forms import newest

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.urban import urban_class_odd
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer
from tthtcd_tui.report.finding import Severity


def messages(given: Answer) -> list[str]:
    findings = found(year({"figure/loai_do_thi": given}), "urban_class_odd")
    assert {each.severity for each in findings} <= {Severity.WARNING}
    return [each.message for each in findings]


@pytest.mark.parametrize(
    "given",
    ["loại IV", "loại đặc biệt", "loại V, đang lên loại IV", "đạt tiêu chí loại 4", NIL, NOT_APPLICABLE, UNANSWERED],
)  # fmt: skip
def test_a_class_and_words_around_one_are_let_be(given: Answer) -> None:
    assert messages(given) == []


@pytest.mark.parametrize(
    ("given", "proper"),
    [("4", "loại IV"), ("loại 3", "loại III"), ("Đô thị loại II", "loại II"), ("đặc biệt", "loại đặc biệt")],
)  # fmt: skip
def test_a_class_in_other_figures_is_told_as_it_is_written(given: str, proper: str) -> None:
    assert messages(given) == [f"Loại đô thị: “{given}” viết là {proper}. Gõ lại, hoặc ghi lý do."]


@pytest.mark.parametrize("given", ["thị trấn", "6", "loại VI", "loại A"])
def test_what_is_no_class_is_told_with_those_there_are(given: str) -> None:
    [message] = messages(given)
    assert message == (
        f"Loại đô thị: “{given}” không phải một loại đô thị. Gõ loại đặc biệt, I, II, III, IV hoặc V;"
        " không xếp loại thì gõ --; hoặc ghi lý do."
    )


def test_a_form_without_it_is_asked_nothing() -> None:
    facts = year({"figure/loai_do_thi": "4"})
    assert list(urban_class_odd(Context(newest(), facts)))
    assert not list(urban_class_odd(Context(newest(), year({"figure/loai_do_thi": UNANSWERED}))))
