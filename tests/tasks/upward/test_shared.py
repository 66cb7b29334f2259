"""Where all share one database: handed in, answered from below up, and added up just as plain SQL does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from support.damage import assert_plain
from support.postgres import PostgresServer
from support.shared_server import (
    ABROAD,
    ADMIN,
    CENTRES,
    CLERK,
    COMMUNE,
    LAW,
    OFFICE,
    OTHER,
    PROVINCE,
    STRANGER,
    WARD,
    final_shared_database,
    year_of,
)
from support.stores import edits, finalise, number, spoil, sql

from tthtcd_tui.errors import (
    CannotAnswer,
    CodecProblem,
    NoSuchUnit,
    NotAllowed,
    NotFinal,
    NothingHandedIn,
    NoUnit,
    ReportFinal,
)
from tthtcd_tui.exports.tables.rollup import rollup_tables
from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.report import kept_manifest
from tthtcd_tui.report.change import Change
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.plain_answers import plain_quantity
from tthtcd_tui.report.rollup.rollup import Rollup, State
from tthtcd_tui.report.status import Status
from tthtcd_tui.report.submitted import Counted, decode_manifest, sum_from
from tthtcd_tui.report.units import Unit
from tthtcd_tui.tasks.upward.answer_here import approve, send_back
from tthtcd_tui.tasks.upward.rollup import Wanted
from tthtcd_tui.tasks.upward.shared import Shared, shared_lines, shared_rollup
from tthtcd_tui.tasks.upward.submit import hand_in_here
from tthtcd_tui.tasks.years.finalise import finalise as finalise_year
from tthtcd_tui.tasks.years.finalise import reopen
from tthtcd_tui.tasks.years.kept_versions import kept_versions
from tthtcd_tui.text.periods import Period

YEAR = Period.school_year(2020)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(final_shared_database(tmp_path), ADMIN)) as store:
        yield store


def hand_in(store: Store, *codes: str) -> None:
    for code in codes:
        store.sign_in(ADMIN)
        assert hand_in_here(store, year_of(store, code), ADMIN).is_new


def as_user(store: Store, login: str) -> Shared:
    store.sign_in(login)
    return Shared(store)


# -- handed in, sent back, approved -----------------------------------------------------------------------------------


def test_what_was_handed_in_goes_up_from_below_and_each_step_is_in_the_history(store: Store) -> None:
    hand_in(store, "mao-khe")
    with pytest.raises(CannotAnswer, match="Phường Mạo Khê chưa duyệt báo cáo này"):
        approve(as_user(store, OFFICE), YEAR, "mao-khe", "")
    assert approve(as_user(store, WARD), YEAR, "101", "Đúng số liệu phường")[1] == (True, "Tỉnh Mẫu")
    report = year_of(store, "mao-khe").report_id
    assert store.submissions.standing(report).approved == ""
    assert approve(as_user(store, OFFICE), YEAR, "Phường Mạo Khê", "")[1] == (True, "")
    assert store.submissions.standing(report).approved == "Phường Mạo Khê: Đúng số liệu phường; Tỉnh Mẫu"
    assert approve(as_user(store, OFFICE), YEAR, "mao-khe", "")[1] == (False, "")
    told = [(entry.user, entry.place, entry.after) for entry in store.history.of(report, limit=4)]
    assert told == [
        (OFFICE, "status/approved", "Phường Mạo Khê: Đúng số liệu phường; Tỉnh Mẫu"),
        (OFFICE, "status/approved/tinh", "Tỉnh Mẫu"),
        (WARD, "status/approved/xa", "Phường Mạo Khê: Đúng số liệu phường"),
        (ADMIN, "status/submitted", number(1)),
    ]
    assert list(flaws(store._database)) == []


def test_sent_back_with_a_reason_it_is_a_draft_again_and_comes_back_as_a_new_version(store: Store) -> None:
    hand_in(store, "mao-khe")
    approve(as_user(store, WARD), YEAR, "101", "")
    with pytest.raises(CannotAnswer, match="phải có lý do"):
        send_back(as_user(store, OFFICE), YEAR, "mao-khe", " ")
    assert send_back(as_user(store, OFFICE), YEAR, "mao-khe", "Số lượt\nkhông khớp").words == (
        "Tỉnh Mẫu: Số lượt không khớp"
    )
    year = year_of(store, "mao-khe")
    assert year.status is Status.DRAFT
    standing = store.submissions.standing(year.report_id)
    assert (standing.returned, standing.approved, standing.endorsed) == ("Tỉnh Mẫu: Số lượt không khớp", "", {})
    kept = kept_versions(store, year)
    assert kept[0].reopened is not None
    assert (kept[0].reopened.user, kept[0].reopened.reason) == (OFFICE, "Tỉnh Mẫu: Số lượt không khớp")
    for act in (send_back, approve):
        with pytest.raises(CannotAnswer, match="đã được trả lại"):
            act(as_user(store, OFFICE), YEAR, "mao-khe", "nữa")
    store.sign_in(CLERK)
    store.apply(year.report_id, Change(new_op_id(), edits({LAW: number(1999)})), store.revision(year.report_id), CLERK)
    with pytest.raises(NotFinal):
        hand_in_here(store, year_of(store, "mao-khe"), CLERK)
    store.sign_in(ADMIN)
    finalise_year(store, year_of(store, "mao-khe"), ADMIN)
    store.sign_in(CLERK)
    handed = hand_in_here(store, year_of(store, "mao-khe"), CLERK)
    assert handed == (2, True, "Phường Mạo Khê")
    assert store.submissions.standing(year.report_id)[:2] == (2, "")
    assert shared_rollup(as_user(store, OFFICE), YEAR, Wanted()).total(LAW).sum == Decimal(1999)
    assert list(flaws(store._database)) == []


def test_nobody_but_those_above_answers(store: Store) -> None:
    hand_in(store, "mao-khe", "o-xa")
    report = year_of(store, "mao-khe").report_id
    for login in (ADMIN, CLERK, OTHER, STRANGER):
        for answer in (store.verdicts.send_back, store.verdicts.approve):
            with pytest.raises(NotAllowed) as raised:
                answer(report, "lý do", login)
            assert_plain(raised.value.message)
    assert store.submissions.standing(report) == (1, "", "", {})


def test_what_was_not_handed_in_or_is_changed_since_is_not_approved(store: Store) -> None:
    with pytest.raises(CannotAnswer, match="chưa nộp báo cáo này"):
        approve(as_user(store, WARD), YEAR, "mao-khe", "")
    hand_in(store, "mao-khe")
    store.sign_in(ADMIN)
    reopen(store, year_of(store, "mao-khe"), ADMIN, "sai tên")
    with pytest.raises(CannotAnswer, match="đã mở lại báo cáo sau khi nộp bản chốt 1"):
        approve(as_user(store, WARD), YEAR, "mao-khe", "")
    send_back(as_user(store, WARD), YEAR, "mao-khe", "chờ bản mới")
    assert year_of(store, "mao-khe").status is Status.DRAFT


def test_a_version_that_was_not_handed_in_is_not_opened_by_sending_back_the_one_before(store: Store) -> None:
    hand_in(store, "mao-khe")
    store.sign_in(ADMIN)
    reopen(store, year_of(store, "mao-khe"), ADMIN, "sai tên")
    finalise_year(store, year_of(store, "mao-khe"), ADMIN)
    send_back(as_user(store, WARD), YEAR, "mao-khe", "sai tên")
    assert year_of(store, "mao-khe").status is Status.FINAL
    hand_in(store, "mao-khe")
    assert store.submissions.standing(year_of(store, "mao-khe").report_id) == (2, "", "", {})


def test_a_level_where_nobody_answers_is_not_waited_for(store: Store) -> None:
    hand_in(store, "tan-hoa")
    assert approve(as_user(store, OFFICE), YEAR, "tan-hoa", "")[1] == (True, "")
    assert store.submissions.standing(year_of(store, "tan-hoa").report_id).approved == "Tỉnh Mẫu"


def test_who_belongs_to_nobody_hands_in_to_nobody(store: Store) -> None:
    centre = year_of(store, "o-xa").centre.id
    store.units.belong(centre, None)
    with pytest.raises(NoUnit):
        hand_in_here(store, year_of(store, "o-xa"), ADMIN)


def test_handing_in_twice_is_told_once_and_undo_does_not_take_it_back(store: Store) -> None:
    hand_in(store, "mao-khe")
    assert not hand_in_here(store, year_of(store, "mao-khe"), ADMIN).is_new
    report = year_of(store, "mao-khe").report_id
    assert len(sql(store.path, "SELECT * FROM submission")) == 1
    with pytest.raises(ReportFinal):
        store.steps.undo(report, ADMIN)
    assert store.steps.reversible(report, CLERK) is None


# -- added up ---------------------------------------------------------------------------------------------------------


def test_it_adds_up_to_what_plain_sql_does(store: Store) -> None:
    """Over every figure and every number of the results that somebody typed."""
    hand_in(store, *CENTRES)
    found = shared_rollup(as_user(store, ADMIN), YEAR, Wanted())
    days = "period_start = '2020-09-01' AND period_end = '2021-08-31'"
    of_year = f"FROM {{}} t JOIN report r ON r.id = t.report_id WHERE {days} AND {{}} GLOB '[0-9]*'"
    figures = dict(sql(store.path, f"SELECT key, sum(t.number) {of_year.format('figure', 't.number')} GROUP BY key"))
    known = {measure.place: measure for measure in found.measures}
    compared = 0
    for key, total in figures.items():
        place = Place.of("figure", key)
        if place in known and not known[place].is_rate:
            assert found.total(place).sum == Decimal(str(total)), place
            compared += 1
    assert compared > 10
    for column in ("classes", "participations"):
        statement = f'SELECT "row", sum({column}) {of_year.format("activity_result", column)} GROUP BY "row"'
        for row, total in sql(store.path, statement):
            assert found.total(Place.of("results", row, column)).sum == Decimal(str(total)), row
    assert found.total(LAW).sum == Decimal(2570)


def test_who_supervises_sees_what_is_below_and_the_rest_is_not_there(store: Store) -> None:
    hand_in(store, *CENTRES)
    office = shared_rollup(as_user(store, OFFICE), YEAR, Wanted())
    assert [(line.name, line.state) for line in office.lines] == [
        ("Phường Mạo Khê", State.IN),
        ("Xã Bản Sen", State.MISSING),
        ("Xã Tân Hòa", State.IN),
    ]
    assert (office.unit, office.total(LAW).sum) == ("Tỉnh Mẫu", Decimal(2500))
    ward = shared_rollup(as_user(store, WARD), YEAR, Wanted())
    assert ([line.name for line in ward.lines], ward.total(LAW).sum) == (["Phường Mạo Khê"], Decimal(2000))
    assert shared_rollup(as_user(store, OFFICE), YEAR, Wanted("101")).total(LAW).sum == Decimal(2000)
    with pytest.raises(NoSuchUnit):
        shared_rollup(as_user(store, OFFICE), YEAR, Wanted("201"))
    with pytest.raises(NotAllowed):
        as_user(store, CLERK)


def test_what_was_sent_back_is_not_added_and_how_far_the_others_are_is_told(store: Store) -> None:
    hand_in(store, "mao-khe", "tan-hoa")
    approve(as_user(store, WARD), YEAR, "mao-khe", "")
    send_back(as_user(store, OFFICE), YEAR, "tan-hoa", "Sai số lượt")
    shared = as_user(store, OFFICE)
    assert [(line.code, line.state, line.reason) for line in shared_lines(shared, YEAR, Wanted())[0]] == [
        ("101", State.IN, "đã duyệt: Phường Mạo Khê"),
        ("103", State.MISSING, ""),
        ("102", State.RETURNED, "Tỉnh Mẫu: Sai số lượt"),
    ]
    assert shared_rollup(shared, YEAR, Wanted()).total(LAW).sum == Decimal(2000)
    lines, _ = shared_lines(as_user(store, STRANGER), YEAR, Wanted())
    assert [(line.state, line.reason) for line in lines] == [(State.MISSING, "đã chốt, chưa nộp")]
    with pytest.raises(NothingHandedIn):
        shared_rollup(as_user(store, STRANGER), YEAR, Wanted())


def test_the_year_before_stands_beside_it(store: Store) -> None:
    before = year_of(store, "mao-khe", "2019-2020")
    finalise_year(store, before, ADMIN)
    assert hand_in_here(store, year_of(store, "mao-khe", "2019-2020"), ADMIN).is_new
    hand_in(store, "mao-khe", "tan-hoa")
    found = shared_rollup(as_user(store, OFFICE), YEAR, Wanted()).total(Place("results/participations"))
    assert (found.compared, found.before) == (1, Decimal(found.before or 0))
    assert found.before


def test_a_deadline_counts_for_all_below_and_who_is_after_it_is_late(store: Store) -> None:
    hand_in(store, "mao-khe")
    store.verdicts.set_deadline(YEAR, date(2021, 6, 30))
    with pytest.raises(NotAllowed):
        as_user(store, CLERK)
    with pytest.raises(NotAllowed):
        store.verdicts.set_deadline(YEAR, date(2021, 6, 1))
    lines, due = shared_lines(as_user(store, WARD), YEAR, Wanted())
    assert (due, lines[0].is_late) == (date(2021, 6, 30), True)
    as_user(store, OFFICE)
    store.verdicts.set_deadline(YEAR, date(2099, 1, 1))
    lines, due = shared_lines(as_user(store, WARD), YEAR, Wanted())
    assert (due, lines[0].is_late) == (date(2099, 1, 1), False), "that of the unit just above"
    assert shared_lines(as_user(store, STRANGER), YEAR, Wanted())[1] == date(2021, 6, 30)


def test_what_an_earlier_program_told_of_alone_is_read_from_the_version(store: Store) -> None:
    report = year_of(store, "mao-khe").report_id
    assert store.submissions.hand_in(report, 1, ADMIN)
    assert sql(store.path, "SELECT * FROM submission") == []
    assert shared_rollup(as_user(store, OFFICE), YEAR, Wanted()).total(LAW).sum == Decimal(2000)


def test_what_is_kept_as_it_is_handed_in_is_what_the_version_says(store: Store) -> None:
    hand_in(store, "mao-khe")
    ((text,),) = sql(store.path, "SELECT manifest FROM submission")
    kept = decode_manifest(text.encode())
    assert (kept.centre.code, kept.version, kept.sums[LAW]) == ("mao-khe", 1, number(2000))


def test_a_centre_of_no_unit_is_told_and_not_added(store: Store) -> None:
    hand_in(store, "o-xa", "mao-khe")
    store.units.belong(year_of(store, "o-xa").centre.id, None)
    found = shared_rollup(as_user(store, ADMIN), YEAR, Wanted())
    assert found.lines[-1].state is State.UNKNOWN
    assert found.total(LAW).sum == Decimal(2000)


def test_every_table_can_be_made_of_it(store: Store) -> None:
    hand_in(store, "mao-khe", "tan-hoa")
    tables = rollup_tables(shared_rollup(as_user(store, OFFICE), YEAR, Wanted()))
    assert all(table.title for table in tables.values())


def test_a_supervisor_of_two_levels_more_waits_for_both(store: Store) -> None:
    ministry = Unit("00", "Bộ Mẫu", type(PROVINCE.kind).MINISTRY)
    known = [unit._replace(parent="00") if unit in (PROVINCE, ABROAD) else unit for unit in store.units.all()]
    store.units.replace([*known, ministry])
    store.staff.add(Member("bo", "Ngô Bộ", Role.SUPERVISOR, unit=ministry))
    hand_in(store, "mao-khe")
    with pytest.raises(CannotAnswer, match="Phường Mạo Khê và Tỉnh Mẫu chưa duyệt"):
        approve(as_user(store, "bo"), YEAR, COMMUNE.code, "")
    assert approve(as_user(store, WARD), YEAR, "101", "")[1].waits_for == "Tỉnh Mẫu"
    assert approve(as_user(store, OFFICE), YEAR, "101", "")[1].waits_for == "Bộ Mẫu"
    assert approve(as_user(store, "bo"), YEAR, "101", "")[1] == (True, "")


def test_a_supervisor_finalises_nothing(store: Store) -> None:
    store.sign_in(OFFICE)
    with pytest.raises(NotAllowed):
        finalise(store, year_of(store, "mao-khe").report_id, OFFICE)


# -- what it takes ----------------------------------------------------------------------------------------------------


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """What is asked of the database inside."""
    asked: list[str] = []

    def note(_: object, statement: str, __: object) -> bool:
        asked.append(statement)
        return True

    connection = store._database.connection()
    connection.exec_trace = note
    try:
        yield asked
    finally:
        connection.exec_trace = None


@pytest.mark.parametrize("ask", [shared_lines, shared_rollup])
def test_it_asks_as_much_of_the_database_for_many_as_for_one(store: Store, ask: Callable[..., object]) -> None:
    hand_in(store, "mao-khe")
    with statements(store) as of_one:
        ask(as_user(store, ADMIN), YEAR, Wanted())
    hand_in(store, "tan-hoa", "o-xa")
    with statements(store) as of_three:
        ask(as_user(store, ADMIN), YEAR, Wanted())
    assert 0 < len(of_three) == len(of_one) <= 40, of_one


@pytest.fixture
def read_sums(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every number that is read of what was handed in."""
    found: list[object] = []

    def note(value: object) -> Counted:
        found.append(value)
        return sum_from(value)

    def note_number(text: str) -> Quantity:
        found.append(text)
        return plain_quantity(text)

    monkeypatch.setattr(kept_manifest, "sum_from", note)
    monkeypatch.setattr(kept_manifest, "plain_quantity", note_number)
    return found


def test_who_is_late_is_known_without_a_manifest(store: Store, read_sums: list[object]) -> None:
    """As if the column were not there; of the year before nothing is asked."""
    before = year_of(store, "mao-khe", "2019-2020")
    finalise_year(store, before, ADMIN)
    assert hand_in_here(store, year_of(store, "mao-khe", "2019-2020"), ADMIN).is_new
    hand_in(store, "mao-khe", "tan-hoa")
    approve(as_user(store, WARD), YEAR, "101", "")
    send_back(as_user(store, OFFICE), YEAR, "tan-hoa", "Sai số lượt")
    store.sign_in(ADMIN)
    store.verdicts.set_deadline(YEAR, date(2021, 6, 1))
    added_up = shared_rollup(as_user(store, OFFICE), YEAR, Wanted())
    read_sums.clear()
    store._database.execute_sql("ALTER TABLE submission RENAME COLUMN manifest TO away")
    with statements(store) as asked:
        lines, due = shared_lines(as_user(store, OFFICE), YEAR, Wanted())
    assert (due, [(line.code, line.is_late) for line in lines if line.on]) == (
        date(2021, 6, 1),
        [(COMMUNE.code, True), ("102", True)],
    )
    assert lines == [line._replace(commune=None) for line in added_up.lines]
    assert read_sums == []
    assert not any("2019" in each for each in asked)


def test_only_a_centre_of_no_unit_is_called_what_its_report_calls_it(store: Store) -> None:
    hand_in(store, *CENTRES)
    store.units.belong(year_of(store, "o-xa").centre.id, None)
    store.centres.rename(year_of(store, "o-xa").centre.id, "TTHTCĐ mang tên khác")
    shared = as_user(store, ADMIN)
    lines, _ = shared_lines(shared, YEAR, Wanted())
    assert (lines[-1].code, lines[-1].name, lines[-1].state) == ("o-xa", "xã Ở Xa", State.UNKNOWN)
    assert lines == [line._replace(commune=None) for line in shared_rollup(shared, YEAR, Wanted()).lines]


def test_columns_tell_the_head_of_a_manifest_as_it_was_kept(store: Store) -> None:
    """Also which form it was made with, whatever the year became since."""
    hand_in(store, "mao-khe", "tan-hoa")
    other = "INSERT INTO form_text SELECT 'f' || substr(hash, 2), 'khac', 1, toml FROM form_text LIMIT 1"
    spoil(store.path, f"{other}; UPDATE report SET form_hash = (SELECT hash FROM form_text WHERE key = 'khac')")
    shared = as_user(store, OFFICE)
    kept = {text: decode_manifest(text.encode()) for text in shared.store.verdicts.manifests(YEAR).values()}
    for mail in (shared.who(YEAR), shared.mail(YEAR)):
        found = [each.manifest for each in mail.now.latest.values()]
        assert len(found) == len(kept) == 2
        for ours, whole in zip(found, kept.values(), strict=True):
            assert ours.form == whole.form
            assert (ours.version, ours.finalised, ours.period) == (whole.version, whole.finalised, whole.period)
            assert ours.centre == whole.centre


def test_of_each_commune_only_the_numbers_that_are_looked_at_are_read(store: Store, read_sums: list[object]) -> None:
    hand_in(store, "mao-khe", "tan-hoa")
    found = shared_rollup(as_user(store, OFFICE), YEAR, Wanted())
    assert found.total(LAW).sum == Decimal(2500)
    assert len(read_sums) == 2
    assert [len(commune.sums) > 20 for commune in found.communes] == [True, True]


def test_who_asks_for_every_number_is_told_what_one_is_told_who_asks_for_it_alone(store: Store) -> None:
    """Behind the first few they are read together, commune by commune."""
    hand_in(store, *CENTRES)
    found, shared = shared_rollup(as_user(store, ADMIN), YEAR, Wanted()), as_user(store, ADMIN)
    together = {measure.place: found.total(measure.place) for measure in found.measures}
    assert len(together) > 40
    for place, told in together.items():
        assert shared_rollup(shared, YEAR, Wanted()).total(place) == told


def test_a_number_that_cannot_be_read_stands_in_the_way_of_no_other(store: Store) -> None:
    hand_in(store, "mao-khe", "tan-hoa")
    people = Place("figure/dan_so")
    spoil(store.path, f"""UPDATE submission SET manifest = replace(manifest, '"{LAW}": "', '"{LAW}": "x')""")
    found = shared_rollup(as_user(store, OFFICE), YEAR, Wanted())
    told = {}
    for measure in found.measures:
        with suppress(CodecProblem):
            told[measure.place] = found.total(measure.place)
    assert people in told
    assert LAW not in told
    with pytest.raises(CodecProblem):
        found.total(LAW)


@pytest.mark.long
def test_it_adds_up_on_a_server_as_in_a_file(store: Store, postgres_server: PostgresServer) -> None:
    """Every number of both years, who is in, and the tables that are handed out."""
    before = year_of(store, "mao-khe", "2019-2020")
    finalise_year(store, before, ADMIN)
    hand_in_here(store, year_of(store, "mao-khe", "2019-2020"), ADMIN)
    hand_in(store, *CENTRES)
    approve(as_user(store, WARD), YEAR, "101", "")
    address = postgres_server.new_database()
    store.sign_in(ADMIN)
    store.copy_to(address)
    with closing(Store(address, ADMIN)) as on_server:
        told = [told_of(shared_rollup(as_user(each, ADMIN), YEAR, Wanted())) for each in (store, on_server)]
    postgres_server.drop(address)
    assert told[0] == told[1]


def told_of(rollup: Rollup) -> tuple[object, ...]:
    totals = [rollup.total(measure.place) for measure in rollup.measures]
    return rollup.lines, totals, [rollup.counts(choice) for choice in rollup.choices], rollup_tables(rollup)
