"""The second shipped form: an example, marked so, in three levels, with a scoring sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.forms.kinds.score import Score
from tthtcd_tui.forms.known import EXAMPLES, SHIPPED_KEY, example_file, form_of, load_example, rules_for, shipped_named
from tthtcd_tui.forms.load import load
from tthtcd_tui.forms.nouns import worded
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.years.known_forms import form_asked
from tthtcd_tui.tasks.years.year_choices import form_choices

KEY = "tong-ket-nam"
FORM = load_example(KEY)
MARK = "điểm mẫu, thay bằng hướng dẫn của tỉnh"


@pytest.mark.parametrize("key", EXAMPLES)
def test_it_is_the_form_that_its_file_describes(key: str) -> None:
    text = example_file(key).read_text(encoding="utf-8")
    made, read = form_of(text, "a.toml"), worded(load(text, "a.toml"), {})
    assert made == read
    assert repr(made) == repr(read)


def test_it_says_that_its_points_are_an_example() -> None:
    assert MARK in FORM.name
    assert MARK in FORM.records["score"]["own"].hint.lower()
    printed = [
        text for section in FORM.sections for part in section.parts for entry in part.entries() for text in entry.texts
    ]
    assert any(MARK in str(text) for text in printed), "whoever prints it unread prints that too"


def test_its_parts_are_three_levels_deep() -> None:
    assert FORM.numbering == ("part", "roman", "arabic")
    assert [section.title for section in FORM.sections if section.level == 1] == [
        "Đặc điểm tình hình",
        "Kết quả thực hiện nhiệm vụ {ky_bao_cao}",
        "Tự đánh giá, xếp loại",
        "Phương hướng, nhiệm vụ; kiến nghị, đề xuất",
    ]
    assert {section.level for section in FORM.sections} == {1, 2, 3}


def test_its_sheet_has_a_hundred_points_in_four_groups_and_four_classes() -> None:
    [(_, score)] = FORM.parts(Score)
    groups = [(each.label, int(each.maximum)) for each in score.criteria if each.group]
    assert groups == [
        ("Tổ chức, quản lý", 25), ("Tổ chức hoạt động", 35), ("Huy động xã hội tham gia", 15),
        ("Hiệu quả hoạt động", 25),
    ]  # fmt: skip
    assert sum(each.maximum for each in score.within("")) == 100
    assert [(each.label, int(each.least), int(each.each_least)) for each in score.classes] == [
        ("Tốt", 80, 50), ("Khá", 65, 30), ("Trung bình", 50, 0), ("Chưa đạt", 0, 0),
    ]  # fmt: skip


def test_it_is_chosen_by_its_key_and_never_by_itself(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    assert form_asked(store, KEY) == FORM
    assert form_asked(store, f"{KEY}/1") == FORM
    assert form_asked(store, None).key == SHIPPED_KEY
    assert [form.key for form in form_choices(store)] == [SHIPPED_KEY]
    with pytest.raises(TaskProblem):
        form_asked(store, f"{KEY}/2")
    store.close()


def test_a_json_names_it() -> None:
    assert shipped_named((KEY, 1)) == FORM
    assert shipped_named((KEY, 2)) is None


def test_it_keeps_to_its_own_rules() -> None:
    assert rules_for(FORM) == FORM.rules
