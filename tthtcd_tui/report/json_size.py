"""How much a JSON holds, told by its signs as it comes: what is no report is refused before it is whole in memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tthtcd_tui.errors import CodecProblem

LARGEST_JSON: Final = 32 * 1024 * 1024
"""Bytes: 100,000 activities take 24 MB, which is three hundred a day at one centre."""
_MOST_IN_EACH: Final = 40
"""Values of an activity, and the commas of its texts."""
_MOST_IN_ALL: Final = 200_000
"""Beside the activities: commas of the long texts."""
_MOST_TITLED: Final = 140_000
"""Activities: of more, with a sign in each that takes four bytes a letter, 200 MB of memory would not do."""
_MOST_OPENED: Final = 600_000
"""Brackets, those of the texts among them."""
_MOST_VALUES: Final = 2_400_000
"""What so many activities take; of a file with more, three letters can take sixty bytes of memory."""
_BYTES_IN_EACH: Final = 1_024
"""Of an activity in the mean: four times what one takes."""
_BYTES_IN_ALL: Final = 16 * 1024 * 1024
"""Beside the activities: five thousand pages."""
LARGEST_WHOLE: Final = 16 * 1024 * 1024
"""Bytes that may be parsed at once, in whatever way a JSON is laid out."""
_TITLE: Final = b'"title"'
"""What no activity is without."""
_TOO_MANY: Final = "Tệp có quá nhiều dữ liệu để là một báo cáo. Hãy chia bớt nhật ký hoạt động."
_TOO_LARGE: Final = f"Tệp lớn hơn {LARGEST_JSON >> 20} MB. Hãy chia bớt nhật ký hoạt động."
_UNLIKE: Final = (
    f"Tệp lớn hơn {_BYTES_IN_ALL >> 20} MB mà có ít hoạt động, không thể là một báo cáo."
    " Hãy xuất lại tệp JSON từ chương trình."
)
_OTHER_LAYOUT: Final = (
    f"Tệp lớn hơn {LARGEST_WHOLE >> 20} MB phải còn đúng từng dòng như chương trình xuất ra."
    " Hãy xuất lại tệp JSON từ chương trình."
)


class JsonSize:
    """Counts what a JSON opens and parts, piece by piece."""

    def __init__(self) -> None:
        self._bytes = self._opened = self._parted = self._titled = 0

    def add(self, piece: bytes) -> None:
        """Count one more piece in. Raises CodecProblem where no report can go on like this."""
        self._bytes += len(piece)
        self._opened += piece.count(b"[") + piece.count(b"{")
        self._parted += piece.count(b",")
        self._titled += piece.count(_TITLE)
        if self._opened > _MOST_OPENED or self._parted > _MOST_VALUES or self._titled > _MOST_TITLED:
            raise CodecProblem([_TOO_MANY])

    def refuse_too_many(self) -> None:
        """Refuse more values than the activities there are can have. Raises CodecProblem."""
        if self._parted > _MOST_IN_ALL + _MOST_IN_EACH * self._opened:
            raise CodecProblem([_TOO_MANY])

    def refuse_too_large(self) -> None:
        """Refuse more bytes, too. Raises CodecProblem."""
        self.refuse_too_many()
        if self._bytes > LARGEST_JSON:
            raise CodecProblem([_TOO_LARGE])
        if self._bytes > _BYTES_IN_ALL + _BYTES_IN_EACH * self._titled:
            raise CodecProblem([_UNLIKE])


def refuse_many_values(data: bytes) -> None:
    """Look through a JSON that is whole in memory. Raises CodecProblem for more values than a report has."""
    size = JsonSize()
    size.add(data)
    size.refuse_too_many()


def refuse_to_parse_whole(length: int) -> None:
    """Raise CodecProblem where so many bytes at once would take too much memory: they are not as they were written."""
    if length > LARGEST_WHOLE:
        raise CodecProblem([_OTHER_LAYOUT])


def refuse_unlike_report(pieces: Iterable[bytes]) -> None:
    """Look through a JSON of a stranger, a piece at a time. Raises CodecProblem for what can be no report."""
    size = JsonSize()
    for piece in pieces:
        size.add(piece)
    size.refuse_too_large()
