"""A year opened by one person, with a colleague at the same report."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from support.stores import CLERK, DIRECTOR, VIEWER, activity, finalise, sql, staffed

from tthtcd_tui.errors import CannotUndo, DiskFull, ReportFinal, ReportGone, StoreProblem
from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.finding import Tally
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.demo import load_samples
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.saving import NotSaved, Refused, SaveConflict, Saved
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.years.year_choices import make_first_year, make_year
from tthtcd_tui.text.periods import Period

AREA = "figure/so_khu"


@pytest.fixture
def opened(tmp_path: Path) -> tuple[Store, Year]:
    store = Store(tmp_path / "a.db")
    return store, load_samples(store)


def number(session: Session, place: str) -> int | None:
    answer = session.facts.at(place)
    return int(answer.number) if isinstance(answer, Quantity) else None


def test_a_cell_is_read_and_saved_and_shown(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    assert isinstance(session.enter([Typed(AREA, "12+13")]), Saved)
    assert number(session, AREA) == 25
    assert session.previous is not None
    assert session.previous.period.label == "2019-2020"


def test_once_a_cell_was_saved_no_module_is_looked_for(
    opened: tuple[Store, Year], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(*opened, "an")
    session.enter([Typed(AREA, "24")])
    imported, load = [], builtins.__import__

    def counted(name: str, where: Mapping[str, object] | None = None, *rest: Any) -> ModuleType:
        if where and str(where["__name__"]).startswith("tthtcd_tui."):
            imported.append(name)
        return load(name, where, *rest)

    with monkeypatch.context() as patched:
        patched.setattr(builtins, "__import__", counted)
        session.enter([Typed(AREA, "25")])
    assert (number(session, AREA), imported) == (25, [])


def test_texts_nobody_edited_follow_what_was_just_saved(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    year = make_first_year(store, "ban-sen", "TTHTCĐ xã Bản Sen", Period.school_year(2025), "an")
    session = Session(store, year, "an")
    for typed in (Typed("figure/so_ho", "-"), Typed("figure/danh_tu_khu", "bản"), Typed("narrative/dia_phuong", "")):
        session.enter([typed])
        kept = store.snapshot(year.report_id)
        assert (session.facts, session.form) == (kept.facts, kept.form)


def test_an_amount_of_another_unit_is_not_copied_from_last_year(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    first = make_first_year(store, "ban-sen", "TTHTCĐ xã Bản Sen", Period.school_year(2024), "an")
    income, unit = Place("indicator/thu_nhap/value"), "figure/don_vi_thu_nhap"
    Session(store, first, "an").enter([Typed(unit, "USD/người/năm"), Typed(income, "2.450,5")])
    session = Session(store, make_year(store, first.centre, Period.school_year(2025), "an", first), "an")
    session.enter([Typed(unit, "triệu đồng/người/năm")])
    refused = session.copy_previous(Typed(income, "2.450,5"), "2024-2025")
    assert isinstance(refused, Refused)
    assert refused.problem.message == (
        "Chưa chép: 2024-2025 có thể ghi theo đơn vị khác. Gõ số tính theo triệu đồng/người/năm."
    )
    session.enter([Typed(unit, "USD/người/năm")])
    assert isinstance(session.copy_previous(Typed(income, "2.450,5"), "2024-2025"), Saved)


def test_a_paste_with_one_wrong_cell_saves_nothing(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    refused = session.enter([Typed(AREA, "25"), Typed("figure/so_ho", "1,5")])
    assert isinstance(refused, Refused)
    assert "Ô này chỉ nhận số nguyên từ 0 trở lên. Bạn đã nhập “1,5”." in refused.message
    assert number(session, AREA) == 24


def test_a_colleague_at_another_cell_is_seen_and_never_met(opened: tuple[Store, Year]) -> None:
    mine, theirs = Session(*opened, "an"), Session(*opened, "binh")
    theirs.enter([Typed("figure/so_ho", "1")])
    assert isinstance(mine.enter([Typed(AREA, "25")]), Saved)
    assert number(mine, "figure/so_ho") == 1
    assert theirs.refresh()
    assert number(theirs, AREA) == 25
    assert not theirs.refresh()


def test_both_values_are_told_and_either_can_be_kept(opened: tuple[Store, Year]) -> None:
    mine, theirs = Session(*opened, "an"), Session(*opened, "binh")
    theirs.enter([Typed(AREA, "30")])
    met = mine.enter([Typed(AREA, "25")])
    assert isinstance(met, SaveConflict)
    (conflict,) = met.conflicts
    assert (conflict.user, conflict.theirs, conflict.ours) == ("binh", Quantity(Decimal(30)), Quantity(Decimal(25)))
    assert number(theirs, AREA) == 30, "nothing was written"
    assert isinstance(mine.keep_mine(met), Saved)
    assert number(mine, AREA) == 25


def test_the_colleagues_value_can_be_used(opened: tuple[Store, Year]) -> None:
    mine, theirs = Session(*opened, "an"), Session(*opened, "binh")
    theirs.enter([Typed(AREA, "30")])
    met = mine.enter([Typed(AREA, "25"), Typed("figure/so_ho", "9")])
    assert isinstance(met, SaveConflict)
    assert isinstance(mine.use_theirs(met), Saved)
    assert number(mine, AREA) == 30
    assert number(mine, "figure/so_ho") == 9, "what met nobody's change is saved all the same"


def test_a_year_that_a_colleague_deleted_is_gone_whatever_is_asked(opened: tuple[Store, Year]) -> None:
    store, year = opened
    session = Session(store, year, "an")
    store.years.delete(year.report_id)
    attempts: list[Callable[[], object]] = [
        *(session.refresh, session.undo, session.redo, lambda: session.enter([Typed(AREA, "25")]))
    ]
    for attempt in attempts:
        with pytest.raises(ReportGone, match="vừa bị xóa") as raised:
            attempt()
        assert raised.value.report_id == year.report_id


def test_undo_and_redo(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    session.enter([Typed(AREA, "25")])
    assert isinstance(session.undo(), Saved)
    assert number(session, AREA) == 24
    assert isinstance(session.redo(), Saved)
    assert number(session, AREA) == 25
    refused = session.redo()
    assert isinstance(refused, Refused)
    assert isinstance(refused.problem, CannotUndo)
    assert refused.message == "Không có gì để làm lại."


def test_what_cannot_be_stored_is_said_and_not_taken_for_saved(
    opened: tuple[Store, Year], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(*opened, "an")

    problem = DiskFull()

    def full(*_: object) -> None:
        raise problem

    monkeypatch.setattr(session.store, "apply", full)
    assert session.enter([Typed(AREA, "25")]) == NotSaved(problem)
    assert number(session, AREA) == 24


def test_findings_follow_the_facts(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    assert not session.findings
    assert session.tally == Tally(0, 0, 0, 0)
    session.enter([Typed("results/cau_lac_bo/participations", "0")])
    (finding,) = session.findings
    assert session.tally == Tally(missing=0, errors=1, warnings=0, explained=0)
    assert finding.place.within(Place("results/cau_lac_bo"))
    session.enter([Typed("results/cau_lac_bo/participations", "")])
    assert session.facts.at("results/cau_lac_bo/participations") is UNANSWERED


def codes(session: Session) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for finding in session.findings:
        found.setdefault(finding.code, []).append(finding.place)
    return found


def test_a_start_asks_only_what_forbids_issue(opened: tuple[Store, Year]) -> None:
    Session(*opened, "an").enter([Typed("narrative/dia_phuong", "Xã có  nhiều lớp [tên lớp]."), Typed(AREA, "")])
    session = Session(*opened, "an", is_starting=True)
    assert set(codes(session)) == {"missing"}
    assert session.end_start()
    assert set(codes(session)) >= {"missing", "spacing", "placeholder"}
    assert not session.end_start()


# -- the activity log is read again where it was changed --------------------------------------------------------------

TWIN = activity("b1", date=date(2020, 10, 3))


def added(session: Session, *activities: Activity) -> None:
    edits = [Edit(Place.of("activity", each.uid), each) for each in activities]
    assert isinstance(session.save(edits), Saved)


def test_findings_follow_the_log(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    assert "held_twice" not in codes(session)
    added(session, TWIN, TWIN._replace(uid="b2"))
    assert codes(session)["held_twice"] == ["activity/b2"]
    added(session, TWIN._replace(date=date(2020, 10, 4)))
    assert "held_twice" not in codes(session), "one of the two is on another day now"
    added(session, TWIN, TWIN._replace(uid="b3", date=date(1999, 1, 1)))
    assert codes(session)["held_outside"] == ["activity/b3/date"]
    session.save([Edit(Place("activity/b2"), UNANSWERED), Edit(Place("activity/b3"), UNANSWERED)])
    assert not codes(session).keys() & {"held_twice", "held_outside"}
    session.undo()
    assert codes(session).keys() >= {"held_twice", "held_outside"}


def test_findings_follow_what_a_colleague_did_to_the_log(opened: tuple[Store, Year]) -> None:
    mine, theirs = Session(*opened, "an"), Session(*opened, "binh")
    assert "held_twice" not in codes(mine)
    added(theirs, TWIN)
    added(theirs, TWIN._replace(uid="b2"))
    assert mine.refresh()
    assert codes(mine)["held_twice"] == ["activity/b2"]
    theirs.undo()
    mine.enter([Typed(AREA, "25")])
    assert "held_twice" not in codes(mine), "seen with a save of our own"


def test_a_saved_figure_reads_nothing_of_the_log(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    added(session, TWIN, TWIN._replace(uid="b2"))
    assert "held_twice" in codes(session)
    # No change of the report that the program knows of: it would be seen if the row were read again.
    sql(opened[0].path, "UPDATE activity SET title = 'Khác hẳn' WHERE uid = 'b2'")
    session.enter([Typed(AREA, "25")])
    assert "held_twice" in codes(session)
    assert "held_twice" not in codes(Session(*opened, "an"))


def test_a_check_that_could_not_be_ended_is_begun_anew(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    assert "held_twice" not in codes(session)
    added(session, TWIN, TWIN._replace(uid="b2"))
    sql(opened[0].path, "ALTER TABLE activity RENAME TO lost")
    with pytest.raises(StoreProblem):
        _ = session.findings
    sql(opened[0].path, "ALTER TABLE lost RENAME TO activity")
    assert codes(session)["held_twice"] == ["activity/b2"]


# -- two people's paragraphs ------------------------------------------------------------------------------------------

TEXT = "narrative/dia_phuong"


def texts(opened: tuple[Store, Year], theirs: str, ours: str) -> tuple[Session, Session, SaveConflict]:
    """Two people have begun with the same text; «binh» has saved theirs, and «an» meets it."""
    mine, colleague = Session(*opened, "an"), Session(*opened, "binh")
    assert isinstance(mine.enter([Typed(TEXT, "Đoạn đầu.\nĐoạn cuối.")]), Saved)
    colleague.refresh()
    assert isinstance(colleague.enter([Typed(TEXT, theirs)]), Saved)
    met = mine.enter([Typed(TEXT, ours)])
    assert isinstance(met, SaveConflict)
    return mine, colleague, met


def test_of_two_texts_both_are_kept_as_one_change(opened: tuple[Store, Year]) -> None:
    mine, _, met = texts(opened, "Đoạn đầu.\nCủa Bình.\nĐoạn cuối.", "Đoạn đầu.\nCủa An.\nĐoạn cuối.")
    assert mine.can_keep_both(met)
    before = mine.store.revision(mine.year.report_id)
    assert isinstance(mine.keep_both(met), Saved)
    both = ("Đoạn đầu.", "Của Bình.", "Của An.", "Đoạn cuối.")
    assert mine.facts.at(TEXT) == both
    assert mine.revision == before + 1
    newest = mine.store.history.of(mine.year.report_id, Place(TEXT), 1)[0]
    assert (newest.user, newest.before, newest.after) == ("an", ("Đoạn đầu.", "Của Bình.", "Đoạn cuối."), both)
    assert isinstance(mine.undo(), Saved)
    assert mine.facts.at(TEXT) == newest.before


def test_what_was_to_be_saved_with_the_text_is_saved_too(opened: tuple[Store, Year]) -> None:
    mine, colleague = Session(*opened, "an"), Session(*opened, "binh")
    colleague.enter([Typed(TEXT, "Của Bình.")])
    met = mine.enter([Typed(TEXT, "Của An."), Typed(AREA, "25")])
    assert isinstance(met, SaveConflict)
    assert isinstance(mine.keep_both(met), Saved)
    assert mine.facts.at(TEXT) == ("Của Bình.", "Của An.")
    assert number(mine, AREA) == 25


@pytest.mark.parametrize(
    ("place", "theirs", "ours"),
    [
        (AREA, "25", "26"),
        ("report/signer", "An", "Bình"),
        ("report/recipients", "Sở GD&ĐT", "UBND xã"),  # lines, but no text
        (TEXT, "", "Của An."),  # one of them has no text
        (TEXT, "Của Bình.", "-"),
    ],
)
def test_two_values_that_are_no_texts_cannot_both_be_kept(
    opened: tuple[Store, Year], place: str, theirs: str, ours: str
) -> None:
    mine, colleague = Session(*opened, "an"), Session(*opened, "binh")
    assert isinstance(colleague.enter([Typed(place, theirs)]), Saved)
    met = mine.enter([Typed(place, ours)])
    assert isinstance(met, SaveConflict)
    assert not mine.can_keep_both(met)


def test_a_text_and_a_number_together_cannot_both_be_kept(opened: tuple[Store, Year]) -> None:
    mine, colleague = Session(*opened, "an"), Session(*opened, "binh")
    colleague.enter([Typed(TEXT, "Của Bình."), Typed(AREA, "25")])
    met = mine.enter([Typed(TEXT, "Của An."), Typed(AREA, "26")])
    assert isinstance(met, SaveConflict)
    assert not mine.can_keep_both(met)


@pytest.mark.parametrize("choice", ["keep_mine", "keep_both"])
def test_a_choice_is_made_over_what_was_shown_and_not_over_a_still_later_change(
    opened: tuple[Store, Year], choice: str
) -> None:
    mine, colleague, met = texts(opened, "Của Bình.", "Của An.")
    assert isinstance(colleague.enter([Typed(TEXT, "Của Bình, lần hai.")]), Saved)
    again = getattr(mine, choice)(met)
    assert isinstance(again, SaveConflict)
    assert [conflict.theirs for conflict in again.conflicts] == [("Của Bình, lần hai.",)]
    assert mine.store.snapshot(mine.year.report_id).facts.at(TEXT) == ("Của Bình, lần hai.",)
    assert isinstance(getattr(mine, choice)(again), Saved)


# -- who may only look ------------------------------------------------------------------------------------------------


def test_a_final_year_says_why_nothing_can_be_saved(opened: tuple[Store, Year]) -> None:
    store, year = opened
    staffed(store)
    session, colleague = Session(store, year, CLERK), Session(store, year, CLERK)
    assert (session.read_only, session.is_final) == (None, False)
    finalise(store, year.report_id)
    refused = session.enter([Typed(AREA, "25")])
    assert isinstance(refused, Refused)
    assert refused.message.startswith("Báo cáo năm học 2020-2021 đã chốt ngày")
    assert isinstance(session.undo(), Refused)
    assert colleague.refresh(), "that it is final now is something new to show"
    closed = colleague.read_only
    assert isinstance(closed, ReportFinal)
    assert (closed.message, colleague.is_final) == (refused.message, True)
    store.versions.reopen(year.report_id, DIRECTOR, "Sửa số khu")
    assert colleague.refresh()
    assert (colleague.read_only, colleague.is_final) == (None, False)
    assert isinstance(colleague.enter([Typed(AREA, "25")]), Saved)


def test_a_viewer_is_told_why_nothing_can_be_saved(opened: tuple[Store, Year]) -> None:
    store, year = opened
    staffed(store)
    session = Session(store, year, VIEWER)
    told = "Bạn chỉ có quyền xem. Muốn nhập liệu, hãy đề nghị giám đốc đổi vai trò của bạn."
    assert session.read_only
    assert session.read_only.message == told
    refused = session.enter([Typed(AREA, "25")])
    assert isinstance(refused, Refused)
    assert refused.message == told
    assert number(session, AREA) == 24
