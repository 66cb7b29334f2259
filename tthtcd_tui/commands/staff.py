"""`staff`: who may open the database, and what they may do."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from tthtcd_tui.commands.output import DONE, USAGE, complain, print_json, printable
from tthtcd_tui.commands.parser import add_database, add_store, at_least_one

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.models.staff import Member
    from tthtcd_tui.models.store import Store

_ROLES: Final = "viewer (chỉ xem), clerk (nhập liệu), director (giám đốc)"


def add_to(commands: Commands) -> None:
    staff = commands.add_parser(
        "staff",
        help="danh sách cán bộ: ai được mở tệp dữ liệu, được làm gì",
        description="Danh sách trống: ai mở được tệp dữ liệu cũng nhập được. Có danh sách: chỉ người trong danh sách\n"
        "mở được. Giám đốc thêm, sửa, bỏ cán bộ; người đầu tiên phải là giám đốc.",
    )
    actions = staff.add_subparsers(title="Việc", metavar="VIỆC", required=True)
    add = actions.add_parser("add", help="thêm cán bộ")
    edit = actions.add_parser("edit", help="sửa họ tên, vai trò, trung tâm của cán bộ")
    remove = actions.add_parser("remove", help="bỏ cán bộ khỏi danh sách")
    listing = actions.add_parser("list", help="liệt kê cán bộ")
    for parser, run in ((add, _add), (edit, _edit), (remove, _remove)):
        parser.add_argument("login", metavar="TÊN_ĐĂNG_NHẬP", help="tên đăng nhập, hoặc tên ghi sau --user")
        parser.set_defaults(run=run)
    add.add_argument("--name", required=True, metavar="HỌ_TÊN")
    edit.add_argument("--name", metavar="HỌ_TÊN", help="họ tên mới")
    for parser, usual in ((add, "clerk"), (edit, None)):
        parser.add_argument("--role", choices=["viewer", "clerk", "director"], default=usual, help=f"vai trò: {_ROLES}")
    edit.add_argument("--all-centres", action="store_true", help="giao mọi trung tâm")
    listing.set_defaults(run=_list)
    history = actions.add_parser("history", help="ai đã thêm, sửa, bỏ cán bộ nào, lúc nào; mới nhất trước")
    history.add_argument("--limit", type=at_least_one, default=50, metavar="SỐ", help="nhiều nhất bao nhiêu dòng (50)")
    history.set_defaults(run=_history)
    for parser in (listing, history):
        parser.add_argument("--json", action="store_true", help="in dạng JSON")
        add_database(parser)
    for parser in (add, edit):
        add_store(parser, user=True, centre="chỉ giao trung tâm này (mặc định: mọi trung tâm)")
    add_database(remove, user=True)


def _open(options: argparse.Namespace) -> Store:
    from tthtcd_tui.tasks.open_store import open_store, user_name

    store = open_store(options.db, options.user)
    store.sign_in(user_name(options.user))
    return store


def _add(options: argparse.Namespace) -> int:
    from tthtcd_tui.models.roles import Role
    from tthtcd_tui.tasks.staff import add_member

    store = _open(options)
    first = not store.has_staff()
    member = add_member(store, options.login, options.name, Role(options.role), options.centre)
    _tell("Đã thêm", member)
    if first:
        print("Từ nay chỉ người trong danh sách mở được tệp dữ liệu này. Hãy thêm các cán bộ khác.")
    return DONE


def _edit(options: argparse.Namespace) -> int:
    from tthtcd_tui.models.roles import Role
    from tthtcd_tui.tasks.staff import edit_member

    if options.centre and options.all_centres:
        complain("Chỉ dùng một trong hai: --centre MÃ hoặc --all-centres.")
        return USAGE
    role = Role(options.role) if options.role else None
    member = edit_member(_open(options), options.login, options.name, role, options.centre, options.all_centres)
    _tell("Đã sửa", member)
    return DONE


def _remove(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.staff import remove_member

    _tell("Đã bỏ", remove_member(_open(options), options.login))
    return DONE


def _list(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.open_store import open_store
    from tthtcd_tui.tasks.staff import described, tree

    members = open_store(options.db, options.user).staff()
    if options.json:
        print_json([tree(member) for member in members])
        return DONE
    for member in members:
        print(printable(described(member)))
    if not members:
        print("Danh sách trống: ai mở được tệp dữ liệu cũng nhập được. Thêm giám đốc trước:")
        print("  tthtcd staff add TÊN_ĐĂNG_NHẬP --name HỌ_TÊN --role director")
    return DONE


def _history(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.open_store import open_store
    from tthtcd_tui.tasks.staff import staff_history

    lines = staff_history(open_store(options.db, options.user), options.limit)
    if options.json:
        print_json([line.tree() for line in lines])
        return DONE
    for line in lines:
        print(printable(f"{line.at:%d/%m/%Y %H:%M} {line.user or '(không rõ)'}: {line.words}"))
    if not lines:
        print("Chưa có lần thêm, sửa, bỏ cán bộ nào được ghi lại.")
    return DONE


def _tell(done: str, member: Member) -> None:
    from tthtcd_tui.tasks.staff import described

    print(printable(f"{done}: {described(member)}"))
