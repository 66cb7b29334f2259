"""A Change saved in a report. A part of the store of its own, so that no save looks for what it needs to be loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthtcd_tui.errors import CannotEdit
from tthtcd_tui.models.part import Access, Part, Refusal
from tthtcd_tui.models.reading import Reader
from tthtcd_tui.models.standing import standing
from tthtcd_tui.models.storage.engine import writing
from tthtcd_tui.models.writing import Outcome, Writer
from tthtcd_tui.report.change import Change, Content
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import FORM

if TYPE_CHECKING:
    from tthtcd_tui.forms.model import Form
    from tthtcd_tui.report.base import Base


class Changes(Part):
    """Changes of what a report says, each with its audit."""

    def __init__(self, access: Access, reader: Reader, refuse_closed: Refusal) -> None:
        """`refuse_closed` raises where the login can save nothing in the report: final, or not theirs to write in."""
        super().__init__(access)
        self._reader = reader
        self._refuse_closed = refuse_closed

    def apply(self, report_id: int, change: Change, base_revision: int, user: str, received: Base | None) -> Outcome:
        """As `Store.apply`."""
        with writing(self.database, report_id):
            known = standing(self.database, report_id, user, change.op_id)
            told: list[tuple[Place, Content, Content]] = []
            if received:
                from tthtcd_tui.models import origins  # what is typed was read from no file

                told = origins.told(self.database, report_id, received)
            writer = Writer(self.database, self._reader.kept(known.form), report_id)
            return writer.apply_knowing(known, change, base_revision, user, told)

    def change_form(self, report_id: int, form: Form, change: Change, base_revision: int, user: str) -> None:
        """As `Store.change_form`, with the edits as one Change."""
        from tthtcd_tui.models.catalogue_edits import keep_form, move_year  # hardly any year is ever moved

        with writing(self.database):
            self._refuse_closed(self.database, user, report_id)
            if self._reader.revision(report_id) != base_revision:
                raise CannotEdit("Báo cáo vừa được sửa ở nơi khác. Hãy xem lại rồi làm lần nữa.")
            before = self._reader.form_of(report_id)
            keep_form(self.database, user, form)
            told = [(FORM, f"{before.key}/{before.version}", f"{form.key}/{form.version}")]
            writer = Writer(self.database, before, report_id)
            writer.apply_within(change, base_revision, user, told)
            move_year(self.database, user, report_id, form.digest)
