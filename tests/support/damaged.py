"""Files that something has happened to since they were made: bytes flipped, cut, doubled, replaced."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from io import BytesIO
from typing import Final

from hypothesis import strategies as st
from support.ods import ods
from support.old_reports import xlsx

from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.codec import decode
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, render
from tthtcd_tui.tasks.transfer.read_report import OpenedReport

_HEADS: Final = ("TT", "Ngày", "Nội dung", "Loại hình", "Số lớp", "Lượt người", "Địa điểm")
_MAIN: Final = re.compile(
    r"word/(?:document|styles|numbering)\.xml|customXml/item1\.xml|content\.xml|bao-cao\.json"
    r"|xl/(?:worksheets/sheet1|workbook|sharedStrings|styles)\.xml"
)
"""The parts that a reader goes through word by word."""
_TOKEN: Final = re.compile(rb'"[^"<>]*"|>[^<>]+<|\d+')
"""A value in quotes, a text between tags, a number."""
_PIECES: Final = (
    b"", b"<", b">", b"&", b'"', b"\0", b"\n", b"\r", b";", b"{", b"[", b"}", b"]", b" ", b"-1", b"0", b"\xff\xfe",
    b"9" * 30, b"1e999", b"0.1.2", b"NaN", b"null", b"true", b"\xed\xa0\x80", b"&#0;", b"&#x110000;", b"A1048576",
    b"XFD1", b"A1:B99999", b"#REF!", b"31/02/2020", b"2147483648",
    b"x" * 1_000, "²".encode(), "٣".encode(), "½".encode(),
)  # fmt: skip

Edit = tuple[str, int, int, bytes]
"""What happens, where, how long, and what comes there; places and lengths are counted round and round."""
EDITS: Final[st.SearchStrategy[list[Edit]]] = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "double", "insert", "replace", "replace", "end"]),
        st.integers(0, 1 << 20),
        st.integers(1, 400),
        st.sampled_from(_PIECES),
    ),
    min_size=1,
    max_size=6,
)


def _report(kind: ExportFormat, carry: Carry = Carry.PRINTED) -> bytes:
    form = load_shipped(1)
    opened = OpenedReport.alone(form, decode(sample_bytes(SAMPLE_YEAR), form))
    return render(opened._replace(carry=carry), kind)


def _rows() -> Sequence[Sequence[str | int]]:
    day = "{}/{}/2020".format
    said = "Phổ biến luật {}".format
    return [_HEADS] + [
        (n, day(n % 28 + 1, n % 3 + 10), said(n), "Phổ biến pháp luật", 1, 40 + n, "Nhà văn hóa") for n in range(1, 40)
    ]


def _text(mark: str) -> str:
    return "\n".join(mark.join(map(str, row)) for row in _rows())


MADE: Final[Mapping[str, Callable[[], bytes]]] = {
    "a.docx": lambda: _report(ExportFormat.DOCX, Carry.ALL),
    "a.txt": lambda: _report(ExportFormat.TEXT),
    "a.md": lambda: _report(ExportFormat.MARKDOWN),
    "a.json": lambda: _report(ExportFormat.JSON),
    "a.zip": lambda: _report(ExportFormat.PACKAGE),
    "a.xlsx": lambda: xlsx(("Sổ", _rows()), ("Tháng 12", _rows())),
    "a.ods": lambda: ods(("Sổ", _rows())),
    "a.csv": lambda: _text(";").encode("utf-8-sig"),
    "a.tsv": lambda: _text("\t").encode("utf-16"),
}
"""By what they are called."""


@cache
def whole(name: str) -> bytes:
    """A file of that kind that nothing has happened to."""
    return MADE[name]()


def damaged(data: bytes, edits: Sequence[Edit], part: int | None = None) -> bytes:
    """`data` after `edits`; of a zip, those of one of its main parts, if `part` says which."""
    if part is None or not data.startswith(b"PK"):
        return _edited(data, edits)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        main = [*filter(_MAIN.fullmatch, given.namelist())]
        hit = main[part % len(main)]
        for name in given.namelist():
            content = given.read(name)
            made.writestr(name, _edited(content, edits) if name == hit else content)
    return out.getvalue()


def _edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    for what, place, length, piece in edits:
        at = place % (len(data) + 1)
        end = min(at + length, len(data))
        match what:
            case "flip":
                data = data[:at] + bytes(byte ^ 1 << length % 8 for byte in data[at : at + 1]) + data[at + 1 :]
            case "cut":
                data = data[:at] + data[end:]
            case "double":
                data = data[:end] + data[at:end] * (length % 50 + 1) + data[end:]
            case "insert":
                data = data[:at] + piece + data[at:]
            case "replace":
                data = _replaced(data, at, piece)
            case "end" if length % 4 == 0:
                data = data[:at]
    return data


def _replaced(data: bytes, at: int, piece: bytes) -> bytes:
    """With the first value after `at` another one of its kind."""
    found = _TOKEN.search(data, at)
    if found is None:
        return data
    left, right = (found[0][:1], found[0][-1:]) if not found[0][:1].isdigit() else (b"", b"")
    return data[: found.start()] + left + piece + right + data[found.end() :]
