"""The years, each a report of a centre: found, made and deleted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tthtcd_tui.models import catalogue
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.core_tables import Report
from tthtcd_tui.models.part import Access, Part, reads
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.people.rights import Rights
from tthtcd_tui.models.reach import Reach
from tthtcd_tui.models.storage.engine import guard_decoding, writing

if TYPE_CHECKING:
    from tthtcd_tui.forms.model import Form
    from tthtcd_tui.models.catalogue_edits import DeletedYear
    from tthtcd_tui.text.periods import Period


class Years(Part):
    """The years of the centres that the signed-in user may read."""

    def __init__(self, access: Access, rights: Rights) -> None:
        super().__init__(access)
        self._rights = rights

    @reads
    def all(self) -> list[Year]:
        """By centre, the newest period first."""
        return catalogue.years(self.database, self._rights.reach())

    @reads
    def of(self, centre: int) -> list[Year]:
        """Those of a centre, the newest period first; none where it may not be read."""
        return catalogue.years(self.database, Reach(centre)) if self._rights.may_read_at(centre) else []

    @reads
    def newest(self, centre: int | None, skip: int, limit: int) -> list[Year]:
        """At most `limit` years of a centre, or of all, after the first `skip`; the latest end of a period first."""
        if centre is not None and not self._rights.may_read_at(centre):
            return []
        reach = self._rights.reach() if centre is None else Reach(centre)
        return catalogue.newest_years(self.database, reach, skip, limit)

    @reads
    def called(self, code: str, label: str) -> list[Year]:
        """Those of that period of the centre of that code, one of each form at most; none that may not be read."""
        found = catalogue.years_called(self.database, code, label)
        return found if found and self._rights.may_read_at(found[0].centre.id) else []

    @reads
    def get(self, report_id: int) -> Year | None:
        """One year; None where it is gone, or may not be read."""
        found = catalogue.year(self.database, report_id)
        return found if found and self._rights.may_read_at(found.centre.id) else None

    @reads
    def any(self) -> bool:
        """Whether there is any year at all, whoever may read it."""
        return bool(list(Report.select(Report.id).limit(1).tuples().execute(self.database)))

    @reads
    def due_days(self, centre: int) -> dict[int, date]:
        """The day each report of a centre is due, of those that have one."""
        if not self._rights.may_read_at(centre):
            return {}
        from tthtcd_tui.models.tables import Figure  # a list on the command line needs no other table, no form
        from tthtcd_tui.report.kinds.details import DUE

        query = Figure.select(Figure.report, Figure.text).join(Report)
        query = query.where(Report.centre == centre, Figure.key == str(DUE))
        with guard_decoding():
            return {
                int(report): date.fromisoformat(text)
                for report, text in query.tuples().execute(self.database)
                if text and text[0].isdigit()
            }

    def add(self, centre: int, form: Form, period: Period) -> int:
        """An empty year of `form`, at revision 0; the number of its report."""
        from tthtcd_tui.models.catalogue_edits import add_year, keep_form  # a list needs no ledger

        with self._rights.writing_at(centre):
            keep_form(self.database, self.access.user, form)
            return add_year(self.database, self.access.user, centre, form.digest, period)

    def delete(self, report_id: int, why: str = "") -> None:
        """The year with its activity log and its history. Raises ReportFinal for one that is or was final.

        Who deleted it, when and why stays (`deleted`).
        """
        from tthtcd_tui.models.catalogue_edits import delete_year
        from tthtcd_tui.models.versions import refuse_deletion

        with writing(self.database):
            centre = rights.head(self.database, report_id).centre
            rights.refuse_readers(rights.person(self.database, self.access.user), centre)
            refuse_deletion(self.database, report_id)
            delete_year(self.database, self.access.user, report_id, why)

    @reads
    def deleted(self) -> list[DeletedYear]:
        """The newest first."""
        from tthtcd_tui.models.catalogue_edits import deleted_years

        found, reach = deleted_years(self.database), self._rights.reach()
        if reach.is_everywhere:
            return found  # also those of a centre that is gone itself
        codes = {centre.code for centre in catalogue.centres(self.database, reach)}
        return [gone for gone in found if gone.centre in codes]
