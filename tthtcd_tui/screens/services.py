"""The services that screens use: small Protocols, one for each need, and the bundle of them that every screen gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.sight import Sight
from tthtcd_tui.tasks.session.saving import Saving
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.line_buffer import LineBuffer
from tthtcd_tui.widgets.look import Glyphs

if TYPE_CHECKING:
    from datetime import date

    from textual import events

    from tthtcd_tui.models.catalogue import Year
    from tthtcd_tui.screens.destinations import Destination
    from tthtcd_tui.tasks.session.recover import RecoveryItem
    from tthtcd_tui.tasks.transfer.export_file import ExportFolder


class OpenReport(Protocol):
    """The open report."""

    last_place: Place | None
    """Where the cursor stood last, to go on from."""

    @property
    def has_year(self) -> bool: ...

    @property
    def session(self) -> Session:
        """The open year. There is none where `has_year` says so."""

    def reload(self) -> None:
        """Open the same year again after its centre was renamed or its status changed."""


class Navigator(Protocol):
    """Moves between screens."""

    def show(self, name: str) -> None:
        """Show a screen of the registry by its name."""

    def open(self, destination: Destination) -> None: ...

    def visit(self, destination: Destination) -> None:
        """As `open`; going back from there leads to the screen shown now."""

    def open_number(self, number: int, *, by_digit: bool = False) -> None:
        """0 the report's details, then the lines of the overview; `by_digit` if digits may still be on their way."""

    def open_next_gap(self) -> None:
        """Go to the next missing or wrong place after the current one, wrapping round."""

    def back(self) -> None:
        """Go to the screen below; from a kept screen, to where it was visited from, or to the overview."""

    def back_past(self, place: Place, *, backwards: bool = False) -> None:
        """Leave the finished editor of `place` and go to the next cell, or to the one before."""

    def end_conflict(self, saving: Saving | None, words: str) -> None:
        """Return to the screen where the conflict arose, with what came of the choice; None where none was made."""

    def set_greeting(self, words: str) -> None:
        """Have the screen that was just opened say `words` until the first key."""

    def open_year(self, year: Year, words: str) -> None:
        """Open another year on every screen; `words` are shown on its overview."""

    def leave_year(self) -> None:
        """Close the year and return a supervisor to the screen of submissions."""

    def close_year(self) -> None:
        """Close the open year, which is gone, and show the list of years."""


class KeyQueue(Protocol):
    """The queue of keys and pastes."""

    def dispatch_pending(self) -> None:
        """Dispatch what was typed before the screen was ready."""


class Problems(Protocol):
    """Shows problems that no key caused."""

    def telling(self) -> AbstractContextManager[None]:
        """Show a problem raised inside the block on the top screen: for actions of a timer."""

    def tell(self, problem: UserProblem) -> None: ...


class SaveStatus(Protocol):
    """The result of the last save."""

    def record_save(self, saving: Saving) -> None: ...

    def shown(self, typing: bool, of_year: bool) -> tuple[str, bool]:
        """The text for the head, and whether it is an alert."""


class Drafts(Protocol):
    """Unsaved text."""

    def keep(self) -> None:
        """Keep what is typed now, in case the line drops; after each key that is done anyway."""

    def resolve_offer(self, later: bool = False) -> None:
        """Close the recovery offer: its text was taken up or dropped or, with `later`, stays for another start."""

    def shelve(self, place: Place, text: str) -> None:
        """Keep what could not be saved at `place` until it is opened again, or offered at another start."""

    def unshelve(self, place: Place) -> str | None:
        """Take back the text shelved for `place`, to go on with it; None where there is none."""

    @property
    def waiting(self) -> Sequence[Place]:
        """The cells of the open year with shelved text."""

    def discard(self, cells: Mapping[Place, str]) -> None:
        """Keep discarded text for some days. Raises FileProblem."""

    def discarded(self) -> list[RecoveryItem]:
        """Text discarded in the last days and not saved since; locked for this program until `leave_discarded`."""

    def take_discarded(self, taken: RecoveryItem) -> None:
        """Take `taken` off the list: it is being typed again."""

    def leave_discarded(self) -> None: ...


class Colleagues(Protocol):
    """The other users at this year."""

    @property
    def others(self) -> Sequence[str]:
        """A short line for each: who, and where."""


class Program(Protocol):
    """The program in its terminal."""

    def force_redraw(self) -> None:
        """Send the whole screen again: another program may have written over it."""

    def exit(self) -> None: ...


class Clipboard:
    """The text that was cut or copied last, with links as they are stored."""

    text = ""


class Unplaced:
    """Dropped typing: shown on the top screen until it was seen and another key came."""

    def __init__(self) -> None:
        self._typed = LineBuffer()
        self._why = ""
        self._sight = Sight()
        self._is_added = self._was_added = False

    @property
    def _text(self) -> str:
        return self._typed.text

    def add(self, typed: str, why: str) -> None:
        self._typed.insert(typed)
        self._why = why
        self._change()

    def take_back(self) -> bool:
        """Take back the letter that came last; return whether the key before this one had added any.

        An input method sends letters, erases them and sends composed ones, so the dropped text is composed likewise.
        """
        if not (self._was_added and self._text):
            return False
        self._typed.backspace()
        self._change()
        return True

    def _change(self) -> None:
        """Note that the text shown has changed."""
        self._is_added = True
        self._sight.forget()

    def drawn(self) -> None:
        """Note that `shown` has been drawn."""
        self._sight.drawn(*([self] if self._text else []))

    def begin_key(self, event: events.Key | events.Paste) -> None:
        self._sight.came = event.time
        self._was_added, self._is_added = self._is_added, False

    def end_key(self, key: str) -> bool:
        """Whether what was told is over, with the `key` that was dealt with just now.

        Enter right behind what was typed belongs to it: whoever typed without looking reads it now.
        """
        is_end = self._was_added and key == "enter"
        is_over = self._sight.was_seen(self) and not self._is_added and not is_end
        if is_over:
            self._typed.clear()
            self._sight.forget()
        return is_over

    def shown(self) -> str:
        """«Chưa ghi “260”: bấm Enter hoặc mũi tên vào ô trước.», or nothing if all has its place."""
        return f"Chưa ghi {quoted(self._text)}: {self._why}." if self._text else ""


class Services(NamedTuple):
    """The bundle of services that every screen gets."""

    store: Store
    user: str
    glyphs: Glyphs
    report: OpenReport
    navigator: Navigator
    keys: KeyQueue
    problems: Problems
    saves: SaveStatus
    drafts: Drafts
    colleagues: Colleagues
    program: Program
    clipboard: Clipboard
    unplaced: Unplaced
    today: Callable[[], date]
    """The day it is in Viet Nam."""
    export_folder: Callable[[], ExportFolder]
    """The folder for this user's exports."""
