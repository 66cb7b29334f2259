"""`comment`: what was asked and answered at places of a report."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, USAGE, complain, print_json, tell
from tthtcd_tui.commands.parser import add_store

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands


def add_to(commands: Commands) -> None:
    comment = commands.add_parser(
        "comment",
        help="góp ý, trả lời ở từng chỗ của báo cáo; xem các góp ý",
        description="Không có CHỖ: các góp ý của báo cáo. Có LỜI: góp ý ở chỗ ấy, hoặc trả lời góp ý đang có.\n"
        "Còn góp ý chưa xong thì cấp trên chưa duyệt được.",
    )
    comment.add_argument("year", metavar="KỲ")
    comment.add_argument("place", nargs="?", metavar="CHỖ", help="ví dụ figure/dan_so; “tthtcd show KỲ” in các chỗ")
    comment.add_argument("text", nargs="?", metavar="LỜI", help="góp ý, hoặc câu trả lời")
    comment.add_argument("--settle", action="store_true", help="khép góp ý ở CHỖ: đã xong")
    comment.add_argument("--json", action="store_true", help="in dạng JSON")
    add_store(comment, user=True)
    comment.set_defaults(run=_comment)


def _comment(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_year, open_store, user_name
    from tthtcd_tui.tasks.upward.comment import place_named, say, told, tree

    if options.settle and (options.text or not options.place):
        complain("--settle đi với CHỖ, không có LỜI.")
        return USAGE
    store = open_store(options.db, options.user)
    year = find_year(store, options.centre, options.year)
    form = store.forms.read(year.form.digest)
    place = place_named(form, options.place) if options.place else None
    if place is not None and options.settle:
        store.comments.settle(year.report_id, place, user_name(options.user))
        tell("Đã khép góp ý.")
        return DONE
    if place is not None and options.text is not None:
        say(store, year, place, options.text, user_name(options.user))
        tell("Đã ghi góp ý.")
        return DONE
    found = [each for each in store.comments.of(year.report_id) if place in (None, each.place)]
    if options.json:
        print_json([tree(each) for each in found])
        return DONE
    for each in found:
        tell(*told(form, each))
    if not found:
        tell("Chưa có góp ý nào.")
    return DONE
