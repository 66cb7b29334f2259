"""The names of the tables. The command line lists them at every start, so importing this loads none of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class TableName(StrEnum):
    """In the order of a workbook's sheets."""

    RESULTS = "results"
    COMPARISON = "comparison"
    ACTIVITIES = "activities"
    FIGURES = "figures"
    BOARD = "board"
    CHECKLIST = "checklist"
    EVIDENCE = "evidence"
    RATINGS = "ratings"
    INDICATORS = "indicators"
    GRIDS = "grids"
    SCORES = "scores"
    FINDINGS = "findings"
    HISTORY = "history"
    ANSWERS = "answers"

    @property
    def label(self) -> str:
        """What people call it, and so its sheet."""
        return _LABELS[self]

    @property
    def stem(self) -> str:
        """Its label as a file's name: «nhat-ky-hoat-dong»."""
        from unicodedata import combining, normalize

        bare = normalize("NFD", self.label.lower().replace("đ", "d"))
        return "".join(letter for letter in bare if not combining(letter)).replace(" ", "-")


_LABELS: Final = {
    TableName.RESULTS: "Kết quả hoạt động",
    TableName.COMPARISON: "So với năm trước",
    TableName.ACTIVITIES: "Nhật ký hoạt động",
    TableName.FIGURES: "Số liệu",
    TableName.BOARD: "Ban Giám đốc",
    TableName.CHECKLIST: "Nội dung tự đánh giá",
    TableName.EVIDENCE: "Minh chứng",
    TableName.RATINGS: "Mức tham gia",
    TableName.INDICATORS: "Chỉ số hiệu quả",
    TableName.GRIDS: "Bảng số liệu",
    TableName.SCORES: "Bảng điểm",
    TableName.FINDINGS: "Chỗ cần sửa",
    TableName.HISTORY: "Lịch sử sửa",
    TableName.ANSWERS: "Mọi câu trả lời",
}
