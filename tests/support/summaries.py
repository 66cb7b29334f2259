"""The summary of a year of Mạo Khê, printed into a string, and what to look for in it."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from support import mao_khe

from tthtcd_tui.exports.summary import print_summary
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding, Severity
from tthtcd_tui.report.place import Place

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
GAPS = (
    "report/signer", "report/number", "figure/dan_so", "figure/so_ho", "figure/chi_bo", "board/pho-2/duty",
    "results/cau_lac_bo/participations", "rating/co_quan/level", "indicator/thu_nhap/value", "indicator/an_ninh/text",
)  # fmt: skip
FINDINGS = (
    Finding(
        "doubtful", Severity.WARNING, Place("figure/dn_tu_nhan"),
        "Doanh nghiệp tư nhân: nguồn ghi “trên có 100”, chưa rõ số. Kiểm tra lại số liệu, hoặc ghi lý do.",
    ),
    Finding(
        "both_numbers", Severity.ERROR, Place("results/cau_lac_bo/participations"),
        "Hoạt động của các câu lạc bộ: có 110 lớp nhưng chưa có lượt người. Nhập số lượt người.",
    ),
    Finding(
        "missing", Severity.ERROR, Place("report/signer"),
        "Chưa nhập họ và tên người ký. Nhập ở phần Chi tiết báo cáo.",
    ),
    Finding(
        "evidence", Severity.WARNING, Place("checklist/noi_quy/evidence"),
        "Nội quy, quy chế: chưa có minh chứng. Ghi số văn bản, hoặc nơi lưu.", "văn bản đang trình ký",
    ),
    Finding(
        "evidence", Severity.WARNING, Place("own/rieng/evidence"),
        "Nội dung tự đánh giá thêm: chưa có minh chứng. Ghi số văn bản, hoặc nơi lưu.",
    ),
)  # fmt: skip


def without(facts: Facts, *gaps: str) -> Facts:
    return facts.edited(Edit(Place(place), UNANSWERED) for place in gaps)


def printed(
    facts: Facts,
    findings: Sequence[Finding] = (),
    *,
    form: Form = mao_khe.FORM,
    width: int | None = 80,
    colour: bool | None = None,
    previous: Facts | None = None,
    ascii_only: bool = False,
) -> str:
    stream = io.StringIO()
    print_summary(form, facts, findings, stream, width=width, colour=colour, previous=previous, ascii_only=ascii_only)
    return stream.getvalue()


def dense(text: str) -> str:
    return "".join(text.split())


def part(text: str, title: str) -> list[str]:
    """The lines under the heading that begins with `title`."""
    lines = text.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(title)) + 1
    end = lines.index("", start) if "" in lines[start:] else len(lines)
    return lines[start:end]
