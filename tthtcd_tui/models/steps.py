"""The steps of a person in a report, taken back and done again: as Changes of their own, by the rules of `undo`."""

from __future__ import annotations

from collections.abc import Callable

from tthtcd_tui.errors import CannotUndo
from tthtcd_tui.models import audit, origins, undo
from tthtcd_tui.models.part import Access, Part, Refusal, reads, writes_report
from tthtcd_tui.models.reading import Reader
from tthtcd_tui.models.undo import Reversible, Step
from tthtcd_tui.models.writing import Writer
from tthtcd_tui.report.change import Change


class Steps(Part):
    """What each person did in a report, their latest first."""

    def __init__(self, access: Access, reader: Reader, refuse_closed: Refusal) -> None:
        """`refuse_closed` raises where the login can save nothing in the report: final, or not theirs to write in."""
        super().__init__(access)
        self._reader = reader
        self._refuse_closed = refuse_closed

    @writes_report
    def undo(self, report_id: int, user: str) -> Change:
        """Undo the latest change of `user` that is in effect; returns the Change that did it.

        Raises CannotUndo, NotAllowed, ReportFinal, ReportGone.
        """
        return self._reverse(report_id, user, undo.undo_target, "Bạn chưa sửa gì để hoàn tác.")

    @writes_report
    def redo(self, report_id: int, user: str) -> Change:
        """Redo what `user` undid last, unless they have changed something since. Returns and raises as `undo`."""
        return self._reverse(report_id, user, undo.redo_target, "Không có gì để làm lại.")

    @reads
    def reversible(self, report_id: int, user: str, *, redo: bool = False) -> Reversible | None:
        """What `undo`, or `redo`, would take back now; None where there is nothing."""
        steps = undo.steps_of(self.database, report_id, user)
        step = (undo.redo_target if redo else undo.undo_target)(steps)
        if step is None:
            return None
        form = self._reader.form_of(report_id)
        done, _ = undo.parted(audit.entries_of(self.database, form, report_id, step.op_id))
        return Reversible(step.op_id, done)

    def _reverse(self, report_id: int, user: str, target: Callable[[list[Step]], Step | None], nothing: str) -> Change:
        self._refuse_closed(self.database, user, report_id)
        revision = self._reader.revision(report_id)
        step = target(undo.steps_of(self.database, report_id, user))
        if step is None:
            raise CannotUndo(nothing)
        form = self._reader.form_of(report_id)
        writer = Writer(self.database, form, report_id)
        done, moved = undo.parted(audit.entries_of(self.database, form, report_id, step.op_id))
        standing = writer.current_values(entry.place for entry in done)
        others = audit.changes_since(self.database, report_id, step.revision, not_by=user)
        change = undo.reversal(form, step, done, standing, others)
        is_base = moved is not None and origins.received(self.database, report_id) == moved.after
        told = origins.told(self.database, report_id, moved.before) if moved and is_base else ()
        writer.apply_within(change, revision, user, told)
        return change
