"""Bodies that are gone since 2025, in a report issued after them: `former_bodies` says which, and since when.

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

FIRST_GONE: Final = date(2025, 3, 1)
"""No body is looked for in what was issued before."""

NAMING: Final = ("superior", "issuer", "locality", "place", "addressees", "recipients", "authority", "position")
"""Places that name an addressee or the signing body; no remark in the text can justify an abolished one there."""


def abolished_named(context: Context) -> Iterator[Finding]:
    """A letterhead, addressee, recipient or signature that names an abolished body. One finding a line."""
    form, facts = context.form, context.facts
    issued = facts.date_at(PlaceKind.REPORT, "date") or facts.period.end
    if issued < FIRST_GONE:
        return
    for key in NAMING:
        place = Place.of(PlaceKind.REPORT, key)
        answer = facts.at(place)
        lines = answer if isinstance(answer, tuple) else (facts.text_at(place),)
        for body, since in _first_bodies(lines, issued).items():
            yield error(
                "abolished_named",
                place,
                f"{label_at(form, place)}: {quoted(body)} không còn từ ngày {padded_date(since)}."
                " Ghi cơ quan cấp xã hoặc cấp tỉnh.",
            )


def _first_bodies(lines: tuple[str, ...], issued: date) -> dict[str, date]:
    """The first in each line of those that were gone when the report was issued, with the first day without it."""
    from tthtcd_tui.checks.former_bodies import former_bodies  # an older report comes without

    gone = ([body for body in former_bodies(line) if body.since <= issued][:1] for line in lines)
    return {body.words: body.since for bodies in gone for body in bodies}
