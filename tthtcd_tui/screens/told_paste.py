"""What is said of a paste: all of it where there is room, else as much as fits; what was refused is kept, behind F8."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.refused_rows import RefusedRow
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.session.sitting import Done, Sitting

_LOOK: Final = "F8 để xem và xếp."
_READ: Final = "F8 để xem đủ."
_UNDO: Final = "Ctrl+Z để hoàn tác."


class Teller(Protocol):
    """The screen on which something was pasted."""

    @property
    def title_words(self) -> str: ...

    @property
    def session(self) -> Session: ...

    @property
    def sitting(self) -> Sitting: ...

    def shows(self, place: Place) -> bool: ...

    def as_fits(self, *words: str) -> str: ...

    def announce(self, text: str, *, warn: bool = False, good: bool = False) -> None: ...


@dataclass(frozen=True, slots=True)
class ToldPaste:
    """What came of a paste."""

    words: Sequence[str]
    """The same in fewer and fewer words."""
    rows: Sequence[RefusedRow]
    remarks: tuple[str, ...]
    """What the fewer words leave out."""
    text: str
    replaced: str = ""
    """What it was written over."""
    is_clean: bool = False


def written_over(before: Mapping[Place, Answer], after: Mapping[Place, Answer], places: Sequence[Place]) -> str:
    """«Đã thay 3 ô đã nhập. 2 ô có thêm đoạn.»: what a paste did to cells that were filled in; nothing if to none."""
    changed = [place for place in places if place in before and after.get(place) != before[place]]
    longer = sum(_goes_on(before[place], after.get(place)) for place in changed)
    replaced = f"Đã thay {len(changed) - longer} ô đã nhập." if len(changed) > longer else ""
    return " ".join(filter(None, (replaced, f"{longer} ô có thêm đoạn." if longer else "")))


def _goes_on(before: Answer, after: Answer | None) -> bool:
    """Whether paragraphs were only added to."""
    return isinstance(before, tuple) and isinstance(after, tuple) and after[: len(before)] == before


def elsewhere(screen: Teller, places: Sequence[Place]) -> str:
    """«Các ô này ở mục 6.», where what was pasted stands on another screen than the one it was pasted on."""
    session = screen.session
    sections = {session.section_of(place) for place in places if not screen.shows(place)}
    numbers = [n for n, each in enumerate(session.form.screens, 1) if sections & set(each.sections)]
    return (
        f"{'Có ô' if any(map(screen.shows, places)) else 'Các ô này'} ở mục {', '.join(map(str, numbers))}."
        if numbers
        else ""
    )


def tell_pasted(screen: Teller, told: ToldPaste, before: Done | None, *, is_stored: bool) -> None:
    """Say what came of a paste, and keep what was refused of it.

    `before` is the latest thing done before it, where it `is_stored`: what the paste changed is taken back with it.
    """
    undo = _UNDO if is_stored else ""
    look = _LOOK if told.rows else ""
    full = " ".join(filter(None, (told.words[0], told.replaced, look, undo)))
    less = [" ".join(filter(None, (words, told.replaced, look or _READ, undo))) for words in told.words[1:]]
    least = " ".join(filter(None, (told.words[-1], look or _READ)))
    words = screen.as_fits(full, *less, least)
    is_cut = words != full
    if told.rows or is_cut:
        latest = screen.sitting.latest
        op = latest if is_stored and latest is not None and latest != before else ""
        remarks = (*told.remarks, told.replaced) if is_cut else told.remarks
        screen.session.refused.add(screen.title_words, told.rows, filter(None, remarks), told.text, op)
    is_good = told.is_clean and not told.rows
    screen.announce(words, warn=not is_good, good=is_good)
