"""The answer of the body above that came as a file: shown whole, then told in the history of the year it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.reply import ReplyKind
from tthtcd_tui.tasks.upward.answered import read_reply, take_reply
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.look import BAD, GOOD, PLAIN
from tthtcd_tui.widgets.menu import Entry

TAKE: Final = "reply"
"""The entry that has it taken."""


class ReplyFile:
    """Nothing is written before `take`."""

    def __init__(self, store: Store, data: bytes) -> None:
        """Raises CodecProblem, NotTheReport."""
        self._data = data
        self._reply, self._year = read_reply(store, data)

    @property
    def words(self) -> str:
        """«Phòng Giáo dục và Đào tạo trả lại báo cáo năm học 2020-2021 của TTHTCĐ Mạo Khê (bản chốt 1)»."""
        reply, year = self._reply, self._year
        return (
            f"{reply.by} {reply.kind.words} báo cáo {year.period.title} của {year.centre.name}"
            f" (bản chốt {reply.version})"
        )

    def entries(self, width: int) -> Iterator[Entry]:
        yield Entry(TAKE, ((" Ghi trả lời này vào lịch sử của báo cáo", GOOD),))
        yield Entry("", ())
        yield from (Entry("", ((f" {line}", PLAIN),)) for line in wrap(f"{self.words}.", width - 2))
        if self._reply.reason:
            is_returned = self._reply.kind is ReplyKind.RETURNED
            told, style = ("Lý do", BAD) if is_returned else ("Ý kiến", PLAIN)
            yield from (Entry("", ((f" {line}", style),)) for line in wrap(f"{told}: {self._reply.reason}", width - 2))

    def take(self, store: Store, user: str) -> str:
        """What has become of it, in words. Raises NotAllowed, and as when it was read."""
        found = take_reply(store, self._data, user)
        done = f"{'Đã ghi' if found.is_new else 'Đã ghi từ trước'}: cấp trên {self._reply.kind.words}."
        return f"{done} Muốn sửa thì giám đốc mở lại ở “Chốt báo cáo”." if found.may_reopen else done
