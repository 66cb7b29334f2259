"""The overview: how far each screen is, what is wrong, where one was. A digit opens, Enter goes on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from textual.widget import Widget

from tthtcd_tui.forms.known import NEWEST, SHIPPED_KEY
from tthtcd_tui.report.areas import areas
from tthtcd_tui.report.completeness import Requirement, progress
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.details import DUE
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.advice import advised
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.pause import Pause
from tthtcd_tui.screens.readiness import to_export, to_finalise
from tthtcd_tui.screens.section_state import SectionState
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.years.deadline import Deadline, nearest, own_day
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Line, Span
from tthtcd_tui.widgets.fit import fit, room_for
from tthtcd_tui.widgets.gauges import bar, spark
from tthtcd_tui.widgets.look import BAD, GOOD, PLAIN, QUIET, WARN
from tthtcd_tui.widgets.menu import Entry, Menu

if TYPE_CHECKING:
    from tthtcd_tui.models.comments import Thread
    from tthtcd_tui.models.submissions import Standing
    from tthtcd_tui.report.stage import Stage

_DUE: Final = "due"
"""The line of the deadline."""
_HANDED_IN: Final = "handed-in"
"""The line of what the superior has."""
_LABEL = 27
_MONTHS_SECONDS = 0.25
"""Without a key, until the months are counted."""
_WIDE_ENOUGH_FOR_BARS = 64
_BEFORE_STATE = 5
"""Cells of the sign, the number, and the blanks around the label."""


class OverviewScreen(BaseScreen):
    KEYS: ClassVar[tuple[str, ...]] = (
        "f8",
        "f3",
        "f9",
        "f6",
        "f7",
        "ctrl+z",
        "ctrl+y",
        "f5",
        "ctrl+g",
        "ctrl+p",
        "ctrl+q",
    )

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.menu = Menu()
        self._followed: Place | None = None
        """Where the cursor stood last when this line was put under it."""
        self._followed_to = ""
        self._months: tuple[str, ...] = ()
        """How much was held month by month, in ever fewer words."""
        self._months_of = -1
        """The revision that the months were counted of."""
        self._handed_in: Line = ()
        """What the superior has and said, once it is known."""
        self._stage = ""
        """How far it is for one above the centre, once that is known."""
        self._unsettled = ""
        """How many comments are not settled, and answered, once that is known."""
        self._above: date | None = None
        """By when those above want it, once that is known."""
        self._is_above = False
        """Whether what centres hand in is theirs to see, once that is known."""
        self._pause: Pause | None = None

    @property
    def title_words(self) -> str:
        return "TỔNG QUAN"

    @property
    def aside(self) -> str:
        whole = progress(self.session.requirements)
        tally = self.session.tally
        due = self._deadline
        if self._width < _WIDE_ENOUGH_FOR_BARS:
            glyphs = self.services.glyphs
            return f"{whole.percent}%  {glyphs.failed}{tally.errors}  {glyphs.warned}{tally.warnings} "
        told = f"   {due.words}" if due else ""
        return f"Hoàn thành {whole.percent}%   Lỗi {tally.errors}   Cảnh báo {tally.warnings}{told} "

    @property
    def _deadline(self) -> Deadline | None:
        """When it has to be handed in: the earlier of what is written here and said above. What is final has been."""
        if self.session.is_final:
            return None
        return nearest(own_day(self.session.facts), self._above, self.services.today())

    def _draw_frame(self) -> None:
        """Nothing is drawn of a year that is being closed: the list of years is on its way."""
        if self.services.report.has_year:
            super()._draw_frame()

    def key_line(self) -> list[tuple[str, str]]:
        enter = "Tiếp tục" if self._goes_on else "Mở dòng"
        keys = [(f"0-{self.last_number}", "Mở"), ("Enter", enter), ("F3", "Tìm")]
        return [*keys, ("F8", "Cần sửa"), ("F1", "Trợ giúp"), ("^G", "Đi tới"), ("^Q", "Thoát")]

    def help_lines(self) -> list[tuple[str, str]]:
        own = [
            (f"0-{self.last_number}", "mở mục có số ấy"),
            ("Enter", "tiếp tục ở ô vừa nhập; sau mũi tên: mở mục đang chọn"),
        ]
        return [*own, *super().help_lines()]

    def body(self) -> Widget:
        self.menu.glyphs = self.services.glyphs
        return self.menu

    def reload(self) -> None:
        """One line a screen of the form, then the summary, the export, and the years."""
        session = self.session
        titles = {area.sections: area.title for area in areas(session.form)}
        wanted = session.requirements
        details = [requirement for requirement in wanted if not requirement.section]
        by_section = self._open_findings()
        entries = [self._entry("0", registry.DETAILS.label, details, by_section.get("", []))]
        for number, screen in enumerate(session.form.screens, 1):
            mine = [requirement for requirement in wanted if requirement.section in screen.sections]
            found = [finding for section in screen.sections for finding in by_section.get(section, ())]
            title = titles.get(screen.sections, "")
            label = title if 0 < len(title) <= _LABEL else screen.label
            entries.append(self._entry(str(number), label, mine, found))
        count = len(session.form.screens)
        entries += [
            self._line(registry.SUMMARY, "", number=str(count + 1)),
            self._line(registry.EXPORT, *to_export(session.tally), number=str(count + 2)),
            Entry("", ()),
            *self._carried(),
            self._due(),
            *self._newer_form(),
            self._finalising(),
            *([Entry(_HANDED_IN, self._handed_in)] if self._handed_in else []),
            *([self._line(registry.COMMENTS, self._unsettled)] if self._unsettled else []),
            self._line(registry.LOG, *self._of_the_log()),
            *([self._line(registry.RECEIVED, "ai đã nộp, ai muộn, tổng hợp", "ai đã nộp")] if self._is_above else []),
            self._line(
                registry.YEARS, "mở năm khác" if self.session.supervises else "mở năm khác, tạo, xóa", "mở năm khác"
            ),
            Entry("", ()),
            self._legend(),
        ]
        self.menu.show(entries if len(entries) <= self.menu.height else [each for each in entries if each.line])
        if self._pause is not None and self._months_of != self.session.revision:
            self._pause.touch()
        self._follow(self.services.report.last_place)

    def _finalising(self) -> Entry:
        """The same screen is where whoever is above the centre answers."""
        if self.session.supervises:
            return self._line(registry.FINALISE._replace(label="Duyệt, trả lại"), self._stage)
        if self.session.is_final:
            return self._line(registry.FINALISE, "đã chốt, chỉ xem")
        return self._line(registry.FINALISE, *to_finalise(self.session.tally))

    def on_mount(self) -> None:
        self._pause = self.pause(_MONTHS_SECONDS, self._show_months)

    def settle(self) -> None:
        if self._pause is not None:
            self._pause.end()

    def _show_months(self) -> None:
        """How much was held month by month, and what the superior said: counting is not for the first look."""
        from tthtcd_tui.tasks.session.activity_months import activity_months  # nor is what these load
        from tthtcd_tui.tasks.upward.above import looks_from_above

        self._months_of = self.session.revision
        stage = self.session.stage
        handed_in, left = self._handed_in_line(stage), _unsettled(self.session.threads)
        months = activity_months(self.session)
        begun = [each for each in months if each[1]]
        drawn = [spark(each, self.services.glyphs) for each in (months, begun)]
        told = (*(f"theo tháng {each}" for each in drawn), drawn[-1]) if begun else ()
        above = self.session.store.verdicts.deadline_of(self.session.year)
        is_above = looks_from_above(self.session.store)
        found = (told, handed_in, stage.words, left, above, is_above)
        if found != (self._months, self._handed_in, self._stage, self._unsettled, self._above, self._is_above):
            self._months, self._handed_in, self._stage, self._unsettled, self._above, self._is_above = found
            self.reload()
            self.show_frame()

    def do_refresh_now(self) -> None:
        """The deadline too, which is no change of the report."""
        self._months_of = -1
        super().do_refresh_now()

    def _of_the_log(self) -> tuple[str, ...]:
        without = ("ghi từng buổi; F6 ở mọi màn hình", "ghi từng buổi; F6")
        return (*self._months, without[-1]) if self._months else without

    def _handed_in_line(self, stage: Stage) -> Line:
        """That it can be handed in; else that it was sent back, and why, or approved, or how far it is.

        Enter leads there. One above the centre reads how far it is in the line of their answer.
        """
        from tthtcd_tui.tasks.upward.at_year import hands_in_to

        found, is_above = self.session.handed_in, stage.is_above
        told = (
            ("Nộp cấp trên", "chưa nộp bản vừa chốt; Enter để nộp" if hands_in_to(self.session) else "", WARN),
            ("Đã trả lại" if is_above else "Cấp trên trả lại", found.returned, BAD),
            ("Đã duyệt" if is_above else "Cấp trên duyệt", found.approved, GOOD),
            ("Bản đã nộp" if is_above else "Nộp cấp trên", _on_its_way(found, stage), QUIET),
        )
        for label, words, style in told:
            if words:
                room, more = self._label_room, self.services.glyphs.more
                words = fit(words, max(self._width - room - _BEFORE_STATE, 1), more).rstrip()  # noqa: PLW2901
                return ((f"    {fit(label, room, more)} ", PLAIN), (words, style))
        return ()

    def _open_findings(self) -> dict[str, list[Finding]]:
        """What is open, by section; those of the report's own details under nothing."""
        found: dict[str, list[Finding]] = {}
        for finding in self.session.findings:
            if finding.is_open and not finding.is_missing:
                found.setdefault(self.session.section_of(finding.place) or "", []).append(finding)
        return found

    def _legend(self) -> Entry:
        """What the signs mean, here once for all screens."""
        glyphs = self.services.glyphs
        signs = ((glyphs.failed, "lỗi", BAD), (glyphs.warned, "cảnh báo", WARN), (glyphs.missing, "còn thiếu", QUIET))
        line: list[Span] = [(" ", PLAIN)]
        for sign, words, style in signs:
            line += [(f"   {sign}", style), (f" {words}", QUIET)]
        return Entry("", (*line, (f"   {glyphs.empty} trống   – không có", QUIET)))

    def hint(self) -> Message:
        return Message(self._where_one_was(), warn=bool(self.session.read_only))

    def reset(self) -> None:
        self._followed, self._followed_to = None, ""
        self._months, self._months_of, self._handed_in, self._unsettled, self._above = (), -1, (), "", None
        self._stage = ""
        self.menu.go_to_first()

    def shows(self, place: Place) -> bool:
        return place == DUE

    def _follow(self, place: Place | None) -> None:
        """Puts the cursor on the screen where one was, so that Enter goes on there."""
        if place is None or place == self._followed:
            return
        self._followed = place
        section = self.session.section_of(place)
        screens = self.session.form.screens
        to = next((str(number) for number, screen in enumerate(screens, 1) if section in screen.sections), "0")
        self._followed_to = "log" if place.kind == PlaceKind.ACTIVITY else to
        self.menu.go_to(self._followed_to)

    def _entry(self, number: str, label: str, mine: list[Requirement], found: list[Finding]) -> Entry:
        done = progress(mine)
        glyphs = self.services.glyphs
        drawn = f"{bar(*done, glyphs)} " if self._width >= _WIDE_ENOUGH_FOR_BARS else ""
        count = f"{done.done:>2}/{done.total:<2}  "
        room = self._width - self._label_room - len(drawn) - len(count) - _BEFORE_STATE
        line: Line = (
            (f" {number:>2} {fit(label, self._label_room, glyphs.more)} ", PLAIN),
            (drawn, GOOD if done.done == done.total else PLAIN),
            (count, PLAIN),
            *self._state(mine, found, max(room, 1)),
        )
        return Entry(number, line)

    @property
    def _width(self) -> int:
        return self.menu.size.width or 80

    @property
    def _label_room(self) -> int:
        return min(_LABEL, max(self._width * 9 // 20, 8))

    def _state(self, mine: list[Requirement], found: list[Finding], room: int) -> Line:
        errors = [finding.message for finding in found if finding.is_error]
        warnings = [finding.message for finding in found if not finding.is_error]
        gaps = [need.label for need in mine if need.missing]
        return SectionState(errors, gaps, warnings).line(room, self.services.glyphs)

    def _line(self, screen: registry.Entry, *words: str, number: str = "") -> Entry:
        """A screen that is no section, with its number if it has one, and the first of `words` there is room for."""
        room = self._label_room if any(words) else self._width - _BEFORE_STATE
        label = fit(screen.label, room, self.services.glyphs.more)
        return Entry(number or screen.name, ((f" {number:>2} {label} ", PLAIN), (self._fitting(words), QUIET)))

    def _fitting(self, words: Sequence[str]) -> str:
        """The first of `words` that has room behind a label, else as much of the last as has."""
        room = max(self._width - self._label_room - _BEFORE_STATE, 1)
        whole = (each for each in words if room_for(each, room) <= room)
        return (next(whole, None) or fit(words[-1], room, self.services.glyphs.more)).rstrip()

    def _carried(self) -> list[Entry]:
        """How much was carried over and nobody has reviewed."""
        carried = len(self.session.carried)
        words = (f"còn {carried} chỗ chép sang, xem hai năm cạnh nhau", f"còn {carried} chỗ")
        return [self._line(registry.REVIEW, *words)] if carried and not self.session.read_only else []

    def _newer_form(self) -> list[Entry]:
        """That there is a newer version of the shipped form, while the year can still be moved to it."""
        form = self.session.form
        if form.key != SHIPPED_KEY or form.version >= NEWEST or self.session.is_final or self.session.supervises:
            return []
        words = (f"phiên bản {form.version}; đã có phiên bản {NEWEST}: Enter để xem", f"có phiên bản {NEWEST}")
        return [self._line(registry.UPGRADE, *words)]

    def _due(self) -> Entry:
        """The day it has to be handed in by, in the colour of its haste; Enter leads to where that is written."""
        room, more = self._label_room, self.services.glyphs.more
        due, answer = self._deadline, self.session.facts.at(DUE)
        may_write = self.session.read_only is None
        words: tuple[str, ...] = ("chưa ghi; Enter để ghi ngày", "chưa ghi") if may_write else ("chưa ghi",)
        if due is not None:
            by = " · cấp trên đặt" if due.day == self._above else ""
            long = f"{due.words} ({format_date(due.day)})" if due.is_over else due.words
            words = (f"{long}{by}", long, due.in_short)
        elif day := next((each for each in (self._above, answer) if isinstance(each, date)), None):
            words = (format_date(day),)
        style = QUIET if due is None else BAD if due.is_over else WARN if due.is_soon else PLAIN
        return Entry(_DUE, ((f"    {fit('Hạn nộp', room, more)} ", PLAIN), (self._fitting(words), style)))

    @property
    def _goes_on(self) -> bool:
        """Whether Enter leads to the cell where one was."""
        return self.services.report.last_place is not None and self.menu.key == self._followed_to

    def _where_one_was(self) -> str:
        """Or why one may only look: then there is nothing to go on with."""
        others = " · ".join(self.services.colleagues.others)
        place = self.services.report.last_place
        if closed := self.session.read_only:
            return " · ".join(filter(None, (advised(closed), others)))
        if place is None:
            own = "Bấm số để mở một mục; Enter mở dòng đang chọn; F8 đến chỗ còn thiếu."
        else:
            label = label_at(self.session.form, place) or label_at(self.session.form, place.parent)
            does = "để tiếp tục" if self._goes_on else "mở dòng đang chọn"
            own = f"Lần trước bạn dừng ở: {label}. Enter {does}."
        return f"{others} · {own}" if others else own

    def take(self, key: str, character: str | None) -> bool:
        if self.menu.take(key):
            self.say_hint()
            return True
        if key == "enter":
            self._go_on()
        elif character == "9" and self.last_number < int(character):
            self.do_palette()
        elif character and character in "0123456789" and int(character) <= self.last_number:
            self.navigator.open_number(int(character), by_digit=True)
        else:
            return False
        return True

    def _go_on(self) -> None:
        """Where one stopped, on the line that says so; else what is under the cursor."""
        place = self.services.report.last_place
        if place is not None and self._goes_on:
            self.navigator.open(to.AtPlace(place))
        else:
            self._open(self.menu.key)

    def _open(self, key: str) -> None:
        if key.isdigit():
            self.navigator.open_number(int(key))
        elif key == _HANDED_IN:
            self.navigator.show(registry.FINALISE.name)
        elif key == _DUE:
            self.navigator.open(to.AtPlace(DUE))
        elif key:
            self.navigator.show(key)

    def do_evidence(self) -> None:
        """The register: no line here is an item with evidence of its own."""
        self.navigator.visit(to.AtPlace(Place(PlaceKind.EVIDENCE)))

    def do_back(self) -> None:
        if waiting := self.services.drafts.waiting:
            others = f" và {len(waiting) - 1} ô khác" if len(waiting) > 1 else ""
            wrong = f"{quoted(self.session.rows.label_at(waiting[0]))}{others}"
            told = (f"Chưa lưu vì gõ sai: {wrong}, được giữ đến lần mở sau.", f"Chưa lưu vì gõ sai: {wrong}.")
            self.announce(self.as_fits(*(f"Đây là màn hình đầu. {each} Ctrl+Q để thoát." for each in told)), warn=True)
        elif self.session.supervises:
            self.navigator.leave_year()
        else:
            self.say("Đây là màn hình đầu. Bấm Ctrl+Q để thoát; mọi thứ đã được lưu.")


def _on_its_way(found: Standing, stage: Stage) -> str:
    """How far what was handed in is, which version, and who of those above has approved it so far."""
    if not found.version:
        return ""
    said = f"đã duyệt: {'; '.join(found.endorsed.values())}" if found.endorsed else ""
    how_far = "" if stage.is_above else stage.words
    return " · ".join(filter(None, (how_far, f"bản chốt {found.version}", said)))


def _unsettled(threads: Sequence[Thread]) -> str:
    """How many are open; those that are answered wait for whoever asked."""
    answered = sum(thread.is_answered for thread in threads)
    told = f", {answered} đã trả lời" if answered else ""
    return f"{len(threads)} chưa xong{told}" if threads else ""
