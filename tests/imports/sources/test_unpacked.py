"""A part unpacked at once is what `zipfile` makes of it, or is left to it."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

import pytest

from tthtcd_tui.imports.sources.unpacked import unpacked

PARTS = {"word/document.xml": b"<a>" + b"x" * 3_000 + b"</a>", "empty": b"", "b": bytes(range(256)) * 4}


def packed(compression: int = zipfile.ZIP_DEFLATED, parts: dict[str, bytes] = PARTS) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", compression) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return made.getvalue()


def infos(data: bytes) -> dict[str, zipfile.ZipInfo]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {info.filename: info for info in package.infolist()}


def test_what_is_packed_the_usual_way_is_unpacked() -> None:
    data = packed()
    assert {name: unpacked(data, info, len(data)) for name, info in infos(data).items()} == PARTS


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_packed_otherwise_is_left(compression: int) -> None:
    data = packed(compression)
    assert {unpacked(data, info, len(data)) for info in infos(data).values()} == {None}


def test_a_name_with_marks_is_left() -> None:
    data = packed(parts={"bản kê": b"x"})
    assert unpacked(data, infos(data)["bản kê"], len(data)) is None


def test_a_part_that_runs_into_the_next_is_left() -> None:
    data = packed()
    found = infos(data)
    assert unpacked(data, found["word/document.xml"], found["empty"].header_offset) == PARTS["word/document.xml"]
    assert unpacked(data, found["word/document.xml"], found["empty"].header_offset - 1) is None


@pytest.mark.parametrize("size", [0, 1, 3_006, 3_008, 1 << 30])
def test_one_of_another_size_than_was_said_is_left(size: int) -> None:
    data = packed()
    info = infos(data)["word/document.xml"]
    info.file_size = size
    assert unpacked(data, info, len(data)) is None


def test_whatever_is_damaged_nothing_else_is_unpacked() -> None:
    """Each byte of the file set otherwise, the directory as it was."""
    data, rng = packed(), random.Random(7)
    found = infos(data)
    for at in range(len(data)):
        damaged = data[:at] + bytes([data[at] ^ rng.randrange(1, 256)]) + data[at + 1 :]
        for name, info in found.items():
            assert unpacked(damaged, info, len(data)) in (None, PARTS[name])
    for size in range(len(data)):
        assert all(unpacked(data[:size], info, len(data)) in (None, PARTS[name]) for name, info in found.items())
