"""Finalising the report (chốt), reopening it with a reason, and the versions kept of it, each to be exported again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from tthtcd_tui.errors import HasErrors
from tthtcd_tui.files.names import safe_name
from tthtcd_tui.models.submissions import Standing
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.kinds.details import left_to_hand
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.stage import Stage, Step
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.fetching import Asked, Which, fetching, fetching_submission
from tthtcd_tui.screens.file_writer import FileWriter
from tthtcd_tui.screens.one_line import OneLine
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, export_to
from tthtcd_tui.tasks.upward.at_year import approve, hand_in, hands_in_to, mail_to, may_mail, may_send_back, send_back
from tthtcd_tui.tasks.upward.look import Waiting, next_waiting
from tthtcd_tui.tasks.years.finalise import finalise, obstacles, reopen
from tthtcd_tui.tasks.years.kept_versions import KeptVersion, kept_versions, version_bytes
from tthtcd_tui.text.numbers import format_size
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.sheet_rows import RowKind, SheetRow

_REASON: Final = Place("final/reason")
_LABEL: Final = 24
_MARGIN: Final = 6
_ADVICE: Final = {
    "finalise": "Giám đốc chốt khi báo cáo đã đúng. Bản chốt được giữ mãi; muốn sửa thì mở lại và ghi lý do.",
    "hand-in": "Enter: nộp. Cấp trên thấy ngay, duyệt hoặc trả lại kèm lý do; không phải gửi tệp.",
    "mail": "Enter: làm tệp .zip gồm bản đã chốt và các số để cấp trên cộng; không kèm điều không in.",
    "reply": "Enter: chọn tệp .json cấp trên gửi lại. Xem trước rồi mới ghi vào lịch sử.",
    "approve": "Enter: duyệt. Nếu còn chỗ phải sửa, ghi lý do ở dòng dưới rồi trả lại.",
    "next": "Enter: mở báo cáo ấy; xem rồi trở lại màn hình này của nó để duyệt hoặc trả lại.",
    "reopen": "Enter: mở lại với lý do ở trên. Bản đã chốt vẫn được giữ.",
}
"""What Enter does on a row, by its action."""
_AT_YOURS: Final = "Trên máy của bạn, mở cửa sổ dòng lệnh rồi gõ:"
_TIME: Final = "%H:%M ngày %d/%m/%Y"


class FinaliseScreen(SheetScreen):
    """What stands in the way first, each with a way to its cell; then the versions there are."""

    KEYS: ClassVar[tuple[str, ...]] = ("f8", "f9", "escape", "f1", "ctrl+g", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False
    WRITES_REPORT: ClassVar[bool] = False

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._writer = FileWriter(self)
        self._reason = OneLine(_REASON)
        self._versions: list[KeptVersion] = []
        self._told: tuple[int, list[str]] = (0, [])
        """What was said last of fetching a version, and of which."""
        self._mailed: list[str] = []
        """What was said last of the file that is mailed."""
        self._stage = Stage(Step.DRAFT)
        self._next: Waiting | None = None
        """Another report that waits for whoever looks, once this one does not."""

    @property
    def title_words(self) -> str:
        return "DUYỆT, TRẢ LẠI" if self.session.supervises else "CHỐT BÁO CÁO"

    @property
    def aside(self) -> str:
        if self.session.supervises:
            return f"{self._stage.words} "
        return "đã chốt, chỉ xem " if self.session.is_final else "chưa chốt "

    # -- what is shown ------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        session = self.session
        self._versions = kept_versions(session.store, session.year)
        self._stage = session.stage
        is_done = session.supervises and not self._stage.waits_for_me
        self._next = next_waiting(session.store, session.year) if is_done else None
        super().reload()

    def rows(self) -> Iterator[SheetRow]:
        for words in _told(self.session.handed_in, self._stage):
            yield from self._text(words)
        if self.session.supervises:
            yield from self._answer_rows()
        elif self.session.is_final:
            yield from self._final_rows()
        else:
            yield from self._open_rows()
        if self._versions:
            what = "lấy về máy của bạn" if self._is_served else "xuất lại"
            yield SheetRow(RowKind.HEADING, f"Các bản đã chốt (Enter để {what} đúng tệp DOCX đó)")
        for kept in reversed(self._versions):
            yield SheetRow(RowKind.ACTION, _version_words(kept), action=f"version:{kept.version.number}")
            if self._told[0] == kept.version.number:
                for words in self._told[1]:
                    yield from self._text(words)
            if kept.reopened:
                reopened = kept.reopened
                yield from self._text(f"{reopened.who} mở lại lúc {reopened.at:{_TIME}}: {reopened.reason}")

    def _text(self, words: str) -> Iterator[SheetRow]:
        """All of it: a reason that was cut would be acted on by half."""
        width = max((self.sheet.size.width or 80) - _MARGIN, 20)
        return (SheetRow(RowKind.TEXT, line) for line in wrap(words, width))

    def _open_rows(self) -> Iterator[SheetRow]:
        found = obstacles(self.session.context)
        words = "Chốt báo cáo: giữ nguyên bản này, từ đó chỉ xem"
        fits = len(words) <= (self.sheet.size.width or 80) - _MARGIN
        yield SheetRow(RowKind.ACTION, words if fits else "Chốt báo cáo", action="finalise")
        if found:
            yield SheetRow(RowKind.HEADING, f"Còn {len(found)} chỗ phải xong trước khi chốt (Enter để đến)")
        for finding in found:
            yield SheetRow(RowKind.ACTION, finding.message, action=f"goto:{finding.place}")

    def _final_rows(self) -> Iterator[SheetRow]:
        if unit := hands_in_to(self.session):
            number = self._versions[-1].version.number
            yield SheetRow(RowKind.ACTION, f"Nộp bản chốt {number} cho {unit} và cấp trên", action="hand-in")
        elif may_mail(self.session):
            yield from self._mail_rows()
        cell = self._reason.cell(self.sheet.size.width, _LABEL)
        yield SheetRow(RowKind.CELLS, "Lý do mở lại", (cell,))
        yield SheetRow(RowKind.FINISH, "Mở lại báo cáo để sửa", action="reopen")

    def _mail_rows(self) -> Iterator[SheetRow]:
        """Of a centre whose body above is on another machine."""
        number = self._versions[-1].version.number
        yield SheetRow(RowKind.ACTION, f"Làm tệp bản nộp (bản chốt {number}) để gửi thư cho cấp trên", action="mail")
        for words in self._mailed:
            yield from self._text(words)
        if self.session.handed_in.version == number:
            yield SheetRow(RowKind.ACTION, "Nhận tệp trả lời của cấp trên", action="reply")

    def _answer_rows(self) -> Iterator[SheetRow]:
        """For whoever is above the centre."""
        if self._stage.waits_for_me:
            yield SheetRow(RowKind.ACTION, "Duyệt bản đã nộp", action="approve")
        if self._next:
            left = f" (còn {self._next.left})" if self._next.left > 1 else ""
            yield SheetRow(RowKind.ACTION, f"Xem báo cáo chờ duyệt tiếp theo: {self._next.name}{left}", action="next")
        if not may_send_back(self.session):
            yield from self._text(f"Chưa có gì để duyệt: {self._stage.words}.")
            return
        cell = self._reason.cell(self.sheet.size.width, _LABEL)
        yield SheetRow(RowKind.CELLS, "Lý do trả lại", (cell,))
        yield SheetRow(RowKind.FINISH, "Trả lại để trung tâm sửa", action="return")

    def hint(self) -> Message:
        row = self.sheet.row
        action = row.action.partition(":")[0] if row else ""
        if self.sheet.error:
            return Message(self.sheet.error, wrong=True)
        if action == "goto" and row:
            return Message(row.label)
        if action == "return":
            taken_back = " Những gì đã duyệt phải duyệt lại." if self.session.handed_in.answers else ""
            return Message(f"Enter: trả lại với lý do ở trên; báo cáo mở lại ngay cho trung tâm sửa.{taken_back}")
        if action in _ADVICE or self.sheet.cell is None:
            return Message(_ADVICE.get(action, ""))
        if self.session.supervises:
            return Message("Trung tâm đọc thấy lý do này. Ghi lý do, Enter, rồi Enter lần nữa để trả lại.")
        return Message("Chỉ giám đốc mở lại được. Ghi lý do rồi Enter; lý do được giữ trong lịch sử.")

    # -- what is done -------------------------------------------------------------------------------------------------

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        problem = self._reason.enter(cells)
        if problem is None:
            self.reload()
        return problem

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return False

    def acted(self, row: SheetRow) -> None:
        kind, _, rest = row.action.partition(":")
        if kind == "goto":
            self.navigator.open(to.AtPlace(Place(rest)))
        elif kind == "version":
            self._export(int(rest))
        elif kind == "reopen":
            self._try(self._reopen, "Đã mở lại. Báo cáo lại sửa được.")
        elif kind == "hand-in":
            self._try(partial(hand_in, self.session), "Đã nộp: cấp trên thấy ngay.")
        elif kind == "mail":
            self._mail()
        elif kind == "reply":
            self.navigator.show(registry.IMPORT.name)
        elif kind == "next" and self._next:
            self.navigator.open_year(self._next.year, "")
        elif kind == "return":
            self._try(self._send_back, "Đã trả lại. Trung tâm thấy lý do và sửa được ngay.")
        elif kind == "approve":
            words = f"Duyệt báo cáo {self.session.year.period.title} của {self.session.year.centre.name}?"
            self.ask(words, partial(self._try, partial(approve, self.session), "Đã duyệt."), "Chưa duyệt.")
        elif obstacles(self.session.context):
            self.say("Chưa chốt được: xem các chỗ ở dưới. Enter đến từng chỗ.", wrong=True)
        else:
            words = f"{self._to_be_known()}Chốt báo cáo? Từ đó muốn sửa thì giám đốc phải mở lại."
            self.ask(words, partial(self._try, self._finalise, "Đã chốt. Bản này được giữ mãi."), "Chưa chốt.")

    def _to_be_known(self) -> str:
        """What a director should know before they say yes."""
        warned, by_hand = self.session.tally.warnings, left_to_hand(self.session.form, self.session.facts)
        names = ", ".join(label_at(self.session.form, place) for place in by_hand)
        told = (f"Còn {warned} cảnh báo. " if warned else "", f"{names} còn trống: ghi tay. " if names else "")
        return "".join(told)

    def _finalise(self) -> None:
        session = self.session
        finalise(session.store, session.year, session.user, seen=session.revision)

    def _reopen(self) -> None:
        session = self.session
        reopen(session.store, session.year, session.user, self._reason.text)
        self._reason = OneLine(_REASON)

    def _send_back(self) -> None:
        send_back(self.session, self._reason.text)
        self._reason = OneLine(_REASON)

    def _try(self, act: Callable[[], object], words: str) -> None:
        try:
            act()
        except HasErrors:
            self.session.refresh()
            self.show_all()
            raise
        self.session.refresh()
        self.services.report.reload()
        self.show_all()
        self.say(words, good=True)

    @property
    def _is_served(self) -> bool:
        """Whether a file written here would lie where nobody who sits before the screen can reach it."""
        return self.services.export_folder().is_served

    def _export(self, number: int) -> None:
        """A file of this machine; from a shared server one is fetched, and none lies there."""
        name = safe_name(f"bao-cao-{self.session.year.period.label}-ban-{number}", ".docx")
        if self._is_served:
            self._tell_fetching(number, Path(name))
        else:
            self._writer.write(name, partial(self._export_to, number))

    def _mail(self) -> None:
        """As with a version: on a shared server no file is left lying."""
        year = self.session.year
        name = safe_name(f"ban-nop-{year.centre.code}-{year.period.label}", ".zip")
        if self._is_served:
            which, folder = Which.of(self.session), self.services.export_folder()
            command = fetching_submission(folder, Path(name), which, os.environ)
            self._mailed = [_AT_YOURS, command, "Rồi gửi thư kèm tệp ấy."] if command else []
            self.show_all()
            self._say_command(command, "Lệnh ở trên làm bản nộp và ghi là đã nộp.")
        else:
            self._writer.write(name, self._mail_to)

    def _mail_to(self, path: Path, overwrite: bool) -> None:
        size = format_size(len(mail_to(self.session, path, overwrite=overwrite).data))
        self._mailed = [f"Gửi thư kèm tệp: {path}"]
        self.session.refresh()
        self.services.report.reload()
        self.show_all()
        self.say(f"Đã làm bản nộp {path.name} ({size}). Hãy gửi tệp này cho cấp trên.", good=True)

    def _say_command(self, command: str, words: str) -> None:
        if command:
            self.say(words, good=True)
        else:
            self.say("Máy chủ không biết bạn nối từ đâu. Hãy nhờ quản trị viên gửi tệp này.", warn=True)

    def _tell_fetching(self, number: int, path: Path) -> None:
        command = self._fetching(number, path)
        self._told = number, [_AT_YOURS, command] if command else []
        self.show_all()
        self._say_command(command, f"Lệnh ở trên lấy đúng bản chốt {number} về máy của bạn.")

    def _fetching(self, number: int, path: Path) -> str:
        asked = Asked(ExportFormat.DOCX, version=number)
        return fetching(self.services.export_folder(), path, Which.of(self.session), asked, os.environ)

    def _export_to(self, number: int, path: Path, overwrite: bool) -> None:
        data = version_bytes(self.session.store, self.session.year, number, ExportFormat.DOCX)
        export_to(path, data, overwrite)
        told = f"Đã xuất {path} ({format_size(len(data))})."
        short = f"Đã xuất {path.name} vào thư mục xuất tệp ({format_size(len(data))})."
        command = self._fetching(number, path)
        self._told = number, ["Để lấy về máy của bạn, gõ trên máy đó:", command] if command else []
        self.show_all()
        self.say(told if len(wrap(told, self.sheet.size.width or 80)) <= 2 else short, good=True)


def _told(standing: Standing, stage: Stage) -> Iterator[str]:
    """How far what was handed in is."""
    if standing.returned:
        yield f"{'Đã trả lại' if stage.is_above else 'Cấp trên trả lại'}. {standing.returned}"
    elif standing.version:
        yield f"{stage.words[0].upper()}{stage.words[1:]} (bản chốt {standing.version})."
    said = [standing.approved] if standing.approved else standing.endorsed.values()
    yield from (f"Đã duyệt: {words}" for words in said)


def _version_words(kept: KeptVersion) -> str:
    version = kept.version
    return f"Bản {version.number}: {kept.who} chốt lúc {kept.at:{_TIME}}, {format_size(version.docx_size)}"
