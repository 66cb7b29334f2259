"""The Outline as lines of a terminal: the words of the DOCX, laid out as near to its page as a terminal can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, zip_longest
from typing import Final, assert_never

from rich.cells import cell_len
from rich.style import Style

from tthtcd_tui.checks.sentences import sentences
from tthtcd_tui.report.chart_bars import bars
from tthtcd_tui.report.outline import (
    Addressees,
    Align,
    AppendixHead,
    Block,
    BulletList,
    Chart,
    Heading,
    KeyValues,
    LegalBasis,
    Letterhead,
    Outline,
    Paragraph,
    Row,
    Run,
    RunKind,
    Runs,
    SignOff,
    Table,
    Title,
    lines_of,
    plain,
)
from tthtcd_tui.report.row import RowRole
from tthtcd_tui.report.signing import Signing, signing_rows
from tthtcd_tui.widgets.canvas import Span
from tthtcd_tui.widgets.fit import wrapping
from tthtcd_tui.widgets.flow import FIRST, Flow, Held, Passage, Stretch
from tthtcd_tui.widgets.look import ITALIC, PLAIN, STRONG, WARN

_KEPT_BLANK: Final = "\xa0"
"""A blank that wrapping leaves alone; no text of a report holds one."""
_INDENT: Final = Run(_KEPT_BLANK * 4)
_BETWEEN: Final = "  "
_NARROWEST_COLUMNS: Final = 60
"""Cells; on a narrower terminal what stands side by side on paper stands one below the other."""
_ROOM_TO_SIGN: Final = 3


def preview(outline: Outline, width: int) -> list[Passage]:
    """The report in lines of at most `width` cells, each with the Place it leads to."""
    return [passage for _, passage in flow(outline.blocks, width, draft=outline.draft).from_on(FIRST)]


def flow(blocks: Iterable[Block], width: int, *, draft: bool = False) -> Flow:
    """As `preview`, of blocks that are written and laid out as far as somebody reads."""
    marked = [Stretch([Passage((("DỰ THẢO", STRONG),)), Passage()])] if draft else []
    return Flow(chain(marked, (Stretch(_block(block, max(width, 1)), partial(_held, block)) for block in blocks)))


def _held(block: Block) -> Held:
    runs = list(chain.from_iterable(lines_of(block)))
    return Held(
        frozenset(run.place for run in runs if run.place),
        any(run.kind is RunKind.GAP for run in runs),
        isinstance(block, (Heading, AppendixHead)),
    )


def _block(block: Block, width: int) -> Iterator[Passage]:
    match block:
        case Letterhead():
            yield from _letterhead(block, width)
        case Title():
            yield from _centred(block.kind, width, STRONG)
            yield from _centred(block.abstract, width, STRONG)
        case Addressees():
            yield Passage()
            yield from _addressees(block, width)
            yield Passage()
        case Heading():
            yield Passage()
            first, *rest = _flowing((Run(f"{block.label} "), *block.text), width, STRONG)
            yield first._replace(is_start=True)
            yield from rest
        case LegalBasis() | Paragraph() | KeyValues() | BulletList():
            style = ITALIC if isinstance(block, LegalBasis) else PLAIN
            for line in _lines(block):
                yield from _prose((_INDENT, *line), width, style)
        case Table():
            yield Passage()
            yield from _table(block, width)
        case Chart():
            yield Passage()
            yield from _centred(block.text, width)
            yield from (Passage(((line[:width], PLAIN),)) for line in bars(block, max(width - 40, 8)))
        case SignOff():
            yield Passage()
            yield from _signed_together(block, width) if block.beside else _sign_off(block, width)
        case AppendixHead():
            yield Passage()
            for labelled in _centred(block.label, width, STRONG):
                yield labelled._replace(is_start=True)
            yield from _centred(block.title, width, STRONG)
            yield from _centred(block.reference, width, ITALIC)
        case _:
            assert_never(block)


def _lines(block: LegalBasis | Paragraph | KeyValues | BulletList) -> Iterator[Runs]:
    match block:
        case LegalBasis():
            yield from block.lines
        case Paragraph():
            yield block.runs
        case KeyValues():
            yield from ((*item.label, *item.value) for item in block.items)
        case BulletList():
            yield from block.items
        case _:
            assert_never(block)


# -- parts of the page ------------------------------------------------------------------------------------------------


def _letterhead(block: Letterhead, width: int) -> Iterator[Passage]:
    left, right = _halves(width, 2, 5)
    bodies = [*_centred(block.superior, left), *_centred(block.issuer, left, STRONG)]
    nation = [*_centred((Run(block.nation),), right, STRONG), *_centred((Run(block.motto),), right, STRONG)]
    number = list(_centred(block.number, left))
    dated = list(_centred(block.place_and_date, right, ITALIC))
    yield from _beside(bodies, nation, left, width)
    yield from _beside(number, dated, left, width)
    yield Passage()


def _addressees(block: Addressees, width: int) -> Iterator[Passage]:
    if len(block.bodies) == 1:
        yield from _centred((Run(f"{block.label} "), *block.bodies[0]), width)
        return
    yield from _flowing((_INDENT, Run(block.label)), width)
    for body in block.bodies:
        yield from _flowing((_INDENT, _INDENT, *body), width)


def _signed_together(block: SignOff, width: int) -> Iterator[Passage]:
    """Row by row those who sign, Nơi nhận below them."""
    for row in signing_rows(block):
        room = (width + len(_BETWEEN)) // len(row) - len(_BETWEEN) if width >= _NARROWEST_COLUMNS else width
        found: list[Passage] = []
        for number, each in enumerate(row):
            right = list(_signing(each, room))
            left = number * (room + len(_BETWEEN)) - len(_BETWEEN)
            found = list(_beside(found, right, left, width)) if number else right
        yield from (*found, Passage())
    yield from _flowing((Run(block.label),), width, STRONG + ITALIC)
    for body in block.recipients:
        yield from _flowing(body, width)


def _signing(each: Signing, room: int) -> Iterator[Passage]:
    for line in each.capacity:
        yield from _centred(line, room, STRONG)
    if each.name is not None:
        yield from (Passage() for _ in range(_ROOM_TO_SIGN))
        yield from _centred(each.name, room, STRONG)


def _sign_off(block: SignOff, width: int) -> Iterator[Passage]:
    left, right = _halves(width, 1, 2)
    recipients = list(_flowing((Run(block.label),), left, STRONG + ITALIC))
    for line in block.recipients:
        recipients += _flowing(line, left)
    signing: list[Passage] = []
    for line in block.capacity:
        signing += _centred(line, right, STRONG)
    signing += [Passage()] * _ROOM_TO_SIGN
    signing += _centred(block.signer, right, STRONG)
    yield from _beside(recipients, signing, left, width)


def _table(block: Table, width: int) -> Iterator[Passage]:
    widths = _column_widths(block, width)
    sides = [column.align for column in block.columns]
    titles = tuple(column.title for column in block.columns)
    yield from _table_row(Row(RowRole.TOTAL, titles), widths, [Align.CENTRE] * len(sides))
    yield Passage(((_BETWEEN.join("-" * size for size in widths), PLAIN),))
    for row in block.rows:
        yield from _table_row(row, widths, sides)


def _table_row(row: Row, widths: Sequence[int], sides: Sequence[Align]) -> Iterator[Passage]:
    style = STRONG if row.role in (RowRole.GROUP, RowRole.TOTAL) else PLAIN
    cells = list(row.cells)
    if row.role is RowRole.SUB:
        cells[1:2] = [(Run(_KEPT_BLANK * len(_BETWEEN)), *cell) for cell in cells[1:2]]
    columns = [list(wrapped(cell, size)) for cell, size in zip(cells, widths, strict=True)]
    for line in zip_longest(*columns, fillvalue=()):
        runs: list[Run] = []
        for number, (cell, size, side) in enumerate(zip(line, widths, sides, strict=True)):
            runs += [Run(_BETWEEN)] if number else []
            runs += _padded(cell, size, side)
        yield _passage(tuple(runs), style)


def _column_widths(block: Table, width: int) -> list[int]:
    """Numbers as wide as they are, the words get the rest by their shares."""
    room = width - len(_BETWEEN) * (len(block.columns) - 1)
    sizes = [0] * len(block.columns)
    for number, column in enumerate(block.columns):
        if column.align is not Align.LEFT:
            cells = [plain(row.cells[number]) for row in block.rows]
            words = plain(column.title).split()
            sizes[number] = min(max(map(cell_len, [*cells, *words, " "])), max(room // 4, 1))
    rest = max(room - sum(sizes), 1)
    wide = [number for number, column in enumerate(block.columns) if column.align is Align.LEFT]
    shares = sum(block.columns[number].share for number in wide)
    for number in wide:
        sizes[number] = max(rest * block.columns[number].share // shares, 1)
    return sizes


# -- lines ------------------------------------------------------------------------------------------------------------


def _halves(width: int, part: int, of: int) -> tuple[int, int]:
    """The cells of what stands on the left and on the right; both have all where there is no room for two."""
    if width < _NARROWEST_COLUMNS:
        return width, width
    left = width * part // of
    return left, width - left - len(_BETWEEN)


def _beside(left: Sequence[Passage], right: Sequence[Passage], room: int, width: int) -> Iterator[Passage]:
    if width < _NARROWEST_COLUMNS:
        yield from (*left, *right)
        return
    for one, other in zip_longest(left, right, fillvalue=Passage()):
        blank = " " * (room - sum(cell_len(text) for text, _ in one.line)) + _BETWEEN
        gap = next((passage for passage in (one, other) if passage.is_gap), None)
        place = gap.place if gap else one.place or other.place
        yield Passage(
            (*one.line, (blank, PLAIN), *other.line), place, gap is not None, places=one.places | other.places
        )


def _flowing(runs: Runs, width: int, style: Style = PLAIN) -> Iterator[Passage]:
    for line in wrapped(runs, width):
        yield _passage(line, style)


def _prose(runs: Runs, width: int, style: Style) -> Iterator[Passage]:
    """As `_flowing`, each line with the sentences that it has words of."""
    text = plain(runs)
    spans = list(_spans(text))
    for start, end, line in _broken(runs, width):
        told = tuple([text[begin:stop] for begin, stop in spans if begin < end and start < stop])
        yield _passage(line, style, told)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    at = 0
    for sentence in sentences(text):
        begin = text.index(sentence, at)
        at = begin + len(sentence)
        yield begin, at


def _centred(runs: Runs, width: int, style: Style = PLAIN) -> Iterator[Passage]:
    """Nothing for a text that is empty."""
    for line in wrapped(runs, width) if plain(runs) else []:
        yield _passage(tuple(_padded(line, width, Align.CENTRE))[:-1], style)


def wrapped(runs: Runs, width: int) -> Iterator[Runs]:
    """`runs` broken between words, line by line; each piece keeps its Place."""
    return (line for _, _, line in _broken(runs, width))


def _broken(runs: Runs, width: int) -> Iterator[tuple[int, int, Runs]]:
    """As `wrapped`, each line with where in the text of `runs` it begins and ends."""
    kept = [_keeping_blanks(run) for run in runs]
    text = plain(tuple(kept))
    end = number = begin = 0  # of the text, of the run there, and where in the text that run begins
    for words in wrapping(text, width):
        start = at = text.index(words, end)
        end = start + len(words)
        line: list[Run] = []
        while at < end:
            run = kept[number]
            piece = run.text[at - begin : end - begin]
            if piece:
                line.append(Run(piece, run.place, run.kind))
                at += len(piece)
            if at < end or not piece:
                begin, number = begin + len(run.text), number + 1
        yield start, end, tuple(line)


def _keeping_blanks(run: Run) -> Run:
    """What a draft leaves for a hand to fill in is all blank, and wrapping must not take it for the end of a word."""
    is_blank = run.kind is RunKind.GAP and run.text.isspace()
    return run._replace(text=_KEPT_BLANK * len(run.text)) if is_blank else run


def _padded(runs: Runs, width: int, side: Align) -> Iterator[Run]:
    """`runs` with blanks on both sides, the last run those behind it."""
    room = max(width - cell_len(plain(runs)), 0)
    before = {Align.LEFT: 0, Align.CENTRE: room // 2, Align.RIGHT: room}[side]
    yield Run(" " * before)
    yield from runs
    yield Run(" " * (room - before))


def _passage(runs: Runs, style: Style, told: tuple[str, ...] = ()) -> Passage:
    """A line that leads to its first gap, else to the first place it has words of."""
    gap = next((run for run in runs if run.kind is RunKind.GAP), None)
    places = [run.place for run in runs if run.place]
    spans: list[Span] = [(run.text.replace(_KEPT_BLANK, " "), _style(run, style)) for run in runs]
    first = gap.place if gap else places[0] if places else None
    return Passage(tuple(spans), first, gap is not None, places=frozenset(places), sentences=told)


def _style(run: Run, style: Style) -> Style:
    return style + WARN if run.kind is RunKind.GAP else style
