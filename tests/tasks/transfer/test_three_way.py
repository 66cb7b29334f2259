"""A year that went to a laptop and comes back: both sides' work is kept, and what both changed is told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import at_most
from support.replay import assert_audit_tells_all
from support.stores import activities, activity, answers, new_report, number, save

from tthtcd_tui.errors import WouldReplace
from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.base import State
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.codec import encode
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.transfer.import_report import Plan, clash_line, plan_import, run_import
from tthtcd_tui.tasks.transfer.three_way import Clash, Taken, compared
from tthtcd_tui.tasks.years.stored_report import report_of

DAN_SO, SO_HO, WEB = "figure/dan_so", "figure/so_ho", "figure/so_khu"
AN, MINH, LAN = "an", "minh", "lan"


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "may-xach-tay.db")
    yield store
    store.close()


@pytest.fixture
def server(store: Store) -> Store:
    save(store, new_report(store), {DAN_SO: number(100), SO_HO: number(10), "activity/cu": activity("cu", classes=1)})
    return store


def the_year(store: Store) -> int:
    return store.years.all()[0].report_id


def out(store: Store) -> bytes:
    return encode(report_of(store, store.years.all()[0], with_base=True).report)


def take(store: Store, data: bytes, user: str = LAN, replace: bool = False) -> Plan:
    plan = plan_import(store, data, "bao-cao.json")
    run_import(store, plan, user, replace)
    return plan


def test_a_colleagues_newer_figure_survives_the_file_that_comes_back(server: Store, laptop: Store) -> None:
    take(laptop, out(server))
    save(laptop, the_year(laptop), {SO_HO: number(11), "activity/moi": activity("moi")})
    save(server, the_year(server), {DAN_SO: number(200)}, user=MINH)
    plan = take(server, out(laptop))
    found = answers(server, the_year(server))
    assert (found[DAN_SO], found[SO_HO]) == (number(200), number(11))
    assert set(activities(server, the_year(server))) == {"cu", "moi"}
    assert plan.clashes == ()
    assert_audit_tells_all(server, the_year(server))
    server.steps.undo(the_year(server), LAN)
    found = answers(server, the_year(server))
    assert (found[DAN_SO], found[SO_HO]) == (number(200), number(10))
    assert set(activities(server, the_year(server))) == {"cu"}


def test_what_both_changed_is_told_with_all_three_values_and_taken_only_when_asked(
    server: Store, laptop: Store
) -> None:
    take(laptop, out(server))
    save(laptop, the_year(laptop), {DAN_SO: number(150), SO_HO: number(11)})
    save(server, the_year(server), {DAN_SO: number(200)}, user=MINH)
    came_back = out(laptop)
    plan = take(server, came_back)
    assert plan.clashes == (Clash(Place(DAN_SO), number(100), number(200), number(150)),)
    assert clash_line(plan.form, plan.clashes[0]) == "Dân số (figure/dan_so): gốc 100 · ở đây 200 · trong tệp 150"
    found = answers(server, the_year(server))
    assert (found[DAN_SO], found[SO_HO]) == (number(200), number(11))
    take(server, came_back, replace=True)
    assert answers(server, the_year(server))[DAN_SO] == number(150)


def test_it_goes_back_and_forth(server: Store, laptop: Store) -> None:
    """Each names what it got last; the other finds it in its own history, however far back."""
    take(laptop, out(server))
    for step in range(1, 4):
        save(laptop, the_year(laptop), {SO_HO: number(10 + step)})
        save(server, the_year(server), {DAN_SO: number(200 + step), "activity/cu/classes": number(step + 1)})
        assert take(server, out(laptop)).is_known
        save(server, the_year(server), {WEB: number(step)})
        save(laptop, the_year(laptop), {"activity/cu/title": f"Lớp {step}"})
        assert take(laptop, out(server)).is_known
    assert take(server, out(laptop)).clashes == ()
    assert answers(laptop, the_year(laptop)) == answers(server, the_year(server))
    assert activities(laptop, the_year(laptop)) == activities(server, the_year(server))
    assert activities(server, the_year(server))["cu"] == activity("cu", "Lớp 3", classes=4)


def test_a_year_that_began_with_a_file_is_a_base_as_any_other(server: Store, laptop: Store, tmp_path: Path) -> None:
    again = Store(tmp_path / "may-chu-moi.db")
    take(again, out(server))
    save(again, the_year(again), {DAN_SO: number(120)})
    take(laptop, out(again))
    save(laptop, the_year(laptop), {SO_HO: number(11)})
    save(again, the_year(again), {DAN_SO: number(200)}, user=MINH)
    plan = take(again, out(laptop))
    assert (plan.is_known, plan.clashes) == (True, ())
    assert answers(again, the_year(again)) == {DAN_SO: number(200), SO_HO: number(11)}
    again.close()


def test_a_copy_of_the_file_is_the_same_year(server: Store, path: Path, tmp_path: Path) -> None:
    server.close()
    shutil.copy(path, tmp_path / "ban-sao.db")
    original, copy = Store(path), Store(tmp_path / "ban-sao.db")
    save(copy, the_year(copy), {SO_HO: number(11)})
    save(original, the_year(original), {DAN_SO: number(200)})
    names = [report_of(each, each.years.all()[0], with_base=True).report.base for each in (original, copy)]
    assert names[0]
    assert names[1]
    assert names[0].year == names[1].year
    original.close()
    copy.close()


def test_a_file_of_which_the_base_is_not_known_takes_nothing_unasked(server: Store, laptop: Store) -> None:
    save(laptop, new_report(laptop), {DAN_SO: number(150)})
    with pytest.raises(WouldReplace) as raised:
        take(server, out(laptop))
    assert f"{DAN_SO}: 100 → 150" in raised.value.details
    assert f"{SO_HO}: 10 → (chưa nhập)" in raised.value.details
    assert answers(server, the_year(server))[DAN_SO] == number(100)
    take(server, out(laptop), replace=True)
    assert answers(server, the_year(server)) == {DAN_SO: number(150)}


def test_undoing_an_import_takes_back_what_is_made_from_here(server: Store, laptop: Store) -> None:
    take(laptop, out(server))
    save(laptop, the_year(laptop), {SO_HO: number(11)})
    before = out(server)
    take(server, out(laptop))
    assert report_of(server, server.years.all()[0], with_base=True).report.base != plan_base(before, server)
    server.steps.undo(the_year(server), LAN)
    assert out(server) == before
    server.steps.redo(the_year(server), LAN)
    save(laptop, the_year(laptop), {DAN_SO: number(7)})
    assert take(laptop, out(server)).is_known


def plan_base(data: bytes, store: Store) -> object:
    return plan_import(store, data, "bao-cao.json").report.base


def test_a_file_that_says_nothing_new_changes_nothing(server: Store, laptop: Store) -> None:
    take(laptop, out(server))
    save(server, the_year(server), {DAN_SO: number(200)})
    revision = server.revision(the_year(server))
    take(server, out(laptop))
    assert server.revision(the_year(server)) == revision


# -- the law ----------------------------------------------------------------------------------------------------------

PLACES = [Place(f"figure/{key}") for key in ("a", "b", "c", "d")] + [
    Place(f"board/{uid}/{key}") for uid in ("x", "y") for key in ("name", "duty")
]
VALUES: st.SearchStrategy[Answer] = st.sampled_from(["một", "hai", "ba"])
LOGS = st.dictionaries(
    st.sampled_from(["h1", "h2", "h3"]), st.tuples(st.sampled_from(["Lớp", "Buổi"]), st.sampled_from([None, 1, 2]))
)
STATES = st.builds(
    lambda found, log: State(found, {uid: activity(uid, title, classes=n) for uid, (title, n) in log.items()}),
    st.dictionaries(st.sampled_from(PLACES), VALUES),
    LOGS,
)


@given(STATES, STATES, STATES)
def test_nothing_either_side_did_is_lost(base: State, here: State, file: State) -> None:
    found = list(compared(base, here, file))
    at = {each.place: each for each in found}
    assert len(at) == len(found)
    for place in PLACES:
        was, is_here, in_file = (state.answers.get(place, UNANSWERED) for state in (base, here, file))
        each = at.get(place)
        if each is None:
            assert in_file in (was, is_here)
        else:
            assert in_file not in (was, is_here)
            assert (each.place, _here(each), _file(each)) == (place, is_here, in_file)
            assert isinstance(each, Clash) or is_here == was
    merged = _merged(here, [each for each in found if isinstance(each, Taken)])
    for record in ("board/x", "board/y"):
        _assert_whole(record, base, here, file, merged)


def _here(each: Taken | Clash) -> Content:
    return each.current if isinstance(each, Taken) else each.here


def _file(each: Taken | Clash) -> Content:
    return each.proposed if isinstance(each, Taken) else each.file


def _merged(here: State, taken: list[Taken]) -> Mapping[str, Content]:
    made: dict[str, Content] = {str(place): answer for place, answer in here.answers.items()}
    made |= {each.place: each.proposed for each in taken}
    return {place: answer for place, answer in made.items() if answer is not UNANSWERED}


def _assert_whole(record: str, base: State, here: State, file: State, merged: Mapping[str, Content]) -> None:
    """A record that one of both took away is there as the other has it, or is gone."""

    def cells(answers: Mapping[Place, Content] | Mapping[str, Content]) -> dict[str, Content]:
        return {str(place): answer for place, answer in answers.items() if place.startswith(record)}

    if cells(base.answers) and not cells(here.answers):
        assert cells(merged) == {}
    elif cells(base.answers) and not cells(file.answers):
        assert cells(merged) in ({}, cells(here.answers))


CELLS = st.dictionaries(
    st.sampled_from([DAN_SO, SO_HO, WEB, "figure/chu_de", "activity/cu/classes", "activity/cu/title"]),
    st.integers(1, 4),
    max_size=4,
)


@pytest.mark.long
@at_most(40)
@given(st.lists(st.tuples(st.booleans(), CELLS), max_size=6), st.booleans())
def test_random_edits_on_both_sides_come_together(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[bool, dict[str, int]]], again: bool
) -> None:
    """Whatever was typed on which side: what only one changed is there, what both changed is as here and told."""
    folder = tmp_path_factory.mktemp("kho")
    server, laptop = Store(folder / "may-chu.db"), Store(folder / "may-xach-tay.db")
    save(server, new_report(server), {DAN_SO: number(100), "activity/cu": activity("cu", classes=9)})
    take(laptop, out(server))
    base = _said(server)
    for is_here, cells in edits:
        store = server if is_here else laptop
        save(store, the_year(store), {place: _typed(place, value) for place, value in cells.items()})
    here, file = _said(server), _said(laptop)
    plan = take(server, out(laptop))
    told = {str(clash.place) for clash in plan.clashes}
    for place, now in _said(server).items():
        was, was_here, in_file = base[place], here[place], file[place]
        if was_here == was:
            assert now == in_file
        else:
            assert now == was_here
            assert (place in told) == (in_file not in (was, was_here))
    if again:  # the other way round, when nothing is left aside
        if not plan.clashes:
            take(laptop, out(server))
            assert _said(laptop) == _said(server)
        take(server, out(server))
    server.close()
    laptop.close()


def _typed(place: str, value: int) -> Content:
    if place.endswith(("title", "chu_de")):
        return f"chữ {value}"
    return number(value)


def _said(store: Store) -> dict[str, Content]:
    places = [DAN_SO, SO_HO, WEB, "figure/chu_de"]
    found = answers(store, the_year(store))
    there: Activity = activities(store, the_year(store))["cu"]
    said: dict[str, Content] = {place: found.get(place, UNANSWERED) for place in places}
    return said | {"activity/cu/classes": number(there.classes or 0), "activity/cu/title": there.title}
