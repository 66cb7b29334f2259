"""The log as its screen shows it: a page at a time, sorted, found however the words are accented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.forms import shipped
from support.stores import activity, new_report, save
from support.strategies import activities as any_activities

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.activities import Order, Page
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Content
from tthtcd_tui.text.fold import fold

LOG = [
    activity("a1", "Kết quả học nghề", date=date(2021, 3, 5), participations=40, note="Đợt 1"),
    activity("a2", "Luật Hôn nhân và gia đình", date=date(2021, 1, 9), participations=120, place="Khu Vĩnh Hòa"),
    activity("a3", "Phòng bệnh", date=date(2021, 3, 5), category="suc_khoe", participations=0, partner="Trạm Y tế"),
    activity("a4", "Ăn sạch 100% an toàn", date=date(2020, 12, 1), category="suc_khoe"),
    activity("a5", "Đọc tep_tin, tỷ lệ", date=date(2021, 2, 1), category="kinh_te", participations=40),
]


@pytest.fixture
def log(store: Store, report: int) -> int:
    save(store, report, {f"activity/{each.uid}": each for each in LOG})
    other = new_report(store, 2021)
    save(store, other, {"activity/b1": activity("b1", "Kết quả của năm khác")})
    return report


def uids(page: Page) -> list[str]:
    return [each.uid for each in page.activities]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.DATE, ["a3", "a1", "a5", "a2", "a4"]),
        (Order.TITLE, ["a4", "a5", "a1", "a2", "a3"]),
        (Order.CATEGORY, ["a5", "a1", "a2", "a3", "a4"]),
        (Order.PARTICIPATIONS, ["a2", "a1", "a5", "a3", "a4"]),
    ],
)
def test_sorted_and_cut_into_pages(store: Store, log: int, order: Order, expected: list[str]) -> None:
    assert uids(store.activities(log, order=order)) == expected
    pages = [store.activities(log, order=order, offset=offset, limit=2) for offset in (0, 2, 4, 6)]
    assert [uids(page) for page in pages] == [expected[:2], expected[2:4], expected[4:], []]
    assert {page.total for page in pages} == {5}


def test_a_page_holds_whole_activities(store: Store, log: int) -> None:
    assert store.activities(log).activities == (LOG[2], LOG[0], LOG[4], LOG[1], LOG[3])


def test_a_page_is_of_fifty_unless_told(store: Store, report: int) -> None:
    days = {f"activity/a{n}": activity(f"a{n}", date=date(2021, 1, 1) + timedelta(days=n)) for n in range(120)}
    save(store, report, days)
    page = store.activities(report)
    assert (len(page.activities), page.total) == (50, 120)
    assert uids(page)[0] == "a119"
    assert uids(store.activities(report, offset=100)) == [f"a{n}" for n in range(19, -1, -1)]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("ket qua", ["a1"]),
        ("KẾT QUẢ", ["a1"]),
        ("quả  kết", ["a1"]),  # words in any order
        ("đợt", ["a1"]),
        ("dot 1", ["a1"]),
        ("hoà", ["a2"]),
        ("hòa", ["a2"]),
        ("vinh", ["a2"]),
        ("y te", ["a3"]),
        ("tỉ lệ", ["a5"]),
        ("doc", ["a5"]),
        ("đ", ["a1", "a5", "a2"]),
        ("%", ["a4"]),
        ("100%", ["a4"]),
        ("_", ["a5"]),
        ("tep_tin", ["a5"]),
        ("tepxtin", []),
        ("an%toan", []),
        ("\\", []),
        ("'", []),
        ("phap_luat", []),  # a key is no word of the activity's
        ("năm khác", []),
        ("", ["a3", "a1", "a5", "a2", "a4"]),
        ("   ", ["a3", "a1", "a5", "a2", "a4"]),
    ],
)
def test_found_by_its_words(store: Store, log: int, search: str, expected: list[str]) -> None:
    page = store.activities(log, search=search)
    assert (uids(page), page.total) == (expected, len(expected))


def test_of_a_page_pasted_by_mistake_the_beginning_is_looked_for(store: Store, log: int) -> None:
    assert store.activities(log, search="an " * 80 + "khongco") == store.activities(log, search="an")


def test_of_many_words_the_first_twelve_are_looked_for(store: Store, report: int) -> None:
    words = "một hai ba bốn năm sáu bảy tám chín mười trăm nghìn"
    save(store, report, {"activity/a1": activity("a1", words)})
    assert uids(store.activities(report, search=f"{words} khongco")) == ["a1"]
    assert uids(store.activities(report, search=f"khongco {words}")) == []


def test_one_category_alone(store: Store, log: int) -> None:
    page = store.activities(log, category="suc_khoe")
    assert (uids(page), page.total) == (["a3", "a4"], 2)
    page = store.activities(log, category="suc_khoe", search="an", order=Order.TITLE, limit=1)
    assert (uids(page), page.total) == (["a4"], 1)
    assert store.activities(log, category="khac") == Page((), 0)


@pytest.mark.parametrize("cell", ["title", "place", "partner", "note"])
def test_a_changed_cell_is_found_by_its_new_words_only(store: Store, log: int, cell: str) -> None:
    for word in ("Thử nghiệm", "Đổi mới"):
        save(store, log, {f"activity/a1/{cell}": word})
    assert uids(store.activities(log, search="doi moi")) == ["a1"]
    assert uids(store.activities(log, search="thu nghiem")) == []


def test_a_deleted_activity_is_not_found(store: Store, log: int) -> None:
    store.undo(log, "lan")
    assert store.activities(log, search="ket qua") == Page((), 0)


def test_a_report_without_a_log(store: Store, report: int) -> None:
    assert store.activities(report) == Page((), 0)
    assert store.activities(99) == Page((), 0)


@settings(max_examples=40)
@given(
    log=st.lists(any_activities(shipped()), max_size=8, unique_by=lambda each: each.uid),
    start=st.integers(0, 400),
    length=st.integers(1, 6),
)
def test_a_piece_of_its_words_finds_an_activity_and_all_like_it(
    all_examples: Store, log: list[Activity], start: int, length: int
) -> None:
    store, report = all_examples, 1
    before = store.snapshot_with_log(report)[1].activities
    emptied: dict[str, Content] = {f"activity/{each.uid}": UNANSWERED for each in before}
    save(store, report, emptied | {f"activity/{each.uid}": each for each in log})
    for each in log:
        piece = _words(each)[start % len(_words(each)) :][:length]
        found = {other.uid for other in store.activities(report, search=piece).activities}
        assert found == {other.uid for other in log if all(word in fold(_words(other)) for word in fold(piece).split())}


def _words(each: Activity) -> str:
    return f"{each.title} {each.place} {each.partner} {each.note}"


@pytest.fixture(scope="module")
def all_examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One database for every example: report 1 is emptied before each."""
    store = Store(tmp_path_factory.mktemp("kho") / "tthtcd.db")
    assert new_report(store) == 1
    yield store
    store.close()
