"""Answer a submission, at the body above: sent back with a reason, or approved; told in the register."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.errors import CannotFinalise, NoSuchCentre
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.register.register import Register, now
from tthtcd_tui.register.standing import Kept, Standing, standing
from tthtcd_tui.report.reply import Reply, ReplyKind, encode_reply
from tthtcd_tui.report.submitted import manifest_digest
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted


def find_kept(found: Standing, typed: str) -> Kept:
    """The newest submission of that unit or centre, by code or name. Raises NoSuchCentre."""
    wanted = [kept for kept in found.latest.values() if typed in _codes(kept) or fold(typed) in _names(kept)]
    if len(wanted) == 1:
        return wanted[0]
    if wanted:
        told = [f"{kept.manifest.centre.code} · {kept.manifest.centre.name} · {kept.title}" for kept in wanted]
        raise NoSuchCentre(f"Có {len(wanted)} bản nộp của {quoted(typed)}. Hãy ghi rõ hơn:", told)
    known = [word for kept in found.latest.values() for word in (*_codes(kept), kept.title)]
    meant = did_you_mean(typed, known)
    raise NoSuchCentre(
        f"Chưa nhận bản nộp nào của {quoted(typed)} cho {found.period.title}.{meant or ' Hãy kiểm tra mã hoặc tên.'}"
    )


def _codes(kept: Kept) -> set[str]:
    return {kept.manifest.centre.code, *([kept.unit.code] if kept.unit else ())}


def _names(kept: Kept) -> set[str]:
    names = (kept.manifest.centre.name, kept.manifest.commune, kept.unit.name if kept.unit else "")
    return {fold(name) for name in names if name}


class Verdict(NamedTuple):
    """What is said of a submission."""

    kind: ReplyKind
    reason: str
    by: str
    """The body that says it."""


def reply_to(kept: Kept, verdict: Verdict) -> Reply:
    """What is answered. Raises CannotFinalise where it is sent back without a reason."""
    reason = clean_line(verdict.reason)
    if verdict.kind is ReplyKind.RETURNED and not reason:
        raise CannotFinalise("Trả lại bản nộp phải có lý do. Hãy ghi lý do.")
    found = kept.manifest
    return Reply(
        verdict.kind,
        *found.centre,
        found.period.label,
        found.year,
        found.version,
        manifest_digest(kept.manifest),
        reason,
        clean_line(verdict.by),
        now(),
    )


def answer(
    register: Register,
    period: Period,
    typed: str,
    verdict: Verdict,
    user: str,
    path: Path,
    *,
    overwrite: bool = False,
) -> Reply:
    """Answer the newest submission of a unit: the file to be mailed first, then the line in the register.

    Raises NoSuchCentre, CannotFinalise, FileProblem; then nothing is told.
    """
    with register.locked():
        kept = find_kept(standing(register, period), typed)
        reply = reply_to(kept, verdict)
        write_whole(path, encode_reply(reply), overwrite=overwrite)
        event = {"event": reply.kind.value, "sha256": kept.digest, "reason": reply.reason, "at": reply.at, "by": user}
        register.add(period, [event])
    return reply
