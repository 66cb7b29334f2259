"""What was received of a period adds up: who is in first, then sums, and the report of the body above."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from support.docx_file import opened, shown
from support.golden import golden
from support.mailed import mailed, post
from support.nd30.check import failures

from tthtcd_tui.errors import NoSuchUnit, NothingReceived
from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.exports.submission import submission_bytes
from tthtcd_tui.exports.tables.rollup import RollupTable, rollup_tables
from tthtcd_tui.imports.sources.sheets import read_book
from tthtcd_tui.register.register import Register
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rollup.document import document
from tthtcd_tui.report.rollup.letterhead import SAMPLE, RollupHead, read_head
from tthtcd_tui.report.rollup.rollup import Line, Rollup, State
from tthtcd_tui.report.rollup.total import Order
from tthtcd_tui.tasks.upward.export_rollup import rollup_bytes
from tthtcd_tui.tasks.upward.receive import receive
from tthtcd_tui.tasks.upward.rollup import Wanted, from_folder, from_register, roll_up
from tthtcd_tui.tasks.upward.rollup_tree import rollup_tree
from tthtcd_tui.tasks.upward.rollup_words import told
from tthtcd_tui.tasks.upward.units import import_units
from tthtcd_tui.text.periods import Period

YEAR = Period.school_year(2020)
UNITS = """Mã;Tên;Cấp;Mã cấp trên
22;Tỉnh Mẫu;Tỉnh;
101;Phường Mạo Khê;Phường;22
102;Xã Tân Hòa;Xã;22
103;Xã Bản Sen;Xã;22
104;Xã An Bình;Xã;22
31;Tỉnh Thử;Tỉnh;
201;Xã Ở Xa;Xã;31
"""
LAW = "results/phap_luat/participations"
HEAD = read_head(SAMPLE.replace('number = ""', 'number = "7"').replace('date = ""', 'date = "15/7/2021"').encode(), "x")
WEIGHTS = {"indicator/ty_le_biet_chu/value": "figure/dan_so"}


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years of three communes, one in the first year alone; one that nobody knows; one whose file is broken."""
    folder = tmp_path_factory.mktemp("den")
    for name, code, law, people in (("phường Mạo Khê", "mk", 2000, 9000), ("xã Tân Hòa", "th", 500, 1000)):
        typed = {
            LAW: str(law),
            "figure/dan_so": str(people),
            "indicator/ty_le_biet_chu/value": "99" if law > 500 else "89",
        }
        post(folder, f"{code}-2020.zip", mailed(name, code, typed)[0])
        post(folder, f"{code}-2019.zip", mailed(name, code, {**typed, LAW: "1000"}, year=2019)[0])
    post(folder, "xa.zip", mailed("xã Ở Xa", "ox")[0])
    post(folder, "la.zip", mailed("P. Lạ", "la")[0])
    post(folder, "ab.zip", submission_bytes(mailed("xã An Bình", "ab")[1], b"PK", b"{}"))
    return folder


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory, mail: Path) -> Register:
    found = Register(tmp_path_factory.mktemp("so") / "tiep-nhan")
    import_units(found, post(found.folder.parent, "danh-muc.csv", UNITS.encode()))
    files = sorted(mail.glob("*.zip"))
    assert len(list(receive(found, files, "so", date(2021, 6, 20)))) == len(files)
    return found


@pytest.fixture(scope="module")
def rollup(register: Register) -> Rollup:
    wanted = Wanted("Tỉnh Mẫu", weights=WEIGHTS, deadline=date(2021, 6, 15))
    return roll_up(register, from_register(register, YEAR), wanted)


def test_first_who_is_in_and_who_is_not(rollup: Rollup) -> None:
    assert [(line.name, line.state, line.is_late) for line in rollup.lines] == [
        ("Phường Mạo Khê", State.IN, True),
        ("Xã An Bình", State.REFUSED, False),
        ("Xã Bản Sen", State.MISSING, False),
        ("Xã Tân Hòa", State.IN, True),
        ("P. Lạ", State.UNKNOWN, True),
    ]
    assert "đã bị sửa sau khi chốt" in rollup.lines[1].reason
    assert (rollup.expected, len(rollup.late), rollup.unit) == (4, 2, "Tỉnh Mẫu")


def test_sums_are_of_those_whose_unit_is_known(rollup: Rollup) -> None:
    law = rollup.total(Place(LAW))
    assert (law.sum, law.said) == (Decimal(2500), 2)
    assert (law.now, law.before) == (Decimal(2500), Decimal(2000))
    assert rollup.total(Place("indicator/ty_le_biet_chu/value")).mean == Decimal(98)
    assert rollup.total(Place("results/participations")).sum == sum(
        rollup.total(Place.of(row.place, "participations")).sum or 0 for row in rollup.categories if row.cells
    )


def test_a_unit_is_all_that_is_below_it(register: Register) -> None:
    mail = from_register(register, YEAR)
    assert {unit: roll_up(register, mail, Wanted(unit)).expected for unit in ("", "22", "31", "101")} == {
        "": 5, "22": 4, "31": 1, "101": 1,
    }  # fmt: skip
    with pytest.raises(NoSuchUnit):
        roll_up(register, mail, Wanted("99"))


def test_straight_from_a_folder_it_is_the_same(register: Register, mail: Path, rollup: Rollup) -> None:
    found = from_folder(register, [mail], YEAR, date(2021, 6, 20), lambda *_: None)
    same = roll_up(register, found, Wanted("22", weights=WEIGHTS, deadline=date(2021, 6, 15)))
    digests = {line.name: line.digest for line in rollup.lines}
    assert tuple(line._replace(digest=digests[line.name]) for line in same.lines) == rollup.lines
    assert rollup_tree(same)["totals"] == rollup_tree(rollup)["totals"]


def test_without_a_list_of_units_the_year_before_says_who_is_missing(mail: Path, tmp_path: Path) -> None:
    nothing = Register(tmp_path / "khong-co")
    found = from_folder(nothing, [mail], Period.school_year(2021), date(2022, 6, 20), lambda *_: None)
    with pytest.raises(NothingReceived):
        roll_up(nothing, found, Wanted())
    post(tmp_path / "den", "mk-2021.zip", mailed("phường Mạo Khê", "mk", year=2021)[0])
    found = from_folder(nothing, [mail, tmp_path / "den"], Period.school_year(2021), date(2022, 6, 20), lambda *_: None)
    states = {line.name: line.state for line in roll_up(nothing, found, Wanted()).lines}
    assert states["phường Mạo Khê"] is State.IN
    assert states["xã Tân Hòa"] is State.MISSING
    assert not nothing.is_there


def test_in_the_order_asked_for(register: Register) -> None:
    mail = from_register(register, YEAR)
    by_change = roll_up(register, mail, Wanted("22", order=Order.CHANGE, by=LAW))
    assert [each.name for each in by_change.communes] == ["Xã Tân Hòa", "Phường Mạo Khê"]
    by_size = roll_up(register, mail, Wanted("22", order=Order.SIZE, by=LAW))
    assert [each.name for each in by_size.communes] == ["Phường Mạo Khê", "Xã Tân Hòa"]


def test_in_words(rollup: Rollup) -> None:
    assert "\n".join(told(rollup)) + "\n" == golden("rollup.txt", "\n".join(told(rollup)) + "\n")


def test_the_report_of_a_province_keeps_to_the_decree(rollup: Rollup) -> None:
    made = docx_bytes(document(rollup, HEAD))
    assert failures(made) == []
    text = "\n".join(shown(opened(made))) + "\n"
    assert text == golden("rollup.docx.txt", text)
    assert made == docx_bytes(document(rollup, HEAD))


def test_where_no_year_before_is_known_the_appendix_has_no_column_for_it(rollup: Rollup) -> None:
    first = replace(rollup, lines=tuple(_of_its_first_year(line) for line in rollup.lines))
    made = docx_bytes(document(first, HEAD))
    assert failures(made) == []
    text = shown(opened(made))
    assert "Số lượt kỳ trước" not in text
    assert "Tình trạng" in text


def _of_its_first_year(line: Line) -> Line:
    return line if line.commune is None else line._replace(commune=line.commune._replace(before=None))


def test_without_a_letterhead_it_is_a_draft_that_says_what_lacks(rollup: Rollup) -> None:
    made = docx_bytes(document(rollup, RollupHead()))
    assert failures(made, draft=True) == []
    assert "Số:     /[Chưa nhập: Ký hiệu]" in shown(opened(made))


def test_a_committee_and_a_head_sign_as_they_do(rollup: Rollup) -> None:
    committee = HEAD._replace(
        superior="", issuer="Ủy ban nhân dân tỉnh Mẫu", symbol="BC-UBND", authority="TM. ỦY BAN NHÂN DÂN",
        position="CHỦ TỊCH", addressees=("Bộ Giáo dục và Đào tạo", "Hội Khuyến học Việt Nam"),
    )  # fmt: skip
    for head in (committee, HEAD._replace(authority="", position="GIÁM ĐỐC")):
        assert failures(docx_bytes(document(rollup, head))) == []


def test_a_workbook_holds_every_table_and_no_formula(rollup: Rollup) -> None:
    made = rollup_bytes(rollup, ExportFormat.XLSX, HEAD)
    assert [sheet.name for sheet in read_book(made).sheets] == [table.title for table in rollup_tables(rollup).values()]
    assert made == rollup_bytes(rollup, ExportFormat.XLSX, HEAD)


def test_a_name_that_is_a_formula_is_text(tmp_path: Path) -> None:
    post(tmp_path / "den", "a.zip", mailed('=HYPERLINK("x")', "x")[0])
    nothing = Register(tmp_path / "khong-co")
    found = from_folder(nothing, [tmp_path / "den"], YEAR, date(2021, 6, 20), lambda *_: None)
    made = roll_up(nothing, found, Wanted())
    assert "'=HYPERLINK" in rollup_bytes(made, ExportFormat.CSV, HEAD).decode("utf-8-sig")
    with zipfile.ZipFile(BytesIO(rollup_bytes(made, ExportFormat.XLSX, HEAD))) as book:
        assert not any(b"<f>" in book.read(name) for name in book.namelist() if "/worksheets/" in name)


def test_a_csv_is_one_table(rollup: Rollup) -> None:
    lines = rollup_bytes(rollup, ExportFormat.CSV, HEAD, RollupTable.COMPLETENESS).decode("utf-8-sig").splitlines()
    assert lines[0] == "TT;Mã;Đơn vị;Tình trạng;Ngày nhận;Quá hạn;Bản chốt;Lý do"
    assert lines[1] == "1;101;Phường Mạo Khê;đã nộp;20/06/2021;muộn;1;"
    communes = rollup_bytes(rollup, ExportFormat.CSV, HEAD).decode("utf-8-sig").splitlines()
    assert communes[-1].startswith(";;TỔNG, đơn vị có cả hai năm;")
