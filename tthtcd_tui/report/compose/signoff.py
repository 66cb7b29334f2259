"""The end of the report: who signs, in what capacity, and who receives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tthtcd_tui.report.compose.head import has_addressees
from tthtcd_tui.report.kinds.details import AUTHORITY, POSITION, RECIPIENTS, SIGNER
from tthtcd_tui.report.outline import Run, RunKind, Runs, Signature, SignOff
from tthtcd_tui.report.signers import names_at, place_of
from tthtcd_tui.report.writer import STOPS, Writer, bare, stopped

AS_ABOVE = "Như trên"
ARCHIVE = "Lưu: VT"
_IS_ARCHIVE = re.compile(r"lưu\s*:?\s*(?=vt(?!\w))", re.IGNORECASE)


def sign_off(writer: Writer) -> SignOff:
    """Nơi nhận begins «- Như trên;» where there is a Kính gửi, and ends «- Lưu: VT.» (App. I, II.9).

    Both are printed once, typed or not; where the archive was typed with a department, «Lưu: VT, TC», that is it.
    """
    place = RECIPIENTS
    bodies: list[Runs] = [(Run(AS_ABOVE),)] if has_addressees(writer) else []
    archive: Runs = (Run(ARCHIVE),)
    for line in map(bare, writer.facts.lines_at(place)):
        if typed := _IS_ARCHIVE.match(line):
            archive = (Run("Lưu: "), Run(line[typed.end() :], place, RunKind.VALUE))
        elif line.strip(STOPS).casefold() != AS_ABOVE.casefold():
            bodies.append((Run(line, place, RunKind.VALUE),))
    if writer.awaited(place):
        bodies.append((writer.gap(place),))
    bodies.append(archive)
    return SignOff(
        label="Nơi nhận:",
        recipients=tuple((Run("- "), *body) for body in stopped(bodies)),
        capacity=_capacity(writer),
        signer=_signer(writer),
        beside=tuple(_beside(writer)),
    )


def _beside(writer: Writer) -> Iterator[Signature]:
    """Who else signs: each by their name, or a gap where nobody is named who must be."""
    for each in writer.form.signatures:
        place = place_of(each)
        names: list[Runs] = [(Run(name, place, RunKind.VALUE),) for name in names_at(writer.facts, each)]
        if not names and writer.awaited(place):
            names = [(writer.gap(place),)]
        if names:
            yield Signature((Run(each.title),), tuple(names))


def _capacity(writer: Writer) -> tuple[Runs, ...]:
    position = writer.value(POSITION, capitals=True)
    if isinstance(writer.facts.at(AUTHORITY), str) or writer.awaited(AUTHORITY):
        return tuple(filter(None, (writer.value(AUTHORITY, capitals=True), position)))
    return (position,)


def _signer(writer: Writer) -> Runs:
    """The name alone, without titles (App. I, II.7); blank in a draft until somebody is named."""
    name = writer.facts.text_at(SIGNER)
    place = SIGNER
    return (Run(name, place, RunKind.VALUE),) if name else (Run(" ", place, RunKind.GAP),)
