"""What a centre hands in: the manifest of a submission, with the numbers of the year as they were when it was made.

The numbers are never typed: they are read from the data that go along, and whoever receives the file reads them from
these again. The data are the kept JSON, or as much of it as the report prints and is added up.
"""

from __future__ import annotations

import json
import re
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final

from tthtcd_tui.errors import CodecProblem, TextProblem
from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.answer_json import day, encode_answer, line
from tthtcd_tui.report.carried import Carry, reduced
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.facts import Centre, Facts, ResultColumn
from tthtcd_tui.report.kinds.details import LOCALITY
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.plain_answers import plain_quantity
from tthtcd_tui.report.rows import layout
from tthtcd_tui.text.numbers import canonical, from_canonical
from tthtcd_tui.text.periods import Period, PeriodKind
from tthtcd_tui.text.qualifiers import Qualifier

FORMAT: Final = "tthtcd-submission"
FORMAT_VERSION: Final = 2
_READ_VERSIONS: Final = (1, FORMAT_VERSION)
"""Version 1 knew whole data alone."""
MANIFEST: Final = "ban-ke.json"
DOCX: Final = "bao-cao.docx"
DATA: Final = "bao-cao.json"
PARTS: Final = (MANIFEST, DOCX, DATA)
LARGEST_MANIFEST: Final = 1 << 20
"""Bytes."""
_KEYS_1: Final = frozenset(
    {"format", "format_version", "centre", "commune", "period", "form", "year", "version", "finalised", "files", "sums"}
)
_KEYS: Final = {1: _KEYS_1, FORMAT_VERSION: _KEYS_1 | {"carry", "kept"}}
_PLACES_KEPT: Final = 4_096
_PERIODS_KEPT: Final = 64
_CHOICES_KEPT: Final = 1_024
_LONGEST_KEPT: Final = 64
"""Letters of a choice that is kept: a stranger's may be of any length."""
_FORMS_KEPT: Final = 8
_QUALIFIERS: Final = {str(qualifier): qualifier for qualifier in Qualifier}
_HASH: Final = re.compile("[0-9a-f]{64}")
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")

Counted = Quantity | str
"""A number, or the key of what was chosen."""
Sums = Mapping[Place, Counted]
"""What a year says that can be added up or counted, by place."""


class FormName(NamedTuple):
    key: str
    version: int
    digest: str
    """SHA-256 of its TOML."""


class Manifest(NamedTuple):
    """What a submission says of itself. `sums` are those of the data, whether whole or not."""

    centre: Centre
    commune: str
    """As the report names it: «phường Mạo Khê»; nothing where it does not."""
    period: Period
    form: FormName
    year: str
    """The uid of the year, which every copy of its database keeps."""
    version: int
    """Number of the final version it is made of."""
    finalised: str
    """When that was, UTC: 2021-06-05T07:00:00.000000Z."""
    files: Mapping[str, str]
    """SHA-256 of the document and of the data, by name."""
    carry: Carry
    """ALL: the data are the whole year as it was kept. PRINTED: what is printed of it, or added up."""
    kept: str
    """SHA-256 of the data as they were kept: whole ones that come later are held against it."""
    sums: Sums

    def reduced_from(self, whole: Manifest) -> Manifest:
        """This one, of reduced data, with what only the `whole` ones say."""
        return self._replace(year=whole.year, carry=Carry.PRINTED, kept=whole.kept)


def manifest_of(form: Form, report: ReportData, version: int, finalised: str, files: Mapping[str, bytes]) -> Manifest:
    """The manifest of a version of a year, the data whole: `report` is what `files[DATA]` says."""
    hashes = {name: sha256(files[name]).hexdigest() for name in (DOCX, DATA)}
    return manifest_with(form, report, version, finalised, hashes)


def manifest_with(form: Form, report: ReportData, version: int, finalised: str, hashes: Mapping[str, str]) -> Manifest:
    """As `manifest_of`, of files whose SHA-256 is known."""
    facts, base = report.facts, report.base
    template = form.template or form
    return Manifest(
        facts.centre,
        facts.text_at(LOCALITY),
        facts.period,
        FormName(template.key, template.version, template.digest),
        base.year if base else "",
        version,
        finalised,
        hashes,
        Carry.ALL,
        hashes[DATA],
        sums_of(form, facts),
    )


def handed_in(form: Form, report: ReportData, printed: AbstractSet[Place]) -> ReportData:
    """As much of a year as goes up unasked: what stands at `printed`, and what is added up.

    The log's sums stand there as if they were typed, so that the sums are those of the whole year.
    """
    facts, cells = report.facts, layout(form).cells
    results = {place: _answer(facts, place) for place in cells if place.kind == PlaceKind.RESULTS}
    data = reduced(report, printed | sums_of(form, facts).keys() | {LOCALITY})
    answers = {**data.facts.answers, **results}
    return data._replace(facts=replace(data.facts, answers=answers))


def sums_of(form: Form, facts: Facts) -> dict[Place, Counted]:
    """Every number and every single choice of a year, with the log's sums where they count, and the totals."""
    return dict(_counted(form, facts))


def total_place(column: str) -> Place:
    """Where the total of a column of the results stands among the sums."""
    return Place.of(PlaceKind.RESULTS, column)


TOTAL_PARTICIPATIONS: Final = total_place(ResultColumn.PARTICIPATIONS)


def _counted(form: Form, facts: Facts) -> Iterator[tuple[Place, Counted]]:
    told = facts.answers.get
    for place, result in _counted_places(form):
        answer = told(place)
        if answer is None and result:
            answer = facts.result(*result)
        if isinstance(answer, (Quantity, str)):
            yield place, answer
    for column in ResultColumn:
        if isinstance(total := facts.total(column), Quantity):
            yield total_place(column), total


@lru_cache(_FORMS_KEPT)
def _counted_places(form: Form) -> tuple[tuple[Place, tuple[str, ...]], ...]:
    """The places of numbers and choices, those of the results with row and column: the same for every commune."""
    return tuple(
        (place, tuple(place.split("/")[1:]) if place.kind == PlaceKind.RESULTS else ())
        for place, cell in layout(form).cells.items()
        if cell.field.kind.is_number or cell.field.kind is FieldType.CHOICE
    )


def _answer(facts: Facts, place: Place) -> Answer:
    """What stands there; of the results what the log adds up to, where nothing is typed."""
    kind, *rest = place.split("/")
    return facts.result(*rest) if kind == PlaceKind.RESULTS else facts.answers.get(place, UNANSWERED)


# -- as JSON ----------------------------------------------------------------------------------------------------------


def encode_manifest(manifest: Manifest, version: int = FORMAT_VERSION) -> bytes:
    """Canonical: a line a key and a sum, the same manifest the same bytes."""
    tree = {key: value for key, value in head_tree(manifest).items() if key in _KEYS[version]}
    lines = [f"{_write(key)}: {_write(value)}" for key, value in (tree | {"format_version": version}).items()]
    sums = ",\n".join(f" {_write(place)}: {_write(value)}" for place, value in sums_tree(manifest.sums).items())
    lines.append(f'"sums": {{\n{sums}\n}}' if sums else '"sums": {}')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def manifest_digest(manifest: Manifest) -> str:
    """By what a submission is answered: the SHA-256 of its manifest, whatever packed it on the way."""
    return sha256(encode_manifest(manifest)).hexdigest()


def digests(manifest: Manifest) -> set[str]:
    """By what it may have been answered: whole data are so too where an older program took them."""
    versions = _READ_VERSIONS if manifest.carry is Carry.ALL else (FORMAT_VERSION,)
    return {sha256(encode_manifest(manifest, version)).hexdigest() for version in versions}


def head_tree(manifest: Manifest) -> dict[str, object]:
    """All of it but the sums, as JSON."""
    period = manifest.period
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "centre": {"code": manifest.centre.code, "name": manifest.centre.name},
        "commune": manifest.commune,
        "period": {
            "kind": period.kind.value,
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "label": period.label,
        },
        "form": {"key": manifest.form.key, "version": manifest.form.version, "sha256": manifest.form.digest},
        "year": manifest.year,
        "version": manifest.version,
        "finalised": manifest.finalised,
        "files": dict(manifest.files),
        "carry": manifest.carry.value,
        "kept": manifest.kept,
    }


def sums_tree(sums: Sums) -> dict[str, object]:
    """A number as in a report's JSON, a choice as its key in an object of its own."""
    return {
        place: {"choice": found} if isinstance(found := sums[place], str) else encode_answer(found)
        for place in sorted(sums)
    }


def sums_json(sums: Sums) -> str:
    """`sums_tree` as JSON without a blank, put together here in half the time, for who receives thousands."""
    told = []
    for place in sorted(sums):
        found = sums[place]
        if isinstance(found, str):
            told.append(f'"{place}":{_choice_json(found)}')
        elif found.qualifier is None:
            told.append(f'"{place}":"{canonical(found.number)}"')
        else:
            told.append(f'"{place}":{{"number":"{canonical(found.number)}","qualifier":"{found.qualifier}"}}')
    return f"{{{','.join(told)}}}"


@lru_cache(_CHOICES_KEPT)
def _choice_json(key: str) -> str:
    return _write_close({"choice": key})


_write_close: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_write: Final = json.JSONEncoder(ensure_ascii=False).encode


def decode_manifest(data: bytes) -> Manifest:
    """The manifest in `data`. Raises CodecProblem."""
    try:
        tree = json.loads(data.removeprefix(BOM_UTF8).decode())
    except (ValueError, RecursionError):
        raise _refused("bản kê không đúng cú pháp JSON") from None
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise _refused("tệp không phải bản nộp của chương trình")
    version = tree.get("format_version")
    if type(version) is not int or version not in _READ_VERSIONS:
        raise _refused("bản nộp do một phiên bản khác của chương trình làm ra")
    if set(tree) != _KEYS[version]:
        raise _refused("bản kê thiếu hoặc thừa mục")
    return manifest_from(tree)


def manifest_from(tree: Mapping[str, Any]) -> Manifest:
    """The manifest that a tree stands for. Raises CodecProblem."""
    try:
        centre, form, period, files = tree["centre"], tree["form"], tree["period"], tree["files"]
        carry, kept = (Carry.ALL, files[DATA]) if tree["format_version"] == 1 else (tree["carry"], tree["kept"])
        return Manifest(
            Centre(_part(centre["code"]), line(centre["name"])),
            line(tree["commune"]),
            _period(period["kind"], period["start"], period["end"], period["label"]),
            FormName(line(form["key"]), _count(form["version"]), _matching(_HASH, form["sha256"])),
            _part(tree["year"]) if tree["year"] else "",
            _count(tree["version"]),
            _time(tree["finalised"]),
            {name: _matching(_HASH, files[name]) for name in (DOCX, DATA)},
            _carry(carry),
            _matching(_HASH, kept),
            {
                _place(place): plain_quantity(value) if type(value) is str else sum_from(value)
                for place, value in tree["sums"].items()
            },
        )
    except (KeyError, TypeError, ValueError, AttributeError, TextProblem):
        raise unreadable() from None


def unreadable() -> CodecProblem:
    """What is wrong with a manifest of which a part cannot be read."""
    return _refused("bản kê có mục không đọc được")


def _refused(why: str) -> CodecProblem:
    return CodecProblem([f"{why[:1].upper()}{why[1:]}."])


def sum_from(value: object) -> Counted:
    """A number or a choice among the sums, as JSON tells it. Raises TypeError, KeyError, ValueError, TextProblem."""
    if isinstance(value, str):
        return plain_quantity(value)
    if not isinstance(value, dict):
        raise TypeError
    if "choice" in value:
        chosen = value["choice"]
        if isinstance(chosen, str) and len(chosen) <= _LONGEST_KEPT:
            return _chosen(chosen)
        return sys.intern(line(chosen))
    return Quantity(from_canonical(value["number"]), _QUALIFIERS[value["qualifier"]])


@lru_cache(_PERIODS_KEPT)
def _period(kind: str, start: str, end: str, label: str) -> Period:
    """One value for all the communes of a year."""
    return Period(PeriodKind(kind), day(start), day(end), line(label))


@lru_cache(_CHOICES_KEPT)
def _chosen(text: str) -> str:
    return sys.intern(line(text))


@lru_cache(_PLACES_KEPT)
def _place(text: str) -> Place:
    """One value for all the communes that say something there: of thousands, most of the memory."""
    place = Place.parse(text)
    if place is None:
        raise ValueError(text)
    return place


def _part(text: object) -> str:
    if not isinstance(text, str) or not Place.is_part(text):
        raise ValueError
    return text


def _count(number: object) -> int:
    if type(number) is not int or not 1 <= number < 10**9:
        raise ValueError
    return number


def _carry(text: object) -> Carry:
    if not isinstance(text, str) or text == Carry.NOTHING:
        raise ValueError
    return Carry(text)


def _matching(pattern: re.Pattern[str], text: object) -> str:
    if not isinstance(text, str) or not pattern.fullmatch(text):
        raise ValueError
    return text


def _time(text: object) -> str:
    told = _matching(_TIME, text)
    datetime.fromisoformat(told)
    return told
