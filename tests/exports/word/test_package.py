"""Parts as one file."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tthtcd_tui.exports.word.package import packed

PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": "Mạo Khê ".encode() * 1000}


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_the_parts_in_their_order_without_time_or_system(compression: int) -> None:
    with zipfile.ZipFile(BytesIO(packed(PARTS, compression))) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == PARTS
        assert package.namelist() == list(PARTS)
        for member in package.infolist():
            assert (member.date_time, member.create_system) == ((1980, 1, 1, 0, 0, 0), 0)
            assert member.compress_type == compression


def test_it_is_compressed() -> None:
    assert len(packed(PARTS)) < 1000 < sum(map(len, PARTS.values()))
