"""Find the database, the centre and the year that a command or the screens are to work on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from tthtcd_tui.errors import (
    AddressInCommand,
    ManyCentres,
    NoCentre,
    NoDatabase,
    NoReport,
    NoUserName,
    TaskProblem,
    TextProblem,
)
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.storage.address import Location, parse_location
from tthtcd_tui.models.storage.locations import is_there
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care.notice import tell
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.periods import parse_period
from tthtcd_tui.text.problem import quoted

_LONGEST_USER = 64
_STRETCH = 20
"""Years fetched at once; those after the first are tried only if it cannot be read."""
MOST_LISTED = 40
"""The most centres that a message lists to choose from."""
_SERVERS = ("postgresql:", "postgres:", "service=")
"""How a server's address begins when it was parsed as a path."""


def database_location(asked: Path | None) -> Location:
    """`asked`, else TTHTCD_DB (a path or a server's address), else tthtcd/tthtcd.db in the user's data folder.

    Raises AddressInCommand.
    """
    if asked is not None:
        if str(asked).startswith(_SERVERS):
            raise AddressInCommand
        return asked
    if named := os.environ.get("TTHTCD_DB"):
        return parse_location(named)
    from platformdirs import user_data_path  # costs a few milliseconds, and most servers name the database

    return user_data_path("tthtcd") / "tthtcd.db"


def local_path(asked: Path | None) -> Path:
    """The database's file; for data on a server, the path that stands for it here (`ServerAddress.local`)."""
    location = database_location(asked)
    return location if isinstance(location, Path) else location.local


def open_store(asked: Path | None, user: str | None = None, make: bool = False) -> Store:
    """Open the Store at `database_location` for `user`, else for the login. Raises NotOnStaff and other StoreProblems.

    A missing database is made only with `make`; the user becomes its director.
    """
    location = database_location(asked)
    if not is_there(location):
        if make:
            return _looked_after(Store(location, user_name(user)))
        words = f"tệp dữ liệu {quoted(str(location))}" if isinstance(location, Path) else f"dữ liệu ở “{location}”"
        raise NoDatabase(f"Chưa có {words}.")
    store = Store(location)
    try:
        if store.rights.has_staff():
            store.sign_in(user_name(user))
        else:  # it does not matter who reads, but what they change is told under their name
            with suppress(NoUserName):
                store.user = user_name(user)
    except BaseException:
        store.close()
        raise
    return _looked_after(store)


def _looked_after(store: Store) -> Store:
    """Send a notice if the store is read-only, and have the day's first write preceded by a backup."""
    if store.refusal:
        tell(store.refusal.message)
    if store.keeps_backups:
        store.before_writing(lambda: _back_up(store))
    return store


def _back_up(store: Store) -> None:
    from tthtcd_tui.tasks.care.daily_backup import back_up_daily  # only who saves something needs it

    words = back_up_daily(store.path) if store.years.any() else ""
    if words:
        tell(words)


def user_name(asked: str | None) -> str:
    """The login under which changes are made: the one asked for, else that of the system."""
    try:
        name = clean_line(asked if asked is not None else _login_name())
    except (TextProblem, OSError, KeyError):
        name = ""
    if not name or len(name) > _LONGEST_USER:
        raise NoUserName(f"Chưa rõ ai đang nhập, hoặc tên dài hơn {_LONGEST_USER} ký tự.")
    return name


def _login_name() -> str:
    import getpass  # pulls in the terminal's modes

    return getpass.getuser()


def find_centre(store: Store, code: str | None) -> CentreRow:
    """The centre of that code; without a code, the only one there is. Raises TaskProblem where that is not clear."""
    found = store.centres.all(limit=2) if code is None else list(filter(None, [store.centres.called(code)]))
    if len(found) == 1:
        return found[0]
    centres = store.centres.all()
    if not centres:
        raise NoCentre
    if code is None:
        raise ManyCentres("Có nhiều trung tâm, chưa rõ là trung tâm nào.", _listed(centres))
    meant = _nearest(code, (centre.code for centre in centres))
    raise TaskProblem(f"Không có trung tâm mã {quoted(code)}.{meant} Chọn một trong:", _listed(centres))


def current_year(store: Store, code: str | None) -> Year | None:
    """The newest year of that centre, or of all; None where there is none yet."""
    return next(years_by_age(store, code), None)


def years_by_age(store: Store, code: str | None) -> Iterator[Year]:
    """The years of that centre, or of all, the newest first; read only as far as they are asked for."""
    centre = find_centre(store, code).id if code else None
    skip = 0
    while years := store.years.newest(centre, skip, _STRETCH):
        yield from years
        skip += len(years)


def find_year(store: Store, code: str | None, label: str) -> Year:
    """The year of that label."""
    centre = find_centre(store, code)
    years = store.years.of(centre.id)
    wanted = period_label(label)
    for year in years:
        if year.period.label == wanted:
            return year
    known = [year.period.label for year in years]
    meant = "" if is_period(label) else _nearest(label, known)
    told = f" Các kỳ đã có: {', '.join(known)}." if known else ""
    raise NoReport(f"Chưa có báo cáo kỳ {quoted(wanted)} của {centre.name}.{meant}{told}", wanted, known)


def _nearest(given: str, known: Iterable[str]) -> str:
    from tthtcd_tui.text.nearest import did_you_mean  # only a mistake needs it

    return did_you_mean(given, known)


def is_period(raw: str) -> bool:
    """Whether `raw` can be read as a period, whether there is a report of it or not."""
    try:
        parse_period(raw)
    except TextProblem:
        return False
    return True


def period_label(raw: str) -> str:
    """The label of the period typed; anything else is taken for a label itself."""
    try:
        return parse_period(raw).label
    except TextProblem:
        return raw


def _listed(centres: list[CentreRow]) -> list[str]:
    listed = [f"{centre.code} · {centre.name}" for centre in centres[:MOST_LISTED]]
    return [*listed, f"… và {others} trung tâm khác"] if (others := len(centres) - MOST_LISTED) > 0 else listed
