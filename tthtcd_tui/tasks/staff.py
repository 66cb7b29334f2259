"""Who may open the database and what they may do: the list of staff, as a director keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.heads import LONGEST_NAME
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.staff import Member, StaffEntry
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.open_store import find_centre, user_name
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.text.problem import TextProblem, quoted

_EVERYWHERE: Final = "mọi trung tâm"


def add_member(store: Store, login: str, name: str, role: Role, centre: str | None = None) -> Member:
    """Puts somebody on the list, by the code of their `centre` or for all centres. Raises TaskProblem, StoreProblem."""
    member = Member(user_name(login), _name(name), role, _centre(store, centre))
    store.add_staff(member)
    return member


def edit_member(
    store: Store,
    login: str,
    name: str | None = None,
    role: Role | None = None,
    centre: str | None = None,
    all_centres: bool = False,
) -> Member:
    """Changes what is given of somebody on the list."""
    old = _member(store, login)
    where = None if all_centres else _centre(store, centre) if centre else old.centre
    member = Member(old.login, old.name if name is None else _name(name), role or old.role, where)
    store.edit_staff(member)
    return member


def remove_member(store: Store, login: str) -> Member:
    """Takes somebody off the list: they open the database no more. Their name in the history stays."""
    member = _member(store, login)
    store.remove_staff(member.login)
    return member


def make_director(store: Store, login: str) -> None:
    """Of a database without a list of staff, such as the sample's, somebody becomes the director."""
    if not store.has_staff():
        store.add_staff(Member(login, login, Role.DIRECTOR))


def described(member: Member) -> str:
    """«canbo1 · Nguyễn Thị Lan · nhập liệu · mọi trung tâm»"""
    return " · ".join((member.login, *_sides(member)))


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One change of the list, as it is told; the time is that of Viet Nam."""

    at: datetime
    user: str
    entry: StaffEntry

    @property
    def words(self) -> str:
        """«thêm lan · Nguyễn Thị Lan · nhập liệu · mọi trung tâm», «sửa lan: vai trò: nhập liệu → giám đốc»"""
        before, after = self.entry.before, self.entry.after
        if before and after:
            told = zip(_SIDES, _sides(before), _sides(after), strict=True)
            changed = "; ".join(f"{what}: {old} → {new}" for what, old, new in told if old != new)
            return f"sửa {self.entry.login}: {changed}"
        if after:
            return f"thêm {described(after)}"
        return f"bỏ {described(before)}" if before else ""

    def tree(self) -> dict[str, object]:
        before, after = (tree(member) if member else None for member in (self.entry.before, self.entry.after))
        told = {"at": self.at.isoformat(), "user": self.user, "login": self.entry.login}
        return {**told, "before": before, "after": after}


def staff_history(store: Store, limit: int) -> list[StaffLine]:
    """The newest `limit` changes of the list."""
    entries = store.staff_history(limit)
    return [StaffLine(entry.at.astimezone(HOUR_OF_VIETNAM), entry.user, entry) for entry in entries]


def tree(member: Member) -> dict[str, str | None]:
    """As JSON."""
    centre = member.centre.code if member.centre else None
    return {"login": member.login, "name": member.name, "role": member.role.value, "centre": centre}


_SIDES: Final = ("họ tên", "vai trò", "được giao")


def _sides(member: Member) -> tuple[str, str, str]:
    return member.name, member.role.words, member.centre.name if member.centre else _EVERYWHERE


def _member(store: Store, login: str) -> Member:
    for member in store.staff():
        if member.login == login:
            return member
    raise TaskProblem(f"Không có {quoted(login)} trong danh sách cán bộ. Hãy gõ “tthtcd staff list” để xem.")


def _centre(store: Store, code: str | None) -> CentreRow | None:
    return find_centre(store, code) if code else None


def _name(raw: str) -> str:
    try:
        name = clean_line(raw)
    except TextProblem as problem:
        raise TaskProblem(problem.message) from None
    if not name or len(name) > LONGEST_NAME:
        raise TaskProblem(f"Họ tên phải có từ 1 đến {LONGEST_NAME} ký tự. Hãy ghi lại họ tên.")
    return name
