"""The line of the log in which an activity is entered: it is saved when it is whole, and until then nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Protocol

from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.log_columns import KEYS
from tthtcd_tui.screens.log_cursor import LogCursor
from tthtcd_tui.screens.log_draft import STICKY, Draft
from tthtcd_tui.screens.log_hints import outside_words
from tthtcd_tui.screens.log_rows import ENTRY, details
from tthtcd_tui.screens.log_window import LogWindow
from tthtcd_tui.screens.name_doubts import NameDoubts
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sight import Sight
from tthtcd_tui.tasks.session.categories import categories_of
from tthtcd_tui.tasks.session.log_activity import (
    Wrong,
    activity_of,
    cell_problem,
    completed,
    fields_of,
    texts_of,
)
from tthtcd_tui.tasks.session.saving import Saved, Saving
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.session.sitting import Discarded, Sitting
from tthtcd_tui.widgets.line_buffer import is_text
from tthtcd_tui.widgets.sheet import Sheet

_WAITS: Final = "Hoạt động chưa lưu. Bấm Esc lần nữa để rời đi (phần đang gõ được giữ)."
_FINISH: Final = "Nhập nốt rồi F2; hoặc bấm lần nữa để rời đi (phần đang gõ được giữ)."


class Owner(Protocol):
    """The screen of the log."""

    sheet: Sheet
    sight: Sight

    @property
    def session(self) -> Session: ...

    @property
    def services(self) -> Services: ...

    @property
    def sitting(self) -> Sitting: ...

    def show_rows(self) -> None: ...

    def saved(self, saving: Saving) -> str | None: ...

    def as_fits(self, *words: str) -> str: ...

    def stray(self, typed: str, why: str) -> None: ...

    def say(self, text: str, *, wrong: bool = False, warn: bool = False, good: bool = False) -> None: ...

    def announce(self, text: str, *, warn: bool = False, good: bool = False) -> None: ...


class LogEntry:
    """Of one log. Nothing of `draft` is stored before the whole is."""

    def __init__(self, screen: Owner, draft: Draft, window: LogWindow, cursor: LogCursor, names: NameDoubts) -> None:
        self._screen = screen
        self._draft = draft
        self._window = window
        self._cursor = cursor
        self._names = names
        self._last: dict[str, str] = {}
        """The activity that was entered before, as it would be typed."""
        self._was_warned = False
        """Whether it was said that the line is not saved, and nothing was typed in it since."""
        self.told: object | None = None
        """What was said last of why the line was not saved, until a key came that can be an answer to it."""

    # -- what stands in it --------------------------------------------------------------------------------------------

    @property
    def key(self) -> str | None:
        """The field under the cursor; None where the cursor is elsewhere."""
        place = self._screen.sheet.place
        return place.parts[-1] if place is not None and place.kind == ENTRY else None

    def texts(self) -> dict[str, str]:
        """All of it, with what is being typed."""
        key, typing = self.key, self._screen.sheet.typing
        return self._draft.texts | {key: typing} if key is not None and typing is not None else dict(self._draft.texts)

    def typed_cells(self) -> list[tuple[Place, str]]:
        """All that a person typed of it and has not saved, under the name the activity will have."""
        is_typing = self.key is not None and self._screen.sheet.typing is not None
        if not is_typing and not self._draft.is_touched:
            return []
        return [(self.place_of(key), text) for key, text in self.texts().items() if text]

    def place_of(self, key: str) -> Place:
        return Place.of(PlaceKind.ACTIVITY, self._draft.uid, key)

    # -- entering it --------------------------------------------------------------------------------------------------

    def go(self, key: str = "") -> None:
        """Onto a field of it, or where typing begins."""
        self._cursor.go(ENTRY, key or self._draft.first_empty())

    def enter(self, key: str, raw: str) -> str | None:
        """Take what was typed in a field; None, or why it cannot be."""
        session = self._screen.session
        raw = completed(session.form, session.facts.period, key, raw)
        problem = self._problem(key, raw)
        if problem is None:
            self._draft.texts[key] = raw
            self._was_warned = False
            self._screen.sheet.settle([Place.of(ENTRY, key)])
            self._screen.show_rows()
            if key == "title":
                self._names.add(ENTRY, raw)
        return problem

    def keep(self, key: str, raw: str) -> None:
        """Have `raw`, which was refused, wait in its field: what was typed ahead lands where it was meant."""
        self._draft.texts[key] = raw
        self._was_warned = False

    @property
    def refused(self) -> str:
        """The first field in which something waits that cannot be read, or nothing."""
        return next((key for key, raw in self._draft.texts.items() if self._problem(key, raw)), "")

    @property
    def doubtful_category(self) -> str:
        """What waits in the line as a category and may be one of several; nothing where it can be none."""
        raw, form = self._draft.texts.get("category", ""), self._screen.session.form
        return raw if self._problem("category", raw) and categories_of(form).found(raw) else ""

    def _problem(self, key: str, raw: str) -> str | None:
        session = self._screen.session
        return cell_problem(session.form, key, raw, session.facts.period.days)

    def _made(self) -> Activity | tuple[Wrong, ...]:
        session = self._screen.session
        return activity_of(session.form, self._draft.uid, self._draft.texts, session.facts.period.days)

    def begin(self, key: str = "") -> None:
        """Onto a field of it, or where typing begins; what cannot be read there is told beside it."""
        self.go(key)
        here, sheet = self.key, self._screen.sheet
        problem = self._problem(here, self._draft.texts.get(here, "")) if here else None
        if here and problem is not None and sheet.typing is None:
            sheet.begin(self._draft.texts[here])
            sheet.set_aside(problem)

    def move_name(self, key: str, raw: str) -> None:
        """What was typed as its name goes into another field, as `raw`."""
        self._draft.texts |= {"title": "", key: raw}
        self.go("title")
        fields = fields_of(self._screen.session.form)
        name = fields["title"].label
        self._screen.announce(f"Đã chuyển sang ô {fields[key].label}. Gõ {name[:1].lower()}{name[1:]}.", good=True)

    def copy_last(self, key: str) -> None:
        """What stood in this field of the last activity entered, else of the first one shown."""
        screen, last = self._screen, self._last
        if not last and self._window.page.activities:
            last = texts_of(screen.session.form, self._window.page.activities[0])
        if screen.sheet.typing is not None or self._draft.texts.get(key):
            screen.say("Chỉ chép vào ô còn trống.")
        elif last.get(key):
            screen.sheet.enter_value(last[key])
        elif last:
            screen.say("Hoạt động trước cũng để trống ô này.")
        else:
            screen.say("Chưa có hoạt động nào ở trên để chép.")

    # -- saving it ----------------------------------------------------------------------------------------------------

    def finish(self) -> bool:
        """Save it and open the next; else say all that is wrong, and stay."""
        if not self._screen.sheet.leave():
            return False
        made = self._made()
        if not isinstance(made, Activity):
            self._tell_wrong(made)
            return False
        return self._save(made)

    def _tell_wrong(self, found: tuple[Wrong, ...]) -> None:
        self.begin(found[0].key)
        is_beside = bool(self._screen.sheet.error)
        labels = fields_of(self._screen.session.form)
        told = "; ".join(
            wrong.message
            if wrong.is_missing  # and says of what
            else f"sửa lại {labels[wrong.key].label}"
            if is_beside and wrong is found[0]
            else f"{labels[wrong.key].label}: {wrong.message.rstrip('.')}"
            for wrong in found
        )
        self.told = object()
        self._screen.say(f"Chưa lưu: {told}.", wrong=True)

    def is_no_answer(self, key: str, character: str | None) -> bool:
        """Whether a key was typed ahead of what was said of the line: the next activity would go into this one."""
        if self.told is None or self._screen.sight.was_seen(self.told):
            self.told = None
        elif is_text(character):
            self._screen.stray(character, "hoạt động trước chưa lưu; sửa xong rồi gõ tiếp")
            return True
        return self.told is not None and key == "enter"

    def _save(self, made: Activity) -> bool:
        session = self._screen.session
        saving, was_refused = session.save([Edit(Place.of(PlaceKind.ACTIVITY, made.uid), made)]), False
        if isinstance(saving, Saved):
            self._last = texts_of(session.form, made)
            self._names.saved_as(made.uid)
            was_refused = session.refused.placed(made.uid, None)
            self._begin_next()
            self._window.wanted.offset = 0
        if self._screen.saved(saving) is not None:
            return False
        self.go()
        self._tell_saved(made, was_refused=was_refused)
        return True

    def _tell_saved(self, made: Activity, *, was_refused: bool) -> None:
        screen = self._screen
        words = f"Đã lưu: {details(screen.session, made)}. Ctrl+Z để bỏ."
        outside = outside_words(screen.session, self._last["date"])
        if was_refused:
            count = screen.session.refused.count
            left = f"Còn {count} dòng dán chưa xếp: F8." if count else "Đã xếp hết các dòng dán."
            words = screen.as_fits(f"{words} {left} {outside}".strip(), f"{words} {left}", f"Đã lưu. {left}")
            screen.announce(words, warn=bool(outside), good=not outside)
        elif outside:
            screen.say(f"{words} {outside}", warn=True)
        elif made.uid not in {shown.uid for shown in self._window.page.activities}:
            screen.say(f"{words} Không thấy ở dưới vì đang lọc hoặc xếp theo cách khác.", good=True)
        else:
            screen.say(f"{words} Gõ tên hoạt động tiếp theo: ngày và loại đã giữ.", good=True)

    # -- leaving it unfinished ----------------------------------------------------------------------------------------

    def put_down(self) -> bool:
        """Keep the field being typed, and say that the line waits; return whether that was done."""
        sheet = self._screen.sheet
        if sheet.typing is None or self.key is None or not sheet.leave() or not self._draft.is_begun:
            return False
        self._was_warned = True
        self._screen.announce(_WAITS, warn=True)
        return True

    def keep_refused(self) -> bool:
        """What was refused in it waits in it: it is not saved without. Return whether that was here."""
        key, typing = self.key, self._screen.sheet.typing
        if key is None or typing is None:
            return False
        self._draft.texts[key] = typing
        self._screen.sheet.cancel()
        self._was_warned = True
        self._screen.show_rows()
        return True

    def may_leave(self) -> bool:
        """Whether one may go elsewhere: if it is whole it is saved now, of another it is said once that it is not."""
        if not self._draft.is_begun or self._was_warned or self.finish():
            self._was_warned = False
            return True
        self._was_warned = True
        self._screen.announce(f"{self._unsaved_words()} {_FINISH}", warn=True)
        return False

    def _unsaved_words(self) -> str:
        wrong, form = self._made(), self._screen.session.form
        missing = [] if isinstance(wrong, Activity) else [fields_of(form)[each.key].label for each in wrong]
        return f"Hoạt động mới chưa lưu (xem lại: {', '.join(missing)})." if missing else "Hoạt động mới chưa lưu."

    # -- thrown away, and taken up again ------------------------------------------------------------------------------

    def discard(self) -> bool:
        """Drop it, but for what stays from the one before; return whether it was begun and the cursor is in it."""
        if not self._draft.is_begun or self.key is None:
            return False
        self.put_away()
        self.go()
        self._screen.announce("Đã bỏ hoạt động đang nhập. Ctrl+Z lấy lại.")
        return True

    def put_away(self) -> None:
        """It is entered no more, and can be brought back."""
        gone = {key: text for key, text in self._draft.texts.items() if text}
        self._screen.services.drafts.discard(dict(self.typed_cells()))
        self._screen.sitting.did(Discarded(tuple((Place.of(ENTRY, key), text) for key, text in gone.items())))
        self._begin_next()

    def _begin_next(self) -> None:
        self._screen.sheet.settle(Place.of(ENTRY, key) for key in self._draft.texts)
        self._draft.next()

    def take_up(self, uid: str, texts: Mapping[str, str], *, is_refused: bool) -> str:
        """Go on with an activity of which `texts`, by field, were typed before; another that was begun is put away.

        Return the first field in which something stands that cannot be read; in one that was refused, or is missing.
        Else the last of what was typed, where one stopped; nothing in a new line.
        """
        if self._draft.is_begun and self._draft.uid != uid:
            self.put_away()
        self._draft.take_up(uid, texts)
        found = self._made()
        wrong = () if isinstance(found, Activity) else found
        at = next((each.key for each in wrong if is_refused or not each.is_missing), "")
        return at or next((key for key in reversed(KEYS) if texts.get(key) and key not in STICKY), "")

    def bring_back(self, discarded: Discarded) -> None:
        """A field of it, or all of it."""
        cells = {place.parts[-1]: text for place, text in discarded.cells}
        first = discarded.place.parts[-1]
        if len(cells) == 1 and not self._draft.texts.get(first):
            self.go(first)
            self._screen.sheet.begin(discarded.text)
        else:
            texts = self._draft.texts | cells
            if any(self._draft.texts.get(key) for key in cells.keys() - set(STICKY)):
                self.put_away()  # another line is being entered meanwhile
                texts = cells
            self._draft.take_up(self._draft.uid, texts)
            self.go("title")
        self._screen.announce("Đã lấy lại phần vừa bỏ, chưa lưu.")
