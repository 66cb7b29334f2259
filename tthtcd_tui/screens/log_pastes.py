"""A table pasted into the log: its rows are activities, wherever the cursor stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol

from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.log_draft import Draft
from tthtcd_tui.screens.log_window import LogWindow
from tthtcd_tui.screens.paste_offers import PasteOffers, columns_words
from tthtcd_tui.screens.told_paste import Teller, ToldPaste, tell_pasted
from tthtcd_tui.tasks.session.log_activity import fields_of
from tthtcd_tui.tasks.session.log_prints import category_key
from tthtcd_tui.tasks.session.saving import Saved, Saving
from tthtcd_tui.tasks.session.sitting import Done
from tthtcd_tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from tthtcd_tui.tasks.session.paste_activities import LogPlan


_BY_CONTENTS: Final = "Cột đoán theo nội dung."
"""Where there is no room to say what each column was taken for."""


class Owner(Teller, Protocol):
    """The screen of the log."""

    sheet: Sheet
    offers: PasteOffers

    def saved(self, saving: Saving) -> str | None: ...


class LogPastes:
    """Of one log."""

    def __init__(self, screen: Owner, draft: Draft, window: LogWindow) -> None:
        self._screen = screen
        self._draft = draft
        self._window = window

    def paste(self, text: str) -> bool:
        """Take the activities in `text`; return whether it is a table.

        Where it names no category, the one chosen in the line to enter is offered.
        """
        from tthtcd_tui.tasks.session.paste_activities import activities_plan  # only a paste pays for it

        form, period = self._screen.session.form, self._screen.session.facts.period
        plan = activities_plan(form, period, text)
        if plan is None:
            return False
        if self._screen.sheet.leave():
            category = category_key(self._screen.session, self._draft.texts.get("category", ""))
            if category and "category" not in plan.columns and plan.doubtful:
                plan = activities_plan(form, period, text, category) or plan
            self._propose(plan, text)
        return True

    def _propose(self, plan: LogPlan, text: str) -> None:
        if plan.rows:
            columns = self._columns(plan)
            more = (f"{columns} {plan.reasons}", *([plan.reasons] if plan.is_odd else []), columns)
            self._screen.offers.propose(plan, more, lambda: self._store(plan, text), text)
        else:
            words = _without_category(plan) or (plan.stored, *plan.brief)
            self._tell(plan, words, text, self._screen.sitting.latest)

    def _store(self, plan: LogPlan, text: str) -> None:
        from tthtcd_tui.tasks.session.paste_activities import activities_of

        session, latest = self._screen.session, self._screen.sitting.latest
        made = activities_of(session.form, plan.rows)
        saving = session.save([Edit(Place.of(PlaceKind.ACTIVITY, activity.uid), activity) for activity in made])
        seen = self._widen(made) if isinstance(saving, Saved) else ""
        if self._screen.saved(saving) is None:
            guesses = (self._columns(plan).replace("cột:", "cột hiểu là:"), _BY_CONTENTS) if plan.is_untitled else ()
            said = [f"{words} {each}".strip() for words in (plan.stored, *plan.brief) for each in (*guesses, "")]
            self._tell(plan, [f"{words} {seen}".strip() for words in said], text, latest)

    def _columns(self, plan: LogPlan) -> str:
        return columns_words(plan.columns, fields_of(self._screen.session.form))

    def _tell(self, plan: LogPlan, words: Sequence[str], text: str, latest: Done | None) -> None:
        from tthtcd_tui.tasks.session.paste_activities import refused_of

        remarks = (*plan.remarks, self._columns(plan)) if plan.is_untitled else plan.remarks
        told = ToldPaste(words, refused_of(plan), remarks, text, is_clean=plan.is_clean)
        tell_pasted(self._screen, told, latest, is_stored=bool(plan.rows))

    def _widen(self, made: Sequence[Activity]) -> str:
        """Show the whole log if what is shown is of another category than some of what was pasted, or only what is
        found; return what is to be said of that.
        """
        wanted = self._window.wanted
        wanted.offset = 0
        is_other = wanted.category and any(activity.category != wanted.category for activity in made)
        if not is_other and not wanted.search:
            return ""
        wanted.category = wanted.search = ""
        return "Đã thôi lọc để thấy các dòng vừa dán."


def _without_category(plan: LogPlan) -> tuple[str, ...]:
    """What to do where every row lacks its category: what else is wrong with some is told once they have it."""
    lacks = plan.doubtful and not plan.category and not any("category" in row.fields for row in plan.doubtful)
    if not lacks or "category" in plan.columns:
        return ()
    nothing = f"Chưa dán gì: {len(plan.doubtful)} dòng chưa có loại."
    return (f"{nothing} Chọn Loại ở dòng “Mới” rồi dán lại, hoặc dán thêm cột Loại.", nothing)
