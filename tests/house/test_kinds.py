"""A kind of Place is spelt out where it is declared; everywhere else it has a name that a typo cannot miss."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tthtcd_tui
from tthtcd_tui.forms.kinds.registry import SCHEMAS
from tthtcd_tui.models.place_map import KINDS as STORED
from tthtcd_tui.report.facts import ResultColumn
from tthtcd_tui.report.kinds.registry import KINDS
from tthtcd_tui.report.place import PlaceKind

PACKAGE = Path(tthtcd_tui.__file__).parent
DECLARED = ("report/kinds/", "models/place_map.py", "report/place.py")
READERS = frozenset({"Place", "of", "at", "text_at", "lines_at", "date_at", "awaited", "field_at", "label_at"})
"""What is called with a Place, or with the parts of one."""
MODULES = [path for path in PACKAGE.rglob("*.py") if not path.relative_to(PACKAGE).as_posix().startswith(DECLARED)]


def spelt(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every literal that stands where a Place or its kind is compared, made or read, with its line."""
    for node in ast.walk(tree):
        for operand in _operands(node):
            for part in ast.walk(operand):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.lineno, part.value


def _operands(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Compare) and _speaks_of_kinds(node):
        return [each for each in (node.left, *node.comparators) if isinstance(each, ast.Constant | ast.Tuple | ast.Set)]
    if isinstance(node, ast.Call) and _name(node.func) in READERS:
        return [each for each in node.args[:1] if isinstance(each, ast.Constant | ast.JoinedStr)]
    if isinstance(node, ast.Subscript) and _name(node.value) == "records":
        return [node.slice] if isinstance(node.slice, ast.Constant) else []
    if isinstance(node, ast.MatchSequence):
        return [each.value for each in node.patterns[:1] if isinstance(each, ast.MatchValue)]
    if isinstance(node, ast.Match) and _name(node.subject) == "kind":
        return [
            each.value for case in node.cases for each in ast.walk(case.pattern) if isinstance(each, ast.MatchValue)
        ]
    return []


def _speaks_of_kinds(node: ast.Compare) -> bool:
    return any(_name(each) in {"kind", "record"} for each in (node.left, *node.comparators))


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def kinds_in(source: str) -> list[tuple[int, str]]:
    kinds = {kind.value for kind in PlaceKind}
    if not re.search(rf"""["'](?:{"|".join(kinds)})\b""", source):
        return []  # most modules spell none, and need not be parsed
    return [(line, word) for line, word in spelt(ast.parse(source)) if word.partition("/")[0] in kinds]


def test_no_kind_of_place_is_a_literal() -> None:
    found = {path.relative_to(PACKAGE).as_posix(): kinds_in(path.read_text(encoding="utf-8")) for path in MODULES}
    assert {module: kinds for module, kinds in found.items() if kinds} == {}


@pytest.mark.parametrize(
    "line",
    [
        'place.kind == "figure"', '"own" != place.kind', 'place.kind in ("board", "own")', 'Place("report/signer")',
        'Place.of("results", row)', 'Place.of(f"results/{row}")', 'facts.text_at("report", "issuer")',
        'form.records["board"]', 'match place.parts:\n    case ("checklist", key):\n        pass',
        'match kind:\n    case "board" | "own":\n        pass',
    ],
)  # fmt: skip
def test_a_literal_is_found(line: str) -> None:
    assert kinds_in(line)


@pytest.mark.parametrize(
    "line",
    ["place.kind == PlaceKind.FIGURE", 'Place.of(PlaceKind.OWN, uid, "status")', 'key == "report"', 'row["status"]'],
)
def test_other_words_pass(line: str) -> None:
    assert kinds_in(line) == []


def test_every_kind_of_content_is_two_modules_of_one_name_and_a_table() -> None:
    assert [schema.name for schema in SCHEMAS] == [kind.name for kind in KINDS]
    for room in ("forms", "report"):
        modules = {path.stem for path in (PACKAGE / room / "kinds").glob("*.py")}
        assert {kind.name for kind in KINDS} <= modules
    assert {place for kind in KINDS for place in kind.places} <= set(STORED)


def test_a_kind_of_place_belongs_to_one_kind_of_content() -> None:
    places = [place for kind in KINDS for place in kind.places]
    assert len(places) == len(set(places))
    told = {PlaceKind.STATUS, PlaceKind.COMMENT}
    others = {PlaceKind.REPORT, PlaceKind.ACTIVITY, PlaceKind.REASON, PlaceKind.CARRIED} | told
    assert set(places) | others == set(PlaceKind)


def test_the_columns_of_results_are_the_fields_every_form_words() -> None:
    [schema] = [schema for schema in SCHEMAS if PlaceKind.RESULTS in schema.records]
    assert list(schema.records[PlaceKind.RESULTS]) == list(ResultColumn)
