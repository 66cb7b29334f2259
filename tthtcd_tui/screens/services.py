"""Services that screens ask for: small Protocols, each for one need, and the bundle of them that screens are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.sight import Sight
from tthtcd_tui.tasks.session.session import Saving, Session
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
    """The report that is open."""

    last_place: Place | None
    """Where the cursor stood last, to go on from."""

    @property
    def has_year(self) -> bool: ...

    @property
    def session(self) -> Session:
        """The open year. There is none where `has_year` says so."""

    def reload(self) -> None:
        """Open the same year again: its centre is called something else now, or its status is another."""


class Navigator(Protocol):
    """Which screen is shown."""

    def show(self, name: str) -> None:
        """Show a screen of the registry by its name."""

    def open(self, destination: Destination) -> None: ...

    def visit(self, destination: Destination) -> None:
        """As `open`, and the way back from there leads to the screen that is shown now."""

    def open_number(self, number: int, *, by_digit: bool = False) -> None:
        """0 the report's details, then the lines of the overview; `by_digit` if digits may still be on their way."""

    def open_next_gap(self) -> None:
        """The next thing missing or wrong after where one is, round to the first."""

    def back(self) -> None:
        """To the screen below; from a kept one to where it was visited from, or to the overview."""

    def back_past(self, place: Place, *, backwards: bool = False) -> None:
        """Back from the editor of `place`, which is done, and on to the next cell, or to the one before."""

    def end_conflict(self, saving: Saving | None, words: str) -> None:
        """Back to the screen where it arose, with what came of the choice; None where nothing was chosen."""

    def set_greeting(self, words: str) -> None:
        """Have the screen that was just opened say `words` until the first key."""

    def open_year(self, year: Year, words: str) -> None:
        """Another year: from now on every screen shows it; `words` are said on its overview."""

    def leave_year(self) -> None:
        """Up to what was handed in, where a supervisor came from; nothing stays open."""

    def close_year(self) -> None:
        """The open year is gone: back to the list of years."""


class KeyQueue(Protocol):
    """The queue of what was typed."""

    def dispatch_pending(self) -> None:
        """A screen is ready for what was typed before it was."""


class Problems(Protocol):
    """Where problems end that no key met."""

    def telling(self) -> AbstractContextManager[None]:
        """Tell the problem raised inside on the screen on top: for what a timer began."""

    def tell(self, problem: UserProblem) -> None: ...


class SaveStatus(Protocol):
    """What came of the last saving."""

    def record_save(self, saving: Saving) -> None: ...

    def shown(self, typing: bool) -> tuple[str, bool]:
        """What the head says, and whether it is bad news."""


class Drafts(Protocol):
    """What is typed and not saved."""

    def keep(self) -> None:
        """Keep what is typed now, in case the line drops; after each key that is done anyway."""

    def resolve_offer(self, later: bool = False) -> None:
        """What was left behind is taken up or not wanted; or stays for another start."""

    def shelve(self, place: Place, text: str) -> None:
        """Keep what could not be saved at `place` until it is opened again, or offered at another start."""

    def unshelve(self, place: Place) -> str | None:
        """What was shelved for `place`, to go on with it."""

    @property
    def waiting(self) -> Sequence[Place]:
        """The cells of the open year for which something could not be saved, and is kept."""

    def discard(self, cells: Mapping[Place, str]) -> None:
        """Keep what a person threw away, for some days. Raises FileProblem."""

    def discarded(self) -> list[RecoveryItem]:
        """What was thrown away in the last days and is not saved since; nobody else's until `leave_discarded`."""

    def take_discarded(self, taken: RecoveryItem) -> None:
        """`taken` goes on being typed: it is on the list no more."""

    def leave_discarded(self) -> None: ...


class Colleagues(Protocol):
    """Who else is at this year."""

    @property
    def others(self) -> Sequence[str]:
        """And where, a few words each."""


class Program(Protocol):
    """The program in its terminal."""

    def force_redraw(self) -> None:
        """Send the whole screen, where something else may have written over it."""

    def exit(self) -> None: ...


class Clipboard:
    """The prose that was cut or copied last; links stand in it as they are stored."""

    text = ""


class Unplaced:
    """What was typed and went nowhere: told on whatever screen is on top, until it was seen and another key came."""

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

        An input method sends letters, takes them back and sends the composed ones: so must what is told be composed.
        """
        if not (self._was_added and self._text):
            return False
        self._typed.backspace()
        self._change()
        return True

    def _change(self) -> None:
        """What is told is another thing now."""
        self._is_added = True
        self._sight.forget()

    def drawn(self) -> None:
        """What `shown` tells has been drawn."""
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
    """All that a screen may ask for."""

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
    """Where exports of this person go."""
