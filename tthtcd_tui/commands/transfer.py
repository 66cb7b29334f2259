"""`import` and `forms`: files that come in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, ERRORS_FOUND, complain, print_json, printable
from tthtcd_tui.commands.parser import add_database, add_store

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.forms.model import Form


def add_to(commands: Commands) -> None:
    take = commands.add_parser("import", help="nhập báo cáo từ tệp JSON của chương trình")
    take.add_argument("file", metavar="TỆP", help="tệp JSON; - là đầu vào chuẩn")
    take.add_argument("--dry-run", action="store_true", help="chỉ xem sẽ thay những gì")
    take.add_argument("--replace", action="store_true", help="thay báo cáo đã có (hoàn tác được)")
    add_store(take, user=True)
    take.set_defaults(run=_import)

    forms = commands.add_parser("forms", help="các biểu mẫu; kiểm tra hoặc thêm một tệp biểu mẫu")
    what = forms.add_mutually_exclusive_group()
    what.add_argument("--check", type=Path, metavar="TỆP", help="kiểm tra tệp biểu mẫu TOML")
    what.add_argument("--add", type=Path, metavar="TỆP", help="thêm biểu mẫu vào tệp dữ liệu")
    forms.add_argument("--json", action="store_true", help="in dạng JSON")
    add_database(forms)
    forms.set_defaults(run=_forms)


def _import(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.import_report import plan_import, read_import, read_stream, run_import
    from tthtcd_tui.tasks.open_store import open_store, user_name
    from tthtcd_tui.tasks.show_cells import proposal_line

    data, name = (
        (read_stream(sys.stdin.buffer), "đầu vào chuẩn") if options.file == "-" else read_import(Path(options.file))
    )
    store = open_store(options.db, options.user, make=not options.dry_run)
    plan = plan_import(store, data, name)
    if options.dry_run:
        for proposal in plan.proposals:
            print(printable(proposal_line(plan.form, proposal)))
        print(f"Sẽ thay {len(plan.proposals)} chỗ{'' if plan.year else ' trong một báo cáo mới'}. Chưa ghi gì.")
        return DONE
    year = run_import(store, plan, user_name(options.user), options.replace)
    print(f"Đã nhập báo cáo {year.period.title} của {year.centre.name}: {len(plan.proposals)} chỗ.")
    return DONE


def _forms(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.known_forms import add_form, known_forms
    from tthtcd_tui.tasks.problem import WrongForm
    from tthtcd_tui.tasks.read_report import read_form

    if options.add:
        form = add_form(options.db, options.add, options.user)
        print(f"Đã thêm biểu mẫu {form.key} phiên bản {form.version}. Tạo báo cáo: tthtcd new KỲ --form {form.key}")
        return DONE
    try:
        forms = [read_form(options.check)] if options.check else known_forms(options.db, options.user)
    except WrongForm as wrong:
        complain(wrong.message)
        return ERRORS_FOUND
    if options.json:
        print_json([{"key": form.key, "version": form.version, "name": form.name} for form in forms])
        return DONE
    for form in forms:
        _describe(form)
    if options.check:
        print("Biểu mẫu dùng được.")
    return DONE


def _describe(form: Form) -> None:
    rows = sum(not row.group for row in form.rows.values())
    print(f"{form.key} · phiên bản {form.version} · {form.name}")
    print(
        f"  {len(form.sections)} mục, {len(form.figures)} số liệu, {len(form.items)} nội dung tự đánh giá,"
        f" {rows} dòng kết quả, {len(form.groups)} mức tham gia, {len(form.indicators)} chỉ số"
    )
