"""Who may do what, checked inside the transaction that acts, so that a role taken away counts at once.

While nobody is on the list of staff, whoever can open the file may write in it, as on a personal computer; only what
takes a director has to wait until one is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tthtcd_tui.errors import NoDirector, NotAllowed, NotOnStaff, ReportGone, Supervises
from tthtcd_tui.models.core_tables import Centre, Report, Staff
from tthtcd_tui.models.part import Access, Part, reads
from tthtcd_tui.models.reach import EVERYWHERE, Reach
from tthtcd_tui.models.roles import Reads, Role
from tthtcd_tui.models.storage.engine import Database, data_version, reading, writing
from tthtcd_tui.models.storage.prepared_query import PreparedQuery, given
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.status import Status
from tthtcd_tui.text.problem import quoted

_HEAD = PreparedQuery(Report.select(Report.revision, Report.status, Report.centre).where(Report.id == given("report")))
_PERSON = PreparedQuery(
    Staff.select(Staff.role, Staff.centre, Staff.reads, Staff.unit).where(Staff.login == given("login"))
)
_ANYBODY = PreparedQuery(Staff.select(Staff.login).limit(1))


class Head(NamedTuple):
    """The status and the centre of a report, which decide who may write to it."""

    revision: int
    status: Status
    centre: int


class Person(NamedTuple):
    """A user and their rights. Without a `role` they are not on the list of staff."""

    login: str
    role: Role | None
    centre: int | None
    """The only centre they work at; None: at all of them."""
    is_listed: bool
    reads: Reads = Reads.ALL
    unit: str | None = None
    """The code of the unit they supervise."""


def head(database: Database, report_id: int) -> Head:
    """Raises ReportGone for a report that is not there."""
    for revision, status, centre in _HEAD.rows(database, report=report_id):
        return Head(int(revision), Status(status), int(centre))
    raise ReportGone(report_id)


def person(database: Database, login: str) -> Person:
    for row in _PERSON.rows(database, login=login):
        return person_of(login, *row, is_list=True)
    return person_of(login, None, None, None, None, is_list=has_staff(database))


def has_staff(database: Database) -> bool:
    """Whether anybody is on the list of staff."""
    return bool(_ANYBODY.rows(database))


def person_of(
    login: str, role: str | None, centre: int | None, reads: str | None, unit: str | None, *, is_list: bool
) -> Person:
    """The Person for a row of the list of staff; without a row `role` is None. `is_list`: whether anybody is on it."""
    if role is None or reads is None:
        return Person(login, None if is_list else Role.CLERK, None, is_listed=False)
    return Person(login, Role(role), centre, is_listed=True, reads=Reads(reads), unit=unit)


def refuse_strangers(someone: Person) -> None:
    """Raise NotOnStaff where there is a list of staff and `someone` is not on it."""
    if someone.role is None:
        name = f"Tên đăng nhập {quoted(someone.login)}" if someone.login else "Người đang mở"
        raise NotOnStaff(
            f"{name} không có trong danh sách cán bộ của tệp dữ liệu này. Hãy đề nghị giám đốc thêm bạn vào danh sách.",
            someone.login,
        )


def reach_of(someone: Person) -> Reach:
    """The centres that `someone` may read. Raises NotOnStaff as `refuse_strangers`."""
    refuse_strangers(someone)
    if someone.unit is not None:
        return Reach(unit=someone.unit)
    return EVERYWHERE if someone.reads is Reads.ALL else Reach(someone.centre)


def refuse_unreadable(database: Database, login: str, report_id: int) -> None:
    """Raise NotAllowed where `login` may not read the report. Raises ReportGone."""
    reach = reach_of(person(database, login))
    if reach.is_everywhere or _may_read(database, reach, head(database, report_id).centre):
        return
    if reach.unit is not None:
        raise NotAllowed("Báo cáo này không thuộc đơn vị của bạn, không xem được. Hãy kiểm tra lại trung tâm.")
    raise NotAllowed(
        "Bạn được giao một trung tâm khác, không xem được báo cáo này. Muốn xem, hãy đề nghị giám đốc cho phép."
    )


def _may_read(database: Database, reach: Reach, asked: int) -> bool:
    """Whether `reach` covers the centre `asked`, itself or as one that a covered centre continues."""
    if reach.centre == asked:
        return True
    own = Centre.select(Centre.id)
    if reach.unit is not None and reach.narrowed(own.where(Centre.id == asked), Centre.id).exists(database):
        return True
    from tthtcd_tui.models.succession import continuing  # only who asks for another centre's

    found = continuing(database, asked)
    return bool(found) and reach.narrowed(own.where(Centre.id.in_(found)), Centre.id).exists(database)


def may_read_at(database: Database, login: str, asked: int) -> bool:
    """Whether `login` may read the reports of that centre. Raises NotOnStaff."""
    reach = reach_of(person(database, login))
    return reach.is_everywhere or _may_read(database, reach, asked)


def refuse_readers(someone: Person, centre: int | None) -> None:
    """Raise NotAllowed unless `someone` may write at `centre`; None: at all centres alike."""
    refuse_strangers(someone)
    if someone.role is Role.SUPERVISOR:
        raise Supervises
    if someone.role is Role.VIEWER:
        raise NotAllowed("Bạn chỉ có quyền xem. Muốn nhập liệu, hãy đề nghị giám đốc đổi vai trò của bạn.")
    if someone.centre not in (None, centre):
        raise NotAllowed(
            "Bạn được giao một trung tâm khác, ở đây chỉ xem được. Muốn nhập liệu, hãy đề nghị giám đốc giao thêm."
        )


def refuse_all_but_directors(someone: Person, centre: int | None, what: str) -> None:
    """Raise NotAllowed unless `someone` directs `centre`; `what`, in Vietnamese, is what they wanted to do."""
    refuse_strangers(someone)
    if not someone.is_listed:
        raise NoDirector(
            f"Chưa {what} được: tệp dữ liệu này chưa có giám đốc. Hãy ghi tên giám đốc vào danh sách cán bộ trước."
        )
    if someone.role is not Role.DIRECTOR or someone.centre not in (None, centre):
        raise NotAllowed(f"Chỉ giám đốc được {what}. Hãy đề nghị giám đốc làm việc này.")


class Rights(Part):
    """Rights asked in advance, for menus and messages; every action checks them again."""

    def __init__(self, access: Access) -> None:
        super().__init__(access)
        self._looked_at = -1
        """The version of the data in which `refuse_strangers` found nothing to refuse."""

    @reads
    def has_staff(self) -> bool:
        """Whether there is a list of staff; without one, whoever can open the file may write."""
        return has_staff(self.database)

    def refuse_strangers(self, user: str) -> None:
        """Raise NotOnStaff for one who is no longer on the list of staff. Cheap while nobody else writes."""
        if self.database.is_cut_off and self._looked_at != -1:
            return  # each key asks; what is saved is refused then, and who watches the server asks again
        version = data_version(self.database)
        if version != self._looked_at:
            with reading(self.database):
                refuse_strangers(person(self.database, user))
            self._looked_at = version

    @reads
    def refuse_all_but_directors(self, report_id: int, user: str, what: str) -> None:
        """Raise NotAllowed unless `user` directs the centre of that report; `what` is what they want to do."""
        centre = head(self.database, report_id).centre
        refuse_all_but_directors(person(self.database, user), centre, what)

    def reach(self) -> Reach:
        """The centres that the signed-in user may read. Call it inside a transaction. Raises NotOnStaff."""
        return reach_of(person(self.database, self.access.user)) if self.access.user else EVERYWHERE

    def may_read_at(self, centre: int) -> bool:
        """Whether the signed-in user may read the reports of that centre; as `reach`."""
        return not self.access.user or may_read_at(self.database, self.access.user, centre)

    @contextmanager
    def writing_at(self, centre: int | None) -> Iterator[None]:
        """A writing transaction of the signed-in user at `centre`, None: at all centres. Raises NotAllowed."""
        with writing(self.database):
            refuse_readers(person(self.database, self.access.user), centre)
            yield

    @reads
    def refuse_readers(self, centre: int | None) -> None:
        """Raise NotAllowed unless the signed-in user may write at `centre`; None: at all centres alike."""
        refuse_readers(person(self.database, self.access.user), centre)

    @reads
    def reads_all(self) -> bool:
        """Whether the signed-in user may read every centre. Raises NotOnStaff."""
        return self.reach().is_everywhere

    @reads
    def directs_all(self) -> bool:
        """Whether the signed-in user directs every centre. Raises NotOnStaff."""
        someone = person(self.database, self.access.user)
        refuse_strangers(someone)
        return someone.role is Role.DIRECTOR and someone.centre is None

    @reads
    def supervised(self) -> str:
        """The code of the unit that the signed-in user supervises; empty for others. Raises NotOnStaff."""
        return self.reach().unit or ""
