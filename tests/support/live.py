"""The program itself, started as a person starts it, in a terminal; what it has stored, read beside it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from support.stores import stored
from support.terminal import Terminal

from tthtcd_tui.models.store import Store

USER = "canbo1"
OVERVIEW = "TỔNG QUAN"


class Live(Terminal):
    """`tthtcd` on the database at `path`, which it makes where there is none."""

    def __init__(
        self,
        path: Path,
        *options: str,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        user: str = USER,
        program: Path | None = None,
    ) -> None:
        """`program` is what is started instead of this environment's `tthtcd`."""
        self.path = path
        program = program or Path(sys.executable).with_name("tthtcd")
        command = [str(program), "--db", str(path), "--user", user, *options]
        super().__init__(command, columns, rows, environment)

    @cached_property
    def store(self) -> Store:
        """The same database through a connection of this process."""
        return Store(self.path)

    @property
    def report_id(self) -> int:
        """The newest year."""
        return max(self.store.years.all(), key=lambda year: (year.period.end, year.report_id)).report_id

    def stored(self, place: str) -> str:
        """The answer as it would be typed."""
        return stored(self.store, self.report_id, place)

    def wait_stored(self, answers: Mapping[str, str]) -> None:
        """Until just this stands at these places."""
        found: dict[str, str] = {}

        def hold() -> bool:
            found.update({place: self.stored(place) for place in answers})
            return found == dict(answers)

        try:
            self.wait_until(hold)
        except AssertionError:
            assert found == dict(answers), self.text
            raise

    def close(self) -> None:
        super().close()
        if "store" in vars(self):
            self.store.close()
