"""P17: a database of 33,210 reports against one of 10: start, `set`, `years --centre`, the list of years, memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from support.live import OVERVIEW, Live

from benchmarks.answer import Answer, answer, leave, milliseconds, sizes
from benchmarks.province import COMMUNES, LAST_COMMUNE, YEARS, backed_up, province
from benchmarks.ratio import Result, Timed, compare, program
from benchmarks.setting import Setting

_LIST: Final = "CÁC NĂM, TRUNG TÂM"
_PALETTE: Final = ("ctrl+p", "cac nam", "enter")
_FEW: Final = 10
"""Centres with a year each."""
_LAST_OF_FEW: Final = "xa-0010"
_YEAR: Final = "2020-2021"
_PAIRS: Final = 5
_SEARCHED: Final = "an binh"
"""Among the ten, too, each letter narrows the list."""
_REPORTS: Final = COMMUNES * YEARS


def measure(setting: Setting) -> list[Result]:
    many, few, one = (backed_up(province(*size)) for size in ((COMMUNES, YEARS), (_FEW, 1), (1, _FEW)))
    against = f"{_REPORTS:,} reports against {_FEW}"
    numbers = count(1)
    return [
        _compared(setting, f"`years --centre`, {against}", lambda path: _years(setting, path), many, few),
        _compared(setting, f"`set`, {against}", lambda path: _set(setting, path, numbers), many, few),
        _compared(setting, f"the first start of somebody, {against}", lambda path: _start(setting, path), many, few),
        *_screens(setting, many, few, one),
    ]


def _compared(setting: Setting, what: str, timed: Callable[[Path], Timed], many: Path, few: Path) -> Result:
    return compare("P17", what, timed(many), timed(few), goal=1.2, runs=setting.runs)


def _environment(setting: Setting, path: Path) -> dict[str, str]:
    return replace(setting, database=path).environment


def _centre(path: Path) -> str:
    """The last of all."""
    return LAST_COMMUNE if path.parent.name.startswith(f"{COMMUNES}x") else _LAST_OF_FEW


def _years(setting: Setting, path: Path) -> Timed:
    return program(["years", "--centre", _centre(path)], _environment(setting, path))


def _set(setting: Setting, path: Path, numbers: count[int]) -> Timed:
    environment = _environment(setting, path)

    def run() -> float:
        words = ["set", _YEAR, "figure/so_khu", str(next(numbers) % 90 + 1), "--centre", _centre(path)]
        return program(words, environment)()

    return run


def _start(setting: Setting, path: Path) -> Timed:
    """By one who had no year open yet: the newest is looked for."""
    people = count()

    def run() -> float:
        user = f"nguoi-{next(people)}-{perf_counter():.0f}"
        begin = perf_counter()
        with Live(path, environment=setting.in_terminal, user=user) as live:
            live.wait_for(OVERVIEW)
            seconds = perf_counter() - begin
            live.rest()
            leave(live)
        return seconds

    return run


def _screens(setting: Setting, many: Path, few: Path, one: Path) -> list[Result]:
    """The list opened shows the ten years of a centre, and how far each is: held against the `one` that has ten."""
    paths = (many, few, one)
    ours, ten, of_one = zip(
        *([_session(setting, path) for path in paths] for _ in range(min(setting.runs, _PAIRS))), strict=True
    )
    against = f"{_REPORTS:,} reports against {_FEW}"
    results: list[Result] = []
    for number, what, references in (
        (0, "the list of years opened", of_one),
        (1, "a letter of a centre looked for in it", ten),
    ):
        drawn, drawn_of_few = ([each for session in side for each in session[number]] for side in (ours, references))
        spent, reference = milliseconds(drawn), milliseconds(drawn_of_few)
        results += [
            sizes("P17", f"{what}, {against}", drawn, drawn_of_few, 4_000),
            Result("P17", f"{what}, until the last byte", spent, reference, 1.5),
        ]
    memory, reference_memory = (median(session[2] for session in side) for side in (ours, ten))
    what = f"memory of a session that went through the list, {against}"
    return [*results, Result("P17", what, memory, reference_memory, 1.2, "MB")]


def _session(setting: Setting, path: Path) -> tuple[list[Answer], list[Answer], float]:
    """The list opened, something looked for in it, and the megabytes that the program then holds."""
    with Live(path, environment=setting.in_terminal) as live:
        live.wait_for(OVERVIEW)
        live.rest()
        answer(live, *_PALETTE[:-1])
        opened = [answer(live, _PALETTE[-1])]
        assert _LIST in live.text, live.text
        letters = [answer(live, letter) for letter in _SEARCHED]
        answer(live, "esc")
        answer(live, "end")
        answer(live, "home")
        held = resident(live.pid)
        leave(live)
    return opened, letters, held


def resident(pid: int) -> float:
    """Megabytes that are the process's own: what it shares counts by its share."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    (found,) = [line.split()[1] for line in lines if line.startswith("Pss:")]
    return int(found) / 1024
