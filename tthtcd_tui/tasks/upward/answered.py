"""Take in, at the centre, what the body above answered to a submission."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tthtcd_tui.errors import FileProblem, NotReducible, NotTheReport
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.reply import LARGEST, Reply, ReplyKind, decode_reply, is_reply
from tthtcd_tui.report.status import APPROVED, RETURNED, Status
from tthtcd_tui.report.submitted import digests
from tthtcd_tui.tasks.upward.submit import submission_of


class Answered(NamedTuple):
    """A reply, and the year it is about."""

    reply: Reply
    year: Year
    is_new: bool

    @property
    def may_reopen(self) -> bool:
        """Whether the year has to be reopened before it can be set right."""
        return self.reply.kind is ReplyKind.RETURNED and self.year.status is Status.FINAL


def reply_in(path: Path) -> bytes | None:
    """The bytes of a file that is a reply; None for any other, or one that cannot be read."""
    if path.is_dir():
        return None
    try:
        data = read_bounded(path, LARGEST)
    except FileProblem:
        return None
    return data if is_reply(data) else None


def read_reply(store: Store, data: bytes) -> tuple[Reply, Year]:
    """What was answered, and to which year: to the very file that was handed in. Nothing is written.

    Raises CodecProblem, NotTheReport.
    """
    reply = decode_reply(data)
    year = _year(store, reply)
    newest = len(store.versions.of(year.report_id))
    if reply.version != newest:
        raise NotTheReport(
            f"Trả lời này về bản chốt {reply.version} của báo cáo {year.period.title}, mà nay đã có bản {newest}."
            " Không ghi lại. Hãy nộp bản mới nhất."
        )
    return reply, year


def take_reply(store: Store, data: bytes, user: str) -> Answered:
    """Tell in the year's history what was answered, as `read_reply`. Raises NotAllowed too."""
    reply, year = read_reply(store, data)
    place = RETURNED if reply.kind is ReplyKind.RETURNED else APPROVED
    is_new = store.submissions.answer(year.report_id, place, reply.words, user)
    return Answered(reply, year, is_new)


def _year(store: Store, reply: Reply) -> Year:
    """The year of which that file was handed in: made again, its manifest has the same hash."""
    called = store.years.called(reply.centre, reply.period)
    for year in called:
        if reply.submission in _digests(store, year, reply.version):
            return year
    if called:
        raise NotTheReport(
            f"Trả lời này không phải cho bản nộp của báo cáo {called[0].period.title} ở đây: mã kiểm tra khác nhau."
            " Hãy hỏi lại cơ quan cấp trên."
        )
    raise NotTheReport(
        f"Ở đây không có báo cáo {reply.period} của {reply.name or reply.centre} mà cấp trên trả lời."
        " Hãy kiểm tra tệp dữ liệu đang mở."
    )


def _digests(store: Store, year: Year, version: int) -> Iterator[str]:
    """By what each file of that version is answered that can be handed in; none where there is no such version."""
    for carry in (Carry.PRINTED, Carry.ALL):
        with suppress(KeyError, NotReducible):
            yield from digests(submission_of(store, year, version, carry).manifest)
