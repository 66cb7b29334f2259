"""What every screen has: head, message and key lines, the commands, and keys dealt with one after the other.

The queue hands each key and paste to the screen on top, and the screen has answered it when that returns. That is what
keeps what is typed ahead in order, from one screen to the next too, and what lets a command work from anywhere. What a
key changes is marked, and drawn once when no key is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset, Size
from textual.widget import Widget

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.advice import advised
from tthtcd_tui.screens.asking import Asking
from tthtcd_tui.screens.commands import BY_KEY, OF_CELLS, WAYS_ON, WITHOUT_YEAR, Command
from tthtcd_tui.screens.key_dispatch import KeyDispatch
from tthtcd_tui.screens.pause import Pause, Pauses
from tthtcd_tui.screens.saying import Saying
from tthtcd_tui.screens.services import Navigator, Services
from tthtcd_tui.screens.sight import Sight
from tthtcd_tui.screens.taking_back import TakingBack
from tthtcd_tui.tasks.session.refused_rows import REFUSED, decode
from tthtcd_tui.tasks.session.saving import NotSaved, Refused, SaveConflict, Saved, Saving
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.session.sitting import Discarded, Sitting
from tthtcd_tui.terminal.immediate_redraw import ImmediateRedrawScreen
from tthtcd_tui.widgets.bars import HeadBar, KeyBar, Message, MessageBar, hint_lines, most_lines
from tthtcd_tui.widgets.fit import first_that_fits

if TYPE_CHECKING:
    from tthtcd_tui.screens.choice import Choice

_LOST_IN_WRAPPING = 7
"""Letters of a line that may be left blank."""


class BaseScreen(ImmediateRedrawScreen):
    """A screen of the opened year."""

    AUTO_FOCUS = ""
    IS_OF_YEAR: ClassVar[bool] = True
    """Whether it shows the year that is open: that one may be read only while others are made or opened here."""
    NO_CELL: ClassVar[str] = "màn hình này không có ô để gõ"
    """Why what is typed goes nowhere."""
    KEYS: ClassVar[tuple[str, ...]] = ("f1", "f3", "f8", "f9", "escape", "ctrl+g", "ctrl+q")
    """The commands of the key line, the most useful first."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self._head = HeadBar()
        self._message_line = MessageBar()
        self._key_line = KeyBar()
        self._drawn_for: tuple[Size, Size] | None = None
        """Its own size and that of its lines when it was last drawn."""
        self.is_working = False
        """Whether it does something that what is typed has to wait for."""
        self.saying = Saying()
        """What stands in its message line."""
        self.sight = Sight()
        """What of it a person has seen."""
        self._asking = Asking(self)
        self._key_dispatch = KeyDispatch(self)
        self._taking_back = TakingBack(self)
        self._pauses = Pauses(self, self)

    # -- for each screen to say ---------------------------------------------------------------------------------------

    @property
    def title_words(self) -> str:
        return ""

    @property
    def aside(self) -> str:
        return ""

    def body(self) -> Widget:
        """The widget between the head and the message line."""
        raise NotImplementedError

    def reload(self) -> None:
        """Take the Session as it is now."""

    def settle(self) -> None:
        """Draw at once what waits until nobody has typed for a moment."""

    def hint(self) -> Message:
        """What is said where there is nothing else to say."""
        return Message("")

    def reset(self) -> None:
        """Forget what it knows of the year it showed: it will show another."""

    def whole_hint(self) -> Message:
        """The hint, with what there is no room for where one stands."""
        return self.hint()

    def came_to(self) -> None:
        """It will be shown instead of another, and not because one that lay on it was closed."""

    def arrive(self, destination: to.Kept) -> None:
        """It was opened for `destination`."""

    def take(self, key: str, character: str | None) -> bool:  # noqa: ARG002 -- each screen looks at them
        """Handle a key that is no command; return whether the screen consumed it."""
        return False

    def take_paste(self, text: str) -> None:  # noqa: ARG002 -- each screen looks at it
        """Handle a bracketed paste."""
        self.announce("Màn hình này không có ô để dán. Mở mục cần nhập rồi dán lại.", warn=True)

    @property
    def takes_blocks(self) -> bool:
        """Whether a table or paragraphs can be pasted here: else a read was typed, if anything can be typed here."""
        return False

    @property
    def takes_text(self) -> bool:
        """Whether what is typed is written here, or looked for."""
        return type(self).take_paste is not BaseScreen.take_paste

    @property
    def takes_prose(self) -> bool:
        """Whether what is typed now goes into a cell for sentences, where Enter may part them."""
        return False

    def shows(self, place: Place) -> bool:  # noqa: ARG002 -- each screen looks at it
        """Whether `place` is seen here: what is not is undone only after it was said."""
        return False

    def set_armed(self, is_armed: bool) -> None:
        """Whether what is typed next is meant for its cells: not if a digit opened it, which others may follow."""

    @property
    def cursor_place(self) -> Place | None:
        """Where the cursor stands, if that is a place of the report."""
        return None

    def go_past(self, place: Place, *, backwards: bool = False) -> None:
        """To the cell after `place`, or before it, if the cursor stands there: it has been dealt with elsewhere."""

    def leave_cell(self) -> bool:
        """Saves what is being typed; False if it cannot be taken, and then the screen stays."""
        return True

    def finish_cell(self) -> bool:
        """As `leave_cell`, for what is done without leaving the screen."""
        return self.leave_cell()

    @property
    def is_typing(self) -> bool:
        return False

    @property
    def is_entering(self) -> bool:
        """Whether the save state says so: something is typed, or was a moment ago."""
        return self.is_typing

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        """What is typed here and saved nowhere yet, by the place it is for: it is kept in case the line drops."""
        return ()

    def drop_typing(self) -> None:
        """Forgets what is being typed."""

    def chose(self, saving: Saving, words: str) -> None:
        """A person chose between a colleague's value and what was typed here, which the choice has put an end to."""
        if isinstance(saving, Saved):
            self.drop_typing()
        self.saved(saving, words)

    @property
    def greeting(self) -> str:
        """What it says until the first key."""
        return self.saying.greeting

    @greeting.setter
    def greeting(self, words: str) -> None:
        self.saying.greeting = words

    # -- the frame ----------------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        return self.services.report.session

    @property
    def navigator(self) -> Navigator:
        return self.services.navigator

    def compose(self) -> ComposeResult:
        yield self._head
        yield self.body()
        yield self._message_line
        yield self._key_line

    @property
    def is_on_top(self) -> bool:
        """Whether it is shown: for Textual the screen below is current, too, though ours let nothing through."""
        return self.app.screen_stack[-1:] == [self]

    @property
    def is_ready(self) -> bool:
        """Whether it has been drawn at the size it has, and so knows its rows: before that, nothing is handed to it."""
        return not self.is_working and self._drawn_for is not None and self._drawn_for[0] == self.app.size

    def on_screen_resume(self) -> None:
        self._pauses.resume()
        self.call_after_refresh(self._show_anew)

    def on_resize(self) -> None:
        self.call_later(self._show_anew)

    def _show_anew(self) -> None:
        """Draws it when it is first there and when its size is another; what it says now is not said over otherwise.

        What lies below another screen is drawn when it comes to light again.
        """
        if self.app.screen is self and self._head.size and self._drawn_for != self._sizes:
            self.show_all()

    @property
    def _sizes(self) -> tuple[Size, Size]:
        return self.size, self._key_line.size

    def show_all(self) -> None:
        """Take the Session as it is now, and draw everything."""
        was_ready, sizes = self.is_ready, self._sizes
        self.say_hint()
        self.app.cursor_position = Offset()  # a widget with a caret says where it is when it is drawn
        met = self._reload()
        self.saying.begin_showing()
        self.show_frame()
        self._drawn_for = sizes
        if met is not None:
            self.services.problems.tell(met)
        if not was_ready:
            self.services.keys.dispatch_pending()

    def _reload(self) -> UserProblem | None:
        """Reload; a screen that cannot be filled is shown all the same, and takes keys: one can go elsewhere."""
        try:
            self.reload()
        except UserProblem as problem:
            return problem
        return None

    def pause(self, seconds: float, action: Callable[[], None]) -> Pause:
        """Have `action` done once nobody has typed for `seconds`, on top and with a year open; what it meets is told.

        In that pause a colleague may have deleted the year. While something else is on top it is put off.
        """
        return self._pauses.make(seconds, action)

    def tell(self, problem: UserProblem) -> None:
        """Say what could not be done; what was typed stays where it is."""
        self.announce(advised(problem), wrong=True)

    def show_frame(self) -> None:
        """Have the head with the save state, the message and the keys drawn."""
        self.before_drawing(self._draw_frame)

    def _draw_frame(self) -> None:
        state, failed = self.services.saves.shown(typing=self.is_entering, of_year=self.IS_OF_YEAR)
        self._head.show(f" {self.where}", f"{self.services.user} {state} ", failed, self.title_words, self.aside)
        unplaced = self.services.unplaced.shown()
        is_hint = not unplaced and not self.saying.drawn
        self._message_line.show(self.saying.shown(unplaced, self.whole_hint), self.app.size, is_hint=is_hint)
        self._key_line.show(self.key_line(), WAYS_ON)
        self.after_drawing(self._frame_drawn)

    def _frame_drawn(self) -> None:
        is_shown = self.is_ready or self.sight.holds(self)
        shown = (self, *self.answerable) if is_shown else ()
        self.sight.drawn(*shown, *self._asking.asked, *self._taking_back.asked, *self.saying.drawn)
        self.services.unplaced.drawn()

    @property
    def answerable(self) -> Sequence[object]:
        """What else is drawn with this screen that a key may be an answer to."""
        return ()

    @property
    def where(self) -> str:
        """The centre and the year, for the head."""
        if not self.services.report.has_year:
            return "Chưa mở năm nào"
        return f"{self.session.year.centre.name} · {self.session.facts.period.title.capitalize()}"

    def key_line(self) -> list[tuple[str, str]]:
        """The keys of the last line, each with its word."""
        return [(BY_KEY[key].shown, BY_KEY[key].word) for key in self.KEYS]

    def announce(self, text: str, *, wrong: bool = False, warn: bool = False, good: bool = False) -> None:
        """Say what has just happened: it stands until the next key, whatever a colleague does meanwhile."""
        self.saying.announce(Message(text, wrong, warn, good))
        self.show_frame()

    def say(self, text: str, *, wrong: bool = False, warn: bool = False, good: bool = False) -> None:
        self.saying.say(Message(text, wrong, warn, good))
        self.show_frame()

    def as_fits(self, *words: str) -> str:
        """The first of these, which say the same in fewer and fewer words, that the message line has room for."""
        return first_that_fits(words, (self.size.width or 80) - 1, hint_lines(self.app.size))

    def say_hint(self) -> None:
        """Say the hint, whatever was said before."""
        self.saying.say_hint()
        self.show_frame()

    # -- asking -------------------------------------------------------------------------------------------------------

    def ask(self, words: str, yes: Callable[[], None], no: str = "Không xóa gì.", *, is_safe: bool = False) -> None:
        """Ask `words`; `yes` is done when it is chosen and Enter came, `no` is said on a no.

        To begin with «Không» is chosen, unless it `is_safe`.
        """
        from tthtcd_tui.screens.question import Question  # the first screen asks nothing

        self._asking.ask(Question(words, yes, no, is_safe))

    @property
    def room_to_ask(self) -> int:
        """The letters there is room for in all the lines that a question may take."""
        window = self.app.size
        return most_lines(window) * (window.width - _LOST_IN_WRAPPING)

    def offer(self, words: str, take: Callable[[], None], decline: Callable[[], None]) -> None:
        """Show `words`, which name both keys: Enter does `take`, Esc `decline`."""
        from tthtcd_tui.screens.question import Offer

        self._asking.offer(words, Offer(take, decline))

    def choose(self, choice: Choice) -> None:
        """Ask `choice`; a key that is no answer to it leaves things as they are and does what it always does."""
        self._asking.choose(choice)

    @property
    def is_offering(self) -> bool:
        """Whether Enter would take something."""
        return self._asking.is_offering

    @property
    def is_asking(self) -> bool:
        """Whether a person is being asked something."""
        return self._taking_back.is_asking or self._asking.is_asking

    def offer_conversion(self, text: str, paste: Callable[[str], None]) -> None:
        """Do `paste` with `text`; one in an old encoding is shown before and after, and Enter converts it first."""
        from tthtcd_tui.text.legacy import recognise  # only a paste pays for it

        legacy = recognise(text)
        if legacy is None:
            paste(text)
        else:
            words = f"{legacy.message} Enter để nhận chữ đã chuyển, Esc: giữ nguyên."
            self.offer(words, lambda: paste(legacy.after), lambda: paste(text))

    # -- keys ---------------------------------------------------------------------------------------------------------

    def receive(self, event: events.Key | events.Paste) -> None:
        """Handle what was typed or pasted, wholly: nothing of it is left when this returns."""
        self.sight.came = event.time
        self.services.unplaced.begin_key(event)
        try:
            if isinstance(event, events.Key) and event.key == "backspace" and self.services.unplaced.take_back():
                self.show_frame()  # it is no answer, and takes nothing out of a cell
            else:
                self._asking.receive(event, self._receive)
        finally:
            if self.services.unplaced.end_key(event.key if isinstance(event, events.Key) else ""):
                self.show_frame()

    def _receive(self, event: events.Key | events.Paste) -> None:
        self.saying.begin_key(self.sight.was_seen)
        self._key_dispatch.receive(event)

    def press(self, key: str, character: str | None) -> None:
        """One key, which a command may be."""
        if key not in ("ctrl+z", "ctrl+y"):
            self._taking_back.forget()
        self._key_dispatch.press(key, character)

    def stray(self, typed: str, why: str) -> None:
        """`typed` went nowhere, and `why`: it is told until it was seen, with what went nowhere right before it."""
        self.services.unplaced.add(typed, why)
        self.show_frame()

    def run_command(self, command: Command) -> None:
        self._key_dispatch.run_command(command)

    @property
    def last_number(self) -> int:
        """The last line of the overview that has a number: after the form's screens come summary and export."""
        return len(registry.numbered(self.session.form)) - 1 if self.services.report.has_year else 8

    @property
    def has_cells(self) -> bool:
        """Whether one types in cells here: the help then says how."""
        return False

    @property
    def is_for_reading(self) -> bool:
        """Whether whoever looks may change nothing here: no key that writes is named then."""
        return False

    def has_command(self, command: Command) -> bool:
        """Whether a command does something here now."""
        is_possible = self.services.report.has_year or command.name in WITHOUT_YEAR
        method = getattr(type(self), f"do_{command.name}", None)
        is_of_cells = command.name in OF_CELLS and method is getattr(BaseScreen, f"do_{command.name}", None)
        return is_possible and method is not None and (self.has_cells or not is_of_cells)

    def help_lines(self) -> list[tuple[str, str]]:
        """The keys of this screen, each with what it does here."""
        own = {} if self.has_cells else {"escape": "Quay lại", "ctrl+q": "Thoát"}
        return [(BY_KEY[key].shown, own.get(key, BY_KEY[key].words)) for key in self.KEYS]

    # -- commands that work everywhere --------------------------------------------------------------------------------

    def do_go(self) -> None:
        self._key_dispatch.begin_going()
        self.announce(f"Đi tới: 0 Chi tiết báo cáo · 1–{self.last_number} dòng của Tổng quan · 9 Mọi lệnh · Esc Bỏ")

    def do_help(self) -> None:
        self.navigator.open(to.Help(self))

    def do_palette(self) -> None:
        """Over what is being typed, which stays: one of the commands is to throw it away."""
        self.navigator.open(to.Palette(self))

    def do_search(self) -> None:
        if self.leave_cell():
            self.navigator.open(to.Search())

    def do_replace_everywhere(self) -> None:
        """In every paragraph of the report; where one is being written, with the words that are marked there."""
        if self.leave_cell():
            self.navigator.open(to.ReplaceWords())

    def do_preview(self) -> None:
        if self.leave_cell():
            self.navigator.visit(to.Preview(self.cursor_place))

    def do_log(self) -> None:
        if self.leave_cell():
            self.navigator.open(to.Log())

    def do_history(self) -> None:
        """Of the cell under the cursor, where there is one; here of the whole report."""
        if self.leave_cell():
            self.navigator.show(registry.HISTORY.name)

    def do_comment(self) -> None:
        """Of the cell under the cursor, where there is one; here of the whole report."""
        if self.leave_cell():
            self.navigator.show(registry.COMMENTS.name)

    def do_next_gap(self) -> None:
        if self.leave_cell():
            self.go_to_next_gap()

    def go_to_next_gap(self) -> None:
        """To what a paste was refused, while somebody deals with that; else to the next gap."""
        if self.session.refused.wants_look:
            self.navigator.visit(to.Refused())
        else:
            self.navigator.open_next_gap()

    def do_save(self) -> None:
        if self.finish_cell():
            self.show_frame()

    def go_on_reviewing(self, after: Place, words: str = "Đã rà soát.") -> None:
        """`after` has been reviewed, as `words` say: on to the next place that was carried over, past gaps."""
        from tthtcd_tui.tasks.session.gaps import carried_after, missing_between

        following = carried_after(self.session, after)
        if following is None:
            self.announce(f"{words} Không còn chỗ nào chép từ năm trước mà chưa rà soát.", good=True)
            return
        passed = missing_between(self.session, after, following)
        told = f"{words} Đi qua {passed} chỗ còn thiếu." if passed else words
        self.navigator.open(to.AtPlace(following))
        self.navigator.set_greeting(f"{told} Đây là chỗ tiếp theo: F2 nếu đúng, hoặc sửa lại.")

    def do_refresh_now(self) -> None:
        if self.finish_cell() and self.services.report.has_year:
            is_new = self.session.refresh(thoroughly=True)
            self.show_all()
            if not is_new and self.saying.announced is None:
                self.announce("Không có thay đổi mới của đồng nghiệp.")

    @property
    def sitting(self) -> Sitting:
        """What was done here since the year was opened."""
        return self.session.sitting

    def do_undo(self) -> None:
        if self.finish_cell():
            self._taking_back.undo()

    def do_redo(self) -> None:
        if self.finish_cell():
            self._taking_back.redo()

    def restore(self, discarded: Discarded) -> None:
        """Go on typing what was thrown away, wherever that is."""
        if discarded.place.kind == REFUSED:
            self._restore_refused(discarded.text)
        else:
            self.navigator.open(to.AtPlace(discarded.place, discarded.text))

    def _restore_refused(self, text: str) -> None:
        """A row of a paste that was dropped waits again."""
        block = decode(text)
        if block is not None:
            self.session.refused.take_up(block)
            self.navigator.visit(to.Refused())
            self.navigator.set_greeting("Đã lấy lại dòng vừa bỏ.")

    def do_back(self) -> None:
        if self.leave_cell():
            self.navigator.back()

    def do_leave(self) -> None:
        """Always leaves: what cannot be saved is kept as a draft, and offered at the next start."""
        self.leave_cell()
        self.services.program.exit()

    def do_discarded(self) -> None:
        if self.leave_cell():
            self.navigator.open(to.Discarded())

    def do_discard(self) -> None:
        self.announce("Không có phần nào đang gõ dở.")

    # -- saving -------------------------------------------------------------------------------------------------------

    def reverse(self, saving: Saving, told: str) -> None:
        """Show what undo or redo came to; `told` says it, where it was done."""
        self.saved(saving, told)

    def _label(self, place: Place) -> str:
        return label_at(self.session.form, place)

    def saved(self, saving: Saving, words: str = "") -> str | None:
        """Shows what came of a saving; None if it is on disk, else why not."""
        self.services.saves.record_save(saving)
        match saving:
            case Saved():
                self.show_all()
                if words:
                    self.announce(words, good=True)
                return None
            case Refused(problem) | NotSaved(problem):
                message = advised(problem)
                self.show_frame()
                self.announce(message, wrong=True)
                return message
            case SaveConflict():
                self.navigator.open(to.Conflict(saving))
                from tthtcd_tui.screens.conflict_beside import told_beside

                return told_beside(self.session, saving)
