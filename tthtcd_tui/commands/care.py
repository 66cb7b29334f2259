"""`backup`, `restore`, `doctor`: what an administrator does for the data."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, ERRORS_FOUND, FAILURE, USAGE, ask, complain, print_json, progress, tell
from tthtcd_tui.commands.parser import add_database

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.models.storage.backup import Backup
    from tthtcd_tui.tasks.care.finding import Check


def add_to(commands: Commands) -> None:
    backup = commands.add_parser("backup", help="sao lưu dữ liệu, có kiểm tra lại bản sao")
    what = backup.add_mutually_exclusive_group()
    what.add_argument("--to", type=Path, metavar="THƯ_MỤC", help="nơi để bản sao (mặc định: sao-luu, cạnh tệp dữ liệu)")
    what.add_argument("--list", action="store_true", help="liệt kê các bản sao đã có")
    what.add_argument("--daily", action="store_true", help="bản của hôm nay, nếu chưa có; được dọn dần, giữ 30 bản")
    backup.add_argument("--json", action="store_true", help="in dạng JSON")
    backup.set_defaults(run=_backup)

    restore = commands.add_parser("restore", help="khôi phục dữ liệu từ một bản sao; giữ lại dữ liệu bị thay")
    restore.add_argument("file", type=Path, metavar="TỆP", help="bản sao lưu (đuôi .db)")
    restore.set_defaults(run=_restore)

    copy = commands.add_parser("copy-to", help="chép cả dữ liệu sang tệp hoặc máy chủ khác, có đối chiếu từng dòng")
    copy.add_argument("target", metavar="ĐÍCH", help="tệp chưa có, postgresql://MÁY/CSDL, hoặc service=TÊN")
    copy.set_defaults(run=_copy_to)

    doctor = commands.add_parser("doctor", help="kiểm tra dữ liệu, ổ đĩa, bản sao lưu, cửa sổ dòng lệnh")
    what = doctor.add_mutually_exclusive_group()
    what.add_argument("--json", action="store_true", help="in dạng JSON")
    what.add_argument(
        "--accept", nargs="+", metavar="MÃ", help="giám đốc xác nhận chỗ sửa ngoài chương trình mang mã ấy là đúng"
    )
    doctor.add_argument("--reason", metavar="LÝ_DO", help="với --accept: vì sao đúng; được ghi lại, không sửa xóa được")
    doctor.set_defaults(run=_doctor)
    for parser in (backup, restore, copy, doctor):
        add_database(parser)


def _backup(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.backup import back_up, back_up_today, backups_of
    from tthtcd_tui.tasks.care.daily_backup import flawed_words

    if options.daily:
        words = back_up_today(options.db)
        if words:
            complain(words)
        return FAILURE if words else DONE
    found = backups_of(options.db) if options.list else [back_up(options.db, options.to)]
    if options.json:
        print_json([_tree(backup) for backup in found])
        return ERRORS_FOUND if not options.list and any(backup.is_flawed for backup in found) else DONE
    for backup in found:
        tell(_line(backup) if options.list else f"Đã sao lưu và kiểm tra lại: {_line(backup)}")
    if not found:
        tell("Chưa có bản sao lưu nào. Gõ “tthtcd backup” để sao lưu.")
    flawed = [] if options.list else [words for backup in found if (words := flawed_words(backup))]
    for words in flawed:
        complain(words, "Gõ “tthtcd doctor” để xem từng chỗ.")
    return ERRORS_FOUND if flawed else DONE


def _line(backup: Backup) -> str:
    from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
    from tthtcd_tui.text.numbers import format_size

    made = backup.made.astimezone(HOUR_OF_VIETNAM)
    flawed = ", có chỗ hỏng" if backup.is_flawed else ""
    rows = sum(backup.rows.values())
    return f"{made:%d/%m/%Y %H:%M} {backup.path} ({format_size(backup.size)}, {rows} dòng{flawed})"


def _tree(backup: Backup) -> dict[str, object]:
    return {
        "path": str(backup.path),
        "made": backup.made.isoformat(),
        "reason": backup.reason,
        "size": backup.size,
        "sha256": backup.sha256,
        "schema": backup.schema,
        "rows": dict(backup.rows),
        "flaws": list(backup.proof.flaws) if backup.proof else None,
    }


def _restore(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.backup import restore

    done = restore(options.db, options.file)
    tell(f"Đã khôi phục dữ liệu từ {options.file}: {done.rows} dòng, đã kiểm tra.")
    if not done.is_described:
        complain("Bản sao này không kèm bảng kê (.json), nên không rõ nó có còn đủ không. Hãy xem lại dữ liệu.")
    if done.kept:
        state = "" if done.is_sound else ", nguyên như cũ vì đã hỏng"
        tell(f"Dữ liệu trước đó được giữ ở {done.kept}{state}.")
    return DONE


def _copy_to(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.copy_database import copy_database

    done = copy_database(options.db, options.target, options.user)
    tell(f"Đã chép và đối chiếu {done.rows} dòng sang {done.target}.")
    for flaw in done.flaws:
        complain(str(flaw))
    if done.flaws:
        complain("Những chỗ này trong dữ liệu gốc cũng không còn như chương trình đã ghi.")
    return ERRORS_FOUND if done.flaws else DONE


def _accept(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.accept import accept

    why = options.reason
    if why is None:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            complain("Chưa chấp nhận gì: thêm --reason LÝ_DO.")
            return USAGE
        why = ask("Vì sao dữ liệu như hiện nay là đúng? Gõ lý do, để trống là thôi: ")
        if not why:
            tell("Chưa chấp nhận gì.")
            return DONE
    with progress("Đang đọc lại từng báo cáo") as step:
        done = accept(options.db, options.user, options.accept, why, step)
    tell(*(f"Đã chấp nhận · {words}" for words in done))
    return DONE


def _doctor(options: argparse.Namespace) -> int:
    if options.accept:
        return _accept(options)
    if options.reason is not None:
        complain("--reason chỉ dùng cùng --accept MÃ.")
        return USAGE
    from tthtcd_tui.tasks.care.doctor import examine
    from tthtcd_tui.tasks.care.finding import State

    with progress("Đang đọc lại từng báo cáo") as step:
        found = examine(options.db, step)
    if options.json:
        print_json([_check_tree(check) for check in found])
    else:
        for check in found:
            tell(f"{check.state.value} · {check.subject}: {check.words}", *(f"    - {line}" for line in check.details))
            if advice := _advice(check):
                tell(f"    → {advice}")
    return ERRORS_FOUND if any(check.state is State.WRONG for check in found) else DONE


def _check_tree(check: Check) -> dict[str, object]:
    return {
        "check": check.key,
        "state": check.state.name.lower(),
        "subject": check.subject,
        "message": check.words,
        "details": list(check.details),
        "advice": _advice(check),
    }


def _advice(check: Check) -> str:
    from tthtcd_tui.commands.advice import REMEDIES

    return " ".join(filter(None, (check.advice, REMEDIES[check.remedy] if check.remedy else "")))
