"""Run as ssh's ProxyCommand: a line to a port of this machine that swallows everything once a file is there.

`python black_hole.py PORT FILE`. No end of it ever hears that nothing arrives, as behind a router that forgot it.
"""

from __future__ import annotations

import os
import select
import socket
import sys
from pathlib import Path
from time import monotonic
from typing import Final

_LONGEST: Final = 600.0
"""Seconds: it outlives whoever started it, as a dead line does, but not for ever."""


def main(port: int, hole: Path) -> None:
    until = monotonic() + _LONGEST
    with socket.create_connection(("127.0.0.1", port)) as line:
        ways = {0: line.fileno(), line.fileno(): 1}
        while monotonic() < until:
            for source in select.select([*ways], [], [], 0.05)[0]:
                data = os.read(source, 65_536)
                if hole.exists():
                    if not data:
                        del ways[source]  # at its end it would be ready for ever
                    continue
                if not data:
                    return
                while data:
                    data = data[os.write(ways[source], data) :]


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
