"""What a task costs in keys beyond the content itself: the targets of the design, each as a count.

`type` types the content, `press` presses what comes on top of it; pastes are the terminal's, and count as one.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.screens import Screens, opened
from support.years import RESULTS

from tthtcd_tui.forms.kinds.checklist import items_of
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.guide_seen import remember_guide

BLOCK = "\n".join("\t".join(numbers) for numbers in RESULTS.values())
WITH_HEADING_AND_TOTAL = f"Số lớp\tSố lượt người tham gia\n{BLOCK}\n445\t43.117\n"


@pytest.fixture
def results(screens: Screens) -> Screens:
    screens.press("4", "enter")
    screens.keys = 0
    return screens


def stored(screens: Screens) -> dict[str, tuple[str, str]]:
    return {
        row: (screens.stored(f"results/{row}/classes"), screens.stored(f"results/{row}/participations"))
        for row in RESULTS
    }


def test_the_22_numbers_of_the_results_table_are_22_enters(results: Screens) -> None:
    for numbers in RESULTS.values():
        for number in numbers:
            results.type(number)
            results.press("enter")
    assert stored(results) == RESULTS
    assert results.keys == 22


@pytest.mark.parametrize("block", [BLOCK, WITH_HEADING_AND_TOTAL], ids=["numbers", "with heading and total"])
def test_one_paste_of_the_block_is_2_with_the_key_that_pastes(results: Screens, block: str) -> None:
    results.paste(block)
    assert stored(results) == RESULTS
    assert results.keys + len(["Ctrl", "V"]) == 2


def test_from_the_log_the_table_costs_nothing(screens: Screens) -> None:
    screens.press("4")
    assert screens.line("Học nghề ngắn hạn").split("│")[0].split()[-2:] == ["2", "540"]
    assert stored(screens)["hoc_nghe"] == ("", ""), "nobody typed it"


def test_one_number_in_the_fifth_row_is_6(results: Screens) -> None:
    results.press(*["down"] * 4, "right")
    results.type("3300")
    results.press("enter")
    assert results.stored("results/moi_truong/participations") == "3.300"
    assert results.keys == 6


def test_an_activity_is_5_and_3_with_date_and_category_kept(screens: Screens) -> None:
    screens.press("f6")
    screens.keys = 0
    for field in ("5/3", "31", "Luật Đất đai", "1", "60"):
        screens.type(field)
        screens.press("enter")
    assert screens.keys == 5
    screens.keys = 0
    for field in ("Luật Hôn nhân", "1", "40"):
        screens.type(field)
        screens.press("enter")
    assert screens.keys == 3
    found = screens.store.log.page(screens.year.report_id, search="luat")
    assert {(each.title, each.category, f"{each.date:%d/%m/%Y}") for each in found.activities} >= {
        ("Luật Đất đai", "phap_luat", "05/03/2021"),
        ("Luật Hôn nhân", "phap_luat", "05/03/2021"),
    }


def test_rating_five_groups_is_5(screens: Screens) -> None:
    screens.press("5", "enter")
    screens.keys = 0
    screens.press("1", "2", "3", "2", "1")
    assert screens.keys == 5
    groups = ("co_quan", "doanh_nghiep", "nha_hao_tam", "ton_giao", "doan_the")
    assert [screens.stored(f"rating/{group}/level") for group in groups] == [
        "Thực hiện tốt", "Thực hiện khá", "Đạt yêu cầu", "Thực hiện khá", "Thực hiện tốt",
    ]  # fmt: skip


def test_answering_20_checklist_items_is_20(screens: Screens) -> None:
    """From section to section the cursor goes by itself: only answers are typed, and the money figures passed over."""
    screens.press("3", "enter")
    items = list(items_of(screens.store.snapshot(screens.year.report_id).form))
    assert len(items) == 20
    screens.keys = 0
    for _ in items:
        screens.press("2")
    assert [screens.stored(f"checklist/{item}/status") for item in items] == ["Đang thực hiện"] * 20
    assert screens.keys == 20


def test_opening_a_section_is_1_on_the_overview_and_2_elsewhere(screens: Screens) -> None:
    screens.keys = 0
    screens.press("4")
    assert screens.title.startswith("4 ")
    assert screens.keys == 1
    screens.keys = 0
    screens.press("ctrl+g", "6")
    assert screens.title.startswith("6 ")
    assert screens.keys == 2


@pytest.mark.long
@pytest.mark.parametrize("words", ["hôn nhân", "hon nhan", "HON NHAN"])
def test_finding_a_record_is_2_with_diacritics_or_without(screens: Screens, words: str) -> None:
    screens.press("f6")
    for field in ("5/3", "31", "Luật Hôn nhân", "1", "60"):
        screens.type(field)
        screens.press("enter")
    screens.press("escape", "1")
    screens.keys = 0
    screens.press("f3")
    screens.type(words)
    screens.press("enter")
    assert "Luật Hôn nhân" in screens.cursor_line
    assert screens.keys == 2


def test_the_next_gap_is_1(screens: Screens) -> None:
    screens.colleague("figure/chi_bo", "")
    screens.press("f5", "4")
    screens.keys = 0
    screens.press("f8")
    assert (screens.at, screens.keys) == ("figure/chi_bo", 1)


def test_carrying_last_year_over_is_2(screens: Screens) -> None:
    screens.press("end", "enter")
    screens.keys = 0
    screens.press("f4", "enter")
    assert next(iter(screens.store.years.all())).period.label == "2021-2022"
    assert screens.keys == 2


def test_a_centre_and_its_first_year_are_the_communes_name_and_4_enters(tmp_path: Path) -> None:
    remember_guide()
    with opened(tmp_path, path=tmp_path / "moi.db") as first:
        first.type("Bản Sen")
        first.press("enter", "enter", "enter", "enter")
        (year,) = first.store.years.all()
        facts = first.store.snapshot(year.report_id).facts
        assert (year.centre.name, year.centre.code, year.period.label) == ("TTHTCĐ xã Bản Sen", "ban-sen", "2020-2021")
        assert [facts.answers[Place(f"report/{key}")] for key in ("superior", "issuer", "place", "locality")] == [
            "UBND xã Bản Sen", "Trung tâm học tập cộng đồng xã Bản Sen", "Bản Sen", "xã Bản Sen",
        ]  # fmt: skip
        assert first.title == "TỔNG QUAN"
        assert first.keys == 4
