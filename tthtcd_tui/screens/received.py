"""What was received from centres, for the body above: who is in, what it adds up to, each total down to its centres.

A list that narrows as one types. Enter on a total shows what each commune adds to it, Enter on a commune what it says;
Esc goes back up.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.style import Style

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.register.register import Register
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS
from tthtcd_tui.report.percent import change_text
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rollup.document import missing
from tthtcd_tui.report.rollup.measures import Measure
from tthtcd_tui.report.rollup.rollup import Line as UnitLine
from tthtcd_tui.report.rollup.rollup import Rollup, State
from tthtcd_tui.report.rollup.total import Order, number_at, ordered
from tthtcd_tui.report.stage import Stage
from tthtcd_tui.report.submitted import total_place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.advice import advised
from tthtcd_tui.screens.fetching import fetching_rollup
from tthtcd_tui.screens.finder import FinderScreen
from tthtcd_tui.screens.no_year import NoYearScreen
from tthtcd_tui.screens.reminding import LINE, READING, reminder_lines
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.upward.due import may_set_deadline, set_deadline
from tthtcd_tui.tasks.upward.letterhead import letterhead, may_say
from tthtcd_tui.tasks.upward.look import (
    Awaited,
    awaited_of,
    awaited_periods,
    office_of,
    periods_of,
    reminder_of,
    rollup_of,
    source_of,
    stages_of,
    year_of_unit,
)
from tthtcd_tui.tasks.upward.reminder import lacking
from tthtcd_tui.tasks.upward.shared import Shared
from tthtcd_tui.tasks.years.deadline import deadline
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.periods import Period
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.fit import fit, wrap
from tthtcd_tui.widgets.look import BAD, GOOD, PLAIN, QUIET, STRONG, WARN
from tthtcd_tui.widgets.menu import Entry

_NUMBER: Final = 14
_CHANGE: Final = 9
_WIDE_ENOUGH: Final = 64
_NOTHING: Final = "Chưa tiếp nhận bản nộp nào. Quản trị viên tiếp nhận bằng lệnh: tthtcd receive THƯ_MỤC"
_NOTHING_HERE: Final = "Chưa trung tâm nào nộp báo cáo."
_WAITING, _LATE, _LACKING = "waiting", "late", "lacking"
_LISTS: Final = {_WAITING: "Chờ bạn duyệt", _LACKING: "Chưa nộp, hoặc đã trả lại", _LATE: "Nộp muộn"}
"""What is to be done about some, in the order of haste."""
_LIST_LABEL: Final = 28
_LEAST_NAME: Final = 18
_BETWEEN: Final = 2
_DUE, _HEAD, _WORD, _REMIND, _ANSWER = "due", "head", "word", "remind", "answer"
_HEAD_LABEL: Final = "Thể thức báo cáo tổng hợp"
_STYLES: Final = {State.IN: PLAIN, State.APPROVED: GOOD, State.MISSING: BAD, State.UNKNOWN: WARN}


class ReceivedScreen(NoYearScreen, FinderScreen):
    KEYS: ClassVar[tuple[str, ...]] = ("f5", "escape", "f1", "ctrl+q")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._periods: list[Period] = []
        self._period: Period | None = None
        self._rollup: Rollup | None = None
        self._awaited: Awaited | None = None
        """Instead of the roll-up, of a period of which nothing has come."""
        self._problem, self._nothing = "", _NOTHING
        self._office = ""
        """Name of the unit that whoever looks supervises."""
        self._stages: Mapping[str, Stage] = {}
        """How far the report of each unit is for whoever looks, by code, where the reports themselves are here."""
        self._source: Register | Shared | None = None
        self._is_shared = False
        """Whether the reports themselves are here."""
        self._may_set_due = False
        self._gaps: list[str] | None = None
        """What their own report still lacks of its letterhead; None where that is not theirs to say."""
        self._path: list[str] = []
        """The keys of what was opened, from the period down."""

    @property
    def title_words(self) -> str:
        return "BẢN NỘP ĐÃ NHẬN"

    @property
    def where(self) -> str:
        """A supervisor is at no year, and at home."""
        return self._office if self._office and not self.services.report.has_year else super().where

    @property
    def aside(self) -> str:
        if self._awaited is not None and self._period is not None:
            return f"{self._period.label} "
        return f"{self._rollup.unit} {self._rollup.period.label} ".lstrip() if self._rollup else ""

    def key_line(self) -> list[tuple[str, str]]:
        return [("Enter", "Mở"), ("F5", "Đọc lại"), ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^Q", "Thoát")]

    def help_lines(self) -> list[tuple[str, str]]:
        own = [
            ("Enter", "ở một tổng: từng xã góp bao nhiêu; ở một xã: xã ấy nói gì;"),
            ("", "ở “Chờ bạn duyệt”, “Chưa nộp”: những xã ấy, rồi báo cáo của xã"),
            ("Gõ chữ", "tìm xã, nội dung; không cần dấu"),
            ("Esc", "lên một bậc, rồi quay lại"),
        ]
        return [*own, *(line for line in super().help_lines() if line[0] not in ("Enter", "Esc"))]

    def show_all(self) -> None:
        self._read()
        super().show_all()

    def _read(self) -> None:
        """Read the register anew; what cannot be read, or may not, is said in place of the list."""
        self._rollup, self._awaited, self._problem = None, None, ""
        try:
            register = source_of(self.services.store)
            self._source, self._is_shared = register, isinstance(register, Shared)
            self._office = office_of(register)
            self._may_set_due = may_set_deadline(register)
            self._gaps = missing(letterhead(register, None)) if may_say(register) else None
            self._nothing = _NOTHING_HERE if self._is_shared else _NOTHING
            awaited = awaited_periods(register)
            self._periods = [*periods_of(register), *awaited]
            if self._period not in self._periods:
                self._period, self._path = next(iter(self._periods), None), []
            self._stages = stages_of(register, self._period) if self._period is not None else {}
            if self._period in awaited:
                self._awaited = awaited_of(register, self._period)
            elif self._period is not None:
                self._rollup = rollup_of(register, self._period, Order.NAME)
                self._leave_empty_list(self._rollup)
        except UserProblem as problem:
            self._problem = advised(problem)

    def _leave_empty_list(self, rollup: Rollup) -> None:
        """Up from a list of which the last has been dealt with."""
        kind, _, which = (self._path[-1] if self._path else "").partition(":")
        if kind == "list" and not self._members(rollup, which):
            self._path.pop()

    def hint(self) -> Message:
        if self._problem or not self._periods:
            return Message(self._problem or self._nothing, warn=bool(self._problem))
        if self.asked and not self._is_found:
            return super().hint()
        kind, _, rest = self.menu.key.partition(":")
        if self._awaited is not None and self._period is not None and kind not in (_HEAD, _REMIND, LINE):
            way = "Enter: đặt ngày phải nộp." if kind == _DUE else "Enter ở một xã: xem báo cáo đang nhập."
            return Message(f"Chưa trung tâm nào nộp báo cáo {self._period.title}. {way}")
        words = {
            "total": f"Enter: từng xã góp bao nhiêu vào số này.{self._compared(rest) if kind == 'total' else ''}",
            "unit": "Enter: xã này nói gì. Gõ vài chữ để tìm, không cần dấu.",
            "period": "Enter: xem kỳ này.",
            "open": "Enter: mở báo cáo của xã này.",
            _DUE: "Enter: đặt ngày phải nộp; các trung tâm và danh sách nộp muộn theo ngày ấy.",
            _REMIND: "Enter: lời nhắc những đơn vị chưa nộp, để chép vào thư, Zalo.",
            LINE: READING,
            _ANSWER: "Enter: ghi cơ quan trả lời, lý do; làm tệp để gửi lại trung tâm.",
            _WORD: "Enter: lệnh lấy báo cáo tổng hợp ra tệp Word.",
            _HEAD: "Enter: cơ quan ban hành, nơi nhận, người ký của báo cáo tổng hợp.",
            "list": "Enter: xem những xã ấy, mở báo cáo của từng xã.",
            "years": "Enter: mọi báo cáo xem được, theo trung tâm và năm.",
        }
        return Message(words.get(kind, "Esc để lên một bậc."))

    def _compared(self, place: str) -> str:
        """Over whom the change is, where not all have both years."""
        found = self._rollup.total(Place(place)) if self._rollup else None
        if found is None or not 0 < found.compared < found.said:
            return ""
        return f" Tăng, giảm tính trên {found.compared} đơn vị có cả hai kỳ."

    # -- what is shown ------------------------------------------------------------------------------------------------

    def found(self, query: str) -> Sequence[Entry]:
        rollup, words = self._rollup, query.split()
        if self._path[-1:] == [_REMIND]:
            return list(self._of_reminder())
        if self._awaited is not None:
            return [each for each in self._of_awaited(self._awaited) if not words or _says(each, words)]
        if rollup is None:
            return [*self._older_periods(), *self._ways_on()]
        kind, _, rest = (self._path[-1] if self._path else "").partition(":")
        if kind == "list":
            made = self._of_list(rollup, rest)
        elif kind == "total":
            made = self._of_total(rollup, rollup.measure(Place(rest)))
        elif kind == _WORD:
            made = self._of_document(rollup)
        elif kind == "unit":
            made = self._of_unit(rollup, rest)
        else:
            made = self._of_period(rollup)
        return [entry for entry in made if not words or (entry.key and _says(entry, words))]

    def _of_period(self, rollup: Rollup) -> Iterator[Entry]:
        yield from self._completeness(rollup)
        yield from self._lists(rollup)
        yield from self._to_remind(rollup.lines)
        yield from self._to_set(rollup.deadline)
        yield Entry(_WORD, (("   Lấy báo cáo tổng hợp (Word)", PLAIN),))
        yield from self._newer_periods()
        yield self._heads("Cộng lại; số lượt từng nội dung", "Kỳ này", "Kỳ trước")
        for place in (total_place(CLASSES), total_place(PARTICIPATIONS)):
            yield self._total(rollup, place)
        for row in rollup.categories:
            if row.cells:
                yield self._total(rollup, Place.of(row.place, PARTICIPATIONS), row.label)
        yield self._heads("Từng xã: số lượt", "Kỳ này", "Kỳ trước")
        for line in rollup.lines:
            yield self._unit(line, total_place(PARTICIPATIONS))
        yield from self._older_periods()
        yield from self._ways_on()

    def _completeness(self, rollup: Rollup) -> Iterator[Entry]:
        counts = [f"{len(found)} {state.words.replace(',', '')}" for state in State if (found := rollup.having(state))]
        if rollup.late:
            counts.append(f"{len(rollup.late)} nộp muộn")
        due = self._due(rollup.deadline)
        of = f"{rollup.expected} đơn vị{due}: " if rollup.is_listed else ""
        yield from self._whole(f"{of}{', '.join(counts)}.", STRONG)

    def _due(self, day: date | None) -> str:
        """By when, and how many days that is; nothing where nobody said so."""
        left = deadline(day, self.services.today())
        return f", hạn {format_date(left.day)} ({left.in_short})" if left else ""

    def _to_set(self, day: date | None) -> Iterator[Entry]:
        """What whoever looks may say themselves."""
        if self._may_set_due:
            words = f"Đổi hạn nộp {format_date(day)}" if day else "Đặt hạn nộp"
            yield Entry(_DUE, ((f"   {words}", PLAIN),))
        if self._gaps is not None:
            state = (f"thiếu {len(self._gaps)}", WARN) if self._gaps else ("đủ", GOOD)
            yield Entry(_HEAD, ((f"   {fit(_HEAD_LABEL, _LIST_LABEL)}", PLAIN), state))

    def _members(self, rollup: Rollup, which: str) -> list[UnitLine]:
        """Of those a list is about."""
        if which == _WAITING:
            return [line for line in rollup.lines if self._waits(line.code)]
        if which == _LATE:
            return [line for line in rollup.lines if line.is_late]
        return lacking(rollup.lines)

    def _waits(self, code: str) -> bool:
        """Whether whoever looks can approve it now."""
        return code in self._stages and self._stages[code].waits_for_me

    def _state(self, line: UnitLine) -> str:
        """How far it is: of what was handed in, for whoever looks."""
        return self._stages[line.code].words if line.state.counts and line.code in self._stages else line.state.words

    def _lists(self, rollup: Rollup) -> Iterator[Entry]:
        """What asks for something to be done, each opened to those it is about."""
        if not self._is_shared:
            return
        for which, label in _LISTS.items():
            if found := self._members(rollup, which):
                style = GOOD if which == _WAITING else WARN
                yield Entry(f"list:{which}", ((f"   {fit(label, _LIST_LABEL)}", PLAIN), (str(len(found)), style)))

    def _to_remind(self, lines: Sequence[UnitLine]) -> Iterator[Entry]:
        if lacking(lines):
            yield Entry(_REMIND, (("   Lời nhắc nộp, để chép vào thư, Zalo", PLAIN),))

    def _of_reminder(self) -> Iterator[Entry]:
        found, period = self._rollup or self._awaited, self._period
        if self._source is not None and found is not None and period is not None:
            told = reminder_of(self._source, period, found, self.services.today())
            yield from reminder_lines(told, period, self.services, max(self._width - 2, 20))

    def _of_list(self, rollup: Rollup, which: str) -> Iterator[Entry]:
        """Enter leads to the report at once."""
        found = self._members(rollup, which)
        yield from self._whole(f"{_LISTS[which]}: {len(found)}", STRONG)
        for line in found:
            when = f"nộp {format_date(line.on)}{', muộn' if line.is_late else ''}" if line.on else ""
            if line.state is State.RETURNED:
                when = "trả lại"  # and why, which is in the way of nothing that matters more
            told = ": ".join(filter(None, (when, line.reason)))
            yield self._told(line.name, told or line.state.words, PLAIN, f"open:{line.code}")

    def _of_document(self, rollup: Rollup) -> Iterator[Entry]:
        """How whoever looks gets it: a screen writes no file of a roll-up."""
        label = rollup.period.label
        command = fetching_rollup(self.services.export_folder(), label, os.environ)
        where = "trên máy của bạn" if self.services.export_folder().is_served else "ở dấu nhắc lệnh"
        yield from self._whole(f"Gõ {where}:", STRONG)
        yield from self._whole(command, PLAIN)
        yield from self._whole("Bảng tính: thay docx bằng xlsx.", QUIET)
        if self._gaps:
            yield from self._whole(f"Thể thức còn thiếu, báo cáo là DỰ THẢO: {', '.join(self._gaps)}.", WARN)

    def _whole(self, words: str, style: Style) -> Iterator[Entry]:
        """Lines above a list, none of them cut."""
        return (Entry("", ((f" {line}", style),)) for line in wrap(words, max(self._width - 2, 20)))

    def _of_awaited(self, awaited: Awaited) -> Iterator[Entry]:
        """Who has to hand in, and how far each is."""
        due = self._due(awaited.deadline)
        yield from self._whole(f"{len(awaited.lines)} đơn vị{due}: chưa đơn vị nào nộp.", STRONG)
        yield from self._to_set(awaited.deadline)
        yield from self._to_remind(awaited.lines)
        for line in awaited.lines:
            yield self._not_in(line, f"open:{line.code}")
        yield from self._newer_periods()
        yield from self._older_periods()
        yield from self._ways_on()

    def _of_total(self, rollup: Rollup, measure: Measure) -> Iterator[Entry]:
        """What each commune adds to it, the largest first; a rate is not added."""
        yield from self._whole(measure.label, STRONG)
        yield self._heads("", "Kỳ này", "Kỳ trước")
        lines = {line.code: line for line in rollup.lines if line.commune}
        for commune in ordered(rollup.communes, Order.SIZE, measure):
            yield self._unit(lines[commune.code], measure.place)
        total = self._total(rollup, measure.place, rollup.form.table.total_label)
        yield total._replace(key="")

    def _of_unit(self, rollup: Rollup, code: str) -> Iterator[Entry]:
        """All the numbers of a commune, beside those of the year before."""
        line = next((line for line in rollup.lines if line.code == code), None)
        if line is None:
            return
        when = f", nhận {format_date(line.on)}{', muộn' if line.is_late else ''}" if line.on else ""
        version = f", bản chốt {line.version}" if line.version else ""
        yield from self._whole(f"{line.name}: {self._state(line)}{version}{when}", STRONG)
        if line.reason:
            yield from self._whole(line.reason, WARN)
        if self._is_shared:
            yield Entry(f"open:{code}", (("   Mở báo cáo: xem từng ô, góp ý, duyệt, trả lại", PLAIN),))
        elif line.version and not self.services.export_folder().is_served:
            yield Entry(f"{_ANSWER}:{code}", (("   Trả lời: trả lại kèm lý do, hoặc duyệt", PLAIN),))
        if line.commune is None:
            return
        yield self._heads("", "Kỳ này", "Kỳ trước")
        for measure in rollup.measures:
            now = number_at(line.commune.sums, measure.place)
            if now is not None:
                before = number_at(line.commune.before, measure.place)
                label = f"{measure.label} ({measure.unit})" if measure.unit else measure.label
                yield Entry(f"total:{measure.place}", self._numbers(label, now, before))

    def _total(self, rollup: Rollup, place: Place, label: str = "") -> Entry:
        found = rollup.total(place)
        line = self._numbers(label or rollup.measure(place).label, found.sum, found.before, found.now)
        return Entry(f"total:{place}", line)

    def _unit(self, line: UnitLine, place: Place) -> Entry:
        """One that is not in says so in place of its number."""
        key = f"unit:{line.code}" if line.code else ""
        if line.commune is None:
            return self._not_in(line, key)
        now, before = number_at(line.commune.sums, place), number_at(line.commune.before, place)
        return Entry(key, self._numbers(f"{line.name}{'  (muộn)' if line.is_late else ''}", now, before))

    def _not_in(self, line: UnitLine, key: str) -> Entry:
        """One of which nothing is added, and why; of one that has not handed in, how far it is."""
        told = line.state.words
        if line.state is State.MISSING and line.reason:
            told = line.reason if told in line.reason else f"{told} · {line.reason}"
        return self._told(line.name, told, _STYLES.get(line.state, WARN), key)

    def _told(self, name: str, told: str, style: Style, key: str) -> Entry:
        room = self._label_room
        if not self._has_room:  # what is told is not cut before the name is
            room = min(room, max(self._width - cell_len(told) - _BETWEEN, _LEAST_NAME))
        words = fit(f"{' ' * _BETWEEN}{told}", max(self._width - room, 1), self._more).rstrip()
        return Entry(key, ((fit(f"   {name}", room, self._more), PLAIN), (words, style)))

    def _newer_periods(self) -> Iterator[Entry]:
        """Above all that is added up: below it nobody would see that a newer one has begun."""
        yield from (_way_to(each) for each in self._periods if self._period and each.start > self._period.start)

    def _older_periods(self) -> Iterator[Entry]:
        others = (each for each in self._periods if each != self._period)
        yield from (_way_to(each) for each in others if not self._period or each.start <= self._period.start)

    def _ways_on(self) -> Iterator[Entry]:
        """From here one can get to every report that one may read."""
        if self._is_shared and not self.services.report.has_year:
            yield Entry("years", (("   Danh sách mọi báo cáo, theo trung tâm và năm", PLAIN),))

    def _heads(self, label: str, *columns: str) -> Entry:
        heads = "".join(fit(column, _NUMBER, right=True) for column in columns[: self._shown_columns])
        return Entry("", ((fit(f" {label}", self._label_room, self._more), STRONG), (heads, QUIET)))

    def _numbers(
        self, label: str, now: Decimal | None, before: Decimal | None, compared: Decimal | None = None
    ) -> Line:
        """The change is of those that are in for both years."""
        base = now if compared is None else compared
        moved = change_text(Quantity(base), Quantity(before)) if base is not None and before is not None else ""
        shown = (now, before)[: self._shown_columns]
        numbers = "".join(fit(_shown(number), _NUMBER, right=True) for number in shown)
        change = fit(moved, _CHANGE, right=True) if self._has_room else ""
        return ((fit(f"   {label}", self._label_room, self._more), PLAIN), (numbers, PLAIN), (change, QUIET))

    @property
    def _width(self) -> int:
        return self.menu.size.width or 80

    @property
    def _label_room(self) -> int:
        taken = self._shown_columns * _NUMBER + (_CHANGE if self._has_room else 0)
        return max(self._width - taken - 1, 12)

    @property
    def _has_room(self) -> bool:
        """For the year before and the change; else this year's number stands beside a name that can be read."""
        return self._width >= _WIDE_ENOUGH

    @property
    def _shown_columns(self) -> int:
        return 2 if self._has_room else 1

    @property
    def _more(self) -> str:
        return self.services.glyphs.more

    # -- what is chosen -----------------------------------------------------------------------------------------------

    def chosen(self, key: str) -> None:
        kind, _, rest = key.partition(":")
        if kind == "open":
            self._open(rest)
            return
        if kind == LINE:
            return
        if kind == _ANSWER:
            self._answer(rest)
            return
        if kind == "years":
            self.navigator.show(registry.YEARS.name)
            return
        if kind in (_DUE, _HEAD):
            self.forget_query()  # whoever comes back sees the whole list
            self.menu.go_to(key)
            if kind == _DUE:
                self._ask_day()
            else:
                self.navigator.open(to.RollupHead())
            return
        if kind == "period":
            self._period = next(period for period in self._periods if period.label == rest)
            self._path = []
            self._read()
        else:
            self._path.append(key)
        self.menu.go_to_first()
        self.forget_query()

    def _ask_day(self) -> None:
        found, period = self._rollup or self._awaited, self._period
        if found is None or period is None:
            return
        whose = f"Các trung tâm thuộc {self._office}" if self._office else "Các trung tâm"
        self.navigator.open(
            to.DueDay(period, whose, found.deadline, lambda day, note: self._set_day(period, day, note))
        )

    def _set_day(self, period: Period, day: date, note: str) -> None:
        set_deadline(source_of(self.services.store), period, day, self.services.user)
        self.show_all()
        done = f"Đã đặt hạn nộp {period.title}{self._due(day).replace(', hạn', ':')}."
        self.say(" ".join(filter(None, (note, done))), good=True)

    def _answer(self, code: str) -> None:
        """Of what came by mail."""
        line = next((line for line in self._rollup.lines if line.code == code), None) if self._rollup else None
        if line is not None and self._period is not None:
            self.navigator.open(to.AnswerMailed(self._period, code, line.name, self._say_answered))

    def _say_answered(self, words: str) -> None:
        self.show_all()
        left = sum(line.state is State.IN for line in self._rollup.lines) if self._rollup else 0
        self.say(f"{words}{f' (còn {left} bản nộp chưa trả lời).' if left else '.'}", good=True)

    def _open(self, code: str) -> None:
        """The report of a unit itself, where it is in this database."""
        register = source_of(self.services.store)
        year = year_of_unit(register, self._period, code) if self._period else None
        if year is None:
            self.say("Xã này chưa có báo cáo của kỳ này để mở.")
        else:
            self.navigator.open_year(year, "")

    def take(self, key: str, character: str | None) -> bool:
        """What Enter does differs from line to line."""
        taken = super().take(key, character)
        if taken and key != "enter":
            self.say_hint()
        return taken

    def do_back(self) -> None:
        """Up to what was opened before; then back."""
        if self.asked:
            self.forget_query()
        elif self._path:
            left = self._path.pop()
            self.menu.go_to_first()  # what stands above it comes into sight, too
            self.reload()
            self.menu.go_to(left)
            self.say_hint()
        elif self.services.report.has_year:
            super().do_back()
        else:
            self.say("Đây là màn hình đầu. Enter ở một xã để mở báo cáo của xã ấy; Ctrl+Q để thoát.")


def _way_to(period: Period) -> Entry:
    return Entry(f"period:{period.label}", ((f"   Xem {period.title}", PLAIN),))


def _says(entry: Entry, words: Sequence[str]) -> bool:
    text = fold("".join(text for text, _ in entry.line))
    return all(word in text for word in words)


def _shown(number: Decimal | None) -> str:
    return "–" if number is None else format_number(number)
