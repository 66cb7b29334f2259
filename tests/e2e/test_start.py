"""What a start of the screens does without."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.desk import Desk
from support.live import OVERVIEW, Live
from support.sample_database import sample_database


def test_no_start_loads_openssl(tmp_path: Path) -> None:
    """Python's asyncio and hashlib would, a hundredth of the time each, for connections and sums it does not need."""
    with Live(sample_database(tmp_path)) as program:
        program.wait_for(OVERVIEW)
        maps = Path(f"/proc/{program.pid}/maps")
        if not maps.exists():
            pytest.skip("what a process has loaded is told by /proc, which this system has not")
        loaded = {line.rpartition("/")[2] for line in maps.read_text(encoding="utf-8").splitlines() if "/" in line}
    assert any("python" in name for name in loaded), "it tells nothing"
    assert not [name for name in loaded if name.startswith(("_ssl", "_hashlib", "libssl", "libcrypto"))]


def test_it_goes_on_in_the_year_that_was_open_last(tmp_path: Path) -> None:
    desk = Desk.furnished(tmp_path)
    with desk.terminal() as terminal:
        terminal.wait_for("TỔNG QUAN")
        terminal.press("end", "enter")
        terminal.wait_for("CÁC NĂM, TRUNG TÂM")
        terminal.press("down", "enter")
        terminal.wait_for("Đã mở năm học 2019-2020")
    with desk.terminal() as terminal:
        terminal.wait_for("Năm học 2019-2020")
