"""Every kind of report as a DOCX: no rule of the Decree broken, no word lost, a file that opens."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree
from support.docx_file import CONTROL, opened, parts, said, shown
from support.examples import at_most
from support.forms import both
from support.matrix import long_rows
from support.nd30.check import failures
from support.nd30.failure import FILE_RULES, PAGE_RULES
from support.scored import scored_form
from support.strategies import facts
from support.wide_reports import drafts, finished
from support.years import NO_LOG

from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.outline import Outline

FINISHED = finished()
DRAFTS = drafts()
EVERY = [*((name, False) for name in FINISHED), *((name, True) for name in DRAFTS)]
QUICK = ("the sample", "names that wrap", "another form", "hostile 0", "activities", "nothing yet")


def is_quick(case: tuple[str, bool]) -> bool:
    return case[0] in QUICK


def outline_of(name: str, draft: bool) -> Outline:
    return (DRAFTS if draft else FINISHED)[name]


@cache
def exported(name: str, draft: bool) -> bytes:
    return docx_bytes(outline_of(name, draft))


OTHERS = {
    "letters and Roman numbers": ("is not in capitals",),
    "another form": ("is not in capitals", "the text ends"),
    "nothing yet, another form": ("is not in capitals", "the text ends"),
}
"""What a form or compose words otherwise than the rules: «I. Đặc điểm» on the second level, no «./.»."""


@pytest.mark.parametrize(("name", "draft"), long_rows(EVERY, is_quick))
def test_it_keeps_every_rule(name: str, draft: bool) -> None:
    broken = map(str, failures(exported(name, draft), draft=draft))
    assert [failure for failure in broken if not any(words in failure for words in OTHERS.get(name, ()))] == []


@pytest.mark.parametrize(("name", "draft"), long_rows(EVERY, is_quick))
def test_python_docx_reads_every_word_of_it(name: str, draft: bool) -> None:
    assert shown(opened(exported(name, draft))) == said(outline_of(name, draft))


@pytest.mark.parametrize(("name", "draft"), long_rows(EVERY, is_quick))
def test_every_part_is_clean_xml(name: str, draft: bool) -> None:
    for part, content in parts(exported(name, draft)).items():
        etree.fromstring(content)
        assert CONTROL.findall(content.decode("utf-8")) == [], part


ANY_WORDS = (frozenset(FILE_RULES) | frozenset(PAGE_RULES)) - {"draft-mark"}
"""Rules that hold whatever anybody types."""


@pytest.mark.parametrize(
    "form",
    [*both(), pytest.param(scored_form(), marks=pytest.mark.long)],
    ids=["tu-danh-gia", "khac", "cham-diem"],
)
@given(data=st.data())
@at_most(40)
def test_whatever_was_typed_the_file_is_sound(form: Form, data: st.DataObject) -> None:
    outline = compose(form, data.draw(facts(form)), data.draw(st.booleans()), NO_LOG)
    assume(outline.dated.year != 2013)  # the year of python-docx's own template, which a file must not tell
    made = docx_bytes(outline)
    assert shown(opened(made)) == said(outline)
    broken = [failure for failure in failures(made, draft=True) if failure.rule in ANY_WORDS]
    assert [str(failure) for failure in broken] == []
