"""Prints a hash of all that the sample year is exported to: run in processes that differ in all they can.

A first argument is the day, in seconds since 1970, that this process shall take for today.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time

from support.docx_file import parts
from support.forms import shipped
from support.summaries import printed
from support.wide_reports import report, sample

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.exports.markdown import markdown
from tthtcd_tui.exports.text import text
from tthtcd_tui.report.codec import decode, encode
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.export_report import render
from tthtcd_tui.tasks.transfer.read_report import OpenedReport


def hashes() -> dict[str, str]:
    """By format, and for the DOCX by part too."""
    docx = docx_bytes(report())
    decoded = decode(sample_bytes(SAMPLE_YEAR), shipped())
    made = {
        "docx": docx,
        "txt": text(report()).encode(),
        "md": markdown(report()).encode(),
        "zip": render(OpenedReport.alone(shipped(), decoded), ExportFormat.PACKAGE),
        "xlsx": render(OpenedReport.alone(shipped(), decoded), ExportFormat.XLSX),
        "json": encode(decoded),
        "summary": printed(sample(), check(Context(shipped(), sample()))).encode(),
        **parts(docx),
    }
    return {name: hashlib.sha256(content).hexdigest() for name, content in made.items()}


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
    print(json.dumps(hashes()))
