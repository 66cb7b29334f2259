"""The participation of society: a contribution by those whom the place has not."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import format_number


def rated_absent(context: Context) -> Iterator[Finding]:
    """Rated «Không có trên địa bàn», and yet they gave something."""
    form, facts = context.form, context.facts
    for key, group in groups_of(form).items():
        option = form.records[PlaceKind.RATING]["level"].option(facts.text_at(PlaceKind.RATING, key, "level"))
        place = Place.of(PlaceKind.RATING, key, "contribution")
        given = facts.at(place)
        if option and _says_none(option.label) and isinstance(given, Quantity) and given.number:
            yield warning(
                "rated_absent",
                place,
                f"{group.label}: đánh giá “{option.label}” nhưng có đóng góp {format_number(given.number)} đồng."
                " Sửa mức đánh giá hoặc số tiền, hoặc ghi lý do.",
            )


def _says_none(label: str) -> bool:
    return fold(label).startswith("khong co")
