"""The standard library's modules that a session loads late: loaded before an upgrade of the system takes them away.

What is ours and what we depend on lies in the folder of a release and stays there; the standard library is the
system's. Without them, exporting, pasting or a problem hours later would end a session whose Python has gone meanwhile.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

LATE_MODULES: Final = (
    "_strptime",
    "base64",
    "concurrent.futures.thread",
    "csv",
    "difflib",
    "encodings.cp1252",
    "encodings.cp1258",
    "encodings.cp437",  # the names in a DOCX, which is a ZIP
    "encodings.latin_1",
    "encodings.mac_roman",
    "encodings.utf_16_be",
    "encodings.utf_16_le",
    "encodings.utf_32_be",
    "encodings.utf_32_le",
    "encodings.utf_8_sig",
    "getpass",
    "gzip",
    "html",
    "inspect",
    "linecache",
    "pwd",
    "resource",
    "shlex",
    "shutil",
    "tempfile",
    "textwrap",
    "tomllib",
    "traceback",
    "unicodedata",
    "warnings",
    "zipfile",
)


def load_late_modules() -> None:
    """A dozen milliseconds, most of them loaded already."""
    for name in LATE_MODULES:
        import_module(name)
