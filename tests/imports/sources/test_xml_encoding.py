"""XML of an office file is UTF-8, or in a document UTF-16: anything else is refused before a parser decodes it."""

from __future__ import annotations

import codecs
import zipfile
from io import BytesIO

import pytest
from support.hostile_files import workbook
from support.ods import packed
from support.old_reports import docx, paragraph

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.file_kinds import source_of
from tthtcd_tui.imports.sources.sheets import read_book
from tthtcd_tui.imports.sources.word import read_word
from tthtcd_tui.imports.sources.xml_encoding import HEAD, refuse_foreign

DOCUMENT = docx(paragraph("Một báo cáo."))
BOOK = workbook('<row r="1"><c r="A1"><v>1</v></c></row>')
NAMES = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
ODS = packed(
    f"<office:document-content {NAMES}><office:body><office:spreadsheet/></office:body></office:document-content>"
)


def written(encoding: str, declared: str = "", text: str = "<a>x</a>") -> bytes:
    return f'<?xml version="1.0" encoding="{declared or encoding}" standalone="yes"?>{text}'.encode(encoding)


def with_part(package: bytes, name: str, part: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as given, zipfile.ZipFile(out, "w") as made:
        for each in given.namelist():
            made.writestr(each, part if each == name else given.read(each))
    return out.getvalue()


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"<a/>",
        "<a>ệ</a>".encode(),
        codecs.BOM_UTF8 + b"<a/>",
        codecs.BOM_UTF8 + written("utf-8"),
        written("UTF-8"),
        written("utf-8", "us-ascii"),
        b"<?xml version='1.0' encoding = 'UTF-8' ?><a/>",
        b'<?xml version="1.0"?><a encoding="utf-7"/>',
    ],
)
def test_what_office_programs_write(part: bytes) -> None:
    refuse_foreign(part)
    refuse_foreign(part, takes_wide=False)


@pytest.mark.parametrize(
    "part",
    [written("utf-16"), written("utf-16-le", "UTF-16"), written("utf-16-be", "utf-16"), "<a/>".encode("utf-16")],
    ids=["with a mark", "little", "big", "undeclared"],
)
def test_utf_16_where_the_parser_knows_it(part: bytes) -> None:
    refuse_foreign(part)
    with pytest.raises(UnusableFile, match="bảng mã"):
        refuse_foreign(part, takes_wide=False)


@pytest.mark.parametrize(
    "part",
    [
        written("utf-8", "UTF-7"),
        codecs.BOM_UTF8 + written("utf-8", "utf-7"),
        written("utf-32"),
        written("utf-32-le", "utf-8"),
        written("utf-32-be", "utf-8"),
        "<a/>".encode("utf-32"),
        written("cp037", "ebcdic-cp-us"),
        written("cp1258", "windows-1258"),
        written("utf-8", "iso-8859-1"),
        written("utf-8", "GB18030"),
        written("utf-16", "utf-7"),
        written("utf-8", "utf-16"),
        b"""<?xml version="encoding='utf-8'" encoding="utf-7"?><a/>""",
        b"<?xml" + b" " * HEAD + b'version="1.0" encoding="utf-7"?><a/>',
    ],
)
def test_all_else_is_refused_in_words(part: bytes) -> None:
    with pytest.raises(UnusableFile) as refused:
        refuse_foreign(part)
    assert refused.value.message == (
        "Tệp ghi bằng bảng mã mà Word, Excel và LibreOffice không dùng nên không nhận."
        " Hãy mở bằng Word, Excel hoặc LibreOffice rồi lưu lại."
    )


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "koi8-r"])
def test_each_reader_refuses_it(encoding: str) -> None:
    part = written("utf-32" if encoding == "utf-32" else "ascii", encoding)
    with pytest.raises(UnusableFile, match="bảng mã"):
        read_word(with_part(DOCUMENT, "word/document.xml", part))
    for name in ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"):
        with pytest.raises(UnusableFile, match="bảng mã"):
            read_book(with_part(BOOK, name, part))
    with pytest.raises(UnusableFile, match="bảng mã"):
        read_book(with_part(ODS, "content.xml", part))
    text = with_part(with_part(ODS, "mimetype", b"application/vnd.oasis.opendocument.text"), "content.xml", part)
    with pytest.raises(UnusableFile, match="bảng mã"):
        source_of(text, "a.odt")
