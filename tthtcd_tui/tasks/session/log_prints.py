"""How an activity of the log shows in the report: the row of the results table that counts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.read import read
from tthtcd_tui.report.activity import LogSum
from tthtcd_tui.report.compose.printed import Printed
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, Facts, ResultColumn, Source
from tthtcd_tui.report.outline import plain
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.tasks.session.categories import categories_of
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.session.what_prints import AsTyped


def row_printed(session: Session, category: str, typed: Mapping[str, str] | None = None) -> str:
    """The row of `category` as it will be printed, with one activity more that has the `typed` numbers.

    A row whose numbers were typed prints those, whatever the log holds.
    """
    facts = session.facts
    if not category:
        return ""
    if all(facts.source(category, column) is Source.TYPED for column in ResultColumn):
        return "Không in từ nhật ký: dòng này của bảng kết quả dùng số nhập tay."
    if typed is not None:
        facts = _with(session, facts, category, typed)
    found = AsTyped(session.form, facts).printed(Place.of(PlaceKind.RESULTS, category, CLASSES))
    return f"Sẽ in: {plain(found.runs)}." if isinstance(found, Printed) else found


def category_key(session: Session, raw: str) -> str:
    """The results row that a category as typed stands for; nothing where it stands for none yet."""
    option = categories_of(session.form).option(raw) if raw.strip() else None
    return option.key if option else ""


def _with(session: Session, facts: Facts, category: str, typed: Mapping[str, str]) -> Facts:
    """`facts` with one activity more."""
    fields = session.form.records[PlaceKind.ACTIVITY]
    before = facts.log.get(category, LogSum(0, None, None))
    answers = [read(fields[key], typed.get(key, "")) for key in (CLASSES, PARTICIPATIONS)]
    added = [int(answer.number) if isinstance(answer, Quantity) else None for answer in answers]
    sums = [_sum(old, new) for old, new in zip(before[1:], added, strict=True)]
    return replace(facts, log={**facts.log, category: LogSum(before.activities + 1, *sums)})


def _sum(before: int | None, added: int | None) -> int | None:
    return before if added is None else (before or 0) + added
