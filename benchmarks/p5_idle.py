"""P5: ten seconds in which nobody types: no byte, hardly any computing; a blinking Input and a bare app beside it."""

from __future__ import annotations

import time

from support.live import OVERVIEW, Live
from support.terminal import Terminal

from benchmarks.answer import reference
from benchmarks.ratio import Result
from benchmarks.setting import Setting
from tthtcd_tui.app import START_SECONDS

_SECONDS = 10.0
_BEGUN = 1049
"""The private mode of the other screen: a reference app has switched it on, and draws."""


def measure(setting: Setting) -> list[Result]:
    path = setting.folder / "idle.db"
    path.write_bytes(setting.database.read_bytes())
    with (
        Live(path, environment=setting.in_terminal) as live,
        reference(setting, "blinking") as blinking,
        reference(setting, "bare") as bare,
    ):
        live.wait_for(OVERVIEW)
        live.press("4")
        live.wait_for("4 KẾT QUẢ")
        blinking.wait_for("trung tâm")
        bare.wait_until(lambda: _BEGUN in bare.switched_on())
        time.sleep(2 * START_SECONDS)  # what the start has put off is done: it is not idle before
        live.rest()
        bare.rest()
        ours, blinks, nothing = _idle(live, blinking, bare)
    bytes_sent = Result("P5", "bytes in 10 s idle, against a blinking Input", ours[0], blinks[0], None, "B", 0)
    computed = Result("P5", "computing in 10 s idle, against an app with nothing", ours[1], nothing[1], None, "ms", 30)
    return [bytes_sent, computed]


def _idle(*programs: Terminal) -> list[tuple[int, float]]:
    """The bytes that each sent and the milliseconds it computed, all of them side by side."""
    before = [(len(program.raw), program.cpu_seconds) for program in programs]
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        time.sleep(0.05)
        for program in programs:
            program.look()
    return [
        (len(program.raw) - size, (program.cpu_seconds - computed) * 1000)
        for program, (size, computed) in zip(programs, before, strict=True)
    ]
