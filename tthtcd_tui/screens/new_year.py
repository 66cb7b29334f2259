"""A new year, and with the first one its centre: a few fields, and nothing is made before Enter on «Tạo», or F2."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar, Final

from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.section import SheetScreen
from tthtcd_tui.screens.yearless import YearlessScreen
from tthtcd_tui.tasks.open_store import read_period
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.tasks.year_choices import code_of, form_choices, make_first_year, make_year, period_after
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.problem import TextProblem
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

NAME: Final = Place("new/name")
PERIOD: Final = Place("new/period")
SOURCE: Final = Place("new/source")
CODE: Final = Place("new/code")
NEW_YEAR_OF: Final = Place("new/of")
"""Among what is kept of this form while it is typed: the code of its centre, if that is there already."""
FORM: Final = Place("new/form")
_MOST_CHOICES: Final = 9
"""What one digit can choose."""
_HINTS: Final[Mapping[Place, str]] = {
    NAME: "Tên đầy đủ, ví dụ: TTHTCĐ phường Mạo Khê.",
    PERIOD: "Năm học (2020-2021), năm (2021) hoặc hai ngày (1/6/2020 - 31/5/2021).",
    CODE: "Chữ thường không dấu, chữ số, dấu gạch; đặt sẵn theo tên, không cần sửa.",
}


class NewYearScreen(YearlessScreen, SheetScreen):
    """Made anew for each. `centre` is None for a new one; `previous` is the year proposed to carry over."""

    KEYS: ClassVar[tuple[str, ...]] = ("f2", "escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False

    def __init__(
        self, centre: CentreRow | None, previous: Year | None, typed: Mapping[Place, str] | None = None
    ) -> None:
        """`typed` is what stood in the form when a line dropped."""
        super().__init__()
        self._centre = centre
        self._previous = previous
        following = period_after(previous.period) if previous else None
        self._texts = {NAME: "", PERIOD: following.label if following else "", CODE: ""}
        self._proposed = self._texts[PERIOD]
        self._is_proposed = following is not None
        self._texts |= {place: text for place, text in (typed or {}).items() if place in self._texts}
        self._form = 0

    @property
    def title_words(self) -> str:
        return "TẠO NĂM MỚI" if self._centre else "TẠO TRUNG TÂM VÀ NĂM ĐẦU TIÊN"

    @property
    def where(self) -> str:
        return self._centre.name if self._centre else "Trung tâm mới"

    def key_line(self) -> list[tuple[str, str]]:
        return [("Enter", "Tiếp"), ("F2", "Tạo"), ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^Q", "Thoát")]

    def typed_cells(self) -> Iterator[tuple[Place, str]]:
        """All that was typed, as long as nothing is made."""
        texts = dict(self._texts)
        if self.sheet.typing is not None and self.sheet.place in texts:
            texts[self.sheet.place] = self.sheet.typing
        if texts != {NAME: "", PERIOD: self._proposed, CODE: ""}:
            yield from ((place, text) for place, text in texts.items() if text)
            if self._centre is not None:
                yield NEW_YEAR_OF, self._centre.code

    # -- the fields ---------------------------------------------------------------------------------------------------

    def rows(self) -> Iterator[SheetRow]:
        """What is proposed whole is ready to be made; else the fields come first."""
        make = SheetRow(RowKind.ACTION, self._make_words(), action="make")
        if self._is_proposed:
            yield make
        if self._centre is None:
            yield SheetRow(RowKind.TEXT, "Ghi tên trung tâm và kỳ báo cáo. Mọi thứ đều sửa lại được về sau.")
            yield self._typed("Tên trung tâm", NAME, self._texts[NAME])
        yield self._typed("Kỳ báo cáo", PERIOD, self._texts[PERIOD])
        if self._sources:
            yield self._chosen("Chép từ", SOURCE, self._previous.period.title if self._previous else "", self._sources)
        if not self._is_proposed:
            yield make
        if self._centre is None:
            yield self._typed("Mã (tự đặt theo tên)", CODE, self._code)
        if self._previous is None and len(self._forms) > 1:
            names = [form.name for form in self._forms]
            yield self._chosen("Biểu mẫu", FORM, names[self._form], names)

    def _typed(self, label: str, place: Place, raw: str) -> SheetRow:
        return SheetRow(RowKind.CELLS, label, (Cell(place, raw, raw, self._room),))

    def _chosen(self, label: str, place: Place, shown: str, options: Sequence[Year | str]) -> SheetRow:
        words = tuple(option if isinstance(option, str) else option.period.title for option in options)
        return SheetRow(RowKind.CELLS, label, (Cell(place, shown, shown or "không chép", self._room, options=words),))

    @property
    def _room(self) -> int:
        return max(min((self.size.width or 80) - 36, 60), 12)

    def _make_words(self) -> str:
        what = "trung tâm và năm đầu tiên" if self._centre is None else f"năm {self._texts[PERIOD] or '(chưa gõ kỳ)'}"
        source = f", chép từ {self._previous.period.title}" if self._previous else ""
        return f"Tạo {what}{source}"

    @property
    def _sources(self) -> list[Year]:
        return self.owner.store.years(self._centre.id)[:_MOST_CHOICES] if self._centre else []

    @cached_property
    def _forms(self) -> list[Form]:
        return form_choices(self.owner.store)[:_MOST_CHOICES]

    @property
    def _code(self) -> str:
        """The code typed, else one after the name."""
        taken = [centre.code for centre in self.owner.store.centres()]
        return self._texts[CODE] or (code_of(self._texts[NAME], taken) if self._texts[NAME] else "")

    # -- what is typed ------------------------------------------------------------------------------------------------

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        (place, raw), *_ = cells
        try:
            if place == SOURCE:
                self._previous = self._sources[int(raw) - 1] if raw else None
            elif place == FORM:
                self._form = int(raw) - 1 if raw else 0
            else:
                self._texts[place] = self._read(place, clean_line(raw))
        except (TextProblem, TaskProblem) as problem:
            return problem.message
        except IndexError:
            return f"Không có lựa chọn {raw}."
        self.reload()
        return None

    def _read(self, place: Place, raw: str) -> str:
        """What was typed, spelt as it is kept. Raises TaskProblem."""
        if place != PERIOD or not raw:
            return raw
        return read_period(raw).label

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return place in self._texts

    def take_paste(self, text: str) -> None:
        try:
            self.sheet.paste(clean_line(text))
        except TextProblem as problem:
            self.say(problem.message, wrong=True)

    def moved(self) -> None:
        self.show_frame()
        cell = self.sheet.cell
        if self.sheet.error:
            self.say(self.sheet.error, wrong=True)
        elif cell is None:
            self.say("Enter để tạo và mở; Esc để quay lại, chưa tạo gì.")
        elif cell.options:
            choices = " · ".join(f"{number} {words}" for number, words in enumerate(cell.options, 1))
            self.say(f"{choices}{' · 0 Không chép' if cell.place == SOURCE else ''}")
        else:
            self.say(_HINTS.get(cell.place, ""))

    # -- making it ----------------------------------------------------------------------------------------------------

    def acted(self, row: SheetRow) -> None:  # noqa: ARG002 -- there is one
        self._make()

    def do_save(self) -> None:
        if self.leave_cell():
            self._make()

    def _make(self) -> None:
        for place, words in ((NAME, "Tên trung tâm"), (PERIOD, "Kỳ báo cáo")):
            if not self._texts[place] and (place == PERIOD or self._centre is None):
                self.sheet.go_to(place)
                self.moved()
                self.announce(f"Chưa tạo: {words} đang để trống. {_HINTS[place]}", wrong=True)
                return
        made = self._do(self._make_year if self._centre else self._make_first)
        if made is not None:
            copied = " Các chỗ chép sang được đánh dấu để rà soát: F8." if self._previous else ""
            self.owner.open_year(made, f"Đã tạo {made.period.title}.{copied}")

    def _do(self, make: Callable[[], Year]) -> Year | None:
        try:
            return make()
        except (TaskProblem, StoreProblem) as problem:
            self.announce(f"Chưa tạo được. {problem.message}", wrong=True)
            return None

    def _make_year(self) -> Year:
        assert self._centre is not None
        form = None if self._previous else self._forms[self._form]
        period = read_period(self._texts[PERIOD])
        return make_year(self.owner.store, self._centre, period, self.owner.user, self._previous, form)

    def _make_first(self) -> Year:
        period = read_period(self._texts[PERIOD])
        form = self._forms[self._form]
        return make_first_year(self.owner.store, self._code, self._texts[NAME], period, self.owner.user, form)
