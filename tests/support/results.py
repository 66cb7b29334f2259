"""The table of results: all its numbers as a block, and those that are stored."""

from __future__ import annotations

from support.screens import Screens
from support.years import RESULTS

BLOCK = "\n".join("\t".join(numbers) for numbers in RESULTS.values())


def stored(results: Screens) -> dict[str, tuple[str, str]]:
    return {
        row: (results.stored(f"results/{row}/classes"), results.stored(f"results/{row}/participations"))
        for row in RESULTS
    }
