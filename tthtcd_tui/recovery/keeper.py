"""Autosave of drafts: in memory at every key, in a file after a debounce of 250 ms.

A killed process leaves the file as it is. Only a power cut takes an fsync, which is made every few seconds.
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
"""The debounce interval; a number typed and saved within it costs no write of a draft."""
_RETRY_SECONDS: Final = 2.0
SYNC_SECONDS: Final = 5.0
"""Seconds between two fsyncs: the typing that a power cut may cost."""


class Keeper:
    """Holds the newest draft. One thread passes drafts in, another writes them, the guard's may write at any time."""

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
        """Keep `draft`; None once all is saved. Never blocks."""
        if (draft.cells if draft else None) != (self._draft.cells if self._draft else None):
            self._draft = draft
            self._changed.set()
            if not self._is_begun:  # not before: the thread must not take the signals that `guard` waits for
                self._is_begun = True
                Thread(target=self._write_on, name="drafts", daemon=True).start()

    def write(self) -> bool:
        """Write the newest draft to its file; returns whether that succeeded."""
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
        """Turn the present draft into a leftover, since its place is gone. None where there is no draft."""
        self.write()
        with self._writing:
            draft, self._draft, self._kept, self._unsynced_since = self._draft, None, None, None
            return self._spool.set_aside(draft) if draft else None

    def close(self) -> None:
        """Close at the end of the program: a draft that is not saved is left for the next start."""
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
        """Seconds until the next fsync is due; None where none is."""
        since = self._unsynced_since
        return None if since is None else max(since + SYNC_SECONDS - monotonic(), 0)

    def _sync(self) -> None:
        with self._writing:
            self._unsynced_since = None
            try:
                self._spool.sync()
            except FileProblem as problem:
                self.problem = problem
