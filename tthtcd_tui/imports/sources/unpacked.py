"""A part of a package unpacked without the detour of a file object: of thousands of small parts that is most of it.

`zipfile` has read the directory. What is here unpacks only what is packed the usual way and is what the directory says
of it, to the last byte and its sum; all else gives None, and is `zipfile`'s to read or to refuse.
"""

from __future__ import annotations

import struct
import zlib
from typing import Final
from zipfile import ZIP_DEFLATED, ZipInfo

_HEADER: Final = struct.Struct("<4s22xHH")
"""Of a part: its sign, and how long its name is and what stands between that and the part."""
_SIGN: Final = b"PK\3\4"
_NAME_IN_UTF_8: Final = 0x800
_RAW: Final = -15
"""Deflated, without a head of its own."""


def unpacked(data: bytes, info: ZipInfo, end: int) -> bytes | None:
    """The part of the package `data` that `info` tells of, never more than its size was said to be.

    `end` is where the next thing begins: two parts that share bytes are not the usual way either.
    """
    if info.compress_type != ZIP_DEFLATED or info.flag_bits & ~_NAME_IN_UTF_8 or info.header_offset < 0:
        return None
    head = data[info.header_offset : info.header_offset + _HEADER.size]
    if len(head) < _HEADER.size:
        return None
    sign, name_size, between = _HEADER.unpack(head)
    name_at = info.header_offset + _HEADER.size
    start = name_at + name_size + between
    if sign != _SIGN or start + info.compress_size > end or not info.orig_filename.isascii():
        return None
    if data[name_at : name_at + name_size] != info.orig_filename.encode():
        return None
    unpacker = zlib.decompressobj(_RAW)
    try:
        part = unpacker.decompress(data[start : start + info.compress_size], info.file_size + 1)
    except zlib.error:
        return None
    is_whole = unpacker.eof and len(part) == info.file_size and zlib.crc32(part) == info.CRC
    return part if is_whole else None
