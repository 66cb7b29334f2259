"""The summary of a report for a terminal: a year on one or two screens. Plain text when it is not a terminal.

Findings are given by the caller, since checking is for `checks`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from io import StringIO
from typing import Final, TextIO, TypeAlias

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style

from tthtcd_tui.exports.summarise.answers import indicators, ratings
from tthtcd_tui.exports.summarise.compared import compared
from tthtcd_tui.exports.summarise.completion import completion
from tthtcd_tui.exports.summarise.figures import figures
from tthtcd_tui.exports.summarise.head import head
from tthtcd_tui.exports.summarise.look import ASCII, DRAWN
from tthtcd_tui.exports.summarise.page import Page
from tthtcd_tui.exports.summarise.problems import problems
from tthtcd_tui.exports.summarise.results import results
from tthtcd_tui.exports.summarise.score import score
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding

NARROWEST: Final = 20
"""Cells; a narrower terminal gets lines of this width."""
WIDEST: Final = 120
"""Cells; longer lines are hard to read."""
_WIDEST: Final = 500
"""Columns; a terminal may claim more, and each costs memory as it is drawn."""
_USUAL: Final = 80

StyledLine: TypeAlias = tuple[tuple[str, Style], ...]
"""A line as pieces of text, each with its style."""


def summary(form: Form, facts: Facts, findings: Sequence[Finding], previous: Facts | None = None) -> RenderableType:
    """The summary as a rich renderable, as wide as the console, within NARROWEST and WIDEST."""
    return _Summary(form, facts, tuple(findings), previous)


def summary_lines(
    form: Form,
    facts: Facts,
    findings: Sequence[Finding],
    previous: Facts | None,
    *,
    width: int,
    ascii_only: bool,
    others: Sequence[Facts] = (),
) -> list[StyledLine]:
    """The summary as styled lines of at most `width` cells; `width` is limited to NARROWEST and WIDEST."""
    console = Console(file=StringIO(), width=max(width, NARROWEST), force_jupyter=False, legacy_windows=False)
    segments = console.render(_Summary(form, facts, tuple(findings), previous, ascii_only, tuple(others)))
    return [
        tuple((segment.text, segment.style or Style.null()) for segment in line)
        for line in Segment.split_lines(segments)
    ]


def print_summary(  # noqa: PLR0913 -- four say what, and the others are named and have a default
    form: Form,
    facts: Facts,
    findings: Sequence[Finding],
    stream: TextIO,
    *,
    width: int | None = None,
    colour: bool | None = None,
    previous: Facts | None = None,
    ascii_only: bool = False,
    others: Sequence[Facts] = (),
) -> None:
    """Write the summary to `stream`.

    `width` defaults to that of the terminal, elsewhere to COLUMNS or 80. `colour` defaults to True on a terminal that
    supports it, unless NO_COLOR is set. Without colour no escape sequence is written.
    """
    if colour is None:
        colour = _wants_colour(stream)
    room = width if width is not None else _width(stream)
    encoding = stream.encoding or "utf-8"
    plain_signs = ascii_only or not _holds(encoding)
    text = StringIO()
    console = _console(text, max(room, NARROWEST), colour=colour)
    console.print(_Summary(form, facts, tuple(findings), previous, plain_signs, tuple(others)))
    # A letter the stream cannot hold becomes «?», as it would on paper: a summary must not end in the middle.
    stream.write(text.getvalue().encode(encoding, "replace").decode(encoding))


def _console(text: StringIO, width: int, *, colour: bool) -> Console:
    """A console that writes into `text` and takes nothing from its surroundings: no notebook, no markup, no emoji."""
    return Console(
        file=text,
        width=width,
        height=25,
        color_system="standard" if colour else None,
        no_color=not colour,
        force_terminal=colour,
        force_interactive=False,
        force_jupyter=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )


@dataclass(frozen=True, slots=True)
class _Summary:
    form: Form
    facts: Facts
    findings: tuple[Finding, ...]
    previous: Facts | None = None
    ascii_only: bool = False
    others: tuple[Facts, ...] = ()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        page = Page(
            self.form,
            self.facts,
            self.findings,
            self.previous,
            ASCII if self.ascii_only or options.ascii_only else DRAWN,
            min(max(options.max_width, NARROWEST), WIDEST),
            self.others,
        )
        for part in (head, completion, results, compared, figures, ratings, indicators, score, problems):
            for line in part(page):
                line.rstrip()  # what cells were filled up with, or a name ends in
                # Rendered, not yielded: these lines are wrapped already, and rich would do it again.
                yield from line.render(console, end="\n")


def _wants_colour(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") not in (None, "", "dumb")


def _holds(encoding: str) -> bool:
    """Whether `encoding` has the glyphs that the summary uses."""
    try:
        "".join(map(str, astuple(DRAWN))).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _width(stream: TextIO) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and len(columns) < 6 and int(columns):
        return int(columns)
    if stream.isatty():
        try:
            return min(os.get_terminal_size(stream.fileno()).columns or _USUAL, _WIDEST)
        except OSError:
            return _USUAL
    return _USUAL
