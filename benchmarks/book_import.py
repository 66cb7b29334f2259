"""A book of 100,000 rows imported from xlsx; its reference is the same activities imported from our JSON."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from xml.sax.saxutils import escape

from benchmarks.log_import import ROWS, large_report
from benchmarks.ratio import Result, compare
from benchmarks.setting import Setting
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.codec import decode_tree, parse_json
from tthtcd_tui.tasks.care.gc_tuning import gc_paused
from tthtcd_tui.tasks.session.import_file import plan_file, run_file
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.tasks.transfer.read_in_child import look_through

GOAL = 1.2
_HEADS = ("TT", "Ngày", "Nội dung", "Loại hình", "Số lớp", "Lượt người", "Địa điểm", "Đơn vị phối hợp")
_EPOCH = date(1899, 12, 30)


def measure(setting: Setting) -> Result:
    """CPU, that of the reading process among it."""
    data = large_report(setting)
    book = xlsx_of(setting, data)
    files = iter(range(1_000))

    def ours() -> float:
        store = _store(setting, next(files))
        start = _cpu()
        with gc_paused():
            plan = plan_file(store, store.years.all()[0], look_through(book, "so.xlsx").data, "so.xlsx")
            assert run_file(store, plan, "an") == ROWS
        seconds = _cpu() - start
        store.close()
        return seconds

    def json() -> float:
        store = Store(setting.folder / f"json-{next(files)}.db")
        start = _cpu()
        with gc_paused():
            run_import(store, plan_import(store, data, "a.json"), "an")
        seconds = _cpu() - start
        store.close()
        return seconds

    what = f"{ROWS} rows of xlsx, against the same import from JSON"
    with _compiled_modules_kept():
        return compare("book", what, ours, json, goal=GOAL, runs=min(setting.runs, 3))


@contextmanager
def _compiled_modules_kept() -> Iterator[None]:
    """As for any user, whom the reading process costs no compiling but the first time."""
    name = "PYTHONDONTWRITEBYTECODE"
    stood = os.environ.pop(name, None)
    try:
        yield
    finally:
        if stood is not None:
            os.environ[name] = stood


def _cpu() -> float:
    return sum(use.ru_utime + use.ru_stime for use in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def _store(setting: Setting, number: int) -> Store:
    """The year without a log."""
    store = Store(setting.folder / f"book-{number}.db")
    run_import(store, plan_import(store, large_report(setting, 0), "a.json"), "an")
    return store


def xlsx_of(setting: Setting, data: bytes) -> bytes:
    """The activities of a report as an office keeps them: a head, a number before each row, days as Excel has them."""
    store = Store(setting.database)
    form = store.snapshot(setting.year.report_id).form
    store.close()
    log = decode_tree(parse_json(data), form).log
    labels = {option.key: option.label for option in form.records["activity"]["category"].options}
    rows: list[Sequence[str | int]] = [_HEADS]
    for number, each in enumerate(log.activities, 1):
        day = (each.date - _EPOCH).days
        numbers = each.classes or 0, each.participations or 0
        rows.append((number, day, each.title, labels[each.category], *numbers, each.place, each.partner))
    return written(rows, days=1)


def written(rows: Sequence[Sequence[str | int]], days: int = -1) -> bytes:
    """A workbook of one sheet; the numbers of the column `days` are dates."""
    strings: dict[str, int] = {}
    lines = []
    for number, row in enumerate(rows, 1):
        cells = []
        for column, value in enumerate(row):
            at = f"{chr(65 + column)}{number}"
            if isinstance(value, str):
                cells.append(f'<c r="{at}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>')
            else:
                style = ' s="1"' if column == days else ""
                cells.append(f'<c r="{at}"{style}><v>{value}</v></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.openxml'
        'formats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{links}"><Relationship Id="r1" Type="{office}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Sổ" sheetId="1"'
        ' r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{links}"><Relationship Id="r1" Type="{office}/worksheet"'
        f' Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{office}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r3" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"'
        ' applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">'
        + "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
        + "</sst>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
    return made.getvalue()
