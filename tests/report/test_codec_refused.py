"""JSON that is no report: everything that is wrong is told at once, each with its place, harmless to a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from support.forms import changed, other, shipped

from tthtcd_tui.errors import CodecProblem, TextProblem
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.report.activity_json import decode_activity
from tthtcd_tui.report.answer_json import decode_answer
from tthtcd_tui.report.codec import decode, form_named, parse_json

FORM = shipped()
Tree = dict[str, Any]


def tree(**changes: object) -> Tree:
    return {
        "format": "tthtcd-report",
        "format_version": 1,
        "form": {"key": "tu-danh-gia", "version": 1},
        "centre": {"code": "mao-khe", "name": "Trung tâm"},
        "period": {"kind": "school_year", "start": "2020-09-01", "end": "2021-08-31", "label": "2020-2021"},
        "answers": {},
        "activities": [],
    } | changes


def problems(data: Tree | bytes) -> list[str]:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(CodecProblem) as caught:
        decode(raw, FORM)
    assert str(caught.value) == "\n".join(caught.value.problems)
    assert all(problem.isprintable() for problem in caught.value.problems)
    return list(caught.value.problems)


def test_the_tree_itself_is_a_report() -> None:
    assert decode(json.dumps(tree()).encode(), FORM).facts.period.label == "2020-2021"


# -- no JSON, no report -----------------------------------------------------------------------------------------------

SYNTAX = "Dòng {}: tệp không đúng cú pháp JSON. Hãy kiểm tra dòng này."
NO_REPORT = "Tệp JSON này không phải báo cáo của chương trình (thiếu “format”: “tthtcd-report”). Hãy chọn tệp JSON do\
 chương trình xuất ra."
EMPTY = "Tệp trống, không có báo cáo nào. Hãy xuất lại tệp JSON từ chương trình."
NO_UTF8 = "Tệp không phải chữ UTF-8. Hãy xuất lại tệp JSON từ chương trình."
TOO_ODD = "Không đọc được tệp: tệp không phải JSON của một báo cáo."


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", EMPTY),
        (b" \n\t\n", EMPTY),
        (b"{", SYNTAX.format(1)),
        (b'{\n"a": 1\n"b": 2}', SYNTAX.format(3)),
        (b"{'a': 1}", SYNTAX.format(1)),
        (b'{"a": "\x1b"}', SYNTAX.format(1)),
        (b'{"a": 1} {}', SYNTAX.format(1)),
        (b"PK\x03\x04", SYNTAX.format(1)),
        (b"null", NO_REPORT),
        (b"[]", NO_REPORT),
        (b'"tthtcd-report"', NO_REPORT),
        (b"{}", NO_REPORT),
        (b'{"format": "khac"}', NO_REPORT),
        (b'{"format": ["tthtcd-report"]}', NO_REPORT),
        ('{"format": "Trung tâm"}'.encode("utf-16"), NO_UTF8),
        (b'{"format": "\xff"}', NO_UTF8),
        (b'{"format": "\xed\xa0\x80"}', NO_UTF8),  # half a character
        (b"[" * 100_000, TOO_ODD),
        (b'{"a":' * 100_000, TOO_ODD),
        (b"[" * 100_000 + b"]" * 100_000, TOO_ODD),
        (b"1" * 5_000, TOO_ODD),
        (b'{"format": NaN}', "Không đọc được tệp: “NaN” không phải số."),
        (b'{"format": -Infinity}', "Không đọc được tệp: “-Infinity” không phải số."),
        (b'{"format": "a", "format": "tthtcd-report"}', "Không đọc được tệp: khóa “format” bị ghi hai lần."),
        (b'{"x": {"a": 1, "b": 2, "a": 3}}', "Không đọc được tệp: khóa “a” bị ghi hai lần."),
        (b'{"\\u001b[31m": 1, "\\u001b[31m": 2}', "Không đọc được tệp: khóa “?[31m” bị ghi hai lần."),
    ],
)
def test_what_is_no_report_at_all(data: bytes, problem: str) -> None:
    assert problems(data) == [problem]


def test_a_key_twice_among_many_is_found_at_once() -> None:
    """Counting each key anew would take minutes."""
    keys = ",".join(f'"k{n}":1' for n in range(200_000))
    assert problems(f'{{{keys},"k199999":2}}'.encode()) == ["Không đọc được tệp: khóa “k199999” bị ghi hai lần."]


# -- the head ---------------------------------------------------------------------------------------------------------

OTHER_VERSION = "Tệp do một phiên bản khác của chương trình ghi ra. Hãy nâng cấp chương trình rồi nhập lại."
OTHER_FORM = "Tệp dùng một biểu mẫu khác, không phải “tu-danh-gia” phiên bản 1."
CODE = "centre/code: phải gồm chữ thường không dấu, chữ số, dấu gạch, nhiều nhất 64 ký tự."
UID = "activities/1/uid: phải gồm chữ thường không dấu, chữ số, dấu gạch, nhiều nhất 64 ký tự."
ODD: list[object] = ["", "A", "a/b", "a ", "đ", "a\n", 5, None, []]
CENTRE = "centre: phải có đúng hai mục “code” và “name”."
PERIOD = "period: phải có đúng bốn mục “kind”, “start”, “end”, “label”."
KIND = "period/kind: phải là một trong: school_year, calendar_year, custom."
ADVICE = "Hãy chọn hai ngày trong hai năm liền nhau và đặt tên theo hai năm đó, ví dụ 2020-2021."
YEAR = {"kind": "school_year", "start": "2020-09-01", "end": "2021-08-31", "label": "2020-2021"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        *(({"format_version": version}, [OTHER_VERSION]) for version in (3, 0, "1", True, 1.0, None, [1])),
        ({"format_version": 2, "base": {"year": "a"}}, ["base: phải có đúng hai mục “year” và “facts”."]),
        ({"base": {"year": "a", "facts": "0" * 64}}, ["base: không có mục này trong tệp báo cáo."]),
        ({"format_version": 2, "base": {"year": "a", "facts": "x"}}, ["base/facts: phải là 64 chữ số hệ mười sáu."]),
        ({"form": {"key": "khac", "version": 1}}, [OTHER_FORM]),
        ({"form": {"key": "tu-danh-gia", "version": 2}}, [OTHER_FORM]),
        ({"form": {"key": "tu-danh-gia", "version": True}}, [OTHER_FORM]),
        ({"form": "tu-danh-gia"}, [OTHER_FORM]),
        ({"form": {"key": "tu-danh-gia", "version": 1, "x": 1}}, ["form: phải có đúng hai mục “key” và “version”."]),
        ({"centre": None}, [CENTRE]),
        ({"centre": {"code": "a"}}, [CENTRE]),
        ({"centre": {"code": "a", "name": "b", "x": 1}}, [CENTRE]),
        ({"centre": {"code": "a", "name": ""}}, ["centre/name: tên trung tâm không được để trống."]),
        ({"centre": {"code": "a", "name": 5}}, [
            "centre/name: Phải là một chuỗi chữ.", "centre/name: tên trung tâm không được để trống.",
        ]),
        *(({"centre": {"code": code, "name": "b"}}, [CODE]) for code in ODD),
        ({"period": []}, [PERIOD]),
        ({"period": YEAR | {"title": "x"}}, [PERIOD]),
        ({"period": YEAR | {"kind": "month"}}, [KIND]),
        ({"period": YEAR | {"kind": ["school_year"]}}, [KIND]),
        ({"period": YEAR | {"start": "1/9/2020"}}, ['period/start: Phải là ngày viết như "2021-06-05".']),
        ({"period": YEAR | {"start": "2020-02-30"}}, [
            "period/start: Tháng 2 năm 2020 không có ngày 30 (đã gõ “2020-02-30”). Hãy kiểm tra lại ngày.",
        ]),
        ({"period": YEAR | {"label": "2021-2022"}}, [
            "period: Năm học “2021-2022” không khớp với ngày bắt đầu và kết thúc. " + ADVICE,
        ]),
        ({"answers": []}, ["answers: phải là một bảng {nơi: giá trị}."]),
        ({"activities": {}}, ["activities: phải là một danh sách."]),
        ({"audit": [], "\x1b]0;x": 1}, [
            "?]0;x: không có mục này trong tệp báo cáo.", "audit: không có mục này trong tệp báo cáo.",
        ]),
    ],
)  # fmt: skip
def test_the_head(changes: Tree, found: list[str]) -> None:
    assert problems(tree(**changes)) == found


def test_who_made_it_can_be_asked_before_it_is_believed() -> None:
    assert form_named(parse_json(json.dumps(tree()).encode())) == ("tu-danh-gia", 1)
    for form in (
        None,
        {},
        {"key": 5, "version": 1},
        {"key": "a", "version": "1"},
        {"key": "a", "version": True},
        ["a", 1],
    ):
        assert form_named(tree(form=form)) is None


# -- answers ----------------------------------------------------------------------------------------------------------

NO_TEXT = "Phải là một chuỗi chữ."
NO_LINES = "Phải là một danh sách chuỗi."
NO_NUMBER = "Phải là một số viết trong dấu nháy, ví dụ 2554 hoặc 2.5."
TOO_LONG = "quá dài: một số có nhiều nhất 15 chữ số phần nguyên và 6 chữ số thập phân. Hãy kiểm tra lại."
PRIVATE = "(U+E000, chỉ hiện đúng với một phông chữ riêng). Hãy xóa ký tự đó và gõ lại chữ đúng."
LEVELS = "không có trong danh sách: tot, kha, dat, chua_dat, khong_co."
NO_DAY = 'Phải là ngày viết như "2021-06-05".'


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        ("figure/so_khu", 24, NO_NUMBER),
        ("figure/so_khu", None, NO_NUMBER),
        ("figure/so_khu", ["24"], NO_NUMBER),
        ("figure/so_khu", "24 khu", "“24 khu” không phải số viết theo cách lưu. Hãy viết như 20 hoặc 2.5."),
        ("figure/so_khu", "2.554,0", "“2.554,0” không phải số viết theo cách lưu. Hãy viết như 20 hoặc 2.5."),
        ("figure/so_khu", "024", "“024” không phải số viết theo cách lưu. Hãy viết như 20 hoặc 2.5."),
        ("figure/so_khu", "-1", "“-1” không phải số viết theo cách lưu. Hãy viết như 20 hoặc 2.5."),
        ("figure/so_khu", "1e9", "“1e9” không phải số viết theo cách lưu. Hãy viết như 20 hoặc 2.5."),
        ("figure/so_khu", "\x1b[31m", "“?[31m” không phải số viết theo cách lưu. Hãy viết như 20 hoặc 2.5."),
        ("figure/so_khu", "1" * 16, f"“{'1' * 16}” {TOO_LONG}"),
        ("figure/so_khu", "2.5", "Chỗ này chỉ nhận số nguyên, không nhận “2.5”."),
        ("figure/kinh_phi_chi", "0.5", "Chỗ này chỉ nhận số nguyên, không nhận “0.5”."),
        ("figure/truong_dat_chuan", "100.1", "Chỗ này chỉ nhận số từ 0 đến 100, không nhận “100.1”."),
        ("figure/so_khu", {"number": "24", "qualifier": "gần"}, "Không nhận từ chỉ mức “gần” ở đây."),
        ("figure/dan_so", {"number": "24", "qualifier": "Gần"}, "Không nhận từ chỉ mức “Gần” ở đây."),
        ("figure/dan_so", {"number": "24", "qualifier": None}, "Không nhận từ chỉ mức giá trị này ở đây."),
        ("figure/dan_so", {"number": 24, "qualifier": "gần"}, NO_NUMBER),
        ("figure/dan_so", {"number": "24"}, NO_NUMBER),
        ("figure/dan_so", {"number": "24", "qualifier": "gần", "unit": "x"}, NO_NUMBER),
        ("figure/dan_so", {"absent": "unanswered"}, "“absent” phải là “nil” hoặc “not_applicable”."),
        ("figure/dan_so", {"absent": ["nil"]}, "“absent” phải là “nil” hoặc “not_applicable”."),
        ("figure/dan_so", {"absent": "nil", "x": 1}, NO_NUMBER),
        ("figure/chu_de", 5, NO_TEXT),
        ("figure/chu_de", ["a"], NO_TEXT),
        ("figure/chu_de", "a" * 2_000_001, "Chữ dài quá 2.000.000 ký tự."),
        ("figure/chu_de", "ab\n\ue000", f"Dòng 2, cột 1 có ký tự không dùng được {PRIVATE}"),
        ("report/opening", "Một", NO_LINES),
        ("report/opening", ["Một", 2], NO_TEXT),
        ("report/opening", [["Một"]], NO_TEXT),
        ("report/recipients", {"0": "a"}, NO_LINES),
        ("report/date", "5/6/2021", NO_DAY),
        ("report/date", "2021-6-5", NO_DAY),
        ("report/date", " 2021-06-05", NO_DAY),
        ("report/date", "2021-06-05\n", NO_DAY),
        ("report/date", 20210605, NO_DAY),
        ("report/date", "1899-12-31",
         "Năm 1899 ngoài khoảng 1900 đến 2100 (đã gõ “1899-12-31”). Hãy kiểm tra lại năm."),
        ("rating/ton_giao/level", "Thực hiện tốt", f"“Thực hiện tốt” {LEVELS}"),
        ("rating/ton_giao/level", ["tot"], f"giá trị này {LEVELS}"),
        ("rating/ton_giao/level", 1, f"giá trị này {LEVELS}"),
        ("figure/pho_cap", "thcs", "Phải là một danh sách lựa chọn."),
        ("figure/pho_cap", ["thcs", "dai_hoc"], "“dai_hoc” không có trong danh sách: mam_non, tieu_hoc, thcs, thpt."),
        ("figure/pho_cap", [["thcs"]], "giá trị này không có trong danh sách: mam_non, tieu_hoc, thcs, thpt."),
        *(
            (place, "x", "biểu mẫu không có chỗ này.")
            for place in (
                "figure/khong_co", "figure", "figure/dan_so/x", "results/chuyen_de/classes", "results/phap_luat",
                "report/khong_co", "narrative/bo_may", "activity/a/title", "reason/figure/khong_co", "total/classes",
            )
        ),
    ],
)  # fmt: skip
def test_an_answer(place: str, value: object, problem: str) -> None:
    assert problems(tree(answers={place: value})) == [f"answers/{place}: {problem}"]


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("", ""), ("Figure/dan_so", "Figure/dan_so"), ("figure/dan_so\n", "figure/dan_so?"), ("\x1b[31m", "?[31m"),
        ("\ud800", "?"), ("\u202eoác", "?oác"), ("a" * 100, "a" * 60 + "…"), ("../../etc/passwd", "../../etc/passwd"),
    ],
)  # fmt: skip
def test_an_address_that_is_none(key: str, shown: str) -> None:
    assert problems(tree(answers={key: "x"})) == [f"answers/{shown}: biểu mẫu không có chỗ này."]


def test_a_form_that_asks_for_less_has_fewer_places() -> None:
    data = json.dumps(tree(form={"key": "khac", "version": 3}, answers={"rating/ton_giao/level": "tot"})).encode()
    with pytest.raises(CodecProblem, match=r"^answers/rating/ton_giao/level: biểu mẫu không có chỗ này\.$"):
        decode(data, other())


def test_the_maximum_of_money_holds_here_too() -> None:
    with pytest.raises(TextProblem, match="chỉ nhận số từ 0 đến 900000000000"):
        decode_answer(figures_of(other())["thu_ngan_sach"].field, "900000000001")


# -- activities -------------------------------------------------------------------------------------------------------

HELD: Tree = {"uid": "a", "date": "2021-03-01", "title": "Lớp", "category": "kinh_te"}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([5], ["activities/1: phải là một bảng."]),
        ([HELD, []], ["activities/2: phải là một bảng."]),
        ([HELD, HELD], ["activities/2: “uid” a đã dùng ở hoạt động khác."]),
        *(([HELD | {"uid": uid}], [UID]) for uid in ("", "A", "a/b", " a", 5, None, {"absent": "nil"})),
        ([{key: HELD[key] for key in ("date", "title", "category")}], [UID]),
        ([HELD | {"date": ""}], ["activities/1: phải có ngày, tên và loại hoạt động."]),
        ([HELD | {"title": "-"}], ["activities/1: phải có ngày, tên và loại hoạt động."]),
        ([HELD | {"category": {"absent": "nil"}}], ["activities/1: phải có ngày, tên và loại hoạt động."]),
        ([HELD | {"classes": 1}], [f"activities/1/classes: {NO_NUMBER}"]),
        ([HELD | {"classes": {"absent": "nil"}}], ["activities/1/classes: phải là một số, hoặc để trống."]),
        ([HELD | {"classes": "1.5"}], ["activities/1/classes: Chỗ này chỉ nhận số nguyên, không nhận “1.5”."]),
        ([HELD | {"note": {"absent": "nil"}}], ["activities/1/note: phải là một dòng chữ, hoặc để trống."]),
        ([HELD | {"partner": "-"}], ["activities/1/partner: phải là một dòng chữ, hoặc để trống."]),
        ([HELD | {"cost": "5", "Zalo": "x"}], [
            "activities/1/Zalo: hoạt động không có mục này.", "activities/1/cost: hoạt động không có mục này.",
        ]),
    ],
)  # fmt: skip
def test_activities(rows: list[object], found: list[str]) -> None:
    assert problems(tree(activities=rows)) == found


def test_an_activity_of_a_row_that_is_none() -> None:
    [first, second] = problems(tree(activities=[HELD | {"category": "chuyen_de"}]))
    assert first.startswith(
        "activities/1/category: “chuyen_de” không có trong danh sách: xoa_mu_chu, hoc_nghe, phap_luat"
    )
    assert second == "activities/1: phải có ngày, tên và loại hoạt động."
    with pytest.raises(CodecProblem, match="activity/category"):
        decode_activity(FORM, HELD | {"category": "chuyen_de"})


def test_a_qualifier_has_no_place_in_the_log() -> None:
    words = '[record.activity.classes]\nlabel = "Số lớp"\n'
    form = changed((words, f"{words}qualified = true\n"))
    with pytest.raises(CodecProblem, match=r"^activity/classes: phải là một số, hoặc để trống\.$"):
        decode_activity(form, HELD | {"classes": {"number": "5", "qualifier": "gần"}})


# -- all at once ------------------------------------------------------------------------------------------------------


def test_everything_wrong_is_told_in_the_order_of_the_file() -> None:
    found = problems(
        tree(
            centre={"code": "A", "name": "b"},
            period=YEAR | {"end": "x"},
            answers={"figure/so_khu": 5, "figure/chu_de": "đúng", "figure/so_ho": "x"},
            activities=[HELD | {"uid": "A"}],
        )
    )
    assert [problem.partition(":")[0] for problem in found] == [
        "centre/code", "period/end", "answers/figure/so_khu", "answers/figure/so_ho", "activities/1/uid",
    ]  # fmt: skip


def test_no_more_than_twenty_are_told() -> None:
    found = problems(tree(answers={f"figure/x{n}": "x" for n in range(25)}))
    assert len(found) == 21
    assert found[-1] == "… và 5 chỗ khác."
    assert len(problems(tree(answers={f"figure/x{n}": "x" for n in range(20)}))) == 20


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


@pytest.mark.parametrize("depth", [10, 100, 500, 800, 900, 950, 970, 980, 985, 990, 995, 1_000, 5_000, 100_000])
@pytest.mark.parametrize(
    "place",
    [
        "answers/figure/so_khu", "answers/figure/chu_de", "answers/report/opening", "answers/report/date",
        "answers/rating/ton_giao/level", "answers/figure/pho_cap", "activities", "centre", "period", "form", "format",
    ],
)  # fmt: skip
def test_no_depth_of_nesting_breaks_it(place: str, depth: int) -> None:
    """A tree that could just be parsed can be too deep to be printed or compared."""
    head, _, rest = place.partition("/")
    hole = "\ufeff"
    data = tree(**{head: {rest: hole} if rest else hole})
    raw = json.dumps(data, ensure_ascii=False).replace(f'"{hole}"', nested(depth))
    assert problems(raw.encode())


@pytest.mark.parametrize(
    "wrap",
    [
        lambda deep: {"absent": deep},
        lambda deep: {"number": "5", "qualifier": deep},
        lambda deep: {"number": deep, "qualifier": "gần"},
        lambda deep: [deep],
        lambda deep: {"x": deep},
    ],
)
def test_nor_inside_an_answer(wrap: Callable[[object], object]) -> None:
    for depth in range(900, 1_000, 5):
        raw = json.dumps(tree(answers={"figure/dan_so": wrap("\ufeff")}), ensure_ascii=False)
        assert problems(raw.replace('"\ufeff"', nested(depth)).encode())
