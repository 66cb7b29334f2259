"""An activity being entered: what was typed in each field, and what the next one begins with."""

from __future__ import annotations

from tthtcd_tui.tasks.log_activity import new_uid

STICKY = ("date", "category")
"""What stays for the next activity."""


class Draft:
    """What stands in the line above the log. Nothing of it is stored before the whole is saved."""

    def __init__(self) -> None:
        self.uid = new_uid()
        self.texts: dict[str, str] = {}

    @property
    def is_begun(self) -> bool:
        """Whether something was typed that is not only kept from the last one."""
        return any(text for key, text in self.texts.items() if key not in STICKY)

    def next(self) -> None:
        """Begins the next one."""
        self.uid = new_uid()
        self.texts = {key: text for key, text in self.texts.items() if key in STICKY}

    def first_empty(self) -> str:
        """Where typing begins: at what is not kept from the last one."""
        return next((key for key in STICKY if not self.texts.get(key)), "title")
