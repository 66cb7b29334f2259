"""`summary`, `check`, `export`, `show`: what a year says. A year is named by its period, or is a JSON file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, ERRORS_FOUND, FAILURE, USAGE, complain, print_json, progress, tell, working
from tthtcd_tui.commands.parser import add_carry, add_compare, add_store, at_least_one
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.forms.appendices import known_appendices

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.exports.word.decree import Taken
    from tthtcd_tui.exports.word.house_style import HouseStyle
    from tthtcd_tui.report.facts import Facts
    from tthtcd_tui.report.finding import Finding, Tally
    from tthtcd_tui.tasks.transfer.read_report import OpenedReport


_STYLED = (ExportFormat.DOCX, ExportFormat.PDF)


def add_to(commands: Commands) -> None:
    summary = commands.add_parser("summary", help="in bản tóm tắt của báo cáo")
    _add_year(summary)
    summary.add_argument("--previous", metavar="KỲ", help="kỳ trước để so sánh (mặc định: kỳ liền trước, nếu có)")
    add_compare(summary)
    summary.add_argument("--json", action="store_true", help="in dạng JSON, kèm so sánh với các năm trước")
    summary.add_argument("--ascii", action="store_true", help="chỉ vẽ bằng ký tự ASCII")
    summary.add_argument(
        "--short", action="store_true", help="vài dòng chữ, nhiều nhất 600 ký tự, để dán vào Zalo hay thư"
    )
    summary.set_defaults(run=_summary)

    check = commands.add_parser("check", help="liệt kê chỗ thiếu và chỗ sai; mã thoát 1 nếu có lỗi")
    _add_year(check)
    check.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    check.set_defaults(run=_check)

    export = commands.add_parser(
        "export", help="xuất báo cáo ra tệp DOCX, PDF, văn bản, JSON, hoặc các bảng ra Excel, CSV"
    )
    _add_year(export)
    export.add_argument("-o", "--out", required=True, metavar="TỆP", help="tệp ghi ra; - là đầu ra chuẩn")
    export.add_argument(
        "--format",
        metavar="ĐUÔI",
        choices=[known.value for known in ExportFormat],
        help=f"nếu không đoán được từ tên tệp: {'; '.join(f'{known} – {known.label}' for known in ExportFormat)}",
    )
    export.add_argument(
        "--version", type=at_least_one, metavar="SỐ", help="bản chốt số này (xem “tthtcd versions”), từng byte"
    )
    export.add_argument(
        "--appendix",
        action="append",
        default=[],
        metavar="PHỤ_LỤC",
        choices=[key for key, _ in known_appendices()],
        help="kèm thêm phụ lục (ghi nhiều lần được): "
        + "; ".join(f"{key} – {label[:1].lower()}{label[1:]}" for key, label in known_appendices()),
    )
    export.add_argument(
        "--table",
        metavar="BẢNG",
        choices=[name.value for name in TableName],
        help="bảng nào, với csv và xlsx (xlsx không ghi thì là mọi bảng): "
        + "; ".join(f"{name} – {name.label}" for name in TableName),
    )
    add_compare(export)
    export.add_argument(
        "--template",
        type=Path,
        metavar="TỆP",
        help="tệp Word (.docx, .dotx) của trung tâm: báo cáo Word, PDF dùng kiểu chữ và lề của tệp ấy",
    )
    export.add_argument("--draft", action="store_true", help="xuất bản dự thảo dù còn thiếu, còn lỗi")
    add_carry(export)
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
        from tthtcd_tui.tasks.transfer.read_report import read_report

        return read_report(Path(year), options.form)
    from tthtcd_tui.tasks.years.stored_report import stored_report

    return stored_report(options.db, options.centre, year, with_log, options.user)


def is_file(year: str) -> bool:
    """Whether it is a file that is named, and no period."""
    return year.lower().endswith(".json")


def _summary(options: argparse.Namespace) -> int:
    from tthtcd_tui.checks.run import check

    if options.compare and (options.previous or options.short or is_file(options.year)):
        complain("--compare dùng cho báo cáo trong tệp dữ liệu, không dùng với --previous, --short hay tệp .json.")
        return USAGE
    opened = _open(options, options.year)
    facts = opened.report.facts
    previous = _open(options, options.previous).report.facts if options.previous else _year_before(options)
    if options.short:
        from tthtcd_tui.tasks.transfer.short_text import short_text

        tell(*short_text(opened, previous).splitlines())
        return DONE
    findings = check(opened.context)
    others = [previous] if options.previous and previous else opened.material.earlier
    if options.compare:
        others = _asked_years(options)
    if options.json:
        from tthtcd_tui.tasks.transfer.summary_tree import summary_tree

        print_json(summary_tree(opened.form, facts, findings, others))
        return DONE
    from tthtcd_tui.exports.summary import print_summary

    print_summary(opened.form, facts, findings, sys.stdout, previous=previous, ascii_only=options.ascii, others=others)
    return DONE


def _asked_years(options: argparse.Namespace) -> list[Facts]:
    """The years of `--compare`."""
    from tthtcd_tui.tasks.care.open_store import find_year, open_store
    from tthtcd_tui.tasks.session.compare_years import asked_years

    store = open_store(options.db, options.user)
    return asked_years(store, find_year(store, options.centre, options.year), options.compare)


def _year_before(options: argparse.Namespace) -> Facts | None:
    if is_file(options.year):
        return None
    from tthtcd_tui.tasks.years.stored_report import year_before

    return year_before(options.db, options.centre, options.year, options.user)


def _check(options: argparse.Namespace) -> int:
    from tthtcd_tui.checks.run import check
    from tthtcd_tui.report.finding import Tally

    opened = _open(options, options.year)
    findings = check(opened.context)
    tally = Tally.of(findings)
    if options.json:
        print_json([_tree(finding) for finding in findings])
    else:
        for finding in findings:
            tell(f"{finding.level.value} · {finding.place}: {finding.told}")
        tell(_counted(tally))
    return ERRORS_FOUND if tally.forbids_issue else DONE


def _counted(tally: Tally) -> str:
    if not any(tally):
        return "Đã đủ nội dung, không có lỗi, không có cảnh báo."
    explained = f", {tally.explained} đã giải trình" if tally.explained else ""
    return f"Thiếu {tally.missing} chỗ, {tally.errors} lỗi, {tally.warnings} cảnh báo{explained}."


def _severity(finding: Finding) -> str:
    """What is missing is told apart from what is wrong, as in every other count; the reason tells of a warning."""
    return "missing" if finding.is_missing else finding.severity.name.lower()


def _tree(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "severity": _severity(finding),
        "place": finding.place,
        "message": finding.message,
        "reason": finding.reason,
    }


def _export(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.transfer.export_report import export_to, format_of
    from tthtcd_tui.text.numbers import format_size

    named = format_of(options.out)
    export_format = ExportFormat(options.format) if options.format else named
    if export_format is None:
        endings = ", ".join(f".{known}" for known in ExportFormat)
        complain(f"Chưa rõ định dạng. Đặt tên tệp có một trong các đuôi {endings}, hoặc thêm --format.")
        return USAGE
    if mistake := _mistake(options, named, export_format):
        complain(mistake)
        return USAGE
    taken = _taken(options.template) if options.template else None
    with working("Đang dựng tệp…"):
        data = _exported(options, export_format, taken.house if taken else None)
    if options.out == "-" and sys.stdout.isatty():
        tell(*data.decode().splitlines())
    elif options.out == "-":
        sys.stdout.buffer.write(data)
    else:
        export_to(Path(options.out), data, options.force)
        complain(f"Đã ghi {options.out} ({format_size(len(data))})")
    if taken and taken.told:
        complain(f"Mẫu {options.template.name} có {len(taken.told)} điều cần biết:", *taken.told)
    return DONE


def _mistake(options: argparse.Namespace, named: ExportFormat | None, export_format: ExportFormat) -> str:
    """Why these options of `export` do not go together, in a sentence; empty where they do.

    `named` is the format of the extension in `--out`.
    """
    if named not in (None, export_format):
        return (
            f"Tên tệp “{options.out}” có đuôi .{named}, mà --format là {export_format}:"
            " Word hay chương trình khác sẽ không mở được. Hãy sửa đuôi tệp, hoặc bỏ --format."
        )
    if options.out == "-" and not export_format.is_text and sys.stdout.isatty():
        return (
            f"Định dạng {export_format.label} không in ra màn hình được."
            f" Thêm “> bao-cao.{export_format}” vào cuối lệnh, hoặc dùng -o TỆP."
        )
    if options.version is not None and (options.draft or options.appendix or is_file(options.year)):
        return "--version lấy bản đã chốt trong tệp dữ liệu: không dùng với --draft, --appendix hay tệp .json."
    if options.table and not export_format.is_tables:
        return f"--table chỉ dùng với csv và xlsx, không dùng với {export_format}."
    if options.compare and (is_file(options.year) or options.version is not None):
        return "--compare dùng cho báo cáo trong tệp dữ liệu, không dùng với tệp .json hay bản đã chốt."
    if options.template and (export_format not in _STYLED or options.version is not None):
        return "--template chỉ dùng khi dựng báo cáo Word hoặc PDF, không dùng với bản đã chốt hay định dạng khác."
    return ""


def _taken(template: Path) -> Taken:
    from tthtcd_tui.tasks.transfer.own_template import read_template

    with working("Đang đọc mẫu…") as waiting:
        return read_template(template, waiting)


def _exported(options: argparse.Namespace, export_format: ExportFormat, house: HouseStyle | None) -> bytes:
    """What was kept when the report was finalised, where that is asked for or the report is final; else made anew."""
    from tthtcd_tui.tasks.care.open_store import find_year, open_store
    from tthtcd_tui.tasks.transfer.export_report import Carry, render

    table = TableName(options.table) if options.table else None
    if is_file(options.year):
        opened = _open(options, options.year, export_format.is_data)
    else:
        from tthtcd_tui.tasks.session.export_year import opened_for

        store = open_store(options.db, options.user)
        year = find_year(store, options.centre, options.year)
        if options.version is not None:
            from tthtcd_tui.tasks.years.kept_versions import version_bytes

            return version_bytes(store, year, options.version, export_format)
        carry = Carry(options.carry)
        opened = opened_for(store, year, export_format, options.draft, options.appendix, table, carry)
    opened = opened._replace(carry=Carry(options.carry), house=house or opened.house)
    if opened.house_name and not house:
        complain(f"Theo mẫu Word {opened.house_name} của trung tâm.")
    if options.compare:
        years = _asked_years(options)
        opened = opened._replace(context=opened.context.comparing(years))
    with progress("Đang dựng các dòng") as step:
        return render(opened, export_format, options.draft, options.appendix, table, step)


def _show(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.session.edit_cells import typed_line
    from tthtcd_tui.tasks.session.show_cells import shown_cells, shown_defaults, wants_log

    under = options.place or ""
    opened = _open(options, options.year, wants_log(under))
    cells = shown_cells(opened, under, unanswered=options.all)
    given = shown_defaults(opened, under)
    if options.json:
        print_json({cell.place: cell.raw for cell in [*cells, *(given if options.all else ())]})
    else:
        for cell in cells:
            tell(typed_line(cell))
        for cell in given:
            tell(f"# mặc định: {typed_line(cell)}")
    if not cells and not given and options.place:
        complain(_nothing_at(opened, options.place) + f" Gõ “tthtcd show {options.year} --all” để xem các chỗ.")
        return FAILURE
    return DONE


def _nothing_at(opened: OpenedReport, place: str) -> str:
    from tthtcd_tui.report.nearest_place import place_meant
    from tthtcd_tui.tasks.session.show_cells import shown_cells
    from tthtcd_tui.text.problem import quoted

    is_known = shown_cells(opened, place, unanswered=True)  # a text of the form would have been shown
    meant = "" if is_known else place_meant(opened.form, opened.report.facts.answers, place, or_above=True)
    return f"Không có giá trị nào ở {quoted(place)}.{meant}"
