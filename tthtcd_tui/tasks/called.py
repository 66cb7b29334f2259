"""What people are called where it is told what they did: by name and unit; by login only where no name is known."""

from __future__ import annotations

from collections.abc import Iterable

from tthtcd_tui.models.people.signatures import Signature
from tthtcd_tui.models.store import Store


def called(store: Store, logins: Iterable[str], centre: int | None = None) -> dict[str, str]:
    """Each of `logins` in words: «Trần Thị Thu (Tỉnh Mẫu)». Who works at `centre`, by name alone."""
    asked = set(logins)
    known = store.staff.signatures(asked) if asked else {}
    return {login: words(login, known[login], centre) if login in known else login for login in asked}


def words(login: str, who: Signature, centre: int | None) -> str:
    """Of two who share a name the login says which."""
    where = who.unit or (who.centre_name if who.centre != centre else "")
    told = ", ".join(filter(None, (where, "" if who.is_alone else login)))
    return f"{who.name} ({told})" if told else who.name
