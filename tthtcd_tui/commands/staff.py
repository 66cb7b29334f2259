"""`staff`: who may open the database, and what they may do."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from tthtcd_tui.commands.output import DONE, USAGE, ask, complain, is_at_terminal, print_json, tell
from tthtcd_tui.commands.parser import add_database, add_store, at_least_one

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.models.people.staff import Member
    from tthtcd_tui.models.store import Store

_ROLES: Final = "viewer (chỉ xem), clerk (nhập liệu), director (giám đốc), supervisor (cấp trên, kèm --unit)"


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
    erase = actions.add_parser(
        "erase",
        help="xóa tên một người: để lại con số (giám đốc)",
        description="Thay tên đăng nhập và họ tên bằng một con số trong danh sách cán bộ, lịch sử và phần đang gõ dở;\n"
        "việc họ đã làm, lúc nào, vì sao vẫn còn. Lời trong báo cáo là hồ sơ, không đổi.",
    )
    erase.add_argument("login", metavar="TÊN_ĐĂNG_NHẬP")
    erase.add_argument("--reason", default="", metavar="LÝ_DO", help="vì sao; ghi vào sổ của tệp, đừng ghi họ tên")
    erase.add_argument("--yes", action="store_true", help="xóa luôn, không hỏi")
    erase.set_defaults(run=_erase)
    listing = actions.add_parser("list", help="liệt kê cán bộ")
    for parser, run in ((add, _add), (edit, _edit), (remove, _remove)):
        parser.add_argument("login", metavar="TÊN_ĐĂNG_NHẬP", help="tên đăng nhập, hoặc tên ghi sau --user")
        parser.set_defaults(run=run)
    add.add_argument("--name", required=True, metavar="HỌ_TÊN")
    edit.add_argument("--name", metavar="HỌ_TÊN", help="họ tên mới")
    for parser, usual in ((add, "clerk"), (edit, None)):
        parser.add_argument(
            "--role",
            choices=["viewer", "clerk", "director", "supervisor"],
            default=usual,
            help=f"vai trò: {_ROLES}",
        )
        parser.add_argument(
            "--unit",
            metavar="ĐƠN_VỊ",
            help="mã hoặc tên đơn vị của cấp trên: xem, trả lại, duyệt báo cáo của mọi trung tâm thuộc đơn vị ấy",
        )
        parser.add_argument(
            "--reads",
            choices=["own", "all"],
            default="own" if parser is add else None,
            help="người được giao một trung tâm xem được: own (chỉ trung tâm ấy), all (mọi trung tâm)",
        )
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
    for parser in (remove, erase):
        add_database(parser, user=True)


def _open(options: argparse.Namespace) -> Store:
    from tthtcd_tui.tasks.care.open_store import open_store, user_name

    store = open_store(options.db, options.user)
    store.sign_in(user_name(options.user))
    return store


def _add(options: argparse.Namespace) -> int:
    from tthtcd_tui.models.roles import Reads, Role
    from tthtcd_tui.tasks.people.staff import Post, add_member

    store = _open(options)
    first = not store.rights.has_staff()
    post = Post(options.centre, Reads(options.reads), options.unit)
    member = add_member(store, options.login, options.name, Role(options.role), post)
    _tell("Đã thêm", member)
    if first:
        tell("Từ nay chỉ người trong danh sách mở được tệp dữ liệu này. Hãy thêm các cán bộ khác.")
    return DONE


def _edit(options: argparse.Namespace) -> int:
    from tthtcd_tui.models.roles import Reads, Role
    from tthtcd_tui.tasks.people.staff import Post, edit_member

    if options.centre and options.all_centres:
        complain("Chỉ dùng một trong hai: --centre MÃ hoặc --all-centres.")
        return USAGE
    role = Role(options.role) if options.role else None
    reads = Reads(options.reads) if options.reads else None
    post = Post(options.centre, reads, options.unit, options.all_centres)
    member = edit_member(_open(options), options.login, options.name, role, post)
    _tell("Đã sửa", member)
    return DONE


def _remove(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.people.staff import remove_member

    _tell("Đã bỏ", remove_member(_open(options), options.login))
    return DONE


def _erase(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.people.staff import erase_member

    store = _open(options)
    if not options.yes:
        if not is_at_terminal():
            complain("Chưa xóa: không lấy lại được, nên phải thêm --yes.")
            return USAGE
        if ask(f"Xóa tên {options.login}? Không lấy lại được. Gõ lại tên đăng nhập để xóa: ") != options.login:
            tell("Chưa xóa gì.")
            return DONE
    erased = erase_member(store, options.login, options.reason)
    tell(f"Đã thay mọi chỗ ghi tên {options.login} bằng “{erased.login}”. Việc đã làm vẫn còn trong lịch sử.")
    for what, found in (
        ("Bản chốt còn ghi tên (là hồ sơ, phải giữ)", erased.versions),
        ("Bản sao lưu tạo trước lúc này còn ghi tên; xóa khi không cần nữa", erased.backups),
        ("Tệp khác còn ghi tên", erased.copies),
    ):
        if found:
            tell(f"{what}:", *(f"  {each}" for each in found))
    return DONE


def _list(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import open_store
    from tthtcd_tui.tasks.people.staff import described, tree

    members = open_store(options.db, options.user).staff.members()
    if options.json:
        print_json([tree(member) for member in members])
        return DONE
    for member in members:
        tell(described(member))
    if not members:
        tell("Danh sách trống: ai mở được tệp dữ liệu cũng nhập được. Thêm giám đốc trước:")
        tell("  tthtcd staff add TÊN_ĐĂNG_NHẬP --name HỌ_TÊN --role director")
    return DONE


def _history(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import open_store
    from tthtcd_tui.tasks.people.staff import staff_history

    lines = staff_history(open_store(options.db, options.user), options.limit)
    if options.json:
        print_json([line.tree() for line in lines])
        return DONE
    for line in lines:
        tell(f"{line.at:%d/%m/%Y %H:%M} {line.user or '(không rõ)'}: {line.words}")
    if not lines:
        tell("Chưa có lần thêm, sửa, bỏ cán bộ nào được ghi lại.")
    return DONE


def _tell(done: str, member: Member) -> None:
    from tthtcd_tui.tasks.people.staff import described

    tell(f"{done}: {described(member)}")
