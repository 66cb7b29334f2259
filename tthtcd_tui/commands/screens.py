"""The screens: what `tthtcd` without a command opens, on the centre's current year."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tthtcd_tui.commands.crash import crashed
from tthtcd_tui.commands.output import DONE, FAILURE, USAGE, complain, complain_wrapped
from tthtcd_tui.commands.parser import add_store
from tthtcd_tui.files.absent import absent

_ASKED_OVER_SSH: Final = "SSH_ORIGINAL_COMMAND"
"""Where sshd says what a key that may only start the program wants of it."""
_ESCAPE_MILLISECONDS: Final = "400"
"""How long the rest of an arrow key split across two packets is waited for; after Textual's 100 it is typed instead."""

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Parser
    from tthtcd_tui.models.store import Store
    from tthtcd_tui.tasks.daily_backup import Beside
    from tthtcd_tui.tasks.session import Session


def add_to(parser: Parser) -> None:
    """The options of the program itself: they are those of the screens."""
    add_store(parser, user=True, program=True)
    add_look(parser)
    parser.set_defaults(run=run)


def add_look(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ascii", action="store_true", help="chỉ vẽ bằng ký tự ASCII")


def run(options: argparse.Namespace) -> int:
    if asked := os.environ.get(_ASKED_OVER_SSH):
        from tthtcd_tui.commands import remote

        return remote.run(options, asked)
    from tthtcd_tui.models.problem import StoreProblem
    from tthtcd_tui.tasks.first_year import first_session
    from tthtcd_tui.tasks.open_store import open_store, user_name

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        complain("Màn hình nhập liệu cần một cửa sổ dòng lệnh. Gõ “tthtcd --help” để xem các lệnh.")
        return USAGE
    from tthtcd_tui.tasks.notice import listening

    notices: list[str] = []
    with listening(notices.append):
        store = open_store(options.db, options.user, make=True)
    # Before anybody is asked whether to go on: what cannot be read is not offered.
    try:
        session, words = first_session(store, options.centre, user_name(options.user))
    except StoreProblem as problem:
        complain_wrapped(problem.message)
        return FAILURE
    notices += filter(None, [words])
    if notices and not _wants_to_look(notices):
        return DONE

    def back_up() -> Beside:
        from tthtcd_tui.tasks.daily_backup import back_up_beside  # when the first screen stands

        return back_up_beside(store)

    return open_screens(store, session, options, back_up=back_up)


def _wants_to_look(notices: list[str]) -> bool:
    """Said before the screens cover it."""
    for words in notices:
        complain_wrapped(words)
    print("Enter để mở; Ctrl+D để thôi.", end=" ", flush=True)
    return sys.stdin.readline() != ""


def open_screens(
    store: Store,
    session: Session | None,
    options: argparse.Namespace,
    drafts: Path | None = None,
    back_up: Callable[[], Beside | None] = lambda: None,
) -> int:
    """The screens on the year of `session`; where there is none yet, on making the first.

    Where `drafts` is given, that is where what is typed is kept, and it goes with all else when they are left.
    `back_up` begins a backup, in a thread: the first screen stands before it, and the guard.
    """
    _set_textual_up()
    from tthtcd_tui.line.guard import Guard
    from tthtcd_tui.tasks.open_store import user_name
    from tthtcd_tui.tasks.own_folder import own_folder
    from tthtcd_tui.tasks.unsaved import FOLDER, Unsaved

    user = user_name(options.user)
    unsaved = Unsaved(drafts or own_folder() / FOLDER, user, store.path, lasting=drafts is None)
    Guard(unsaved.close, sys.stdin.fileno()).stand()
    with absent("ssl"):  # which asyncio would load, for connections that nobody makes
        from tthtcd_tui.app import TthtcdApp

    # Who comes over SSH under a name that is not the account's shares the account with others.
    is_served = options.user is not None and "SSH_CONNECTION" in os.environ
    app = TthtcdApp(
        store, user, session, ascii_only=options.ascii, is_served=is_served, unsaved=unsaved, back_up=back_up
    )
    crash: BaseException | None
    try:
        app.run(mouse=False)
        crash = app.crash
    except Exception as error:  # noqa: BLE001 -- what is typed outlives whatever it was
        crash = error
    words = unsaved.close()
    if crash is not None:
        return crashed(crash, words)
    for said in filter(None, (words, app.backup.ended() if app.backup else "")):
        complain_wrapped(said)
    return app.return_code or DONE


def _set_textual_up() -> None:
    """Textual reads its settings once, when it is imported; of its user's environment it may take none.

    They are a developer's: a log of every key, a picture of the screen, locals on the crash page.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ.setdefault("ESCDELAY", _ESCAPE_MILLISECONDS)
