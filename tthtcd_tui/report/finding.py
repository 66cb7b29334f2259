"""A Finding: something missing or wrong, where it is, and what to do about it, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum, IntEnum
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place

MISSING: Final = "missing"
"""The code of a required place that is not filled in. It keeps the report from being issued, but is no mistake."""


NOT_REVIEWED: Final = "not_reviewed"
"""The code of a place copied from an older report that nobody has reviewed."""


_GUESS: Final = "Có thể"
"""The beginnings of sentences that guess at the cause."""


class Severity(IntEnum):
    ERROR = 1
    """The report cannot be issued with it."""
    WARNING = 2
    """It looks wrong; a person may know why it is right and say so (giải trình)."""


class Level(Enum):
    """The levels by which every list and count groups findings; the value is the Vietnamese word."""

    MISSING = "Thiếu"
    """Not filled in yet: it keeps the report from being issued, but is no mistake."""
    ERROR = "Lỗi"
    """Filled in and wrong. A reason does not settle it: the report cannot be issued with it."""
    WARNING = "Cảnh báo"
    EXPLAINED = "Đã giải trình"
    """A warning with a reason."""


class Finding(NamedTuple):
    """What one rule found. `code` is the rule's name, for tests and filters; nobody is shown it."""

    code: str
    severity: Severity
    place: Place
    message: str
    """A Vietnamese sentence: what is wrong, and what to do next."""
    reason: str = ""
    """Why it is right all the same, in the centre's words; a warning with a reason is explained (đã giải trình)."""
    words: str = ""
    """The words that look wrong, as they are printed; empty where the finding is about the whole place."""

    @property
    def is_open(self) -> bool:
        return not self.reason

    @property
    def told(self) -> str:
        """`message`; without its advice once the finding is explained, as nobody has to act on it any more."""
        return _without_advice(self.message) if self.level is Level.EXPLAINED else self.message

    @property
    def is_missing(self) -> bool:
        return self.code == MISSING

    @property
    def is_unreviewed(self) -> bool:
        """Whether it is about text carried over that nobody has reviewed or given a reason for."""
        return self.code == NOT_REVIEWED and self.is_open

    @property
    def is_error(self) -> bool:
        """Whether something that was filled in is wrong."""
        return self.severity is Severity.ERROR and not self.is_missing

    @property
    def level(self) -> Level:
        if self.is_missing:
            return Level.MISSING
        if self.severity is Severity.ERROR:
            return Level.ERROR
        return Level.WARNING if self.is_open else Level.EXPLAINED


def _without_advice(message: str) -> str:
    """The message without its last sentence, which says what to do, and without a guess before that.

    A message of one sentence holds no advice.
    """
    first, *rest = _sentences(message)
    return " ".join([first, *(each for each in rest[:-1] if not each.startswith(_GUESS))])


def _sentences(words: str) -> list[str]:
    """Split a message into sentences; a full stop inside quotes ends none."""
    found: list[str] = []
    begins = 0
    for at, letter in enumerate(words):
        is_quoted = words.count("“", begins, at) > words.count("”", begins, at)
        if letter == "." and not is_quoted and words[at + 1 : at + 2] == " " and words[at + 2 : at + 3].isupper():
            found.append(words[begins : at + 1])
            begins = at + 2
    return [*found, words[begins:]]


class Tally(NamedTuple):
    """Counts of findings: missing, errors, warnings, explained warnings."""

    missing: int
    errors: int
    warnings: int
    explained: int
    unreviewed: int = 0
    """Of the warnings, those about what was carried over from an older report and not reviewed."""

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Tally:
        found = list(findings)
        level = Counter(finding.level for finding in found)
        unreviewed = sum(finding.is_unreviewed for finding in found)
        return cls(level[Level.MISSING], level[Level.ERROR], level[Level.WARNING], level[Level.EXPLAINED], unreviewed)

    @property
    def forbids_issue(self) -> bool:
        return bool(self.missing or self.errors)

    @property
    def forbids_finalising(self) -> bool:
        """Whether there are obstacles: beside what forbids issue, what was carried over and not reviewed."""
        return self.forbids_issue or bool(self.unreviewed)

    def words(self) -> str:
        """What keeps the report from being issued, «còn thiếu 3 chỗ, 1 lỗi»; empty where it can be."""
        said = [f"còn thiếu {self.missing} chỗ"] if self.missing else []
        if self.errors:
            said.append(f"{self.errors} lỗi" if said else f"còn {self.errors} lỗi")
        return ", ".join(said)
