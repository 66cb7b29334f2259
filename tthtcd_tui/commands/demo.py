"""`tthtcd demo`: the sample year, all the way through."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, tell
from tthtcd_tui.commands.screens import add_look, open_screens

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("demo", help="báo cáo mẫu: tóm tắt trên màn hình, tệp DOCX và JSON")
    parser.add_argument(
        "--out", type=Path, default=Path("tthtcd-mau"), metavar="THƯ_MỤC", help="nơi ghi tệp (tthtcd-mau)"
    )
    parser.add_argument("--no-screens", action="store_true", help="không hỏi mở màn hình nhập liệu")
    add_look(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from tthtcd_tui.checks.run import check
    from tthtcd_tui.exports.summary import print_summary
    from tthtcd_tui.tasks.care.open_store import user_name
    from tthtcd_tui.tasks.demo import demo, scratch_samples
    from tthtcd_tui.tasks.people.staff import make_director
    from tthtcd_tui.tasks.session.session import Session
    from tthtcd_tui.text.numbers import format_size

    with scratch_samples() as (store, year):
        made = demo(options.out, store, year)
        context = made.context
        print_summary(context.form, context.facts, check(context), sys.stdout, previous=context.before)
        print()
        for path in made.files:
            tell(f"Đã ghi {path} ({format_size(path.stat().st_size)})")
        if wants_screens(options):
            user = user_name(options.user)
            make_director(store, user)
            store.user = user  # or the first year that is made or looked for would be read by nobody, and refused
            session = Session(store, year, user)
            open_screens(store, session, options, drafts=store.path.parent)
    return DONE


def wants_screens(options: argparse.Namespace) -> bool:
    """On a terminal, after asking: the summary above should be read first."""
    if options.no_screens or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    print("\nEnter để mở màn hình nhập liệu trên dữ liệu mẫu này; Ctrl+D để thôi.", end=" ", flush=True)
    return sys.stdin.readline() != ""
