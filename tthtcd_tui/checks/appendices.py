"""Attached appendices that contradict the report."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import error
from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.appendices import ACTIVITIES, COMPARISON, EVIDENCE
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.appendices.attached import attached
from tthtcd_tui.report.facts import Facts, ResultColumn
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.details import APPENDICES
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.numbers import format_number


def list_exceeds_table(context: Context) -> Iterator[Finding]:
    """The list of activities is attached and adds up to more than the results table."""
    return _of_one(context, ACTIVITIES)


def evidence_list_unready(context: Context) -> Iterator[Finding]:
    """The register of evidence is attached and is empty, or has a document without code or name."""
    return _of_one(context, EVIDENCE)


def comparison_alone(context: Context) -> Iterator[Finding]:
    """The comparison with earlier years is attached, and there is no earlier year."""
    return _of_one(context, COMPARISON)


def _of_one(context: Context, key: str) -> Iterator[Finding]:
    going = [each.form.key for each in attached(context.form, context.facts)]
    return of_appendices(context, [key]) if key in going else iter(())


def of_appendices(context: Context, keys: Collection[str]) -> Iterator[Finding]:
    """The errors that keep a report from being issued with the appendices `keys`."""
    form, facts = context.form, context.facts
    if COMPARISON in keys and context.before is None:
        message = "Phụ lục so sánh: chưa có báo cáo năm trước cùng biểu mẫu để so sánh. Bỏ phụ lục này."
        yield error("comparison_alone", APPENDICES, message)
    if EVIDENCE in keys:
        yield from _unready(facts)
    if ACTIVITIES in keys:
        for row in result_rows_of(form):
            for column in ResultColumn:
                yield from _exceeded(form, facts, Place.of(PlaceKind.RESULTS, row, column))


def _unready(facts: Facts) -> Iterator[Finding]:
    if not facts.evidence:
        message = "Phụ lục danh mục minh chứng: chưa có minh chứng nào. Thêm minh chứng, hoặc bỏ phụ lục này."
        yield error("evidence_list_unready", APPENDICES, message)
    for item in facts.evidence:
        for key, words, value in (("code", "mã", item.code), ("title", "tên", item.title)):
            if not value:
                place = Place.of(PlaceKind.EVIDENCE, item.uid, key)
                message = f"Phụ lục danh mục minh chứng: có minh chứng chưa ghi {words}. Ghi {words}, hoặc xóa dòng ấy."
                yield error("evidence_list_unready", place, message)


def _exceeded(form: Form, facts: Facts, place: Place) -> Iterator[Finding]:
    _, row, column = place.parts
    logged, stated = facts.logged(row, column), facts.result(row, column)
    number = stated.number if isinstance(stated, Quantity) else Decimal(0)
    if logged is not None and logged > number:
        yield error(
            "list_exceeds_table",
            place,
            f"{label_at(form, place)}: phụ lục liệt kê {format_number(logged)}, bảng kết quả chỉ ghi"
            f" {format_number(number)}. Sửa số liệu hoặc nhật ký, hoặc bỏ phụ lục danh sách hoạt động.",
        )
