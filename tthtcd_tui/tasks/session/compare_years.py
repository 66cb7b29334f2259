"""The comparison with earlier years on the screen, and the choice of those years."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.comparison import MOST_OTHERS, Comparison, chosen_years, comparison
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.details import COMPARED
from tthtcd_tui.tasks.session.saving import Saving
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.years.year_context import comparable, earlier_years


class Offered(NamedTuple):
    """A year that one can compare with, and whether it is."""

    label: str
    is_compared: bool


def compared(session: Session) -> Comparison:
    years = earlier_years(session.store, session.year, chosen_years(session.facts))
    return comparison(session.form, session.facts, years)


def offered(session: Session) -> list[Offered]:
    """Every year there is to compare with, the newest first."""
    return [Offered(label, label in _now(session)) for label in comparable(session.store, session.year)]


def _now(session: Session) -> Collection[str]:
    return chosen_years(session.facts) or comparable(session.store, session.year)[:MOST_OTHERS]


def toggle(session: Session, label: str) -> Saving:
    """Add or remove a year of the comparison. Raises TaskProblem for a fifth year, and for removing the last one."""
    now, known = _now(session), comparable(session.store, session.year)
    wanted = [each for each in known if (each in now) is not (each == label)]
    if len(wanted) > MOST_OTHERS:
        raise TaskProblem(f"Đã chọn đủ {MOST_OTHERS} năm. Hãy bỏ bớt một năm trước.")
    if not wanted:
        raise TaskProblem("Phải còn ít nhất một năm để so sánh. Hãy chọn năm khác trước, rồi bỏ năm này.")
    usual = wanted == known[:MOST_OTHERS]
    return session.save((Edit(COMPARED, UNANSWERED if usual else tuple(wanted)),))


def asked_years(store: Store, year: Year, asked: str) -> list[Facts]:
    """The years named in `asked`, separated by commas. Raises TaskProblem for an unknown one, or more than four."""
    labels = _labels(asked, comparable(store, year))
    return earlier_years(store, year, labels)


def _labels(asked: str, known: Sequence[str]) -> list[str]:
    from tthtcd_tui.tasks.care.open_store import period_label

    labels = list(dict.fromkeys(period_label(each.strip()) for each in asked.split(",") if each.strip()))
    for label in labels:
        if label not in known:
            there = f" Các kỳ so được: {', '.join(known)}." if known else " Chưa có kỳ nào trước để so."
            raise TaskProblem(f"Không so được với kỳ “{label}”.{there}")
    if not labels or len(labels) > MOST_OTHERS:
        example = f", ví dụ {','.join(known[:2])}" if known else ""
        raise TaskProblem(f"Hãy ghi từ một đến {MOST_OTHERS} kỳ, cách nhau bằng dấu phẩy{example}.")
    return labels
