"""What is taken as it stands is what a careful reading makes of it, whatever stands there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.any_text import any_text
from support.forms import both, shipped

from tthtcd_tui.forms.model import Field, FieldType
from tthtcd_tui.report.answer_json import decode_answer
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.plain_answers import plain_cells, plain_quantity, plain_records, reader_of
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes

FIELDS = [field for form in both() for cell in plain_cells(form).values() if (field := field_at(form, cell.place))]
KINDS = [next(field for field in FIELDS if field.kind is kind) for kind in FieldType]
ODD: list[Any] = [
    *(
        "",
        "-",
        "--",
        "0",
        "00",
        "7",
        "2.5",
        "2.50",
        "101",
        "1" * 15,
        "1" * 16,
        "٣",
        "2021-06-05",
        "2021-02-30",
        "20210605",
    ),
    *("2021-W05-1", " x", "a;b", "a\nb", "Ho\u0323\u0302i", "\ufffd", "\uf0b7", "x\u200b", "dat", "chua_dat"),
    *(None, True, 3, 2.5, [], ["a"], ["-"], ["a;b", "c"], ["a", ""], ["a", 3], [["a"]], {}, {"absent": "nil"}),
    *({"number": "3", "qualifier": "gần"}, {"number": "3"}),
]
ANY = st.sampled_from(ODD) | any_text | st.lists(st.sampled_from(ODD) | any_text, max_size=3)


@given(st.sampled_from(FIELDS), ANY)
@example(KINDS[0], "7")
def test_what_is_plain_is_read_as_with_care(field: Field, value: object) -> None:
    found = reader_of(field)(value)
    assert found is None or found == decode_answer(field, value)


@pytest.mark.parametrize("field", KINDS, ids=lambda field: field.kind.value)
def test_every_odd_value_is_read_as_with_care(field: Field) -> None:
    for value in [*ODD, *(option.key for option in field.options)]:
        found = reader_of(field)(value)
        assert found is None or found == decode_answer(field, value)


def test_of_a_report_nearly_every_answer_is_plain() -> None:
    answers = json.loads(sample_bytes(SAMPLE_YEAR))["answers"]
    cells = plain_cells(shipped())
    plain = [place for place, value in answers.items() if place in cells and cells[place].read(value) is not None]
    assert len(plain) > 0.8 * len(answers)


def test_a_number_said_again_is_the_same_value() -> None:
    """Thousands of communes are held at once."""
    assert plain_quantity("".join("27")) is plain_quantity("".join("27"))
    assert plain_records(shipped())["activity"]["classes"]("27") is plain_quantity("27")
