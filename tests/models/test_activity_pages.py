"""The log as its screen shows it: a page at a time, sorted, found however the words are accented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import at_most
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
def log(store: Store, report_id: int) -> int:
    save(store, report_id, {f"activity/{each.uid}": each for each in LOG})
    other = new_report(store, 2021)
    save(store, other, {"activity/b1": activity("b1", "Kết quả của năm khác")})
    return report_id


def uids(page: Page) -> list[str]:
    return [each.uid for each in page.activities]


def test_each_activity_by_day(store: Store, log: int) -> None:
    assert [each.uid for each in store.log.each(log)] == ["a4", "a2", "a5", "a1", "a3"]
    assert list(store.log.each(new_report(store, 2022))) == []


def test_whoever_reads_one_after_the_other_lets_writers_go_on(store: Store, log: int) -> None:
    reading = store.log.each(log)
    assert next(reading).uid == "a4"
    other = Store(store.place)
    save(other, log, {"activity/a0": activity("a0", date=date(2021, 6, 1))})
    other.close()
    assert [each.uid for each in reading] == ["a2", "a5", "a1", "a3"]
    assert [each.uid for each in store.log.each(log)][-1] == "a0"


@pytest.mark.parametrize(
    ("uids", "expected"),
    [
        (["a1"], ["a1", "a3"]),
        (["a3", "a4"], ["a4", "a1", "a3"]),
        (["b1"], []),  # of another year
        ([], []),
    ],
)
def test_activities_of_the_same_days(store: Store, log: int, uids: list[str], expected: list[str]) -> None:
    assert [each.uid for each in store.log.on_days_of(log, uids)] == expected


def test_more_than_can_be_asked_for_by_name_are_all(store: Store, log: int) -> None:
    assert {each.uid for each in store.log.on_days_of(log, [f"x{n}" for n in range(2000)])} == {
        each.uid for each in LOG
    }


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
    assert uids(store.log.page(log, order=order)) == expected
    pages = [store.log.page(log, order=order, offset=offset, limit=2) for offset in (0, 2, 4, 6)]
    assert [uids(page) for page in pages] == [expected[:2], expected[2:4], expected[4:], []]
    assert {page.total for page in pages} == {5}


def test_a_page_holds_whole_activities(store: Store, log: int) -> None:
    assert store.log.page(log).activities == (LOG[2], LOG[0], LOG[4], LOG[1], LOG[3])


def test_a_page_is_of_fifty_unless_told(store: Store, report_id: int) -> None:
    days = {f"activity/a{n}": activity(f"a{n}", date=date(2021, 1, 1) + timedelta(days=n)) for n in range(120)}
    save(store, report_id, days)
    page = store.log.page(report_id)
    assert (len(page.activities), page.total) == (50, 120)
    assert uids(page)[0] == "a119"
    assert uids(store.log.page(report_id, offset=100)) == [f"a{n}" for n in range(19, -1, -1)]


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
    page = store.log.page(log, search=search)
    assert (uids(page), page.total) == (expected, len(expected))


def test_of_a_page_pasted_by_mistake_the_beginning_is_looked_for(store: Store, log: int) -> None:
    assert store.log.page(log, search="an " * 80 + "khongco") == store.log.page(log, search="an")


def test_of_many_words_the_first_twelve_are_looked_for(store: Store, report_id: int) -> None:
    words = "một hai ba bốn năm sáu bảy tám chín mười trăm nghìn"
    save(store, report_id, {"activity/a1": activity("a1", words)})
    assert uids(store.log.page(report_id, search=f"{words} khongco")) == ["a1"]
    assert uids(store.log.page(report_id, search=f"khongco {words}")) == []


def test_one_category_alone(store: Store, log: int) -> None:
    page = store.log.page(log, category="suc_khoe")
    assert (uids(page), page.total) == (["a3", "a4"], 2)
    page = store.log.page(log, category="suc_khoe", search="an", order=Order.TITLE, limit=1)
    assert (uids(page), page.total) == (["a4"], 1)
    assert store.log.page(log, category="khac") == Page((), 0)


@pytest.mark.parametrize("cell", ["title", "place", "partner", "note"])
def test_a_changed_cell_is_found_by_its_new_words_only(store: Store, log: int, cell: str) -> None:
    for word in ("Thử nghiệm", "Đổi mới"):
        save(store, log, {f"activity/a1/{cell}": word})
    assert uids(store.log.page(log, search="doi moi")) == ["a1"]
    assert uids(store.log.page(log, search="thu nghiem")) == []


def test_a_deleted_activity_is_not_found(store: Store, log: int) -> None:
    store.steps.undo(log, "lan")
    assert store.log.page(log, search="ket qua") == Page((), 0)


def test_a_report_without_a_log(store: Store, report_id: int) -> None:
    assert store.log.page(report_id) == Page((), 0)
    assert store.log.page(99) == Page((), 0)


@at_most(40)
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
        found = {other.uid for other in store.log.page(report, search=piece).activities}
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
