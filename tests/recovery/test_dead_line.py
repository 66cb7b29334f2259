"""A line that swallows everything: with what docs/quan-tri.md sets, the server ends the session by itself.

How long that takes is measured in `make soak`, with the page's own seconds, and told in the docs; here it is only seen
that it ends, with seconds of one.
"""

from __future__ import annotations

import re
import shlex
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from support import black_hole
from support.desk import PROSE, USER, Desk, open_prose, wait_until
from support.matrix import LONG
from support.processes import ROOT
from support.soak import FIGURES, IS_SOAK
from support.ssh_server import SshServer, why_not
from support.stores import stored
from support.terminal import Terminal

from tthtcd_tui.models.store import Store

PAGE: Final = (ROOT / "docs" / "quan-tri.md").read_text(encoding="utf-8")
MEASURED: Final = (ROOT / "docs" / "measured.md").read_text(encoding="utf-8")
WORDS: Final = "Trung tâm đã mở thêm ba lớp xóa mù chữ"


def of_the_page(name: str) -> int:
    """What the page has one set; once."""
    [value] = re.findall(rf"^ *{name} (\d+)$", PAGE, re.MULTILINE)
    return int(value)


INTERVAL: Final = of_the_page("ClientAliveInterval")
COUNT: Final = of_the_page("ClientAliveCountMax")


def test_the_page_says_the_seconds_that_were_measured_with_its_settings() -> None:
    [row] = [line for line in MEASURED.splitlines() if f"`ClientAliveInterval {INTERVAL}`" in line]
    assert f"`ClientAliveCountMax {COUNT}`" in row
    [said] = re.findall(r"đo được (\d+) giây", PAGE)
    assert f"{said} s after the last key" in row


@LONG
@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_the_session_ends_and_nothing_is_lost(
    desk: Desk, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    (tmp_path / "ssh").mkdir()
    interval = INTERVAL if IS_SOAK else 1
    settings = {"ClientAliveInterval": interval, "ClientAliveCountMax": COUNT}
    with SshServer(tmp_path / "ssh", desk.ssh_environment(), settings) as server:
        server.admit(USER, *desk.command)
        hole = tmp_path / "hole"
        proxy = shlex.join([sys.executable, black_hole.__file__, str(server.port), str(hole)])
        with Terminal(server.client(USER, options=("-o", f"ProxyCommand={proxy}"))) as terminal:
            open_prose(terminal)
            terminal.type(WORDS)
            desk.wait_kept({PROSE: WORDS})
            hole.touch()
            began = time.monotonic()
            wait_until(lambda: not desk.programs(), "sshd holds on to a dead line", patience=1 + interval)
            seconds = time.monotonic() - began
    assert WORDS in (desk.kept().get(PROSE), saved(desk))
    record_property(
        FIGURES,
        f"ssh, line swallowed, ClientAliveInterval {interval}, ClientAliveCountMax {COUNT}:"
        f" ended {seconds:.0f} s after the last key, 0 letters lost",
    )


def saved(desk: Desk) -> str:
    with closing(Store(desk.database)) as store:
        return stored(store, store.years.all()[0].report_id, PROSE)
