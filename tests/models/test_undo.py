"""Undo and redo: one's own changes, the latest first, whole, and never over a colleague's."""

from __future__ import annotations

import pytest
from support.replay import assert_audit_tells_all
from support.stores import activities, activity, answers, change, dump, edits, new_report, number, save, sql

from tthtcd_tui.errors import CannotUndo
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models import undo
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.undo import Step, redo_target, undo_target
from tthtcd_tui.report.change import Content

NOTHING_TO_UNDO = "Bạn chưa sửa gì để hoàn tác."
NOTHING_TO_REDO = "Không có gì để làm lại."


def signer(store: Store, report_id: int) -> Content:
    return answers(store, report_id).get("report/signer", UNANSWERED)


def refused(store: Store, report_id: int, user: str, what: str = "undo") -> str:
    before = dump(store.place)
    with pytest.raises(CannotUndo) as raised:
        (store.steps.undo if what == "undo" else store.steps.redo)(report_id, user)
    assert dump(store.place) == before
    return raised.value.message


@pytest.mark.quick_on_server
def test_the_latest_first_and_back_again(store: Store, report_id: int) -> None:
    for name in ("A", "B", "C"):
        save(store, report_id, {"report/signer": name})
    seen = []
    for _ in range(3):
        store.steps.undo(report_id, "lan")
        seen.append(signer(store, report_id))
    assert seen == ["B", "A", UNANSWERED]
    assert refused(store, report_id, "lan") == NOTHING_TO_UNDO
    seen = []
    for _ in range(3):
        store.steps.redo(report_id, "lan")
        seen.append(signer(store, report_id))
    assert seen == ["A", "B", "C"]
    assert refused(store, report_id, "lan", "redo") == NOTHING_TO_REDO
    assert store.revision(report_id) == 9  # each is a change of its own in the history
    store.steps.undo(report_id, "lan")
    assert signer(store, report_id) == "B"
    assert_audit_tells_all(store, report_id)


def test_nothing_done_nothing_to_undo(store: Store, report_id: int) -> None:
    assert refused(store, report_id, "lan") == NOTHING_TO_UNDO
    assert refused(store, report_id, "lan", "redo") == NOTHING_TO_REDO
    save(store, report_id, {"report/signer": "A"}, user="minh")
    assert refused(store, report_id, "lan") == NOTHING_TO_UNDO  # it is Minh's


def test_it_outlives_the_session(store: Store, report_id: int, path: Location) -> None:
    save(store, report_id, {"report/signer": "A"})
    save(store, report_id, {"report/signer": "B"})
    store.close()
    for what, expected in [("undo", "A"), ("undo", UNANSWERED), ("redo", "A"), ("redo", "B")]:
        again = Store(path)
        (again.steps.undo if what == "undo" else again.steps.redo)(report_id, "lan")
        assert signer(again, report_id) == expected
        again.close()


def test_a_new_change_ends_redo(store: Store, report_id: int) -> None:
    save(store, report_id, {"report/signer": "A"})
    save(store, report_id, {"report/signer": "B"})
    store.steps.undo(report_id, "lan")
    save(store, report_id, {"report/place": "Mạo Khê"})
    assert refused(store, report_id, "lan", "redo") == NOTHING_TO_REDO
    store.steps.undo(report_id, "lan")  # the place
    store.steps.redo(report_id, "lan")
    assert answers(store, report_id) == {"report/signer": "A", "report/place": "Mạo Khê"}
    assert refused(store, report_id, "lan", "redo") == NOTHING_TO_REDO
    for _ in range(2):
        store.steps.undo(report_id, "lan")
    assert answers(store, report_id) == {}


def test_a_colleagues_change_does_not_end_redo(store: Store, report_id: int) -> None:
    save(store, report_id, {"report/signer": "A"})
    store.steps.undo(report_id, "lan")
    save(store, report_id, {"report/place": "Mạo Khê"}, user="minh")
    store.steps.redo(report_id, "lan")
    assert answers(store, report_id) == {"report/signer": "A", "report/place": "Mạo Khê"}


def test_everybody_has_a_line_of_their_own(store: Store, report_id: int) -> None:
    save(store, report_id, {"report/signer": "Lan"}, user="lan")
    save(store, report_id, {"report/place": "Minh"}, user="minh")
    save(store, report_id, {"report/number": "7"}, user="lan")
    store.steps.undo(report_id, "minh")
    store.steps.undo(report_id, "lan")
    store.steps.undo(report_id, "lan")
    assert answers(store, report_id) == {}
    store.steps.redo(report_id, "minh")
    assert answers(store, report_id) == {"report/place": "Minh"}


def test_never_over_a_colleagues_later_change(store: Store, report_id: int) -> None:
    save(store, report_id, {"figure/dan_so": number(1), "report/place": "Mạo Khê"})
    save(store, report_id, {"figure/dan_so": number(2)}, user="Bích Hà")
    message = refused(store, report_id, "lan")
    assert message == "Không hoàn tác được: “Dân số” đã được “Bích Hà” sửa sau đó. Hãy sửa thẳng ô này."
    # Even when what stands there is again what one left there oneself.
    store.steps.undo(report_id, "Bích Hà")
    assert "“Bích Hà” sửa sau đó" in refused(store, report_id, "lan")
    assert answers(store, report_id) == {"figure/dan_so": number(1), "report/place": "Mạo Khê"}


def test_never_over_what_another_program_wrote(store: Store, report_id: int, path: Location) -> None:
    """No history tells of it; what stands there is not what one left."""
    save(store, report_id, {"report/signer": "Lan"})
    sql(path, "UPDATE report SET signer = 'Hải'")
    message = refused(store, report_id, "lan")
    assert message == "Không hoàn tác được: “Họ và tên người ký” đã được sửa sau đó. Hãy sửa thẳng ô này."
    assert signer(store, report_id) == "Hải"


def test_redo_stops_at_a_colleagues_change_too(store: Store, report_id: int) -> None:
    save(store, report_id, {"figure/dan_so": number(1)})
    store.steps.undo(report_id, "lan")
    save(store, report_id, {"figure/dan_so": number(2)}, user="minh")
    assert "“Dân số” đã được “minh” sửa sau đó" in refused(store, report_id, "lan", "redo")


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"activity/a1/note": "Lan"}, {"activity/a1": activity("a1", "Minh")}),
        ({"activity/a1": activity("a1", "Lan")}, {"activity/a1/note": "Minh"}),
        ({"activity/a1/note": "Lan"}, {"activity/a1": UNANSWERED}),
    ],
)
def test_an_activity_and_its_cells_are_one_thing(
    store: Store, report_id: int, mine: dict[str, Content], theirs: dict[str, Content]
) -> None:
    save(store, report_id, {"activity/a1": activity("a1")}, user="hai")
    save(store, report_id, mine)
    save(store, report_id, theirs, user="minh")
    message = refused(store, report_id, "lan")
    assert message.startswith("Không hoàn tác được: “Hoạt động")
    assert "đã được “minh” sửa sau đó" in message


def test_other_cells_of_the_activity_may_have_changed(store: Store, report_id: int) -> None:
    save(store, report_id, {"activity/a1": activity("a1", note="trước")}, user="hai")
    save(store, report_id, {"activity/a1/note": "Lan"})
    save(store, report_id, {"activity/a1/title": "Minh"}, user="minh")
    store.steps.undo(report_id, "lan")
    assert activities(store, report_id) == {"a1": activity("a1", "Minh", note="trước")}


def test_an_activity_made_changed_and_deleted_comes_back_step_by_step(store: Store, report_id: int) -> None:
    steps: list[dict[str, Content]] = [
        {"activity/a1": activity("a1", classes=1)},
        {"activity/a1/classes": number(2), "activity/a1/note": "x"},
        {"activity/a1": activity("a1", "Khác")},
        {"activity/a1": UNANSWERED, "activity/a2": activity("a2")},
    ]
    states = [activities(store, report_id)]
    for step in steps:
        save(store, report_id, step)
        states.append(activities(store, report_id))
    for state in reversed(states[:-1]):
        store.steps.undo(report_id, "lan")
        assert activities(store, report_id) == state
    for state in states[1:]:
        store.steps.redo(report_id, "lan")
        assert activities(store, report_id) == state
    assert_audit_tells_all(store, report_id)


def test_what_is_undone_is_told(store: Store, report_id: int) -> None:
    save(store, report_id, {"report/signer": "A", "report/place": "Mạo Khê"})
    latest = store.history.of(report_id)[0].op_id
    undone = store.steps.undo(report_id, "lan")
    assert undone.undoes == latest
    assert set(undone.edits) == set(edits({"report/signer": UNANSWERED, "report/place": UNANSWERED}))
    assert [entry.undoes for entry in store.history.of(report_id)] == [latest, latest, None, None]
    assert store.steps.redo(report_id, "lan").undoes == undone.op_id


def test_a_thousand_edits_are_one_step(store: Store, report_id: int) -> None:
    big: dict[str, Content] = {f"activity/a{n}": activity(f"a{n}", classes=n) for n in range(900)}
    big |= {f"own/muc-{n}/label": f"Nội dung {n}" for n in range(100)}
    big |= {"report/signer": "B"}
    save(store, report_id, {"report/signer": "A", "activity/a5": activity("a5", "Có trước")})
    assert save(store, report_id, big) == 2
    assert len(store.steps.undo(report_id, "lan").edits) == 1001
    assert answers(store, report_id) == {"report/signer": "A"}
    assert activities(store, report_id) == {"a5": activity("a5", "Có trước")}
    store.steps.redo(report_id, "lan")
    assert len(activities(store, report_id)) == 900
    assert store.revision(report_id) == 4


def test_a_change_that_changed_nothing_is_no_step(store: Store, report_id: int) -> None:
    save(store, report_id, {"report/signer": "A"})
    store.apply(report_id, change({"report/signer": "A"}), 1, "lan")
    store.steps.undo(report_id, "lan")
    assert answers(store, report_id) == {}
    assert refused(store, report_id, "lan") == NOTHING_TO_UNDO


def test_what_was_only_half_new_is_undone_by_that_half(store: Store, report_id: int) -> None:
    save(store, report_id, {"report/signer": "A"}, user="minh")
    save(store, report_id, {"report/signer": "A", "report/place": "Mạo Khê"})
    store.steps.undo(report_id, "lan")
    assert answers(store, report_id) == {"report/signer": "A"}


def test_each_report_has_a_line_of_its_own(store: Store, report_id: int) -> None:
    second = new_report(store, 2021)
    save(store, report_id, {"report/signer": "A"})
    save(store, second, {"report/signer": "B"})
    store.steps.undo(report_id, "lan")
    assert refused(store, report_id, "lan") == NOTHING_TO_UNDO
    assert answers(store, second) == {"report/signer": "B"}


# -- far back ---------------------------------------------------------------------------------------------------------


def test_an_undo_of_what_is_too_far_back_is_no_change_of_its_own() -> None:
    """Only a person's latest steps are looked at: an undo whose change lies before them must not be undone itself."""
    steps = [Step("undo-of-old", 9, "old"), Step("redo-of-old", 10, "undo-of-old"), Step("a", 11, None)]
    assert undo_target(steps) == steps[2]
    steps.append(Step("undo-of-a", 12, "a"))
    assert undo_target(steps) is None
    assert redo_target(steps) == steps[3]


def test_deep_undo_never_turns_round(store: Store, report_id: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo, "_DEPTH", 10)
    for n in range(1, 13):
        save(store, report_id, {"figure/dan_so": number(n)})
    for n in range(11, 6, -1):
        store.steps.undo(report_id, "lan")
        assert answers(store, report_id) == {"figure/dan_so": number(n)}
    assert refused(store, report_id, "lan") == NOTHING_TO_UNDO  # ten steps: five changes and their undos
    save(store, report_id, {"figure/dan_so": number(99)})
    store.steps.undo(report_id, "lan")
    assert answers(store, report_id) == {"figure/dan_so": number(7)}
    refused(store, report_id, "lan")
    assert_audit_tells_all(store, report_id)
