"""The audit log: whole, without a gap, never changed afterwards — and enough to make the report again."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from support.forms import both, shipped
from support.plain_model import PlainReport
from support.replay import assert_audit_tells_all
from support.samples import sample
from support.stores import activity, change, facts, new_report, number, save, sql
from support.strategies import places

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.problem import RefusedEdit, RefusedUndo
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.models.writing import Applied, Conflicted
from tthtcd_tui.report.activity import LogSum
from tthtcd_tui.report.change import Change, Content, Edit
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.qualifiers import Qualifier


def rows(path: Path) -> list[tuple[object, ...]]:
    return [
        *sql(path, "SELECT * FROM audit_change ORDER BY id"),
        *sql(path, "SELECT * FROM audit_entry ORDER BY id"),
    ]


def test_who_when_what_before_and_after(store: Store, report: int) -> None:
    earliest = datetime.now(UTC)
    made = change({"figure/dan_so": number(40_000, Qualifier.OVER), "activity/a1": activity("a1", classes=2)})
    store.apply(report, made, 0, "Bích Hà")
    save(store, report, {"figure/dan_so": NIL, "activity/a1/classes": UNANSWERED}, user="minh")
    found = store.history(report)[::-1]
    assert [(each.revision, each.user, each.place, each.before, each.after, each.undoes) for each in found] == [
        (1, "Bích Hà", "figure/dan_so", UNANSWERED, number(40_000, Qualifier.OVER), None),
        (1, "Bích Hà", "activity/a1", UNANSWERED, activity("a1", classes=2), None),
        (2, "minh", "figure/dan_so", number(40_000, Qualifier.OVER), NIL, None),
        (2, "minh", "activity/a1/classes", number(2), UNANSWERED, None),
    ]
    assert [each.op_id for each in found[:2]] == [made.op_id] * 2
    assert earliest <= found[0].at <= found[2].at <= datetime.now(UTC)
    assert found[0].at == found[1].at


def test_the_history_of_a_place_and_its_cells(store: Store, report: int) -> None:
    save(store, report, {"figure/so_khu": number(1), "figure/so_ho": number(2), "results/phap_luat/classes": NIL})
    save(store, report, {"figure/so_khu": number(3), "activity/a1": activity("a1"), "activity/a11": activity("a11")})
    save(store, report, {"activity/a1/note": "x", "results/phap_luat/participations": number(5)})

    def places_of(place: str, limit: int = -1) -> list[str]:
        return [str(entry.place) for entry in store.history(report, Place(place), limit)]

    assert places_of("figure/so_khu") == ["figure/so_khu"] * 2
    assert places_of("activity/a1") == ["activity/a1/note", "activity/a1"]
    assert places_of("results/phap_luat") == ["results/phap_luat/participations", "results/phap_luat/classes"]
    assert len(places_of("figure")) == 3
    assert places_of("figure", 1) == ["figure/so_khu"]
    assert places_of("figure", 0) == []
    # _ and % are letters here, and a place is no part of a longer name.
    save(store, report, {"own/so_khu/label": "a", "own/so-khu/label": "b", "own/so/label": "c"})
    assert places_of("own/so_khu") == ["own/so_khu/label"]
    assert places_of("own/so") == ["own/so/label"]
    assert places_of("own/%") == []


@pytest.mark.parametrize("form", both(), ids=lambda form: form.key)
def test_every_answer_there_is_comes_back_from_the_audit(store: Store, form: Form) -> None:
    report = new_report(store, form=form)
    asked = {place: field for place in places(form) if (field := field_at(form, place))}
    for turn in (1, 2, 3):
        save(store, report, {place: sample(field, turn) for place, field in asked.items()})
    save(store, report, dict.fromkeys(asked, NIL))
    save(store, report, dict.fromkeys(asked, NOT_APPLICABLE))
    assert_audit_tells_all(store, report)


def test_it_goes_with_its_year_and_with_nothing_else(store: Store, report: int, path: Path) -> None:
    second = new_report(store, 2021)
    save(store, report, {"report/signer": "Lan"})
    save(store, second, {"report/signer": "Minh"})
    store.delete_year(report)
    assert sql(path, "SELECT DISTINCT report_id FROM audit_change") == [(second,)]
    assert sql(path, "SELECT DISTINCT report_id FROM audit_entry") == [(second,)]


# -- any changes at all, by several people ----------------------------------------------------------------------------

USERS = ("lan", "minh", "Bích Hà")
WORDS = st.sampled_from(["Lan", "Mạo Khê", "“a” & {{b}"])
NUMBERS = st.builds(number, st.sampled_from([0, 1, 40_000]))
QUALIFIED = st.builds(number, st.sampled_from(["0", "3", "40000"]), st.sampled_from([None, Qualifier.OVER]))
LINES = st.lists(WORDS, min_size=1, max_size=2).map(tuple)
ABSENT = st.sampled_from([UNANSWERED, NIL, NOT_APPLICABLE])
ANSWERS: dict[str, st.SearchStrategy[Content]] = {
    "figure/dan_so": QUALIFIED | ABSENT,
    "figure/loai_do_thi": WORDS | ABSENT,
    "report/signer": WORDS | ABSENT,
    "report/addressees": LINES | ABSENT,
    "report/date": st.just(date(2021, 6, 5)) | ABSENT,
    "narrative/dia_phuong": LINES | ABSENT,
    "board/gd/name": WORDS | ABSENT,
    "board/gd/order": NUMBERS | ABSENT,
    "own/rieng/label": WORDS | ABSENT,
    "results/phap_luat/classes": NUMBERS | ABSENT,
    "rating/doanh_nghiep/contribution": NUMBERS | ABSENT,
    "indicator/thu_nhap/value": QUALIFIED | ABSENT,
    "reason/figure/dan_so": WORDS | st.just(UNANSWERED),
    "carried/board/gd": st.just("2019-2020") | st.just(UNANSWERED),
}
UIDS = st.sampled_from(["a1", "a2"])
ACTIVITIES = st.builds(
    activity,
    UIDS,
    st.sampled_from(["Lớp luật", "Đọc sách"]),
    category=st.sampled_from(["phap_luat", "suc_khoe"]),
    classes=st.none() | st.integers(0, 3),
    participations=st.none() | st.integers(0, 50),
)
CELLS: dict[str, st.SearchStrategy[Content]] = {
    "title": WORDS,
    "category": st.sampled_from(["phap_luat", "suc_khoe"]),
    "classes": NUMBERS | st.just(UNANSWERED),
    "participations": NUMBERS | st.just(UNANSWERED),
    "note": WORDS | st.just(UNANSWERED),
}


def _edit(place: str, after: st.SearchStrategy[Content]) -> st.SearchStrategy[Edit]:
    return after.map(lambda content: Edit(Place(place), content))


EDITS = st.lists(
    st.one_of([_edit(place, after) for place, after in ANSWERS.items()])
    | ACTIVITIES.map(lambda whole: Edit(Place.of("activity", whole.uid), whole))
    | UIDS.map(lambda uid: Edit(Place.of("activity", uid), UNANSWERED))
    | st.one_of([_edit(f"activity/{uid}/{cell}", after) for uid in ("a1", "a2") for cell, after in CELLS.items()]),
    min_size=1,
    max_size=5,
)


class People(RuleBasedStateMachine):
    """Three people on one report, each seeing it as it was a while ago. Beside it, the same in plain Python."""

    def __init__(self, store: Store, report: int) -> None:
        super().__init__()
        self.store = store
        self.report = report
        self.plain = PlainReport(facts(store, self.report))
        self.sent: list[Change] = []

    @rule(user=st.sampled_from(USERS), edits=EDITS, behind=st.integers(0, 4))
    def change(self, user: str, edits: list[Edit], behind: int) -> None:
        base = max(0, self.plain.revision - behind)
        sent = Change(new_op_id(), tuple(edits))
        expected = self.plain.apply(sent.edits, base, user)
        if expected is None:
            with pytest.raises(RefusedEdit):
                self.store.apply(self.report, sent, base, user)
            return
        outcome = self.store.apply(self.report, sent, base, user)
        if expected:
            assert isinstance(outcome, Conflicted), outcome
            assert {conflict.place for conflict in outcome.conflicts} == expected
            assert all(conflict.theirs == self.plain.at(conflict.place) for conflict in outcome.conflicts)
        else:
            assert outcome == Applied(self.plain.revision)
            self.sent.append(sent)

    @rule(user=st.sampled_from(USERS))
    def undo(self, user: str) -> None:
        if self.plain.undo(user):
            self.store.undo(self.report, user)
        else:
            with pytest.raises(RefusedUndo):
                self.store.undo(self.report, user)

    @rule(user=st.sampled_from(USERS))
    def redo(self, user: str) -> None:
        if self.plain.redo(user):
            self.store.redo(self.report, user)
        else:
            with pytest.raises(RefusedUndo):
                self.store.redo(self.report, user)

    @precondition(lambda self: self.sent and self.plain.revision)
    @rule(data=st.data())
    def send_again(self, data: st.DataObject) -> None:
        again = data.draw(st.sampled_from(self.sent))
        done = {entry.op_id for entry in self.store.history(self.report)}
        if again.op_id in done:  # a Change that changed nothing was not written
            assert self.store.apply(self.report, again, 0, "lan") == Applied(self.plain.revision)

    @invariant()
    def the_same(self) -> None:
        snapshot, log = self.store.snapshot_with_log(self.report)
        assert snapshot.revision == self.plain.revision
        assert snapshot.facts == self.plain.now
        assert log == self.plain.log

    def teardown(self) -> None:
        assert_audit_tells_all(self.store, self.report)
        plain = sql(
            self.store.path,
            "SELECT category, count(*), sum(classes), sum(participations) FROM activity WHERE report_id = ? GROUP BY 1",
            [self.report],
        )
        assert dict(self.plain.now.log) == {category: LogSum(*rest) for category, *rest in plain}  # type: ignore[arg-type]


def test_whatever_people_do_the_store_does_what_plain_python_does(store: Store, report: int, path: Path) -> None:
    centre = store.centres()[0].id
    written: set[tuple[object, ...]] = set()
    names = count(1)

    def machine() -> People:
        nonlocal written
        # What was in the audit before is there still, to the letter.
        before, written = written, set(rows(path))
        assert before <= written
        period = Period.custom(date(2021, 1, 1), date(2021, 6, 30), f"lần {next(names)}")
        return People(store, store.add_year(centre, shipped(), period))

    run_state_machine_as_test(
        machine,  # type: ignore[arg-type]  # any callable will do, says its documentation
        settings=settings(
            max_examples=30,
            stateful_step_count=25,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # 25 steps can be read as they are
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert next(names) > 30
