"""The screens: what `tthtcd` without a command opens, on the centre's current year."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Final

from tthtcd_tui.commands.output import DONE, USAGE, complain
from tthtcd_tui.commands.parser import add_store

_ESCAPE_MILLISECONDS: Final = "400"
"""How long the rest of an arrow key split across two packets is waited for; after Textual's 100 it is typed instead."""

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Parser
    from tthtcd_tui.models.catalogue import Year
    from tthtcd_tui.models.store import Store


def add_to(parser: Parser) -> None:
    """The options of the program itself: they are those of the screens."""
    add_store(parser, user=True)
    add_look(parser)
    parser.set_defaults(run=run)


def add_look(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ascii", action="store_true", help="chỉ vẽ bằng ký tự ASCII")


def run(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.open_store import current_year, open_store

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        complain("Màn hình nhập liệu cần một cửa sổ dòng lệnh. Gõ “tthtcd --help” để xem các lệnh.")
        return USAGE
    store = open_store(options.db, make=True)
    return open_screens(store, current_year(store, options.centre), options)


def open_screens(store: Store, year: Year | None, options: argparse.Namespace) -> int:
    """The screens on `year`; where there is none yet, on making the first."""
    # Textual reads it once, when it is imported.
    os.environ.setdefault("ESCDELAY", _ESCAPE_MILLISECONDS)
    from tthtcd_tui.app import TthtcdApp
    from tthtcd_tui.tasks.open_store import user_name
    from tthtcd_tui.tasks.session import Session

    asked = getattr(options, "user", None)
    user = user_name(asked)
    # Who comes over SSH under a name that is not the account's shares the account with others.
    is_served = asked is not None and "SSH_CONNECTION" in os.environ
    session = Session(store, year, user) if year else None
    app = TthtcdApp(store, user, session, ascii_only=options.ascii, is_served=is_served)
    app.run(mouse=False)
    return app.return_code or DONE
