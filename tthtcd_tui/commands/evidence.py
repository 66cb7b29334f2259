"""`evidence`: the register of evidence of a year, and the files that are copied into it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tthtcd_tui.commands.output import DONE, FAILURE, complain, print_json, tell
from tthtcd_tui.commands.parser import add_store

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.models.catalogue import Year
    from tthtcd_tui.models.store import Store
    from tthtcd_tui.tasks.session.evidence import Listed

_TYPED: Final = {
    "number": "số, ký hiệu văn bản",
    "date": "ngày ban hành, ví dụ 12/10/2025",
    "kept": "nơi lưu, ví dụ “tủ 2, ngăn 3”",
    "address": "địa chỉ trên mạng",
}


def add_to(commands: Commands) -> None:
    evidence = commands.add_parser(
        "evidence",
        help="danh mục minh chứng của một kỳ: xem, thêm, bớt, chép tệp vào, lấy tệp ra",
        description="Dẫn một minh chứng: ghi mã của nó ở ô minh chứng của nội dung, hoặc ô nguồn của chỉ số.",
    )
    evidence.add_argument("year", metavar="KỲ")
    what = evidence.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="TÊN", help="thêm một minh chứng")
    what.add_argument("--attach", metavar="MÃ", help="chép tệp ghi ở --file vào minh chứng này")
    what.add_argument("--remove", metavar="MÃ", help="bỏ một minh chứng (hoàn tác được)")
    what.add_argument("--save", metavar="MÃ", help="lấy tệp của minh chứng ra, ghi vào --out")
    evidence.add_argument("--code", metavar="MÃ", help="với --add: mã; bỏ trống là mã tiếp theo")
    for key, words in _TYPED.items():
        evidence.add_argument(f"--{key}", metavar="GIÁ_TRỊ", help=f"với --add: {words}")
    evidence.add_argument("--file", type=Path, metavar="TỆP", help="với --add, --attach: tệp chép vào, nhiều nhất 8 MB")
    evidence.add_argument("-o", "--out", type=Path, metavar="TỆP", help="với --save: ghi ra tệp này")
    evidence.add_argument("--json", action="store_true", help="in danh mục dạng JSON")
    add_store(evidence, user=True)
    evidence.set_defaults(run=_evidence)


def _evidence(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_year, open_store

    store = open_store(options.db, options.user)
    year = find_year(store, options.centre, options.year)
    if options.add is not None:
        return _add(options, store, year)
    if options.attach is not None:
        return _attach(options, store, year)
    if options.remove is not None:
        return _remove(options, store, year)
    if options.save is not None:
        return _save(options, store, year)
    return _list(options, store, year)


def _list(options: argparse.Namespace, store: Store, year: Year) -> int:
    from tthtcd_tui.tasks.session.evidence import register

    found = register(store.snapshot(year.report_id), store, year.report_id)
    if options.json:
        print_json([each.tree() for each in found])
        return DONE
    for each in found:
        tell(*_lines(each))
    if not found:
        tell("Chưa có minh chứng nào.")
    return DONE


def _lines(each: Listed) -> list[str]:
    cells = each.cells
    dated = f"ngày {cells['date']}" if cells["date"] else ""
    issued = " ".join(filter(None, (cells["number"], dated)))
    lines = [
        f"{cells['code'] or '(chưa có mã)'} · {cells['title'] or '(chưa có tên)'}{f' · {issued}' if issued else ''}"
    ]
    file = f"tệp {cells['file']}" if cells["file"] else ""
    if each.digest and not each.is_file_here:
        file += " (chưa chép vào máy này)"
    if kept := "; ".join(filter(None, (cells["kept"], cells["address"], file))):
        lines.append(f"    lưu: {kept}")
    lines.append(f"    dùng cho: {'; '.join(each.cited_at) or 'chưa nơi nào dẫn'}")
    return lines


def _add(options: argparse.Namespace, store: Store, year: Year) -> int:
    from tthtcd_tui.tasks.care.open_store import user_name
    from tthtcd_tui.tasks.save_change import save
    from tthtcd_tui.tasks.session.edit_cells import Typed, edit_of
    from tthtcd_tui.tasks.session.evidence import copy_file, new_document

    user = user_name(options.user)
    snapshot = store.snapshot(year.report_id)
    place, edits = new_document(snapshot.facts, options.code or "")
    typed = {"title": options.add, **{key: getattr(options, key) for key in _TYPED}}
    if options.file is not None:
        typed["file"] = copy_file(store, year.report_id, user, options.file)
    for key, raw in typed.items():
        if raw:
            edits += edit_of(snapshot, Typed(f"{place}/{key}", raw))
    save(store, snapshot, edits, user)
    code = next((edit.after for edit in edits if edit.place.endswith("/code")), "")
    tell(f"Đã thêm minh chứng {code}. Ghi mã này ở ô minh chứng của nội dung.")
    return DONE


def _attach(options: argparse.Namespace, store: Store, year: Year) -> int:
    from tthtcd_tui.tasks.care.open_store import user_name
    from tthtcd_tui.tasks.session.edit_cells import Typed, save_cells
    from tthtcd_tui.tasks.session.evidence import copy_file, document_of

    if options.file is None:
        complain("Chưa rõ tệp nào. Thêm --file TỆP vào lệnh.")
        return FAILURE
    place = document_of(store.snapshot(year.report_id).facts, options.attach)
    user = user_name(options.user)
    words = copy_file(store, year.report_id, user, options.file)
    save_cells(store, year, [Typed(f"{place}/file", words)], user)
    tell(f"Đã chép tệp vào minh chứng {options.attach}.")
    return DONE


def _remove(options: argparse.Namespace, store: Store, year: Year) -> int:
    from tthtcd_tui.tasks.care.open_store import user_name
    from tthtcd_tui.tasks.save_change import save
    from tthtcd_tui.tasks.session.evidence import document_of, removal

    snapshot = store.snapshot(year.report_id)
    save(store, snapshot, removal(snapshot.facts, document_of(snapshot.facts, options.remove)), user_name(options.user))
    tell(f"Đã bỏ minh chứng {options.remove}. “tthtcd undo {year.period.label}” lấy lại được.")
    return DONE


def _save(options: argparse.Namespace, store: Store, year: Year) -> int:
    from tthtcd_tui.files.whole import write_whole
    from tthtcd_tui.tasks.session.evidence import document_of, kept_file

    facts = store.snapshot(year.report_id).facts
    kept = kept_file(facts.text_at(document_of(facts, options.save), "file"))
    data = store.evidence_files.read(year.report_id, kept.digest) if kept else None
    if kept is None or data is None:
        complain("Minh chứng này không có tệp nào chép vào máy này. Xem nơi lưu trong danh mục.")
        return FAILURE
    out = options.out or Path(kept.name)
    write_whole(out, data)
    tell(f"Đã ghi {out}.")
    return DONE
