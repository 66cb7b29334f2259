"""Who may open the database and what they may do: the list of staff, as a director keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from tthtcd_tui.errors import NoSuchStaff, TaskProblem
from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.core_tables import LONGEST_NAME
from tthtcd_tui.models.people.staff import Member, StaffEntry
from tthtcd_tui.models.roles import Reads, Role
from tthtcd_tui.models.storage.backup import backups, backups_folder
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.recovery.spool import give_to
from tthtcd_tui.report.units import Unit
from tthtcd_tui.tasks.care.open_store import find_centre, user_name
from tthtcd_tui.tasks.care.own_folder import DISCARDED, DRAFTS, own_folder
from tthtcd_tui.tasks.people.belonging import known_units
from tthtcd_tui.tasks.session.last_year import forget_last_year
from tthtcd_tui.tasks.transfer.export_file import ExportFolder
from tthtcd_tui.tasks.years.years import DELETED
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.problem import quoted

_EVERYWHERE: Final = "mọi trung tâm"


class Post(NamedTuple):
    """Where somebody works, as it was typed: a centre's code, all centres, or a supervisor's unit; None: not given."""

    centre: str | None = None
    may_read: Reads | None = None
    unit: str | None = None
    all_centres: bool = False


EVERYWHERE: Final = Post()


def add_member(store: Store, login: str, name: str, role: Role, post: Post = EVERYWHERE) -> Member:
    """Put somebody on the list, at all centres unless `post` says otherwise. Raises TaskProblem, StoreProblem."""
    where = _centre(store, post.centre), post.may_read or Reads.OWN, _unit(store, post.unit)
    member = Member(user_name(login), _name(name), role, *where)
    store.staff.add(member)
    return member


def edit_member(
    store: Store, login: str, name: str | None = None, role: Role | None = None, post: Post = EVERYWHERE
) -> Member:
    """Change what is given of an entry, and leave the rest. With another role a supervisor loses the unit."""
    old = _member(store, login)
    centre = None if post.all_centres or post.unit else _centre(store, post.centre) or old.centre
    new_name, new_role = old.name if name is None else _name(name), role or old.role
    unit = _unit(store, post.unit) if post.unit else old.unit if new_role is Role.SUPERVISOR else None
    member = Member(old.login, new_name, new_role, centre, post.may_read or old.reads, unit)
    store.staff.edit(member)
    return member


def remove_member(store: Store, login: str) -> Member:
    """Take somebody off the list: they can no longer open the database. Their name in the history stays."""
    member = _member(store, login)
    store.staff.remove(member.login)
    return member


@dataclass(frozen=True, slots=True)
class ErasedMember:
    """The result of erasing somebody: the number in place of their login, and where their names still are."""

    login: str
    versions: tuple[str, ...]
    backups: tuple[Path, ...]
    copies: tuple[Path, ...]
    """Copies of deleted years that still have a name, and their folder of exported files."""


def erase_member(store: Store, login: str, why: str = "") -> ErasedMember:
    """Put a number where somebody's login and names stand. What they did and wrote stays."""
    erased = store.staff.erase(login, clean_line(why))
    for folder in (own_folder() / DRAFTS, own_folder() / DRAFTS / DISCARDED):
        give_to(folder, login, store.path, erased.login)
    forget_last_year(login, store.path)
    versions = tuple(f"{kept.centre} {kept.period}, bản chốt {kept.version}" for kept in erased.versions)
    kept = tuple(backup.path for backup in backups(store.path, backups_folder(store.path)))
    return ErasedMember(erased.login, versions, kept, tuple(_copies(store, erased.names)))


def _copies(store: Store, names: tuple[str, ...]) -> Iterator[Path]:
    """Files beside the database that contain one of `names`, and the folder of the person's exports."""
    words = [name.encode() for name in names]
    with suppress(OSError):
        for file in sorted(store.path.with_name(DELETED).glob("*.json")):
            content = file.read_bytes()
            if any(word in content for word in words):
                yield file
    exported = ExportFolder.of_a_server(store, names[0]).folder
    if exported.exists():
        yield exported


def make_director(store: Store, login: str) -> None:
    """Make somebody the first director of a database without a list of staff, such as the sample's."""
    if not store.rights.has_staff():
        store.staff.add(Member(login, login, Role.DIRECTOR))


def described(member: Member) -> str:
    """«canbo1 · Nguyễn Thị Lan · nhập liệu · mọi trung tâm»"""
    return " · ".join(filter(None, (member.login, *_sides(member))))


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
            changed = "; ".join(
                f"{what}: {old or '(không)'} → {new or '(không)'}" for what, old, new in told if old != new
            )
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
    entries = store.staff.history(limit)
    return [StaffLine(entry.at.astimezone(HOUR_OF_VIETNAM), entry.user, entry) for entry in entries]


def tree(member: Member) -> dict[str, str | None]:
    """As JSON."""
    centre, unit = member.centre.code if member.centre else None, member.unit.code if member.unit else None
    reads = member.reads.value if member.centre or member.unit else Reads.ALL.value
    who = {"login": member.login, "name": member.name, "role": member.role.value}
    return {**who, "centre": centre, "reads": reads, "unit": unit}


_SIDES: Final = ("họ tên", "vai trò", "được giao", "được xem")


def _sides(member: Member) -> tuple[str, str, str, str]:
    """Name, role, post, and what they may read where that is not just where they work."""
    if member.unit is not None:
        return member.name, member.role.words, f"{member.unit.name} ({member.unit.code})", ""
    if member.centre is None:
        return member.name, member.role.words, _EVERYWHERE, ""
    beyond = f"xem {_EVERYWHERE}" if member.reads is Reads.ALL else ""
    return member.name, member.role.words, member.centre.name, beyond


def _member(store: Store, login: str) -> Member:
    members = store.staff.members()
    for member in members:
        if member.login == login:
            return member
    meant = did_you_mean(login, (member.login for member in members))
    raise NoSuchStaff(f"Không có {quoted(login)} trong danh sách cán bộ.{meant or ' Hãy kiểm tra lại tên đăng nhập.'}")


def _centre(store: Store, code: str | None) -> CentreRow | None:
    return find_centre(store, code) if code else None


def _unit(store: Store, typed: str | None) -> Unit | None:
    """The unit of that code or name. Raises NoSuchUnit."""
    return known_units(store).named(typed) if typed else None


def _name(raw: str) -> str:
    name = clean_line(raw)
    if not name or len(name) > LONGEST_NAME:
        raise TaskProblem(f"Họ tên phải có từ 1 đến {LONGEST_NAME} ký tự. Hãy ghi lại họ tên.")
    return name
