"""P21: the bytes that a terminal is sent while the 22 numbers of the results table are typed at 80×24, key by key."""

from __future__ import annotations

from support.screens import opened
from support.sent import bytes_of_numbers

from benchmarks.ratio import Result
from benchmarks.setting import Setting

_GOAL = 3_000


def measure(setting: Setting) -> list[Result]:
    path = setting.folder / "numbers.db"
    path.write_bytes(setting.database.read_bytes())
    with opened(setting.folder, path=path) as screens:
        size = bytes_of_numbers(screens)
    return [Result("P21", "22 numbers typed into the results table", size, size, None, "B", _GOAL)]
