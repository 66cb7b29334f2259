"""Whatever stands in the data, a terminal is never told by it what to do, and no screen ends on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.live import OVERVIEW, Live
from support.matrix import every
from support.output import foreign
from support.sample_database import sample_database
from support.stores import spoil

from tthtcd_tui.cli import main
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes

ORDERS = (
    "\x1b]0;PWNED\x07", "\x1b[2J\x1b[6n", "\x1bc", "\x1bP+q\x1b\\", "\x9b6n", "\x9d0;PWNED\x9c", "\x1b[?1049l",
    "\x07\x08\x0e", "\x1b]52;c;UFdO\x07", "\x7f\x00\x85",
)  # fmt: skip
HOSTILE = "[/] [bold {{x} ${{y} %s " + "a".join(ORDERS) + " hết[/red]"
"""Orders to a terminal, and what might end a program that takes text for markup."""
COLUMNS = {
    "centre": ("name",),
    "report": ("superior", "issuer", "locality", "place", "signer", "position", "opening", "closing", "addressees"),
    "narrative": ("text",),
    "figure": ("text",),
    "board_member": ("duty", "name", "note"),
    "checklist_answer": ("statement", "evidence"),
    "effectiveness_indicator": ("source", "comparison", "text"),
    "activity": ("title", "place", "partner", "note"),
    "audit_change": ("user",),
}
"""Where a database that something else has written into may hold what we never stored."""
WALK = (
    *((f"ctrl+g {number}", "pagedown pagedown pagedown end home") for number in "012345678"),
    ("ctrl+g 1 f3 d a c space d i e m enter enter", "end enter a home pageup f2"),
    ("ctrl+g 3 enter", "end esc"),
    ("f3 p w n e d", "down down esc"),
    ("f6", "down down down right right right f3 esc"),
    ("ctrl+g 9", "pagedown esc"),
    ("ctrl+g 9 l i c h space s u", "enter pagedown pagedown esc"),
    ("ctrl+g 9 c a c space n a m", "enter down esc"),
    ("f9", "pagedown pagedown pagedown right tab end esc"),
    ("f1", "pagedown esc"),
    ("ctrl+g 1 ctrl+o", "x backspace esc"),
)


@pytest.fixture(params=every(2, ["written by something else", "imported"]))
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "imported":
        return _imported(tmp_path)
    path = sample_database(tmp_path)
    for table, columns in COLUMNS.items():
        for column in columns:
            spoil(path, f'UPDATE "{table}" SET "{column}" = ? WHERE "{column}" IS NOT NULL', [HOSTILE])
    return path


def _imported(folder: Path) -> Path:
    report = json.loads(sample_bytes(SAMPLE_YEAR))
    report["centre"]["name"] += HOSTILE
    for place, answer in report["answers"].items():
        if isinstance(answer, list) and not place.endswith("pho_cap"):
            report["answers"][place] = [*answer, HOSTILE]
        elif place.rpartition("/")[2] in ("evidence", "source", "signer", "duty", "chu_de", "website"):
            report["answers"][place] += HOSTILE
    for activity in report["activities"]:
        activity |= {"title": activity["title"] + HOSTILE, "partner": HOSTILE, "note": HOSTILE}
    (folder / "a.json").write_text(json.dumps(report), encoding="utf-8")
    path = folder / "tthtcd.db"
    assert main(["import", str(folder / "a.json"), "--db", str(path), "--user", "canbo1"]) == 0
    return path


@pytest.mark.long
def test_no_order_in_the_data_reaches_the_terminal(hostile: Path) -> None:
    with Live(hostile) as live:
        live.wait_for(OVERVIEW)
        for there, about in WALK:
            live.press(*(" " if key == "space" else key for key in there.split()))
            live.rest()
            for key in about.split():
                live.press(key)
                live.rest()
            assert live.is_running, live.text
        seen = bytes(live.raw).decode()
        live.press("ctrl+q")
        assert live.wait_exit() == 0
    assert "[bold" in seen  # it has been on the screen
    assert "PWNED" in seen
    assert foreign(seen.encode()) == []
