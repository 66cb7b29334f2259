"""Title, abstract and addressees (App. I, II.5 and II.9)."""

from __future__ import annotations

from collections.abc import Iterator

from support.nd30.failure import Failure
from support.nd30.flow import Line
from support.nd30.lettering import centred, in_lower_case, lettering, quoted
from support.nd30.parts import Parts
from support.nd30.rules_head import partial_rule
from support.nd30.widths import width

TITLE = "BÁO CÁO"
DEFAULT_TAB = 36.0
UNDER = 3.0
"""Points by which a dash may miss the colon above it."""


def _title(parts: Parts) -> Iterator[Failure]:
    if parts.title is None:
        yield Failure("title", "nothing below the head")
        return
    if parts.title.text.strip() != TITLE:
        yield Failure("title", f"reads {quoted(parts.title.text)}")
    for fault in lettering(parts.title.spans, size=(13, 14), bold=True, italic=False):
        yield Failure("title", fault)
    if not centred(parts.title):
        yield Failure("title", "is not centred")


def _abstract(parts: Parts) -> Iterator[Failure]:
    if not parts.abstract:
        yield Failure("abstract", "nothing between title and body")
        return
    for line in parts.abstract:
        for fault in lettering(line.spans, size=(13, 14), bold=True, italic=False):
            yield Failure("abstract", fault)
        if not centred(line):
            yield Failure("abstract", f"{quoted(line.text)} is not centred")
    if not any(in_lower_case(line) for line in parts.abstract):
        yield Failure("abstract", "is all in capitals")
    yield from partial_rule("abstract-rule", parts.abstract, parts.after_abstract)


def _start(line: Line) -> float:
    """Where the first letter of a line stands, from the left edge of the text."""
    shown = line.paragraph.format
    if shown.align == "center":
        return (shown.left + max(shown.first, 0.0) + line.paragraph.width - shown.right - line.width) / 2
    if shown.align == "right":
        return line.paragraph.width - shown.right - line.width
    at = shown.left + (shown.first if line.spans is line.paragraph.lines[0] else 0.0)
    for character in line.text[: len(line.text) - len(line.text.lstrip())]:
        if character == "\t":
            stops = [stop for stop, _ in shown.tabs if stop > at + 0.05]
            # A hanging indent is a tab stop too.
            stops += [shown.left] if at < shown.left - 0.05 else []
            at = min(stops, default=(at // DEFAULT_TAB + 1) * DEFAULT_TAB)
        else:
            span = line.spans[0].format
            at += width(character, span.size, bold=span.bold, italic=span.italic)
    return at


def _aligned(lines: list[Line]) -> Iterator[Failure]:
    label = lines[0]
    shown = label.visible[0].format
    upto = label.text.strip().index(":")
    colon = _start(label) + width(label.text.strip()[:upto], shown.size, bold=shown.bold, italic=shown.italic)
    beyond = colon + width(":", shown.size, bold=shown.bold, italic=shown.italic)
    for line in lines[1:]:
        at = _start(line)
        if not colon - UNDER <= at <= beyond + UNDER:
            yield Failure(
                "addressees", f"the dash of {quoted(line.text)} stands at {at:.1f} pt, the colon at {colon:.1f}"
            )


def _addressees(parts: Parts) -> Iterator[Failure]:
    if not parts.addressees:
        return
    label, *bodies = parts.addressees
    for line in parts.addressees:
        for fault in lettering(line.spans, size=(13, 14), bold=False, italic=False):
            yield Failure("addressees", fault)
    text = label.text.strip()
    if not text.startswith("Kính gửi:"):
        yield Failure("addressees", f"begins {quoted(text)}")
        return
    rest = text.removeprefix("Kính gửi:")
    if rest:
        # One body, on the same line.
        if not rest.startswith((" ", "\t")) or rest.lstrip().startswith("-"):
            yield Failure("addressees", f"reads {quoted(text)}")
        if rest.endswith((".", ";", ",")):
            yield Failure("addressees", f"{quoted(text)} ends in a stop")
        return
    if len(bodies) < 2:
        yield Failure("addressees", "one body belongs on the line of «Kính gửi:»")
    for number, line in enumerate(bodies, 1):
        stop = "." if number == len(bodies) else ";"
        said = line.text.strip().replace("\t", " ")
        if not said.startswith("- ") or not said.endswith(stop) or said.endswith((" " + stop, ";.", "..")):
            yield Failure("addressees", f"{quoted(said)} is not «- …{stop}»")
    yield from _aligned(parts.addressees)


def title_failures(parts: Parts) -> Iterator[Failure]:
    """Everything wrong between the head and the body."""
    yield from _title(parts)
    yield from _abstract(parts)
    yield from _addressees(parts)
