"""Refuse in words to load on Windows, before anything is imported that is not there (fcntl, termios).

The database's locks, private files and the terminal's modes are those of POSIX.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    print(
        "tthtcd chạy trên Linux và macOS, không chạy trên Windows."
        " Hãy cài WSL (Linux trong Windows) rồi chạy ở đó, hoặc nối bằng ssh tới máy chủ có tthtcd.\n"
        "tthtcd runs on Linux and macOS, not on Windows. Run it in WSL, or over ssh on a server that has it.",
        file=sys.stderr,
    )
    raise SystemExit(3)
