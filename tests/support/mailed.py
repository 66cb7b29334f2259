"""Submissions as centres mail them, made of the sample year without a database. Places and numbers are invented."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from support.years import answered

from tthtcd_tui.exports.submission import submission_bytes
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.base import Base
from tthtcd_tui.report.carried import Carry, places_on, printed_lines
from tthtcd_tui.report.codec import ReportData, decode, encode
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.facts import Centre
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.submitted import DATA, DOCX, Manifest, handed_in, manifest_of
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.text.periods import Period

UNITS = """Mã;Tên;Cấp;Mã cấp trên
22;Tỉnh Mẫu;Tỉnh;
101;Phường Mạo Khê;Phường;22
102;Xã Tân Hòa;Xã;22
103;Xã Bản Sen;Xã;22
"""
"""A list of units: a province, and three communes of it. What is received of any of them is of one that is known."""


@cache
def sample() -> tuple[Form, ReportData]:
    form = load_shipped(1)
    return form, decode(sample_bytes(SAMPLE_YEAR), form)


@cache
def small_docx() -> bytes:
    """What passes for a DOCX; the numbers are what is looked at."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(zipfile.ZipInfo("word/document.xml"), b"<document/>")
    return made.getvalue()


def mailed(
    commune: str = "phường Mạo Khê",
    code: str = "mao-khe",
    typed: Mapping[str, str] | None = None,
    year: int = 2020,
    version: int = 1,
    uid: str = "",
    carry: Carry = Carry.ALL,
) -> tuple[bytes, Manifest]:
    """The file of a centre in which `typed` stands instead of what the sample says, and its manifest."""
    form, report = sample()
    given = {
        Place(place): answered(form, place, raw) for place, raw in {"report/locality": commune, **(typed or {})}.items()
    }
    facts = replace(
        report.facts,
        centre=Centre(code, f"TTHTCĐ {commune}"),
        period=Period.school_year(year),
        answers={**report.facts.answers, **given},
    )
    uid = uid or sha256(f"{code} {commune} {year}".encode()).hexdigest()[:32]
    data = encode(ReportData(facts, report.log, Base(uid, "0" * 64)))
    files = {DOCX: small_docx(), DATA: data}
    finalised = f"{year + 1}-06-{version:02}T07:00:00.000000Z"
    manifest = manifest_of(form, decode(data, form), version, finalised, files)
    if carry is Carry.PRINTED:
        data = encode(handed_in(form, decode(data, form), printed(form, decode(data, form))))
        files = {DOCX: small_docx(), DATA: data}
        less = manifest_of(form, decode(data, form), version, finalised, files)
        manifest = less.reduced_from(manifest)
    return submission_bytes(manifest, files[DOCX], data), manifest


def printed(form: Form, report: ReportData) -> frozenset[Place]:
    """What stands on the pages of a report."""
    outline = compose(form, report.facts, material=Material.of(report.log))
    return places_on(list(printed_lines(outline.blocks)))


def post(folder: Path, name: str, data: bytes) -> Path:
    """A file as it lies in a folder of mail."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name
