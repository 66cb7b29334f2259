"""Bodies that are gone since 1 July 2025, in a report issued from that day (form.md, «Facts of the field»).

A report without a date of issue is judged by its period's last day. In older reports nothing is looked for: they named
the bodies of X
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import error
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.dates import padded_date
from tthtcd_tui.text.problem import quoted

ABOLISHED: Final = date(2025, 7, 1)

NAMING: Final = ("superior", "issuer", "locality", "place", "addressees", "recipients", "authority", "position")
"""Places that name an addressee or the signing body; no remark in the text can justify an abolished one there."""


def abolished_named(context: Context) -> Iterator[Finding]:
    """A letterhead, addressee, recipient or signature that names an abolished body. One finding a line."""
    form, facts = context.form, context.facts
    if (facts.date_at(PlaceKind.REPORT, "date") or facts.period.end) < ABOLISHED:
        return
    for key in NAMING:
        place = Place.of(PlaceKind.REPORT, key)
        answer = facts.at(place)
        lines = answer if isinstance(answer, tuple) else (facts.text_at(place),)
        for body in _first_bodies(lines):
            yield error(
                "abolished_named",
                place,
                f"{label_at(form, place)}: {quoted(body)} không còn từ ngày {padded_date(ABOLISHED)}."
                " Ghi cơ quan cấp xã hoặc cấp tỉnh.",
            )


def _first_bodies(lines: tuple[str, ...]) -> dict[str, None]:
    from tthtcd_tui.checks.former_bodies import former_bodies  # an older report comes without

    return dict.fromkeys(body.words for line in lines for body in former_bodies(line)[:1])
