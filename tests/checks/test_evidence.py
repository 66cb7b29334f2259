"""The register of evidence and what cites it."""

from __future__ import annotations

import pytest
from support.check_facts import found, told, year
from support.mao_khe import FORM

from tthtcd_tui.checks.appendices import of_appendices
from tthtcd_tui.checks.context import Context
from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.report.evidence import links
from tthtcd_tui.tasks.session.evidence import next_code

REGISTER: dict[str, Answer] = {
    "evidence/a/code": "MC01",
    "evidence/a/title": "Quyết định kiện toàn",
    "evidence/b/code": "MC02",
    "evidence/b/title": "Kế hoạch năm",
}
ITEM = "checklist/noi_quy/evidence"
SOURCE = "indicator/an_ninh/source"


@pytest.mark.parametrize("words", ["MC01, MC02", "mc01; MC02.", "Xem MC01 và MC02", "MC01-MC02", "(MC01) (MC02)"])
def test_items_and_indicators_cite_by_code_however_it_is_written(words: str) -> None:
    for cell in (ITEM, SOURCE):
        made = year(REGISTER | {cell: words})
        assert links(made).of_uid == {"a": (cell,), "b": (cell,)}
        assert not found(made, "evidence_dangling")
        assert not found(made, "evidence_uncited")


@pytest.mark.parametrize("words", ["05/QĐ-UBND ngày 3/9/2020", "tủ 2, ngăn 3", "TT01/2021 của Sở", "2020-2021", "Đ1"])
def test_other_words_are_no_codes(words: str) -> None:
    assert not found(year(REGISTER | {ITEM: words}), "evidence_dangling")


def test_a_code_of_the_same_shape_that_is_not_there_dangles() -> None:
    [(place, message)] = told(found(year(REGISTER | {ITEM: "MC01; MC7", SOURCE: "MC02"}), "evidence_dangling"))
    assert place == ITEM
    assert "“MC7” không có trong danh mục minh chứng" in message


def test_in_a_year_without_a_register_nothing_dangles() -> None:
    assert not found(year({ITEM: "MC01; MC7"}), "evidence_dangling")


def test_what_nothing_cites_is_told_once_it_is_reviewed() -> None:
    assert [each.place for each in found(year(REGISTER), "evidence_uncited")] == ["evidence/a/code", "evidence/b/code"]
    carried: dict[str, Answer] = {"carried/evidence/a": "2019-2020", "carried/evidence/b": "2019-2020"}
    assert not found(year(REGISTER | carried), "evidence_uncited")


def test_a_code_twice_is_told_at_both() -> None:
    twice = year(REGISTER | {"evidence/b/code": "mc01", ITEM: "MC01"})
    assert len(found(twice, "evidence_unnamed")) == 2


@pytest.mark.parametrize(
    ("cell", "typed", "message"),
    [
        (
            "evidence/a/code",
            "Quyết định kiện toàn",
            "Minh chứng: mã “Quyết định kiện toàn” là cả một câu. Ghi mã ngắn, ví dụ MC01; câu ấy ghi vào tên.",
        ),
        (
            "evidence/a/address",
            "Tủ hồ sơ số 1",
            "Minh chứng MC01: “Tủ hồ sơ số 1” không phải địa chỉ trên mạng. Nơi cất giữ ghi vào ô nơi lưu.",
        ),
    ],
)
def test_what_stands_in_the_wrong_cell_of_a_document_is_told(cell: str, typed: str, message: str) -> None:
    assert told(found(year(REGISTER | {cell: typed}), "evidence_misplaced")) == [(cell, message)]


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("code", "MC 01 a"),
        ("code", "H1.1.01"),
        ("address", "nghean.gov.vn/namcan"),
        ("address", "https://drive.google.com/x"),
    ],
)
def test_codes_and_addresses_are_not_told(key: str, typed: str) -> None:
    assert not found(year(REGISTER | {f"evidence/a/{key}": typed}), "evidence_misplaced")


def test_an_appendix_without_codes_or_names_is_not_issued() -> None:
    assert not list(of_appendices(Context(FORM, year(REGISTER)), ["evidence"]))
    assert list(of_appendices(Context(FORM, year({})), ["evidence"]))
    assert list(of_appendices(Context(FORM, year({"evidence/a/code": "MC01"})), ["evidence"]))


def test_the_next_code_is_as_the_last_one_is_written() -> None:
    assert next_code(year({})) == "MC01"
    assert next_code(year(REGISTER)) == "MC03"
    assert next_code(year({"evidence/a/code": "H1.1.09"})) == "H1.1.10"
