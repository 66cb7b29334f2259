"""The reference report read in and exported again says what it said, sentence for sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from cases.test_olds import REFERENCE
from support.forms import shipped
from support.old_reports import found_in

from tthtcd_tui.exports.text import text
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.facts import Centre, Facts
from tthtcd_tui.tasks.session.edit_cells import Typed, edit_of
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period

SENTENCE = re.compile(r"(?<=[.;:…])\s*(?=[^\W\d_])(?<![A-ZĐ]\.)|\n")
MEANT = {
    "giam doc la pho chu tich": (
        "giam doc pho chu tich ubnd phuong phu trach van hoa xa hoi",
        "pho giam doc hieu truong",
        "pho giam doc pho chu tich",
    ),
    "mot la hieu truong": (
        "pho giam doc hieu truong truong thcs co giao vien duoc cu sang tthtcd cong tac",
        "pho giam doc pho chu tich thuong truc hoi khuyen hoc cua phuong",
    ),
    "cong tac trien khai va thuc hien": ("trien khai va thuc hien van ban chi dao cua cap tren",),
    "danh gia cong tac xay dung ke hoach": ("cong tac xay dung ke hoach hoat dong",),
    "quan li su dung hieu qua": ("quan li su dung cac nguon luc",),
    "danh gia cong tac hoat dong": ("cong tac hoat dong",),
    "danh gia y thuc": ("y thuc bao ve moi truong cua nguoi dan",),
    "cong tac phong chong": ("phong chong dich benh cho nguoi vat nuoi cay trong",),
    "sinh hoat van hoa the thao nep song van minh cua nhan dan": ("sinh hoat van hoa the thao nep song van minh",),
}
"""Labels and headings in the form's words, and the board as its list, by how they begin in the reference."""


@dataclass
class Year:
    form: Form
    facts: Facts


def words(said: str) -> str:
    """The words alone: no marks, no points in numbers; a ten thousand and a nought before a number in figures."""
    plain = fold(said.replace("4 vạn", "40000"))
    plain = re.sub(r"(?<=\d)\.(?=\d{3})", "", plain)
    plain = " ".join(re.findall(r"[a-z0-9%]+", plain)).replace("tt htcd", "tthtcd")
    return re.sub(r"\b0(?=\d\b)", "", plain)


def exported() -> str:
    form, facts = shipped(), Facts(Centre("mao-khe", "TTHTCĐ"), "tu-danh-gia", 1, Period.school_year(2020), {})
    found = found_in(REFERENCE.read_bytes(), REFERENCE.name, "2020-2021")
    assert found.unplaced == ()
    for each in found.found:
        facts = facts.edited(edit_of(Year(form, facts), Typed(each.place, each.value)))
    return text(compose(form, facts, draft=True))


@pytest.mark.long
def test_the_exported_text_has_its_content_sentence_for_sentence() -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference does not lie beside the project: ../shared/reference")
    has = words(exported())
    sentences = [words(each) for each in SENTENCE.split(REFERENCE.read_text(encoding="utf-8-sig"))]
    meant = {
        sentence: next((phrases for begin, phrases in MEANT.items() if sentence.startswith(begin)), (sentence,))
        for sentence in filter(None, sentences)
    }
    assert len(meant) > 120
    assert [sentence for sentence, phrases in meant.items() if not all(phrase in has for phrase in phrases)] == []
