"""The child process that reads many untrusted submissions in turn: `python -m tthtcd_tui.imports.submission_child`.

It has limits of memory, and of time for each file; it opens no file and writes none. A first line gives the forms that
are known beside the shipped ones, as JSON; then each file comes as a line with its size, and its bytes. Each is
answered with a line of JSON, and the manifest as it stands in the file, of which the line gives the size. A file that
ends the process is refused by whoever started it, who starts another for the next.
"""

from __future__ import annotations

import gc
import json
import sys
from contextlib import suppress
from functools import cache
from typing import Any, Final

_SECONDS: Final = 60
_MEMORY: Final = 1 << 30


def main() -> int:
    """Answer until there is no more."""
    _limit()
    given, out = sys.stdin.buffer, sys.stdout.buffer
    form_of = _forms(json.loads(given.readline()))
    gc.freeze()  # what was loaded lasts
    while size := given.readline():
        _allow_seconds()
        refused, manifest = _answer(given.read(int(size)), form_of)
        head = json.dumps({"refused": refused, "size": len(manifest)}, ensure_ascii=False)
        out.write(head.encode("utf-8", "replace") + b"\n" + manifest)
        out.flush()
    return 0


def _limit() -> None:
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # macOS has no limit of memory that counts
            resource.setrlimit(kind, (most, most))


def _allow_seconds() -> None:
    """So many seconds of the processor for the next file."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + _SECONDS
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _forms(texts: list[str]) -> Any:
    from tthtcd_tui.forms.known import form_of, shipped_named

    added = {form.digest: form for form in (form_of(text, "biểu mẫu") for text in texts)}

    @cache
    def known(name: Any) -> Any:
        shipped = shipped_named((name.key, name.version))
        return shipped if shipped and shipped.digest == name.digest else added.get(name.digest)

    return known


def _answer(data: bytes, form_of: Any) -> tuple[str | None, bytes]:
    """Why the file is refused, None where it is not; its manifest: who gets it reads it anew, and trusts nothing."""
    from tthtcd_tui.imports.submission import read_submission

    try:
        read = read_submission(data, form_of)
    except (MemoryError, RecursionError):
        return "", b""
    return read.refused or None, read.told


if __name__ == "__main__":
    sys.exit(main())
