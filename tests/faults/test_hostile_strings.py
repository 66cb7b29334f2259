"""A thousand hostile strings through the codec, the checks, the summary and each export, as a damaged file brings them.

Nothing crashes, no byte goes out that a terminal obeys, and what is legal in a text comes out as it went in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest
from support.docx_file import CONTROL, opened, parts, said, shown
from support.forms import shipped
from support.hostile import COUNT, strings
from support.matrix import every
from support.summaries import ESCAPES, dense, printed

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.exports.text import text
from tthtcd_tui.report.codec import ReportData, decode, encode, parse_json
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.finding import Finding, Severity
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.text.clean import clean

REFUSED = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""What stands for a letter that is lost: no file with one is read at all."""
SAMPLE: dict[str, Any] = json.loads(sample_bytes(SAMPLE_YEAR))
SENTENCES = [place for place, value in SAMPLE["answers"].items() if re.search("(statement|text)$|^narrative", place)]
"""Where whole paragraphs stand, which are printed as they are."""
NAMES = [
    place
    for place, value in SAMPLE["answers"].items()
    if isinstance(value, str)
    and re.search("^report/(?!number|date)|/duty|/evidence|/source|/comparison|/chu_de|/website", place)
]
"""Where one line stands, which is set in capitals, trimmed or given a stop."""
BATCH = len(SENTENCES)
_OPENS_A_LINK = re.compile(r"\{(?=[a-z][a-z0-9_]*(\.[a-z]+)?\})")


def typed(string: str) -> str:
    """`string` among words: alone it might be «không có». A brace that would begin a link is typed as a brace."""
    return f"đầu {_OPENS_A_LINK.sub('{{', string)} cuối"


def joined(string: str) -> str:
    """`string` as JSON has it: two halves that meet are one character."""
    return string.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def in_a_year(some: tuple[str, ...]) -> bytes:
    """The sample year with a string in every sentence, name and activity."""
    tree = json.loads(json.dumps(SAMPLE))
    for number, place in enumerate(SENTENCES):
        tree["answers"][place] = [typed(some[number % len(some)])]
    for number, place in enumerate(NAMES):
        tree["answers"][place] = f"đầu {some[number % len(some)]} cuối"
    for number, place in enumerate(("report/addressees", "report/recipients", "report/legal_basis")):
        tree["answers"][place] = [f"đầu {string} cuối" for string in some[number : number + 3]]
    tree["answers"] |= {"own/a/section": "van_ban", "own/a/label": f"đầu {some[-1]}", "reason/report/signer": some[0]}
    tree["activities"][0] |= {"title": f"đầu {some[0]}", "note": some[-1], "partner": some[len(some) // 2]}
    tree["centre"]["name"] = f"Trung tâm {some[0]}"
    return json.dumps(tree).encode()  # halves of characters as \ud800, which JSON allows


def in_batches(found: list[str]) -> list[tuple[str, ...]]:
    return [tuple(found[start : start + BATCH]) for start in range(0, len(found), BATCH)]


USABLE = in_batches([string for string in strings() if not REFUSED.search(string)])
UNUSABLE = in_batches([string for string in strings() if REFUSED.search(string)])


def harmless(shown_text: str) -> bool:
    return CONTROL.search(shown_text.replace("\n", "")) is None


def all_of_it(data: bytes, reasons: Sequence[str] = ()) -> tuple[ReportData, list[str], str]:
    """The report in `data`, what DOCX and text make of it, and the summary, which tells of `reasons` too.

    All three without white space.
    """
    form = shipped()
    report = decode(data, form)
    found = check(Context(form, report.facts))
    assert all(finding.message.isprintable() for finding in found)
    findings = [
        *found,
        *(Finding("x", Severity.WARNING, Place("report/signer"), "Sai. Hãy sửa.", reason) for reason in reasons),
    ]
    outline = compose(form, report.facts)
    made = docx_bytes(outline)
    assert shown(opened(made)) == said(outline)
    assert all(harmless(content.decode()) for content in parts(made).values())
    plain = printed(report.facts, findings)
    assert ESCAPES.sub("", printed(report.facts, findings, colour=True)) == plain
    told, tree = text(outline), encode(report)
    assert encode(decode(tree, form)) == tree
    for printed_text in (plain, told, tree.decode()):
        assert harmless(printed_text)
    return report, [dense("\n".join(shown(opened(made)))), dense(told)], dense(plain)


def test_there_are_a_thousand_of_them() -> None:
    found = strings()
    assert len(found) == len(set(found)) == COUNT == 1_000
    assert len(SENTENCES) == 30
    assert len(NAMES) == 28
    assert sum(map(len, USABLE)) > 850
    for what in (
        "[/]",
        "{{ }}",
        "&<>\"'",
        "\x00",
        "\x1b[2J",
        "\x9b2J",
        "\u202e",
        "\ud800",
        "\ue000",
        "\ufffd",
        "e\u0323\u0302",
    ):
        assert what in found


@pytest.mark.parametrize("some", every(10, USABLE), ids=range(len(USABLE)))
def test_hostile_strings_are_only_words(some: tuple[str, ...]) -> None:
    reasons = [clean(f"đầu {joined(string)} cuối") for string in some]
    report, exported, summary = all_of_it(in_a_year(some), reasons)
    for reason in reasons:
        assert dense(reason) in summary
    for number, place in enumerate(SENTENCES):
        string = some[number % len(some)]
        assert dense("".join(report.facts.lines_at(Place(place)))) == dense(clean(typed(joined(string)))), string
        for words in exported:
            assert dense(clean(f"đầu {joined(string)} cuối")) in words, (place, string)


@pytest.mark.parametrize("some", UNUSABLE, ids=range(len(UNUSABLE)))
def test_a_letter_that_is_lost_is_refused_by_its_place(some: tuple[str, ...]) -> None:
    for number, string in enumerate(some):
        place = SENTENCES[number % BATCH]
        tree = json.loads(json.dumps(SAMPLE))
        tree["answers"][place] = [typed(string)]
        with pytest.raises(CodecProblem) as caught:
            decode(json.dumps(tree).encode(), shipped())
        [problem] = caught.value.problems
        assert problem.isprintable()
        assert place in problem


@pytest.mark.parametrize("string", strings()[::7], ids=ascii)
def test_as_a_file_on_its_own(string: str) -> None:
    with pytest.raises(CodecProblem) as caught:
        parse_json(string.encode("utf-8", "surrogatepass"))
    assert all(problem.isprintable() for problem in caught.value.problems)


@pytest.mark.long
@pytest.mark.parametrize(
    "piece", every(7, ["\x1b[31m\x9b2J", "[/]", "{{ }}", "&<>\"'", "e\u0323\u0302", "\ud800a", "ộ "]), ids=ascii
)
@pytest.mark.parametrize("place", every(2, ["narrative/dia_phuong", "figure/chu_de"]))
def test_a_megabyte_of_it(place: str, piece: str) -> None:
    """What the summary shows, a figure, is the shorter: printed in lines of 80 cells, each piece takes it 10 s."""
    long = piece * ((1_000_000 if place in SENTENCES or piece == "[/]" else 100_000) // len(piece))
    tree = json.loads(json.dumps(SAMPLE))
    tree["answers"][place] = [typed(long)] if place in SENTENCES else f"đầu {long} cuối"
    _, exported, _ = all_of_it(json.dumps(tree).encode())
    kept = dense(clean(f"đầu {long} cuối"))
    assert all(kept in words for words in exported)
