"""What is wrong with a form's file, or with something typed: a Vietnamese sentence that says what to do next."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something typed was not taken. It is returned, not raised: the text stays where it was typed."""

    message: str


class FormProblem(ValueError):
    """A form that cannot be used; names the file, the table and the key. No file: it could not be read at all."""

    def __init__(self, file: str, table: str, key: str, message: str) -> None:
        where = " · ".join(_short(part) for part in (file, f"[{table}]" if table else "", key) if part)
        # A key or a file's name may hold what a terminal would obey.
        said = f"{where}: {message}" if where else message
        self.message = "".join(c if c.isprintable() else "?" for c in said)
        super().__init__(self.message)
        self.file = file
        self.table = table
        self.key = key


def _short(part: str) -> str:
    return part if len(part) <= 100 else part[:99] + "…"
