"""A ZIP package (DOCX, XLSX, ODT, ODS) looked through before any parser sees it: names, sizes, DTDs, links, macros."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import IO, Final

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.sources.unpacked import unpacked

try:
    from lzma import LZMAError
except ImportError:  # a Python built without it, whose zipfile reads no such part either
    LZMAError = zlib.error  # type: ignore[assignment,misc]

MOST_BYTES: Final = 50 * 1024 * 1024
"""What all parts together may unpack to."""
_MOST_PARTS: Final = 2_000
_BOMB_FROM: Final = 8 * 1024 * 1024
_BOMB_RATIO: Final = 150
"""A part this large that packs this well holds nothing that anybody wrote."""
_CHUNK: Final = 1 << 20
_DRIVE: Final = re.compile("[A-Za-z]:")
_MACROS: Final = re.compile(r"vbaproject\.bin|vbadata\.xml|/?basic/|macrosheets/", re.IGNORECASE)
_EXTERNAL: Final = re.compile(rb'<(?:\w+:)?Relationship\b[^<]*TargetMode\s*=\s*["\']External["\'][^<]*')
"""Up to the next tag: a sign «>» may stand in a value, «<» may not, and no search goes over the same twice."""
_HARMLESS: Final = re.compile(rb"relationships/(?:hyperlink|attachedTemplate)[\"']")
"""A link that a reader may click, and the template a document was begun with: neither is ever fetched here."""
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    LZMAError,
)
"""What the standard library raises over a zip that is damaged; a place before the file's beginning is a ValueError."""
BROKEN: Final = "Tệp bị hỏng hoặc bị cắt cụt. Hãy chép lại tệp, hoặc mở bằng Word, Excel rồi lưu lại."


class Package:
    """The parts of a package that was looked through. Raises UnusableFile for one that cannot be used."""

    def __init__(self, data: bytes | IO[bytes], megabytes: int = 0) -> None:
        """Of a file that is open no more is read than is asked for.

        `megabytes` is what all parts together may unpack to, if not MOST_BYTES.
        """
        self._megabytes = megabytes or 50
        self._most = megabytes << 20 or MOST_BYTES
        self._data = data
        try:
            self._zip = zipfile.ZipFile(BytesIO(data) if isinstance(data, bytes) else data)
        except _DAMAGED:
            raise UnusableFile(BROKEN) from None
        self._look_through()

    @property
    def names(self) -> list[str]:
        return self._zip.namelist()

    @cached_property
    def _ends(self) -> dict[int, int]:
        """By where a part begins, where the next one does, or the directory after the last."""
        starts = sorted(info.header_offset for info in self._zip.infolist())
        pairs = zip(starts, [*starts[1:], self._zip.start_dir], strict=True)
        return dict(reversed(list(pairs)))  # of two that begin at one place, that place

    def read(self, name: str) -> bytes | None:
        """A part, unpacked no further than its size was said to be; None where there is none of that name."""
        try:
            info = self._zip.getinfo(name)
            if isinstance(self._data, bytes):
                plain = unpacked(self._data, info, self._ends[info.header_offset])
                if plain is not None:
                    return plain
            size = info.file_size
            with self._zip.open(name) as part:
                data = part.read(size)  # without it all that is packed would be unpacked first
                part.read(1)  # the end, where its sum is looked at
                return data
        except KeyError:
            return None
        except _DAMAGED:
            raise UnusableFile(BROKEN) from None

    def xml(self, name: str) -> bytes | None:
        """A part that is XML, without a document type. Raises UnusableFile for one that has one."""
        data = self.read(name)
        if data is not None:
            _refuse_dtd(data)
        return data

    def _look_through(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > _MOST_PARTS:
            raise UnusableFile("Tệp nén có quá nhiều phần bên trong. Hãy mở bằng Word, Excel rồi lưu lại.")
        if len({info.filename.lower() for info in infos}) < len(infos):
            raise UnusableFile("Tệp nén có hai phần cùng tên nên không nhận. Hãy mở bằng Word, Excel rồi lưu lại.")
        for info in infos:
            self._refuse_odd(info)
        if sum(info.file_size for info in infos) > self._most:
            raise UnusableFile(
                f"Tệp bung ra lớn hơn {self._megabytes} MB. Hãy bỏ bớt hình ảnh, hoặc chia thành tệp nhỏ hơn."
            )
        if _MACROS.search("\n".join(self.names)):
            raise UnusableFile("Tệp có macro nên không nhận. Hãy mở bằng Word, Excel rồi lưu thành .docx hoặc .xlsx.")
        for name in self.names:
            if name.endswith(".rels"):
                self._refuse_external(self.xml(name) or b"")

    def _refuse_odd(self, info: zipfile.ZipInfo) -> None:
        name = info.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or _DRIVE.match(name) or "\0" in info.orig_filename:
            raise UnusableFile("Tệp nén chứa đường dẫn trỏ ra ngoài nên không nhận. Hãy xin lại tệp từ người gửi.")
        if info.flag_bits & 1:
            raise UnusableFile("Tệp đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi lưu lại.")
        if info.file_size > _BOMB_FROM and info.file_size > _BOMB_RATIO * max(info.compress_size, 1):
            raise UnusableFile(
                "Tệp bung ra lớn bất thường so với cỡ của nó nên không nhận."
                " Hãy chép phần có chữ sang một tệp mới rồi nhập tệp đó."
            )

    def _refuse_external(self, relationships: bytes) -> None:
        for found in _EXTERNAL.findall(relationships):
            if not _HARMLESS.search(found):
                raise UnusableFile(
                    "Tệp lấy nội dung từ một tệp hay địa chỉ bên ngoài nên không nhận."
                    " Hãy mở bằng Word, bỏ liên kết rồi lưu lại."
                )

    def head(self, name: str, size: int) -> bytes:
        """The first bytes of a part."""
        return next(self.chunks(name, size), b"")

    def chunks(self, name: str, size: int = _CHUNK) -> Iterator[bytes]:
        """A part a piece at a time, for a look that needs no more."""
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(size):
                    yield chunk
        except (KeyError, *_DAMAGED):
            raise UnusableFile(BROKEN) from None


def _refuse_dtd(data: bytes) -> None:
    """A document type can name other files and unfold without end; no office program writes one."""
    head = data.replace(b"\0", b"")  # UTF-16 too
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise UnusableFile("Tệp có khai báo DTD, có thể gây hại nên không nhận. Hãy mở bằng Word, Excel rồi lưu lại.")
