"""P22: what each of thirty sessions on one database holds of memory, against Textual's App with nothing in it.

What they share counts by its share (PSS). A session cannot take less than Python with Textual does.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Final

from support.live import OVERVIEW, Live

from benchmarks.answer import leave, reference
from benchmarks.p17_province import resident
from benchmarks.ratio import Result
from benchmarks.setting import Setting

_SESSIONS: Final = 30
_SECTIONS: Final = ("1", "3", "4")


def measure(setting: Setting) -> Result:
    path = setting.folder / "thirty.db"
    path.write_bytes(setting.database.read_bytes())
    with ExitStack() as stack:
        sessions = [stack.enter_context(_begun(setting, path, number)) for number in range(_SESSIONS)]
        for live in sessions:
            live.rest()
        held = [resident(live.pid) for live in sessions]
        for live in sessions:
            leave(live)
    what = f"memory of a session, {_SESSIONS} on one database, each in a section (PSS)"
    return Result("P22", what, median(held), median(_of_bare_apps(setting)), None, "MB", 25)


def _of_bare_apps(setting: Setting) -> list[float]:
    with ExitStack() as stack:
        apps = [stack.enter_context(reference(setting, "bare")) for _ in range(_SESSIONS)]
        for app in apps:
            app.rest()
        held = [resident(app.pid) for app in apps]
        for app in apps:
            leave(app)
    return held


def _begun(setting: Setting, path: Path, number: int) -> Live:
    live = Live(path, environment=setting.in_terminal, user=f"canbo{number}")
    live.wait_for(OVERVIEW)
    live.rest()
    live.press(_SECTIONS[number % len(_SECTIONS)])
    live.rest()
    return live
