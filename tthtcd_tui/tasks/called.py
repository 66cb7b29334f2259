"""Display names of people in histories and comments: name and unit; the login only where no name is known."""

from __future__ import annotations

from collections.abc import Iterable

from tthtcd_tui.models.people.signatures import Signature
from tthtcd_tui.models.store import Store


def called(store: Store, logins: Iterable[str], centre: int | None = None) -> dict[str, str]:
    """The display name of each of `logins`: «Trần Thị Thu (Tỉnh Mẫu)»; the name alone for staff of `centre`."""
    asked = set(logins)
    known = store.staff.signatures(asked) if asked else {}
    return {login: words(login, known[login], centre) if login in known else login for login in asked}


def words(login: str, who: Signature, centre: int | None) -> str:
    """One display name; the login is added where several people share the name."""
    where = who.unit or (who.centre_name if who.centre != centre else "")
    told = ", ".join(filter(None, (where, "" if who.is_alone else login)))
    return f"{who.name} ({told})" if told else who.name
