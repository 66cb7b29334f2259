"""docs/forms.md and docs/json.md name all that the program reads, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.forms import OTHER, minutes
from support.schema import schema_problems
from support.scored import scored_text

from tthtcd_tui.forms.kinds.registry import SCHEMAS
from tthtcd_tui.forms.kinds.score import SCORE
from tthtcd_tui.forms.known import load_shipped, shipped_file
from tthtcd_tui.forms.load import load, load_file
from tthtcd_tui.forms.model import NAME_LINKS, TOTAL_LINKS, FieldType, Marker
from tthtcd_tui.forms.records import RECORDS
from tthtcd_tui.forms.toml_table import TomlTable
from tthtcd_tui.report.codec import decode, encode, parse_json
from tthtcd_tui.report.numbering import Numbering
from tthtcd_tui.report.reply import decode_reply, encode_reply
from tthtcd_tui.text.periods import PeriodKind
from tthtcd_tui.text.qualifiers import Qualifier

DOCS = Path(__file__).resolve().parents[2] / "docs"
FORMS = (DOCS / "forms.md").read_text(encoding="utf-8")
JSON = (DOCS / "json.md").read_text(encoding="utf-8")

# Tables of a form that hold a field.
FIELDS = re.compile(r"section\.figure|section\.column|section\.indicator\.value|record\.\w+\.\w+")


def asked_of_a_form(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """Every (table, key) that the loader looks for; a table's own name is left out of its path."""
    found: set[tuple[str, str]] = set()
    take, has = TomlTable._take, TomlTable.has

    def spy_take(table: TomlTable, key: str, kind: type, wanted: str, default: object) -> object:
        found.add((re.sub(r":[^.]*", "", table.name), key.partition("[")[0]))
        return take(table, key, kind, wanted, default)

    def spy_has(table: TomlTable, key: str) -> bool:
        found.add((re.sub(r":[^.]*", "", table.name), key))
        return has(table, key)

    monkeypatch.setattr(TomlTable, "_take", spy_take)
    monkeypatch.setattr(TomlTable, "has", spy_has)
    load_file(shipped_file())
    load_file(OTHER)
    load(scored_text(), "cham-diem.toml")
    load(minutes().text, "bien-ban.toml")
    return found


def documented() -> dict[str, set[str]]:
    """The keys in the first column of each table of docs/forms.md, by the heading above."""
    sections: dict[str, set[str]] = {}
    for part in FORMS.split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        sections[heading.strip("`[]")] = set(re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE))
    return sections


def where(table: str) -> list[str]:
    """The headings under which a table's keys may be named."""
    if table.endswith(".options"):
        return ["Options"]
    if table.endswith(".clause"):
        return ["section.clause"]
    return [table, "Fields"] if FIELDS.fullmatch(table) else [table]


def test_every_key_of_a_form_is_documented(monkeypatch: pytest.MonkeyPatch) -> None:
    sections = documented()
    asked = asked_of_a_form(monkeypatch)
    assert len(asked) > 100
    missing = [
        f"[{table}] {key}"
        for table, key in sorted(asked)
        if table
        and not re.fullmatch(r"record(\.\w+)?", table)
        and not any(key in sections.get(heading, set()) for heading in where(table))
    ]
    assert missing == []
    tables = {key for table, key in asked if not table}
    assert tables == {heading for heading in sections if "." not in heading and heading.islower()}


def test_nothing_is_documented_that_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_of_a_form(monkeypatch)
    known: dict[str, set[str]] = {}
    for table, key in asked:
        for heading in where(table):
            known.setdefault(heading, set()).add(key)
    stale = {heading: keys - known.get(heading, set()) for heading, keys in documented().items()}
    assert {heading: keys for heading, keys in stale.items() if keys} == {}


def test_every_record_is_documented() -> None:
    for record, own in {**RECORDS, **SCORE.records}.items():
        [line] = re.findall(rf"^\| `record\.{record}` \|.*$", FORMS, re.MULTILINE)
        assert re.findall(r"`(\w+)`", line) == list(own)


def test_every_word_a_form_may_use_is_documented() -> None:
    figures = set(FieldType) - {FieldType.LINES, FieldType.PARAGRAPHS}
    printed = [schema.name for schema in SCHEMAS if schema.is_printed]
    assert [
        word for word in (*figures, *printed, *Marker, *(n.value for n in Numbering)) if f"`{word}`" not in FORMS
    ] == []
    assert [name for name in (*NAME_LINKS, *TOTAL_LINKS) if f"`{{{name}}}`" not in FORMS] == []


def test_every_place_is_documented() -> None:
    kinds = {*RECORDS, *SCORE.records, "grid", "figure", "reason", "carried"}
    assert [kind for kind in kinds if f"`{kind}/‹" not in JSON] == []
    for record, own in {**RECORDS, **SCORE.records}.items():
        [line] = [line for line in re.split(r"\n(?=\| )|\n\n", JSON) if f"`{record}/‹" in line]
        assert [key for key in own if record != "narrative" and f"`{key}`" not in line] == []
    assert set(re.findall(r"`(\w+)/‹", JSON)) == kinds


def test_the_words_of_the_json_are_documented() -> None:
    assert [word for word in PeriodKind if f"`{word}`" not in JSON] == []
    assert [word for word in Qualifier if word not in JSON] == []


def test_the_example_is_a_report_to_the_byte() -> None:
    [example] = re.findall(r"```json\n(.*?)```", JSON, re.DOTALL)
    assert encode(decode(example.encode(), load_shipped(1))).decode() == example
    assert schema_problems(parse_json(example.encode())) == []


@pytest.mark.parametrize("page", ["forms.md", "json.md"])
def test_links_between_the_pages_lead_somewhere(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w -]", "", line[3:]).strip().lower().replace(" ", "-")
        for line in text.split("\n")
        if line.startswith("## ")
    }
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in headings
        else:
            assert (DOCS / target).exists(), target


def test_the_example_of_a_reply_is_one_to_the_byte() -> None:
    [_, example] = re.findall(r"```jsonc\n(.*?)```", JSON, re.DOTALL)
    assert encode_reply(decode_reply(example.encode())).decode() == example
