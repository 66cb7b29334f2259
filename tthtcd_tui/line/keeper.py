"""Keeps what is typed: in memory at every key, on disk a quarter of a second later, for whatever may happen."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Event, Lock, Thread
from time import sleep
from typing import Final

from tthtcd_tui.files.problem import FileProblem
from tthtcd_tui.line.draft import Draft
from tthtcd_tui.line.spool import Spool
from tthtcd_tui.report.place import Place

_WRITE_SECONDS: Final = 0.25
"""How long typing may be in memory alone. A number typed and saved within it costs the disk no write of its own."""
_RETRY_SECONDS: Final = 2.0


class Keeper:
    """The newest draft. One thread hands drafts in, another writes them, a third may ask for it all at any moment."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._draft: Draft | None = None
        self._kept: Mapping[Place, str] | None = None
        """The cells that are on disk."""
        self._changed = Event()
        self._writing = Lock()
        self._is_begun = False
        self.problem = ""
        """Why the draft could not be written, or nothing."""

    def keep(self, draft: Draft | None) -> None:
        """`draft` is what is typed now, None that all is saved. Waits for nothing."""
        if (draft.cells if draft else None) != (self._draft.cells if self._draft else None):
            self._draft = draft
            self._changed.set()
            if not self._is_begun:  # not before: the thread must not take the signals that `guard` waits for
                self._is_begun = True
                Thread(target=self._write_on, name="drafts", daemon=True).start()

    def write(self) -> bool:
        """Brings the disk up to what is typed now; whether it is."""
        with self._writing:
            draft = self._draft
            cells = draft.cells if draft else None
            try:
                if draft is None:
                    self._spool.clear()
                elif cells != self._kept:
                    self._spool.write(draft)
            except FileProblem as problem:
                self.problem = problem.message
                return False
            self._kept = cells
            self.problem = ""
            return True

    def close(self) -> None:
        """The program ends, by itself or not: what is still typed is left behind for the next start."""
        self.write()
        with self._writing:
            self._spool.close()

    def _write_on(self) -> None:
        while True:
            self._changed.wait()
            sleep(_WRITE_SECONDS)
            self._changed.clear()
            while not self.write():
                sleep(_RETRY_SECONDS)
