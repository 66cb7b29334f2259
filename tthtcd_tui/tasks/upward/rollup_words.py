"""A roll-up in lines for a terminal: who is in first, then what they add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.report.facts import ResultColumn
from tthtcd_tui.report.percent import change_text
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rollup.rollup import Line, Rollup, State
from tthtcd_tui.report.rollup.total import Commune, Total, number_at
from tthtcd_tui.report.stage import Stage
from tthtcd_tui.report.submitted import total_place
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.numbers import format_number


def told(rollup: Rollup) -> Iterator[str]:
    yield f"TỔNG HỢP {rollup.period.title.upper()}" + (f" · {rollup.unit}" if rollup.unit else "")
    yield from completeness(rollup)
    yield ""
    classes, taken = (rollup.total(total_place(column)) for column in ResultColumn)
    yield f"Cộng {len(rollup.communes)} đơn vị: {_shown(classes.sum)} lớp, {_shown(taken.sum)} lượt người tham gia."
    if taken.compared:
        moved = f"{_shown(taken.before)} → {_shown(taken.now)} lượt{_change(taken)}"
        yield f"{taken.compared} đơn vị có cả năm trước: {moved}."
    yield from _categories(rollup)
    yield ""
    yield from (_commune(rollup, commune) for commune in rollup.communes)


def completeness(rollup: Rollup) -> Iterator[str]:
    """Who is in and who is not."""
    yield from who_is_in(rollup.lines, is_listed=rollup.is_listed)


def who_is_in(lines: Sequence[Line], *, is_listed: bool, stages: Mapping[str, Stage] | None = None) -> Iterator[str]:
    """How many of each; then one by one those that are not in, or late; `stages` by code say how far what is in is."""
    by_state = {state: sum(line.state is state for line in lines) for state in State}
    counts = ", ".join(f"{count} {state.words}" for state, count in by_state.items() if count)
    of = f"Trong {sum(line.is_expected for line in lines)} đơn vị: " if is_listed else ""
    late = sum(line.is_late and line.is_expected for line in lines)
    yield f"{of}{counts}{f'; {late} nộp muộn' if late else ''}."
    if not is_listed:
        yield "Chưa có danh mục đơn vị, nên chỉ biết ai năm trước có nộp mà năm nay chưa."
    for line in lines:
        if not line.state.counts or line.is_late:
            yield line_words(line, (stages or {}).get(line.code))


def line_words(line: Line, stage: Stage | None = None) -> str:
    """A commune in the list of who is in; how far what it handed in is for whoever looks, where that is known."""
    when = f" · nhận {format_date(line.on)}{', muộn' if line.is_late else ''}" if line.on else ""
    why = f" · {line.reason}" if line.reason else ""
    state = stage.words if stage is not None and line.state.counts else line.state.words
    return f"{f'{line.code} · ' if line.code else ''}{line.name} · {state}{when}{why}"


def _categories(rollup: Rollup) -> Iterator[str]:
    for row in rollup.categories:
        if row.cells:
            classes, taken = (rollup.total(Place.of(row.place, column)) for column in ResultColumn)
            yield f"  {row.label}: {_shown(classes.sum)} lớp, {_shown(taken.sum)} lượt{_change(taken)}"


def _commune(rollup: Rollup, commune: Commune) -> str:
    classes, taken = (number_at(commune.sums, total_place(column)) for column in ResultColumn)
    before = number_at(commune.before, total_place(ResultColumn.PARTICIPATIONS))
    moved = change_text(Quantity(taken), Quantity(before)) if taken is not None and before is not None else ""
    numbers = f"{_shown(classes)} lớp · {_shown(taken)} lượt{f' ({moved})' if moved else ''}"
    text = f"{commune.code} · {commune.name} · {numbers}"
    measure = rollup.measure(rollup.by)
    if measure.place in map(total_place, ResultColumn):
        return text
    value = number_at(commune.sums, measure.place)
    return f"{text} · {measure.label}: {_shown(value)} {measure.unit}".rstrip()


def _change(found: Total) -> str:
    if found.now is None or found.before is None:
        return ""
    text = change_text(Quantity(found.now), Quantity(found.before))
    return f" ({text})" if text else ""


def _shown(number: Decimal | None) -> str:
    return "–" if number is None else format_number(number)
