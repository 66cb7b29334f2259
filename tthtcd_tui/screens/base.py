"""What every screen has: head, message and key lines, the commands, and keys dealt with one after the other.

The queue hands each key and paste to the screen on top, and the screen has answered it when that returns. That is what
keeps what is typed ahead in order, from one screen to the next too, and what lets a command work from anywhere. What a
key changes is marked, and drawn once when no key is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
from tthtcd_tui.screens.commands import BY_KEY, GO, OF_CELLS, WAYS_ON, WITHOUT_YEAR, Command
from tthtcd_tui.screens.pause import Pause
from tthtcd_tui.screens.services import Navigator, Services
from tthtcd_tui.screens.taking_back import TakingBack
from tthtcd_tui.tasks.session.session import NotSaved, Refused, SaveConflict, Saved, Saving, Session
from tthtcd_tui.tasks.session.sitting import Discarded, Sitting
from tthtcd_tui.terminal.immediate_redraw import ImmediateRedrawScreen
from tthtcd_tui.terminal.parser import OversizedPaste
from tthtcd_tui.widgets.bars import HeadBar, KeyBar, Message, MessageBar
from tthtcd_tui.widgets.line_buffer import is_text
from tthtcd_tui.widgets.look import BROKEN

if TYPE_CHECKING:
    from tthtcd_tui.screens.choice import Choice
    from tthtcd_tui.screens.question import Offer, Question

_OVERSIZED = "Phần dán dài hơn một triệu chữ nên chưa dán gì. Hãy dán từng phần, hoặc nhập cả tệp: tthtcd import."
_LOST_IN_WRAPPING = 12
"""Letters of two lines that may be left blank."""


class BaseScreen(ImmediateRedrawScreen):
    """A screen of the opened year."""

    AUTO_FOCUS = ""
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
        self._is_going = False
        self._drawn_for: tuple[Size, Size] | None = None
        """Its own size and that of its lines when it was last drawn."""
        self._was_broken = False
        self.is_working = False
        """Whether it does something that what is typed has to wait for."""
        self.greeting = ""
        """What it says until the first key."""
        self._said: Message | None = None
        """What is said last; else the hint."""
        self._announced: Message | None = None
        self._question: Question | None = None
        self._question_drawn: Question | None = None
        self._proposal: Offer | None = None
        self._proposal_drawn: Offer | None = None
        """The offer that a person has seen: a key that came before answers nothing."""
        self._choice: Choice | None = None
        self._choice_drawn: Choice | None = None
        self._taking_back = TakingBack(self)
        self._waiting_pauses: list[Pause] = []
        """What came to its pause while something else was on top."""

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
        waiting, self._waiting_pauses = self._waiting_pauses, []
        for pause in waiting:
            pause.touch()
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
        if self.greeting:
            self._said = Message(self.greeting, good=True)
        elif self._announced:
            self._said = self._announced
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

        def act() -> None:
            if not self.is_on_top:
                self._waiting_pauses.append(pause)
            elif self.services.report.has_year:
                with self.services.problems.telling():
                    action()

        pause = Pause(self, seconds, act)
        return pause

    def tell(self, problem: UserProblem) -> None:
        """Say what could not be done; what was typed stays where it is."""
        self.announce(advised(problem), wrong=True)

    def show_frame(self) -> None:
        """Have the head with the save state, the message and the keys drawn."""
        self.before_drawing(self._draw_frame)

    def _draw_frame(self) -> None:
        state, failed = self.services.saves.shown(typing=self.is_entering)
        self._head.show(f" {self.where}", f"{self.services.user} {state} ", failed, self.title_words, self.aside)
        self._message_line.show(self._message())
        self._proposal_drawn, self._question_drawn = self._proposal, self._question
        self._choice_drawn = self._choice
        self._taking_back.show()
        self._key_line.show(self.key_line(), WAYS_ON)

    def _message(self) -> Message:
        """What went nowhere comes before what has happened since, unless that is bad news."""
        unplaced = self.services.unplaced.shown()
        if not unplaced:
            return self._said or self.hint()
        since = self._announced or self._said or Message("")
        words = (since.text, unplaced) if since.wrong else (unplaced, since.text)
        return Message(" ".join(filter(None, words)), wrong=since.wrong, warn=not since.wrong)

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
        self.say(text, wrong=wrong, warn=warn, good=good)
        self._announced = self._said

    def say(self, text: str, *, wrong: bool = False, warn: bool = False, good: bool = False) -> None:
        self._said = Message(text, wrong, warn, good)
        self.show_frame()

    def say_hint(self) -> None:
        """Say the hint, whatever was said before."""
        self._said = None
        self.show_frame()

    def ask(self, words: str, yes: Callable[[], None], no: str = "Không xóa gì.", *, is_safe: bool = False) -> None:
        """Ask `words`; `yes` is done when it is chosen and Enter came, `no` is said on a no.

        To begin with «Không» is chosen, unless it `is_safe`.
        """
        from tthtcd_tui.screens.question import Question  # the first screen asks nothing

        self._question = Question(words, yes, no, is_safe)
        self._say_question(self._question)

    def _say_question(self, question: Question) -> None:
        width = self.size.width or 80
        self.say(question.text(2 * width - _LOST_IN_WRAPPING), warn=True)

    def offer(self, words: str, take: Callable[[], None], decline: Callable[[], None]) -> None:
        """Show `words`, which name both keys: Enter does `take`, Esc `decline`."""
        from tthtcd_tui.screens.question import Offer

        self._proposal = Offer(take, decline)
        self.announce(words, warn=True)

    def choose(self, choice: Choice) -> None:
        """Ask `choice`; a key that is no answer to it leaves things as they are and does what it always does."""
        self._choice = choice
        self.announce(choice.text(2 * (self.size.width or 80) - _LOST_IN_WRAPPING), warn=True)

    @property
    def is_asking(self) -> bool:
        """Whether a person is being asked something."""
        return self._taking_back.is_asking or any((self._choice, self._question, self._proposal))

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
        self.services.unplaced.begin_key()
        try:
            if isinstance(event, events.Key) and event.key == "backspace" and self.services.unplaced.take_back():
                self.show_frame()  # it is no answer, and takes nothing out of a cell
            else:
                self._receive_answer(event)
        finally:
            if self.services.unplaced.end_key(event.key if isinstance(event, events.Key) else ""):
                self.show_frame()

    def _receive_answer(self, event: events.Key | events.Paste) -> None:
        declined: Message | None = None
        if self._proposal is not None:
            if self._answer_offer(self._proposal, event):
                return
            declined = self._announced
        if self._choice is not None and self._answer_choice(self._choice, event):
            return
        if self._question is None or not self._answer(self._question, event):
            self._receive(event)
        if declined is not None:
            self._tell_declined(declined.text)

    def _tell_declined(self, words: str) -> None:
        """What another key declined is told beside what that key did, on whatever screen that led to."""
        if not self.is_on_top:
            self.navigator.set_greeting(words)
        elif self._proposal is None:
            since = f" {self._announced.text}" if self._announced else ""
            self.announce(f"{words}{since}", warn=True)

    def _answer_offer(self, offer: Offer, event: events.Key | events.Paste) -> bool:
        """Whether `event` answers `offer`; one that came before it was drawn is passed over, and it stands."""
        answer = offer.answer(event)
        if answer is not None and offer is not self._proposal_drawn:
            return True
        self._proposal = self._announced = None
        (offer.take if answer else offer.decline)()
        return answer is not None

    def _answer_choice(self, choice: Choice, event: events.Key | events.Paste) -> bool:
        """Whether `event` is for `choice`, which has been drawn: else it is over, and nothing is changed."""
        is_seen = choice is self._choice_drawn
        if is_seen and choice.moves(event):
            self.choose(choice)
            return True
        answer = choice.answer(event) if is_seen else None
        self._choice = self._announced = None
        if answer is not None:
            self.say_hint()
            answer.does()
        return answer is not None

    def _answer(self, question: Question, event: events.Key | events.Paste) -> bool:
        """Whether `event` is for the question: it answers, chooses, or is no key for it and waits.

        What was typed before the question was seen means no, and then does what it always does; so does a command.
        """
        is_seen = question is self._question_drawn
        answer = question.answer(event)
        if is_seen and question.toggles(event):
            self._say_question(question)
            return True
        if is_seen and answer is None and (isinstance(event, events.Paste) or is_text(event.character)):
            from tthtcd_tui.screens.question import WAITS

            self.stray(event.text if isinstance(event, events.Paste) else event.character or "", WAITS)
            return True
        self._question = None
        if answer and is_seen:
            question.yes()
        elif answer is not None:
            self.say(question.no)
        return answer is not None

    def _receive(self, event: events.Key | events.Paste) -> None:
        self.greeting, self._announced = "", None
        was_broken, self._was_broken = self._was_broken, False
        if isinstance(event, events.Paste):
            self._is_going = False
            if isinstance(event, OversizedPaste):
                self.announce(_OVERSIZED, wrong=True)
            else:
                self.take_paste(event.text)
            if BROKEN in event.text and self._proposal is None:
                self.announce(
                    f"Phần vừa dán có {event.text.count(BROKEN)} ký tự hỏng trên đường truyền. Hãy xem lại,"
                    " và đặt bảng mã của cửa sổ dòng lệnh là UTF-8.",
                    warn=True,
                )
        elif event.character == BROKEN:
            self._was_broken = True
        else:
            self.press(event.key, event.character)
        if was_broken or self._was_broken:
            # Also after the key behind it, which has come with it: what is half a letter is known by what follows.
            self.announce("Bỏ qua một ký tự gửi sai. Đặt bảng mã của cửa sổ dòng lệnh là UTF-8.", warn=True)

    def press(self, key: str, character: str | None) -> None:
        """One key, which a command may be."""
        if key not in ("ctrl+z", "ctrl+y"):
            self._taking_back.forget()
        if self._is_going:
            self._is_going = False
            self._go(character or key)
        elif key == GO:
            self.do_go()
        elif self.take(key, character):
            pass
        elif key in BY_KEY:
            self.run_command(BY_KEY[key])
        elif key.startswith("alt+"):
            self.announce(f"Bỏ qua Alt+{key.removeprefix('alt+')}: phím này không dùng ở đây, chưa ghi gì.")
        elif is_text(character):
            self.stray(character, self.NO_CELL)

    def stray(self, typed: str, why: str) -> None:
        """`typed` went nowhere, and `why`: it is told until it was seen, with what went nowhere right before it."""
        self.services.unplaced.add(typed, why)
        self.show_frame()

    def run_command(self, command: Command) -> None:
        method = getattr(self, f"do_{command.name}", None)
        if method is None and command.name == "find":
            method = self.do_search  # else the words to be found would be typed into the cell
        if not self.services.report.has_year and command.name not in WITHOUT_YEAR:
            self.say("Chưa mở năm nào. Chọn hoặc tạo một năm trước đã.")
        elif method is None:
            name = f"{command.shown} ({command.words})" if command.shown else f"“{command.words}”"
            self.announce(f"{name} không dùng ở màn hình này.")
        else:
            if command.name == "refresh_now":
                self.services.program.force_redraw()
            method()

    def _go(self, digit: str) -> None:
        if digit == "9":
            self.run_command(BY_KEY["ctrl+p"])
        elif digit not in "012345678":
            self.say_hint()
        elif not self.services.report.has_year:
            self.say("Chưa mở năm nào. Chọn hoặc tạo một năm trước đã.")
        elif int(digit) > self._last_number:
            self.announce(f"Không có mục {digit}: Tổng quan có các mục từ 0 đến {self._last_number}.")
        elif self.leave_cell():
            self.navigator.open_number(int(digit), by_digit=True)

    @property
    def _last_number(self) -> int:
        """The last line of the overview that has a number: after the form's screens come summary and export."""
        return len(registry.numbered(self.session.form)) - 1 if self.services.report.has_year else 8

    @property
    def has_cells(self) -> bool:
        """Whether one types in cells here: the help then says how."""
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
        self._is_going = True
        self.announce(f"Đi tới: 0 Chi tiết báo cáo · 1–{self._last_number} dòng của Tổng quan · 9 Mọi lệnh · Esc Bỏ")

    def do_help(self) -> None:
        self.navigator.open(to.Help(self))

    def do_palette(self) -> None:
        """Over what is being typed, which stays: one of the commands is to throw it away."""
        self.navigator.open(to.Palette(self))

    def do_search(self) -> None:
        if self.leave_cell():
            self.navigator.open(to.Search())

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

    def do_next_gap(self) -> None:
        if self.leave_cell():
            self.navigator.open_next_gap()

    def do_save(self) -> None:
        if self.finish_cell():
            self.show_frame()

    def go_on_reviewing(self, after: Place, words: str = "Đã rà soát.") -> None:
        """`after` has been reviewed, as `words` say: on to the next place that was carried over."""
        following = self.session.carried_after(after)
        if following is None:
            self.announce(f"{words} Không còn chỗ nào chép từ năm trước mà chưa rà soát.", good=True)
            return
        self.navigator.open(to.AtPlace(following))
        self.navigator.set_greeting(f"{words} Đây là chỗ tiếp theo: F2 nếu đúng, hoặc sửa lại.")

    def do_refresh_now(self) -> None:
        if self.finish_cell():
            self.session.refresh(thoroughly=True)
            self.show_all()

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
        self.navigator.open(to.AtPlace(discarded.place, discarded.text))

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
                return "Có người vừa sửa cùng chỗ này."
