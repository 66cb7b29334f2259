"""A draft for tests, and what a folder of drafts holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tthtcd_tui.recovery.draft import Draft, decode
from tthtcd_tui.report.place import Place

TYPED = Draft(
    centre="mao-khe",
    form="tu-danh-gia",
    period="2020-2021",
    revision=7,
    at=datetime(2021, 6, 5, 7, 2, 3, 456789, UTC),
    cells={Place("figure/dan_so"): "trên 40.0"},
)


def kept(folder: Path) -> Mapping[Place, str]:
    """What the drafts in `folder` say, all together: what a program started now would find."""
    cells: dict[Place, str] = {}
    for path in folder.glob("*.json"):
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            continue  # cleared between being listed and being read
        draft = decode(data)
        assert draft is not None, data
        cells |= draft.cells
    return cells
