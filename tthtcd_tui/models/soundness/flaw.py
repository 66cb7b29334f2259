"""What the deep reading finds, and how it goes on after something that cannot be read at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.chain import Value, digest
from tthtcd_tui.models.storage.engine import guard_decoding, translate_errors
from tthtcd_tui.named_tuple import NamedTuple

_UNREADABLE = "không đọc được"
_CODE_LENGTH: Final = 8


Row = tuple[Value, ...]
"""What a row says."""
By = tuple[str, Value]
"""Whose it is: their login, and what stays when they are erased."""
NOBODY: Final[By] = ("", None)


class Seen(StrEnum):
    """Kinds of findings about data that have no row of their own in the ledger.

    The value is as stored, beside those of LedgerKind.
    """

    LINE = "line"
    """A stretch of the ledger itself, by its first number."""
    SEQUENCE = "sequence"
    """The number of the last row of a table, by the table's name."""
    CHANGE = "change"
    """A stretch of a report's audit, as «report/revision»."""
    SEARCH = "search"
    """What an activity is searched by, as «report/uid»."""
    STATUS = "status"
    """Whether a report is final, by its number."""
    MADE_WITH = "made_with"
    """The form a report is made with, by its number."""
    VERSIONS = "versions"
    """How many versions a report has, by its number."""
    KEPT = "kept"
    """A final report beside the JSON that is kept of it, as «report/version»."""


class Pin(NamedTuple):
    """The ledger entry that accepts a finding: exactly `found` stands at `of`."""

    kind: str
    of: str
    found: bytes | None
    """None for a row that is gone."""
    words: Mapping[str, str] = {}
    logins: tuple[str, ...] = ()
    """Logins that need a number in the chains before `found` can be computed."""


class Amendment(NamedTuple):
    """The audit entry that accepts a finding about an answer; the texts are its JSON."""

    report: int
    place: str
    before: str | None
    after: str | None


class Odd(NamedTuple):
    """A difference from what the program wrote."""

    words: str
    seen: bytes = b""
    """A digest of the data found, stored nowhere: if it changes, it is another finding."""
    mend: Pin | Amendment | None = None
    """What accepting it would write; None for what the program cannot work with."""
    kept_words: str = ""
    """What is kept of `words` for good, where they name a person."""


class Flaw(NamedTuple):
    """Something that is not as the program wrote it: of what, and what is wrong with it."""

    subject: str
    words: str
    code: str = ""
    """Names this finding and no other, of this or any other state of the data; none for what cannot be accepted."""
    mend: Pin | Amendment | None = None
    report: int | None = None
    """Whose deep reading finds it again; None for what concerns no one report."""
    kept_words: str = ""

    def __str__(self) -> str:
        return f"{self.subject}: {self.words}"

    @property
    def kept(self) -> str:
        """As it is told for good: without a person's name."""
        return f"{self.subject}: {self.kept_words or self.words}"


def pinned(words: str, kind: str, of: object, *seen: Value, by: By = NOBODY) -> Odd:
    """A difference that is accepted as it stands: `seen` are all values it consists of.

    `by` is whose it is, by login and by what outlives erasing them.
    """
    login, number = by
    return Odd(words, digest(login, *seen), Pin(kind, str(of), digest(number, *seen)))


def flaws_of(subject: str, found: Iterable[str | Odd], report: int | None = None) -> Iterator[Flaw]:
    """Each of `found` as a Flaw of `subject`. That the data cannot be read is one too."""
    odds = iter(found)
    while True:
        try:
            with translate_errors(), guard_decoding():
                each = next(odds, None)
        except (StoreProblem, LookupError, AttributeError, RecursionError):
            # Whatever stands where a value of ours should.
            yield Flaw(subject, _UNREADABLE)
            return
        if each is None:
            return
        yield _flaw(subject, each if isinstance(each, Odd) else Odd(each), report)


def _flaw(subject: str, odd: Odd, report: int | None) -> Flaw:
    code = digest(subject, odd.words, odd.seen).hex()[:_CODE_LENGTH] if odd.mend else ""
    return Flaw(subject, odd.words, code, odd.mend, report, odd.kept_words)
