"""The three standard streams as a command needs them: open, in UTF-8, and given up when they take no more."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def open_streams() -> bool:
    """Gives a stream that was closed the null device, lest the database be opened in its place and printed into.

    Vietnamese goes out as UTF-8 whatever the locale says; what a stream cannot take never ends the program. False if
    it was standard output that was closed: nobody would learn what the command has to say.
    """
    told = sys.stdout is not None
    for descriptor, (name, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            _occupy(descriptor)
            setattr(sys, name, open(descriptor, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 -- for good
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return told


def _occupy(descriptor: int) -> None:
    try:
        os.fstat(descriptor)
    except OSError:
        opened = os.open(os.devnull, os.O_RDWR)
        if opened != descriptor:
            os.dup2(opened, descriptor)
            os.close(opened)


def discard_output() -> None:
    """Whatever is still to be printed goes nowhere: Python would try once more at its end, and fail aloud."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
