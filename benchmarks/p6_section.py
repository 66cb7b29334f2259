"""P6: a section opened again, against a screen of twenty Inputs made anew."""

from __future__ import annotations

from support.live import OVERVIEW, Live

from benchmarks.answer import Answer, answer, milliseconds, reference, sizes
from benchmarks.ratio import Result
from benchmarks.setting import Setting

_BEGUN = 1049
"""The private mode of the other screen: the reference app has switched it on, and draws."""
_SECTION = ("4", "4 KẾT QUẢ")


def measure(setting: Setting) -> list[Result]:
    path = setting.folder / "section.db"
    path.write_bytes(setting.database.read_bytes())
    key, title = _SECTION
    opened: list[Answer] = []
    pushed: list[Answer] = []
    with Live(path, environment=setting.in_terminal) as live, reference(setting, "fields") as fields:
        fields.wait_until(lambda: _BEGUN in fields.switched_on())
        fields.rest()
        for _ in range(setting.runs + 1):
            live.wait_for(OVERVIEW)
            live.rest()
            opened.append(answer(live, key))
            assert title in live.text
            live.press("esc")
            pushed.append(answer(fields, "f1"))
            answer(fields, "f2")
    ours, references = opened[1:], pushed[1:]
    return [
        sizes("P6", "a section opened again, against a new screen of 20 Inputs", ours, references, 6_000),
        Result("P6", "the same, until the last byte", milliseconds(ours), milliseconds(references), None, most=50),
    ]
