"""Who may open the database and what they may do: the list of staff, as a director keeps it."""

from __future__ import annotations

from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.staff import Member
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.open_store import find_centre, user_name
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.problem import TextProblem, quoted

_LONGEST_NAME = 200


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
    where = member.centre.name if member.centre else "mọi trung tâm"
    return f"{member.login} · {member.name} · {member.role.words} · {where}"


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
    if not name or len(name) > _LONGEST_NAME:
        raise TaskProblem(f"Họ tên phải có từ 1 đến {_LONGEST_NAME} ký tự. Hãy ghi lại họ tên.")
    return name
