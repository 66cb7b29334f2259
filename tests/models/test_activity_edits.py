"""The activity log changed as a whole and cell by cell."""

from __future__ import annotations

from datetime import date

import pytest
from support.damage import assert_plain
from support.stores import activities, activity, change, dump, facts, number, save, sql

from tthtcd_tui.errors import CannotEdit
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.models.writing import Applied
from tthtcd_tui.report.activity import Activity, LogSum
from tthtcd_tui.report.change import Change, Content, Edit
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.qualifiers import Qualifier

FULL = Activity(
    *("a1", date(2021, 3, 5), "Luật Trẻ em", "phap_luat"),
    classes=2,
    participations=90,
    place="Nhà văn hóa khu Vĩnh Xuân",
    partner="Hội Phụ nữ",
    note="có tài liệu",
)


def test_an_activity_is_made_replaced_and_deleted(store: Store, report_id: int) -> None:
    save(store, report_id, {"activity/a1": FULL})
    assert activities(store, report_id) == {"a1": FULL}
    other = activity("a1", "Luật Giáo dục", date=date(2021, 4, 1))
    save(store, report_id, {"activity/a1": other})
    assert activities(store, report_id) == {"a1": other}
    save(store, report_id, {"activity/a1": UNANSWERED})
    assert activities(store, report_id) == {}


CELLS: dict[str, Content] = {
    "date": date(2020, 12, 31),
    "title": "Luật Giao thông",
    "category": "suc_khoe",
    "classes": number(7),
    "participations": number(0),
    "place": "Trường THCS Mạo Khê II",
    "partner": "Công an phường",
    "note": "—",
}


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_is_changed_alone(store: Store, report_id: int, cell: str) -> None:
    save(store, report_id, {"activity/a1": FULL, "activity/a2": activity("a2")})
    save(store, report_id, {f"activity/a1/{cell}": CELLS[cell]})
    found = activities(store, report_id)
    changed: object = {"classes": 7, "participations": 0}.get(cell, CELLS[cell])
    for key in CELLS:
        assert getattr(found["a1"], key) == (changed if key == cell else getattr(FULL, key))
    assert found["a2"] == activity("a2")
    (entry,) = store.history.of(report_id, limit=1)
    before = getattr(FULL, cell)
    assert (entry.place, entry.before, entry.after) == (
        f"activity/a1/{cell}",
        number(before) if isinstance(before, int) else before,
        CELLS[cell],
    )


@pytest.mark.parametrize(
    ("cell", "empty"), [("classes", None), ("participations", None), ("place", ""), ("partner", ""), ("note", "")]
)
def test_a_cell_is_cleared(store: Store, report_id: int, cell: str, empty: object) -> None:
    save(store, report_id, {"activity/a1": FULL})
    save(store, report_id, {f"activity/a1/{cell}": UNANSWERED})
    assert getattr(activities(store, report_id)["a1"], cell) == empty


REFUSED: list[tuple[str, Content]] = [
    *(("a1/date", UNANSWERED), ("a1/title", UNANSWERED), ("a1/category", UNANSWERED)),
    *((f"a1/{cell}", absent) for cell in CELLS for absent in (NIL, NOT_APPLICABLE)),
    *(("a1/classes", "hai"), ("a1/classes", number("2.5")), ("a1/participations", number(40, Qualifier.OVER))),
    *(("a1/date", "5/3/2021"), ("a1/title", date(2021, 3, 5)), ("a1/title", number(5)), ("a1/note", ("một", "hai"))),
    *(("a1", "Luật"), ("a1", NIL), ("a1", number(1)), ("a1", activity("a2")), ("a1/title", activity("a1"))),
    *(("khong_co/title", "Luật"), ("khong_co/note", UNANSWERED)),
]


@pytest.mark.parametrize(("where", "after"), REFUSED)
def test_what_a_cell_cannot_hold_is_refused_with_all_of_its_change(
    store: Store, report_id: int, path: Location, where: str, after: Content
) -> None:
    save(store, report_id, {"activity/a1": FULL})
    before = dump(path)
    with pytest.raises(CannotEdit) as raised:
        save(store, report_id, {"report/signer": "Lan", f"activity/{where}": after, "activity/a3": activity("a3")})
    if raised.value.message != "Hoạt động này đã bị xóa. Ctrl+Z để lấy lại, hoặc nhập hoạt động mới.":
        assert_plain(raised.value.message)
    assert dump(path) == before


def test_a_deleted_activity_takes_no_cells(store: Store, report_id: int) -> None:
    save(store, report_id, {"activity/a1": FULL})
    deleted = (Edit(Place("activity/a1"), UNANSWERED), Edit(Place("activity/a1/title"), "Luật"))
    with pytest.raises(CannotEdit, match="đã bị xóa"):
        store.apply(report_id, Change(new_op_id(), deleted), 1, "lan")
    assert activities(store, report_id) == {"a1": FULL}


MIXED: list[tuple[list[Edit], Activity | None]] = [
    ([Edit(Place("activity/a1"), FULL), Edit(Place("activity/a1/title"), "Sửa")], activity("a1", "Sửa")),
    ([Edit(Place("activity/a1/title"), "Sửa"), Edit(Place("activity/a1"), FULL)], FULL),
    ([Edit(Place("activity/a1/title"), "Sửa"), Edit(Place("activity/a1"), UNANSWERED)], None),
    (
        [
            Edit(Place("activity/a1"), UNANSWERED),
            Edit(Place("activity/a1"), FULL),
            Edit(Place("activity/a1/note"), "x"),
        ],
        FULL,
    ),
]


@pytest.mark.parametrize(("edits", "left"), MIXED)
def test_whole_and_cells_in_one_change_are_one_row_of_history_and_one_undo(
    store: Store, report_id: int, edits: list[Edit], left: Activity | None
) -> None:
    save(store, report_id, {"activity/a1": activity("a1", "Trước")})
    store.apply(report_id, Change(new_op_id(), tuple(edits)), 1, "lan")
    found = activities(store, report_id).get("a1")
    assert (found and found.title) == (left and left.title)
    (entry,) = store.history.of(report_id)[:-1]
    assert (entry.place, entry.before, entry.after) == (
        "activity/a1",
        activity("a1", "Trước"),
        found or UNANSWERED,
    )
    store.steps.undo(report_id, "lan")
    assert activities(store, report_id) == {"a1": activity("a1", "Trước")}
    store.steps.redo(report_id, "lan")
    assert activities(store, report_id).get("a1") == found


def test_a_category_of_the_log_counts_in_the_report(store: Store, report_id: int) -> None:
    log: dict[str, Content] = {
        "activity/a1": activity("a1", classes=2, participations=90),
        "activity/a2": activity("a2", classes=1),
        "activity/a3": activity("a3", category="suc_khoe"),
    }
    save(store, report_id, log)
    assert dict(facts(store, report_id).log) == {"phap_luat": LogSum(2, 3, 90), "suc_khoe": LogSum(1, None, None)}
    assert facts(store, report_id).result("phap_luat", "participations") == number(90)
    assert facts(store, report_id).result("suc_khoe", "classes") is UNANSWERED
    save(store, report_id, {"results/phap_luat/participations": number(100), "activity/a1/category": "suc_khoe"})
    assert facts(store, report_id).result("phap_luat", "participations") == number(100)  # what is typed goes before
    assert dict(facts(store, report_id).log) == {"phap_luat": LogSum(1, 1, None), "suc_khoe": LogSum(2, 2, 90)}


def test_the_sums_are_what_sql_adds_up(store: Store, report_id: int, path: Location) -> None:
    log: dict[str, Content] = {
        f"activity/a{n}": activity(
            f"a{n}",
            category=("phap_luat", "suc_khoe", "kinh_te")[n % 3],
            classes=n if n % 4 else None,
            participations=n * n if n % 5 else None,
        )
        for n in range(1, 1201)
    }
    assert save(store, report_id, log) == 1
    plain = sql(
        path,
        "SELECT category, count(*), sum(classes), sum(participations) FROM activity WHERE report_id = ? GROUP BY 1",
        [report_id],
    )
    snapshot, log_read = store.snapshot_with_log(report_id)
    assert {category: LogSum(*rest) for category, *rest in plain} == dict(snapshot.facts.log) == log_read.sums()
    assert len(log_read.activities) == 1200
    # More than one statement may name at once.
    assert store.apply(report_id, change(log), 1, "lan") == Applied(1)
    save(store, report_id, dict.fromkeys(log, UNANSWERED))
    assert activities(store, report_id) == {}
    store.steps.undo(report_id, "lan")
    assert store.snapshot_with_log(report_id)[1] == log_read


def test_the_log_comes_by_day(store: Store, report_id: int) -> None:
    days = {"c": date(2021, 1, 2), "a": date(2021, 1, 3), "b": date(2021, 1, 2), "d": date(2020, 12, 31)}
    save(store, report_id, {f"activity/{uid}": activity(uid, date=day) for uid, day in days.items()})
    assert list(activities(store, report_id)) == ["d", "b", "c", "a"]
