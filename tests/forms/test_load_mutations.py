"""A form with anything taken away, or something else in its place, loads or is a FormProblem and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text
from support.forms import OTHER, SHIPPED
from support.matrix import LONG, every

from tthtcd_tui.errors import FormProblem
from tthtcd_tui.forms.load import load
from tthtcd_tui.forms.model import Form

FILES = [SHIPPED, OTHER]
LINE = re.compile(r"^(?:[a-z_]+ = .*|\[.*\])$")
# What stands for any value in TOML, of every type.
VALUES = (
    '""', '"x"', '"{khong_co}"', '"\\u0000"', "'''a\nb'''", "5", "-1", "0", "1e9", "inf", "nan", "true", "false",
    "2021-06-05", "07:00:00", "[]", '["x"]', "[1]", "[[]]", "[{}]", '[{ key = "x" }]', "{}", '{ key = "x" }',
    '[{ key = "x", label = "X" }]', "99999999999999999999", '"narrative"', '["checklist"]', '"dan_so"', '"roman"',
)  # fmt: skip


# Every other key, and every header, is missed when its line is gone.
OPTIONAL = {
    "tu-danh-gia-1": {
        "default", "end_mark", "hint", "marker", "narrative_required", "nil", "qualified", "required", "under", "unit",
        "zero",
    },
    "khac": {
        "default", "marker", "maximum", "narrative_required", "nil", "not_applicable", "paragraphs", "qualified",
        "required", "under", "unit", "zero",
        "label",  # of an indicator's value, which has the indicator's
        "advice", "least", "level", "sentence", "size", "zero_ok",  # of a rule; of two bounds one
        "most",
        "citation", "title",  # of an appendix, which has words of its own
    },
}  # fmt: skip


def loaded(text: str) -> Form | FormProblem:
    try:
        return load(text, "x.toml")
    except FormProblem as refused:
        problem = refused
    assert problem.file == "x.toml"
    assert problem.message.startswith("x.toml")
    assert problem.message.endswith(".")
    assert problem.message.isprintable()
    return problem


def targets(path: Path) -> list[int]:
    """The lines that are a key and its value, or a table's header."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [number for number, line in enumerate(lines) if LINE.match(line)]


@LONG
@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_every_line_taken_away(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    found = {number: loaded("\n".join(lines[:number] + lines[number + 1 :])) for number in targets(path)}
    assert len(found) > 250
    missed = {lines[number].partition(" = ")[0] for number, form in found.items() if isinstance(form, Form)}
    assert missed == OPTIONAL[path.stem]


@pytest.mark.long
@pytest.mark.parametrize("path", every(2, FILES), ids=lambda path: str(path.stem))
def test_every_table_taken_away(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tables = re.split(r"(?m)^(?=\[)", text)
    assert "".join(tables) == text
    for number in range(1, len(tables)):
        loaded("".join(tables[:number] + tables[number + 1 :]))


@given(st.data())
def test_any_value_in_place_of_another(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(FILES))
    lines = path.read_text(encoding="utf-8").split("\n")
    number = data.draw(st.sampled_from([n for n in targets(path) if " = " in lines[n]]))
    key = lines[number].partition(" = ")[0]
    lines[number] = f"{key} = {data.draw(st.sampled_from(VALUES))}"
    loaded("\n".join(lines))


@given(st.data())
def test_any_text_anywhere(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(FILES)).read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    end = at + data.draw(st.integers(0, 40))
    loaded(text[:at] + data.draw(any_text).encode("utf-8", "ignore").decode() + text[end:])
