"""Hint for the cell under the cursor: what is wrong with it, whether it is wanted, and what it takes."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.report.facts import Source
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.finding import NOT_REVIEWED, Finding, Level
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.hints import hint_at
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.sheet_rows import Cell, SheetRow


def hint_of_action(session: Session, row: SheetRow) -> Message:
    """What Enter does in a row that is no cell, and what is missing there."""
    wanted = next((finding.message for finding in session.findings if finding.place == row.action), "")
    return Message(f"{f'Còn thiếu: {wanted} ' if wanted else ''}Enter: {row.label}.")


def hint_of_cell(
    session: Session,
    cell: Cell,
    cut_label: str,
    finding: Finding | None,
    beside: str = "",
    *,
    is_told: bool = False,
    is_typing: bool = False,
) -> Message:
    """What is said of `cell`, and of what is wrong with it; `cut_label` is its label, where the sheet had no room for
    all of it, and `beside` what is missing in another cell of its row. What it holds `is_told` where that will print.
    While one `is_typing` in it, Enter opens nothing.
    """
    if finding is not None and not finding.is_missing and finding.code != NOT_REVIEWED:
        return _of_finding(finding)
    facts = session.facts
    carried = facts.carried_from(cell.place) or facts.carried_from(cell.place.parent)
    if carried and finding is not None and finding.code == NOT_REVIEWED and not finding.is_open:
        return Message(f"Chép từ {carried}, đã ghi lý do. F2 để xác nhận là đúng.")
    if carried:
        return Message(f"Chép từ {carried}, chưa rà soát. Sửa lại, hoặc F2 để xác nhận là đúng.", warn=True)
    return Message(" ".join(filter(None, (beside, *_wants(session, cell, cut_label, finding, is_told, is_typing)))))


def hint_to_read(session: Session, cell: Cell, cut_label: str, finding: Finding | None, *, is_told: bool) -> Message:
    """What is said of `cell` to somebody who may not write there: nothing of how it is filled in."""
    if finding is not None and not finding.is_missing and finding.code != NOT_REVIEWED:
        told = f"{finding.level.value}: {finding.told}"
        reason = f" Lý do: {finding.reason}" if finding.level is Level.EXPLAINED else ""
        return Message(f"{told}{reason}", wrong=finding.is_error, warn=finding.is_open and not finding.is_error)
    carried = session.facts.carried_from(cell.place) or session.facts.carried_from(cell.place.parent)
    is_cut = len(cell.shown) > cell.room and not is_told
    said = (
        f"Chép từ {carried}, trung tâm chưa rà soát." if carried else "",
        "Trung tâm chưa nhập." if finding is not None and not cell.shown else "",
        "Enter mở để đọc." if cell.opens else "",
        ": ".join(filter(None, (cut_label, cell.shown))) if is_cut else f"{cut_label}." if cut_label else "",
    )
    return Message(" ".join(filter(None, said)))


def said_at(session: Session, cell: Cell) -> Message | None:
    """The last word of what is asked and answered at `cell`, which matters more than anything a rule says of it."""
    thread = next((each for each in session.threads if each.place == cell.place), None)
    if thread is None:
        return None
    last = thread.remarks[-1]
    return Message(f"Góp ý của {session.called(last.user)}: {last.text} (^P “góp ý” để trả lời, khép)", warn=True)


def lacking_beside(session: Session, row: SheetRow, cell: Cell) -> str:
    """What the mark of a row means in those of its cells that are filled in: which of the others is not."""
    others = {other.place for other in row.cells if other.place != cell.place} if cell.shown else set()
    found = (finding.place for finding in session.findings if finding.is_missing and finding.place in others)
    lacking = next(found, None) if others else None  # most rows have one cell, and each move of the cursor asks
    field = field_at(session.form, lacking) if lacking else None
    return f"Dòng này còn thiếu {quoted(field.label)}." if field else ""


def finding_at(session: Session, cell: Cell) -> Finding | None:
    """What is wrong with the cell, or else with its row or its table; what nobody has explained comes first."""
    found = [
        finding
        for place in (cell.place, cell.place.parent, Place(cell.place.kind))
        for finding in session.findings
        if finding.place == place
    ]
    return next((finding for finding in found if finding.is_open), found[0] if found else None)


def _of_finding(finding: Finding) -> Message:
    told = f"{finding.level.value}: {finding.told}"
    if finding.level is Level.EXPLAINED:
        return Message(f"{told} Lý do: {finding.reason}")
    return Message(told if finding.is_error else _with_key(told), wrong=finding.is_error, warn=not finding.is_error)


def _with_key(told: str) -> str:
    """The key that writes the reason, behind what asks for one: said twice, the second is cut off at 80 columns."""
    asks = "ghi lý do"
    return f"{told.removesuffix('.')}: ^O." if told.endswith(f"{asks}.") else f"{told} ^O {asks}."


def _wants(
    session: Session, cell: Cell, label: str, missing: Finding | None, is_told: bool, is_typing: bool
) -> Iterator[str]:
    """Whether it is wanted, what the sheet may have cut, and what it takes."""
    hint = _takes(session, cell.place)
    if missing is not None and not cell.shown:
        yield "Còn thiếu." if hint or cell.opens else "Còn thiếu. Gõ rồi Enter."
    if cell.opens:
        yield "Enter lưu, sang ô sau." if is_typing else "Enter mở để viết."
    if len(cell.shown) > cell.room and not is_told:
        whole = f"{label}: {cell.shown}" if label else cell.shown
        yield f"{whole}. {hint}" if cell.options else whole  # without its numbers nobody knows how to choose another
    else:
        yield f"{label}." if label else ""
        yield hint


def _takes(session: Session, place: Place) -> str:
    """What a cell takes; of a results number where it comes from, and how to get back to it."""
    if place.kind != PlaceKind.RESULTS:
        return hint_at(session.form, place, session.facts.period)
    facts = session.facts
    logged = facts.logged(*place.parts[1:])
    if logged is None:
        return "Gõ số rồi Enter; - là không có. F6 ghi nhật ký: chương trình tự cộng."
    if facts.source(*place.parts[1:]) is Source.LOG:
        return "Cộng từ nhật ký; gõ số là ghi đè. F6 xem nhật ký."
    return f"Nhập tay; nhật ký cộng được {format_number(logged)}. Delete lấy lại số của nhật ký; F6 xem nhật ký."
