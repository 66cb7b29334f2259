"""A file that a script makes: written, or with `--check` held against what it would be now."""

from __future__ import annotations

import sys
from pathlib import Path


def write_or_check(path: Path, made: bytes, stale: str) -> int:
    """Write `made`, or with `--check` on the command line compare it; 1, having told `stale`, if it is another."""
    if "--check" in sys.argv[1:]:
        if path.exists() and path.read_bytes() == made:
            return 0
        print(stale, file=sys.stderr)
        return 1
    path.write_bytes(made)
    print(f"wrote {path.name}")
    return 0
