"""The participation of society: a contribution by those whom the place has not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.forms.answer import NIL, Answer, Quantity
from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.report.fields import field_at
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


_ENTERPRISES: Final = "doanh_nghiep"
_COUNTED: Final = ("dn_tu_nhan", "dn_nha_nuoc")


def rated_nobody(context: Context) -> Iterator[Finding]:
    """Enterprises rated for what they did, where the place is said to have none."""
    form, facts = context.form, context.facts
    group = groups_of(form).get(_ENTERPRISES)
    option = form.records[PlaceKind.RATING]["level"].option(facts.text_at(PlaceKind.RATING, _ENTERPRISES, "level"))
    counts = [facts.at(place) for key in _COUNTED if field_at(form, place := Place.of(PlaceKind.FIGURE, key))]
    if group is None or option is None or _says_none(option.label) or not counts or not all(map(_is_none, counts)):
        return
    yield warning(
        "rated_nobody",
        Place.of(PlaceKind.RATING, _ENTERPRISES, "level"),
        f"{group.label}: đánh giá “{option.label}”, nhưng mục số liệu ghi trên địa bàn không có doanh nghiệp nào."
        " Sửa mức đánh giá hoặc số doanh nghiệp, hoặc ghi lý do.",
    )


def _is_none(answer: Answer) -> bool:
    return answer is NIL or (isinstance(answer, Quantity) and not answer.number)


def _says_none(label: str) -> bool:
    return fold(label).startswith("khong co")
