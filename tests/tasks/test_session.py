"""A year opened by one person, with a colleague at the same report."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from support.stores import CLERK, DIRECTOR, VIEWER, finalise, staffed

from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.finding import Tally
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.demo import load_samples
from tthtcd_tui.tasks.edit_cells import Typed
from tthtcd_tui.tasks.session import Met, NotSaved, Refused, Saved, Session

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
    assert isinstance(met, Met)
    (conflict,) = met.conflicts
    assert (conflict.user, conflict.theirs, conflict.ours) == ("binh", Quantity(Decimal(30)), Quantity(Decimal(25)))
    assert number(theirs, AREA) == 30, "nothing was written"
    assert isinstance(mine.keep_mine(met), Saved)
    assert number(mine, AREA) == 25


def test_the_colleagues_value_can_be_used(opened: tuple[Store, Year]) -> None:
    mine, theirs = Session(*opened, "an"), Session(*opened, "binh")
    theirs.enter([Typed(AREA, "30")])
    met = mine.enter([Typed(AREA, "25"), Typed("figure/so_ho", "9")])
    assert isinstance(met, Met)
    assert isinstance(mine.use_theirs(met), Saved)
    assert number(mine, AREA) == 30
    assert number(mine, "figure/so_ho") == 9, "what met nobody's change is saved all the same"


def test_the_gaps_are_gone_round(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    assert session.gap_after(None) is None
    session.enter([Typed("figure/so_ho", ""), Typed("results/phap_luat/participations", ""), Typed("report/date", "")])
    places = []
    place = None
    for _ in range(4):
        gap = session.gap_after(place)
        assert gap is not None
        place = gap.place
        places.append(place)
    gaps = ["report/date", "figure/so_ho", "results/phap_luat/participations"]
    assert places == [*gaps, gaps[0]]
    here = session.gap_after(Place("figure/so_ho"), inclusive=True)
    assert here is not None
    assert here.place == "figure/so_ho"


def test_a_year_that_a_colleague_deleted_is_a_fault_in_words(opened: tuple[Store, Year]) -> None:
    store, year = opened
    session = Session(store, year, "an")
    store.delete_year(year.report)
    with pytest.raises(StoreProblem, match="vừa bị xóa"):
        session.refresh()
    for saving in (session.enter([Typed(AREA, "25")]), session.undo()):
        assert isinstance(saving, NotSaved | Refused)
        assert "vừa bị xóa" in saving.message


def test_undo_and_redo(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    session.enter([Typed(AREA, "25")])
    assert isinstance(session.undo(), Saved)
    assert number(session, AREA) == 24
    assert isinstance(session.redo(), Saved)
    assert number(session, AREA) == 25
    assert session.redo() == Refused("Không có gì để làm lại.")


def test_what_cannot_be_stored_is_said_and_not_taken_for_saved(
    opened: tuple[Store, Year], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(*opened, "an")

    def full(*_: object) -> None:
        raise StoreProblem("Ổ đĩa máy chủ đã đầy.")

    monkeypatch.setattr(session.store, "apply", full)
    assert session.enter([Typed(AREA, "25")]) == NotSaved("Ổ đĩa máy chủ đã đầy.")
    assert number(session, AREA) == 24


def test_findings_follow_the_facts(opened: tuple[Store, Year]) -> None:
    session = Session(*opened, "an")
    assert not session.findings
    assert session.tally == Tally(0, 0, 0)
    session.enter([Typed("results/cau_lac_bo/participations", "0")])
    (finding,) = session.findings
    assert session.tally == Tally(missing=0, errors=1, warnings=0)
    assert finding.place.within(Place("results/cau_lac_bo"))
    session.enter([Typed("results/cau_lac_bo/participations", "")])
    assert session.facts.at("results/cau_lac_bo/participations") is UNANSWERED


# -- two people's paragraphs ------------------------------------------------------------------------------------------

TEXT = "narrative/dia_phuong"


def texts(opened: tuple[Store, Year], theirs: str, ours: str) -> tuple[Session, Session, Met]:
    """Two people have begun with the same text; «binh» has saved theirs, and «an» meets it."""
    mine, colleague = Session(*opened, "an"), Session(*opened, "binh")
    assert isinstance(mine.enter([Typed(TEXT, "Đoạn đầu.\nĐoạn cuối.")]), Saved)
    colleague.refresh()
    assert isinstance(colleague.enter([Typed(TEXT, theirs)]), Saved)
    met = mine.enter([Typed(TEXT, ours)])
    assert isinstance(met, Met)
    return mine, colleague, met


def test_of_two_texts_both_are_kept_as_one_change(opened: tuple[Store, Year]) -> None:
    mine, _, met = texts(opened, "Đoạn đầu.\nCủa Bình.\nĐoạn cuối.", "Đoạn đầu.\nCủa An.\nĐoạn cuối.")
    assert mine.can_keep_both(met)
    before = mine.store.revision(mine.year.report)
    assert isinstance(mine.keep_both(met), Saved)
    both = ("Đoạn đầu.", "Của Bình.", "Của An.", "Đoạn cuối.")
    assert mine.facts.at(TEXT) == both
    assert mine.revision == before + 1
    newest = mine.store.history(mine.year.report, Place(TEXT), 1)[0]
    assert (newest.user, newest.before, newest.after) == ("an", ("Đoạn đầu.", "Của Bình.", "Đoạn cuối."), both)
    assert isinstance(mine.undo(), Saved)
    assert mine.facts.at(TEXT) == newest.before


def test_what_was_to_be_saved_with_the_text_is_saved_too(opened: tuple[Store, Year]) -> None:
    mine, colleague = Session(*opened, "an"), Session(*opened, "binh")
    colleague.enter([Typed(TEXT, "Của Bình.")])
    met = mine.enter([Typed(TEXT, "Của An."), Typed(AREA, "25")])
    assert isinstance(met, Met)
    assert isinstance(mine.keep_both(met), Saved)
    assert mine.facts.at(TEXT) == ("Của Bình.", "Của An.")
    assert number(mine, AREA) == 25


@pytest.mark.parametrize(
    ("place", "theirs", "ours"),
    [
        (AREA, "25", "26"),
        ("report/signer", "An", "Bình"),
        ("report/recipients", "Như trên", "Lưu: VT"),  # lines, but no text
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
    assert isinstance(met, Met)
    assert not mine.can_keep_both(met)


def test_a_text_and_a_number_together_cannot_both_be_kept(opened: tuple[Store, Year]) -> None:
    mine, colleague = Session(*opened, "an"), Session(*opened, "binh")
    colleague.enter([Typed(TEXT, "Của Bình."), Typed(AREA, "25")])
    met = mine.enter([Typed(TEXT, "Của An."), Typed(AREA, "26")])
    assert isinstance(met, Met)
    assert not mine.can_keep_both(met)


@pytest.mark.parametrize("choice", ["keep_mine", "keep_both"])
def test_a_choice_is_made_over_what_was_shown_and_not_over_a_still_later_change(
    opened: tuple[Store, Year], choice: str
) -> None:
    mine, colleague, met = texts(opened, "Của Bình.", "Của An.")
    assert isinstance(colleague.enter([Typed(TEXT, "Của Bình, lần hai.")]), Saved)
    again = getattr(mine, choice)(met)
    assert isinstance(again, Met)
    assert [conflict.theirs for conflict in again.conflicts] == [("Của Bình, lần hai.",)]
    assert mine.store.snapshot(mine.year.report).facts.at(TEXT) == ("Của Bình, lần hai.",)
    assert isinstance(getattr(mine, choice)(again), Saved)


# -- who may only look ------------------------------------------------------------------------------------------------


def test_a_final_year_says_why_nothing_can_be_saved(opened: tuple[Store, Year]) -> None:
    store, year = opened
    staffed(store)
    session, colleague = Session(store, year, CLERK), Session(store, year, CLERK)
    assert (session.read_only, session.is_final) == ("", False)
    finalise(store, year.report)
    refused = session.enter([Typed(AREA, "25")])
    assert isinstance(refused, Refused)
    assert refused.message.startswith("Báo cáo năm học 2020-2021 đã chốt ngày")
    assert isinstance(session.undo(), Refused)
    assert colleague.refresh(), "that it is final now is something new to show"
    assert (colleague.read_only, colleague.is_final) == (refused.message, True)
    store.reopen(year.report, DIRECTOR, "Sửa số khu")
    assert colleague.refresh()
    assert (colleague.read_only, colleague.is_final) == ("", False)
    assert isinstance(colleague.enter([Typed(AREA, "25")]), Saved)


def test_a_viewer_is_told_why_nothing_can_be_saved(opened: tuple[Store, Year]) -> None:
    store, year = opened
    staffed(store)
    session = Session(store, year, VIEWER)
    assert session.read_only == "Bạn chỉ có quyền xem. Muốn nhập liệu, hãy đề nghị giám đốc đổi vai trò của bạn."
    assert session.enter([Typed(AREA, "25")]) == Refused(session.read_only)
    assert number(session, AREA) == 24
