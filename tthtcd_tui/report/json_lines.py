"""The activities of a large report, parsed some at a time: the file has one a line, as the program writes it.

Parsed whole, they take eight times the memory of the file, and its text, for the sake of one sign, four times.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from typing import Any, Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.json_size import refuse_to_parse_whole

_START: Final = b'\n"activities": [\n'
"""Where they begin, the last of the report. No text of a JSON can say so: in a text a line does not end."""
_END: Final = b"\n]\n}\n"
_NEXT: Final = b",\n"
_BETWEEN: Final = _NEXT + b" {"
LARGEST_AT_ONCE: Final = 1 << 20
"""Bytes of a report that is parsed at once."""
_AT_ONCE: Final = 1 << 19
"""Bytes, or one line."""

_Parse = Callable[[bytes, int], Any]
"""What a stretch of JSON holds; the second is the number of its first line."""


class Rows:
    """Of each activity what was parsed, as often as it is asked for; nothing of it is held."""

    def __init__(self, data: bytes, start: int, first_line: int, parse: _Parse) -> None:
        self._data, self._start, self._first_line, self._parse = data, start, first_line, parse

    def __iter__(self) -> Iterator[object]:
        """Raises CodecProblem, and what `parse` raises."""
        line, at, end = self._first_line, self._start, len(self._data) - len(_END)
        while at < end:
            cut = self._data.find(_BETWEEN, min(at + _AT_ONCE, end), end)
            cut = end if cut < 0 else cut
            refuse_to_parse_whole(cut - at)
            stretch = self._data[at:cut]
            yield from self._parse(b"[%b]" % stretch, line)
            line += stretch.count(b"\n") + 1
            at = cut + len(_NEXT)


class Parted(NamedTuple):
    """A report in two: all of it but its activities, and these."""

    rest: bytes
    rows: Rows


def parted_by_lines(data: bytes, parse: _Parse) -> Parted | None:
    """None where the file is not as the program writes it."""
    at = data.find(_START)
    if at < 0 or not data.endswith(_END) or data.startswith(BOM_UTF8):
        return None
    start = at + len(_START)
    rest = b"%b%b" % (data[: start - 1], b"]\n}\n")
    return Parted(rest, Rows(data, start, data.count(b"\n", 0, start) + 1, parse))
