"""A package is looked through before it is parsed: what could harm is refused in words, without unpacking it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from support.old_reports import docx, paragraph, zipped

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.file_kinds import Source, source_of
from tthtcd_tui.imports.sources.package import Package
from tthtcd_tui.imports.sources.word import read_word

_RELS = '<Relationships><Relationship Id="a" Type="http://x/relationships/{}" Target="{}" TargetMode="External"/></Relationships>'
_DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'


def refusal(data: bytes, name: str = "tep.docx") -> str:
    try:
        source_of(data, name)
        read_word(data)
    except UnusableFile as refused:
        return refused.message
    pytest.fail("it was not refused")


def guarded() -> bytes:
    """A package whose first part says that it is encrypted."""
    data = bytearray(docx(paragraph("x")))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    return bytes(data)


def test_what_unpacks_to_more_than_there_is_room_for_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """G12: also where each part is no bomb by itself."""
    monkeypatch.setattr("tthtcd_tui.imports.sources.package.MOST_BYTES", 3_000)
    assert "50 MB" in refusal(docx(paragraph("một đoạn văn dài") * 200))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "trống"),
        (docx(paragraph("x"))[:-40], "bị hỏng"),
        (docx(paragraph("x"), word__vbaProject_dot_bin=b"x"), "macro"),
        (zipped({"../../ra-ngoai.txt": "x", "word/document.xml": "<a/>"}), "trỏ ra ngoài"),
        (zipped({"word/document.xml": "x" * 9_000_000}), "bung ra lớn"),
        (guarded(), "mật khẩu"),
        (zipped({"word/document.xml": _DTD}), "DTD"),
        (zipped({"word/document.xml": _DTD.decode().encode("utf-16")}), "DTD"),
        (
            docx(paragraph("x"), word___rels__document_dot_xml_dot_rels=_RELS.format("aFChunk", "../bi-mat.txt")),
            "bên ngoài",
        ),
        (zipped({"word/document.xml": "<a>" * 5_000}), "bị hỏng"),
        (zipped({"anh.png": "x"}), "không phải tệp Word"),
        (b"%PDF-1.7", "PDF"),
        (b"\x7fELF\x02", "chương trình"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_it_is_refused_in_words(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_a_link_to_click_and_a_template_are_never_fetched_and_no_reason_to_refuse() -> None:
    for kind in ("hyperlink", "attachedTemplate"):
        rels = _RELS.format(kind, "http://x/")
        assert Package(docx(paragraph("x"), word___rels__document_dot_xml_dot_rels=rels)).names


def test_no_more_is_unpacked_than_was_said() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"x" * 5_000_000)
    data = bytearray(out.getvalue())
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        found = data.index(sign) + at
        data[found : found + 4] = (900).to_bytes(4, "little")
    assert "bị hỏng" in refusal(bytes(data))


@pytest.mark.parametrize(
    ("name", "data", "source"),
    [
        ("a.docx", docx(paragraph("x")), Source.WORD),
        ("a.txt", "chữ".encode(), Source.TEXT),
        ("a.md", b"# x", Source.MARKDOWN),
        ("a.csv", b"a;b", Source.CSV),
        ("a.txt", docx(paragraph("x")), Source.WORD),
    ],
)
def test_a_file_is_known_by_what_it_begins_with_before_its_name(name: str, data: bytes, source: Source) -> None:
    assert source_of(data, name) is source
