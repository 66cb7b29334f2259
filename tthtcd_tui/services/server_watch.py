"""Server watch: while the data server cannot be reached, try again in the background.

In a thread of its own: on a dead line each attempt takes seconds, and the user goes on typing.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from tthtcd_tui.models.store import Store
from tthtcd_tui.services.report_poller import Polled

BACK = "Đã nối lại với máy chủ dữ liệu."
BACK_TYPING = "Đã nối lại với máy chủ dữ liệu: giờ lưu được chỗ đang gõ."


class ServerWatch:
    """Tells once that the server is reached again. That it is not is told by whatever failed."""

    def __init__(self, store: Store, top: Callable[[], Polled | None]) -> None:
        self._store = store
        self._top = top
        self._thread: Thread | None = None
        self._is_missed = False
        self._answers = False

    def is_away(self) -> bool:
        """Whether the server is still away; call it at intervals. Raises StoreProblem where it went away again."""
        if not self._store.is_cut_off:
            self._tell_back()
            return False
        self._is_missed = True
        if self._thread is None:
            self._thread = Thread(target=self._ask, daemon=True)
            self._thread.start()
            return True
        if self._thread.is_alive():
            return True
        self._thread = None
        if not self._answers:
            return True
        self._store.rights.has_staff()  # by which this thread's own line is made anew
        self._tell_back()
        return False

    def _ask(self) -> None:
        self._answers = self._store.answers()

    def _tell_back(self) -> None:
        if not self._is_missed:
            return
        self._is_missed = False
        if (top := self._top()) is not None:
            top.announce(BACK_TYPING if top.is_typing else BACK, good=True)
