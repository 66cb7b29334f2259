"""A new year, and with the first one its centre: a few fields, and nothing is made before Enter on «Tạo», or F2.

Of a new centre the commune and its kind are asked once: the centre's name and the head of its report follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar, Final

from tthtcd_tui.errors import TaskProblem, TextProblem
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.no_year import NoYearScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.tasks.years.names import KINDS, Commune, commune_named, commune_of
from tthtcd_tui.tasks.years.succession import sources
from tthtcd_tui.tasks.years.year_choices import code_of, form_choices, make_first_year, make_year, period_after
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.periods import Period, parse_period, ways_to_type
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

COMMUNE: Final = Place("new/commune")
KIND: Final = Place("new/kind")
NAME: Final = Place("new/name")
PERIOD: Final = Place("new/period")
SOURCE: Final = Place("new/source")
CODE: Final = Place("new/code")
NEW_YEAR_OF: Final = Place("new/of")
"""Among what is kept of this form while it is typed: the code of its centre, if that is there already."""
FORM: Final = Place("new/form")
_MARGIN: Final = 5
_WHOLE_LABEL: Final = 48
"""Columns from which the label of the first field is not cut beside a name being typed."""
_SHORT_LABELS: Final = 18
"""Columns of the labels of a year after the first, with what stands around them."""
_OF_A_YEAR: Final = 24
"""Cells for the words of a year."""
_MOST_CHOICES: Final = 9
"""What one digit can choose."""
_LABELS: Final = tuple(KINDS.values())
_USUAL_KIND: Final = KINDS["xa"]
"""Proposed, because most communes are one; it stands in sight in the row that makes the centre."""
_HINTS: Final[Mapping[Place, str]] = {
    COMMUNE: "Chỉ ghi tên, ví dụ: Bản Sen. Gõ cả loại cũng được: phường Mạo Khê.",
    NAME: "Đặt theo tên xã, phường; chỉ sửa nếu trung tâm có tên riêng.",
    CODE: "Chữ thường không dấu, chữ số, dấu gạch; đặt sẵn theo tên, không cần sửa.",
}


class NewYearScreen(NoYearScreen, SheetScreen):
    """Made anew for each. `centre` is None for a new one; `previous` is the year proposed to carry over."""

    KEYS: ClassVar[tuple[str, ...]] = ("f2", "escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False
    WRITES_REPORT: ClassVar[bool] = False
    RESTED: ClassVar[str] = "Chưa tạo gì; phần đã gõ được giữ."

    def __init__(
        self,
        services: Services,
        centre: CentreRow | None,
        previous: Year | None,
        typed: Mapping[Place, str] | None = None,
    ) -> None:
        """`typed` is what stood in the form when a line dropped; else what was left in it goes on."""
        super().__init__(services)
        self._centre = centre
        self._previous = previous
        following = period_after(previous.period) if previous else None
        proposed = following or (Period.school_year_of(services.today()) if centre is None else None)
        period = proposed.label if proposed else ""
        self._like = proposed or Period.school_year_of(services.today())
        """Of whose years examples are."""
        self._proposed = {COMMUNE: "", KIND: _USUAL_KIND, PERIOD: period, NAME: "", CODE: ""}
        self._texts = dict(self._proposed)
        self._is_proposed = following is not None
        left = typed if typed is not None else self._left_behind()
        self._texts |= {place: text for place, text in left.items() if place in self._texts}
        self._form = 0

    def _left_behind(self) -> dict[Place, str]:
        """What was typed here and left without making anything, for this centre or for a new one."""
        drafts = self.services.drafts
        held = {place: text for place in (NEW_YEAR_OF, *self._texts) if (text := drafts.unshelve(place)) is not None}
        if held.get(NEW_YEAR_OF, "") == (self._centre.code if self._centre else ""):
            return held
        for place, text in held.items():
            drafts.shelve(place, text)
        return {}

    def draft_place(self, place: Place) -> Place | None:
        return place if place in self._texts else None

    def go_back(self) -> None:
        """Nothing is made; what was typed waits for the form to be opened again, or for the next start."""
        for place, text in self.typed_cells():
            self.services.drafts.shelve(place, text)
        super().go_back()

    @property
    def title_words(self) -> str:
        return "TẠO NĂM MỚI" if self._centre else "TẠO TRUNG TÂM VÀ NĂM ĐẦU TIÊN"

    @property
    def where(self) -> str:
        return self._centre.name if self._centre else "Trung tâm mới"

    def key_line(self) -> list[tuple[str, str]]:
        return [("Enter", "Tiếp"), ("F2", "Tạo"), ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^Q", "Thoát")]

    def help_lines(self) -> list[tuple[str, str]]:
        return [(key, "Tạo và mở năm" if key == "F2" else words) for key, words in super().help_lines()]

    def typed_cells(self) -> Iterator[tuple[Place, str]]:
        """All that was typed, as long as nothing is made."""
        texts = dict(self._texts)
        if self.sheet.typing is not None and self.sheet.place in texts:
            texts[self.sheet.place] = self.sheet.typing
        if texts != self._proposed:
            yield from ((place, text) for place, text in texts.items() if text)
            if self._centre is not None:
                yield NEW_YEAR_OF, self._centre.code

    # -- the fields ---------------------------------------------------------------------------------------------------

    def rows(self) -> Iterator[SheetRow]:
        """What is proposed whole is ready to be made; else the fields come first."""
        make = SheetRow(RowKind.FINISH, self._make_words(), action="make")
        if self._is_proposed:
            yield make
        if self._centre is None:
            about = "Ghi tên xã, phường một lần. Mọi thứ đều sửa lại được về sau."
            yield from (SheetRow(RowKind.TEXT, line) for line in wrap(about, (self.size.width or 80) - _MARGIN))
            label = "Tên xã, phường, đặc khu" if self.size.width >= _WHOLE_LABEL else "Xã, phường, đặc khu"
            yield self._typed(label, COMMUNE, self._texts[COMMUNE])
            yield self._chosen("Loại đơn vị", KIND, self._texts[KIND], _LABELS)
        yield self._typed("Kỳ báo cáo", PERIOD, self._texts[PERIOD])
        if self._sources:
            words = [self._source_words(year) for year in self._sources]
            yield self._chosen("Chép từ", SOURCE, self._source_words(self._previous) if self._previous else "", words)
        if not self._is_proposed:
            yield make
        if self._centre is None:
            yield self._typed("Tên trung tâm", NAME, self._centre_name)
            yield self._typed("Mã (tự đặt theo tên)", CODE, self._code)
        if self._previous is None and len(self._forms) > 1:
            names = [form.name for form in self._forms]
            yield self._chosen("Biểu mẫu", FORM, names[self._form], names)

    def _typed(self, label: str, place: Place, raw: str) -> SheetRow:
        return SheetRow(RowKind.CELLS, label, (Cell(place, raw, raw, self._room),))

    def _chosen(self, label: str, place: Place, shown: str, options: Sequence[str]) -> SheetRow:
        cell = Cell(place, shown, shown or "không chép", self._room, options=tuple(options))
        return SheetRow(RowKind.CELLS, label, (cell,))

    @property
    def _room(self) -> int:
        width = self.size.width or 80
        least = 12 if self._centre is None else min(width - _SHORT_LABELS, _OF_A_YEAR)
        return max(min(width - 36, 60), least)

    def _make_words(self) -> str:
        period = self._texts[PERIOD] or "(chưa gõ kỳ)"
        what = f"{self._centre_name or 'trung tâm'}, năm đầu tiên {period}" if self._centre is None else f"năm {period}"
        source = f", chép từ {self._source_words(self._previous)}" if self._previous else ""
        return f"Tạo {what}{source}"

    @property
    def _sources(self) -> list[Year]:
        return sources(self.services.store, self._centre)[:_MOST_CHOICES] if self._centre else []

    def _source_words(self, year: Year) -> str:
        """With the name of the old centre it is of, where the new one continues several."""
        if self._centre is None or year.centre.id == self._centre.id:
            return year.period.title
        return f"{year.period.title} của {year.centre.name}"

    @cached_property
    def _forms(self) -> list[Form]:
        return form_choices(self.services.store)[:_MOST_CHOICES]

    @property
    def _commune(self) -> Commune | None:
        name = self._texts[COMMUNE]
        return commune_named(self._texts[KIND], name) if name else None

    @property
    def _centre_name(self) -> str:
        """The centre's own name if it has one, else one after its commune."""
        return self._texts[NAME] or (self._commune.centre if self._commune else "")

    @property
    def _code(self) -> str:
        """The code typed, else one after the name."""
        if self._texts[CODE] or not self._centre_name:
            return self._texts[CODE]
        return code_of(self._centre_name, self.services.store.centres.exists)

    # -- what is typed ------------------------------------------------------------------------------------------------

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        (place, raw), *_ = cells
        try:
            if place == SOURCE:
                self._previous = self._sources[int(raw) - 1] if raw else None
            elif place == FORM:
                self._form = int(raw) - 1 if raw else 0
            elif place == KIND:
                self._texts[KIND] = _LABELS[int(raw) - 1] if raw else _USUAL_KIND
            elif place == COMMUNE:
                self._take_commune(clean_line(raw))
            else:
                self._texts[place] = self._read(place, clean_line(raw))
        except (TextProblem, TaskProblem) as problem:
            return problem.message
        except IndexError:
            return f"Không có lựa chọn {raw}."
        self.reload()
        return None

    def _take_commune(self, raw: str) -> None:
        """A kind that is typed with the name is chosen by that. Raises TaskProblem."""
        typed = commune_of(raw)
        if typed is not None:
            self._texts[KIND] = KINDS[typed.kind]
        self._texts[COMMUNE] = commune_named(self._texts[KIND], raw).name if raw else ""

    def _read(self, place: Place, raw: str) -> str:
        """What was typed, spelt as it is kept; a name that follows from the commune is not kept. Raises TextProblem."""
        if place == NAME and self._commune and raw == self._commune.centre:
            return ""
        if place != PERIOD or not raw:
            return raw
        return parse_period(raw, self._like).label

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return place in self._texts

    def hint(self) -> Message:
        cell = self.sheet.cell
        if self.sheet.error:
            return Message("Sửa lại rồi Enter; ^U xóa để gõ lại từ đầu.", wrong=True)
        if cell is None:
            return Message("Enter để tạo và mở; Esc để quay lại, chưa tạo gì.")
        if cell.options:
            choices = " · ".join(f"{number} {words}" for number, words in enumerate(cell.options, 1))
            after = {SOURCE: " · 0 Không chép", KIND: f". Enter nhận “{self._texts[KIND]}”."}
            return Message(f"{choices}{after.get(cell.place, '')}")
        return Message(self._hint_of(cell.place))

    def _hint_of(self, place: Place) -> str:
        if place != PERIOD:
            return _HINTS.get(place, "")
        ways = ways_to_type(self._like)
        return f"{ways[:1].upper()}{ways[1:]}."

    # -- making it ----------------------------------------------------------------------------------------------------

    def acted(self, row: SheetRow) -> None:  # noqa: ARG002 -- there is one
        self._make()

    def do_save(self) -> None:
        if self.leave_cell():
            self._make()

    def _make(self) -> None:
        is_named = self._centre is not None or bool(self._centre_name)
        for place, words, is_there in (
            (COMMUNE, "Tên xã, phường", is_named),
            (PERIOD, "Kỳ báo cáo", bool(self._texts[PERIOD])),
        ):
            if not is_there:
                self.sheet.go_to(place)
                self.moved()
                self.announce(f"Chưa tạo: {words} đang để trống. {self._hint_of(place)}", wrong=True)
                return
        made = self._make_year() if self._centre else self._make_first()
        copied = " Các chỗ chép sang được đánh dấu để rà soát: F8." if self._previous else ""
        self.navigator.open_year(made, f"Đã tạo {made.period.title}.{copied}")

    def _make_year(self) -> Year:
        assert self._centre is not None
        form = None if self._previous else self._forms[self._form]
        period = parse_period(self._texts[PERIOD], self._like)
        return make_year(self.services.store, self._centre, period, self.services.user, self._previous, form)

    def _make_first(self) -> Year:
        period = parse_period(self._texts[PERIOD], self._like)
        form, store = self._forms[self._form], self.services.store
        return make_first_year(store, self._code, self._centre_name, period, self.services.user, form, self._commune)
