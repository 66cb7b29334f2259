"""Accept data that the program did not write and that are right all the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tthtcd_tui.errors import Damaged, NothingToAccept, TaskProblem
from tthtcd_tui.models.health import health, server_health
from tthtcd_tui.models.soundness.check import Progress
from tthtcd_tui.models.soundness.flaw import Flaw
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.tasks.care.open_store import open_store
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.problem import quoted

_LONGEST_REASON = 500


def accept(
    asked: Path | None, user: str | None, codes: Sequence[str], why: str, progress: Progress | None = None
) -> list[str]:
    """Accept the findings of the deep reading named by `codes`, all or none; returns them in words.

    The ledger keeps who, when, why, and what was found. Raises NotAllowed for all but directors of all centres,
    NothingToAccept for a code that names no present finding, TaskProblem without a reason.
    """
    reason = clean_line(why)
    if not reason or len(reason) > _LONGEST_REASON:
        raise TaskProblem(f"Lý do phải có từ 1 đến {_LONGEST_REASON} ký tự. Hãy ghi lại lý do.")
    store = open_store(asked, user)
    try:
        known = {flaw.code: flaw for flaw in _flaws(store.place, progress) if flaw.code}
        if unknown := [code for code in dict.fromkeys(codes) if code not in known]:
            names = ", ".join(map(quoted, unknown))
            raise NothingToAccept(f"Chưa chấp nhận gì: không có chỗ nào mang mã {names}. Hãy kiểm tra lại mã.")
        return [flaw.kept for flaw in store.acceptances.accept([known[code] for code in dict.fromkeys(codes)], reason)]
    finally:
        store.close()


def _flaws(location: Location, progress: Progress | None) -> tuple[Flaw, ...]:
    """All findings of the deep reading. Raises Damaged where the engine itself cannot read the data."""
    if not isinstance(location, Path):
        there = server_health(location, progress)
        return there.flaws if there else ()
    found = health(location, progress)
    if found.faults:
        raise Damaged
    return found.flaws
