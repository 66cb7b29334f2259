from __future__ import annotations

from pathlib import Path

import pytest
from support.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    if not Path("/proc/self/cmdline").exists():
        pytest.skip("there is no /proc here to look for the program in")
    return Desk.furnished(tmp_path)
