"""Which register, which period: what every command of a superior begins with."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tthtcd_tui.errors import NothingReceived
from tthtcd_tui.register.register import Register
from tthtcd_tui.tasks.care.open_store import local_path
from tthtcd_tui.text.periods import Period, parse_period

_FOLDER: Final = "tiep-nhan"


def open_register(asked: Path | None, database: Path | None) -> Register:
    """The register in the folder asked for, else in `tiep-nhan` beside the database."""
    return Register(asked if asked is not None else local_path(database).with_name(_FOLDER))


def find_period(register: Register, typed: str) -> Period:
    """The period typed, whether anything of it was received or not. Raises TextProblem."""
    register.refuse_missing()
    return parse_period(typed)


def received_period(register: Register, typed: str) -> Period:
    """The period typed, of which something was received. Raises NothingReceived, TextProblem."""
    period = find_period(register, typed)
    known = register.periods()
    if f"{period.start.isoformat()}_{period.end.isoformat()}" not in known:
        raise NothingReceived(f"Chưa nhận bản nộp nào của {period.title}. Hãy kiểm tra lại kỳ báo cáo.")
    return period
