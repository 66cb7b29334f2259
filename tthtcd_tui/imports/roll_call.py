"""A roll call: one sheet a class, its day and subject above, a mark for each who came. The marks are participations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import reading, typed
from tthtcd_tui.imports.blocks.categories import Categories
from tthtcd_tui.imports.blocks.grid import Grid
from tthtcd_tui.imports.blocks.plan import LogRow
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": (
        "lop",
        "ten lop",
        "chuyen de",
        "ten chuyen de",
        "noi dung",
        "hoat dong",
        "ten hoat dong",
        "chu de",
        "mon hoc",
    ),
    "category": ("linh vuc", "loai", "loai hinh", "nhom", "loai lop"),
    "date": ("ngay", "thoi gian", "ngay hoc", "ngay to chuc", "thoi gian to chuc", "ngay mo"),
    "place": ("dia diem", "noi hoc", "noi to chuc", "phong hoc"),
    "partner": ("don vi phoi hop", "phoi hop", "don vi", "phoi hop voi"),
}
_HEAD: Final = 40
"""Lines among which the heads of the list are looked for."""
_NAMES: Final = ("ho va ten", "ho ten", "hoc vien", "ten hoc vien", "ho va ten hoc vien")
_PRESENT: Final = re.compile(
    r"^(?:co mat|diem danh|du|tham gia|ki ten|ki nhan|ki)$|^buoi(?: thu)? ?\d+$|^\d{1,2}[-/.]\d{1,2}"
)
_ABSENT_MARKS: Final = frozenset({"", "0", "-", "v", "vang", "p", "k", "kp", "khong", "nghi"})


def read_roll_call(form: Form, period: Period, grid: Grid) -> LogRow | None:
    """The one activity that a roll call is; None for a sheet that is none."""
    at = next((n for n, line in enumerate(grid.lines[:_HEAD]) if _is_head(line.cells)), None)
    if at is None:
        return None
    said = _said(grid.lines[:at] if at else (), grid)
    if "title" not in said:
        return None
    head = [fold(cell) for cell in grid.lines[at].cells]
    name = next(n for n, cell in enumerate(head) if cell in _NAMES)
    marks = [n for n, cell in enumerate(head) if n > name and _PRESENT.match(cell)]
    count = 0
    for line in grid.lines[at + 1 :]:
        if line.cell(name) and not fold(line.cell(name)).startswith(("tong", "cong")):
            count += sum(fold(line.cell(mark)) not in _ABSENT_MARKS for mark in marks)
    return _row(form, period, {**said, "classes": "1", "participations": str(count)}, grid.lines[at].number)


def _is_head(cells: Sequence[str]) -> bool:
    words = [fold(cell) for cell in cells]
    names = [n for n, cell in enumerate(words) if cell in _NAMES]
    return bool(names) and any(_PRESENT.match(cell) for cell in words[names[0] + 1 :])


def _said(lines: Sequence[object], grid: Grid) -> dict[str, str]:
    """What stands above the list: «Lớp: | Lớp sửa máy bơm», in two cells or in one."""
    found: dict[str, str] = {}
    for line in grid.lines[: len(lines)]:
        cells = [cell for cell in line.cells if cell]
        for number, cell in enumerate(cells):
            label, colon, rest = cell.partition(":")
            key = next((key for key, names in _KEYS.items() if fold(label).strip() in names), None)
            value = rest.strip() if colon and rest.strip() else cells[number + 1] if number + 1 < len(cells) else ""
            if key and value and (colon or number == 0):
                found.setdefault(key, value)
    return found


def _row(form: Form, period: Period, said: Mapping[str, str], line: int) -> LogRow:
    fields = form.records[PlaceKind.ACTIVITY]
    texts: dict[str, str] = {}
    doubts = []
    for key, field in fields.items():
        raw = said.get(key, "")
        if not raw:
            if field.required:
                doubts.append(f"còn thiếu {field.label.lower()}")
            continue
        if key == "category":
            categories = Categories(form)
            found = categories.key(raw)
            if found is None:
                doubts.append(f"{field.label}: “{raw}” không rõ là loại nào")
            else:
                texts[key] = categories.typed(found)
            continue
        answer, _ = reading(field, raw, days=period.days)
        if isinstance(answer, Problem):
            doubts.append(f"{field.label}: {answer.message.rstrip('.')}")
        else:
            texts[key] = typed(field, answer)
    return LogRow.of(line, texts, "; ".join(doubts), is_complete=not doubts)
