"""What the deep reading finds, and how it goes on after something that cannot be read at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.storage.engine import guard_decoding, translate_errors

_UNREADABLE = "không đọc được"


class Flaw(NamedTuple):
    """Something that is not as the program wrote it: of what, and what is wrong with it."""

    subject: str
    words: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.words}"


def flaws_of(subject: str, found: Iterable[str]) -> Iterator[Flaw]:
    """Each of `found` as a flaw of `subject`; that it cannot be read is one too."""
    words = iter(found)
    while True:
        try:
            with translate_errors(), guard_decoding():
                each = next(words, None)
        except (StoreProblem, LookupError, AttributeError, RecursionError):
            # Whatever stands where a value of ours should.
            yield Flaw(subject, _UNREADABLE)
            return
        if each is None:
            return
        yield Flaw(subject, each)
