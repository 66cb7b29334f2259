"""The child process that reads an untrusted file: `python -m tthtcd_tui.imports.child`.

It runs with limits of time and memory, and opens no file: request and bytes come by standard input, the result goes out
by standard output as JSON. A parser that is exploited is confined to this process.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tthtcd_tui.imports.file_kinds import Source

_SECONDS: Final = 60
_MEMORY: Final = 1 << 30


def _limit() -> None:
    """Set the limits where the system has them; macOS enforces no limit of memory."""
    import resource

    for kind, most in (
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def main() -> int:
    """Answer one request. The first line says what is asked, the rest is the file."""
    _limit()
    gc.disable()  # one answer, and then it ends
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    out = sys.stdout.buffer
    out.write(json.dumps(_answer(asked, data), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))
    out.flush()
    return 0


def _answer(asked: dict[str, Any], data: bytes) -> dict[str, Any]:
    from tthtcd_tui.errors import UserProblem
    from tthtcd_tui.imports.file_kinds import Source, source_of

    try:
        source = source_of(data, asked["name"])  # what is refused by its looks needs no form
        if asked["ask"] == "kind":
            return {"source": source.name, "is_own": source is Source.WORD and _is_own(data)}
        if asked["ask"] == "look":
            return {"look": _look(source, data)}
        if asked["ask"] == "own":
            return {"own": _read_own(data)}
        return {"found": _read(asked, data)}
    except UserProblem as problem:
        return {"refused": problem.message}
    except (MemoryError, RecursionError):
        return {"refused": ""}


def _is_own(data: bytes) -> bool:
    from tthtcd_tui.imports.sources.word_carried import carried_in

    return bool(carried_in(data))


def _look(source: Source, data: bytes) -> dict[str, Any]:
    from tthtcd_tui.errors import UnusableFile
    from tthtcd_tui.imports.file_kinds import Source
    from tthtcd_tui.imports.sources.word_look import read_look

    if source is not Source.WORD:
        raise UnusableFile("Tệp mẫu phải là tệp Word .docx hoặc .dotx. Hãy mở bằng Word rồi lưu thành .docx.")
    return read_look(data).to_tree()


def _read_own(data: bytes) -> dict[str, Any] | None:
    """What a DOCX of ours carries, and what was edited in it since; None where what it carries is damaged."""
    from tthtcd_tui.errors import CodecProblem
    from tthtcd_tui.imports.own_word import read_own

    try:
        return read_own(data)
    except CodecProblem:
        return None


def _read(asked: dict[str, Any], data: bytes) -> dict[str, Any]:
    from tthtcd_tui.forms.known import form_of
    from tthtcd_tui.forms.nouns import worded
    from tthtcd_tui.imports.found import to_tree
    from tthtcd_tui.imports.read_file import read_file
    from tthtcd_tui.text.periods import Period, PeriodKind

    kind, start, end, label = asked["period"]
    period = Period(PeriodKind(kind), date.fromisoformat(start), date.fromisoformat(end), label)
    form = worded(form_of(asked["form"], "biểu mẫu", asked["digest"]), asked["chosen"])
    return to_tree(read_file(form, period, data, asked["name"]))


if __name__ == "__main__":
    code = main()
    sys.stderr.flush()
    os._exit(code)  # what was read goes with the process, and not piece by piece
