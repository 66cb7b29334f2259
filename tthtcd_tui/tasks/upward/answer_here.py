"""Answer what a centre handed in, where those above it share its database: the centre sees it at once."""

from __future__ import annotations

from tthtcd_tui.errors import NoSuchCentre
from tthtcd_tui.models.verdicts import Approval, HandedIn
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.units import Unit
from tthtcd_tui.tasks.upward.shared import Shared
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted


class SentBack(NamedTuple):
    """What was sent back, and what is told of it."""

    found: HandedIn
    words: str


def find(shared: Shared, period: Period, typed: str) -> HandedIn:
    """The year of that centre, or of the centre of that commune, by code or name. Raises NoSuchCentre."""
    known = shared.store.verdicts.of_period(period)
    wanted = [each for each in known if typed in _codes(each) or fold(typed) in map(fold, _names(shared, each))]
    handed_in = [each for each in wanted if each.standing.version] or wanted
    if len(handed_in) == 1:
        return handed_in[0]
    if handed_in:
        told = [f"{each.year.centre.code} · {each.year.centre.name} · {each.year.form.key}" for each in handed_in]
        raise NoSuchCentre(f"Có {len(handed_in)} báo cáo của {quoted(typed)}. Hãy ghi mã trung tâm:", told)
    if unit := _unit_called(shared, typed):
        raise NoSuchCentre(f"{unit.name} chưa có báo cáo {period.title}. Hãy đợi trung tâm nộp, hoặc kiểm tra lại kỳ.")
    words = [word for each in known for word in (*_codes(each), *_names(shared, each))]
    meant = did_you_mean(typed, words)
    raise NoSuchCentre(f"Không có báo cáo {period.title} của {quoted(typed)}.{meant or ' Hãy kiểm tra mã hoặc tên.'}")


def _unit_called(shared: Shared, typed: str) -> Unit | None:
    """One of which nothing is there yet: no other is meant."""
    known = shared.units.by_code.values()
    return next((each for each in known if typed == each.code or fold(typed) == fold(each.name)), None)


def _codes(each: HandedIn) -> list[str]:
    return [each.year.centre.code, *([each.unit] if each.unit else ())]


def _names(shared: Shared, each: HandedIn) -> list[str]:
    unit = shared.units.by_code.get(each.unit)
    return [each.year.centre.name, *([unit.name] if unit else ())]


def send_back(shared: Shared, period: Period, typed: str, reason: str) -> SentBack:
    """Raises NoSuchCentre, NotAllowed, CannotAnswer; then nothing is told."""
    found, store = find(shared, period, typed), shared.store
    return SentBack(found, store.verdicts.send_back(found.year.report_id, clean_line(reason), store.user))


def approve(shared: Shared, period: Period, typed: str, remark: str) -> tuple[HandedIn, Approval]:
    """Raises NoSuchCentre, NotAllowed, CannotAnswer; then nothing is told."""
    found, store = find(shared, period, typed), shared.store
    return found, store.verdicts.approve(found.year.report_id, clean_line(remark), store.user)
