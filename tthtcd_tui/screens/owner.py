"""What a screen may ask of the app above it: the year that is open, where to go, what the head shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.commands import Command
from tthtcd_tui.tasks.session import Met, Saving, Session
from tthtcd_tui.widgets.look import Glyphs

if TYPE_CHECKING:
    from tthtcd_tui.tasks.export_file import ExportFolder


class Commanded(Protocol):
    """A screen as its help and the palette over it see it."""

    @property
    def title_words(self) -> str: ...

    def help_lines(self) -> list[tuple[str, str]]: ...

    def press(self, key: str, character: str | None) -> None: ...

    def run_command(self, command: Command) -> None: ...


class Owner(Protocol):
    """The app, as its screens see it."""

    store: Store
    user: str
    glyphs: Glyphs
    last_place: Place | None
    """Where the cursor stood last, to go on from."""

    @property
    def session(self) -> Session:
        """The opened year. There is none where `has_year` says so."""

    @property
    def has_year(self) -> bool: ...

    def draw_anew(self) -> None:
        """Sends the whole screen to the terminal, where something else may have written over it."""

    @property
    def others(self) -> Sequence[str]:
        """Who else is at this year and where, a few words each."""

    def hand_on(self) -> None:
        """A screen is ready for what was typed before it was."""

    def note(self, saving: Saving) -> None:
        """Remembers what came of the last saving, for the head."""

    def save_state(self, typing: bool) -> tuple[str, bool]:
        """What the head says of saving, and whether it is bad news."""

    def open_number(self, number: int) -> None:
        """0 the report's details, then the lines of the overview."""

    def open_named(self, name: str) -> None:
        """A screen that is no section."""

    def open_log(self, category: str = "") -> None:
        """The activity log, with a category the activities behind one results row."""

    @property
    def export_folder(self) -> ExportFolder:
        """Where exports of this person go."""

    def open_history(self, place: Place | None) -> None:
        """Who changed `place`, or anything in the report."""

    def open_guide(self) -> None:
        """The first steps, on the sample year."""

    def open_year(self, year: Year, words: str) -> None:
        """Another year: from now on every screen shows it; `words` are said on its overview."""

    def read_anew(self) -> None:
        """The centre of the opened year is called something else now."""

    def close_year(self) -> None:
        """The opened year is gone: back to the list of years."""

    def open_new_year(
        self, centre: CentreRow | None, previous: Year | None, typed: Mapping[Place, str] | None = None
    ) -> None:
        """A form for a year of `centre`, or of a new one; carried over from `previous` if there is one."""

    def open_rename(self, centre: CentreRow, typed: str | None = None) -> None:
        """Asks for another name of `centre`."""

    def named_screens(self) -> dict[str, str]:
        """The screens that are no section, by name, in words."""

    def open_place(self, place: Place, typed: str | None = None) -> None:
        """The screen that asks for `place`, with the cursor on it, to go on with what was `typed` there."""

    def open_next_gap(self) -> None:
        """The next thing missing or wrong."""

    def open_paragraphs(self, place: Place, typed: str = "", instead: str | None = None) -> None:
        """An editor for the paragraphs or lines at `place`, with what was typed for it already.

        What is given `instead` stands there in place of what is stored, to be saved or not.
        """

    def open_reason(self, place: Place, typed: str | None = None) -> None:
        """Asks why what stands at `place` is right."""

    def open_found(self, uid: str, search: str) -> None:
        """The log with the activities that `search` finds, the cursor on one of them."""

    def go_on_from(self, place: Place) -> None:
        """Back from the editor of `place`, which is done, and on to the next cell."""

    def open_activity(self, uid: str, texts: Mapping[str, str]) -> None:
        """The activity log, to go on with an activity of which `texts`, by field, are typed."""

    def greet(self, words: str) -> None:
        """Has the screen that was just opened say `words` until the first key."""

    def keep_typing(self) -> None:
        """Keeps what is typed now, in case the line drops; after each key the app does it by itself."""

    def settle(self, later: bool = False) -> None:
        """What was left behind is taken up or not wanted; or stays for another start."""

    def open_conflict(self, met: Met) -> None:
        """Shows both values and asks."""

    def end_conflict(self, saving: Saving | None, words: str) -> None:
        """Back to the screen where it arose, with what came of the choice; None where nothing was chosen."""

    def open_help(self, under: Commanded) -> None: ...

    def open_palette(self, under: Commanded) -> None: ...

    def open_search(self) -> None: ...

    def go_back(self) -> None:
        """To the screen below, or from a section to the overview."""

    def exit(self) -> None:
        """Leaves the program."""
