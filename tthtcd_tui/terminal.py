"""The terminal as it is behind a bad line: Textual's driver, made to survive what such a line delivers.

Written against the exactly pinned Textual; `tests/e2e` sends the bytes that show it still works.
"""

from __future__ import annotations

import codecs
from contextlib import suppress

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver


class SteadyDriver(LinuxDriver):
    """A driver whose keyboard one wrong byte cannot kill: Textual decodes strictly, and its thread ends on an error."""

    def run_input_thread(self) -> None:
        vars(linux_driver)["getincrementaldecoder"] = _lenient
        with suppress(OSError):  # the terminal is gone: `line.guard` ends the program
            super().run_input_thread()


def _lenient(encoding: str) -> type[codecs.IncrementalDecoder]:
    class Decoder(codecs.getincrementaldecoder(encoding)):  # type: ignore[misc]
        def __init__(self, errors: str = "replace") -> None:
            super().__init__(errors)

    return Decoder
