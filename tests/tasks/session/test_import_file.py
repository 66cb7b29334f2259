"""A file read into a year: what is sure is one Change and one undo; what is not is offered, with both values."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from support.old_reports import HEAD, xlsx
from support.stores import new_report, staffed

from tthtcd_tui.errors import NoPeriod, UnusableFile
from tthtcd_tui.forms.answer import Answer, Quantity
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks import patience
from tthtcd_tui.tasks.care.open_store import find_year
from tthtcd_tui.tasks.session.edit_cells import Typed, save_cells
from tthtcd_tui.tasks.session.import_file import FilePlan, plan_file, run_file, told, tree_of, year_for
from tthtcd_tui.tasks.transfer import read_in_child
from tthtcd_tui.tasks.transfer.read_in_child import look_through
from tthtcd_tui.tasks.years.years import add_centre, new_year
from tthtcd_tui.text.periods import parse_period

pytestmark = pytest.mark.long  # each starts a process of its own

REPORT = (
    HEAD
    + """I. Đặc điểm tình hình địa phương
Dân số 9.946 người, với 4143 hộ gia đình.
1. Ban Giám đốc
- Ông Hồ Văn Mẫu - Phó Chủ tịch UBND xã - Giám đốc;
VI. Phương hướng
Mở thêm lớp.
"""
).encode()
BOOK = [
    ("Ngày", "Nội dung", "Loại", "Số lớp", "Lượt người"),
    ("5/10/2018", "Luật Đất đai", "Giáo dục pháp luật", 2, 45),
]


@pytest.fixture
def year(store: Store) -> Year:
    centre = add_centre(store, "ban-mau", "TTHTCĐ xã Thử")
    return new_year(store, centre, parse_period("2018-2019"), load_shipped(), "lan")


def plan(store: Store, year: Year, data: bytes = REPORT, name: str = "bao-cao.txt") -> FilePlan:
    return plan_file(store, year, look_through(data, name).data, name)


def answers(store: Store, year: Year) -> Mapping[Place, Answer]:
    return store.snapshot(year.report_id).facts.stored().answers


def test_nothing_is_written_until_it_is_taken_and_one_undo_takes_it_back(store: Store, year: Year) -> None:
    before = answers(store, year)
    planned = plan(store, year)
    assert answers(store, year) == before
    run_file(store, planned, "lan")
    after = answers(store, year)
    assert after[Place("figure/dan_so")] == Quantity(Decimal(9946))
    assert Place("board/nhap-1/name") in after
    store.steps.undo(year.report_id, "lan")
    assert answers(store, year) == before


def test_over_what_is_there_only_what_differs_is_offered_with_both_values(store: Store, year: Year) -> None:
    save_cells(store, year, [Typed("figure/dan_so", "9.900"), Typed("figure/so_ho", "4.143")], "lan")
    planned = plan(store, year)
    assert [(each.found.value, each.current) for each in planned.doubtful if each.found.place == "figure/dan_so"] == [
        ("9.946", "9.900")
    ]
    assert "figure/so_ho" not in {each.found.place for each in planned.sure}
    run_file(store, planned, "lan")
    assert answers(store, year)[Place("figure/dan_so")] == Quantity(Decimal(9900))


def test_a_member_of_the_board_who_is_there_already_is_not_added_twice(store: Store, year: Year) -> None:
    save_cells(store, year, [Typed("board/a/name", "Hồ Văn Mẫu"), Typed("board/nhap-1/name", "Lò Thị Thử")], "lan")
    places = {each.found.place for each in plan(store, year).offers if each.found.place.startswith("board/")}
    assert {place.split("/")[1] for place in places} == {"a"}


def test_an_activity_that_the_log_has_is_not_taken_again(store: Store, year: Year) -> None:
    data = xlsx(("Sổ", BOOK))
    run_file(store, plan(store, year, data, "so.xlsx"), "lan")
    again = plan(store, year, data, "so.xlsx")
    assert not again.sure_activities
    assert again.doubtful_activities[0].found.doubt == "đã có trong nhật ký"


def test_all_of_it_is_told(store: Store, year: Year) -> None:
    planned = plan(store, year)
    tree = tree_of(planned)
    assert {"place": "figure/dan_so", "value": "9.946", "sure": True, "where": "dòng 10"} in tree["found"]
    assert {"text": "Mở thêm lớp.", "where": "dòng 14"} in tree["unplaced"]
    assert any(line.startswith("- chưa xếp chỗ (dòng 14): Mở thêm lớp.") for line in told(planned))


def test_the_year_must_be_named_where_there_are_two(store: Store, year: Year) -> None:
    assert year_for(store, None, None) == find_year(store, None, "2018-2019")
    new_year(store, year.centre, parse_period("2019-2020"), load_shipped(), "lan")
    with pytest.raises(NoPeriod, match="2018-2019"):
        year_for(store, None, None)


def test_whoever_only_looks_takes_nothing(store: Store, year: Year, path: Path) -> None:
    staffed(store)
    assert store.why_read_only(year.report_id, "khach") is not None


def test_a_file_that_takes_the_process_too_long_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "LIMITS", patience.Limits(clock=0.001))
    monkeypatch.setattr(read_in_child, "STEP", 0.002)
    with pytest.raises(UnusableFile, match="quá giới hạn"):
        look_through(REPORT, "bao-cao.txt")


def test_without_libreoffice_an_old_document_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_in_child, "_OFFICES", ())
    with pytest.raises(UnusableFile, match=r"không có LibreOffice.*lưu thành \.docx"):
        read_in_child.as_docx(b"x", "cu.doc")


def test_a_session_whose_python_has_gone_says_to_open_it_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As an upgrade of the system's Python leaves it."""
    monkeypatch.setattr("sys.executable", str(tmp_path / "gone"))
    with pytest.raises(UnusableFile, match=r"máy này vừa được nâng cấp\. Hãy thoát ra, mở lại"):
        look_through(b"...", "a.docx")


@pytest.mark.long
def test_what_takes_long_is_told_while_it_lasts(store: Store) -> None:
    rows = "\n".join(f"{1 + n % 28}/10/2020;Buổi học số {n};pháp luật;1;{n}" for n in range(30_000))
    data = f"Ngày;Nội dung;Loại hình;Số lớp;Lượt người\n{rows}".encode()
    report_id = new_report(store)
    year = next(each for each in store.years.all() if each.report_id == report_id)
    told: list[int] = []
    plan = plan_file(store, year, data, "so.csv", told.append)
    assert len(plan.sure_activities) == 30_000
    assert told
    assert told == sorted(told)
