"""Run by a process of its own: writers that are killed in the middle of their work, one after the other.

`python writer.py PATH REPORT KILLS SEED` prints as JSON the op_ids that were acknowledged: those of the killed writers,
round by round, and those of a colleague who wrote all along and was killed last. A writer acknowledges a Change when
`apply` has returned, never before.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

from support.stores import activity, edits

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.writing import Applied
from tthtcd_tui.report.change import Change, Content

PLACES = 8
"""How many places each Change of a killed writer touches."""
LONGEST = 0.06
"""Seconds a writer may live."""


def torn_if_half_there(turn: int) -> dict[str, Content]:
    """A Change in several tables whose every place says the same number."""
    number = Quantity(Decimal(turn))
    found: dict[str, Content] = {
        "figure/so_ho": number,
        "results/phap_luat/classes": number,
        "results/phap_luat/participations": number,
        "board/gd/name": f"lần {turn}",
        "narrative/dia_phuong": (f"lần {turn}", "chữ" * 700),
        "indicator/thu_nhap/value": number,
        "activity/chung": activity("chung", f"lần {turn}", classes=turn),
        f"activity/a{turn}": activity(f"a{turn}", f"lần {turn}"),
    }
    assert len(found) == PLACES
    return found


def colleagues(turn: int) -> dict[str, Content]:
    return {"report/place": f"lần {turn}"}


def turn_of(op_id: str) -> int:
    """The number that all places of this Change say: the revision its writer saw, not the one it was given."""
    return int(op_id.split("-")[1])


def write(path: Path, report_id: int, user: str, made: Callable[[int], dict[str, Content]], told: int) -> NoReturn:
    """Makes Changes until it is killed. Each goes on from the number the audit has reached."""
    try:
        store = Store(path)
        while True:
            seen = store.revision(report_id)
            change = Change(f"{user}-{seen}-{os.getpid()}", edits(made(seen)))
            assert isinstance(store.apply(report_id, change, seen, user), Applied)
            os.write(told, f"{change.op_id}\n".encode())
    except BaseException as error:  # noqa: BLE001 -- whatever it is, the parent must hear of it
        os.write(told, f"FAILED {error!r}\n".encode())
    os._exit(1)


def start(path: Path, report_id: int, user: str, made: Callable[[int], dict[str, Content]]) -> tuple[int, int]:
    """The writer's process and where it acknowledges."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        write(path, report_id, user, made, told)
    os.close(told)
    return child, heard


def kill(child: int, heard: int) -> list[str]:
    """Everything the writer had acknowledged."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(heard, encoding="utf-8") as acknowledged:
        return acknowledged.read().splitlines()


def main(path: Path, report_id: int, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    colleague = start(path, report_id, "minh", colleagues)
    rounds = []
    for _ in range(kills):
        child, heard = start(path, report_id, "lan", torn_if_half_there)
        if chance.random() < 0.75:  # or while it is still opening the database
            select.select([heard], [], [])
        time.sleep(chance.random() * LONGEST)
        rounds.append(kill(child, heard))
    print(json.dumps({"rounds": rounds, "colleague": kill(*colleague)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
