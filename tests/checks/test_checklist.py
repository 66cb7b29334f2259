"""A status and a statement that say opposite things."""

from __future__ import annotations

import pytest
from support.check_facts import found, told, year

from tthtcd_tui.forms.answer import Answer


def says(status: str, words: str) -> list[tuple[str, str]]:
    return told(
        found(year({"checklist/noi_quy/status": status, "checklist/noi_quy/statement": (words,)}), "told_as_done")
    )


def test_not_done_and_told_as_done() -> None:
    assert says("not_done", "Trung tâm đã ban hành và niêm yết đầy đủ nội quy.") == [
        (
            "checklist/noi_quy/status",
            (
                "Nội quy, quy chế: Trạng thái: “Chưa thực hiện”, nhưng lời đánh giá kể là đã làm."
                " Sửa mức thực hiện hoặc lời đánh giá, hoặc ghi lý do."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("done", "Trung tâm đã ban hành nội quy."),
        ("not_done", "Trung tâm chưa ban hành nội quy."),
        ("not_done", "Trung tâm đã dự thảo, sẽ ban hành trong quý tới."),
        ("not_applicable", "Trung tâm đã ban hành nội quy."),
    ],
)
def test_what_goes_together(status: str, words: str) -> None:
    assert says(status, words) == []


def test_an_item_done_whose_statement_says_it_was_not_is_told() -> None:
    def said(words: str) -> bool:
        answers: dict[str, Answer] = {"checklist/noi_quy/status": "done", "checklist/noi_quy/statement": (words,)}
        return bool(found(year(answers), "told_as_done"))

    assert said("Trung tâm chưa xây dựng được nội quy, quy chế.")
    assert not said("Chưa có vướng mắc khi thực hiện nội quy.")
    assert not said("Trung tâm chưa tổ chức đi xa mà cử người học trong tỉnh.")
