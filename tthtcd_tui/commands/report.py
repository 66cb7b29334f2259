"""`summary`, `check`, `export`, `show`: what a year says. A year is named by its period, or is a JSON file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, ERRORS_FOUND, FAILURE, USAGE, complain, print_json, printable
from tthtcd_tui.commands.parser import add_store, at_least_one
from tthtcd_tui.exports.formats import ExportFormat

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.report.facts import Facts
    from tthtcd_tui.report.finding import Finding
    from tthtcd_tui.tasks.read_report import OpenedReport


def add_to(commands: Commands) -> None:
    summary = commands.add_parser("summary", help="in bản tóm tắt của báo cáo")
    _add_year(summary)
    summary.add_argument("--previous", metavar="KỲ", help="kỳ trước để so sánh (mặc định: kỳ liền trước, nếu có)")
    summary.add_argument("--ascii", action="store_true", help="chỉ vẽ bằng ký tự ASCII")
    summary.set_defaults(run=_summary)

    check = commands.add_parser("check", help="liệt kê chỗ thiếu và chỗ sai; mã thoát 1 nếu có lỗi")
    _add_year(check)
    check.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    check.set_defaults(run=_check)

    export = commands.add_parser("export", help="xuất báo cáo ra tệp DOCX, văn bản hoặc JSON")
    _add_year(export)
    export.add_argument("-o", "--out", required=True, metavar="TỆP", help="tệp ghi ra; - là đầu ra chuẩn")
    export.add_argument(
        "--format",
        choices=[*ExportFormat],
        help=f"nếu không đoán được từ tên tệp: {'; '.join(f'{known} – {known.label}' for known in ExportFormat)}",
    )
    export.add_argument(
        "--version", type=at_least_one, metavar="SỐ", help="bản chốt số này (xem “tthtcd versions”), từng byte"
    )
    export.add_argument("--draft", action="store_true", help="xuất bản dự thảo dù còn lỗi")
    export.add_argument("--force", action="store_true", help="ghi đè tệp đã có")
    export.set_defaults(run=_export)

    show = commands.add_parser("show", help="in các giá trị như đã lưu")
    _add_year(show)
    show.add_argument("place", nargs="?", metavar="CHỖ", help="một chỗ, hoặc phần đầu của nhiều chỗ: results/phap_luat")
    show.add_argument("--all", action="store_true", help="in cả chỗ chưa nhập")
    show.add_argument("--json", action="store_true", help="in dạng JSON")
    show.set_defaults(run=_show)


def _add_year(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("year", metavar="KỲ", help="kỳ báo cáo, ví dụ 2020-2021; hoặc một tệp .json")
    parser.add_argument(
        "--form", type=Path, metavar="TỆP", help="biểu mẫu TOML của tệp .json, nếu không dùng mẫu có sẵn"
    )
    add_store(parser)


def _open(options: argparse.Namespace, year: str, with_log: bool = False) -> OpenedReport:
    if is_file(year):
        from tthtcd_tui.tasks.read_report import read_report

        return read_report(Path(year), options.form)
    from tthtcd_tui.tasks.stored_report import stored_report

    return stored_report(options.db, options.centre, year, with_log, options.user)


def is_file(year: str) -> bool:
    """Whether it is a file that is named, and no period."""
    return year.lower().endswith(".json")


def _summary(options: argparse.Namespace) -> int:
    from tthtcd_tui.checks.run import check
    from tthtcd_tui.exports.summary import print_summary

    opened = _open(options, options.year)
    facts = opened.report.facts
    previous = _open(options, options.previous).report.facts if options.previous else _year_before(options)
    findings = check(opened.form, facts)
    print_summary(opened.form, facts, findings, sys.stdout, previous=previous, ascii_only=options.ascii)
    return DONE


def _year_before(options: argparse.Namespace) -> Facts | None:
    if is_file(options.year):
        return None
    from tthtcd_tui.tasks.stored_report import year_before

    return year_before(options.db, options.centre, options.year, options.user)


def _check(options: argparse.Namespace) -> int:
    from tthtcd_tui.checks.run import check
    from tthtcd_tui.report.finding import Severity

    opened = _open(options, options.year)
    findings = check(opened.form, opened.report.facts)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if options.json:
        print_json([_tree(finding) for finding in findings])
    else:
        for finding in findings:
            word = "Lỗi" if finding.severity is Severity.ERROR else "Cảnh báo" if finding.is_open else "Đã giải trình"
            print(printable(f"{word} · {finding.place}: {finding.message}"))
        print(f"{errors} lỗi, {len(findings) - errors} cảnh báo." if findings else "Không có lỗi, không có cảnh báo.")
    return ERRORS_FOUND if errors else DONE


def _tree(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "place": finding.place,
        "message": finding.message,
        "reason": finding.reason,
    }


def _export(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.export_report import export_to, format_of
    from tthtcd_tui.text.numbers import format_size

    export_format = ExportFormat(options.format) if options.format else format_of(options.out)
    if export_format is None:
        endings = ", ".join(f".{known}" for known in ExportFormat)
        complain(f"Chưa rõ định dạng. Đặt tên tệp có một trong các đuôi {endings}, hoặc thêm --format.")
        return USAGE
    if options.out == "-" and not export_format.is_text and sys.stdout.isatty():
        complain(
            f"Định dạng {export_format.label} không in ra màn hình được."
            f" Thêm “> bao-cao.{export_format}” vào cuối lệnh, hoặc dùng -o TỆP."
        )
        return USAGE
    if options.version is not None and (options.draft or is_file(options.year)):
        complain("--version lấy bản đã chốt trong tệp dữ liệu: không dùng với --draft hay tệp .json.")
        return USAGE
    data = _exported(options, export_format)
    if options.out == "-":
        sys.stdout.buffer.write(data)
    else:
        export_to(Path(options.out), data, options.force)
        complain(f"Đã ghi {options.out} ({format_size(len(data))})")
    return DONE


def _exported(options: argparse.Namespace, export_format: ExportFormat) -> bytes:
    """What was kept when the report was finalised, where that is asked for or the report is final; else made anew."""
    from tthtcd_tui.tasks.export_report import render
    from tthtcd_tui.tasks.open_store import find_year, open_store
    from tthtcd_tui.tasks.stored_report import report_of

    with_log = export_format.is_data
    if is_file(options.year):
        opened = _open(options, options.year, with_log)
    else:
        from tthtcd_tui.tasks.finalise import issued_bytes, version_bytes

        store = open_store(options.db, options.user)
        year = find_year(store, options.centre, options.year)
        if options.version is not None:
            return version_bytes(store, year, options.version, export_format)
        kept = None if options.draft else issued_bytes(store, year, export_format)
        if kept is not None:
            return kept
        opened = report_of(store, year, with_log)
    return render(opened.form, opened.report, export_format, options.draft)


def _show(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.edit_cells import typed_line
    from tthtcd_tui.tasks.show_cells import shown_cells, wants_log

    under = options.place or ""
    cells = shown_cells(_open(options, options.year, wants_log(under)), under, unanswered=options.all)
    if options.json:
        print_json({cell.place: cell.raw for cell in cells})
    else:
        for cell in cells:
            print(typed_line(cell))
    if not cells and options.place:
        complain(f"Không có giá trị nào ở “{options.place}”. Gõ “tthtcd show {options.year} --all” để xem các chỗ.")
        return FAILURE
    return DONE
