"""P10: a DOCX with an appendix of 10,000 activities, warm, against lxml and zipfile writing the same XML.

Both begin with what they write from: ours with the year and its activities, the reference with the texts of the table's
cells. Both end with the bytes of a file.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from time import perf_counter

from lxml import etree

from benchmarks.ratio import Result, compare
from benchmarks.setting import Setting
from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.outline import Outline, Table, plain

ROWS = 10_000
_CATEGORIES = ("phap_luat", "suc_khoe", "moi_truong", "van_hoa_xa_hoi", "ky_nang_song", "van_nghe", "truyen_thanh")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def measure(setting: Setting) -> Result:
    store = Store(setting.database)
    snapshot = store.snapshot(setting.year.report_id)
    store.close()
    log = ActivityLog.of(_activity(number) for number in range(ROWS))

    def composed() -> Outline:
        return compose(snapshot.form, snapshot.facts, True, Material.of(log), ["activities"])

    texts = _texts(composed())
    made = docx_bytes(composed())
    with zipfile.ZipFile(BytesIO(made)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    ours, theirs = _cells(parts["word/document.xml"]), _cells(_written(texts))
    assert ours[-len(theirs) :] == theirs, "the reference writes another table"

    def measured() -> float:
        start = perf_counter()
        docx_bytes(composed())
        return perf_counter() - start

    def reference() -> float:
        start = perf_counter()
        _packed({**parts, "word/document.xml": _written(texts)})
        return perf_counter() - start

    what = f"DOCX with {ROWS} activities as an appendix, warm, against lxml + zipfile"
    return compare("P10", what, measured, reference, goal=1.0, runs=setting.runs)


def _activity(number: int) -> Activity:
    return Activity(
        f"hd-{number:06}",
        date(2020, 9, 1) + timedelta(days=number % 300),
        f"Chuyên đề số {number} cho người dân ở khu {number % 24 + 1}",
        _CATEGORIES[number % len(_CATEGORIES)],
        0,
        number % 3,
        f"Nhà văn hóa khu {number % 24 + 1}",
        "Hội Nông dân",
    )


def _texts(outline: Outline) -> list[list[str]]:
    table = outline.blocks[-1]
    assert isinstance(table, Table)
    titles = [plain(column.title) for column in table.columns]
    return [titles, *([plain(cell) for cell in row.cells] for row in table.rows)]


def _cells(document: bytes) -> list[str]:
    return ["".join(cell.itertext()) for cell in etree.fromstring(document).iter(f"{{{_W}}}tc")]


def _written(rows: Sequence[Sequence[str]]) -> bytes:
    """The table as a tree, cell by cell, and that as bytes."""
    add = etree.SubElement
    root = etree.Element(_w("document"), nsmap={"w": _W})
    table = add(add(root, _w("body")), _w("tbl"))
    tr, tr_pr, cant_split, tc, tc_pr, tc_w = map(_w, ("tr", "trPr", "cantSplit", "tc", "tcPr", "tcW"))
    p, p_pr, p_style, jc, r, t, val = map(_w, ("p", "pPr", "pStyle", "jc", "r", "t", "val"))
    across, style, side = {_w("w"): "1000", _w("type"): "dxa"}, {val: "NoiDungBangPhuLuc"}, {val: "left"}
    kept = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
    for texts in rows:
        row = add(table, tr)
        add(add(row, tr_pr), cant_split)
        for text in texts:
            cell = add(row, tc)
            add(add(cell, tc_pr), tc_w, across)
            paragraph = add(cell, p)
            properties = add(paragraph, p_pr)
            add(properties, p_style, style)
            add(properties, jc, side)
            if text:
                add(add(paragraph, r), t, kept).text = text
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


def _packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()
