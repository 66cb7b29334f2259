"""P11: the bytes that a terminal is sent for a line that scrolls at 80×24, the key held down.

Not in the log, which turns its window by half a page.
"""

from __future__ import annotations

from statistics import median

from support.screens import Screens, opened
from support.sent import bytes_of_scrolled_lines

from benchmarks.ratio import Result
from benchmarks.setting import Setting

_GOAL = 150
_LINES = {"preview": 12, "checklist": 6, "history": 12}


def measure(setting: Setting) -> list[Result]:
    path = setting.folder / "scrolled.db"
    path.write_bytes(setting.database.read_bytes())
    results = []
    for name, lines in _LINES.items():
        with opened(setting.folder, path=path) as screens:
            _go_to(screens, name)
            size = median(bytes_of_scrolled_lines(screens, lines))
        results.append(Result("P11", f"a line scrolled in the {name}", size, size, None, "B", _GOAL))
    return results


def _go_to(screens: Screens, name: str) -> None:
    match name:
        case "preview":
            screens.press("f9")
        case "checklist":
            screens.press("3", "enter")
        case _:
            screens.press("ctrl+p")
            screens.type("lich su")
            screens.press("enter")
