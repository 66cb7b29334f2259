"""Links to nothing, and links to what nobody has filled in."""

from __future__ import annotations

from support.check_facts import found, told, year
from support.forms import changed
from support.mao_khe import FORM

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.forms.answer import NIL, UNANSWERED, Answer
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.finding import Severity
from tthtcd_tui.report.place import Place


def test_an_unknown_link_is_told_once_a_text() -> None:
    facts = year({"narrative/dia_phuong": ("Có {dan_s} người.", "{dan_s}, {phap_luat}."), "report/closing": ("{x}",)})
    assert [(finding.place, finding.severity) for finding in found(facts, "unknown_link")] == [
        ("report/closing", Severity.ERROR),
        ("narrative/dia_phuong", Severity.ERROR),
        ("narrative/dia_phuong", Severity.ERROR),
    ]
    assert found(facts, "unknown_link")[1].message == (
        "Đặc điểm tình hình địa phương: Nội dung: không có số liệu nào tên “dan_s”."
        " Sửa tên trong dấu ngoặc nhọn, hoặc gõ thêm một dấu { phía trước để in nguyên chữ."
    )


def test_known_links_and_braces_that_are_none() -> None:
    text = "{dan_so} {nam_hoc} {tong_luot} {phap_luat.luot} {thu_nhap} {{dan_s} { dan_s } {} {Dan}"
    assert found(year({"narrative/dia_phuong": (text,)}), "unknown_link") == []


def test_a_link_to_what_nobody_has_filled_in_is_found_where_it_is_to_be_filled_in() -> None:
    answers: dict[str, Answer] = {
        "figure/website": UNANSWERED,
        "checklist/noi_quy/statement": ("Đăng ở {website}.",),
        "checklist/kinh_phi/statement": ("Xem {website}; chi {kinh_phi_chi}.",),
    }
    assert told(found(year(answers), "empty_link")) == [
        (
            "figure/website",
            (
                "Trang thông tin điện tử của trung tâm: chưa nhập, nhưng “Sử dụng kinh phí: Lời đánh giá” có dùng."
                " Nhập vào, hoặc bỏ số liệu ấy ở đó."
            ),
        ),
        (
            "figure/kinh_phi_chi",
            (
                "Kinh phí đã chi: chưa nhập, nhưng “Sử dụng kinh phí: Lời đánh giá” có dùng."
                " Nhập vào, hoặc bỏ số liệu ấy ở đó."
            ),
        ),
    ]


def test_what_is_required_is_only_missing() -> None:
    gone: dict[str, Answer] = {place: UNANSWERED for place in year().answers if place.kind == "results"}
    text: dict[str, Answer] = {"figure/dan_so": UNANSWERED, "narrative/dia_phuong": ("{dan_so} {van_nghe.lop}",)}
    facts = year(gone | text)
    assert found(facts, "empty_link") == []
    assert {"figure/dan_so", "results/van_nghe/classes"} <= {finding.place for finding in found(facts, "missing")}


def test_a_filled_place_and_nil_leave_no_gap() -> None:
    text = ("{website} {kinh_te.lop} {tre_khong_di_hoc} {tong_lop}",)
    assert found(year({"narrative/dia_phuong": text, "figure/website": NIL}), "empty_link") == []


def test_the_text_of_an_item_that_does_not_apply_is_not_printed_and_not_read() -> None:
    answers: dict[str, Answer] = {
        "checklist/noi_quy/statement": ("{dan_s} {website} 2019-2020.",),
        "checklist/noi_quy/status": "not_applicable",
        "figure/website": UNANSWERED,
    }
    assert check(Context(FORM, year(answers))) == ()
    assert {finding.code for finding in check(Context(FORM, year(answers | {"checklist/noi_quy/status": "done"})))} == {
        "unknown_link", "empty_link", "other_period",
    }  # fmt: skip


def test_an_own_item_is_read_where_it_is_printed() -> None:
    own: dict[str, Answer] = {
        "own/a/label": "Thư viện",
        "own/a/section": "van_ban",
        "own/a/status": "done",
        "own/a/statement": ("{dan_s}.",),
    }
    assert [finding.place for finding in check(Context(FORM, year(own)))] == ["own/a/statement"]
    assert found(year(own | {"own/a/section": UNANSWERED}), "unknown_link") == []


def test_headings_and_the_title_link_too() -> None:
    form = changed(
        ('abstract = "Tự đánh giá tổ chức, ', 'abstract = "{chu_de_phu} Tự đánh giá tổ chức, '),
        ('title = "Bộ máy quản lý"', 'title = "Bộ máy quản lý {website}"'),
        ('[[section.figure]]\nkey = "chu_de"', ('[[section.figure]]\nkey = "chu_de_phu"\nlabel = "Chủ đề phụ"\n'
         'kind = "text"\n\n[[section.figure]]\nkey = "chu_de"')),
    )  # fmt: skip
    facts = year().edited([Edit(Place("figure/website"), UNANSWERED)])
    assert told(check(Context(form, facts))) == [
        (
            "figure/website",
            (
                "Trang thông tin điện tử của trung tâm: chưa nhập, nhưng tên mục “Bộ máy quản lý” có dùng."
                " Nhập vào, hoặc bỏ số liệu ấy ở đó."
            ),
        ),
        (
            "figure/chu_de_phu",
            "Chủ đề phụ: chưa nhập, nhưng tên báo cáo có dùng. Nhập vào, hoặc bỏ số liệu ấy ở đó.",
        ),
    ]
