"""Files whose shape costs more than their size: each is refused by a count, or read in time that grows with its size.

Where a search would go over the same again and again, the test does not end; none measures a time.
"""

from __future__ import annotations

from itertools import islice

import pytest
from support.ods import packed
from support.old_reports import FORM, PERIOD, docx, paragraph, zipped

from tthtcd_tui.errors import CodecProblem, UnusableCharacter, UnusableFile
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.imports.blocks.results import results_plan
from tthtcd_tui.imports.read_file import read_file
from tthtcd_tui.imports.sources import sheets, word, word_size
from tthtcd_tui.imports.sources.package import Package
from tthtcd_tui.imports.sources.sheets import read_book, read_csv
from tthtcd_tui.imports.sources.word import read_word
from tthtcd_tui.imports.sources.word_styles import Style, Styles, whole
from tthtcd_tui.report import codec, json_size
from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.legacy import recognise
from tthtcd_tui.text.periods import Period

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
)
_FULL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
_HEAP = "a" + "\u0301\u0327" * 16
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def workbook(rows: str, part: str = "worksheets/sheet1.xml", after: str = "", target: str = "") -> bytes:
    """An xlsx of one sheet, in the part called `part`, as nobody's program writes it."""
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_LINKS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"/>',
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"/>',
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="S" sheetId="1"'
            ' r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_LINKS}"><Relationship Id="r1"'
            f' Type="{_OFFICE}/worksheet" Target="{target or part}"/></Relationships>',
            f"xl/{part}": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>',
        }
    )


def sheet(row: str) -> bytes:
    table = f'<table:table table:name="S"><table:table-row>{row}</table:table-row></table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return packed(f"<office:document-content {_NAMES}>{body}</office:document-content>")


@pytest.mark.parametrize(
    "data",
    [
        workbook(FAR),
        workbook(FAR, part="trang/mot.xml"),
        workbook(FAR, part="media/anh.png"),
        workbook(FAR, part="Worksheets/SHEET1.XML", target="worksheets/sheet1.xml"),
        workbook(FAR, part="trang/mot.xml", target="trang/m&#111;t.xml"),
        workbook(FAR.replace('"', "'")),
        workbook(FAR.replace("r=", "r =")),
        workbook(FAR.replace('"X', '"&#88;')),
    ],
    ids=["plain", "elsewhere", "as a picture", "in capitals", "named in code", "single quotes", "blanks", "in code"],
)
def test_a_cell_far_out_is_seen_however_it_is_written_and_wherever_its_sheet_is(data: bytes) -> None:
    with pytest.raises(UnusableFile, match=r"ở quá xa|không như Excel"):
        read_book(data)


def test_a_sheet_by_another_name_is_read() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    assert read_book(workbook(rows, part="worksheets/trang.xml")).sheets[0].grid.lines[0].cells == ("1",)


def test_cells_merged_one_over_the_other_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"/><c r="B{n}"><v>1</v></c></row>' for n in range(1, 9))
    merged = "".join(f'<mergeCell ref="A{n}:A8"/>' for n in range(1, 8))
    data = workbook(rows, after=f"<mergeCells>{merged}</mergeCells>")
    assert len(read_book(data).sheets[0].grid.lines) == 8
    monkeypatch.setattr(sheets, "_MOST_COLUMNS", 2)
    with pytest.raises(UnusableFile, match="ở quá xa"):
        read_book(data)


@pytest.mark.parametrize(
    "row",
    [
        _FULL.replace("-cell ", '-cell table:number-columns-repeated="&#49;000000000" '),
        _FULL.replace("-cell ", '-cell table:style-name="a>b" table:number-columns-repeated="1000000000" '),
        _FULL.replace("-cell ", '-cell table:number-columns-repeated="-5" '),
        _FULL.replace("x</", '<text:s text:c="&#50;000000000"/></'),
        _FULL.replace("x</", '<text:s text:c="32000"/>' * 40 + "</"),
    ],
    ids=["in code", "behind a sign", "below nothing", "blanks in code", "blanks many times"],
)
def test_what_an_ods_repeats_is_counted_however_it_is_written(row: str) -> None:
    with pytest.raises(UnusableFile, match="ở quá xa"):
        read_book(sheet(row))


@pytest.mark.parametrize("tag", ['<Relationship TargetMode="x" ', "<Relationship "])
def test_tags_that_nobody_closes_are_gone_over_once(tag: str) -> None:
    assert Package(docx(paragraph("x"), word___rels__document_dot_xml_dot_rels=tag * 30_000)).names


@pytest.mark.parametrize("tag", ["<row ", '<row hidden="'])
def test_rows_that_nobody_closes_are_gone_over_once(tag: str) -> None:
    with pytest.raises(UnusableFile):
        read_book(workbook(tag * 30_000))


def test_what_takes_content_from_elsewhere_is_seen_behind_a_sign_that_ends_no_tag() -> None:
    rels = (
        '<Relationships><Relationship Id="a>b" Type="x/aFChunk" Target="../x" TargetMode="External"/></Relationships>'
    )
    with pytest.raises(UnusableFile, match="bên ngoài"):
        Package(docx(paragraph("x"), word___rels__document_dot_xml_dot_rels=rels))


def test_tables_within_tables_are_each_read_once() -> None:
    """Not once for each table round it, which doubles with every one."""
    around = "<w:tbl><w:tr><w:tc>"
    [piece] = read_word(docx(around * 40 + paragraph("trong cùng") + "</w:tc></w:tr></w:tbl>" * 40)).pieces
    assert piece.rows == (("trong cùng",),)


def test_a_document_with_more_than_a_report_can_have_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(paragraph("một") + paragraph("hai"))
    limits = ((word_size, "MOST_LETTERS", 5), (word, "_LONGEST_PARAGRAPH", 2), (word_size, "_MOST_TAGS", 8))
    for module, limit, most in limits:
        with monkeypatch.context() as patched:
            patched.setattr(module, limit, most)
            with pytest.raises(UnusableFile, match="quá dài để là một báo cáo"):
                read_word(data)
    assert len(read_word(data).pieces) == 2


def test_styles_based_on_one_another_without_end_are_followed_a_little_way() -> None:
    styles = Styles({str(n): Style(str(n + 1), None, None, None, False) for n in range(5_000)})
    assert len(list(islice(styles.chain("0"), 5_000))) == 50


@pytest.mark.parametrize("said", [None, "", "nhiều", "-1", "9" * 5_000, "²"])
def test_a_number_that_is_none_is_not_taken(said: str | None) -> None:
    assert whole(said, 7) == 7


def test_a_width_that_is_no_number_is_that_of_one_cell() -> None:
    width = '<w:tcPr><w:gridSpan w:val="nhiều"/></w:tcPr>'
    [piece] = read_word(docx(f"<w:tbl><w:tr><w:tc>{width}{paragraph('x')}</w:tc></w:tr></w:tbl>")).pieces
    assert piece.rows == (("x",),)


def test_a_csv_of_more_columns_than_any_table_is_refused_and_blank_ones_at_the_end_are_none() -> None:
    wide = ";".join(f"c{number}" for number in range(200_000))
    with pytest.raises(UnusableFile, match="quá nhiều ô"):
        read_csv(f"{wide}\n{wide}\n".encode(), "so")
    assert read_csv(("1;2" + ";" * 16_000 + "\n").encode() * 2, "so").sheets


def test_a_csv_of_one_line_or_of_nothing_but_cells_is_refused_by_a_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_LONG_STRETCH", 50)
    for data in (b"a" * 100, b"1;2\n" + b'""' * 50, b"1;2\r" + b"a" * 100):
        with pytest.raises(UnusableFile, match="dòng quá dài"):
            read_csv(data, "so")
    assert read_csv(b"1;2\n" * 50, "so").sheets
    assert read_csv(b"1;2\r" * 50, "so").sheets
    monkeypatch.setattr(sheets, "_MOST_CELLS", 20)
    with pytest.raises(UnusableFile, match="quá nhiều ô"):
        read_csv(b"1;2\n" * 21, "so")


def test_marks_heaped_on_a_letter_are_refused_and_not_put_in_order() -> None:
    """Putting them in order takes their number squared: of a few hundred thousand, minutes."""
    with pytest.raises(UnusableCharacter, match="quá nhiều dấu chồng lên nhau"):
        clean(f"Trung tâm {_HEAP}")
    with pytest.raises(UnusableCharacter):
        read_file(FORM, PERIOD, ("a" + "\u0301\u0327" * 90_000).encode(), "bao-cao.txt")
    assert (
        clean("Tie\u0302\u0301ng Vie\u0323\u0302t ……………………………………………………………………")
        == "Tiếng Việt ……………………………………………………………………"
    )


def test_marks_without_end_tell_nothing_of_an_old_encoding() -> None:
    assert recognise("a" + "\u0301\u0327" * 150_000) is None


def test_a_json_of_empty_lists_or_keys_without_end_is_refused_before_it_is_parsed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_size, "_MOST_OPENED", 10)
    monkeypatch.setattr(json_size, "_MOST_VALUES", 20)
    for data in (b'{"a":[' + b"[]," * 11 + b"0]}", b'{"a":[' + b"1," * 21 + b"0]}"):
        with pytest.raises(CodecProblem) as refused:
            codec.parse_json(data)
        assert "quá nhiều dữ liệu" in refused.value.problems[0]


def test_a_long_line_above_numbers_is_no_heading() -> None:
    """Each of its stretches was held against all titles."""
    plan = results_plan(load_shipped(1), Period.school_year(2020), "một hai ba " * 20_000 + "\nHọc nghề\t5\t120\n")
    assert plan.placements or plan.doubts or plan.skipped
