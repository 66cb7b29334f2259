"""Makes the pictures of the screens in docs/, from the program itself, on the sample year with a few gaps in it.

`make screenshots` runs it; `--check`, a part of `make check`, says which are no longer what the program draws.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from textual import events
from textual.pilot import Pilot

from tthtcd_tui.app import TthtcdApp
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.demo import scratch_samples
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.saving import Saved
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.transfer.export_file import ExportFolder

PICTURES: Final = Path(__file__).parent.parent / "docs" / "pictures"
USER: Final = "canbo1"
SIZE: Final = (80, 24)
GAPS: Final = {
    "figure/dan_so": "",
    "results/cau_lac_bo/participations": "0",
    "checklist/tuyen_truyen/status": "",
    "indicator/an_ninh/text": "",
}
"""What is emptied or made wrong, so that the pictures show what the program says of it."""
DUE: Final = {"report/due": "10/6/2021"}
TODAY: Final = date(2021, 5, 29)
SCREENS: Final[Mapping[str, tuple[str, ...]]] = {
    "overview": ("1", "escape"),
    "section": ("1", "down", "down"),
    "results": ("4", *["enter"] * 18),
    "log": ("f6",),
    "checklist": ("3", "down", "down"),
    "paragraphs": ("ctrl+g", "1", *["up"] * 30, "end", *["down"] * 40, "enter"),
    "ratings": ("5", "enter"),
    "summary-screen": ("7",),
    "preview": ("f9", "tab"),
    "export": ("8",),
    "commands": ("ctrl+p",),
    "help": ("1", "f1"),
    "years": ("ctrl+p", *"cac nam", "enter"),
    "review": ("ctrl+p", *"cac nam", "enter", "f4", "enter", "ctrl+p", *"hai nam", "enter", *["right"] * 5),
}
"""The keys that lead to each picture, from the overview."""
_FONT_FACES: Final = re.compile(r"\s*@font-face \{.*?\}\n", re.DOTALL)
_CLOCK: Final = re.compile(r"Đã(?:&#160;| )lưu(?:&#160;| )\d\d:\d\d")


def main(arguments: list[str]) -> int:
    os.environ.pop("NO_COLOR", None)  # the pictures are the same whoever makes them
    made = asyncio.run(_made())
    if arguments == ["--check"]:
        stale = [name for name, svg in made.items() if not _is_kept(name, svg)]
        if stale:
            print(f"pictures are stale: {', '.join(stale)}: make screenshots", file=sys.stderr)
        return 1 if stale else 0
    PICTURES.mkdir(exist_ok=True)
    for name, svg in made.items():
        (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")
    print(f"wrote {', '.join(made)}")
    return 0


def _is_kept(name: str, svg: str) -> bool:
    path = PICTURES / f"{name}.svg"
    return path.is_file() and path.read_text(encoding="utf-8") == svg


async def _made() -> dict[str, str]:
    with scratch_samples() as (store, year):
        saving = Session(store, year, USER).enter(Typed(place, raw) for place, raw in (GAPS | DUE).items())
        if not isinstance(saving, Saved):
            raise RuntimeError(saving)  # noqa: TRY004 -- the sample has another place now
        return {name: await _picture(store, year, keys) for name, keys in SCREENS.items()}


async def _picture(store: Store, year: Year, keys: tuple[str, ...]) -> str:
    app = TthtcdApp(store, USER, Session(store, year, USER))
    app.clock = lambda: TODAY
    app.export_folder = ExportFolder(Path("/home/canbo1"), is_served=False)
    async with app.run_test(size=SIZE) as pilot:
        await _dealt_with(app, pilot)
        for key in keys:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await _dealt_with(app, pilot)
        if app.navigator.top is not None:
            app.navigator.top.settle()
        await _dealt_with(app, pilot)
        svg = app.export_screenshot(title="tthtcd")
    return _CLOCK.sub("Đã&#160;lưu&#160;14:02", _FONT_FACES.sub("\n", svg))  # no font from elsewhere


async def _dealt_with(app: TthtcdApp, pilot: Pilot[None]) -> None:
    await pilot.pause()
    while app.keys.is_busy:
        await pilot.pause()
    await pilot.pause()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
