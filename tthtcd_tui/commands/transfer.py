"""`import` and `forms`: files that come in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, ERRORS_FOUND, USAGE, complain, print_json, tell, working
from tthtcd_tui.commands.parser import add_store

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.forms.model import Form
    from tthtcd_tui.models.catalogue import Year
    from tthtcd_tui.models.store import Store
    from tthtcd_tui.tasks.session.import_file import FilePlan
    from tthtcd_tui.tasks.transfer.import_report import Plan
    from tthtcd_tui.tasks.transfer.read_in_child import OwnWord

_READING = "Đang đọc tệp…"
_WRITING = "Đang ghi vào báo cáo…"


def add_to(commands: Commands) -> None:
    take = commands.add_parser("import", help="nhập báo cáo cũ, sổ hoạt động, bảng kết quả hoặc tệp của chương trình")
    take.add_argument(
        "file", metavar="TỆP", help="docx, doc, txt, md, xlsx, ods, csv, json hoặc gói zip; - là JSON từ đầu vào chuẩn"
    )
    take.add_argument("--period", metavar="KỲ", help="nhập vào báo cáo kỳ nào; không cần nếu chỉ có một")
    take.add_argument("--dry-run", action="store_true", help="chỉ xem sẽ thay những gì")
    take.add_argument("--replace", action="store_true", help="chỗ hai bên cùng sửa thì lấy theo tệp (hoàn tác được)")
    take.add_argument("--known-centre", action="store_true", help="chỉ nhập vào trung tâm đã có, không tạo trung tâm")
    take.add_argument("--json", action="store_true", help="in dạng JSON")
    add_store(take, user=True)
    take.set_defaults(run=_import)

    put = commands.add_parser("put", help="gửi một tệp vào thư mục riêng trên máy chủ, để nhập trên màn hình")
    put.add_argument("name", metavar="TÊN", help="tên tệp; nội dung đọc từ đầu vào chuẩn")
    add_store(put, user=True)
    put.set_defaults(run=_put)

    forms = commands.add_parser("forms", help="các biểu mẫu; kiểm tra hoặc thêm một tệp biểu mẫu")
    what = forms.add_mutually_exclusive_group()
    what.add_argument("--check", type=Path, metavar="TỆP", help="kiểm tra tệp biểu mẫu TOML")
    what.add_argument("--add", type=Path, metavar="TỆP", help="thêm biểu mẫu vào tệp dữ liệu")
    what.add_argument("--upgrade", metavar="KỲ", help="xem trước, rồi đổi một báo cáo sang phiên bản mới của biểu mẫu")
    what.add_argument("--take-back", metavar="KỲ", help="đổi lại phiên bản cũ, khi chưa sửa gì sau khi đổi")
    what.add_argument("--dictionary", metavar="MẪU", help="bảng chỉ tiêu của một biểu mẫu, ghi vào --out")
    what.add_argument("--text", metavar="MẪU", help="in tệp TOML của một biểu mẫu, để sửa thành biểu mẫu mới")
    forms.add_argument("-o", "--out", type=Path, metavar="TỆP", help="với --dictionary: tệp .docx hoặc .csv")
    forms.add_argument("--force", action="store_true", help="với --dictionary: ghi đè tệp đã có")
    forms.add_argument("--yes", action="store_true", help="với --upgrade: đổi thật, không chỉ xem")
    forms.add_argument("--json", action="store_true", help="in dạng JSON")
    add_store(forms, user=True)
    forms.set_defaults(run=_forms)


def _import(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.transfer.given_file import STREAM, is_ours, read_import, read_stream

    data, name = (read_stream(sys.stdin.buffer), STREAM) if options.file == "-" else read_import(Path(options.file))
    return (
        _import_ours(options, data, name)
        if options.file == "-" or is_ours(data, name)
        else _import_file(options, data, name)
    )


def _import_ours(options: argparse.Namespace, data: bytes, name: str) -> int:
    """JSON of ours: a year as a whole."""
    from tthtcd_tui.tasks.care.open_store import open_store
    from tthtcd_tui.tasks.transfer.import_report import plan_import, tree_of

    store = open_store(options.db, options.user, make=not options.dry_run)
    with working(_READING):
        plan = plan_import(store, data, name)
    year = _run_ours(options, store, plan)
    if options.json:
        print_json(tree_of(plan))
    else:
        _tell_ours(options, plan, year)
    return DONE


def _run_ours(options: argparse.Namespace, store: Store, plan: Plan) -> Year | None:
    """The year as it is after the import; None for one that was to be shown alone."""
    from tthtcd_tui.tasks.care.open_store import user_name
    from tthtcd_tui.tasks.transfer.import_report import refuse_unknown_centre, run_import

    if options.known_centre:
        refuse_unknown_centre(store, plan)
    with working(_WRITING):
        return None if options.dry_run else run_import(store, plan, user_name(options.user), options.replace)


def _tell_ours(options: argparse.Namespace, plan: Plan, year: Year | None) -> None:
    from tthtcd_tui.tasks.transfer.import_report import clash_line, proposal_line

    if year is None:
        tell(*(proposal_line(plan.form, proposal) for proposal in plan.proposals))
    for clash in plan.clashes:
        tell(f"! hai bên cùng sửa: {clash_line(plan.form, clash)}")
    tell(_done_ours(plan, year, options.replace))


def _done_ours(plan: Plan, year: Year | None, replace: bool) -> str:
    taken = len(plan.proposals) + (len(plan.clashes) if replace else 0)
    copies = f", {len(plan.copies)} tệp minh chứng" if plan.copies else ""
    left = "" if replace or not plan.clashes else f" Để nguyên {len(plan.clashes)} chỗ hai bên cùng sửa."
    if year is None:
        unsure = "" if plan.is_known else " Không rõ tệp được làm từ bản nào: chỉ ghi khi có --replace."
        where = "" if plan.year else " trong một báo cáo mới"
        return f"Sẽ thay {taken} chỗ{copies}{where}.{left}{unsure} Chưa ghi gì."
    advice = " Muốn lấy theo tệp, nhập lại với --replace." if left else ""
    return f"Đã nhập báo cáo {year.period.title} của {year.centre.name}: {taken} chỗ{copies}.{left}{advice}"


def _import_file(options: argparse.Namespace, data: bytes, name: str) -> int:
    """A file of any kind, into a year that is there; a DOCX of ours that carries its year makes it, too."""
    from tthtcd_tui.tasks.transfer.read_in_child import look_through, read_own_word

    with working(_READING) as waiting:
        looked = look_through(data, name, waiting)  # before anything is opened for it
        own = read_own_word(looked.data, name, waiting) if looked.is_own else None
    if own is not None and own.is_whole:
        return _import_whole(options, own, name)
    from tthtcd_tui.tasks.care.open_store import open_store, user_name
    from tthtcd_tui.tasks.session.import_file import plan_edits, plan_file, run_file, tree_of, year_for

    store = open_store(options.db, options.user)
    plan = plan_edits(store, own) if own is not None else None
    if plan is None:
        year = year_for(store, options.centre, options.period)
        with working(_READING) as waiting:
            plan = plan_file(store, year, looked.data, name, waiting)
    with working(_WRITING):
        stored = 0 if options.dry_run else run_file(store, plan, user_name(options.user))
    if options.json:
        print_json(tree_of(plan))
    else:
        _tell_plan(plan)
        tell(_done(plan, stored, options.dry_run))
    return DONE


def _import_whole(options: argparse.Namespace, own: OwnWord, name: str) -> int:
    """A DOCX that carries its year: as its JSON; what was edited in Word since is told."""
    from tthtcd_tui.errors import CodecProblem
    from tthtcd_tui.tasks.care.open_store import open_store
    from tthtcd_tui.tasks.session.import_file import plan_edits_of
    from tthtcd_tui.tasks.session.import_file import tree_of as tree_of_edits
    from tthtcd_tui.tasks.transfer.import_report import plan_tree, tree_of

    store = open_store(options.db, options.user, make=not options.dry_run)
    try:
        plan = plan_tree(store, own.report)
    except CodecProblem as problem:
        raise CodecProblem(problem.problems, f"“{name}”") from None
    year = _run_ours(options, store, plan) or plan.year
    edits = plan_edits_of(store, year, own, plan.report.facts) if year else None
    if options.json:
        print_json(tree_of(plan) | ({"edited": tree_of_edits(edits)} if edits else {}))
        return DONE
    if edits:
        _tell_plan(edits)
    _tell_ours(options, plan, None if options.dry_run else year)
    return DONE


def _tell_plan(plan: FilePlan) -> None:
    from tthtcd_tui.tasks.session.import_file import told

    for line in told(plan):
        tell(line)


def _done(plan: FilePlan, stored: int, dry_run: bool) -> str:
    waiting = len(plan.doubtful) + len(plan.doubtful_activities)
    rest = (
        f" Còn {waiting} chỗ phải xem lại, {len(plan.unplaced)} đoạn chưa xếp chỗ." if waiting or plan.unplaced else ""
    )
    if dry_run:
        count = len(plan.sure) + len(plan.sure_activities)
        return f"Sẽ ghi {count} chỗ chắc chắn. Chưa ghi gì.{rest}"
    return f"Đã ghi {stored} chỗ vào {plan.year.period.title} của {plan.year.centre.name}; hoàn tác được một lần.{rest}"


def _put(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import open_store, user_name
    from tthtcd_tui.tasks.transfer.sent_files import KEPT_FOR, SentFiles
    from tthtcd_tui.text.numbers import format_size

    store = open_store(options.db, options.user)
    path = SentFiles.of(store, user_name(options.user)).put(options.name, sys.stdin.buffer)
    tell(
        f"Đã nhận {path.name} ({format_size(path.stat().st_size)}), giữ {KEPT_FOR.days} ngày."
        " Mở màn hình, bấm Ctrl+P, gõ “nhập tệp” để nhập."
    )
    return DONE


def _forms(options: argparse.Namespace) -> int:
    from tthtcd_tui.errors import FormProblem
    from tthtcd_tui.tasks.transfer.read_report import read_form
    from tthtcd_tui.tasks.years.known_forms import add_form, known_forms

    if options.upgrade or options.take_back:
        return _move(options)
    if options.dictionary:
        return _dictionary(options)
    if options.text:
        print(_form_of(options, options.text).text, end="")
        return DONE
    if options.add:
        form = add_form(options.db, options.add, options.user)
        tell(f"Đã thêm biểu mẫu {form.key} phiên bản {form.version}. Tạo báo cáo: tthtcd new KỲ --form {form.key}")
        return DONE
    try:
        forms = [read_form(options.check)] if options.check else known_forms(options.db, options.user)
    except FormProblem as wrong:
        complain(wrong.message)
        return ERRORS_FOUND
    if options.json:
        print_json([{"key": form.key, "version": form.version, "name": form.name} for form in forms])
        return DONE
    for form in forms:
        _describe(form)
    if options.check:
        tell("Biểu mẫu dùng được.")
    return DONE


def _form_of(options: argparse.Namespace, name: str) -> Form:
    """By its key, of a version if one is given; or by its file."""
    from tthtcd_tui.tasks.transfer.read_report import read_form
    from tthtcd_tui.tasks.years.known_forms import form_named, known_forms

    if name.lower().endswith(".toml"):
        return read_form(Path(name))
    return form_named(known_forms(options.db, options.user), name)


def _dictionary(options: argparse.Namespace) -> int:
    from tthtcd_tui.exports.dictionary import dictionary_csv, dictionary_docx
    from tthtcd_tui.files.whole import write_whole

    form = _form_of(options, options.dictionary)
    out = options.out or Path(f"bang-chi-tieu-{form.key}-{form.version}.docx")
    makers = {".docx": dictionary_docx, ".csv": dictionary_csv}
    make = makers.get(out.suffix.lower())
    if make is None:
        complain(f"Không ghi được “{out}”: bảng chỉ tiêu là tệp .docx hoặc .csv. Sửa đuôi tệp ở --out.")
        return USAGE
    write_whole(out, make(form), overwrite=options.force)
    tell(f"Đã ghi {out}.")
    return DONE


def _move(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_year, open_store, user_name
    from tthtcd_tui.tasks.years.upgrade import plan_upgrade, take_back, told, upgrade

    store = open_store(options.db, options.user)
    year = find_year(store, options.centre, options.upgrade or options.take_back)
    if options.take_back:
        form = take_back(store, year, user_name(options.user))
        tell(f"Báo cáo {year.period.title} đã trở lại biểu mẫu phiên bản {form.version}.")
        return DONE
    plan = plan_upgrade(store, year)
    for line in told(plan):
        tell(line)
    if not options.yes:
        tell("Chưa đổi gì. Muốn đổi, gõ lại lệnh với --yes.")
        return DONE
    upgrade(store, plan, user_name(options.user))
    tell(f"Đã đổi. Muốn lấy lại biểu mẫu cũ trước khi sửa gì: tthtcd forms --take-back {year.period.label}")
    return DONE


def _describe(form: Form) -> None:
    from tthtcd_tui.report.rows import layout

    counts = ", ".join(f"{number} {words}" for words, number in layout(form).counts())
    tell(f"{form.key} · phiên bản {form.version} · {form.name}")
    tell(f"  {len(form.sections)} mục, {counts}")
