"""The table of evidence: every place that cites, with the document; then what nothing cites."""

from __future__ import annotations

from datetime import date

from support.years import year

from tthtcd_tui.exports.tables.evidence_links import evidence
from tthtcd_tui.exports.tables.material import TableMaterial
from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.place import Place

FORM = load_shipped()
REGISTER: dict[str, Answer] = {
    "evidence/a/code": "MC01",
    "evidence/a/title": "Quyết định kiện toàn",
    "evidence/a/number": "05/QĐ-UBND",
    "evidence/a/date": date(2020, 9, 5),
    "evidence/a/kept": "tủ 2",
    "evidence/a/file": f"{'0' * 64} quyet-dinh.pdf",
    "evidence/b/code": "MC02",
    "evidence/b/title": "Sổ họp",
}


def rows(answers: dict[str, Answer]) -> list[tuple[object, ...]]:
    facts = year(FORM).edited(Edit(Place(place), answer) for place, answer in {**REGISTER, **answers}.items())
    return list(evidence(TableMaterial(FORM, ReportData(facts, ActivityLog()))).rows)


def test_each_linked_place_is_told_with_what_it_is() -> None:
    found = rows({
        "checklist/kien_toan/evidence": "MC01, MC02",
        "own/x/section": "van_ban",
        "own/x/label": "Mục tự thêm",
        "own/x/evidence": "xem MC01",
        "indicator/thu_nhap/source": "MC02",
    })  # fmt: skip
    document = ("MC01", "Quyết định kiện toàn", "05/QĐ-UBND", date(2020, 9, 5), "tủ 2", "", "quyet-dinh.pdf")
    told = [(row[1], row[2], row[4], row[-1]) for row in found]
    assert told == [
        ("Tham mưu quyết định kiện toàn Ban Giám đốc", "Minh chứng", "MC01", "trong danh mục"),
        ("Tham mưu quyết định kiện toàn Ban Giám đốc", "Minh chứng", "MC02", "trong danh mục"),
        ("Mục tự thêm", "Minh chứng", "MC01", "trong danh mục"),
        ("Thu nhập bình quân đầu người", "Nguồn", "MC02", "trong danh mục"),
    ]
    assert found[0][4:11] == document


def test_words_alone_codes_of_no_document_and_what_nothing_cites() -> None:
    found = rows({"checklist/noi_quy/evidence": "Tủ hồ sơ số 1", "checklist/kien_toan/evidence": "MC09"})
    assert [(row[1], row[3], row[4], row[-1]) for row in found] == [
        ("Nội quy, quy chế", "Tủ hồ sơ số 1", "", "chỉ ghi bằng lời"),
        ("Tham mưu quyết định kiện toàn Ban Giám đốc", "MC09", "MC09", "mã không có trong danh mục"),
        ("", "", "MC01", "chưa nội dung nào dùng"),
        ("", "", "MC02", "chưa nội dung nào dùng"),
    ]
