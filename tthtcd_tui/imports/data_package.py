"""Reading a data package of ours: the year's JSON, and its files of evidence, each checked by its SHA-256."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import IO, Final

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.sources.package import Package
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.json_size import refuse_unlike_report

_DATA: Final = "bao-cao.json"
_COPY: Final = re.compile(r"minh-chung/([0-9a-f]{64})(?:[.][a-z0-9]{1,5})?")


class GivenPackage(NamedTuple):
    data: bytes
    """The year, as JSON."""
    copies: Mapping[str, bytes]
    """By SHA-256; each is unpacked when it is asked for."""


def read_package(data: bytes, megabytes: int, largest_copy: int) -> GivenPackage:
    """Read a package of at most `megabytes` in all, with files of evidence of at most `largest_copy` bytes.

    It may have been unpacked and packed again, with a folder round it. Raises UnusableFile for a zip that is none, and
    for one of which a copy is not what its name says; CodecProblem for data that can be no report.
    """
    package = Package(data, megabytes)
    name, copies = _looked_through(package, largest_copy)
    return GivenPackage(package.read(name) or b"", copies)


def refuse_unlike_package(file: IO[bytes], megabytes: int, largest_copy: int) -> None:
    """Look through an open file as `read_package` does, with little of it in memory. Raises as that."""
    _looked_through(Package(file, megabytes), largest_copy)


class _Copies(Mapping[str, bytes]):
    """The files of a package by their SHA-256."""

    def __init__(self, package: Package, names: Mapping[str, str]) -> None:
        self._package = package
        self._names = names

    def __getitem__(self, digest: str) -> bytes:
        return self._package.read(self._names[digest]) or b""

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _looked_through(package: Package, largest_copy: int) -> tuple[str, _Copies]:
    """What the year's JSON is called, and the copies, each of which is what its name says."""
    data = next((name for name in sorted(package.names, key=len) if _is_data(name)), None)
    if data is None:
        raise UnusableFile("Tệp nén này không phải gói dữ liệu của chương trình. Hãy giải nén rồi chọn tệp bên trong.")
    refuse_unlike_report(package.chunks(data))
    top = data.removesuffix(_DATA)
    names = {found[1]: name for name in package.names if (found := _COPY.fullmatch(name.removeprefix(top)))}
    for digest, name in names.items():
        _check(package, name, digest, largest_copy)
    return data, _Copies(package, names)


def _is_data(name: str) -> bool:
    return name == _DATA or name.endswith(f"/{_DATA}")


def _check(package: Package, name: str, digest: str, largest: int) -> None:
    size, found = 0, sha256()
    for chunk in package.chunks(name):
        size += len(chunk)
        found.update(chunk)
    if size > largest or found.hexdigest() != digest:
        raise UnusableFile(
            "Trong gói có bản chép minh chứng không khớp mã kiểm tra, nên chưa nhập gì."
            " Hãy chép lại gói; hoặc giải nén rồi nhập riêng tệp bao-cao.json."
        )
