from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.live import OVERVIEW, Live
from support.sample_database import sample_database


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    """The program on the sample year, its overview on the screen."""
    with Live(sample_database(tmp_path)) as program:
        program.wait_for(OVERVIEW)
        yield program
