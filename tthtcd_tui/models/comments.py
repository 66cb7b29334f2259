"""Questions and remarks at a Place, answered and settled, told in the history of the report itself.

One thread a Place at a time: each word of it is an entry of the audit at «comment/‹place›»; settled, nothing stays.
Whoever may write at the centre speaks for it, whoever supervises a unit above for that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from tthtcd_tui.errors import CannotAnswer, NotAllowed
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.above import chain_of, unit_of
from tthtcd_tui.models.part import Part, reads_report, writes_report
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.tables import AuditChange, AuditEntry
from tthtcd_tui.models.times import read_time
from tthtcd_tui.models.versions import write_status
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import COMMENTS, comment_at, commented


class Remark(NamedTuple):
    """One word of a thread."""

    user: str
    at: datetime
    text: str


class Thread(NamedTuple):
    """What was said of a Place since it was last settled."""

    place: Place
    remarks: tuple[Remark, ...]
    settled: tuple[datetime, str] | None = None
    """When and by whom; None while it is open."""

    @property
    def is_open(self) -> bool:
        return self.settled is None

    @property
    def is_answered(self) -> bool:
        """Whether somebody else than who began had the last word."""
        return self.remarks[-1].user != self.remarks[0].user

    def waits_for(self, user: str) -> bool:
        """Whether the open thread waits for `user`: answered, for who began it; unanswered, for everybody else."""
        return self.is_open and (self.remarks[0].user == user) == self.is_answered


class Comments(Part):
    """The threads of a report."""

    @reads_report
    def of(self, report_id: int) -> list[Thread]:
        """The latest thread of each Place that ever had one, in the order in which they were begun."""
        return threads(self.database, report_id)

    @writes_report
    def say(self, report_id: int, place: Place, text: str, user: str) -> None:
        """Ask or remark at a Place, or answer there. Raises NotAllowed, ReportGone, CannotAnswer without a word."""
        _refuse(self.database, report_id, user)
        if not text:
            raise CannotAnswer("Góp ý chưa có chữ nào. Hãy ghi góp ý hoặc câu trả lời.")
        before = _open_at(self.database, report_id, place)
        self._tell(report_id, user, place, before.remarks[-1].text if before else UNANSWERED, text)

    @writes_report
    def settle(self, report_id: int, place: Place, user: str) -> None:
        """Close the thread at a Place; whoever began it may, and any supervisor. Raises NotAllowed, CannotAnswer."""
        someone = _refuse(self.database, report_id, user)
        before = _open_at(self.database, report_id, place)
        if before is None:
            raise CannotAnswer("Ở chỗ này không có góp ý nào chưa xong. Hãy kiểm tra lại tên chỗ.")
        if someone.role is not Role.SUPERVISOR and before.remarks[0].user != user:
            raise NotAllowed("Chỉ người nêu góp ý, hoặc cấp trên, khép góp ý được. Hãy trả lời để họ xem.")
        self._tell(report_id, user, place, before.remarks[-1].text, UNANSWERED)

    def _tell(self, report_id: int, user: str, place: Place, before: Content, after: Content) -> None:
        status = rights.head(self.database, report_id).status
        write_status(self.database, report_id, status, user, [(comment_at(place), before, after)])


def _refuse(database: Database, report_id: int, user: str) -> rights.Person:
    """Raise NotAllowed unless `user` may write at the centre or supervises a unit above it; a final report will do."""
    centre, someone = rights.head(database, report_id).centre, rights.person(database, user)
    if someone.role is Role.SUPERVISOR:
        unit_of(someone, chain_of(database, centre))
    else:
        rights.refuse_readers(someone, centre)
    return someone


def open_threads(database: Database, report_id: int) -> list[Thread]:
    return [thread for thread in threads(database, report_id) if thread.is_open]


def _open_at(database: Database, report_id: int, place: Place) -> Thread | None:
    return next((thread for thread in open_threads(database, report_id) if thread.place == place), None)


def threads(database: Database, report_id: int) -> list[Thread]:
    """The latest thread of each Place that ever had one."""
    entry, change = AuditEntry, AuditChange
    query = (
        entry.select(entry.place, entry.after, change.at, change.user)
        .join(change)
        .where((entry.report == report_id) & entry.place.startswith(COMMENTS))
        .order_by(entry.id)
    )
    return _folded(query.tuples().execute(database))


def _folded(rows: Iterable[tuple[str, str | None, str, str]]) -> list[Thread]:
    found: dict[Place, Thread] = {}
    with guard_decoding():
        for place, after, at, user in rows:
            target = commented(Place(place))
            before = found.get(target)
            if after is None:
                if before is not None:
                    found[target] = before._replace(settled=(read_time(at), user))
                continue
            remark = Remark(user, read_time(at), str(json.loads(after)))
            so_far = before.remarks if before is not None and before.is_open else ()
            found[target] = Thread(target, (*so_far, remark))
    return sorted(found.values(), key=lambda thread: thread.remarks[0].at)
