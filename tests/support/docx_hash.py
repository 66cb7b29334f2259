"""Prints a hash of each part of the sample year's DOCX and of the whole: run in processes that differ in all they can.

A first argument is the day, in seconds since 1970, that this process shall take for today.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time

from support.docx_file import parts
from support.wide_reports import report

from tthtcd_tui.exports.docx import docx_bytes


def pretend(now: float) -> None:
    """Lets every clock of Python's say `now`; the C functions behind datetime are asked nothing by an exporter."""
    real_localtime, real_gmtime = time.localtime, time.gmtime
    time.time = lambda: now
    time.time_ns = lambda: int(now) * 10**9
    time.localtime = lambda seconds=None: real_localtime(now if seconds is None else seconds)
    time.gmtime = lambda seconds=None: real_gmtime(now if seconds is None else seconds)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        pretend(float(sys.argv[1]))
    made = docx_bytes(report())
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in parts(made).items()}
    print(json.dumps({**hashes, "": hashlib.sha256(made).hexdigest()}))
