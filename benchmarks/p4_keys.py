"""P4: the bytes that one key costs in a grid, in a field and in a long text; Input and TextArea beside it."""

from __future__ import annotations

from support.live import OVERVIEW, Live
from support.terminal import Terminal

from benchmarks.answer import Answer, answer, reference, sizes
from benchmarks.ratio import Result
from benchmarks.setting import Setting

_NUMBER = "1234567"
_WORDS = "Phong trao hoc tap "
_TO_FIELD = ("f3", "chu de nam", "enter")
_TO_NARRATIVE = ("f3", "dac diem tinh hinh", "enter", "enter")
_NARRATIVE = "narrative/dia_phuong"


def measure(setting: Setting) -> list[Result]:
    path = setting.folder / "keys.db"
    path.write_bytes(setting.database.read_bytes())
    with Live(path, environment=setting.in_terminal) as live:
        live.wait_for(OVERVIEW)
        text = live.stored(_NARRATIVE)
        live.press("4", "enter")
        live.wait_for("4 KẾT QUẢ")
        live.rest()
        grid = _typed(live, _NUMBER)
        live.press("enter", *_TO_FIELD)
        live.wait_for(">    Chủ đề năm học")
        live.rest()
        field = _typed(live, _WORDS)
        live.press("enter", *_TO_NARRATIVE)
        live.wait_for("Gõ {")
        live.press(*["up"] * len(text.splitlines()) * 10, "home")
        live.rest()
        narrative = _typed(live, _WORDS)

    file = setting.folder / "narrative.txt"
    file.write_text(text, encoding="utf-8")
    with reference(setting, "input") as one_input:
        one_input.wait_for("trung tâm")
        one_input.rest()
        in_input = _typed(one_input, _WORDS)
    with reference(setting, "text", str(file)) as text_area:
        text_area.wait_for(text.split(maxsplit=1)[0])
        text_area.rest()
        in_text_area = _typed(text_area, _WORDS)
    return [
        sizes("P4", "a key in a grid, against Textual's Input", grid, in_input, 150),
        sizes("P4", "a key in a field, against Textual's Input", field, in_input, 200),
        sizes("P4", "a key before a long text, against Textual's TextArea", narrative, in_text_area, 1_500),
    ]


def _typed(program: Terminal, keys: str) -> list[Answer]:
    return [answer(program, key) for key in keys]
