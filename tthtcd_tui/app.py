"""The Textual app: the parts that run behind the screens, put together. No SQL, no rules."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.screen import Screen

from tthtcd_tui.models.store import Store
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.services import Clipboard, Services, Unplaced
from tthtcd_tui.services.draft_keeper import DraftKeeper
from tthtcd_tui.services.key_queue import KeyQueue
from tthtcd_tui.services.navigator import Navigator
from tthtcd_tui.services.open_report import OpenReport
from tthtcd_tui.services.presence_poller import PRESENCE_SECONDS, PresencePoller
from tthtcd_tui.services.problem_teller import ProblemTeller
from tthtcd_tui.services.report_poller import POLL_SECONDS, ReportPoller
from tthtcd_tui.services.save_status import SaveStatus
from tthtcd_tui.services.server_watch import ServerWatch
from tthtcd_tui.services.session_backup import SessionBackup
from tthtcd_tui.tasks.care.gc_tuning import enable_gc
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.session.unsaved import Unsaved
from tthtcd_tui.terminal.private_app import PrivateApp
from tthtcd_tui.text.dates import today_in_vietnam
from tthtcd_tui.widgets.look import ASCII, DRAWN

if TYPE_CHECKING:
    from datetime import date

    from tthtcd_tui.tasks.care.daily_backup import BackgroundBackup
    from tthtcd_tui.tasks.transfer.export_file import ExportFolder

START_SECONDS: Final = 1.0
"""When the first screen surely stands: until then nothing is done that is for later."""


class TthtcdApp(PrivateApp, inherit_bindings=False, inherit_css=False):
    """One person at one year, or at none while there is none."""

    BINDINGS: ClassVar[list[BindingType]] = []
    CSS = """
    TthtcdApp, BaseScreen { background: ansi_default; color: ansi_default; }
    BaseScreen { layout: vertical; overflow: hidden hidden; }
    """
    """All there is, with what each widget says of its size: a start reads none of Textual's own, nor its themes."""

    def __init__(
        self,
        store: Store,
        user: str,
        session: Session | None,
        *,
        ascii_only: bool = False,
        is_served: bool = False,
        unsaved: Unsaved | None = None,
        back_up: Callable[[], BackgroundBackup | None] = lambda: None,
    ) -> None:
        """`is_served` says that people share this machine's account and keep no files of their own on it.

        `unsaved` keeps what is typed in case the line drops. `back_up` begins the day's backup.
        """
        super().__init__()
        self._is_served = is_served
        self.clock: Callable[[], date] = today_in_vietnam
        """The day by which deadlines are counted and a first year is proposed."""
        glyphs = ASCII if ascii_only else DRAWN
        self.report = OpenReport(store, user, session)
        self.navigator = Navigator(self, self.report, lambda: self.services)
        self.drafts = DraftKeeper(unsaved, self.report, lambda: self.navigator.screens, self.navigator.offer)
        self.problems = ProblemTeller(self.report, self.navigator, self.drafts.set_aside)
        self.keys = KeyQueue(lambda: self.navigator.top, self.drafts.keep, self.problems)
        self.report_poller = ReportPoller(self.report, lambda: self.navigator.stack)
        self.server = ServerWatch(store, lambda: self.navigator.top)
        self.presence = PresencePoller(self.report, self.navigator)
        self.backup = SessionBackup(back_up)
        self.services = Services(
            store=store,
            user=user,
            glyphs=glyphs,
            report=self.report,
            navigator=self.navigator,
            keys=self.keys,
            problems=self.problems,
            saves=SaveStatus(self.report, glyphs),
            drafts=self.drafts,
            colleagues=self.presence,
            program=self,
            clipboard=Clipboard(),
            unplaced=Unplaced(),
            today=self.today,
            export_folder=lambda: self.export_folder,
        )

    @cached_property
    def export_folder(self) -> ExportFolder:
        """Where exports of this person go."""
        from tthtcd_tui.tasks.transfer.export_file import ExportFolder  # a start does not pay for what exporting loads

        store, user = self.report.store, self.report.user
        return ExportFolder.of_a_server(store, user) if self._is_served else ExportFolder.of_this_machine()

    def today(self) -> date:
        return self.clock()

    def get_css_variables(self) -> dict[str, str]:
        """None: a theme is worked out for them, and nothing here names one of its colours."""
        return {}

    def get_default_screen(self) -> Screen[None]:
        """The screen below all others: one of ours, where Textual would lay out an empty one first."""
        return self.navigator.ground()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.Key, events.Paste)):
            self.keys.put(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        with self.problems.telling():
            if not self.report.has_year and not self.report.store.centres.totals()[0]:
                self._begin_with_first_year()
        self.drafts.keep()
        self._start_polling()

    def _begin_with_first_year(self) -> None:
        from tthtcd_tui.tasks.session.guide_seen import guide_was_seen

        self.navigator.open(to.NewYear(None, None))
        if not guide_was_seen():
            self.navigator.open(to.Guide())

    def _start_polling(self) -> None:
        self.set_timer(START_SECONDS, self._after_start)
        self.set_interval(POLL_SECONDS, self.poll)
        self.set_interval(PRESENCE_SECONDS, self.poll_presence)

    def _after_start(self) -> None:
        from tthtcd_tui.tasks.care.late_modules import load_late_modules

        load_late_modules()
        enable_gc()
        self.backup.start()
        self._check_thoroughly()

    def _check_thoroughly(self) -> None:
        """Run every rule on the year that is open: the first screen has shown what the first ones find."""
        session = self.report.current
        if session is not None and session.end_start() and (top := self.navigator.top) and not top.is_typing:
            self.navigator.refresh_top()

    def poll(self) -> None:
        """Poll what happens beside the person: drafts that cannot be kept, the day's backup, what colleagues saved."""
        top = self.navigator.top
        if top is None:
            return
        if news := self.drafts.news():
            top.say(news, warn=True)
        # Told on the overview: elsewhere it would cover what is said of a cell.
        if self.navigator.is_on_overview and (news := self.backup.news()):
            top.announce(news, warn=True)
        with self.problems.telling():
            if not self.server.is_away() and not self.problems.is_shut_out():
                self.report_poller.poll()

    def poll_presence(self) -> None:
        if not self.navigator.is_covered and not self.report.store.is_cut_off:
            with self.problems.telling():
                self.presence.poll()

    def on_unmount(self) -> None:
        self.presence.leave()
