"""How far the reports of a list are on their way up: little is read, or loaded, where nothing can be."""

from __future__ import annotations

from collections.abc import Sequence

from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.stage import Stage, Step
from tthtcd_tui.report.status import Status


def stages(store: Store, years: Sequence[Year]) -> dict[int, Stage]:
    """By the number of the report; where centres belong to no unit, a draft is a draft and nothing else."""
    asked = years if store.units.are_there() else [year for year in years if year.status is Status.FINAL]
    found = store.verdicts.stages(asked) if asked else {}
    return {year.report_id: found.get(year.report_id, Stage(Step.DRAFT)) for year in years}
