"""The text of files, however they were saved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.old_text import in_1258, in_tcvn3, in_vni, sample_texts, seen_as_western

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.text.decoding import decode, western

TEXT = "\r\n".join(text for text in sample_texts() if " " in text)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (b"So lop; 12\r\n", "UTF-8"),
        (b"", "UTF-8"),
    ],
)
def test_unicode_is_read_as_it_is(data: bytes, encoding: str) -> None:
    found = decode(data)
    assert (found.encoding, found.legacy, found.is_sure) == (encoding, None, True)
    if len(data) > 20:
        assert found.text == TEXT


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (in_1258(TEXT), "Windows-1258"),
        (in_vni(TEXT).encode("cp1252"), "VNI (phông VNI-Times)"),
        (in_tcvn3(TEXT).encode("cp1252"), "TCVN3 (phông .VnTime)"),
        (seen_as_western(TEXT.encode()).encode(), "UTF-8 bị đọc nhầm"),
        (in_tcvn3(TEXT).encode("utf-8"), "TCVN3 (phông .VnTime)"),  # saved as what it was seen as
        (in_vni(TEXT).encode("utf-16"), "VNI (phông VNI-Times)"),
    ],
)
def test_old_encodings_are_converted_and_shown_before_and_after(data: bytes, encoding: str) -> None:
    found = decode(data)
    assert found.encoding == encoding
    assert found.text.lower() == TEXT.lower()
    assert found.is_sure
    assert found.legacy is not None
    assert found.legacy.after == found.text


def test_a_clip_of_windows_1258() -> None:
    assert decode(bytes.fromhex("4cf5ec7020686ff263206df5d2207461f269207468f46e20d0f4cc69204368e82e")).text == (
        "Lớp học mở tại thôn Đồi Chè."
    )


def test_bytes_that_were_lost_are_told() -> None:
    data = TEXT.encode("utf-8")
    broken = decode(data[:100] + b"\xff" + data[100:])
    assert (broken.encoding, broken.is_sure) == ("UTF-8", False)
    assert "\ufffd" in broken.text
    assert not decode(TEXT.encode("utf-16")[:-1]).is_sure


def test_what_nothing_speaks_for_is_not_sure() -> None:
    found = decode("Café Zoë".encode("cp1252"))
    assert (found.text, found.encoding, found.is_sure) == ("Café Zoë", "Windows-1252", False)


@pytest.mark.parametrize(
    "data", [b"\x7fELF\x02\x01\x01" + bytes(range(256)), b"PK\x03\x04\x14\x00", b"GIF89a\x01\x00\x01"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(TextProblem, match="không phải tệp chữ"):
        decode(data)


@given(st.binary(max_size=64))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    assert len(western(data)) == len(data)
    try:
        found = decode(data)
    except TextProblem:
        return
    assert isinstance(found.text, str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), max_size=40))
def test_utf8_is_never_lost(text: str) -> None:
    found = decode(text.encode("utf-8-sig"))
    assert found.text == (found.legacy.after if found.legacy else text)
