"""A form that scores and counts in columns of its own goes from the command line to the DOCX and back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from support.docx_file import opened as opened_docx
from support.scored import COUNTED, SCORED, scored_form
from support.screens import Screens, opened
from support.stores import new_report, sql
from textual import events

from tthtcd_tui.cli import main
from tthtcd_tui.exports.formats import ExportFormat, exported
from tthtcd_tui.exports.tables.material import TableMaterial
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.exports.tables.registry import table
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.codec import ReportData, decode
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to

TYPED = SCORED | COUNTED
"""What is filled in, as `tthtcd set` takes it."""
SENTENCE = (
    "Đạt {diem.tong}/{diem.toi_da} điểm ({diem.ty_le}), loại {diem.xep_loai}, nguồn lực {nguon_luc},"
    " kế hoạch {ke_hoach}."
)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "a.db"
    with closing(Store(path)) as store:
        new_report(store, form=scored_form())
    monkeypatch.setenv("TTHTCD_DB", str(path))
    return path


@pytest.fixture
def filled(path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    for place, raw in TYPED.items():
        assert main(["set", "2020-2021", place, "--", raw]) == 0
    capsys.readouterr()
    return path


def report_in(path: Path) -> tuple[Form, ReportData]:
    with closing(Store(path)) as store:
        snapshot, log = store.snapshot_with_log(store.years.all()[0].report_id)
        return snapshot.form, ReportData(snapshot.facts, log)


def test_scores_and_cells_are_stored_in_tables_of_their_own(filled: Path) -> None:
    assert sql(filled, "SELECT criterion, own, superior FROM criterion_score ORDER BY criterion") == [
        ("ke_hoach", "9.5", None), ("kinh_phi", "5", None), ("so_nguoi", "18", None), ("thiet_bi", "4", None),
    ]  # fmt: skip
    assert sql(filled, "SELECT cell, number, qualifier, text FROM grid_cell ORDER BY cell") == [
        ("hoc_sinh/nu", "-", None, None),
        ("hoc_sinh/so_buoi", "3", None, None),
        ("phu_nu/kinh_phi_lop", "2500000", None, None),
        ("phu_nu/noi_hoc", None, None, "Nhà văn hóa ấp 1"),
        ("phu_nu/nu", "340", "trên", None),
        ("phu_nu/so_buoi", "12", None, None),
    ]


def test_what_was_set_is_shown_again(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for under in ("score", "grid"):
        assert main(["show", "2020-2021", under]) == 0
    wanted = [
        f"{place} {raw}"
        for under in ("score", "grid")
        for place, raw in sorted(TYPED.items())
        if place.startswith(under)
    ]
    assert capsys.readouterr().out.split("\n")[:-1] == wanted


def test_the_docx_has_both_tables_with_their_sums(filled: Path) -> None:
    form, report = report_in(filled)
    tables = opened_docx(exported(ExportFormat.DOCX, form, report, draft=True)).tables
    read = {
        each.rows[0].cells[1].text: [[cell.text for cell in row.cells] for row in each.rows]
        for each in tables
        if len(each.columns) > 3
    }
    assert [row[1:5] for row in read["Tiêu chí"]] == [
        ["Tiêu chí", "Điểm tối đa", "Tự chấm", "Cấp trên chấm"],
        ["Quản lý", "20", "18,5", ""],
        ["Kế hoạch", "10", "9,5", ""],
        ["Nguồn lực", "10", "9", ""],
        ["Kinh phí", "5,5", "5", ""],
        ["Thiết bị", "4,5", "4", ""],
        ["Hiệu quả", "20", "18", ""],
        ["Số người học", "20", "18", ""],
        ["TỔNG ĐIỂM", "40", "36,5", ""],
        ["Tỷ lệ", "", "91,25%", ""],
        ["Xếp loại", "", "Tốt", ""],
    ]
    assert [row[1:] for row in read["Đối tượng"]] == [
        ["Đối tượng", "Số buổi", "Nữ (người)", "Kinh phí (đồng)", "Nơi học"],
        ["Người lớn", "", "", "", ""],
        ["Phụ nữ", "12", "trên 340", "2.500.000", "Nhà văn hóa ấp 1"],
        ["Người cao tuổi", "", "", "", ""],
        ["Học sinh", "3", "không có", "", ""],
        ["Cộng", "15", "340", "2.500.000", ""],
    ]


def test_texts_link_to_what_it_comes_to(filled: Path) -> None:
    assert (
        main(
            [
                "set",
                "2020-2021",
                "narrative/cham_diem",
                SENTENCE,
            ]
        )
        == 0
    )
    assert main(["set", "2020-2021", "narrative/doi_tuong", "Có {lop_doi_tuong.so_buoi} buổi, {phu_nu.nu} nữ."]) == 0
    text = exported(ExportFormat.TEXT, *report_in(filled), draft=True).decode()
    assert "Đạt 36,5/40 điểm (91,25%), loại Tốt, nguồn lực 9, kế hoạch 9,5." in text
    assert "Có 15 buổi, trên 340 nữ." in text
    assert main(["set", "2020-2021", "score/ke_hoach/own", ""]) == 0
    text = exported(ExportFormat.TEXT, *report_in(filled), draft=True).decode()
    assert "loại [Chưa nhập: TỔNG ĐIỂM]" in text
    assert "kế hoạch [Chưa nhập: Kế hoạch: Tự chấm]" in text


def test_json_holds_them_and_gives_them_back(filled: Path, tmp_path: Path) -> None:
    form, report = report_in(filled)
    data = exported(ExportFormat.JSON, form, report, draft=False)
    assert b'"grid/phu_nu/so_buoi": "12"' in data
    assert decode(data, form).facts.answers == report.facts.answers
    out = tmp_path / "bao-cao.json"
    out.write_bytes(data)
    assert main(["set", "2020-2021", "score/ke_hoach/own", "1"]) == 0
    assert main(["import", str(out), "--replace"]) == 0
    assert report_in(filled)[1].facts.answers == report.facts.answers


def test_a_new_year_carries_no_scores(filled: Path) -> None:
    assert main(["new", "2021-2022", "--from", "2020-2021"]) == 0
    with closing(Store(filled)) as store:
        [year] = [year for year in store.years.all() if year.period.label == "2021-2022"]
        answers = store.snapshot(year.report_id).facts.answers
    assert [place for place in answers if place.startswith(("score/", "grid/"))] == []


def test_both_go_out_as_tables(filled: Path) -> None:
    form, report = report_in(filled)
    material = TableMaterial(form, report)
    scores = table(TableName.SCORES, material)
    assert [row[2:5] for row in scores.rows][-3:] == [
        ("TỔNG ĐIỂM", 40, scores.rows[-3][4]), ("Tỷ lệ (%)", None, scores.rows[-2][4]), ("Xếp loại", None, "Tốt"),
    ]  # fmt: skip
    assert [str(row[4]) for row in scores.rows] == ["18.5", "9.5", "9", "5", "4", "18", "18", "36.5", "91.25", "Tốt"]
    grids = table(TableName.GRIDS, material)
    assert ("Lớp theo đối tượng", "Phụ nữ", "Nữ", "trên", 340, "người") in grids.rows
    assert grids.rows[-1][1:5] == ("Cộng", "Kinh phí", "", 2_500_000)
    assert main(["export", "2020-2021", "--table", "scores", "-o", str(filled.with_suffix(".csv"))]) == 0
    assert "TỔNG ĐIỂM" in filled.with_suffix(".csv").read_text(encoding="utf-8-sig")


# -- screens ----------------------------------------------------------------------------------------------------------


def at(screens: Screens, place: str) -> None:
    screens.do(lambda app: app.navigator.open(to.AtPlace(Place(place))))
    assert screens.at == place


def test_scores_are_typed_down_the_column_and_the_sums_follow(path: Path, tmp_path: Path) -> None:
    with opened(tmp_path, path=path) as screens:
        at(screens, "score/ke_hoach/own")
        for raw, following in (("9,5", "ke_hoach/superior"), ("9", "kinh_phi/own")):
            screens.type(raw)
            screens.press("enter")
            assert screens.at == f"score/{following}"
        screens.type("5,5")
        screens.press("enter")
        assert screens.stored("score/kinh_phi/own") == "5,5"
        assert "Quản lý (15/20 điểm)" in screens.text
        at(screens, "score/ke_hoach/evidence")
        assert "Còn 2 tiêu chí chưa chấm" in screens.text


def test_a_column_of_scores_is_pasted_and_taken_back_at_once(path: Path, tmp_path: Path) -> None:
    with opened(tmp_path, path=path) as screens:
        at(screens, "score/ke_hoach/own")
        screens.send(events.Paste("9,5\n5\n4\n18"))
        assert "Đã dán 4 dòng" in screens.message
        assert [screens.stored(place) for place in SCORED] == list(SCORED.values())
        screens.press("ctrl+z")
        assert {screens.stored(place) for place in SCORED} == {""}


def test_the_sheet_at_80_by_24(filled: Path, tmp_path: Path) -> None:
    with opened(tmp_path, path=filled) as screens:
        at(screens, "score/so_nguoi/evidence")
        assert [line.rstrip() for line in screens.lines if "TỔNG ĐIỂM" in line or "91,25" in line] == [
            "     TỔNG ĐIỂM          36,5             40",
            "    Tự chấm: 36,5/40 điểm, 91,25%, xếp loại: Tốt.",
        ]


def test_the_grid_is_filled_in_like_any_table(path: Path, tmp_path: Path) -> None:
    with opened(tmp_path, path=path) as screens:
        at(screens, "grid/phu_nu/so_buoi")
        for raw in ("12", "trên 340", "2,5 triệu", "Nhà văn hóa"):
            screens.type(raw)
            screens.press("enter")
        assert screens.at == "grid/cao_tuoi/so_buoi"
        assert [screens.stored(f"grid/phu_nu/{key}") for key in ("so_buoi", "nu", "kinh_phi_lop", "noi_hoc")] == [
            "12", "trên 340", "2.500.000", "Nhà văn hóa",
        ]  # fmt: skip
        screens.press("ctrl+z")
        assert screens.at == "grid/phu_nu/noi_hoc"
        assert screens.stored("grid/phu_nu/noi_hoc") == ""
        screens.press("f3")
        screens.type("hoc sinh so buoi")
        assert "Học sinh: Số buổi" in screens.text
