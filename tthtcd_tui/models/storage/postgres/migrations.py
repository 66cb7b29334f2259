"""What makes each version of the schema out of the one before it, on a server.

As in `storage/migrations.py`, which speaks of files: a step for each version from the first that was released with
servers on; a released step never changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tthtcd_tui.models.storage.engine import Database

FIRST: Final = 9
"""The version that the first release with servers made; data of an older one were never released."""
MIGRATIONS: Final[Mapping[int, Callable[[Database], None]]] = {}
"""By the version they make."""
