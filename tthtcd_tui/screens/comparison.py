"""This year beside up to four before it: totals as bars, every number with its sparkline. Enter goes to the cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from rich.cells import cell_len

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.report.comparison import Compared, Comparison
from tthtcd_tui.report.percent import change_text
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.summed import SUM
from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.tasks.session.compare_years import compared, offered, toggle
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.fit import fit, wrap
from tthtcd_tui.widgets.flow import Passage
from tthtcd_tui.widgets.gauges import levels
from tthtcd_tui.widgets.look import HEADS, PLAIN, QUIET, STRONG

_NOTHING: Final = (
    "Chưa có năm nào trước cùng biểu mẫu để so sánh.",
    "Chưa có số nào có ở cả năm nay lẫn năm trước, nên chưa so sánh được.",
)
"""Why there is nothing to compare: without a year before, and with one."""
_YEARS: Final = "compared"
_LEAST_CHOICE: Final = 2
_CHANGE: Final = 9
_NUMBER: Final = 10
_LEAST_LABEL: Final = 14
_SIGMA: Final = "Σ"
"""Before a year that is the sum of several centres', where a column has no room for the word."""
_BAR: Final = 24


class ComparisonScreen(ReadingScreen):
    KEYS: ClassVar[tuple[str, ...]] = ("f9", "escape", "f1", "ctrl+g", "ctrl+q")

    @property
    def title_words(self) -> str:
        return "SO SÁNH CÁC NĂM"

    def passages(self, width: int) -> Sequence[Passage]:
        return [*self._choices(), *self._passages(compared(self.session), width)]

    def _choices(self) -> Iterator[Passage]:
        """Which years those are, a line each; nothing where there is no choice."""
        years = offered(self.session)
        if len(years) < _LEAST_CHOICE:
            return
        yield Passage((("So với (dấu cách chọn, bỏ; nhiều nhất bốn năm):", QUIET),), is_start=True)
        for year in years:
            sign = "[x]" if year.is_compared else "[ ]"
            yield Passage(((f"  {sign} {year.label}", PLAIN),), Place.of(_YEARS, year.label))
        yield Passage()

    def take(self, key: str, character: str | None) -> bool:
        """On a line of the choice Enter does what the space bar does; on its heading it leads to its first line."""
        passage, place = self.reader.passage, self.reader.place
        if key not in ("space", "enter") or passage is None or place is None or not place.startswith(f"{_YEARS}/"):
            return super().take(key, character)
        if passage.place is not None:
            self._toggle(place.parts[-1])
        else:
            self.reader.go_to(place)
            self.say_hint()
        return True

    def _toggle(self, label: str) -> None:
        try:
            self.saved(toggle(self.session, label))
        except TaskProblem as problem:
            self.announce(problem.message, wrong=True)
            return
        self.reload()

    def _passages(self, found: Comparison, width: int) -> Iterator[Passage]:
        if found.is_empty:
            yield from (Passage(((line, PLAIN),)) for line in wrap(_NOTHING[len(found.years) > 1], width))
            return
        for words in found.moved:
            yield from (Passage(((line, STRONG),)) for line in wrap(words, width))
        if any(year.startswith(SUM) for year in found.years):
            yield Passage(((f"{_SIGMA} là tổng của các trung tâm cũ.", QUIET),))
        for total in found.totals:
            yield Passage(((total.label, STRONG),), is_start=True)
            yield from self._bars(found, total, width)
            yield Passage()
        shown = _columns(found, width)
        yield Passage(_head(found, shown, width), is_start=True)
        yield from (Passage(self._line(line, shown, width), line.place) for line in found.lines)

    def _bars(self, found: Comparison, total: Compared, width: int) -> Iterator[Passage]:
        most = max(number for number in total.numbers if number is not None) or 1
        named = max(11, *(cell_len(year) + 1 for year in found.years))
        room = max(min(_BAR, width - 21 - named), 4)
        for number, (year, value) in enumerate(zip(found.years, total.numbers, strict=True)):
            bar = self.services.glyphs.full * round((value or 0) * room / most)
            told = "–" if value is None else format_number(value)
            before = total.answers[number - 1] if number else None
            change = change_text(total.answers[number], before) if before is not None else ""
            drawn, said = f"{bar:<{room}} ", f"  {change}"
            yield Passage(((f"  {year:<{named}}", PLAIN), (drawn, QUIET), (f"{told:>{_NUMBER}}", PLAIN), (said, QUIET)))

    def _line(self, line: Compared, shown: int, width: int) -> Line:
        numbers = line.numbers[-shown:]
        told = "".join(f"{'–' if each is None else format_number(each):>{_NUMBER}}" for each in numbers)
        spark = levels(line.numbers, self.services.glyphs)
        label = f"{line.label} ({line.unit})" if line.unit else line.label
        room = _room(shown, len(line.numbers), width)
        change = f"{change_text(*line.last_two):>{_CHANGE}}"
        drawn = f" {spark:<{len(line.numbers)}}"
        return ((fit(label, room), PLAIN), (drawn, QUIET), (told, PLAIN), (change, QUIET))

    def hint_of(self, passage: Passage) -> Message:
        if passage.place is not None and passage.place.startswith(f"{_YEARS}/"):
            return Message("Dấu cách: so với năm này, hoặc không. Lựa chọn là của báo cáo, phụ lục So sánh cũng theo.")
        if passage.place is not None:
            label = self._label(passage.place)
            return Message(f"{label}. Enter đến ô này.")
        return Message("Mũi tên, PgDn để đọc. Kèm vào báo cáo: màn hình Xuất báo cáo, phụ lục So sánh.")


def _columns(found: Comparison, width: int) -> int:
    """How many years, the newest, have room beside a label that can be read."""
    count = len(found.years)
    while count > 2 and _room(count, len(found.years), width) < _LEAST_LABEL:
        count -= 1
    return count


def _room(shown: int, years: int, width: int) -> int:
    return max(width - 1 - years - shown * _NUMBER - _CHANGE, 4)


def _head(found: Comparison, shown: int, width: int) -> Line:
    years = "".join(f"{_short(year):>{_NUMBER}}" for year in found.years[-shown:])
    blank = " " * (len(found.years) + 1)
    label = fit("Nội dung", _room(shown, len(found.years), width))
    head = f"{label}{blank}{years}{'so trước':>{_CHANGE}}"
    return ((head[: width + len(head) - cell_len(head)], HEADS),)


def _short(year: str) -> str:
    """«20-21» of a school year, where a column has no room for more; «Σ20-21» of a sum."""
    if year.startswith(SUM):
        return (
            f"{_SIGMA}{year[len(SUM) + 2 : len(SUM) + 4]}-{year[-2:]}" if "-" in year else f"{_SIGMA}{year[len(SUM) :]}"
        )
    return year if len(year) < _NUMBER else f"{year[2:4]}-{year[-2:]}" if year[4:5] == "-" else year[: _NUMBER - 1]
