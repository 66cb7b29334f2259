"""Golden files: exact outputs, kept under tests/golden and looked at by a person whenever they change."""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
WRITE = "TTHTCD_WRITE_GOLDEN"
"""With this set to 1, what the program writes becomes what is expected."""


def golden(name: str, written: str) -> str:
    """What the golden file `name` expects; `written` itself, once it is kept, where golden files are to be written."""
    path = GOLDEN / name
    if os.environ.get(WRITE) == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written.encode())
    assert path.is_file(), f"no golden file {name}: run the tests with {WRITE}=1 and look at what it holds"
    return path.read_bytes().decode()
