"""The list of centres, found by SQL: the same centres that reading them all would find."""

from __future__ import annotations

from itertools import product

import pytest
from support.forms import both
from support.stores import DIRECTOR, staffed

from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.years.centre_list import count, page, years_of
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period

CENTRES = {
    "mao-khe": ("TTHTCĐ phường Mạo Khê", ["2019-2020", "2020-2021"]),
    "yen-duc": ("TTHTCĐ xã Yên Đức", ["2020-2021", "Đợt 2 năm 2020"]),
    "dong-so-2020": ("TTHTCĐ xã Đồng Số 2020", []),
    "phan-tram": ("TTHTCĐ xã 100% Việt_Dân", ["2021"]),
}
QUERIES = ["mao", "khe", "yen duc", "2020", "2019", "dot", "nam", "hoc", "so", "%", "_", "xa", "zz", "2021", "tthtcd"]


@pytest.fixture
def many(store: Store) -> Store:
    form = both()[0]
    for code, (name, labels) in CENTRES.items():
        centre = store.centres.add(code, name)
        for label in labels:
            store.years.add(centre, form, _period(label))
    return store


def _period(label: str) -> Period:
    if label[:4].isdigit():
        first, _, last = label.partition("-")
        return Period.school_year(int(first)) if last else Period.calendar_year(int(first))
    return Period.custom(Period.calendar_year(2020).start, Period.calendar_year(2020).end, label)


def _has(code: str, words: list[str]) -> bool:
    """Whether each word is in name or code, or all others in one of its periods."""
    name, labels = CENTRES[code]
    asked = [word for word in words if word not in fold(f"{name} {code}")]
    return not asked or any(all(word in fold(f"năm học {label}") for word in asked) for label in labels)


def found(store: Store, words: list[str]) -> list[str]:
    return [line.centre.code for line in page(store, words, 0, 99).lines]


def test_what_has_all_the_words_is_found(many: Store) -> None:
    for words in (*([each] for each in QUERIES), *(list(pair) for pair in product(QUERIES, repeat=2))):
        split = " ".join(words).split()
        expected = sorted(code for code in CENTRES if _has(code, split))
        assert found(many, split) == expected, split
        assert count(many, split) == len(expected)


def test_a_stretch_of_what_is_found(many: Store) -> None:
    whole = found(many, ["tthtcd"])
    assert whole == sorted(CENTRES)
    first, rest = page(many, ["tthtcd"], 0, 3), page(many, ["tthtcd"], 3, 3)
    assert [line.centre.code for line in first.lines] == whole[:3]
    assert (first.has_more, rest.has_more) == (True, False)
    assert [line.centre.code for line in rest.lines] == whole[3:]


def test_a_centre_is_found_by_the_name_it_has_now(many: Store) -> None:
    centre = many.centres.called("yen-duc")
    assert centre is not None
    many.centres.rename(centre.id, "TTHTCĐ phường Bình Khê")
    assert found(many, ["binh"]) == ["yen-duc"]
    assert found(many, ["yen"]) == ["yen-duc"], "its code stays"
    assert found(many, ["xa", "duc"]) == []


def test_of_the_words_that_the_name_has_not_the_periods_say_which_years(many: Store) -> None:
    (line,) = page(many, ["mao", "2019"], 0, 9).lines
    assert line.periods == ("2019-2020", "2020-2021")
    assert [year.period.label for year in years_of(many, line, ["mao", "2019"])] == ["2019-2020"]


def test_nobody_finds_a_centre_that_they_may_not_read(many: Store) -> None:
    staffed(many)
    many.sign_in(DIRECTOR)
    many.staff.add(Member("hoa", "Hoa", Role.CLERK, many.centres.called("yen-duc")))
    many.sign_in("hoa")
    assert found(many, ["tthtcd"]) == ["yen-duc"]
    assert found(many, ["mao"]) == []
    assert count(many, ["2020"]) == 1
    assert many.centres.called("mao-khe") is None
    assert many.years.called("mao-khe", "2020-2021") == []
    assert {year.centre.code for year in many.years.newest(None, 0, 99)} == {"yen-duc"}
