"""Reading a data package of ours: the year's JSON, and its files of evidence, each checked by its SHA-256."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.sources.package import Package
from tthtcd_tui.named_tuple import NamedTuple

_DATA: Final = "bao-cao.json"
_COPY: Final = re.compile(r"minh-chung/([0-9a-f]{64})(?:[.][a-z0-9]{1,5})?")


class GivenPackage(NamedTuple):
    data: bytes
    """The year, as JSON."""
    copies: dict[str, bytes]
    """By SHA-256."""


def read_package(data: bytes, megabytes: int, largest_copy: int) -> GivenPackage:
    """Read a package of at most `megabytes` in all, with files of evidence of at most `largest_copy` bytes.

    It may have been unpacked and packed again, with a folder round it. Raises UnusableFile for a zip that is none, and
    for one of which a copy is not what its name says.
    """
    package = Package(data, megabytes)
    top = next((name.removesuffix(_DATA) for name in sorted(package.names, key=len) if _is_data(name)), None)
    if top is None:
        raise UnusableFile("Tệp nén này không phải gói dữ liệu của chương trình. Hãy giải nén rồi chọn tệp bên trong.")
    copies = {}
    for name in package.names:
        found = _COPY.fullmatch(name.removeprefix(top))
        if found is not None:
            copies[found[1]] = _checked(package, name, found[1], largest_copy)
    return GivenPackage(package.read(top + _DATA) or b"", copies)


def _is_data(name: str) -> bool:
    return name == _DATA or name.endswith(f"/{_DATA}")


def _checked(package: Package, name: str, digest: str, largest: int) -> bytes:
    copy = package.read(name) or b""
    if len(copy) > largest or sha256(copy).hexdigest() != digest:
        raise UnusableFile(
            "Trong gói có bản chép minh chứng không khớp mã kiểm tra, nên chưa nhập gì."
            " Hãy chép lại gói; hoặc giải nén rồi nhập riêng tệp bao-cao.json."
        )
    return copy
