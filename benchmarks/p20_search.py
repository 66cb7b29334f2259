"""P20: a letter typed into the search of everything (F3), with 100,000 activities against 100."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from support.live import OVERVIEW, Live

from benchmarks.answer import Answer, answer, leave, milliseconds
from benchmarks.log_import import ROWS, large_report
from benchmarks.ratio import Result
from benchmarks.setting import Setting
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import

_FEW: Final = 100
_WORDS: Final = ("may tinh", "phap luat", "zalo", "khong co o dau")
"""Two that many activities have, and two that few or none have."""


def measure(setting: Setting) -> Result:
    many, few = (_made(setting, rows) for rows in (ROWS, _FEW))
    with Live(many, environment=setting.in_terminal) as ours, Live(few, environment=setting.in_terminal) as reference:
        pairs: list[tuple[Answer, Answer]] = []
        for live in (ours, reference):
            live.wait_for(OVERVIEW)
            live.rest()
        for word in _WORDS:
            for live in (ours, reference):
                answer(live, "ctrl+f")
                assert "Tìm:" in live.text, live.text
            pairs += [(answer(ours, letter), answer(reference, letter)) for letter in word]
            for live in (ours, reference):
                assert f"Tìm: {word}" in live.text, live.text
                live.press("esc")
                live.wait_for(OVERVIEW)
        leave(ours)
        leave(reference)
    what = f"a letter of what is searched (F3), {ROWS:,} activities against {_FEW}"
    spent, reference_spent = (milliseconds(side) for side in zip(*pairs, strict=True))
    return Result("P20", what, spent, reference_spent, 2)


def _made(setting: Setting, rows: int) -> Path:
    path = setting.folder / f"searched-{rows}.db"
    store = Store(path)
    run_import(store, plan_import(store, large_report(setting, rows), "a.json"), "an")
    store.close()
    return path
