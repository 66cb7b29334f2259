"""P2: `tthtcd export` of a year, a cold process, against a bare python-docx script writing the same blocks."""

from __future__ import annotations

from pathlib import Path

from benchmarks.ratio import Result, compare, program, script
from benchmarks.setting import Setting
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.outline import BulletList, Heading, KeyValues, LegalBasis, Paragraph, Table, plain

_SCRIPT = """
import docx
document = docx.Document()
head = document.add_table(2, 2)
for row in head.rows:
    for cell in row.cells:
        cell.text = "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG"
document.add_paragraph("BÁO CÁO")
for kind, words in {blocks!r}:
    if kind == "heading":
        document.add_heading(words, 1)
    elif kind == "table":
        table = document.add_table(len(words), len(words[0]))
        for row, texts in zip(table.rows, words):
            for cell, text in zip(row.cells, texts):
                cell.text = text
    else:
        document.add_paragraph(words)
sign = document.add_table(1, 2)
for cell in sign.rows[0].cells:
    cell.text = "GIÁM ĐỐC"
document.save({out!r})
"""


def measure(setting: Setting) -> Result:
    store = Store(setting.database)
    snapshot = store.snapshot(setting.year.report_id)
    store.close()
    blocks: list[tuple[str, object]] = []
    for block in compose(snapshot.form, snapshot.facts).blocks:
        match block:
            case Heading():
                blocks.append(("heading", f"{block.label} {plain(block.text)}"))
            case Paragraph():
                blocks.append(("paragraph", plain(block.runs)))
            case KeyValues():
                blocks += [("paragraph", plain(item.label) + plain(item.value)) for item in block.items]
            case BulletList(lines) | LegalBasis(lines):
                blocks += [("paragraph", plain(line)) for line in lines]
            case Table():
                rows = [[plain(column.title) for column in block.columns]]
                blocks.append(("table", rows + [[plain(cell) for cell in row.cells] for row in block.rows]))
            case _:
                pass  # the head and the sign-off are in the script
    bare = setting.folder / "bare.py"
    bare.write_text(_SCRIPT.format(blocks=blocks, out=str(setting.folder / "bare.docx")), encoding="utf-8")
    export: list[str | Path] = ["export", "2020-2021", "-o", setting.folder / "a.docx", "--force"]
    return compare(
        "P2",
        "tthtcd export, cold, against a bare python-docx script",
        program(export, setting.environment),
        script(bare, setting.environment),
        goal=1.5,
        runs=setting.runs,
    )
