"""Where a refused row of a paste may go: the rows of its table, those called most like it first."""

from __future__ import annotations

import re
from collections import Counter

from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.report.fields import days_of, field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import ReportCell
from tthtcd_tui.tasks.session.edit_cells import ANY_NAME
from tthtcd_tui.tasks.session.refused_rows import RefusedRow
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.text.fold import fold


def rows_for(session: Session, row: RefusedRow) -> dict[Place, str]:
    """The rows that have every field of `row`, by their labels; a cell that is a row of its own is one."""
    fields: dict[Place, set[str]] = {}
    labels: dict[Place, str] = {}
    for cell in session.rows.cells():
        if cell.place.kind == row.kind:
            place, key, label = _row_of(cell, "" in row.texts)
            fields.setdefault(place, set()).add(key)
            labels.setdefault(place, label)
    fit = [place for place in labels if row.texts.keys() <= fields[place]]
    named = _words(" ".join(cell for cell in row.cells if cell not in row.texts.values()))
    fit.sort(key=lambda place: -len(named & _words(labels[place])) / max(len(_words(labels[place])), 1))
    alike = Counter(labels.values())
    return {
        place: labels[place] if alike[labels[place]] == 1 else _apart(session, place, labels[place]) for place in fit
    }


def _apart(session: Session, place: Place, label: str) -> str:
    """A label that two rows have, with the title of its section: «Tuyên truyền, vận động (Công tác hoạt động)»."""
    found = session.rows.row_at(place)
    section = session.form.section_by_key.get(found.section) if found else None
    return f"{label} ({section.name})" if section else label


def laid_on(row: RefusedRow, target: Place) -> dict[Place, str]:
    """What would be typed where, with `target` the row that was chosen."""
    return {Place.of(target, key) if key else target: text for key, text in row.texts.items()}


def why_not(session: Session, place: Place, text: str) -> str:
    """Why `text` cannot be stored at `place`; nothing where it can."""
    field = field_at(session.form, place)
    if field is None:
        return "biểu mẫu không có ô này"
    answer = read(field, text, ANY_NAME, days_of(session.facts.period, place))
    return answer.message if isinstance(answer, Problem) else ""


def _row_of(cell: ReportCell, is_alone: bool) -> tuple[Place, str, str]:
    if is_alone:
        return cell.place, "", cell.label
    return cell.place.parent, cell.key, cell.label.rpartition(": ")[0] or cell.label


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{2,}", fold(text)))
