"""The directory of an old Office file (.doc, .xls): enough to say whether it is guarded or holds macros."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from tthtcd_tui.errors import UnusableFile

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY: Final = 128
_SMALLEST: Final = 4_096
"""Bytes of a stream that stands in sectors of its own; smaller ones share some."""
_MOST_SECTORS: Final = 4_096
_END: Final = 0xFFFFFFFA
"""Sectors from here on are signs: end of chain, free."""


class OleFile:
    """Names of the streams, and the beginning of each. Raises UnusableFile for what is broken."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            (shift,) = struct.unpack_from("<H", data, 30)
            self._size = 1 << shift if shift in (9, 12) else 512
            (first,) = struct.unpack_from("<I", data, 48)
            self._first = first
            self._streams: list[int] = []
            """Where those begin that stand in sectors of their own."""
            self._fat = list(self._read_fat())
            self.entries = dict(self._read_directory(first))
        except struct.error:
            raise UnusableFile("Tệp bị hỏng hoặc bị cắt cụt. Hãy chép lại tệp.") from None

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._data[at : at + self._size]

    def _read_fat(self) -> Iterator[int]:
        for number in struct.unpack_from("<109I", self._data, 76):
            if number < _END:
                sector = self._sector(number)
                yield from struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])

    def _chain(self, number: int) -> Iterator[int]:
        seen: set[int] = set()
        while number < _END and number not in seen and len(seen) < _MOST_SECTORS:
            seen.add(number)
            yield number
            number = self._fat[number] if number < len(self._fat) else _END

    def _read_directory(self, first: int) -> Iterator[tuple[str, int]]:
        for sector in map(self._sector, self._chain(first)):
            for at in range(0, len(sector) - _ENTRY + 1, _ENTRY):
                (length,) = struct.unpack_from("<H", sector, at + 64)
                if 2 <= length <= 64:
                    name = sector[at : at + length - 2].decode("utf-16-le", "replace")
                    start, size = struct.unpack_from("<II", sector, at + 116)
                    if size >= _SMALLEST:
                        self._streams.append(start)
                    yield name, start

    @property
    def has_loops(self) -> bool:
        """Whether a chain of sectors comes back to itself: a reader would follow it without end."""
        return any(map(self._loops, (self._first, *self._streams)))

    def _loops(self, number: int) -> bool:
        seen = bytearray(len(self._fat))
        while number < len(seen):
            if seen[number]:
                return True
            seen[number] = 1
            number = self._fat[number]
        return False

    def beginning(self, name: str) -> bytes:
        """The first sector of a stream, or nothing."""
        number = self.entries.get(name)
        return b"" if number is None or number >= _END else self._sector(number)


def refuse_guarded(data: bytes) -> None:
    """Refuse an Office file that is encrypted or holds macros. Raises UnusableFile."""
    ole = OleFile(data)
    if ole.has_loops:
        raise UnusableFile("Tệp bị hỏng hoặc bị cắt cụt. Hãy chép lại tệp.")
    word = ole.beginning("WordDocument")
    is_encrypted = len(word) > 12 and struct.unpack_from("<H", word, 10)[0] & 0x0100
    if is_encrypted or {"EncryptedPackage", "EncryptionInfo"} & set(ole.entries):
        raise UnusableFile("Tệp đặt mật khẩu nên không đọc được. Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.")
    if {"_VBA_PROJECT", "VBA", "Macros", "_VBA_PROJECT_CUR"} & set(ole.entries):
        raise UnusableFile("Tệp có macro nên không nhận. Hãy mở bằng Word rồi lưu thành .docx.")


def is_word(data: bytes) -> bool:
    return "WordDocument" in OleFile(data).entries
