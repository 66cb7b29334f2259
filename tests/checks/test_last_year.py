"""This year's results beside last year's."""

from __future__ import annotations

from support.check_facts import compared, found, told
from support.mao_khe import YEAR_BEFORE, whole

from tthtcd_tui.forms.answer import Answer

TYPED = [row for row in YEAR_BEFORE if row not in ("hoc_nghe", "kinh_te")]


def copied(*rows: str) -> dict[str, Answer]:
    """Last year's numbers in these rows."""
    columns = ("classes", "participations")
    return {
        f"results/{row}/{column}": whole(n) for row in rows for column, n in zip(columns, YEAR_BEFORE[row], strict=True)
    }


def test_a_table_copied_as_a_whole() -> None:
    assert told(found(compared(copied(*TYPED)), "copied_table")) == [
        (
            "results",
            (
                "Kết quả hoạt động: 8 trong 8 dòng giống hệt số liệu của năm học 2019-2020. Có thể bảng cũ được chép"
                " sang: nhập số liệu kỳ này, hoặc ghi lý do."
            ),
        )
    ]


def test_all_but_two_rows_are_a_copy_too() -> None:
    assert len(found(compared(copied(*TYPED[:6])), "copied_table")) == 1


def test_a_few_rows_alike_are_none() -> None:
    assert found(compared(copied(*TYPED[:5])), "copied_table") == []
    assert found(compared({}), "copied_table") == []


def test_two_rows_that_changed_places() -> None:
    swapped: dict[str, Answer] = {
        "results/van_nghe/classes": whole(110),
        "results/van_nghe/participations": whole(8978),
        "results/cau_lac_bo/classes": whole(25),
        "results/cau_lac_bo/participations": whole(9800),
    }
    findings = found(compared(swapped), "swapped_rows")
    assert [finding.place for finding in findings] == ["results/van_nghe/classes", "results/cau_lac_bo/classes"]
    assert findings[0].message == (
        "Hoạt động văn nghệ, thể thao: 110 lớp, 8.978 lượt, kỳ trước 22 lớp, 9.071 lượt. Số liệu kỳ này giống của dòng"
        " “Hoạt động của các câu lạc bộ”: có thể hai dòng bị đổi chỗ. Sửa lại, hoặc ghi lý do."
    )


def test_rows_that_only_grew_are_not_swapped() -> None:
    grown: dict[str, Answer] = {"results/phap_luat/classes": whole(98), "results/phap_luat/participations": whole(8200)}
    assert found(compared(grown), "swapped_rows") == []
    assert found(compared({}), "swapped_rows") == []
