"""A whole year as a zip: the report, its data, every table, their descriptions, and checksums.

The tables are described as a Tabular Data Package (specs.frictionlessdata.io), so that other programs can read them.
The same year gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final

from tthtcd_tui.exports.tables.delimited import MARK, csv_bytes
from tthtcd_tui.exports.tables.dictionary import dictionary_table
from tthtcd_tui.exports.tables.material import TableMaterial
from tthtcd_tui.exports.tables.registry import tables
from tthtcd_tui.exports.tables.table import NIL_WORDS, NOT_APPLICABLE_WORDS, CellType, Table
from tthtcd_tui.exports.tables.workbook import xlsx_bytes
from tthtcd_tui.exports.word.package import packed
from tthtcd_tui.report.evidence import kept_files

README: Final = "DOC-TRUOC.txt"
SUMS: Final = "SHA256SUMS.txt"
DESCRIPTION: Final = "datapackage.json"
REPORT: Final = "bao-cao.docx"
DATA: Final = "bao-cao.json"
EVIDENCE: Final = "minh-chung/"
"""The folder of what was copied in as evidence, each under its SHA-256."""
_WORKBOOK: Final = "bang.xlsx"
_DICTIONARY: Final = "tu-dien.csv"
_FORM: Final = "bieu-mau.toml"
_ABSENT: Final = ["", NIL_WORDS, NOT_APPLICABLE_WORDS]
_FIELDS: Final[Mapping[CellType, Mapping[str, str]]] = {
    CellType.TEXT: {"type": "string"},
    CellType.NUMBER: {"type": "number", "decimalChar": ","},
    CellType.SHARE: {"type": "number", "decimalChar": ","},
    CellType.DATE: {"type": "date", "format": "%d/%m/%Y"},
    CellType.TIME: {"type": "datetime", "format": "%d/%m/%Y %H:%M:%S"},
}


def data_package(
    material: TableMaterial,
    docx: bytes,
    data: bytes,
    is_draft: bool,
    step: Callable[[int, int], None] = lambda *_: None,
    copies: Mapping[str, bytes] = {},
) -> bytes:
    """The package of a year: `docx` is its report, `data` its JSON; `step` is called with rows written and total.

    `copies` are the available files of its register of evidence, by SHA-256.
    """
    made = tables(material)
    described = {f"bang/{table.name.stem}.csv": table for table in made if table.name}
    described[_DICTIONARY] = dictionary_table(material.form)
    files = {
        REPORT: docx,
        DATA: data,
        _WORKBOOK: xlsx_bytes(made, material.title, material.author, material.dated, step),
        **{path: csv_bytes(table) for path, table in described.items()},
        _FORM: (material.form.template or material.form).text.encode(),
    }
    files[DESCRIPTION] = _described(material, described, files)
    names = kept_files(material.facts)
    evidence = {_path_of(digest, name): digest for digest, name in names.items() if digest in copies}
    files |= {path: copies[digest] for path, digest in evidence.items()}
    told = {path: names[digest] for path, digest in evidence.items()}
    files = {README: _readme(material, described, told, len(names) - len(told), is_draft), **files}
    files[SUMS] = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files.items()).encode()
    return packed(files)


def _path_of(digest: str, name: str) -> str:
    """The path of a file in the package: its SHA-256, with its original extension so that it opens."""
    suffix = re.search(r"[.][A-Za-z0-9]{1,5}$", name)
    return f"{EVIDENCE}{digest}{suffix[0].lower() if suffix else ''}"


def _described(material: TableMaterial, described: Mapping[str, Table], files: Mapping[str, bytes]) -> bytes:
    facts = material.facts
    tree: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": f"{facts.centre.code}-{facts.period.start:%Y-%m-%d}",
        "title": material.title,
        "resources": [_resource(path, table, files[path]) for path, table in described.items()],
    }
    return f"{json.dumps(tree, ensure_ascii=False, indent=1)}\n".encode()


def _resource(path: str, table: Table, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": path.removeprefix("bang/").removesuffix(".csv"),
        "title": table.title,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {"delimiter": MARK, "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
        "schema": {"fields": _fields(table), "missingValues": _ABSENT},
    }


def _fields(table: Table) -> list[dict[str, str]]:
    """The schema of a table's columns; a column of numbers that also holds words is declared as text."""
    return [
        {"name": column.title, **_FIELDS[column.kind if _is_pure(table, number) else CellType.TEXT]}
        for number, column in enumerate(table.columns)
    ]


def _is_pure(table: Table, number: int) -> bool:
    if table.columns[number].kind not in (CellType.NUMBER, CellType.SHARE):
        return True
    return all(isinstance(row[number], (int, Decimal)) or (row[number] or "") in _ABSENT for row in table.rows)


def _readme(
    material: TableMaterial, described: Mapping[str, Table], evidence: Mapping[str, str], missing: int, is_draft: bool
) -> bytes:
    state = "bản dự thảo, còn chỗ thiếu hoặc lỗi" if is_draft else "đủ nội dung, không có lỗi"
    lines = [
        f"GÓI DỮ LIỆU BÁO CÁO: {material.title}",
        f"Báo cáo trong gói: {state}.",
        "",
        "TRONG GÓI CÓ",
        *_listed(described),
        *(f"- {path}: minh chứng “{name}”" for path, name in evidence.items()),
        *([f"Thiếu bản chép của {missing} tệp minh chứng: tệp dữ liệu không có."] if missing else []),
        "",
        "ĐỌC CÁC TỆP CSV",
        f"Mã UTF-8, các ô cách nhau bằng dấu “{MARK}”, số thập phân viết dấu phẩy, ngày viết 05/06/2021.",
        "Mở bằng Excel: nhấp đúp. Ô trống là chưa nhập; “không có”, “không áp dụng” là câu trả lời.",
        "Chữ bắt đầu bằng = + - @ có thêm dấu ' ở trước để Excel không chạy như công thức;",
        "dấu ấy không thuộc nội dung.",
        "",
        "ĐƯA TRỞ LẠI CHƯƠNG TRÌNH",
        "Nhập cả gói: về đủ cả năm, nhật ký hoạt động và bản chép minh chứng.",
        f"Nhập riêng tệp {DATA}: như trên, không có bản chép minh chứng.",
        "",
        "KIỂM TRA GÓI CÒN NGUYÊN VẸN (Linux, macOS), sau khi giải nén:",
        f"sha256sum -c {SUMS}",
        "",
        "GIỮ GÌN",
        "Gói có họ tên, điện thoại, ghi chú và lịch sử sửa. Chỉ gửi cho người được phép xem;",
        f"nộp cấp trên thì gửi riêng tệp {REPORT}.",
    ]
    return ("\ufeff" + "".join(f"{line}\r\n" for line in lines)).encode()


def _listed(described: Mapping[str, Table]) -> Sequence[str]:
    said = {
        REPORT: "báo cáo để in và ký, mở bằng Word",
        DATA: "toàn bộ dữ liệu của năm, chương trình đọc lại được",
        _WORKBOOK: "mọi bảng trong một tệp Excel",
        **{path: f"bảng “{table.title}”, {len(table.rows)} dòng" for path, table in described.items()},
        _DICTIONARY: "từ điển: từng chỗ của báo cáo, kiểu, đơn vị, lựa chọn",
        _FORM: "biểu mẫu đã dùng",
        DESCRIPTION: "mô tả các bảng CSV cho chương trình khác (Frictionless Data Package)",
        SUMS: "mã kiểm tra SHA-256 của từng tệp",
    }
    return [f"- {name}: {words}" for name, words in said.items()]
