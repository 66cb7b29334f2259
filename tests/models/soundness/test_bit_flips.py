"""One bit of the file turned over, anywhere: the deep reading finds it, or everything reads as before."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from support.everything import everything
from support.sample_database import final_database

from tthtcd_tui.errors import StoreProblem, UserProblem
from tthtcd_tui.models.health import health
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION

pytestmark = pytest.mark.long
FLIPS = 200


def is_found(path: Path) -> bool:
    try:
        found = health(path)
    except StoreProblem:
        return True
    return bool(found.faults or found.flaws) or found.schema > SCHEMA_VERSION


@pytest.mark.parametrize("part", range(4))
def test_a_bit_that_turned_over_is_found_or_does_no_harm(tmp_path: Path, part: int) -> None:
    path = final_database(tmp_path)
    sound, expected = path.read_bytes(), everything(path)
    chance, harmless = random.Random(part), 0
    for _ in range(FLIPS // 4):
        place = chance.randrange(len(sound))
        bit = chance.randrange(8)
        content = bytearray(sound)
        content[place] ^= 1 << bit
        for left in path.parent.glob(f"{path.name}*"):
            left.unlink()
        path.write_bytes(content)
        if is_found(path):
            continue
        harmless += 1
        try:
            assert everything(path) == expected, (place, bit)
        except UserProblem as problem:
            pytest.fail(f"byte {place}, bit {bit}: {problem.message}")
    assert harmless < FLIPS // 4
