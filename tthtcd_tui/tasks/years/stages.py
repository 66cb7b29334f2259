"""How far the reports of a list are on their way up: little is read, or loaded, where nothing can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.status import Status

if TYPE_CHECKING:
    from tthtcd_tui.report.stage import Stage


def stages(store: Store, years: Sequence[Year]) -> dict[int, Stage]:
    """By the number of the report; not of a draft where centres belong to no unit: it is that and nothing else."""
    asked = years if store.rights.has_units() else [year for year in years if year.status is Status.FINAL]
    return store.verdicts.stages(asked) if asked else {}
