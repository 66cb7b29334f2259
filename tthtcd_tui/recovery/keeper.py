"""Keeps what is typed: in memory at every key, in a file a quarter of a second later, for whatever may happen.

A process that is killed leaves the file as it is; only a power cut needs it to be on the disk itself, and that is
waited for every few seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from threading import Event, Lock, Thread
from time import monotonic, sleep
from typing import Final

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.recovery.draft import Draft
from tthtcd_tui.recovery.spool import Leftover, Spool
from tthtcd_tui.report.place import Place

_WRITE_SECONDS: Final = 0.25
"""How long typing may be in memory alone. A number typed and saved within it costs the disk no write of its own."""
_RETRY_SECONDS: Final = 2.0
SYNC_SECONDS: Final = 5.0
"""How much typing a power cut may cost."""


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
        self._unsynced_since: float | None = None
        """When the first was written of what a power cut would cost."""
        self.problem: FileProblem | None = None
        """Why the draft could not be written; None while it can be."""

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
                    self._unsynced_since = None
                elif cells != self._kept:
                    self._spool.write(draft)
                    self._unsynced_since = self._unsynced_since or monotonic()
            except FileProblem as problem:
                self.problem, self._kept = problem, None
                return False
            self._kept = cells
            self.problem = None
            return True

    def set_aside(self) -> Leftover | None:
        """What is typed now as a draft that was left behind: its place is gone. None where nothing is typed."""
        self.write()
        with self._writing:
            draft, self._draft, self._kept, self._unsynced_since = self._draft, None, None, None
            return self._spool.set_aside(draft) if draft else None

    def close(self) -> None:
        """The program ends, by itself or not: what is still typed is left behind for the next start."""
        self.write()
        self._sync()
        with self._writing:
            self._spool.close()

    def _write_on(self) -> None:
        while True:
            if self._changed.wait(self._until_sync()):
                sleep(_WRITE_SECONDS)
                self._changed.clear()
                while not self.write():
                    sleep(_RETRY_SECONDS)
            if self._until_sync() == 0:
                self._sync()

    def _until_sync(self) -> float | None:
        """Seconds until what was written is to be on the disk itself; None where all is."""
        since = self._unsynced_since
        return None if since is None else max(since + SYNC_SECONDS - monotonic(), 0)

    def _sync(self) -> None:
        with self._writing:
            self._unsynced_since = None
            try:
                self._spool.sync()
            except FileProblem as problem:
                self.problem = problem
