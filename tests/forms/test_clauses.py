"""Clauses: whatever is answered, a sentence keeps its commas, its capital and its stop."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.forms import newest

from tthtcd_tui.forms.clauses import Clause, Join, Paragraph, Phrase, Said, beginnings, composed, links_of, texts_of
from tthtcd_tui.forms.kinds.indicators import Indicators
from tthtcd_tui.forms.kinds.narrative import Narrative

VALUE, ONE, NIL, NOT_APPLICABLE = Said.VALUE, Said.ONE, Said.NIL, Said.NOT_APPLICABLE
SCHOOLS = (
    Phrase((Clause("Có {n} trường", nil="Chưa có trường"),)),
    Phrase(
        (Clause("{a} mầm non"), Clause("{b} tiểu học"), Clause("{c} trường khác")),
        "gồm",
        Join.COMMA,
        True,
    ),
    Phrase((Clause("{d} học sinh"),), "Các trường có"),
)


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        (
            {},
            "Có {n} trường, gồm {a} mầm non, {b} tiểu học và {c} trường khác. Các trường có {d} học sinh.",
        ),
        (
            {"c": NIL},
            "Có {n} trường, gồm {a} mầm non và {b} tiểu học. Các trường có {d} học sinh.",
        ),
        (
            {"a": NIL, "c": NOT_APPLICABLE},
            "Có {n} trường, gồm {b} tiểu học. Các trường có {d} học sinh.",
        ),
        ({"n": NIL, "a": NIL, "b": NIL, "c": NIL, "d": NIL}, "Chưa có trường."),
        ({"n": NOT_APPLICABLE, "d": NIL}, "Gồm {a} mầm non, {b} tiểu học và {c} trường khác."),
        (dict.fromkeys("nabcd", NOT_APPLICABLE), ""),
    ],
)
def test_a_clause_goes_with_its_separator_or_turns_round(answers: dict[str, Said], text: str) -> None:
    assert composed(SCHOOLS, lambda name: answers.get(name, VALUE)) == text


def test_what_does_not_apply_goes_before_what_is_nil() -> None:
    clause = Clause("{a} trong {b}", nil="không a", not_applicable="")
    assert clause.said({"a": NIL, "b": NOT_APPLICABLE}.__getitem__) == ""
    assert clause.said({"a": NIL, "b": VALUE}.__getitem__) == "không a"


def test_a_text_without_clauses_stands_as_it_is() -> None:
    assert composed("một câu {a}", lambda _: NIL) == "một câu {a}"


def defaults_of_the_newest() -> list[Paragraph]:
    """Every paragraph that the newest shipped form gives."""
    form = newest()
    texts = [each for _, part in form.parts(Narrative) for each in part.paragraphs]
    return texts + [each for _, part in form.parts(Indicators) for one in part.indicators for each in one.paragraphs]


PARAGRAPHS = defaults_of_the_newest()
LINKS = sorted({link for each in PARAGRAPHS for text in texts_of(each) for link in links_of(text)})


@given(st.fixed_dictionaries({link: st.sampled_from(Said) for link in LINKS}))
def test_no_answer_leaves_a_broken_sentence(answers: dict[str, Said]) -> None:
    for paragraph in PARAGRAPHS:
        text = composed(paragraph, answers.__getitem__)
        if not text:
            continue
        assert not re.search(r"[,;:.] ?[,;.]|\s[,;.]|\s\s|^\s|\s$|\bvà [,.;]|, và\b|\bcó (không|chưa) có\b", text), text
        for sentence in re.split(r"(?<=\.) ", text):
            assert sentence[0].isupper() or sentence.startswith("{ten_trung_tam}"), text
            assert re.search(r"\w{2}", sentence), text
        assert text.endswith("."), text


FIRMS = Phrase(
    (Clause("{a} trạm y tế", nil="trạm y tế"), Clause("{b} bệnh viện", nil="bệnh viện"), Clause("{c} chợ", nil="chợ")),
    "Trên địa bàn",
    is_list=True,
    has="có",
    lacks="chưa có",
)


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ({}, "Trên địa bàn có {a} trạm y tế, {b} bệnh viện và {c} chợ."),
        ({"b": NIL}, "Trên địa bàn có {a} trạm y tế và {c} chợ, chưa có bệnh viện."),
        ({"a": NIL, "c": NIL}, "Trên địa bàn có {b} bệnh viện, chưa có trạm y tế và chợ."),
        ({"a": NIL, "b": NIL, "c": NIL}, "Trên địa bàn chưa có trạm y tế, bệnh viện và chợ."),
        ({"a": NOT_APPLICABLE, "b": NIL}, "Trên địa bàn có {c} chợ, chưa có bệnh viện."),
        ({"a": ONE, "b": NIL, "c": ONE}, "Trên địa bàn có {a} trạm y tế và {c} chợ, chưa có bệnh viện."),
        (dict.fromkeys("abc", NOT_APPLICABLE), ""),
    ],
)
def test_what_is_not_there_is_counted_up_by_itself(answers: dict[str, Said], text: str) -> None:
    assert composed((FIRMS,), lambda name: answers.get(name, VALUE)) == text


ONE_OR_MORE = (
    Phrase(
        (Clause("{a} mầm non"), Clause("{b} tiểu học")),
        "Có {n} trường, gồm",
        is_list=True,
        one="Có",
        needs=("n",),
    ),
    Phrase((Clause("Có {n} trường", nil="Chưa có trường"),), instead=True),
    Phrase((Clause("{c} lớp"),), "Các trường có", one="Nhà trường có", needs=("n",)),
    Phrase((Clause("{c} lớp"),), "Trên địa bàn có", instead=True),
    Phrase((Clause("Ở đó có {t} người", one="Có {t} giáo viên"), Clause("trình độ {d}", needs=("t",)))),
)


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        (
            {},
            "Có {n} trường, gồm {a} mầm non và {b} tiểu học. Các trường có {c} lớp. Ở đó có {t} người, trình độ {d}.",
        ),
        (
            {"n": ONE, "b": NIL, "c": ONE, "t": ONE},
            "Có {a} mầm non. Nhà trường có {c} lớp. Có {t} giáo viên, trình độ {d}.",
        ),
        ({"n": ONE, "a": NOT_APPLICABLE, "b": NOT_APPLICABLE, "c": NIL, "t": NIL}, "Có {n} trường."),
        ({"n": NIL, "a": NIL, "b": NIL, "t": NIL}, "Chưa có trường. Trên địa bàn có {c} lớp."),
        ({"n": NIL, "c": NIL, "t": NOT_APPLICABLE}, "Chưa có trường."),
        ({"n": NOT_APPLICABLE, "c": NIL, "d": NIL}, "Ở đó có {t} người."),
        (dict.fromkeys("nabctd", NOT_APPLICABLE), ""),
    ],
)
def test_one_is_said_as_one_and_none_has_nothing_said_of_it(answers: dict[str, Said], text: str) -> None:
    assert composed(ONE_OR_MORE, lambda name: answers.get(name, VALUE)) == text


def test_what_is_needed_is_read_too_and_every_way_to_begin_is_known() -> None:
    told = [text for text in texts_of(ONE_OR_MORE) if "{" in text]
    assert {link for text in told for link in links_of(text)} == set("nabctd")
    assert {"Có", "Nhà trường có", "Có {t} giáo viên"} <= set(beginnings(ONE_OR_MORE))
