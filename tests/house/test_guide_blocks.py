"""docs/quan-tri.md: no block of it is there that nobody runs and nobody has said why.

What is run, is run in the page's order on a real sshd: `tests/releases/test_guide.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.page import FILE, RUN, SHOWN, blocks
from support.processes import ROOT

PAGE = ROOT / "docs" / "quan-tri.md"
MACHINES = {"", "máy-có-mạng", "máy-cán-bộ"}


def unaccounted(page: Path) -> list[int]:
    """The lines of blocks that are neither run, on a machine there is, nor a file, nor shown for a reason."""
    known = {RUN: lambda about: about in MACHINES, FILE: bool, SHOWN: bool}
    return [block.line for block in blocks(page) if not known.get(block.kind, lambda _: False)(block.about)]


def test_every_block_is_run_or_says_why_not() -> None:
    assert unaccounted(PAGE) == []


def test_no_fence_is_overlooked() -> None:
    fences = re.findall(r"^[ ]*```", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(fences) == 2 * len(list(blocks(PAGE)))


@pytest.mark.parametrize("info", ["", "bash", "sh máy-lạ", "mẫu", "tệp", "console x"])
def test_a_new_one_with_neither_is_found(tmp_path: Path, info: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"Một.\n\n```{info}\nls\n```\n\n```sh\nls\n```\n", encoding="utf-8")
    assert unaccounted(page) == [3]
