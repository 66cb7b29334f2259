"""P15: the CPU that a letter costs at the end of a paragraph of 5,000, against a bare App with one stock Input."""

from __future__ import annotations

from itertools import cycle, islice
from statistics import median
from time import perf_counter, sleep

from support.live import OVERVIEW, Live
from support.terminal import PATIENCE, Terminal

from benchmarks.answer import reference
from benchmarks.ratio import Result
from benchmarks.setting import Setting
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.session.edit_cells import Typed, save_cells

_PLACE = "narrative/dia_phuong"
_SENTENCE = "Trung tâm học tập cộng đồng đã tổ chức nhiều lớp cho nhân dân trong phường. "
_LETTERS = 5_000
_TO_PARAGRAPH = ("f3", "dac diem tinh hinh", "enter", "enter")
_WORDS = "phong trao hoc tap "
_KEYS = 60
"""Letters a run."""
_PACE = 0.12
"""Seconds from letter to letter, as a quick typist: each is on the screen before the next is typed."""


def measure(setting: Setting) -> Result:
    path = setting.folder / "letter.db"
    path.write_bytes(setting.database.read_bytes())
    paragraph = (_SENTENCE * (_LETTERS // len(_SENTENCE) + 1))[:_LETTERS].strip()
    store = Store(path)
    year = max(store.years.all(), key=lambda year: year.period.end)
    save_cells(store, year, [Typed(_PLACE, paragraph)], "mau")
    store.close()
    with Live(path, environment=setting.in_terminal) as live, reference(setting, "input") as one_input:
        live.wait_for(OVERVIEW)
        live.press(*_TO_PARAGRAPH)
        live.wait_for(paragraph[-20:])
        one_input.wait_for("trung tâm")
        live.rest()
        one_input.rest()
        runs = [(_cost(live), _cost(one_input)) for _ in range(max(setting.runs // 3, 3))]
    ours, reference_cost = (median(costs) for costs in zip(*runs, strict=True))
    return Result("P15", "a letter at the end of 5,000, CPU, against Textual's Input", ours, reference_cost, 1.0)


def _cost(program: Terminal) -> float:
    """Milliseconds of CPU a letter."""
    before = program.cpu_seconds
    for letter in islice(cycle(_WORDS), _KEYS):
        size, typed = len(program.raw), perf_counter()
        program.press(letter)
        while len(program.raw) == size or perf_counter() - typed < _PACE:
            assert perf_counter() - typed < PATIENCE, f"no answer; on the screen:\n{program.text}"
            program.look()
            sleep(0.002)
    return (program.cpu_seconds - before) / _KEYS * 1000
