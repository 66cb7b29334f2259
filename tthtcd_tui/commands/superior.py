"""`receive`, `return`, `approve`: what a superior does with what it is mailed, and a centre with the answer."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tthtcd_tui.commands.output import DONE, ERRORS_FOUND, FAILURE, USAGE, complain, print_json, progress, tell
from tthtcd_tui.commands.parser import add_database
from tthtcd_tui.text.problem import quoted

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.tasks.upward.receive import Received
    from tthtcd_tui.tasks.upward.shared import Shared


_ABOVE: Final = "Cơ quan cấp trên"
"""Who answers, where no name of an office is said: a login would tell a centre nothing."""


def add_to(commands: Commands) -> None:
    receive = commands.add_parser(
        "receive",
        help="tiếp nhận bản nộp của các trung tâm: tệp .zip, hoặc thư mục chứa chúng",
        description="Tiếp nhận bản nộp: từng tệp được đọc và đối chiếu, rồi giữ nguyên trong thư mục tiếp nhận,\n"
        "hoặc không nhận và nói lý do. Nhận lại một tệp không đổi gì.",
    )
    receive.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="tệp .zip hoặc thư mục")
    receive.add_argument("--on", type=day, metavar="NGÀY", help="ngày nhận được thư (mặc định: hôm nay)")
    receive.add_argument(
        "--form", type=Path, action="append", default=[], metavar="TỆP", help="biểu mẫu khác cần để đọc"
    )
    receive.add_argument("--json", action="store_true", help="in dạng JSON")
    add_register(receive)
    receive.set_defaults(run=_receive)

    _add_answers(commands)


def _add_answers(commands: Commands) -> None:
    back = commands.add_parser(
        "return",
        help="trả lại bản nộp của một xã, kèm lý do: ngay trong dữ liệu chung, hoặc tệp để gửi lại",
    )
    approve = commands.add_parser(
        "approve", help="duyệt bản nộp của một xã: ngay trong dữ liệu chung, hoặc tệp để gửi lại"
    )
    for parser, kind, name in ((back, "returned", "tra-lai.json"), (approve, "approved", "duyet.json")):
        parser.add_argument("year", metavar="KỲ")
        parser.add_argument("unit", metavar="ĐƠN_VỊ", help="mã hoặc tên xã, hoặc mã trung tâm")
        parser.add_argument("-o", "--out", type=Path, metavar="TỆP", help=f"tệp để gửi lại (mặc định: {name})")
        parser.add_argument("--force", action="store_true", help="ghi đè tệp đã có")
        parser.add_argument(
            "--by", metavar="CƠ_QUAN", help="cơ quan trả lời (mặc định: cơ quan ban hành trong the-thuc.toml)"
        )
        add_register(parser)
        parser.set_defaults(run=_answer, kind=kind, usual=Path(name), served=False)
    back.add_argument("--reason", required=True, metavar="LÝ_DO", help="vì sao trả lại; trung tâm đọc thấy")
    approve.add_argument("--reason", default="", metavar="Ý_KIẾN", help="ý kiến kèm theo, nếu có")


def add_register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--register", type=Path, metavar="THƯ_MỤC", help="thư mục tiếp nhận (mặc định: tiep-nhan cạnh tệp dữ liệu)"
    )
    add_database(parser, user=True)


def day(text: str) -> date:
    from tthtcd_tui.errors import TextProblem
    from tthtcd_tui.text.dates import parse_date

    try:
        return parse_date(text)
    except TextProblem:
        raise argparse.ArgumentTypeError(f"{quoted(text)} không phải một ngày, gõ như 15/6/2021") from None


def _receive(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import user_name
    from tthtcd_tui.tasks.upward.answered import reply_in
    from tthtcd_tui.tasks.upward.forms import add_forms
    from tthtcd_tui.tasks.upward.open_register import open_register
    from tthtcd_tui.tasks.upward.receive import found_files, receive
    from tthtcd_tui.text.dates import today_in_vietnam

    if len(options.files) == 1 and (reply := reply_in(options.files[0])) is not None:
        return _take_reply(options, reply)
    register = open_register(options.register, options.db)
    add_forms(register, options.form)
    files, passed = found_files(options.files)
    on = options.on or today_in_vietnam()
    with progress("Đang đọc bản nộp") as step:
        found = list(receive(register, files, user_name(options.user), on, lambda done: step(done, len(files))))
    if options.json:
        print_json([each.tree() for each in found])
    else:
        _tell_received(found)
    if passed and not options.json:
        tell(f"Bỏ qua {passed} tệp trong thư mục không phải .zip.")
    if not found:
        complain("Không có tệp .zip nào để tiếp nhận. Hãy kiểm tra lại thư mục.")
        return FAILURE
    return ERRORS_FOUND if any(each.reason for each in found) else DONE


def _take_reply(options: argparse.Namespace, data: bytes) -> int:
    """The answer of the body above, at the centre."""
    from tthtcd_tui.tasks.care.open_store import open_store, user_name
    from tthtcd_tui.tasks.upward.answered import take_reply

    found = take_reply(open_store(options.db, options.user), data, user_name(options.user))
    reply = found.reply
    if options.json:
        print_json(reply._asdict() | {"new": found.is_new})
        return DONE
    tell(f"{reply.by} {reply.kind.words} báo cáo {found.year.period.title}, bản chốt {reply.version}.")
    if reply.reason:
        tell(f"  {reply.reason}")
    tell("Đã ghi vào lịch sử của báo cáo." if found.is_new else "Đã ghi từ trước.")
    if found.may_reopen:
        tell(f"Muốn sửa, giám đốc mở lại: tthtcd reopen {found.year.period.label} --reason LÝ_DO")
    return DONE


def _answer(options: argparse.Namespace) -> int:
    from tthtcd_tui.report.reply import ReplyKind
    from tthtcd_tui.tasks.care.open_store import user_name
    from tthtcd_tui.tasks.upward.letterhead import letterhead
    from tthtcd_tui.tasks.upward.open_register import received_period
    from tthtcd_tui.tasks.upward.open_source import open_source
    from tthtcd_tui.tasks.upward.reply import Verdict, answer
    from tthtcd_tui.tasks.upward.shared import Shared

    register = open_source(options.register, options.db, options.user, is_served=options.served)
    if isinstance(register, Shared):
        return _answer_here(options, register)
    out = options.out or options.usual
    period, user = received_period(register, options.year), user_name(options.user)
    by = options.by or letterhead(register, None).issuer
    kind = ReplyKind(options.kind)
    verdict = Verdict(kind, options.reason, by or _ABOVE)
    reply = answer(register, period, options.unit, verdict, user, out, overwrite=options.force)
    tell(f"Đã {kind.words} bản nộp {period.title} của {reply.name}, bản chốt {reply.version}.")
    tell(f"Gửi tệp {out} cho trung tâm; ở đó mở bằng màn hình “Nhập tệp”, hoặc: tthtcd receive {out.name}")
    if not by:
        complain(
            f"Trung tâm đọc thấy “{_ABOVE}” vì chưa rõ cơ quan nào trả lời: ghi cơ quan ban hành vào the-thuc.toml,"
            " hoặc thêm --by CƠ_QUAN --force rồi gửi tệp mới."
        )
    return DONE


def _answer_here(options: argparse.Namespace, shared: Shared) -> int:
    """Where all share the database: the centre sees it at once."""
    from tthtcd_tui.report.reply import ReplyKind
    from tthtcd_tui.tasks.upward.answer_here import approve, send_back
    from tthtcd_tui.text.periods import parse_period

    if options.out or options.by or options.force:
        complain("Trung tâm thấy câu trả lời ngay trong dữ liệu chung, dưới tên đơn vị của bạn: bỏ -o, --by, --force.")
        return USAGE
    period = parse_period(options.year)
    if ReplyKind(options.kind) is ReplyKind.RETURNED:
        found, words = send_back(shared, period, options.unit, options.reason)
        tell(f"Đã trả lại báo cáo {period.title} của {found.year.centre.name}, bản chốt {found.standing.version}.")
        tell(f"  {words}")
        return DONE
    found, approval = approve(shared, period, options.unit, options.reason)
    done = "Đã duyệt" if approval.is_new else "Đã duyệt từ trước"
    waits = f" Còn chờ {approval.waits_for} duyệt." if approval.waits_for else ""
    what = f"báo cáo {period.title} của {found.year.centre.name}, bản chốt {found.standing.version}"
    tell(f"{done} {what}.{waits}")
    return DONE


def _tell_received(found: list[Received]) -> None:
    for each in found:
        told = each.manifest
        where = each.unit or (told.commune or told.centre.name if told else "")
        what = f" · {told.period.label} · bản {told.version}" if told else ""
        late = " · muộn" if each.is_late else ""
        unknown = " · chưa rõ xã nào" if told and not each.unit and not each.reason else ""
        tell(
            f"{each.name} · {where}{what} · {each.outcome.words}{late}{unknown}"
            if told
            else f"{each.name} · {each.outcome.words}"
        )
        for more in filter(None, (each.reason, each.note)):
            tell(f"  {more}")
    counts = Counter(each.outcome for each in found)
    if found:
        tell(f"{len(found)} tệp: " + ", ".join(f"{count} {outcome.words}" for outcome, count in counts.items()) + ".")
