"""Centres and years made, carried over and deleted so that they can be got back."""

from __future__ import annotations

import json
import stat
from datetime import date
from pathlib import Path

import pytest
from support.damage import assert_plain
from support.forms import other, shipped
from support.stores import activities, activity, answers, dump, number, save

from tthtcd_tui.errors import CannotUndo, FileProblem, ReportGone, StoreProblem, TaskProblem, UserProblem
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.forms.answer import NIL, UNANSWERED
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.tasks.years import years
from tthtcd_tui.tasks.years.carry_over import defaults
from tthtcd_tui.tasks.years.years import add_centre, delete_year, new_year, rename_centre
from tthtcd_tui.text.periods import Period


@pytest.fixture
def centre(store: Store) -> CentreRow:
    return add_centre(store, "mao-khe", "TTHTCĐ phường Mạo Khê")


def only_year(store: Store) -> Year:
    (year,) = store.years.all()
    return year


# -- centres ----------------------------------------------------------------------------------------------------------


def test_a_centre_has_a_short_code_and_a_name(store: Store) -> None:
    made = add_centre(store, "mao-khe", " TTHTCĐ\tphường Mạo Khê ")
    assert made == CentreRow(1, "mao-khe", "TTHTCĐ phường Mạo Khê")
    assert store.centres.all() == [made]
    renamed = rename_centre(store, made, "TTHTCĐ phường Mạo Khê (mới)")
    assert store.centres.all() == [renamed]
    assert renamed == CentreRow(1, "mao-khe", "TTHTCĐ phường Mạo Khê (mới)")


@pytest.mark.parametrize(
    "code", ["", "Mao-Khe", "mạo-khê", "mao khe", "mao/khe", "-mao", "mao-", "x" * 65, "a\n", "../x"]
)
def test_a_code_that_no_file_could_be_called_is_refused(store: Store, code: str) -> None:
    with pytest.raises(TaskProblem, match="không dùng làm mã được"):
        add_centre(store, code, "TTHTCĐ")
    assert store.centres.all() == []


@pytest.mark.parametrize("name", ["", "  ", "\x1b", "\ue000"])
def test_a_name_that_says_nothing_is_refused(store: Store, centre: CentreRow, name: str) -> None:
    with pytest.raises(UserProblem) as raised:
        add_centre(store, "yen-tho", name)
    assert_plain(raised.value.message)
    with pytest.raises(UserProblem) as raised:
        rename_centre(store, centre, name)
    assert_plain(raised.value.message)
    assert store.centres.all() == [centre]


def test_a_second_centre_of_the_code_is_refused(store: Store, centre: CentreRow) -> None:
    with pytest.raises(TaskProblem, match="Đã có trung tâm mã “mao-khe”"):
        add_centre(store, "mao-khe", "khác")


# -- a new year -------------------------------------------------------------------------------------------------------


def test_a_new_year_begins_with_the_forms_own_words(store: Store, centre: CentreRow) -> None:
    year = new_year(store, centre, Period.school_year(2020), shipped(), "lan")
    assert year == only_year(store)
    assert (year.period.label, year.revision, year.centre) == ("2020-2021", 1, centre)
    found = answers(store, year.report_id)
    assert found == {str(edit.place): edit.after for edit in defaults(shipped())}
    assert found["report/symbol"] == "BC-TTHTCĐ"
    assert found["report/position"] == "GIÁM ĐỐC"
    assert {place.partition("/")[0] for place in found} == {"report", "narrative"}
    assert {(entry.revision, entry.user) for entry in store.history.of(year.report_id)} == {(1, "lan")}


def test_to_begin_is_one_step_that_can_be_taken_back(store: Store, centre: CentreRow) -> None:
    year = new_year(store, centre, Period.school_year(2020), shipped(), "lan")
    store.steps.undo(year.report_id, "lan")
    assert answers(store, year.report_id) == {}
    store.steps.redo(year.report_id, "lan")
    assert len(answers(store, year.report_id)) == len(defaults(shipped()))


def test_a_year_is_made_once(store: Store, centre: CentreRow, path: Path) -> None:
    new_year(store, centre, Period.school_year(2020), shipped(), "lan")
    before = dump(path)
    with pytest.raises(TaskProblem, match="Đã có báo cáo kỳ “2020-2021” của TTHTCĐ phường Mạo Khê"):
        new_year(store, centre, Period.school_year(2020), shipped(), "lan")
    assert dump(path) == before
    new_year(store, centre, Period.school_year(2020), other(), "lan")  # another report about the same year
    yen_tho = add_centre(store, "yen-tho", "TTHTCĐ phường Yên Thọ")
    new_year(store, yen_tho, Period.school_year(2020), shipped(), "lan")
    assert len(store.years.all()) == 3


@pytest.mark.parametrize("fault", [StoreProblem("Ổ đĩa máy chủ đã đầy."), KeyError("x"), KeyboardInterrupt()])
def test_a_year_is_made_with_its_words_or_not_at_all(
    store: Store, centre: CentreRow, path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    before = dump(path)

    def fails(*arguments: object) -> None:
        raise fault

    with monkeypatch.context() as patched:
        patched.setattr("tthtcd_tui.models.writing.append_new", fails)
        with pytest.raises(type(fault)):
            new_year(store, centre, Period.school_year(2020), shipped(), "lan")
    assert dump(path) == before
    new_year(store, centre, Period.school_year(2020), shipped(), "lan")


# -- carried over -----------------------------------------------------------------------------------------------------

LAST_YEAR: dict[str, Content] = {
    # words, and what becomes of them
    "report/superior": "UBND phường Mạo Khê",
    "report/issuer": "Trung tâm học tập cộng đồng phường Mạo Khê",
    "report/recipients": ("Sở Giáo dục và Đào tạo",),
    "report/signer": "Vũ Thanh Hải",
    "report/opening": ("Lời mở của riêng năm ấy.",),
    "narrative/dia_phuong": ("Phường rộng {dien_tich}.",),
    "checklist/noi_quy/statement": ("Có nội quy.",),
    "own/rieng/label": "Thư viện",
    "own/rieng/section": "van_ban",
    "own/rieng/order": number(2),
    "own/rieng/statement": ("Mở cửa hằng ngày.",),
    "indicator/y_thuc_moi_truong/text": ("Người dân giữ sạch.",),
    "board/gd/name": "Lan",
    "board/gd/role": "director",
    "board/gd/duty": "Phó Chủ tịch UBND phường",
    "board/gd/order": number(1),
    "figure/loai_do_thi": "loại IV",
    "figure/pho_cap": ("mam_non", "thcs"),
}
NOT_CARRIED: dict[str, Content] = {
    # numbers, statuses, evidence, dates, marks
    "report/number": "5",
    "report/date": date(2021, 6, 5),
    "figure/dan_so": number(40_000),
    "figure/website": NIL,
    "checklist/noi_quy/status": "done",
    "checklist/noi_quy/evidence": "Quyết định 12/QĐ",
    "own/rieng/status": "done",
    "own/rieng/evidence": "Tủ 3",
    "results/phap_luat/classes": number(26),
    "rating/doanh_nghiep/level": "tot",
    "rating/doanh_nghiep/note": "tài trợ",
    "indicator/thu_nhap/value": number(2450),
    "indicator/thu_nhap/source": "văn kiện",
    "reason/figure/dan_so": "Địa giới thay đổi.",
    "carried/figure/chu_de": "2018-2019",
    "activity/a1": activity("a1"),
}


@pytest.fixture
def last_year(store: Store, centre: CentreRow) -> Year:
    year = new_year(store, centre, Period.school_year(2019), shipped(), "lan")
    save(store, year.report_id, LAST_YEAR | NOT_CARRIED)
    return only_year(store)


def test_words_are_carried_over_and_marked(store: Store, centre: CentreRow, last_year: Year) -> None:
    year = new_year(store, centre, Period.school_year(2020), shipped(), "minh", last_year)
    found = answers(store, year.report_id)
    for place, answer in LAST_YEAR.items():
        assert found[place] == answer
        marked = "/".join(place.split("/")[:2]) if place.startswith(("board", "own")) else place
        assert found[f"carried/{marked}"] == "2019-2020"
    for place in NOT_CARRIED:
        assert place not in found
        assert place.startswith(("own/", "board/")) or f"carried/{place}" not in found
    assert activities(store, year.report_id) == {}
    assert dict(store.snapshot(year.report_id).facts.log) == {}
    # The default words that last year kept are last year's now, and marked as such.
    assert found["report/symbol"] == "BC-TTHTCĐ"
    assert found["carried/report/symbol"] == "2019-2020"
    assert year.revision == 1


def test_a_member_and_an_own_item_are_marked_as_one(store: Store, centre: CentreRow, last_year: Year) -> None:
    year = new_year(store, centre, Period.school_year(2020), shipped(), "minh", last_year)
    marks = {place for place in answers(store, year.report_id) if place.startswith(("carried/board", "carried/own"))}
    assert marks == {"carried/board/gd", "carried/own/rieng"}


def test_last_year_stays_as_it_was(store: Store, centre: CentreRow, last_year: Year) -> None:
    before = store.snapshot_with_log(last_year.report_id)
    new_year(store, centre, Period.school_year(2020), shipped(), "minh", last_year)
    assert store.snapshot_with_log(last_year.report_id) == before


def test_a_place_the_new_form_has_not_is_left_behind(store: Store, centre: CentreRow, last_year: Year) -> None:
    year = new_year(store, centre, Period.calendar_year(2021), other(), "minh", last_year)
    found = answers(store, year.report_id)
    assert found["report/signer"] == "Vũ Thanh Hải"
    assert found["carried/report/signer"] == "2019-2020"
    assert found["own/rieng/label"] == "Thư viện"
    assert "own/rieng/section" not in found  # nor a choice that it does not offer
    assert "figure/loai_do_thi" not in found
    assert "carried/figure/loai_do_thi" not in found


def test_carrying_over_twice_marks_with_the_nearer_year(store: Store, centre: CentreRow, last_year: Year) -> None:
    first = new_year(store, centre, Period.school_year(2020), shipped(), "minh", last_year)
    second = new_year(store, centre, Period.school_year(2021), shipped(), "minh", first)
    marks = {answer for place, answer in answers(store, second.report_id).items() if place.startswith("carried/")}
    assert marks == {"2020-2021"}


# -- deleted ----------------------------------------------------------------------------------------------------------


def test_a_deleted_year_can_be_got_back(store: Store, last_year: Year) -> None:
    snapshot, log, base = store.snapshot_with_base(last_year.report_id)
    copy = delete_year(store, last_year).copy
    assert store.years.all() == []
    assert copy.parent == store.path.with_name("da-xoa")
    assert copy.name.startswith("mao-khe-2019-2020-")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    data = copy.read_bytes()
    assert data == encode(ReportData(snapshot.facts, log, base))
    year = run_import(store, plan_import(store, data, copy.name), "lan")
    again, log_again = store.snapshot_with_log(year.report_id)
    assert (again.facts, log_again) == (snapshot.facts, log)
    assert year.report_id != last_year.report_id
    with pytest.raises(ReportGone):
        save(store, last_year.report_id, {"report/signer": "…"}, base=0)  # whoever has the old one open


def test_each_deletion_keeps_a_copy_of_its_own(store: Store, centre: CentreRow) -> None:
    copies = set()
    for _ in range(3):
        year = new_year(store, centre, Period.school_year(2020), shipped(), "lan")
        copies.add(delete_year(store, year).copy)
    assert len(copies) == 3
    assert all(json.loads(copy.read_bytes())["period"]["label"] == "2020-2021" for copy in copies)


def test_without_a_copy_nothing_is_deleted(
    store: Store, last_year: Year, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(path)

    def full(*arguments: object) -> None:
        raise FileProblem("Ổ đĩa đã đầy. Hãy dọn bớt.")

    monkeypatch.setattr(years, "write_whole", full)
    with pytest.raises(TaskProblem, match="Chưa xóa, vì không ghi được bản sao: Ổ đĩa đã đầy"):
        delete_year(store, last_year)
    assert dump(path) == before


def test_the_copy_holds_what_a_colleague_saved_last(
    store: Store, last_year: Year, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From reading the copy to deleting, nobody can save: a change is in the copy, or it is told that it cannot be."""
    real = write_whole
    refused: list[StoreProblem] = []

    def meanwhile(path: Path, data: bytes) -> None:
        monkeypatch.setattr("tthtcd_tui.models.storage.sqlite._BUSY_SECONDS", 0.02)
        colleague = Store(store.path)
        try:
            save(colleague, last_year.report_id, {"report/signer": "Bích Hà"}, user="Bích Hà", base=99)
        except StoreProblem as problem:
            refused.append(problem)
        finally:
            colleague.close()
        real(path, data)

    monkeypatch.setattr(years, "write_whole", meanwhile)
    deleted = delete_year(store, last_year)
    assert [problem.message for problem in refused] == ["Người khác đang ghi quá lâu. Hãy thử lại sau ít giây."]
    assert json.loads(deleted.copy.read_bytes())["answers"]["report/signer"] == "Vũ Thanh Hải"


def test_undo_does_not_reach_into_another_year(store: Store, centre: CentreRow, last_year: Year) -> None:
    year = new_year(store, centre, Period.school_year(2020), shipped(), "minh", last_year)
    store.steps.undo(year.report_id, "minh")
    with pytest.raises(CannotUndo):
        store.steps.undo(year.report_id, "minh")
    assert answers(store, last_year.report_id)["report/signer"] == "Vũ Thanh Hải"
    assert answers(store, year.report_id).get("report/signer", UNANSWERED) is UNANSWERED
