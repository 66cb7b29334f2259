"""P13: the Python calls into the program that one key costs in the results table at 80×24: a digit, a saved number."""

from __future__ import annotations

from support.calls import calls_of_a_number
from support.screens import opened

from benchmarks.ratio import Result
from benchmarks.setting import Setting

_DIGIT_GOAL, _NUMBER_GOAL = 700, 5_000


def measure(setting: Setting) -> list[Result]:
    path = setting.folder / "calls.db"
    path.write_bytes(setting.database.read_bytes())
    with opened(setting.folder, path=path) as screens:
        digit, number = (calls.total for calls in calls_of_a_number(screens))
    return [
        Result("P13", "calls for a digit in the results table", digit, digit, None, "calls", _DIGIT_GOAL),
        Result("P13", "calls for Enter, which saves the number", number, number, None, "calls", _NUMBER_GOAL),
    ]
