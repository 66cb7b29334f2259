"""A year of the second shipped form from `new --form` to the DOCX, by the command line and at the screens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.docx_file import opened as opened_docx
from support.screens import Screens, opened
from support.year_end import CENTRE, KEY, TYPED, YEAR, example

from tthtcd_tui.cli import main
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.tasks.years.years import add_centre, new_year


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "a.db"
    monkeypatch.setenv("TTHTCD_DB", str(path))
    assert main(["centre", "add", "ban-sen", "TTHTCĐ xã Bản Sen"]) == 0
    assert main(["new", "2025", "--form", KEY]) == 0
    capsys.readouterr()
    return path


def test_it_is_chosen_filled_in_checked_and_issued(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place, raw in TYPED.items():
        if not place.startswith("board/"):
            assert main(["set", "2025", place, "--", raw]) == 0, place
    assert main(["set", "2025", "board/gd/role", "Giám đốc"]) == 0
    assert main(["set", "2025", "board/gd/duty", "Phó Chủ tịch UBND xã"]) == 0
    assert main(["check", "2025"]) == 0
    out = path.with_suffix(".docx")
    assert main(["export", "2025", "-o", str(out)]) == 0
    headings = [
        each.text for each in opened_docx(out.read_bytes()).paragraphs if each.style and each.style.name == "Heading 3"
    ]
    assert headings[:3] == ["Thuận lợi", "Khó khăn", "Ban Giám đốc"]
    capsys.readouterr()
    assert main(["summary", "2025"]) == 0
    told = capsys.readouterr().out
    assert "TỰ CHẤM ĐIỂM, XẾP LOẠI (PHẦN THỨ BA, I)" in told
    assert "81/100 (81%); xếp loại: Tốt" in told


def test_a_score_edited_in_word_comes_back_as_a_proposal(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in ("score/tc_so_lop/own", "grid/thanh_nien/nu"):
        assert main(["set", "2025", place, "--", TYPED[place]]) == 0
    out = path.with_suffix(".docx")
    assert main(["export", "2025", "--draft", "-o", str(out)]) == 0
    document = opened_docx(out.read_bytes())
    for table in document.tables:
        for cell in (cell for row in table.rows for cell in row.cells if cell.text in ("10,5", "690")):
            if cell.paragraphs[0].runs:
                cell.paragraphs[0].runs[0].text = {"10,5": "11,5", "690": "700"}[cell.text]
    document.save(str(out))
    capsys.readouterr()
    main(["import", str(out)])
    told = capsys.readouterr().out
    assert "Số lớp, chuyên đề so với kế hoạch: Tự chấm: 11,5" in told
    assert "Thanh niên: Nữ: 700" in told


def test_the_next_year_begins_with_its_words_and_no_scores(path: Path) -> None:
    for place in ("narrative/kho_khan", "score/tc_ho_so/own", "grid/hoc_sinh/nu", "figure/danh_tu_khu"):
        assert main(["set", "2025", place, "--", TYPED[place]]) == 0
    assert main(["new", "2026", "--from", "2025"]) == 0
    with closing(Store(path)) as store:
        [year] = [year for year in store.years.all() if year.period.label == "2026"]
        answers = store.snapshot(year.report_id).facts.answers
    assert year.form.key == KEY
    assert answers[Place("narrative/kho_khan")] == tuple(TYPED["narrative/kho_khan"].split("\n"))
    assert answers[Place("figure/danh_tu_khu")] == "ban"
    assert [place for place in answers if place.kind in ("score", "grid")] == []


def test_the_forms_are_listed_the_usual_one_first(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forms"]) == 0
    listed = capsys.readouterr().out
    assert listed.index("tu-danh-gia") < listed.index(KEY)
    assert main(["forms", "--dictionary", KEY, "--out", str(path.with_suffix(".csv"))]) == 0
    rows = path.with_suffix(".csv").read_text(encoding="utf-8-sig")
    assert "Hồ sơ, sổ sách đầy đủ: Tự chấm" in rows
    assert "Nông dân: Dân tộc" in rows


def seen(screens: Screens) -> list[str]:
    return [line.rstrip() for line in screens.lines]


@pytest.fixture
def at_screens(tmp_path: Path) -> Iterator[Screens]:
    """An empty year at the screens, in a database without a list of staff."""
    path = tmp_path / "b.db"
    with closing(Store(path)) as store:
        centre = add_centre(store, CENTRE.code, CENTRE.name)
        new_year(store, centre, YEAR, example(), "lan")
    with opened(tmp_path, path=path) as screens:
        yield screens


def test_the_screens_at_80_by_24(at_screens: Screens) -> None:
    screens = at_screens
    menu = [line for line in seen(screens) if line[1:4].strip(" >").isdigit()]
    assert [line[4:31].rstrip() for line in menu[:8]] == [
        "Chi tiết báo cáo",
        "Đặc điểm tình hình",
        "Tổ chức, quản lý, kinh phí",
        "Các lớp, chuyên đề",
        "Người học, xã hội tham gia",
        "Hiệu quả, tồn tại",
        "Tự chấm điểm, xếp loại",
        "Phương hướng, kiến nghị",
    ]
    for number in "1234567":
        screens.press(number, "enter")
        assert seen(screens)[1].startswith(number)
        assert max(map(len, screens.lines)) <= 80
        screens.press("escape")


def test_a_score_is_typed_and_its_sums_follow(at_screens: Screens) -> None:
    screens = at_screens
    screens.do(lambda app: app.navigator.open(to.AtPlace(Place("score/tc_ban_giam_doc/own"))))
    screens.type("4,5")
    screens.press("enter")
    assert screens.stored("score/tc_ban_giam_doc/own") == "4,5"
    assert "I Tổ chức, quản lý (4,5/25 điểm)" in screens.text
