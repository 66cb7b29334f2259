"""Old reports as other centres write them: an invented commune, whatever numbering, table and encoding is asked for."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import count
from typing import Final
from xml.sax.saxutils import escape

from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.imports.found import Found, FoundFile
from tthtcd_tui.imports.read_file import read_file
from tthtcd_tui.text.periods import parse_period

PERIOD: Final = parse_period("2018-2019")
FORM: Final = load_shipped()
HEAD: Final = """UBND XÃ BẢN MẪU                              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRUNG TÂM HỌC TẬP CỘNG ĐỒNG                  Độc lập - Tự do - Hạnh phúc
Số: 12/BC-TTHTCĐ                             Bản Mẫu, ngày 05 tháng 6 năm 2019

BÁO CÁO
TỔNG KẾT HOẠT ĐỘNG NĂM HỌC 2018-2019

TTHTCĐ xã Bản Mẫu báo cáo kết quả năm học 2018-2019 như sau:
"""
END: Final = """
Nơi nhận:                                         KT. GIÁM ĐỐC
- UBND xã;                                        PHÓ GIÁM ĐỐC
- Lưu: VT.                                        Hồ Thị Mẫu
"""


def found_in(text: str | bytes, name: str = "bao-cao.txt", period: str = "2018-2019") -> FoundFile:
    """What is found in a file, read in this process."""
    data = text.encode(errors="replace") if isinstance(text, str) else text
    return read_file(FORM, parse_period(period), data, name)


def values(found: FoundFile) -> Mapping[str, str]:
    return {each.place: each.value for each in found.found}


def at(found: FoundFile, place: str) -> Found:
    return next(each for each in found.found if each.place == place)


def section(heading: str, *lines: str) -> str:
    """A report that is nothing but one section between its two ends."""
    return "\n".join([HEAD, heading, *lines, END])


_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES: Final = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def docx(body: str, **parts: str | bytes) -> bytes:
    """A DOCX of a body in WordprocessingML; `parts` are files beside it, their names spelt with `__` and `_dot_`."""
    named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in parts.items()}
    main = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": _TYPES, "word/document.xml": main, **named})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def paragraph(*runs: str) -> str:
    """A paragraph of runs, each plain text or WordprocessingML."""
    return f"<w:p>{''.join(run if run.startswith('<') else written(run) for run in runs)}</w:p>"


def written(text: str, properties: str = "") -> str:
    """A run."""
    said = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{said}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(rows: Iterable[Iterable[str]]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def xlsx(*sheets: tuple[str, Iterable[Iterable[object]]]) -> bytes:
    """A workbook of sheets, each a name and rows; what is no number is text."""
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for number, row in zip(count(), rows, strict=False):
                sheet.write_row(number, 0, list(row))
    return out.getvalue()
