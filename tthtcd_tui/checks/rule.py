"""The kinds of rules. Each names what it reads, so that a change reruns only the rules it touches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tthtcd_tui.checks.context import Context
    from tthtcd_tui.checks.texts import Text
    from tthtcd_tui.forms.model import FormRule
    from tthtcd_tui.report.activity import Activity
    from tthtcd_tui.text.periods import Period

ANYTHING: Final = frozenset({"*"})
"""`reads` of a rule that may read anything."""


class Frame(NamedTuple):
    """What rules about texts know of the year besides the text itself."""

    period: Period
    issued: date | None
    names: tuple[str, ...]
    """What the centre and its commune are called, this year and in its others."""


class Rule(NamedTuple):
    """A rule over the year as a whole.

    `reads` names places («report/date»), kinds of places («figure»), and «log», «before», «period». All its findings
    have the severity it `gives`: exporting runs only the rules that give errors.
    """

    find: Callable[[Context], Iterator[Finding]]
    reads: frozenset[str]
    gives: Severity = Severity.WARNING


TextRule: TypeAlias = "Callable[[Frame, Text], Iterator[Finding]]"
"""A rule over one paragraph or line by itself. It gives warnings only: the author may know why it is right."""


class TextsRule(NamedTuple):
    """One that holds all the words against each other or against the numbers; `reads` is what it reads besides them.

    It gives warnings alone.
    """

    find: Callable[[Context, Sequence[Text]], Iterator[Finding]]
    reads: frozenset[str]


DayRule: TypeAlias = "Callable[[Frame, Sequence[Activity]], Iterator[Finding]]"
"""Looks at the activities of one day, and gives warnings alone."""


class Rules(NamedTuple):
    """All that is run together, each under its own name as the findings' code."""

    of_year: tuple[Rule, ...]
    of_text: tuple[TextRule, ...] = ()
    of_texts: tuple[TextsRule, ...] = ()
    of_day: tuple[DayRule, ...] = ()
    of_form: Callable[[Context], Iterable[FormRule]] = lambda _context: ()
