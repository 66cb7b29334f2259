"""Destinations: values that the Navigator opens, each with what its screen needs to know.

A kept screen is opened by its name (`screens/registry.py`) and gets its destination, if there is one; other screens are
created each time, with the fields of the destination as arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from tthtcd_tui.errors import NotOnStaff
    from tthtcd_tui.models.catalogue import CentreRow, Year
    from tthtcd_tui.report.place import Place
    from tthtcd_tui.screens.commands import Commanded
    from tthtcd_tui.tasks.session.recover import RecoveryItem
    from tthtcd_tui.tasks.session.refused_rows import RefusedRow
    from tthtcd_tui.tasks.session.saving import SaveConflict
    from tthtcd_tui.text.periods import Period


class AtPlace(NamedTuple):
    """The screen that asks for `place`, with the cursor on it, to go on with what was `typed` there.

    `refused` is the reason why `typed` was not taken; it is then shown as refused, and replaced by what is typed next.
    """

    place: Place
    typed: str | None = None
    refused: str = ""


class Log(NamedTuple):
    """The activity log; with a category, the activities behind one results row."""

    category: str = ""


class Preview(NamedTuple):
    """The report as it will read, with the cursor on the first words of `place`, or where it was."""

    place: Place | None = None


class LogEntry(NamedTuple):
    """The activity log, to go on with an activity of which `texts`, by field, are typed.

    With `refused`, the cursor goes to the field that is wrong.
    """

    uid: str
    texts: Mapping[str, str]
    refused: bool = False


class LogFound(NamedTuple):
    """The activity log with the activities that `search` finds, the cursor on one of them."""

    uid: str
    search: str


class Refused(NamedTuple):
    """The rows of pasted tables that were not stored."""


class Paragraphs(NamedTuple):
    """An editor of the paragraphs or lines at `place`, with `typed` put at their end, or `instead` in place of all."""

    place: Place
    typed: str = ""
    instead: str | None = None


class Reason(NamedTuple):
    """The question why what stands at `subject` is right."""

    subject: Place
    typed: str | None = None


class History(NamedTuple):
    """Who changed `place`, when, from what to what."""

    place: Place


class Comment(NamedTuple):
    """What is asked and answered at `subject`."""

    subject: Place
    typed: str | None = None


class Conflict(NamedTuple):
    """Both values of a conflict, to choose from."""

    met: SaveConflict


class Recovery(NamedTuple):
    """What was left behind when a line dropped."""

    offer: RecoveryItem


class NewYear(NamedTuple):
    """A form for a year of `centre`, or of a new one; carried over from `previous` if there is one."""

    centre: CentreRow | None
    previous: Year | None
    typed: Mapping[Place, str] | None = None


class Rename(NamedTuple):
    """The question for another name of `centre`."""

    centre: CentreRow
    typed: str | None = None


class DeleteYear(NamedTuple):
    """The question why `what` is deleted, and who deletes it."""

    what: str
    delete: Callable[[str], None]


class DueDay(NamedTuple):
    """The question by when `whose` reports of `period` have to be in, and who sets it, told how it was understood."""

    period: Period
    whose: str
    day: date | None
    set_day: Callable[[date, str], None]


class RollupHead(NamedTuple):
    """The letterhead of the report that adds up what was handed in, to go on with what was `typed` in a `field`."""

    field: str = ""
    typed: str | None = None


class AnswerMailed(NamedTuple):
    """The answer to what the unit `code` mailed for `period`; `answered` is told in words what has become of it."""

    period: Period
    code: str
    name: str
    answered: Callable[[str], None]


class Help(NamedTuple):
    """What the keys of the screen `under` it do."""

    under: Commanded


class Palette(NamedTuple):
    """Every command, to be run on the screen `under` it."""

    under: Commanded


class ShutOut(NamedTuple):
    """Why nothing of the report may be seen any more."""

    problem: NotOnStaff


class Search(NamedTuple):
    """The search in everything."""


class ReplaceWords(NamedTuple):
    """Words replaced in the whole report, with what is known already of what by what."""

    words: str = ""
    replacement: str = ""


class Discarded(NamedTuple):
    """The list of what was thrown away unsaved."""


Done = Callable[[], None]
"""A callback for when something is done."""


class Filing(NamedTuple):
    """The choice of a place for a `text` that has none; once it is chosen, `filed` is called."""

    text: str
    filed: Done


class RowFor(NamedTuple):
    """The choice of the row of the report that a refused row of a paste goes to; `chosen` is told of it."""

    row: RefusedRow
    chosen: Callable[[Place], None]


class Guide(NamedTuple):
    """The first steps, from the first on."""


Kept = AtPlace | Log | LogEntry | LogFound | Preview | Refused
"""Destinations on screens that are made once and kept."""
Anew = (
    Paragraphs | Reason | History | Comment | Conflict | Recovery | NewYear | Rename | DeleteYear
    | DueDay | RollupHead | AnswerMailed | Help | Palette | Search | Discarded | Guide | ReplaceWords | ShutOut
    | Filing | RowFor
)  # fmt: skip
"""Destinations whose screens are made anew each time."""
Destination = Kept | Anew
