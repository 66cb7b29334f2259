"""A Change saved: every place and every answer comes back as it went in; what changes nothing leaves no trace."""

from __future__ import annotations

from datetime import date

import pytest
from support.damage import assert_plain
from support.forms import both, other, shipped
from support.samples import sample
from support.scored import scored_form
from support.stores import activities, activity, answers, change, dump, edits, facts, new_report, number, save, sql
from support.strategies import places

from tthtcd_tui.errors import CannotEdit, ReportGone, StoreProblem
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer
from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.forms.kinds.score import criteria_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.place_map import KINDS
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.models.writing import Applied
from tthtcd_tui.report.change import Change, Content, Edit
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import layout
from tthtcd_tui.text.qualifiers import Qualifier


def every_place(form: Form) -> list[Place]:
    """The form's own places, two board members, an own item, and marks on places of every kind."""
    found = places(form, board=("giam-doc", "pho-1"), own=("rieng",))
    assert set(layout(form).cells) <= set(found)
    marked = [Place("board/giam-doc"), Place("own/rieng"), Place("activity/a1"), Place("activity/a1/title")]
    marked += [Place("results/phap_luat"), Place("figure/dan_so"), Place("board/giam-doc/name")]
    found += [Place.of("evidence", "mc01", key) for key in form.records["evidence"]]
    return list(dict.fromkeys([*found, *(Place.of(mark, on) for mark in ("reason", "carried") for on in marked)]))


def filled(form: Form, turn: int) -> dict[str, Content]:
    found: dict[str, Content] = {}
    for place in every_place(form):
        field = field_at(form, place)
        if field is not None:  # a form may lack what another's results rows are called
            found[place] = sample(field, turn)
    left_out = (set() if groups_of(form) else {"rating"}) | (set() if criteria_of(form) else {"score", "grid"})
    assert {Place(place).kind for place in found} == set(KINDS) - left_out
    return found


@pytest.mark.parametrize("form", [*both(), scored_form()], ids=["tu-danh-gia", "khac", "cham-diem"])
def test_every_place_is_saved_and_read_back(store: Store, form: Form) -> None:
    report = new_report(store, form=form)
    for turn in (1, 2):
        assert save(store, report, filled(form, turn)) == turn
        assert answers(store, report) == filled(form, turn)
    assert save(store, report, dict.fromkeys(filled(form, 1), UNANSWERED)) == 3
    assert answers(store, report) == {}


@pytest.mark.long
@pytest.mark.parametrize("form", both(), ids=lambda form: form.key)
def test_every_place_alone_leaves_the_others_as_they_are(store: Store, form: Form) -> None:
    report = new_report(store, form=form)
    expected = filled(form, 1)
    save(store, report, expected)
    with store.together():  # one commit for all of them: it is the rows this is about
        for place, answer in filled(form, 2).items():
            if expected[place] != answer:
                save(store, report, {place: answer})
                expected[place] = answer
                if Place(place).kind in ("board", "own", "rating", "indicator", "report", "results"):
                    assert answers(store, report) == expected, place
    assert answers(store, report) == expected


@pytest.mark.parametrize("absent", [NIL, NOT_APPLICABLE, UNANSWERED])
@pytest.mark.parametrize("form", both(), ids=lambda form: form.key)
def test_the_answers_that_are_no_value_are_kept_apart(store: Store, form: Form, absent: Answer) -> None:
    report = new_report(store, form=form)
    save(store, report, filled(form, 1))
    save(store, report, dict.fromkeys(filled(form, 1), absent))
    assert answers(store, report) == ({} if absent is UNANSWERED else dict.fromkeys(filled(form, 1), absent))


@pytest.mark.quick_on_server
def test_zero_nil_not_applicable_and_unanswered_are_four_answers(store: Store, report_id: int, path: Location) -> None:
    place = "indicator/ho_ngheo/value"
    column = "SELECT number, qualifier FROM effectiveness_indicator"
    four: list[tuple[Answer, list[tuple[str | None, ...]]]] = [
        (number(0), [("0", None)]),
        (NIL, [("-", None)]),
        (NOT_APPLICABLE, [("--", None)]),
        (UNANSWERED, []),
    ]
    for revision, (answer, rows) in enumerate(four, 1):
        assert save(store, report_id, {place: answer}) == revision
        assert facts(store, report_id).at("indicator", "ho_ngheo", "value") == answer
        assert sql(path, column) == rows


def test_plain_sql_reads_well(store: Store, report_id: int, path: Location) -> None:
    save(
        store,
        report_id,
        {
            "figure/dan_so": number(40_000, Qualifier.OVER),
            "figure/dien_tich": number("20.50"),
            "figure/loai_do_thi": "loại IV",
            "figure/pho_cap": ("mam_non", "thcs"),
            "report/addressees": ("Sở Giáo dục và Đào tạo", "Ủy ban nhân dân phường"),
            "report/date": sample_date(),
            "rating/doanh_nghiep/contribution": number(1_500_000),
            "carried/board/giam-doc": "2019-2020",
            "reason/results/phap_luat/classes": "Có lớp ghép.",
        },
    )
    assert sql(path, "SELECT key, qualifier, number, text FROM figure ORDER BY key") == [
        ("dan_so", "trên", "40000", None),
        ("dien_tich", None, "20.5", None),
        ("loai_do_thi", None, None, "loại IV"),
        ("pho_cap", None, None, "mam_non\nthcs"),
    ]
    assert sql(path, "SELECT addressees, date, revision FROM report") == [
        ("Sở Giáo dục và Đào tạo\nỦy ban nhân dân phường", "2021-06-05", 1)
    ]
    assert sql(path, 'SELECT "group", level, contribution FROM participation_rating') == [
        ("doanh_nghiep", None, "1500000")
    ]
    assert sql(path, "SELECT target, period FROM carried_over") == [("board/giam-doc", "2019-2020")]
    assert sql(path, "SELECT target, text FROM reason") == [("results/phap_luat/classes", "Có lớp ghép.")]


def sample_date() -> Content:
    field = field_at(shipped(), Place("report/date"))
    assert field is not None
    return sample(field, 0)


def test_numbers_are_exact(store: Store, report_id: int) -> None:
    """Longer than a float holds: 15 digits before the comma and 6 after it."""
    exact = number("999999999999999.999999", Qualifier.ABOUT)
    save(store, report_id, {"figure/dien_tich": exact, "indicator/thu_nhap/value": number("0.1")})
    found = answers(store, report_id)
    assert str(found["figure/dien_tich"]) == str(exact)
    assert str(found["indicator/thu_nhap/value"]) == str(number("0.1"))


MISFITS: list[tuple[str, Content]] = [
    *(("figure/dan_so", wrong) for wrong in (number(-1), number("2.5"), number(10**15), number("NaN"), "bốn vạn", "5")),
    *(("figure/dien_tich", wrong) for wrong in (number("0.0000001"), date(2021, 6, 5), ("20",))),
    *(("rating/doanh_nghiep/contribution", number(5, Qualifier.OVER)), ("figure/truong_dat_chuan", number(101))),
    *(("report/signer", wrong) for wrong in ("", "-", "--", " Lan", "Lan\nMinh", "a\x1b[31m", number(5), ("Lan",))),
    *(("report/addressees", wrong) for wrong in ((), ("",), ("-",), ("a\nb",), ("a;b",), (" a",), "a")),
    *(("report/date", wrong) for wrong in ("2021-06-05", date(1899, 12, 31), date(2101, 1, 1))),
    *(("figure/pho_cap", wrong) for wrong in ((), ("khac",), ("thcs", "mam_non"), ("thcs", "thcs"), "thcs")),
    *(("checklist/noi_quy/status", wrong) for wrong in ("khac", "Đã thực hiện", ("done",))),
    *(("activity/a1/category", "khac"), ("activity/a1/category", "chuyen_de"), ("activity/a1/note", "-")),
    *(("activity/a1/title", " Lớp"), ("activity/a1/classes", number(10**15)), ("activity/a1/date", date(2101, 1, 1))),
    *(("activity/a2", activity("a2", category="khac")), ("activity/a2", activity("a2", category="chuyen_de"))),
    *(("activity/a2", activity("a2", "")), ("activity/a2", activity("a2", classes=10**15))),
]


@pytest.mark.parametrize(("place", "after"), MISFITS)
def test_what_could_not_be_read_back_is_refused(
    store: Store, report_id: int, path: Location, place: str, after: Content
) -> None:
    """Whoever makes a Change has read what was typed; this is for the day somebody forgets."""
    save(store, report_id, {"activity/a1": activity("a1")})
    before = dump(path)
    with pytest.raises(StoreProblem) as raised:
        save(store, report_id, {"report/place": "Mạo Khê", place: after})
    assert_plain(raised.value.message)
    assert dump(path) == before


@pytest.mark.parametrize("kind", ["board", "own", "checklist", "rating", "indicator", "results"])
def test_the_row_goes_with_its_last_cell(store: Store, report_id: int, path: Location, kind: str) -> None:
    table = KINDS[kind].table._meta.table_name
    cells = [place for place in filled(shipped(), 1) if Place(place).kind == kind]
    row = Place(cells[0]).parent
    cells = [place for place in cells if Place(place).parent == row]
    assert len(cells) >= 2
    save(store, report_id, {place: filled(shipped(), 1)[place] for place in cells})
    for left in range(len(cells), 0, -1):
        assert sql(path, f"SELECT count(*) FROM {table}") == [(1,)]
        assert sum(Place(place).parent == row for place in answers(store, report_id)) == left
        save(store, report_id, {cells[left - 1]: UNANSWERED})
    assert sql(path, f"SELECT count(*) FROM {table}") == [(0,)]


@pytest.mark.parametrize("place", ["figure/dan_so", "narrative/dia_phuong", "reason/figure/dan_so", "carried/board/x"])
def test_a_row_of_one_cell_goes_when_it_is_cleared(store: Store, report_id: int, path: Location, place: str) -> None:
    table = KINDS[Place(place).kind].table._meta.table_name
    save(store, report_id, {place: filled(shipped(), 1).get(place, "2019-2020")})
    assert sql(path, f"SELECT count(*) FROM {table}") == [(1,)]
    save(store, report_id, {place: UNANSWERED})
    assert sql(path, f"SELECT count(*) FROM {table}") == [(0,)]


def test_clearing_one_cell_leaves_the_rest_of_its_row(store: Store, report_id: int) -> None:
    save(store, report_id, {"board/gd/name": "Lan", "board/gd/role": NIL})
    save(store, report_id, {"board/gd/name": UNANSWERED})
    assert answers(store, report_id) == {"board/gd/role": NIL}


def test_what_changes_nothing_leaves_no_trace(store: Store, report_id: int, path: Location) -> None:
    standing: dict[str, Content] = {
        "figure/dan_so": number(40_000, Qualifier.OVER),
        "report/addressees": ("Sở Giáo dục và Đào tạo",),
        "board/gd/role": NIL,
        "activity/a1": activity("a1", classes=2),
    }
    save(store, report_id, standing)
    before = dump(path)
    same: dict[str, Content] = {
        **standing,
        "figure/dien_tich": UNANSWERED,
        "figure/dan_so": number("40000.00", Qualifier.OVER),
        "activity/a2": UNANSWERED,
        "carried/figure/dan_so": UNANSWERED,
    }
    same_cells: dict[str, Content] = {"activity/a1/classes": number(2), "activity/a1/note": UNANSWERED}
    for edited in (same, same_cells, dict[str, Content]()):
        assert store.apply(report_id, change(edited), 1, "minh") == Applied(1)
    assert dump(path) == before


def test_only_what_changed_is_in_the_history(store: Store, report_id: int) -> None:
    save(store, report_id, {"report/signer": "Lan", "report/place": "Mạo Khê"})
    save(store, report_id, {"report/signer": "Lan", "report/place": "Yên Thọ", "report/number": UNANSWERED})
    assert [(entry.place, entry.before, entry.after) for entry in store.history.of(report_id, limit=1)] == [
        ("report/place", "Mạo Khê", "Yên Thọ")
    ]
    assert len(store.history.of(report_id)) == 3


def test_a_place_edited_twice_holds_the_last_value(store: Store, report_id: int) -> None:
    place = Place("report/signer")
    twice = Change(new_op_id(), (Edit(place, "Lan"), Edit(place, "Minh")))
    assert store.apply(report_id, twice, 0, "lan") == Applied(1)
    assert [(entry.before, entry.after) for entry in store.history.of(report_id)] == [(UNANSWERED, "Minh")]
    back = Change(new_op_id(), (Edit(place, "Lan"), Edit(place, "Minh")))
    assert store.apply(report_id, back, 1, "lan") == Applied(1)


def test_a_change_sent_twice_is_saved_once(store: Store, report_id: int, path: Location) -> None:
    once = change({"report/signer": "Lan", "activity/a1": activity("a1")})
    assert store.apply(report_id, once, 0, "lan") == Applied(1)
    save(store, report_id, {"report/signer": "Minh"}, user="minh")
    before = dump(path)
    # Whatever came between, and on whatever it was made: it is done, and no conflict.
    assert store.apply(report_id, once, 0, "lan") == Applied(2)
    assert store.apply(report_id, Change(once.op_id, edits({"report/signer": "Hải"})), 2, "lan") == Applied(2)
    assert dump(path) == before
    store.close()
    again = Store(path)  # after a dropped line it is another process that sends it
    assert again.apply(report_id, once, 0, "lan") == Applied(2)
    again.close()
    assert dump(path) == before


NO_PLACE = [
    *("figure/khong_co", "figure", "figure/dan_so/x", "khac/dan_so", "report/khong_co", "report", "narrative/khong_co"),
    *("results/phap_luat/khac", "results/khong_co/classes", "results/chuyen_de/classes", "checklist/khong_co/status"),
    *("rating/doanh_nghiep", "rating/khong_co/level", "indicator/khong_co/value", "indicator/ho_ngheo/khac"),
    *("indicator/luot_nguoi_tham_gia/value", "board/gd", "board/gd/khac", "own/rieng/khac", "reason/khong/co"),
    *(
        "carried/reason/figure/dan_so",
        "reason",
        "activity",
        "activity/a1/khac",
        "activity/a1/uid",
        "activity/a1/title/x",
    ),
    *("activity/khac/uid", "activity/khac/search"),
]


@pytest.mark.parametrize("place", NO_PLACE)
def test_a_place_that_is_not_there_saves_nothing(store: Store, report_id: int, path: Location, place: str) -> None:
    save(store, report_id, {"activity/a1": activity("a1")})
    before = dump(path)
    for after in ("…", UNANSWERED):
        with pytest.raises(KeyError):
            save(store, report_id, {"report/signer": "Lan", place: after})
    assert dump(path) == before


def test_a_place_of_another_form_is_not_there(store: Store, path: Location) -> None:
    report = new_report(store, form=other())
    before = dump(path)
    strange = {place: answer for place, answer in filled(shipped(), 1).items() if not field_at(other(), Place(place))}
    assert {Place(place).kind for place in strange} >= {"figure", "rating", "results", "checklist", "indicator"}
    for place, answer in strange.items():
        with pytest.raises(KeyError):
            save(store, report, {place: answer})
    assert dump(path) == before


def test_a_report_that_is_not_there_is_gone(store: Store, report_id: int, path: Location) -> None:
    before = dump(path)
    with pytest.raises(ReportGone):
        store.apply(99, change({"report/signer": "Lan"}), 0, "lan")
    for read in (store.snapshot, store.snapshot_with_log, store.revision, store.history.of):
        with pytest.raises(ReportGone) as raised:
            read(99)
        assert raised.value.report_id == 99
    assert dump(path) == before


def test_a_whole_activity_stands_only_in_the_log(store: Store, report_id: int, path: Location) -> None:
    before = dump(path)
    for place in ("report/signer", "figure/dan_so", "board/gd/name"):
        with pytest.raises(CannotEdit):
            save(store, report_id, {"report/place": "Mạo Khê", place: activity("a1")})
    assert dump(path) == before


def test_reports_do_not_see_each_other(store: Store, report_id: int) -> None:
    second = new_report(store, 2021)
    save(store, report_id, {"figure/dan_so": number(1), "board/gd/name": "Lan", "activity/a1": activity("a1")})
    save(store, second, {"figure/dan_so": number(2), "board/gd/name": "Minh", "activity/a1": activity("a1", "Khác")})
    save(store, second, {"board/gd/name": UNANSWERED, "activity/a1": UNANSWERED})
    assert answers(store, report_id) == {"figure/dan_so": number(1), "board/gd/name": "Lan"}
    assert answers(store, second) == {"figure/dan_so": number(2)}
    assert activities(store, report_id) == {"a1": activity("a1")}
    assert (store.revision(report_id), store.revision(second)) == (1, 2)
    save(store, second, {"activity/a1": activity("a1", "Khác")})
    save(store, second, {"activity/a1/title": "Khác nữa"})
    assert activities(store, report_id) == {"a1": activity("a1")}
