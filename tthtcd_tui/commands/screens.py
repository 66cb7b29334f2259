"""The screens: what `tthtcd` without a command opens, on the year its user had open last, else the newest."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tthtcd_tui.commands.crash import crashed
from tthtcd_tui.commands.output import DONE, USAGE, complain
from tthtcd_tui.commands.parser import ShowVersion, add_store
from tthtcd_tui.files.hide_module import hide_module

_ASKED_OVER_SSH: Final = "SSH_ORIGINAL_COMMAND"
"""Where sshd says what a key that may only start the program wants of it."""
_ESCAPE_MILLISECONDS: Final = "400"
"""How long the rest of an arrow key split across two packets is waited for; after Textual's 100 it is typed instead."""

if TYPE_CHECKING:
    from tthtcd_tui.app import TthtcdApp
    from tthtcd_tui.commands.parser import Parser
    from tthtcd_tui.models.store import Store
    from tthtcd_tui.recovery.handover import HeldDraft
    from tthtcd_tui.services.open_report import OpenReport
    from tthtcd_tui.tasks.care.daily_backup import BackgroundBackup
    from tthtcd_tui.tasks.session.session import Session


def add_to(parser: Parser) -> None:
    """The options of the program itself: they are those of the screens."""
    add_store(parser, user=True, program=True)
    add_look(parser)
    parser.add_argument("--version", action=ShowVersion)
    parser.set_defaults(run=run)


def add_look(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ascii", action="store_true", help="chỉ vẽ bằng ký tự ASCII")


def run(options: argparse.Namespace) -> int:
    if is_asked_over_ssh(options):
        from tthtcd_tui.commands import remote

        return remote.run(options, os.environ[_ASKED_OVER_SSH])
    from tthtcd_tui.tasks.care.open_store import open_store, user_name
    from tthtcd_tui.tasks.session.first_year import first_session

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        complain(_no_terminal(options))
        return USAGE
    with hide_module("bz2", "lzma"):  # of which Python's own tools for folders make archives that nobody asks for
        import shutil  # noqa: F401 -- for its effect: loaded without them
    from tthtcd_tui.tasks.care.notice import listening

    notices: list[str] = []
    with listening(notices.append):
        store = open_store(options.db, options.user, make=True)
    # Before anybody is asked whether to go on: what cannot be read is not offered.
    session, words = first_session(store, options.centre, user_name(options.user))
    notices += filter(None, [words])
    if notices and not _wants_to_look(notices):
        return DONE

    def back_up() -> BackgroundBackup:
        from tthtcd_tui.tasks.care.daily_backup import back_up_beside  # when the first screen stands

        return back_up_beside(store)

    return open_screens(store, session, options, back_up=back_up)


def _no_terminal(options: argparse.Namespace) -> str:
    if is_served(options):
        from tthtcd_tui.commands.remote import LIST

        return f"Màn hình nhập liệu cần một cửa sổ dòng lệnh: thêm -t sau ssh. {LIST}"
    return "Màn hình nhập liệu cần một cửa sổ dòng lệnh. Gõ “tthtcd --help” để xem các lệnh."


def is_served(options: argparse.Namespace) -> bool:
    """Whether whoever is at the keyboard shares the account with others: over SSH, under a name of their own."""
    return options.user is not None and "SSH_CONNECTION" in os.environ


def is_asked_over_ssh(options: argparse.Namespace) -> bool:
    """Whether a key that may only start the program asks for something of the closed list."""
    return options.run is run and bool(os.environ.get(_ASKED_OVER_SSH))


def _wants_to_look(notices: list[str]) -> bool:
    """Said before the screens cover it."""
    for words in notices:
        complain(words)
    print("Enter để mở; Ctrl+D để thôi.", end=" ", flush=True)
    return sys.stdin.readline() != ""


def open_screens(
    store: Store,
    session: Session | None,
    options: argparse.Namespace,
    drafts: Path | None = None,
    back_up: Callable[[], BackgroundBackup | None] = lambda: None,
) -> int:
    """The screens on the year of `session`; where there is none yet, on making the first.

    Where `drafts` is given, that is where what is typed is kept, and it goes with all else when they are left; nor is
    it remembered which year was open.
    `back_up` begins a backup, in a thread: the first screen stands before it, and the guard.
    """
    _set_textual_up()
    from tthtcd_tui.recovery.guard import Guard
    from tthtcd_tui.tasks.care.open_store import user_name
    from tthtcd_tui.tasks.care.own_folder import DRAFTS, own_folder
    from tthtcd_tui.tasks.session.unsaved import Unsaved

    user = user_name(options.user)
    if drafts is None:
        _take_over(own_folder() / DRAFTS, user, store.path)
    unsaved = Unsaved(drafts or own_folder() / DRAFTS, user, store.path, lasting=drafts is None)
    Guard(unsaved.close, sys.stdin.fileno()).stand()
    app = load_app()(
        store, user, session, ascii_only=options.ascii, is_served=is_served(options), unsaved=unsaved, back_up=back_up
    )
    if drafts is None:
        _remember_year(store, user, app.report)
    crash: BaseException | None
    try:
        app.run(mouse=False)
        crash = app.crash
    except Exception as error:  # noqa: BLE001 -- what is typed outlives whatever it was
        crash = error
    words = unsaved.close()
    if crash is not None:
        return crashed(crash, words)
    for said in filter(None, (words, app.backup.join())):
        complain(said)
    return app.return_code or DONE


def load_app() -> type[TthtcdApp]:
    """The app, with what a start needs of Textual and no more."""
    from tthtcd_tui.terminal.stand_in import unused_left_out

    with hide_module("ssl"), unused_left_out():  # ssl is what asyncio would load, for connections that nobody makes
        from tthtcd_tui.app import TthtcdApp

    return TthtcdApp


def _remember_year(store: Store, user: str, report: OpenReport) -> None:
    """For the next start: the year that is open now, and each that is opened from now on."""
    from tthtcd_tui.tasks.session.last_year import remember_year

    def remember(session: Session | None) -> None:
        if session is not None:
            remember_year(store, user, session.year)

    remember(report.current)
    report.on_change(remember)


def _take_over(folder: Path, user: str, database: Path) -> None:
    """End the programs that hold drafts of the same user: on a line that has dropped, or where the person says so."""
    from tthtcd_tui.recovery.handover import held_drafts

    for held in held_drafts(folder, user, database):
        if held.has_lost_its_terminal or _wants_over(held):
            held.take_over()


def _wants_over(held: HeldDraft) -> bool:
    """Ask; keys that came before the question are no answer."""
    from tthtcd_tui.commands.one_key import asks_enter_or_escape
    from tthtcd_tui.text.dates import HOUR_OF_VIETNAM

    opened = held.opened.astimezone(HOUR_OF_VIETNAM)
    question = f"Phiên mở lúc {opened:%H:%M} ngày {opened:%d/%m} đang giữ phần gõ dở."
    return asks_enter_or_escape(f"{question}\nEnter: lấy sang đây · Esc: để nguyên", sys.stdin.fileno())


def _set_textual_up() -> None:
    """Textual reads its settings once, when it is imported; of its user's environment it may take none.

    They are a developer's: a log of every key, a picture of the screen, locals on the crash page.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ.setdefault("ESCDELAY", _ESCAPE_MILLISECONDS)
