"""Whatever has happened to a file, it is read, or refused in a sentence in Vietnamese; nothing else comes of it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.damaged import EDITS, MADE, Edit, damaged, whole
from support.examples import at_most

from tthtcd_tui.errors import UnusableFile, UserProblem
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.imports.child import _is_own, _look, _read_own
from tthtcd_tui.imports.data_package import read_package
from tthtcd_tui.imports.file_kinds import Source, source_of
from tthtcd_tui.imports.found import to_tree
from tthtcd_tui.imports.read_file import read_file
from tthtcd_tui.imports.sources.ole import MAGIC
from tthtcd_tui.imports.sources.package import Package
from tthtcd_tui.imports.sources.sheets import read_book
from tthtcd_tui.report.codec import decode
from tthtcd_tui.text.periods import Period

FORM, PERIOD = load_shipped(1), Period.school_year(2020)
VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)
PARTS = st.none() | st.integers(0, 9)


def read(data: bytes, name: str) -> None:
    """All that is ever asked of a file, as the processes that read one ask it."""
    if name.endswith(".zip"):
        package = read_package(data, 256, 8 << 20)
        assert all(package.copies.values())
        decode(package.data, FORM)
        return
    source = source_of(data, name)
    if source is Source.OURS:
        decode(data, FORM)
        return
    if source is Source.WORD:
        assert _look(source, data)
        if _is_own(data):
            json.dumps(_read_own(data))
    if source is not Source.OFFICE:
        json.dumps(to_tree(read_file(FORM, PERIOD, data, name)))


def is_told(data: bytes, name: str) -> bool:
    """Whether it is refused, in words."""
    said: Sequence[str] = ()
    try:
        read(data, name)
    except UserProblem as problem:
        said = problem.message, *problem.details
    assert all(map(VIETNAMESE.search, said))
    return bool(said)


@pytest.mark.parametrize("name", MADE)
def test_whole_it_is_read(name: str) -> None:
    assert not is_told(whole(name), name)


@pytest.mark.parametrize("name", MADE)
@at_most(5)
@given(edits=EDITS, part=PARTS)
def test_damaged_it_is_read_or_refused_in_words(name: str, edits: Sequence[Edit], part: int | None) -> None:
    is_told(damaged(whole(name), edits, part), name)


@pytest.mark.long
@pytest.mark.parametrize("name", MADE)
@settings(max_examples=300)
@given(edits=EDITS, part=PARTS)
def test_so_it_is_however_often_it_is_tried(name: str, edits: Sequence[Edit], part: int | None) -> None:
    is_told(damaged(whole(name), edits, part), name)


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.ods"])
def test_half_a_file_is_refused(name: str) -> None:
    assert is_told(whole(name)[: len(whole(name)) // 2], name)


def test_a_part_that_lies_before_the_beginning() -> None:
    data = bytearray(whole("a.ods"))
    at = data.rindex(b"PK\x05\x06")
    data[at + 16 : at + 20] = (int.from_bytes(data[at + 16 : at + 20], "little") + 100).to_bytes(4, "little")
    with pytest.raises(UnusableFile, match="Tệp bị hỏng"):
        source_of(bytes(data), "a.ods")


def test_a_part_packed_in_another_way_that_is_damaged() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as made:
        made.writestr("word/document.xml", b"<a/>" * 1_000)
    refused = 0
    for at in range(60, 100):
        data = bytearray(out.getvalue())
        data[at] ^= 0x55
        with suppress(UnusableFile):
            Package(bytes(data)).read("word/document.xml")
            refused -= 1
        refused += 1
    assert refused


def test_an_old_workbook_at_which_calamine_gives_up() -> None:
    """It leaves its own Rust in a panic, which is no Exception."""
    head = MAGIC + bytes(16) + bytes.fromhex("3e000300feff09000600") + bytes(6)
    head += b"".join(n.to_bytes(4, "little") for n in (0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0))
    head += (0).to_bytes(4, "little") + b"\xff" * 108 * 4
    table = b"\xfd\xff\xff\xff\xfe\xff\xff\xff" + b"\xff" * 504
    with pytest.raises(UnusableFile, match="Tệp bị hỏng"):
        read_book(head + table + bytes(59))
