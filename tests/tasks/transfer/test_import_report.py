"""A report's JSON in and out again: the same bytes; one Change that can be taken back; whole or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.damage import assert_plain
from support.examples import at_most
from support.forms import both, changed, other
from support.replay import assert_audit_tells_all
from support.stores import activities, activity, answers, dump, number, save
from support.strategies import reports

from tthtcd_tui.errors import EditConflict, StoreProblem, TaskProblem, UserProblem, WouldReplace
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.report.facts import Centre
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, YEAR_BEFORE, load_samples, sample_bytes
from tthtcd_tui.tasks.transfer.given_file import read_import
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.tasks.years.stored_report import stored_report
from tthtcd_tui.text.periods import Period


def take(store: Store, data: bytes, replaces: bool = False, user: str = "lan") -> Year:
    return run_import(store, plan_import(store, data, "bao-cao.json"), user, replaces)


def exported(store: Store, year: Year) -> bytes:
    snapshot, log = store.snapshot_with_log(year.report_id)
    return encode(ReportData(snapshot.facts, log))


def edited(data: bytes, **answers: object) -> bytes:
    """The file with some answers changed; None takes one out."""
    tree: dict[str, Any] = json.loads(data)
    tree["answers"] |= {place.replace("__", "/"): answer for place, answer in answers.items()}
    tree["answers"] = {place: answer for place, answer in tree["answers"].items() if answer is not None}
    return json.dumps(tree).encode()


SAMPLE = sample_bytes(SAMPLE_YEAR)


# -- the same bytes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [SAMPLE_YEAR, YEAR_BEFORE])
def test_a_sample_comes_out_as_it_went_in(store: Store, name: str) -> None:
    year = take(store, sample_bytes(name))
    assert exported(store, year) == sample_bytes(name)
    assert store.revision(year.report_id) == 1
    assert_audit_tells_all(store, year.report_id)


def test_both_samples_side_by_side(store: Store) -> None:
    year = load_samples(store)
    assert [each.period.label for each in store.years.all()] == ["2020-2021", "2019-2020"]
    assert exported(store, year) == SAMPLE
    opened = stored_report(store.path, None, "2019-2020", with_log=True)
    assert encode(opened.report) == sample_bytes(YEAR_BEFORE)


@at_most(25)
@given(report=st.one_of([reports(form) for form in both()]))
def test_any_report_comes_out_as_it_went_in(tmp_path_factory: pytest.TempPathFactory, report: ReportData) -> None:
    """Into an empty database, and from there into another."""
    data = encode(report)
    for _ in range(2):
        store = Store(tmp_path_factory.mktemp("kho") / "tthtcd.db")
        store.forms.add(other())
        year = take(store, data)
        snapshot, log = store.snapshot_with_log(year.report_id)
        assert (snapshot.facts, log) == (report.facts, report.log)
        assert_audit_tells_all(store, year.report_id)
        store.close()
        assert encode(ReportData(snapshot.facts, log)) == data


@at_most(12)
@given(first=reports(both()[0]), second=reports(both()[0]))
def test_any_report_replaced_by_any_other_and_back(all_examples: Store, first: ReportData, second: ReportData) -> None:
    """In a database that holds them all, each under a name of its own."""
    store = all_examples
    label = f"lần {len(store.years.all())}"
    period = Period.custom(date(2021, 1, 1), date(2021, 6, 30), label)
    one, two = (
        encode(
            ReportData(replace(each.facts, centre=Centre("mao-khe", "TTHTCĐ phường Mạo Khê"), period=period), each.log)
        )
        for each in (first, second)
    )
    year = take(store, one)
    assert exported(store, year) == one
    take(store, two, replaces=True)
    assert exported(store, year) == two
    if one != two:
        store.steps.undo(year.report_id, "lan")
        assert exported(store, year) == one
        store.steps.redo(year.report_id, "lan")
        assert exported(store, year) == two
    assert_audit_tells_all(store, year.report_id)


# -- over a year there is ---------------------------------------------------------------------------------------------


@pytest.fixture
def year(store: Store) -> Year:
    return take(store, SAMPLE)


def test_a_year_there_is_is_not_replaced_unasked(store: Store, year: Year, path: Path) -> None:
    before = dump(path)
    with pytest.raises(WouldReplace, match="Đã có báo cáo kỳ “2020-2021”") as raised:
        take(store, edited(SAMPLE, report__signer="Bích Hà"))
    assert "nhập tệp sẽ thay 1 chỗ (hoàn tác được), nên chưa nhập." in raised.value.message
    assert dump(path) == before


def test_replacing_is_one_change_and_one_undo(store: Store, year: Year) -> None:
    tree = json.loads(edited(SAMPLE, report__signer="Bích Hà", figure__dan_so=None, report__number="7"))
    tree["activities"] = [
        {"uid": "moi", "date": "2021-03-05", "title": "Lớp mới", "category": "phap_luat", "classes": "2"}
    ]
    data = json.dumps(tree).encode()
    save(store, year.report_id, {"activity/cu": activity("cu"), "reason/figure/dan_so": "Địa giới thay đổi."})
    before, log = answers(store, year.report_id), activities(store, year.report_id)
    assert take(store, data, replaces=True, user="minh").report_id == year.report_id
    found = answers(store, year.report_id)
    assert (found["report/signer"], found["report/number"]) == ("Bích Hà", "7")
    assert "figure/dan_so" not in found
    assert "reason/figure/dan_so" not in found  # the file is the whole report
    assert list(activities(store, year.report_id)) == ["moi"]
    assert store.revision(year.report_id) == 3
    store.steps.undo(year.report_id, "minh")
    assert (answers(store, year.report_id), activities(store, year.report_id)) == (before, log)


def test_replacing_with_the_same_changes_nothing(store: Store, year: Year, path: Path) -> None:
    before = dump(path)
    plan = plan_import(store, SAMPLE, "bao-cao.json")
    assert plan.proposals == ()
    assert run_import(store, plan, "lan", replace=True) == year
    assert dump(path) == before


def test_planning_writes_nothing(store: Store, path: Path) -> None:
    before = dump(path)
    plan = plan_import(store, SAMPLE, "bao-cao.json")
    assert plan.year is None
    assert {proposal.current for proposal in plan.proposals} == {UNANSWERED}
    assert len(plan.proposals) == len(plan.report.facts.answers) + len(plan.report.log.activities)
    assert dump(path) == before


def test_what_a_colleague_changed_since_the_plan_is_a_conflict(store: Store, year: Year, path: Path) -> None:
    """A person looks at the proposals for a while before they say yes."""
    plan = plan_import(store, edited(SAMPLE, report__signer="Bích Hà", report__number="7"), "bao-cao.json")
    save(store, year.report_id, {"report/signer": "Minh", "figure/dan_so": number(5)}, user="minh")
    before = dump(path)
    with pytest.raises(EditConflict) as raised:
        run_import(store, plan, "lan", replace=True)
    assert [conflict.place for conflict in raised.value.conflicts] == ["report/signer"]
    assert dump(path) == before


def test_a_centre_there_is_is_not_made_again(store: Store, year: Year) -> None:
    take(store, sample_bytes(YEAR_BEFORE))
    assert len(store.centres.all()) == 1
    assert len(store.years.all()) == 2


# -- what cannot be taken ---------------------------------------------------------------------------------------------


def wrong(**head: object) -> bytes:
    return json.dumps(json.loads(SAMPLE) | head).encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "“bao-cao.json” không dùng được:"),
        (b"{", "“bao-cao.json” không dùng được:"),
        (b"\xff\xfe{}", "“bao-cao.json” không dùng được:"),
        (b'{"format": "khac"}', "“bao-cao.json” không dùng được:"),
        (wrong(form={"key": "khac", "version": 3}), "Tệp dùng biểu mẫu chưa có ở đây (khac phiên bản 3)."),
        (wrong(form={"key": "tu-danh-gia", "version": 99}), "chưa có ở đây (tu-danh-gia phiên bản 99)."),
        (wrong(form=None), "Tệp dùng biểu mẫu chưa có ở đây (không rõ)."),
        (wrong(answers={"figure/khong_co": "1"}), "“bao-cao.json” không dùng được:"),
        (wrong(centre={"code": "", "name": ""}), "“bao-cao.json” không dùng được:"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told(store: Store, path: Path, data: bytes, words: str) -> None:
    before = dump(path)
    with pytest.raises(UserProblem) as raised:
        plan_import(store, data, "bao-cao.json")
    assert words in raised.value.message
    assert bool(raised.value.details) == raised.value.message.endswith(":")
    assert dump(path) == before


def test_a_file_of_another_version_of_the_form_cannot_take_the_place_of_a_year(store: Store, year: Year) -> None:
    store.forms.add(changed(("version = 1", "version = 2")))
    with pytest.raises(TaskProblem) as raised:
        take(store, wrong(form={"key": "tu-danh-gia", "version": 2}), replaces=True)
    assert "ở đây dùng biểu mẫu phiên bản 1, tệp dùng phiên bản 2" in raised.value.message
    assert_plain(raised.value.message)
    assert exported(store, year) == SAMPLE


def test_a_file_of_other_days_under_the_same_name_cannot_take_its_place(store: Store) -> None:
    summer = {"kind": "custom", "start": "2021-06-01", "end": "2021-08-31", "label": "hè"}
    take(store, wrong(period=summer))
    with pytest.raises(TaskProblem) as raised:
        take(store, wrong(period=summer | {"end": "2021-08-30"}), replaces=True)
    assert_plain(raised.value.message)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as raised:
        read_import(tmp_path / "khong-co.json")
    assert_plain(raised.value.message)
    (tmp_path / "co.json").write_bytes(SAMPLE)
    assert read_import(tmp_path / "co.json") == (SAMPLE, "co.json")


# -- broken off -------------------------------------------------------------------------------------------------------

STAGES = [
    "tthtcd_tui.models.catalogue_edits.keep_form",
    "tthtcd_tui.models.catalogue_edits.add_year",
    "tthtcd_tui.models.writing.insert_activities",
    "tthtcd_tui.models.writing.append_new",
    "tthtcd_tui.models.writing.Writer._write",
    "tthtcd_tui.models.storage.sqlite.SqliteFile.insert_below",
]
FAULTS: list[BaseException] = [StoreProblem("Ổ đĩa máy chủ đã đầy."), MemoryError(), KeyboardInterrupt(), SystemExit(1)]


def broken_after(monkeypatch: pytest.MonkeyPatch, stage: str, fault: BaseException, calls: int) -> None:
    """Lets `stage` be called so often, then fails right after it has done its work."""
    real: Callable[..., object] = resolve_name(stage)
    left = calls

    def breaks(*arguments: object, **named: object) -> object:
        nonlocal left
        done = real(*arguments, **named)
        left -= 1
        if not left:
            raise fault
        return done

    monkeypatch.setattr(stage, breaks)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize("stage", STAGES)
def test_an_import_that_is_broken_off_leaves_nothing(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch, stage: str, fault: BaseException
) -> None:
    before = dump(path)
    plan = plan_import(store, SAMPLE, "bao-cao.json")
    with monkeypatch.context() as patched:
        broken_after(patched, stage, fault, calls=1)
        with pytest.raises(type(fault)):
            run_import(store, plan, "lan")
    assert dump(path) == before
    assert (store.centres.all(), store.years.all(), store.forms.all()) == ([], [], [])
    assert exported(store, run_import(store, plan, "lan")) == SAMPLE


@pytest.mark.parametrize("calls", [1, 2, 3])
def test_replacing_that_is_broken_off_leaves_the_year_as_it_was(
    store: Store, year: Year, path: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    before = dump(path)
    data = edited(SAMPLE, report__signer="Bích Hà", figure__dan_so=None, report__number="7")
    with monkeypatch.context() as patched:
        broken_after(patched, "tthtcd_tui.models.writing.Writer._write", MemoryError(), calls)
        with pytest.raises(MemoryError):
            take(store, data, replaces=True)
    assert dump(path) == before
    take(store, data, replaces=True)
    assert store.revision(year.report_id) == 2
