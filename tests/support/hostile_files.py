"""Files made to harm whoever reads them: a name, its bytes, and a word of what is said when it is refused."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from io import BytesIO
from typing import Final, NamedTuple
from warnings import catch_warnings

from support.ods import packed
from support.old_reports import docx, paragraph, xlsx, zipped

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES: Final = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
)
_CELL: Final = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMB: Final = "bung ra lớn"
_BROKEN: Final = "Tệp bị hỏng"
_FAR: Final = "ở quá xa"
_DTD: Final = (
    '<?xml version="1.0"?><!DOCTYPE x [{}]><w:document xmlns:w="' + _WORD + '"><w:body>&a;</w:body></w:document>'
)
_LAUGHS: Final = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n or ""} "{f"&a{n + 1};" * 10}">' for n in range(1, 10))
_SMALL: Final = docx(paragraph("Một báo cáo."))


class Hostile(NamedTuple):
    name: str
    """What the file is called."""
    make: Callable[[], bytes]
    says: str
    """What stands in the sentence that refuses it."""


# -- packages that are none


def _stored(files: Iterable[tuple[str, bytes]], level: int = 9) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, content in files:
            package.writestr(name, content)
    return out.getvalue()


def _bomb(megabytes: int) -> bytes:
    """A document that is nothing but one letter, written without ever being whole in memory."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(megabytes):
            part.write(b"x" * (1 << 20))
    return out.getvalue()


def _many_pieces() -> bytes:
    """No part is a bomb by itself; all of them together are."""
    return _stored([("word/document.xml", b"<a/>"), *((f"word/media/{n}.png", b"x" * 7_900_000) for n in range(8))], 1)


def _nested() -> bytes:
    return _stored([("trong.zip", _bomb(50)), ("[Content_Types].xml", b"<Types/>")])


def _overlapping() -> bytes:
    """Entries of the directory that are all one and the same part, each by a name of its own: the flat bomb of 2019."""
    data = _stored([("word/document.xml", b"x" * 7_000_000)])
    at = data.index(b"PK\x01\x02")
    entry, end = data[at : data.index(b"PK\x05\x06")], bytearray(data[data.index(b"PK\x05\x06") :])
    end[8:16] = struct.pack("<HHI", 500, 500, len(entry) * 500)
    entries = (entry.replace(b"word/document.xml", b"word/doc%05d.xml" % number) for number in range(500))
    return data[:at] + b"".join(entries) + bytes(end)


def _twice() -> bytes:
    """Which of them is read, and which was looked at, would depend on who reads."""
    with catch_warnings(action="ignore"):
        return _stored([("word/document.xml", b"<a/>"), ("word/document.xml", b"<b/>")])


def _sized(size: int) -> bytes:
    """A document whose directory says another size than there is."""
    data = bytearray(_stored([("word/document.xml", b"<a>" + b"x " * 500_000 + b"</a>")]))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(data)


def _guarded() -> bytes:
    data = bytearray(_SMALL)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    return bytes(data)


def _link() -> bytes:
    """A part that is a symbolic link to a file of the machine."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        info = zipfile.ZipInfo("word/document.xml")
        info.external_attr = 0o120777 << 16
        package.writestr(info, "/etc/passwd")
    return out.getvalue()


# -- documents


def _plain(data: bytes) -> bytes:
    """The same package with nothing packed: what says the same over and over is a bomb otherwise."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as packed_, zipfile.ZipFile(out, "w") as package:
        for name in packed_.namelist():
            package.writestr(name, packed_.read(name))
    return out.getvalue()


def _word(body: str, **parts: str | bytes) -> Callable[[], bytes]:
    return lambda: docx(body, **parts)


def _notes(name: str, tag: str) -> Callable[[], bytes]:
    def make() -> bytes:
        notes = "".join(f'<w:{tag} w:id="{n}">{paragraph("Ghi chú.")}</w:{tag}>' for n in range(190_000))
        return docx(paragraph("x"), **{f"word__{name}_dot_xml": f'<w:{name} xmlns:w="{_WORD}">{notes}</w:{name}>'})

    return make


def _table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _cell(content: str) -> str:
    return f"<w:tc>{content}</w:tc>"


# -- spreadsheets


def workbook(rows: str, after: str = "", **parts: str | bytes) -> bytes:
    """An xlsx of one sheet; `parts` are others of its folder «xl», or stand for those it has."""
    inner: Mapping[str, str | bytes] = {
        "styles": f'<styleSheet xmlns="{MAIN}"/>',
        "sharedStrings": f'<sst xmlns="{MAIN}"/>',
        "workbook": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>",
        **parts,
    }
    links = f'<Relationships xmlns="{_LINKS}"><Relationship Id="r1" Type="{_OFFICE}/%s" Target="%s"/>%s</Relationships>'
    more = (
        f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": links % ("officeDocument", "xl/workbook.xml", ""),
            "xl/_rels/workbook.xml.rels": links % ("worksheet", "worksheets/sheet1.xml", more),
            **{f"xl/{name}.xml": content for name, content in inner.items()},
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>',
        }
    )


def _many_sheets() -> bytes:
    names = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r1"/>' for n in range(1, 50_001))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>'
    return workbook('<row r="1"><c r="A1"><v>1</v></c></row>', workbook=book)


def _strings() -> bytes:
    said = "".join(f"<si><t>{n * 7919}</t></si>" for n in range(2_000_000))
    rows = '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'
    return workbook(rows, sharedStrings=f'<sst xmlns="{MAIN}">{said}</sst>')


def _styles() -> bytes:
    cells = "".join(f'<xf numFmtId="{n}"/>' for n in range(1_500_000))
    style = f'<styleSheet xmlns="{MAIN}"><cellXfs>{cells}</cellXfs></styleSheet>'
    return workbook('<row r="1"><c r="A1"><v>1</v></c></row>', styles=style)


def _merged(times: int) -> bytes:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="B9"><v>1</v></c></row>'
    cells = "".join(f'<mergeCell ref="A{n % 9 + 1}:A1048576"/>' for n in range(times))
    return workbook(rows, f"<mergeCells>{cells}</mergeCells>")


def _blank_rows() -> bytes:
    return workbook("".join(f'<row r="{n}" s="1"/>' for n in range(1, 1_000_001)))


def _ods(rows: str) -> Callable[[], bytes]:
    def make() -> bytes:
        table = f'<table:table table:name="S">{rows}</table:table>'
        body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
        return packed(f"<office:document-content {_NAMES}>{body}</office:document-content>")

    return make


def _row(times: int, cells: str) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


# -- old Office files


def _ole_loop() -> bytes:
    head = _OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, 0, 0, 4096, 0, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0) * 109
    return head + struct.pack("<I", 0) * 512


def _rewritten(data: bytes, keep: float) -> bytes:
    return data[: int(len(data) * keep)]


# -- all of them

_JSON: Final = b'{"format":"tthtcd-report","format_version":2,"x":'
_PACKED: Final = {
    "one part that is a bomb": Hostile("bom.docx", lambda: _bomb(300), _BOMB),
    "parts that are one together": Hostile("bom.docx", _many_pieces, "50 MB"),
    "a bomb in a zip in a zip": Hostile("bom.docx", _nested, "không phải tệp Word"),
    "a bomb of entries over one another": Hostile("bom.docx", _overlapping, "50 MB"),
    "two parts of one name": Hostile("hai.docx", _twice, "hai phần cùng tên"),
    "100,000 entries": Hostile(
        "nhieu.docx", lambda: _stored(((f"{n}", b"") for n in range(100_000)), 0), "quá nhiều phần"
    ),
    "a size too large": Hostile("sai.docx", lambda: _sized(1_900_000), "không có chữ"),
    "a size too small": Hostile("sai.docx", lambda: _sized(100), _BROKEN),
    "a size beyond all": Hostile("sai.docx", lambda: _sized(0xFFFFFFF0), _BOMB),
    "a path that leads out": Hostile(
        "duong.docx", lambda: zipped({"../../x": "x", "word/document.xml": "<a/>"}), "trỏ ra ngoài"
    ),
    "a symbolic link": Hostile("lien-ket.docx", _link, _BROKEN),
    "a document with a password": Hostile("khoa.docx", _guarded, "mật khẩu"),
    "a document with macros": Hostile("macro.docx", _word(paragraph("x"), word__vbaProject_dot_bin=b"x"), "macro"),
    "half a document": Hostile("nua.docx", lambda: _rewritten(_SMALL, 0.5), _BROKEN),
    "half a workbook": Hostile("nua.xlsx", lambda: _rewritten(xlsx(("S", [[1]])), 0.5), _BROKEN),
    "an XML bomb": Hostile("cuoi.docx", lambda: zipped({"word/document.xml": _DTD.format(_LAUGHS)}), "DTD"),
    "a file of the machine as an entity": Hostile(
        "doc.docx",
        lambda: zipped({"word/document.xml": _DTD.format('<!ENTITY a SYSTEM "file:///etc/passwd">')}),
        "DTD",
    ),
    "an entity in UTF-16": Hostile(
        "doc.docx",
        lambda: zipped({"word/document.xml": _DTD.format('<!ENTITY a "ha">').encode("utf-16")}),
        "DTD",
    ),
    "tags without end in UTF-7": Hostile(
        "bay.docx",
        lambda: zipped({"word/document.xml": '<?xml version="1.0" encoding="UTF-7"?>' + "+ADw-a+AD4-" * 600_000}),
        "bảng mã",
    ),
    "an entity in UTF-7": Hostile(
        "bay.docx",
        lambda: zipped(
            {
                "word/document.xml": '<?xml version="1.0" encoding="UTF-7"?>'
                + _DTD.format(_LAUGHS).partition("?>")[2].replace("<", "+ADw-").replace("&", "+ACY-")
            }
        ),
        "bảng mã",
    ),
    "cells without end in UTF-32": Hostile(
        "rong.xlsx",
        lambda: _plain(workbook("", "", **{"worksheets/sheet2": ("<c><v>1</v></c>" * 400_000).encode("utf-32")})),
        "bảng mã",
    ),
    "content from elsewhere": Hostile(
        "ngoai.docx",
        _word(
            paragraph("x"),
            word___rels__document_dot_xml_dot_rels='<Relationships><Relationship Id="a" Type="x/aFChunk" Target="../x"'
            ' TargetMode="External"/></Relationships>',
        ),
        "bên ngoài",
    ),
    "a PDF called a document": Hostile("bao-cao.docx", lambda: b"%PDF-1.7\n" + b"x" * 1_000_000, "PDF"),
    "a program called a document": Hostile("bao-cao.docx", lambda: b"\x7fELF\x02" + b"x" * 1_000, "chương trình"),
    "a text called a document": Hostile("bao-cao.docx", lambda: b"xin chao", "không phải tệp"),
    "nothing": Hostile("bao-cao.docx", lambda: b"", "trống"),
    "an old document that goes round": Hostile("cu.doc", _ole_loop, _BROKEN),
    "an old document cut off": Hostile("cu.doc", lambda: _OLE + bytes(20), _BROKEN),
    "an old workbook of nothing": Hostile("cu.xls", lambda: _OLE + bytes(4_000), _BROKEN),
}
_UNPACKED: Final = {
    "tags within tags without end": Hostile(
        "sau.docx", lambda: zipped({"word/document.xml": "<a>" * 3_000_000}), "quá dài"
    ),
    "paragraphs beside a table": Hostile(
        "dai.docx", lambda: docx(_table(_cell("<w:p/>")) + paragraph("Một câu.") * 190_000), "ngoài bảng"
    ),
    "paragraphs without end": Hostile("dai.docx", lambda: docx("<w:p/>" * 1_500_000), "000 đoạn"),
    "a million runs": Hostile("dai.docx", lambda: docx(paragraph(*["a"] * 1_000_000)), "quá dài"),
    "a table of a million cells": Hostile("o.docx", lambda: docx(_table(_cell("<w:p/>") * 600_000)), "đoạn hoặc ô"),
    "a table of cells without paragraphs": Hostile(
        "o.docx", lambda: docx(_table("<w:tc/>" * 1_900_000)), "đoạn hoặc ô"
    ),
    "tables within tables": Hostile(
        "bang.docx",
        lambda: docx("<w:tbl><w:tr><w:tc>" * 90_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 90_000),
        _BROKEN,
    ),
    "footnotes without end": Hostile("chu-thich.docx", _notes("footnotes", "footnote"), "chú thích, góp ý"),
    "comments without end": Hostile("gop-y.docx", _notes("comments", "comment"), "chú thích, góp ý"),
    "tags of styles without end": Hostile(
        "kieu.docx",
        _word(
            paragraph("x"), word__styles_dot_xml=f'<w:styles xmlns:w="{_WORD}">{"<w:style/>" * 3_000_000}</w:styles>'
        ),
        "kiểu chữ",
    ),
    "headers without end": Hostile(
        "dau-trang.docx",
        _word(
            paragraph("x"),
            **{
                f"word__header{n}_dot_xml": f'<w:hdr xmlns:w="{_WORD}">{paragraph("Đầu trang.") * 2_000}</w:hdr>'
                for n in range(100)
            },
        ),
        "ngoài bảng",
    ),
    "50,000 sheets": Hostile("trang.xlsx", _many_sheets, "1.000 trang"),
    "shared strings without end": Hostile("chuoi.xlsx", _strings, "50 MB"),
    "styles without end": Hostile("kieu.xlsx", _styles, "Không nhận ra"),
    "cells merged over the whole sheet": Hostile("gop.xlsx", lambda: _merged(200_000), _FAR),
    "a cell at the end of the sheet": Hostile(
        "xa.xlsx",
        lambda: workbook(
            '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        ),
        _FAR,
    ),
    "a million columns": Hostile(
        "cot.xlsx", lambda: workbook(f'<row r="1">{"<c><v>1</v></c>" * 1_000_000}</row>'), _FAR
    ),
    "a million blank rows": Hostile("trong.xlsx", _blank_rows, _FAR),
    "a cell repeated": Hostile(
        "lap.ods", _ods(_row(1, _CELL.replace("-cell ", '-cell table:number-columns-repeated="16384" '))), _FAR
    ),
    "a row repeated": Hostile("lap.ods", _ods(_row(1_048_576, _CELL)), _FAR),
    "rows and cells repeated": Hostile("lap.ods", _ods(_row(9_999, _CELL * 290) * 100), _FAR),
    "blanks repeated in a text": Hostile(
        "lap.ods", _ods(_row(1, _CELL.replace("x</", '<text:s text:c="2000000000"/></'))), _FAR
    ),
    "an ods of cells without end": Hostile(
        "o.ods", _ods(f"<table:table-row>{_CELL * 400_000}</table:table-row>"), _FAR
    ),
}
_TEXTS: Final = {
    "one line of 45 MB": Hostile("dong.csv", lambda: b"a" * (45 << 20), "dòng quá dài"),
    "a quote that is never closed": Hostile("nhay.csv", lambda: b'1;2\n"a;' + b"b\n" * 100_000, "dấu nháy"),
    "nothing but cells": Hostile("o.csv", lambda: b";" * 9_000_000, "quá nhiều ô"),
    "lines without end": Hostile("dong.csv", lambda: b"1;2\n" * 10_000_000, "000 dòng"),
    "NULs": Hostile("khong.csv", lambda: bytes(10_000_000), "dòng quá dài"),
    "NULs called a text": Hostile("khong.txt", lambda: bytes(4_000_000), "quá dài"),
    "headings without end": Hostile("de-muc.md", lambda: "# I. Mục\n".encode() * 200_000, "20.000 dòng"),
    "lines of a text without end": Hostile("dong.txt", lambda: "1. Một câu.\n".encode() * 200_000, "20.000 dòng"),
    "a text of one line": Hostile("dong.txt", lambda: b"a " * 2_400_000, "quá dài"),
    "marks heaped on a letter": Hostile("dau.txt", ("a" + "\u0301\u0327" * 90_000).encode, "dấu chồng"),
    "a table in a text": Hostile("bang.md", lambda: b"|1|2|\n" * 700_000, "200.000 ô"),
    "brackets 100,000 deep": Hostile(
        "sau.json", lambda: _JSON + b"[" * 100_000 + b"]" * 100_000 + b"}", "Không đọc được"
    ),
    "brackets without end": Hostile("sau.json", lambda: b"[" * 20_000_000, "quá nhiều dữ liệu"),
    "a number of 10 MB": Hostile("so.json", lambda: _JSON + b"9" * 10_000_000 + b"}", "Không đọc được"),
    "a fraction of 10 MB": Hostile("so.json", lambda: _JSON + b"0." + b"9" * 10_000_000 + b"}", "biểu mẫu"),
    "keys without end": Hostile(
        "khoa.json",
        lambda: _JSON + b"{" + b",".join(b'"%d":0' % n for n in range(2_000_000)) + b"}}",
        "quá nhiều dữ liệu",
    ),
    "half a JSON": Hostile("nua.json", lambda: _JSON + b'"abc', "cú pháp"),
}

_MEGABYTE: Final = 1 << 20
_UNLIKE: Final = "không thể là một báo cáo"
_TOO_MANY: Final = "quá nhiều dữ liệu"
_FAR_TOO_LARGE: Final = "lớn hơn 50 MB"


def _json(megabytes: int, unit: bytes, start: bytes = b"", end: bytes = b"") -> Callable[[], bytes]:
    """So many megabytes of `unit` as what a JSON of ours says."""
    return lambda: b"".join((_JSON, start, unit * (megabytes * _MEGABYTE // len(unit)), end, b"}"))


def _log(*lines: bytes) -> bytes:
    """As the program writes a report, of the sample's form: each of `lines`, and all of them 138,000 times together."""
    head = (
        b'{\n"format": "tthtcd-report",\n"format_version": 2,\n"form": {"key": "tu-danh-gia", "version": 1},\n'
        b'"centre": {"code": "ma", "name": "Ma"},\n"period": {"kind": "school_year", "start": "2020-09-01", '
        b'"end": "2021-08-31", "label": "2020-2021"},\n"answers": {},\n"activities": [\n'
    )
    first, *rest = lines
    return head + b",\n".join([first.replace(b"%", b"%d" % number) for number in range(138_000)] + rest) + b"\n]\n}\n"


def _long_log() -> bytes:
    """As many as there may be, in each a sign for which Python keeps all letters in four bytes; the last is none."""
    title = b"a" * 100 + b"\xf0\x9f\x98\x80"
    return _log(b' {"uid": "a%", "date": "2020-10-01", "title": "' + title + b'", "category": "phap_luat"}', b" 5")


def _kept(files: Mapping[str, bytes]) -> bytes:
    """A zip that nothing was packed in."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def _copies() -> bytes:
    """A data package of 30 files of evidence, the last of which is not what its name says."""
    copies = {}
    for number in range(30):
        copy = bytes([number]) * (7 * _MEGABYTE)
        copies[f"minh-chung/{sha256(copy).hexdigest()}.pdf"] = copy if number < 29 else copy[1:]
    return _kept({"DOC-TRUOC.txt": b"", "bao-cao.json": b"{}", **copies})


_LARGE: Final = {
    "a text of 30 MB": Hostile("chu.json", _json(30, b"a", b'"', b'"'), _UNLIKE),
    "a text of wide letters": Hostile("chu.json", _json(30, b"a", b'"\xf0\x9f\x98\x80', b'"'), _UNLIKE),
    "a text of 17 MB": Hostile("chu.json", _json(17, b"a", b'"', b'"'), _UNLIKE),
    "a text of 16 MB": Hostile("chu.json", _json(15, b"a", b'"\xf0\x9f\x98\x80', b'"'), "biểu mẫu"),
    "30 MB of brackets": Hostile("sau.json", lambda: _JSON + b"[" * 15_000_000 + b"]" * 15_000_000 + b"}", _TOO_MANY),
    "millions of objects": Hostile("bang.json", _json(30, b'{"a":1},', b"[", b"0]"), _TOO_MANY),
    "millions of keys": Hostile("khoa.json", _json(30, b'"a":0,', b"{", b'"b":0}'), _TOO_MANY),
    "texts without end": Hostile("chu.json", _json(30, b'"%s",' % (b"a" * 400), b"[", b"0]"), _UNLIKE),
    "30 MB of one number": Hostile("so.json", _json(30, b"9"), _UNLIKE),
    "30 MB of one fraction": Hostile("so.json", _json(30, b"9", b"0."), _UNLIKE),
    "numbers of a million digits": Hostile("so.json", _json(30, b"9" * 1_000_000 + b",", b"[", b"0]"), _UNLIKE),
    "30 MB of blanks": Hostile("trong.json", _json(30, b" ", b"", b"0"), _UNLIKE),
    "JSON by another name": Hostile("bao-cao.txt", _json(30, b"a", b'"', b'"'), _UNLIKE),
    "a hundred thousand things that are no activities": Hostile(
        "muc.json", _json(30, b'{"uid":"%s"},\n' % (b"a" * 240), b"[", b"0]"), _UNLIKE
    ),
    "a hundred thousand things like activities": Hostile(
        "muc.json", _json(30, b'{"title":"%s"},\n' % (b"a" * 240), b"[", b"0]"), "đúng từng dòng"
    ),
    "a long log of wide letters, its last activity none": Hostile("so.json", _long_log, "activities/138001"),
    "a long log of mistakes": Hostile("so.json", lambda: _log(b' {"uid": "A", "date": "2020-13-01"}'), "và hơn"),
    "a JSON of 250 MB": Hostile("lon.json", lambda: bytes(250 * _MEGABYTE), "lớn hơn 32 MB"),
    "a package of no year": Hostile("goi.zip", lambda: _kept({"anh.png": bytes(240 * _MEGABYTE)}), "gói dữ liệu"),
    "a package of a year of 40 MB": Hostile(
        "goi.zip", lambda: _kept({"bao-cao.json": _json(40, b'{"uid":"%s"},' % (b"a" * 400), b"[", b"0]")()}), "32 MB"
    ),
    "a package of a year of one text": Hostile(
        "goi.zip", lambda: _stored([("bao-cao.json", _json(100, bytes(range(97, 123)), b'"', b'"')())], 1), "bung ra"
    ),
    "a package of evidence that was changed": Hostile("goi.zip", _copies, "không khớp mã kiểm tra"),
    "a package of 250 MB cut off": Hostile("goi.zip", lambda: _copies()[:-200], _BROKEN),
    "a csv of 100 MB": Hostile("dong.csv", lambda: b"1;2\n" * 25_000_000, _FAR_TOO_LARGE),
    "a text file of 250 MB": Hostile("dong.txt", lambda: bytes(250 * _MEGABYTE), _FAR_TOO_LARGE),
    "a document of 100 MB": Hostile("bao-cao.docx", lambda: b"PK" + bytes(100 * _MEGABYTE), _FAR_TOO_LARGE),
}


def _unpacked(hostile: Hostile) -> Hostile:
    return hostile._replace(make=lambda: _plain(hostile.make()))


FILES: Final = {**_PACKED, **{what: _unpacked(each) for what, each in _UNPACKED.items()}, **_TEXTS, **_LARGE}
"""By what it is."""
STREAMS: Final = {what: each for what, each in _LARGE.items() if each.name.endswith((".json", ".zip"))}
"""Those that may come by standard input, too."""
