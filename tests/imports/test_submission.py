"""A submission of a stranger is taken when everything in it agrees, and refused in a sentence when anything does not."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import pytest
from support.mailed import mailed, small_docx

from tthtcd_tui.exports.submission import submission_bytes
from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.known import shipped_named
from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.submission import Read, read_submission
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.submitted import DATA, DOCX, MANIFEST, FormName, encode_manifest

DATA_FILE, MADE = mailed()
LESS_FILE, LESS = mailed(carry=Carry.PRINTED)


def form_of(name: FormName) -> Form | None:
    found = shipped_named((name.key, name.version))
    return found if found and found.digest == name.digest else None


def read(data: bytes) -> Read:
    return read_submission(data, form_of)


def parts(data: bytes = DATA_FILE) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", compression) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return made.getvalue()


def test_what_agrees_is_taken() -> None:
    assert read(DATA_FILE) == Read(MADE, told=parts()[MANIFEST])
    assert read(LESS_FILE) == Read(LESS, told=parts(LESS_FILE)[MANIFEST])


def refused(members: Mapping[str, bytes]) -> str:
    return read(zipped(members)).refused


def test_a_document_edited_since_is_told() -> None:
    assert "Tệp bao-cao.docx trong bản nộp đã bị sửa" in refused(parts() | {DOCX: small_docx() + b" "})


def test_data_edited_since_are_told() -> None:
    edited = parts()[DATA].replace(b'"figure/so_khu": "24"', b'"figure/so_khu": "25"')
    assert "Tệp bao-cao.json trong bản nộp đã bị sửa" in refused(parts() | {DATA: edited})


@pytest.mark.parametrize("data", [DATA_FILE, LESS_FILE])
def test_data_whose_hash_was_set_right_are_told_by_their_sums(data: bytes) -> None:
    found = read(data).manifest
    assert found is not None
    edited = parts(data)[DATA].replace(b'"figure/so_khu": "24"', b'"figure/so_khu": "25"')
    files = {**found.files, DATA: sha256(edited).hexdigest()}
    made = parts(data) | {DATA: edited, MANIFEST: encode_manifest(found._replace(files=files))}
    assert "bản kê ghi 24, tệp JSON ghi 25" in refused(made)


def test_whole_data_that_are_not_those_that_were_kept_are_told() -> None:
    other = MADE._replace(kept="0" * 64)
    assert "nói khác tệp JSON" in refused(parts() | {MANIFEST: encode_manifest(other)})


def test_what_says_to_be_printed_alone_and_is_more_is_told() -> None:
    other = MADE._replace(carry=Carry.PRINTED)
    assert "có cả dữ liệu không in" in refused(parts() | {MANIFEST: encode_manifest(other)})


def test_what_says_to_be_whole_and_is_less_is_told() -> None:
    other = LESS._replace(carry=Carry.ALL)
    assert "nói khác tệp JSON" in refused(parts(LESS_FILE) | {MANIFEST: encode_manifest(other)})


def test_a_sum_that_was_typed_is_told_with_its_place() -> None:
    place = Place("results/phap_luat/classes")
    sums = {**MADE.sums, place: Quantity(MADE.sums[place].number + 1)}  # type: ignore[union-attr]
    told = refused(parts() | {MANIFEST: encode_manifest(MADE._replace(sums=sums))})
    assert told == (
        "Số liệu trong bản kê không khớp tệp JSON, ở “Giáo dục pháp luật: Số lớp”: bản kê ghi 27, tệp JSON ghi 26."
        " Hãy đề nghị trung tâm nộp lại."
    )


def test_a_manifest_of_another_year_is_told() -> None:
    other = MADE._replace(period=replace(MADE.period, start=MADE.period.start.replace(day=2)))
    assert "Bản kê nói khác tệp JSON" in refused(parts() | {MANIFEST: encode_manifest(other)})


def test_a_form_nobody_knows_is_told() -> None:
    other = MADE._replace(form=FormName("xep-loai", 3, "0" * 64))
    found = read(submission_bytes(other, parts()[DOCX], parts()[DATA]))
    assert "biểu mẫu xep-loai phiên bản 3 mà ở đây chưa có" in found.refused
    assert found.manifest == other  # so that the superior sees whose it claims to be


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({}, "không phải bản nộp"),
        ({"word/document.xml": b"<x/>"}, "không phải bản nộp"),
        ({**parts(), "../../etc/passwd": b"x"}, "đường dẫn trỏ ra ngoài"),
        ({**parts(), "them.txt": b"x"}, "không phải bản nộp"),
        ({**parts(), MANIFEST: b"{"}, "không đúng cú pháp JSON"),
        ({**parts(), MANIFEST: b"[" * 100_000}, "không đúng cú pháp JSON"),
        ({**parts(), MANIFEST: b'{"format": "x"}'}, "không phải bản nộp"),
        ({**parts(), MANIFEST: b"{}" + b" " * (1 << 20)}, "lớn bất thường"),
        ({**parts(), DATA: b" " * (9 << 20)}, "bung ra lớn bất thường"),
        ({**parts(), DOCX: b"PK"}, "đã bị sửa"),
    ],
)
def test_what_is_no_submission_is_refused(members: dict[str, bytes], words: str) -> None:
    assert words in refused(members)


def test_what_is_no_zip_is_refused() -> None:
    for data in (b"", b"PK\x03\x04", DATA_FILE[:-40], b"\0" * 1000):
        assert "bị hỏng hoặc bị cắt cụt" in read(data).refused


def test_a_document_that_is_none_is_refused() -> None:
    data, manifest = mailed()
    with zipfile.ZipFile(BytesIO(data)) as package:
        json = package.read(DATA)
    empty = zipped({"a": b"b"})
    files = {DOCX: sha256(empty).hexdigest(), DATA: manifest.files[DATA]}
    assert "không phải văn bản Word" in read(submission_bytes(manifest._replace(files=files), empty, json)).refused


def test_no_flipped_bit_is_taken_for_another_number() -> None:
    """Each is refused, or nothing that is read of the file has changed."""
    chance = random.Random(7)
    for _ in range(60):
        data = bytearray(DATA_FILE)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        found = read(bytes(data))
        assert found.refused or found.manifest == MADE
