"""The parts a report is filled in by, with the numbers of their sections, two levels deep or three."""

from __future__ import annotations

from support.forms import other, shipped, three_levels

from tthtcd_tui.report.areas import areas, section_title


def test_sections_that_follow_each_other_are_told_from_to() -> None:
    assert [area.numbers for area in areas(shipped())][:5] == ["", "I", "II.1", "II.2-4, III.1", "III.2"]


def test_a_part_in_words_stands_before_a_comma() -> None:
    assert [area.numbers for area in areas(other())][1:4] == [
        "Phần thứ nhất, I-III",
        "Phần thứ hai, I-IV",
        "Phần thứ ba, Phần thứ tư",
    ]


def test_of_three_levels_each_is_named_with_those_above_it() -> None:
    form = three_levels("part", "roman", "arabic")
    assert [area.numbers for area in areas(form)][1:3] == [
        "Phần thứ nhất, I, I.1-2",
        "Phần thứ hai, I, I.1, II-III",
    ]
    assert section_title(form, "kho_khan") == "Khó khăn (Phần thứ nhất, I.2)"


def test_letters_of_points_are_named_without_their_bracket() -> None:
    form = three_levels("letter", "roman", "point")
    assert section_title(form, "kho_khan") == "Khó khăn (A.I.b)"
    assert [area.numbers for area in areas(form)][1] == "A.I, A.I.a-b"
