"""How a cell will be printed, with the text being typed in it as if it were saved."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.compose.document import Part, parts
from tthtcd_tui.report.compose.printed import Printed, printed_at
from tthtcd_tui.report.defaults import edited
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rows import ReportRows
from tthtcd_tui.tasks.session.edit_cells import Typed, edit_of
from tthtcd_tui.tasks.session.noun_prints import noun_prints
from tthtcd_tui.tasks.session.other_words import in_other_words
from tthtcd_tui.tasks.session.session import Session


class AsTyped(NamedTuple):
    """A year as it would be once the text being typed is saved."""

    form: Form
    facts: Facts

    @property
    def parts(self) -> list[Part]:
        return parts(self.form, self.facts)

    def printed(self, place: Place) -> Printed | str:
        """The passage that prints `place`, or a sentence that says why there is none."""
        rows = ReportRows(self.form, self.facts)
        if not rows.is_printed(place):
            return (
                noun_prints(self.form, self.facts, self.parts, place)
                or in_other_words(self.form, self.facts, place)
                or _not_printed(place)
            )
        found = printed_at(self.parts, place, rows.section_of(place))
        return found or (_NOWHERE if place in self.facts.answers else "Để trống thì không in gì.")


def as_typed(session: Session, place: Place | None, typing: str | None) -> AsTyped | None:
    """`session` with `typing` at `place`; as it is where nothing is typed, None where that cannot be read."""
    if place is None or typing is None:
        return AsTyped(session.form, session.facts)
    try:
        edits = edit_of(session, Typed(place, typing))
    except TaskProblem:
        return None
    return AsTyped(*edited(session.form, session.facts, edits))


_NOWHERE: Final = "Không in: chưa chỗ nào của báo cáo dùng đến."


def _not_printed(place: Place) -> str:
    if place.kind == PlaceKind.FIGURE:
        return "Không in: chưa câu nào của báo cáo dùng số liệu này."
    if place.rpartition("/")[2] == "statement":
        return "Không in: nội dung này không áp dụng."
    return "Không in: chỉ để theo dõi trong chương trình."
