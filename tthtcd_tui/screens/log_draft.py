"""An activity being entered: what was typed in each field, and what the next one begins with."""

from __future__ import annotations

from collections.abc import Mapping

from tthtcd_tui.tasks.session.log_activity import new_uid

STICKY = ("date", "category")
"""What stays for the next activity."""


class Draft:
    """What stands in the line above the log. Nothing of it is stored before the whole is saved."""

    def __init__(self) -> None:
        self.uid = new_uid()
        self.texts: dict[str, str] = {}
        self._proposed: dict[str, str] = {}

    @property
    def is_touched(self) -> bool:
        """Whether anything in it was typed by a person, and not proposed."""
        return any(text and text != self._proposed.get(key) for key, text in self.texts.items())

    @property
    def is_begun(self) -> bool:
        """Whether something was typed that is not only kept from the last one."""
        return any(text for key, text in self.texts.items() if key not in STICKY)

    def next(self) -> None:
        """Begins the next one."""
        self.uid = new_uid()
        self.texts = {key: text for key, text in self.texts.items() if key in STICKY}
        self._proposed = dict(self.texts)

    def propose(self, key: str, text: str) -> None:
        """Begins with `text` in that field."""
        self.texts[key] = self._proposed[key] = text

    def take_up(self, uid: str, texts: Mapping[str, str]) -> None:
        """Goes on with what was typed before."""
        self.uid, self.texts, self._proposed = uid, dict(texts), {}

    def first_empty(self) -> str:
        """Where typing begins: at what is not kept from the last one."""
        return next((key for key in STICKY if not self.texts.get(key)), "title")
