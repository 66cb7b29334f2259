"""`new`, `years`, `delete`, `centre`: what centres and years there are."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Final

from tthtcd_tui.commands.output import DONE, USAGE, ask, complain, is_at_terminal, print_json, tell
from tthtcd_tui.commands.parser import add_database, add_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.models.catalogue import CentreRow, Year
    from tthtcd_tui.models.store import Store

_TABLE_FORMATS: Final = ("xlsx", "csv")
"""Spelt here: a list of years is asked for often and loads no export."""


def add_to(commands: Commands) -> None:
    new = commands.add_parser("new", help="tạo báo cáo của một kỳ")
    new.add_argument("period", metavar="KỲ", help="ví dụ 2021-2022, 2021, hoặc “1/6/2020 - 31/5/2021”")
    new.add_argument(
        "--from",
        dest="previous",
        metavar="KỲ",
        help="chép tên, Ban Giám đốc, lời văn từ kỳ này; MÃ/KỲ là của trung tâm cũ",
    )
    new.add_argument("--form", metavar="MẪU", help="biểu mẫu, nếu có nhiều (xem “tthtcd forms”); MẪU/2 là phiên bản 2")
    add_store(new, user=True)
    new.set_defaults(run=_new)

    years = commands.add_parser("years", help="liệt kê các báo cáo")
    years.add_argument("--json", action="store_true", help="in dạng JSON")
    years.add_argument("--deleted", action="store_true", help="các báo cáo đã xóa: ai xóa, lúc nào, vì sao")
    years.add_argument(
        "-o", "--out", metavar="TỆP", help="ghi ra bảng .xlsx hoặc .csv, có tổng của từng năm; - là đầu ra chuẩn"
    )
    years.add_argument("--format", choices=_TABLE_FORMATS, help="với -o -")
    years.add_argument("--force", action="store_true", help="ghi đè tệp đã có")
    add_store(years)
    years.set_defaults(run=_years)

    delete = commands.add_parser("delete", help="xóa báo cáo của một kỳ; giữ lại một bản sao JSON")
    delete.add_argument("year", metavar="KỲ")
    delete.add_argument("--reason", metavar="LÝ_DO", help="vì sao xóa; ghi vào sổ của tệp, không sửa xóa được")
    delete.add_argument("--yes", action="store_true", help="xóa luôn, không hỏi")
    add_store(delete, user=True)
    delete.set_defaults(run=_delete)

    centre = commands.add_parser("centre", help="thêm, sửa, xóa, liệt kê trung tâm")
    actions = centre.add_subparsers(title="Việc", metavar="VIỆC", required=True)
    add = actions.add_parser("add", help="thêm trung tâm")
    edit = actions.add_parser("edit", help="đổi tên trung tâm")
    remove = actions.add_parser("remove", help="xóa trung tâm chưa có báo cáo nào")
    remove.add_argument("--yes", action="store_true", help="xóa luôn, không hỏi")
    for parser, run in ((add, _add_centre), (edit, _edit_centre), (remove, _remove_centre)):
        parser.add_argument("code", metavar="MÃ", help="chữ thường không dấu, ví dụ mao-khe")
        parser.set_defaults(run=run)
    edit.add_argument("name", metavar="TÊN", help="ví dụ “TTHTCĐ phường Mạo Khê”")
    add.add_argument("name", nargs="?", metavar="TÊN", help="ví dụ “TTHTCĐ phường Mạo Khê”; hoặc ghi --kind, --commune")
    add.add_argument("--kind", metavar="LOẠI", help="phường, xã hoặc đặc khu")
    add.add_argument("--commune", metavar="TÊN_XÃ", help="ví dụ “Bản Sen”: đủ để ghi các tên ở đầu báo cáo")
    merge = actions.add_parser(
        "merge",
        help="ghi trung tâm mới tiếp nối các trung tâm cũ (sáp nhập)",
        description="Ghi trung tâm mới tiếp nối các trung tâm cũ khi sáp nhập xã, phường: số liệu kỳ trước được so\n"
        "với tổng của các trung tâm cũ, lời văn chép được từ trung tâm cũ nào chọn ở “new --from”. Báo cáo cũ\n"
        "giữ nguyên. Cần giám đốc mọi trung tâm. Ghi lại thì danh sách mới thay danh sách trước.",
    )
    merge.add_argument("old", nargs="*", metavar="MÃ_CŨ", help="mã các trung tâm cũ, cách nhau bằng dấu cách")
    merge.add_argument("--into", required=True, metavar="MÃ_MỚI", help="mã trung tâm mới")
    merge.add_argument("--none", action="store_true", help="bỏ ghi: trung tâm này không tiếp nối trung tâm nào")
    merge.add_argument("--yes", action="store_true", help="ghi luôn, không hỏi")
    merge.set_defaults(run=_merge_centres)
    listing = actions.add_parser("list", help="liệt kê trung tâm")
    listing.add_argument("--json", action="store_true", help="in dạng JSON")
    listing.set_defaults(run=_list_centres)
    for parser in (add, edit, remove, merge, listing):
        add_database(parser, user=parser is not listing)


def _new(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_centre, open_store, user_name
    from tthtcd_tui.tasks.years.known_forms import form_asked
    from tthtcd_tui.tasks.years.succession import source_year
    from tthtcd_tui.tasks.years.years import new_year
    from tthtcd_tui.text.periods import parse_period

    store = open_store(options.db, options.user)
    centre = find_centre(store, options.centre)
    previous = source_year(store, centre, options.previous) if options.previous else None
    form = form_asked(store, options.form or (previous.form.key if previous else None))
    year = new_year(store, centre, parse_period(options.period), form, user_name(options.user), previous)
    other = f" của {previous.centre.name}" if previous and previous.centre.id != centre.id else ""
    source = f", chép từ {previous.period.label}{other} (các chỗ chép sang cần rà soát)" if previous else ""
    tell(f"Đã tạo báo cáo {year.period.title} của {centre.name}{source}.")
    return DONE


def _years(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_centre, open_store

    store = open_store(options.db, options.user)
    if options.deleted:
        return _deleted_years(store, options)
    years = store.years.of(find_centre(store, options.centre).id) if options.centre else store.years.all()
    if options.out:
        return _years_table(store, years, options)
    if options.json:
        print_json(
            [
                {
                    "centre": year.centre.code,
                    "period": year.period.label,
                    "form": f"{year.form.key}/{year.form.version}",
                    "revision": year.revision,
                    "status": year.status.value,
                }
                for year in years
            ]
        )
    else:
        found = store.years.stages(years)
        for year in years:
            stage = found.get(year.report_id)
            tell(
                f"{year.centre.code}  {year.period.label}  {year.centre.name}  {year.form.key}  {year.revision} lần lưu"
                f"  {stage.words if stage else year.status.words}"
            )
        if not years:
            tell("Chưa có báo cáo nào. Gõ “tthtcd new KỲ” để tạo, ví dụ: tthtcd new 2021-2022")
    return DONE


def _years_table(store: Store, years: list[Year], options: argparse.Namespace) -> int:
    """The list with what each year adds up to, as a file."""
    from pathlib import Path

    from tthtcd_tui.commands.output import progress
    from tthtcd_tui.exports.formats import ExportFormat
    from tthtcd_tui.tasks.transfer.export_report import export_to, format_of
    from tthtcd_tui.tasks.transfer.export_years import years_bytes
    from tthtcd_tui.text.numbers import format_size

    asked = ExportFormat(options.format) if options.format else format_of(options.out)
    if asked is None or not asked.is_tables:
        complain("Chưa rõ định dạng. Đặt tên tệp có đuôi .xlsx hoặc .csv, hoặc thêm --format.")
        return USAGE
    if options.out == "-" and not asked.is_text and sys.stdout.isatty():
        complain("Tệp Excel không in ra màn hình được. Hãy ghi ra tệp.")
        return USAGE
    with progress("Đang cộng các năm") as step:
        data = years_bytes(store, years, asked, step)
    if options.out == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        export_to(Path(options.out), data, options.force)
        complain(f"Đã ghi {options.out} ({format_size(len(data))})")
    return DONE


def _deleted_years(store: Store, options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.called import called
    from tthtcd_tui.tasks.care.open_store import find_centre
    from tthtcd_tui.text.dates import HOUR_OF_VIETNAM

    code = find_centre(store, options.centre).code if options.centre else None
    found = [gone for gone in store.years.deleted() if code in (None, gone.centre)]
    people = called(store, {gone.user for gone in found if gone.user})
    if options.json:
        print_json(
            [{**gone._asdict(), "name": people.get(gone.user or ""), "at": gone.at.isoformat()} for gone in found]
        )
        return DONE
    for gone in found:
        at = gone.at.astimezone(HOUR_OF_VIETNAM)
        who, why = people.get(gone.user or "", "(không rõ)"), gone.why or "(không ghi lý do)"
        tell(f"{gone.centre}  {gone.period}  {who} xóa lúc {at:%d/%m/%Y %H:%M}: {why}")
    if not found:
        tell("Chưa xóa báo cáo nào.")
    return DONE


def _delete(options: argparse.Namespace) -> int:
    import shlex

    from tthtcd_tui.tasks.care.open_store import find_year, open_store
    from tthtcd_tui.tasks.years.years import delete_year
    from tthtcd_tui.text.clean import clean_line

    store = open_store(options.db, options.user)
    year = find_year(store, options.centre, options.year)
    why = options.reason
    if not options.yes and why is None:
        if not is_at_terminal():
            complain("Chưa xóa: thêm --reason LÝ_DO, hoặc --yes nếu không ghi lý do.")
            return USAGE
        why = ask(f"Xóa báo cáo {year.period.title} của {year.centre.name}? Gõ lý do để xóa, để trống là thôi: ")
        if not why:
            tell("Chưa xóa gì.")
            return DONE
    deleted = delete_year(store, year, clean_line(why or ""))
    tell(f"Đã xóa báo cáo {year.period.title} của {year.centre.name}.")
    tell(f"Bản sao: {deleted.copy}. Muốn lấy lại, gõ: tthtcd import {shlex.quote(str(deleted.copy))}")
    return DONE


def _add_centre(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import open_store
    from tthtcd_tui.tasks.years.names import commune_named
    from tthtcd_tui.tasks.years.years import add_centre

    if (options.name is None) == (options.commune is None) or (options.commune is None) != (options.kind is None):
        complain("Ghi tên trung tâm, hoặc ghi cả --kind (phường, xã, đặc khu) và --commune (tên xã, phường).")
        return USAGE
    name = options.name or commune_named(options.kind, options.commune).centre
    centre = add_centre(open_store(options.db, options.user, make=True), options.code, name)
    tell(f"Đã thêm {centre.name} (mã {centre.code}). Tiếp theo: tthtcd new KỲ --centre {centre.code}")
    return DONE


def _edit_centre(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_centre, open_store
    from tthtcd_tui.tasks.years.years import rename_centre

    store = open_store(options.db, options.user)
    centre = rename_centre(store, find_centre(store, options.code), options.name)
    tell(f"Đã đổi tên: {centre.code} · {centre.name}")
    return DONE


def _remove_centre(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_centre, open_store

    store = open_store(options.db, options.user)
    centre = find_centre(store, options.code)
    called = f"{centre.name} (mã {centre.code})"
    if not options.yes and not store.years.of(centre.id):  # one that has years is refused, whatever is answered
        if not is_at_terminal():
            complain("Chưa xóa: thêm --yes.")
            return USAGE
        if ask(f"Xóa {called}, chưa có báo cáo nào? Gõ lại mã để xóa: ") != centre.code:
            tell("Chưa xóa gì.")
            return DONE
    store.centres.remove(centre.id)
    tell(f"Đã xóa {called}.")
    return DONE


def _list_centres(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.called import called
    from tthtcd_tui.tasks.care.open_store import open_store
    from tthtcd_tui.text.dates import HOUR_OF_VIETNAM

    store = open_store(options.db, options.user)
    centres, mergers = store.centres.all(), store.centres.mergers()
    old = {number: store.centres.continued(number) for number in mergers}
    if options.json:
        print_json(
            [
                {"code": centre.code, "name": centre.name, "continues": [each.code for each in old.get(centre.id, [])]}
                for centre in centres
            ]
        )
        return DONE
    people = called(store, {told.user for told in mergers.values() if told.user})
    for centre in centres:
        tell(f"{centre.code}  {centre.name}")
        if centre.id in mergers:
            told = mergers[centre.id]
            at = told.at.astimezone(HOUR_OF_VIETNAM)
            who = people.get(told.user or "", "không rõ")
            tell(f"  tiếp nối {_names(old[centre.id])} ({who} ghi ngày {at:%d/%m/%Y})")
    return DONE


def _names(centres: Sequence[CentreRow]) -> str:
    return ", ".join(f"{centre.name} ({centre.code})" for centre in centres)


def _merge_centres(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_centre, open_store
    from tthtcd_tui.tasks.years.succession import merge_centres

    if bool(options.old) == options.none:
        complain("Ghi mã các trung tâm cũ; hoặc chỉ ghi --none để bỏ ghi sáp nhập.")
        return USAGE
    store = open_store(options.db, options.user)
    centre = find_centre(store, options.into)
    old = [find_centre(store, code) for code in dict.fromkeys(options.old)]
    if not options.yes:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            complain("Chưa ghi: thêm --yes.")
            return USAGE
        before = store.centres.continued(centre.id)
        if before:
            tell(f"{centre.name} đang tiếp nối: {_names(before)}.")
        tell(
            f"Sẽ ghi {centre.name} tiếp nối: {_names(old)}. Kỳ trước của nó là tổng của các trung tâm ấy, cán bộ của nó"
            " xem được báo cáo cũ."
            if old
            else f"Sẽ bỏ ghi: {centre.name} không còn tiếp nối trung tâm nào."
        )
        if ask(f"Gõ lại mã {centre.code} để ghi, để trống là thôi: ") != centre.code:
            tell("Chưa ghi gì.")
            return DONE
    merge_centres(store, centre, old)
    tell(f"Đã ghi: {centre.name} tiếp nối {_names(old)}." if old else f"Đã bỏ ghi sáp nhập của {centre.name}.")
    if old:
        tell(f"Chép lời văn của một trung tâm cũ: tthtcd new KỲ --centre {centre.code} --from {old[0].code}/KỲ_CŨ")
    return DONE
