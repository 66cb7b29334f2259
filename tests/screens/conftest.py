from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.screens import Screens, opened


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[Screens]:
    """The sample year at 80×24."""
    with opened(tmp_path) as opened_screens:
        yield opened_screens
