"""Cells typed: read by the form, saved as one Change, or told all that is wrong and nothing saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text
from support.examples import at_most
from support.stores import activities, activity, answers, dump, new_report, number, save

from tthtcd_tui.errors import EditConflict, TaskProblem
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session import edit_cells
from tthtcd_tui.tasks.session.edit_cells import Typed, edit_of, save_cells, typed_line, typed_lines
from tthtcd_tui.text.qualifiers import Qualifier


@pytest.fixture
def year(store: Store, report_id: int) -> Year:
    return next(year for year in store.years.all() if year.report_id == report_id)


def test_what_is_typed_is_what_stands_there(store: Store, year: Year) -> None:
    cells = [
        Typed("figure/dan_so", "trên 40.000"),
        Typed("report/signer", "  Vũ  Thanh Hải "),
        Typed("results/xoa_mu_chu/classes", "-"),
        Typed("rating/ton_giao/level", "--"),
        Typed("checklist/noi_quy/status", "Đã thực hiện"),
        Typed("narrative/dia_phuong", "Một.\nHai {dan_so}."),
        Typed("report/addressees", "Ủy ban nhân dân phường; Sở Giáo dục và Đào tạo"),
        Typed("board/gd/order", "1"),
    ]
    assert save_cells(store, year, cells, "lan") == 8
    assert answers(store, year.report_id) == {
        "figure/dan_so": number(40_000, Qualifier.OVER),
        "report/signer": "Vũ  Thanh Hải",
        "results/xoa_mu_chu/classes": NIL,
        "rating/ton_giao/level": NOT_APPLICABLE,
        "checklist/noi_quy/status": "done",
        "narrative/dia_phuong": ("Một.", "Hai {dan_so}."),
        "report/addressees": ("Ủy ban nhân dân phường", "Sở Giáo dục và Đào tạo"),
        "board/gd/order": number(1),
    }
    assert store.revision(year.report_id) == 1
    assert {entry.user for entry in store.history.of(year.report_id)} == {"lan"}
    assert save_cells(store, year, [Typed("figure/dan_so", "")], "lan") == 1
    assert "figure/dan_so" not in answers(store, year.report_id)


def test_everything_wrong_is_told_and_nothing_is_saved(store: Store, year: Year, path: Path) -> None:
    before = dump(path)
    cells = [
        Typed("report/signer", "Vũ Thanh Hải"),
        Typed("figure/dan_so", "bốn vạn"),
        Typed("figure/khong_co", "1"),
        Typed("Không phải chỗ", "1"),
        Typed("narrative/dia_phuong", "{khong_co}"),
        Typed("activity/a1", "Lớp"),
    ]
    with pytest.raises(TaskProblem) as raised:
        save_cells(store, year, cells, "lan")
    assert raised.value.message == "Chưa lưu gì, vì có chỗ nhập sai:"
    assert len(raised.value.details) == 5
    assert raised.value.details[0].startswith("Dân số (figure/dan_so): ")
    assert "Biểu mẫu không có chỗ “figure/khong_co”." in raised.value.details[1]
    assert dump(path) == before


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("figure/dan_soo", "figure/dan_so"),
        ("Report/Signer", "report/signer"),
        ("result/phap_luat/clases", "results/phap_luat/classes"),
        ("board/gd/nmae", "board/gd/name"),
        ("activity/a1/titel", "activity/a1/title"),
    ],
)
def test_a_mistyped_place_is_answered_with_the_nearest(store: Store, year: Year, typed: str, meant: str) -> None:
    with pytest.raises(TaskProblem) as raised:
        save_cells(store, year, [Typed(typed, "1")], "lan")
    assert raised.value.details == (f"Biểu mẫu không có chỗ “{typed}”. Có phải bạn định gõ “{meant}”?",)


def test_a_place_like_no_other_is_answered_with_none(store: Store, year: Year) -> None:
    """Nor one that is only of the same kind."""
    for typed in ("figure/khong_co", "dân số", "/", "x" * 1_000):
        with pytest.raises(TaskProblem) as raised:
            save_cells(store, year, [Typed(typed, "1")], "lan")
        assert "Có phải" not in raised.value.details[0]


def test_of_a_file_full_of_wrong_places_only_the_first_are_answered_so(store: Store, year: Year) -> None:
    with pytest.raises(TaskProblem) as raised:
        save_cells(store, year, [Typed(f"figure/dan_so{number}", "1") for number in range(100)], "lan")
    assert [("Có phải" in told) for told in raised.value.details] == [True] * 20 + [False] * 80


def test_one_cell_that_is_wrong_is_told_alone(store: Store, year: Year) -> None:
    with pytest.raises(TaskProblem) as raised:
        save_cells(store, year, [Typed("figure/dan_so", "1.23")], "lan")
    assert raised.value.message == "Chưa lưu:"
    assert len(raised.value.details) == 1


def test_typing_what_stands_there_is_no_change(store: Store, year: Year) -> None:
    for _ in range(2):
        save_cells(store, year, [Typed("figure/dan_so", "40000")], "lan")
    assert store.revision(year.report_id) == 1


def test_a_conflict_is_told_with_both_values(store: Store, year: Year, monkeypatch: pytest.MonkeyPatch) -> None:
    save(store, year.report_id, {"figure/dan_so": number(40_000)})
    real = edit_cells.edit_of

    def meanwhile(*arguments: object) -> object:
        """A colleague saves between this one's reading and writing."""
        colleague = Store(store.path)
        save(colleague, year.report_id, {"figure/dan_so": number(41_000), "report/signer": "Bích Hà"}, user="Bích Hà")
        colleague.close()
        monkeypatch.setattr(edit_cells, "edit_of", real)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(edit_cells, "edit_of", meanwhile)
    with pytest.raises(EditConflict) as raised:
        save_cells(store, year, [Typed("figure/dan_so", "trên 42.000"), Typed("report/signer", "")], "lan")
    assert raised.value.message == (
        "Chưa lưu, vì có người vừa sửa cùng chỗ. Xem hai giá trị dưới đây rồi nhập lại giá trị đúng."
    )
    # The signer was empty when Lan read it and is to stay empty: that is Bích Hà's name to lose, so it is asked too.
    assert raised.value.details == (
        "Dân số (figure/dan_so): Bích Hà đã sửa thành “41.000”; bạn nhập “trên 42.000”.",
        "Họ và tên người ký (report/signer): Bích Hà đã sửa thành “Bích Hà”; bạn nhập “(chưa nhập)”.",
    )
    assert answers(store, year.report_id)["figure/dan_so"] == number(41_000)
    save_cells(store, year, [Typed("figure/dan_so", "trên 42.000")], "lan")


def activity_cells(uid: str, **texts: str) -> list[Typed]:
    return [Typed(f"activity/{uid}/{key}", raw) for key, raw in texts.items()]


def test_the_cells_of_an_activity_the_log_has_not_make_it(store: Store, year: Year) -> None:
    first = activity_cells("a1", title="Lớp pháp luật", date="5/3/2021", category="Giáo dục pháp luật")
    second = activity_cells("a2", date="6/3", title="Đọc sách", category="phap_luat", classes="2", note="x")
    assert save_cells(store, year, [*first, Typed("report/signer", "Lan"), *second], "lan") == 9
    assert activities(store, year.report_id) == {
        "a1": activity("a1"),
        "a2": activity("a2", "Đọc sách", date=date(2021, 3, 6), classes=2, note="x"),
    }
    save_cells(store, year, activity_cells("a1", classes="3"), "lan")  # and of one it has, a cell is changed alone
    assert activities(store, year.report_id)["a1"] == activity("a1", classes=3)
    store.steps.undo(year.report_id, "lan")
    store.steps.undo(year.report_id, "lan")
    assert activities(store, year.report_id) == {}


def test_an_activity_is_deleted_by_emptying_it(store: Store, year: Year) -> None:
    save(store, year.report_id, {"activity/a1": activity("a1"), "activity/a2": activity("a2")})
    save_cells(store, year, [Typed("activity/a1", "")], "lan")
    assert list(activities(store, year.report_id)) == ["a2"]


def test_half_an_activity_is_told_and_not_saved(store: Store, year: Year, path: Path) -> None:
    before = dump(path)
    with pytest.raises(TaskProblem) as raised:
        save_cells(store, year, [*activity_cells("a1", title="Lớp", classes="hai"), Typed("report/signer", "L")], "lan")
    assert [line.partition(")")[0] for line in raised.value.details] == [
        f"Hoạt động mới (activity/a1/{key}" for key in ("date", "category", "classes")
    ]
    assert raised.value.details[0] == "Hoạt động mới (activity/a1/date): còn thiếu Ngày"
    assert dump(path) == before


@pytest.mark.parametrize("raw", ["trên 40.000", "Một.\nHai.", "C:\\new\\tệp", "\\", "\\\n", "a\\\\nb", ""])
def test_what_is_shown_in_a_line_is_read_from_it(raw: str) -> None:
    cell = Typed("narrative/dia_phuong", raw)
    line = typed_line(cell)
    assert len(line.splitlines()) == 1
    assert typed_lines(f"{line}\n".encode()) == [cell]


def test_lines_of_place_and_value() -> None:
    data = "# số liệu\n\nfigure/dan_so trên 40.000\r\n  narrative/dia_phuong Một.\\nHai.  \nreport/signer\n"
    assert typed_lines(data.encode("utf-8-sig")) == [
        Typed("figure/dan_so", "trên 40.000"),
        Typed("narrative/dia_phuong", "Một.\nHai."),
        Typed("report/signer", ""),
    ]
    with pytest.raises(TaskProblem, match="Đầu vào không phải chữ UTF-8"):
        typed_lines("figure/dan_so trên".encode("cp1258"))


@at_most(100)
@given(raw=any_text, place=st.sampled_from(["figure/dan_so", "report/signer", "report/recipients", "report/date"]))
def test_whatever_is_typed_is_saved_or_told(all_examples: Store, raw: str, place: str) -> None:
    """And what is saved, the audit gives back."""
    store = all_examples
    year = store.years.all()[0]
    before = answers(store, year.report_id)
    try:
        save_cells(store, year, [Typed(place, raw)], "lan")
    except TaskProblem:
        assert answers(store, year.report_id) == before
        return
    (edit,) = edit_of(store.snapshot(year.report_id), Typed(place, raw))
    after = answers(store, year.report_id)
    assert after.get(place, UNANSWERED) == edit.after
    if after != before:
        (entry,) = store.history.of(year.report_id, limit=1)
        assert (entry.place, entry.after) == (place, edit.after)


def test_a_number_is_read_in_the_unit_chosen_beside_it(store: Store) -> None:
    """Without one «3.100» may be 3,1; lines typed at once come in any order."""
    report_id = new_report(store, form=load_shipped())
    year = next(year for year in store.years.all() if year.report_id == report_id)
    income = Typed("indicator/thu_nhap/value", "ước đạt 3.100")
    with pytest.raises(TaskProblem):
        save_cells(store, year, [income], "lan")
    save_cells(store, year, [income, Typed("figure/don_vi_thu_nhap", "USD/người/năm")], "lan")
    stored = store.snapshot(report_id).facts.answers
    assert stored[Place("indicator/thu_nhap/value")] == number(3100, Qualifier.ESTIMATED_AT)
