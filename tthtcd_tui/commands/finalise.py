"""`finalise`, `reopen`, `versions`: a report as it was signed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, print_json, tell
from tthtcd_tui.commands.parser import add_store

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.tasks.years.kept_versions import KeptVersion


def add_to(commands: Commands) -> None:
    finalise = commands.add_parser(
        "finalise",
        help="chốt báo cáo: giữ nguyên bản này, từ đó chỉ xem (giám đốc)",
        description="Chốt báo cáo: giữ tệp DOCX, tệp JSON và biểu mẫu của báo cáo thành một bản có số, từng byte;\n"
        "từ đó báo cáo chỉ xem được. Cần giám đốc, không còn lỗi, và mọi chỗ chép từ năm trước đã rà soát.",
    )
    reopen = commands.add_parser("reopen", help="mở lại báo cáo đã chốt để sửa (giám đốc)")
    versions = commands.add_parser("versions", help="liệt kê các bản chốt của báo cáo")
    for parser, run in ((finalise, _finalise), (reopen, _reopen), (versions, _versions)):
        parser.add_argument("year", metavar="KỲ")
        parser.set_defaults(run=run)
    reopen.add_argument("--reason", required=True, metavar="LÝ_DO", help="vì sao phải mở lại; ghi vào lịch sử")
    versions.add_argument("--json", action="store_true", help="in dạng JSON")
    for parser in (finalise, reopen, versions):
        add_store(parser, user=True)


def _finalise(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_year, open_store, user_name
    from tthtcd_tui.tasks.years.finalise import finalise

    store = open_store(options.db, options.user)
    year = find_year(store, options.centre, options.year)
    number = finalise(store, year, user_name(options.user)).version.number
    tell(f"Đã chốt báo cáo {year.period.title} của {year.centre.name}: bản {number}. Từ nay chỉ xem được.")
    tell(f"Lấy tệp: tthtcd export {year.period.label} --version {number} -o bao-cao-{year.period.label}.docx")
    return DONE


def _reopen(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_year, open_store, user_name
    from tthtcd_tui.tasks.years.finalise import reopen

    store = open_store(options.db, options.user)
    year = find_year(store, options.centre, options.year)
    reopen(store, year, user_name(options.user), options.reason)
    tell(f"Đã mở lại báo cáo {year.period.title} của {year.centre.name}. Các bản đã chốt vẫn được giữ.")
    return DONE


def _versions(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_year, open_store
    from tthtcd_tui.tasks.years.kept_versions import kept_versions

    store = open_store(options.db, options.user)
    year = find_year(store, options.centre, options.year)
    found = kept_versions(store, year)
    if options.json:
        print_json([_tree(kept) for kept in found])
        return DONE
    for kept in found:
        _tell(kept)
    if not found:
        tell(f"Báo cáo {year.period.title} chưa chốt lần nào.")
    return DONE


def _tell(kept: KeptVersion) -> None:
    from tthtcd_tui.text.numbers import format_size

    version = kept.version
    sizes = f"DOCX {format_size(version.docx_size)}, JSON {format_size(version.json_size)}"
    tell(f"Bản {version.number} · chốt {kept.at:%d/%m/%Y %H:%M} · {kept.who} · {sizes}")
    if kept.reopened:
        tell(f"  mở lại {kept.reopened.at:%d/%m/%Y %H:%M} · {kept.reopened.who}: {kept.reopened.reason}")


def _tree(kept: KeptVersion) -> dict[str, object]:
    again = kept.reopened
    return {
        "version": kept.version.number,
        "at": kept.at.isoformat(),
        "user": kept.version.user,
        "name": kept.who,
        "revision": kept.version.revision,
        "docx_bytes": kept.version.docx_size,
        "json_bytes": kept.version.json_size,
        "reopened": {"at": again.at.isoformat(), "user": again.user, "name": again.who, "reason": again.reason}
        if again
        else None,
    }
