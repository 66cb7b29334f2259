"""A form's dictionary: every cell once, as a table for a spreadsheet and as a DOCX."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from support.docx_file import opened
from support.forms import both

from tthtcd_tui.exports.dictionary import dictionary_csv, dictionary_docx
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.dictionary import dictionary
from tthtcd_tui.report.rows import layout


@pytest.mark.parametrize("form", both(), ids=lambda form: form.key)
def test_every_cell_is_told_once_and_says_whether_it_is_wanted(form: Form) -> None:
    entries = list(dictionary(form))
    places = [entry.place for entry in entries]
    assert len(places) == len(set(places))
    assert set(layout(form).cells) <= set(places)
    assert all("{" not in text for entry in entries for text in (entry.label, entry.unit, entry.hint))
    assert {entry.place: entry.required for entry in entries}["report/signer"]


@pytest.mark.parametrize("form", both(), ids=lambda form: form.key)
def test_the_spreadsheet_and_the_docx_say_the_same(form: Form) -> None:
    rows = list(csv.reader(StringIO(dictionary_csv(form).decode("utf-8-sig"))))
    [table] = opened(dictionary_docx(form)).tables
    labels = [row.cells[1].text for row in table.rows if row.cells[0].text.isdigit()]
    assert labels == [row[1].removeprefix("'") for row in rows[1:]]
    assert dictionary_docx(form) == dictionary_docx(form)
