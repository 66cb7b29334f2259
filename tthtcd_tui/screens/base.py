"""What every screen has: head, message and key lines, the commands, and keys dealt with one after the other.

The app hands each key and paste to the screen on top, and the screen has answered it when that returns. That is what
keeps what is typed ahead in order, from one screen to the next too, and what lets a command work from anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.widget import Widget

from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.at_once import AtOnceScreen
from tthtcd_tui.screens.commands import BY_KEY, GO, WITHOUT_YEAR, Command
from tthtcd_tui.screens.owner import Owner
from tthtcd_tui.tasks.session import Met, NotSaved, Refused, Saved, Saving, Session
from tthtcd_tui.widgets.bars import HeadBar, KeyBar, MessageBar
from tthtcd_tui.widgets.look import BROKEN


class BaseScreen(AtOnceScreen):
    """A screen of the opened year."""

    AUTO_FOCUS = ""
    KEYS: ClassVar[tuple[str, ...]] = ("f1", "f3", "f8", "f9", "escape", "ctrl+g", "ctrl+q")
    """The commands of the key line, the most useful first."""

    def __init__(self) -> None:
        super().__init__()
        self._head = HeadBar()
        self._message = MessageBar()
        self._keys = KeyBar()
        self._going = False
        self._drawn_for: tuple[Size, Size] | None = None
        """Its own size and that of its lines when it was last drawn."""
        self._was_broken = False
        self.is_working = False
        """Whether it does something that what is typed has to wait for."""
        self.greeting = ""
        """What it says until the first key."""
        self._news: tuple[str, bool, bool, bool] | None = None

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
        """Shows the Session as it is now."""

    def begin_anew(self) -> None:
        """Forgets what it knows of the year it showed: it will show another."""

    def take(self, key: str, character: str | None) -> bool:  # noqa: ARG002 -- each screen looks at them
        """Deals with a key that is no command; whether it was one of its own."""
        return False

    def take_paste(self, text: str) -> None:
        """Deals with a bracketed paste."""

    def leave_cell(self) -> bool:
        """Saves what is being typed; False if it cannot be taken, and then the screen stays."""
        return True

    def finish_cell(self) -> bool:
        """As `leave_cell`, for what is done without leaving the screen."""
        return self.leave_cell()

    @property
    def is_typing(self) -> bool:
        return False

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
    def owner(self) -> Owner:
        return cast("Owner", self.app)

    @property
    def session(self) -> Session:
        return self.owner.session

    def compose(self) -> ComposeResult:
        yield self._head
        yield self.body()
        yield self._message
        yield self._keys

    @property
    def is_ready(self) -> bool:
        """Whether it has been drawn at the size it has, and so knows its rows: before that, nothing is handed to it."""
        return not self.is_working and self._drawn_for is not None and self._drawn_for[0] == self.app.size

    def on_screen_resume(self) -> None:
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
        return self.size, self._keys.size

    def show_all(self) -> None:
        was_ready, sizes = self.is_ready, self._sizes
        self.reload()
        self.show_frame()
        if self.greeting:
            self.say(self.greeting, good=True)
        elif self._news:
            text, wrong, warn, good = self._news
            self.say(text, wrong=wrong, warn=warn, good=good)
        self._drawn_for = sizes
        if not was_ready:
            self.owner.hand_on()

    def show_frame(self) -> None:
        """The head with the save state, and the keys."""
        state, failed = self.owner.save_state(typing=self.is_typing)
        self._head.show(f" {self.where}", f"{self.owner.user} {state} ", failed, self.title_words, self.aside)
        self._keys.show(self.key_line())

    @property
    def where(self) -> str:
        """The centre and the year, for the head."""
        if not self.owner.has_year:
            return "Chưa mở năm nào"
        return f"{self.session.year.centre.name} · {self.session.facts.period.title.capitalize()}"

    def key_line(self) -> list[tuple[str, str]]:
        """The keys of the last line, each with its word."""
        return [(BY_KEY[key].shown, BY_KEY[key].word) for key in self.KEYS]

    def announce(self, text: str, *, wrong: bool = False, warn: bool = False, good: bool = False) -> None:
        """Says what has just happened: it stands until the next key, whatever a colleague does meanwhile."""
        self._news = (text, wrong, warn, good)
        self.say(text, wrong=wrong, warn=warn, good=good)

    def say(self, text: str, *, wrong: bool = False, warn: bool = False, good: bool = False) -> None:
        self._message.show(text, wrong=wrong, warn=warn, good=good)

    # -- keys ---------------------------------------------------------------------------------------------------------

    def receive(self, event: events.Key | events.Paste) -> None:
        """What was typed or pasted, wholly dealt with when this returns."""
        self.greeting, self._news = "", None
        was_broken, self._was_broken = self._was_broken, False
        if isinstance(event, events.Paste):
            self._going = False
            self.take_paste(event.text)
        elif event.character == BROKEN:
            self._was_broken = True
        else:
            self.press(event.key, event.character)
        if was_broken or self._was_broken:
            # Also after the key behind it, which has come with it: what is half a letter is known by what follows.
            self.announce("Bỏ qua một ký tự gửi sai. Đặt bảng mã của cửa sổ dòng lệnh là UTF-8.", warn=True)

    def press(self, key: str, character: str | None) -> None:
        """One key, which a command may be."""
        if self._going:
            self._going = False
            self._go(character or key)
        elif key == GO:
            self.do_go()
        elif self.take(key, character):
            pass
        elif key in BY_KEY:
            self.run_command(BY_KEY[key])

    def run_command(self, command: Command) -> None:
        method = getattr(self, f"do_{command.name}", None)
        if not self.owner.has_year and command.name not in WITHOUT_YEAR:
            self.say("Chưa mở năm nào. Chọn hoặc tạo một năm trước đã.")
        elif method is None:
            self.announce(f"{command.shown} ({command.words}) không dùng ở màn hình này.")
        else:
            if command.name == "refresh_now":
                self.owner.draw_anew()
            method()

    def _go(self, digit: str) -> None:
        if digit == "9":
            self.run_command(BY_KEY["ctrl+p"])
        elif digit not in "012345678":
            self.reload()
        elif not self.owner.has_year:
            self.say("Chưa mở năm nào. Chọn hoặc tạo một năm trước đã.")
        elif int(digit) > self._last_number:
            self.announce(f"Không có mục {digit}: Tổng quan có các mục từ 0 đến {self._last_number}.")
        elif self.leave_cell():
            self.owner.open_number(int(digit))

    @property
    def _last_number(self) -> int:
        """The last line of the overview that has a number: after the form's screens come summary and export."""
        return len(self.session.form.screens) + 2 if self.owner.has_year else 8

    def help_lines(self) -> list[tuple[str, str]]:
        """The keys of this screen, each with what it does here."""
        return [(BY_KEY[key].shown, BY_KEY[key].words) for key in self.KEYS]

    # -- commands that work everywhere --------------------------------------------------------------------------------

    def do_go(self) -> None:
        self._going = True
        self.announce(f"Đi tới: 0 Chi tiết báo cáo · 1–{self._last_number} dòng của Tổng quan · 9 Mọi lệnh · Esc Bỏ")

    def do_help(self) -> None:
        self.owner.open_help(self)

    def do_palette(self) -> None:
        if self.finish_cell():
            self.owner.open_palette(self)

    def do_search(self) -> None:
        if self.leave_cell():
            self.owner.open_search()

    def do_preview(self) -> None:
        if self.leave_cell():
            self.owner.open_named("preview")

    def do_log(self) -> None:
        if self.leave_cell():
            self.owner.open_log()

    def do_history(self) -> None:
        """Of the cell under the cursor, where there is one; here of the whole report."""
        if self.leave_cell():
            self.owner.open_history(None)

    def do_next_gap(self) -> None:
        if self.leave_cell():
            self.owner.open_next_gap()

    def do_save(self) -> None:
        if self.finish_cell():
            self.show_frame()

    def do_refresh_now(self) -> None:
        if self.finish_cell():
            self.session.refresh(thoroughly=True)
            self.show_all()

    def do_undo(self) -> None:
        if self.finish_cell():
            self.reverse(self.session.undo(), "Đã hoàn tác")

    def do_redo(self) -> None:
        if self.finish_cell():
            self.reverse(self.session.redo(), "Đã làm lại")

    def do_back(self) -> None:
        if self.leave_cell():
            self.owner.go_back()

    def do_leave(self) -> None:
        if self.leave_cell():
            self.owner.exit()

    # -- saving -------------------------------------------------------------------------------------------------------

    def reverse(self, saving: Saving, words: str) -> None:
        """Shows what undo or redo came to, and says of what."""
        places = saving.places if isinstance(saving, Saved) else ()
        labels = [label for place in places if place.kind != "carried" and (label := self._label(place))]
        more = f" và {len(labels) - 1} chỗ khác" if len(labels) > 1 else ""
        self.saved(saving, f"{words}: {labels[0]}{more}." if labels else f"{words}.")

    def _label(self, place: Place) -> str:
        return label_at(self.session.form, place)

    def saved(self, saving: Saving, words: str = "") -> str | None:
        """Shows what came of a saving; None if it is on disk, else why not."""
        self.owner.note(saving)
        match saving:
            case Saved():
                self.show_all()
                if words:
                    self.announce(words, good=True)
                return None
            case Refused(message) | NotSaved(message):
                self.show_frame()
                self.announce(message, wrong=True)
                return message
            case Met():
                self.owner.open_conflict(saving)
                return "Có người vừa sửa cùng chỗ này."
