"""The kind of a file, by its first bytes and its name."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import PurePath
from typing import Final

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.sources import ole
from tthtcd_tui.imports.sources.package import Package


class Source(Enum):
    OURS = auto()
    """The JSON of this program."""
    WORD = auto()
    OFFICE = auto()
    """Files that take LibreOffice: .doc, .odt."""
    BOOK = auto()
    CSV = auto()
    MARKDOWN = auto()
    TEXT = auto()


_REFUSED: Final = (
    (b"%PDF", "Tệp PDF chỉ giữ hình trang, không giữ bảng và câu chữ. Hãy dùng tệp Word hoặc Excel gốc."),
    (b"{\\rtf", "Tệp RTF không nhận. Hãy mở bằng Word rồi lưu thành .docx."),
    (b"\x7fELF", "Tệp này là một chương trình, không phải báo cáo. Hãy chọn tệp khác."),
    (b"MZ", "Tệp này là một chương trình, không phải báo cáo. Hãy chọn tệp khác."),
    (b"\x1f\x8b", "Tệp nén không nhận. Hãy giải nén rồi chọn tệp bên trong."),
    (b"Rar!", "Tệp nén không nhận. Hãy giải nén rồi chọn tệp bên trong."),
    (b"\x89PNG", "Tệp ảnh không đọc được chữ. Hãy dùng tệp Word hoặc Excel gốc."),
    (b"\xff\xd8\xff", "Tệp ảnh không đọc được chữ. Hãy dùng tệp Word hoặc Excel gốc."),
)


def source_of(data: bytes, name: str) -> Source:
    """The reader for `data`. Raises UnusableFile where there is none."""
    if not data.strip():
        raise UnusableFile("Tệp trống, không có gì để nhập. Hãy kiểm tra lại tệp.")
    for magic, why in _REFUSED:
        if data.startswith(magic):
            raise UnusableFile(why)
    suffix = PurePath(name).suffix.lower()
    if data.startswith(ole.MAGIC):
        ole.refuse_guarded(data)
        return Source.OFFICE if ole.is_word(data) else Source.BOOK
    if data.startswith(b"PK"):
        return _in_package(data)
    if suffix in (".docx", ".docm", ".xlsx", ".xlsm", ".ods", ".odt", ".doc", ".xls"):
        raise UnusableFile(f"Tệp không phải tệp {suffix} dùng được. Hãy mở bằng Word, Excel rồi lưu lại.")
    if suffix == ".json" or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return Source.OURS
    if suffix in (".csv", ".tsv"):
        return Source.CSV
    return Source.MARKDOWN if suffix in (".md", ".markdown") else Source.TEXT


def _in_package(data: bytes) -> Source:
    package = Package(data)
    names = set(package.names)
    if "word/document.xml" in names:
        return Source.WORD
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return Source.BOOK
    kind = package.read("mimetype") or b""
    if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return Source.BOOK
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        package.xml("content.xml")
        return Source.OFFICE
    raise UnusableFile("Tệp nén này không phải tệp Word hay Excel. Hãy giải nén rồi chọn tệp bên trong.")
