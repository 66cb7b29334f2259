"""A file read in: chosen from one's own folder, shown as what was found, doubted and not placed, and taken by keys."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.style import Style

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.forms.model import FieldType
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.reply import is_reply
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.advice import advised
from tthtcd_tui.screens.commands import Command
from tthtcd_tui.screens.fetching import sending
from tthtcd_tui.screens.finder import FinderScreen, SearchScreen
from tthtcd_tui.screens.reply_file import TAKE, ReplyFile
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.log_activity import new_uid
from tthtcd_tui.tasks.session.read_items import Item, ItemKind, Outside, ReadItems, counted, items_of, read_outside
from tthtcd_tui.tasks.transfer.evidence_copies import keep_copies
from tthtcd_tui.tasks.transfer.import_report import run_import
from tthtcd_tui.tasks.transfer.sent_files import KEPT_FOR, SentFiles
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import format_number, format_size
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.fit import first_that_fits, fit, wrap
from tthtcd_tui.widgets.look import GOOD, PLAIN, QUIET, STRONG, WARN
from tthtcd_tui.widgets.menu import Entry

_MOST_LISTED: Final = 300
"""Of each kind: a book has a hundred thousand lines, and nobody reads them here."""
_HEADINGS: Final = {
    ItemKind.DOUBTFUL: "Cần xem lại",
    ItemKind.UNPLACED: "Chưa xếp chỗ",
    ItemKind.SURE: "Chắc chắn",
}
_USUAL_NAME: Final = "bao-cao.docx"
_READ: Final = "Enter đọc tệp dưới con trỏ, chưa ghi gì. Gõ tên để lọc."
_NO_FILE: Final = "Chưa có tệp nào đọc được ở đây. Đưa tệp vào thư mục trên rồi bấm F5, hoặc gõ đường dẫn của tệp."
_READING: Final = "Đang đọc tệp…"


class ImportScreen(FinderScreen):
    """Made once and kept, so that one comes back to the list after filing a line of it."""

    KEYS: ClassVar[tuple[str, ...]] = ("ctrl+z", "escape", "f1", "ctrl+q")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._read: ReadItems | None = None
        self._items: list[Item] = []
        self._file_name = ""
        self._reply: ReplyFile | None = None
        """Instead of something to be read in: what those above answered."""

    @property
    def title_words(self) -> str:
        if self._reply:
            return "TRẢ LỜI CỦA CẤP TRÊN"
        return f"NHẬP TỆP {self._file_name}" if self._read else "NHẬP TỆP"

    @property
    def aside(self) -> str:
        return f"{counted(self._items)} " if self._read else ""

    def key_line(self) -> list[tuple[str, str]]:
        keys = self._keys_of_files() if self._read is None else self._keys_of_items()
        return [*keys, ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^G", "Đi tới"), ("^Q", "Thoát")]

    def _keys_of_files(self) -> list[tuple[str, str]]:
        if self._reply:
            return [("Enter", "Ghi")]
        return [("Enter", "Đọc tệp")] if self.menu.key else [("F5", "Xem lại")]

    def _keys_of_items(self) -> list[tuple[str, str]]:
        item = self._item(self.menu.key)
        does = "Ghi" if item is None or item.edits else "Nhập nốt" if item.texts else "Chọn chỗ"
        return [*([("Enter", does)] if self.menu.key else []), ("Del", "Bỏ qua"), ("^Z", "Hoàn tác")]

    def help_lines(self) -> list[tuple[str, str]]:
        own = [
            ("Enter", "đọc tệp; khi đã đọc: ghi, hoặc chọn chỗ cho dòng này"),
            ("Delete", "khi đã đọc: bỏ qua dòng này"),
            ("Gõ chữ", "lọc tên tệp, nội dung; không cần dấu"),
        ]
        return [*own, *super().help_lines()]

    def reset(self) -> None:
        super().reset()
        self._read, self._items, self._reply = None, [], None

    def do_back(self) -> None:
        if self._read is None and self._reply is None:
            self.navigator.back()
        else:
            self._show_files()

    def _show_files(self) -> None:
        self._read, self._items, self._reply = None, [], None
        self._buffer.clear()
        self.menu.go_to_first()
        self.show_all()

    @property
    def _files(self) -> SentFiles:
        return SentFiles.beside(self.services.export_folder())

    @property
    def _width(self) -> int:
        return self.menu.size.width or 80

    # -- what is listed -----------------------------------------------------------------------------------------------

    def found(self, query: str) -> Sequence[Entry]:
        words = query.split()
        if self._reply:
            return list(self._reply.entries(self._width))
        return list(self._file_entries(words) if self._read is None else self._item_entries(self._read, words))

    def _file_entries(self, words: Sequence[str]) -> Iterator[Entry]:
        files = self._files
        room = max(self._width * 3 // 5, 20)
        for each in files.all():
            if all(word in fold(each.name) for word in words):
                at = each.at.astimezone(HOUR_OF_VIETNAM)
                more, left = self.services.glyphs.more, self._width - room - 2
                size, day = format_size(each.size), f"{at:%d/%m/%Y}"
                said = first_that_fits((f"{size} · {day} {at:%H:%M}", f"{size} · {day}", day), left, 1)
                yield Entry(f"file:{each.name}", ((f" {fit(each.name, room, more)} ", PLAIN), (said, QUIET)))
        if self.asked and not files.is_served:
            yield Entry("path", ((f" Đọc tệp: {self.asked}", PLAIN),))
        yield _told("", PLAIN)
        if not files.is_served:  # of a server's folders nobody before a screen has any use
            yield _told(f"Thư mục: {files.folder}", QUIET)
        if files.is_served:
            yield _told(f"Gửi tệp lên từ máy của bạn (giữ {KEPT_FOR.days} ngày), rồi bấm F5:", QUIET)
            for command in sending(_USUAL_NAME, os.environ):
                yield from (_told(f"  {line}", PLAIN) for line in wrap(command, self._width - 4))

    def _item_entries(self, read: ReadItems, words: Sequence[str]) -> Iterator[Entry]:
        if read.plan is not None and read.plan.year is None:
            facts = read.plan.report.facts
            yield Entry("new", ((f" Tạo báo cáo {facts.period.title} của {facts.centre.name} từ tệp này", GOOD),))
            return
        if sure := sum(item.kind is ItemKind.SURE for item in self._items):
            yield Entry("sure", ((f" Ghi {format_number(sure)} chỗ chắc chắn, hoàn tác được một lần", GOOD),))
        elif read.plan is not None and self._items:
            yield Entry("all", ((f" Lấy hết theo tệp: {format_number(len(self._items))} chỗ", WARN),))
        if copies := read.plan.copies if read.plan else ():
            label = f" Chép {len(copies)} tệp minh chứng trong gói vào tệp dữ liệu"
            yield Entry("copies", ((label, GOOD),))
        for note in read.notes:
            yield from (_told(line, WARN) for line in wrap(f"! {note}", self._width - 2))
        for kind, heading in _HEADINGS.items():
            yield from self._of_kind(kind, heading, words)
        if not self._items and not (read.plan and read.plan.copies):
            yield _told("Trong tệp không còn gì mới. Esc để chọn tệp khác.", PLAIN)

    def _of_kind(self, kind: ItemKind, heading: str, words: Sequence[str]) -> Iterator[Entry]:
        listed = [
            (number, item)
            for number, item in enumerate(self._items)
            if item.kind is kind and all(word in fold(f"{item.label} {item.text}") for word in words)
        ]
        if listed:
            yield _told(f"{heading} ({format_number(len(listed))})", STRONG)
        for number, item in listed[:_MOST_LISTED]:
            yield Entry(f"item:{number}", self._line(item))
        if len(listed) > _MOST_LISTED:
            yield _told(f"… và {format_number(len(listed) - _MOST_LISTED)} dòng nữa: gõ vài chữ để lọc", QUIET)

    def _line(self, item: Item) -> Line:
        more, width = self.services.glyphs.more, self._width
        longest = max((cell_len(each.label) for each in self._items), default=0)
        room = max(min(width // 2 - 4, longest), 10)
        text = "".join(c if c.isprintable() else " " for c in item.text)
        sign = {ItemKind.SURE: " ", ItemKind.DOUBTFUL: "?", ItemKind.UNPLACED: "-"}[item.kind]
        return ((f" {sign} {fit(item.label, room, more)} ", PLAIN), (fit(text, max(width - room - 5, 1), more), QUIET))

    def hint(self) -> Message:
        if self._reply:
            return Message("Enter: ghi trả lời này. Chưa ghi gì; Esc để chọn tệp khác.")
        if self._read is None:
            return Message(_READ if self.menu.key else _NO_FILE)
        item = self._item(self.menu.key)
        if not self.menu.key:
            return Message("Esc để chọn tệp khác; Ctrl+Z hoàn tác lần ghi vừa rồi.")
        if item is None:
            return Message("Enter để ghi. Mũi tên xuống để xem từng chỗ; Esc để chọn tệp khác.")
        if item.edits:
            return Message(f"{item.why}. Enter: ghi chỗ này · Del: bỏ qua")
        where = "mở nhật ký để nhập nốt" if item.texts else "chọn chỗ để đưa vào"
        return Message(f"{item.why or item.label}. Enter: {where} · Del: bỏ qua")

    def _item(self, key: str) -> Item | None:
        kind, _, number = key.partition(":")
        return self._items[int(number)] if kind == "item" and int(number) < len(self._items) else None

    def take(self, key: str, character: str | None) -> bool:
        item = self._item(self.menu.key) if key == "delete" else None
        if item is not None:
            self._drop([item])
            self.show_all()
            return True
        taken = super().take(key, character)
        if taken and key != "enter":
            self.say_hint()
        return taken

    def do_refresh_now(self) -> None:
        super().do_refresh_now()
        self.show_all()

    # -- reading ------------------------------------------------------------------------------------------------------

    def chosen(self, key: str) -> None:
        kind, _, name = key.partition(":")
        if kind in ("file", "path"):
            self._begin(name or self.asked)
        elif kind == TAKE:
            self._take_reply()
        elif kind == "new":
            self._make_year()
        elif kind == "copies":
            self._take_copies()
        elif kind == "item":
            self._take_item(self._items[int(name)])
        else:
            self._take([item for item in self._items if kind == "all" or item.kind is ItemKind.SURE], is_whole=True)

    def _begin(self, name: str) -> None:
        """What is typed meanwhile waits until the file is read."""
        data = self._files.read(name)
        if is_reply(data):
            self._reply = ReplyFile(self.session.store, data)
            self._buffer.clear()
            self.menu.go_to_first()
            self.show_all()
            return
        self.session.refresh()
        uid = self.session.store.uid(self.session.year.report_id)
        self.is_working = True
        self.announce(_READING)
        self.run_worker(partial(self._work, uid, data, name), thread=True)

    def _work(self, uid: str, data: bytes, name: str) -> None:
        """In a thread of its own, on values that do not change."""
        try:
            outside = read_outside(self.session.form, self.session.facts, uid, data, name, self._wait)
        except UserProblem as problem:
            self.app.call_from_thread(self._failed, problem)
        else:
            self.app.call_from_thread(self._show, outside)

    def _wait(self, seconds: int) -> None:
        self.app.call_from_thread(self.announce, f"{_READING} {seconds} giây")

    def _failed(self, problem: UserProblem) -> None:
        self._end_work()
        self.announce(advised(problem), wrong=True)

    def _show(self, outside: Outside) -> None:
        with self.services.problems.telling():
            try:
                if self.services.report.has_year:
                    self._read = items_of(self.session.store, self.session.year, outside)
                    self._items, self._file_name = list(self._read.items), outside.name
                    self._buffer.clear()
                    self.menu.go_to_first()
            finally:
                self._end_work()

    def _end_work(self) -> None:
        self.is_working = False
        self.show_all()
        self.say_hint()
        self.services.keys.dispatch_pending()

    def _take_reply(self) -> None:
        assert self._reply is not None
        words = self._reply.take(self.session.store, self.services.user)
        self.session.refresh()
        self.services.report.reload()
        self._show_files()
        self.announce(words, good=True)

    # -- taking -------------------------------------------------------------------------------------------------------

    def _take(self, items: Sequence[Item], *, is_whole: bool = False) -> None:
        """Save what `items` say as one change. Once all of a file of ours is taken, its name is remembered."""
        assert self._read is not None
        edits = [edit for item in items for edit in item.edits]
        left = len(self._items) > len(items)
        plan = self._read.plan
        received = plan.received if plan is not None and is_whole and not left else None
        saving = self.session.save_read(edits, self._read.revision, received)
        words = f"Đã ghi {format_number(len(items))} chỗ. Ctrl+Z để hoàn tác."
        if self.saved(saving, words) is None:
            self._drop(items)
            self.show_all()
            following = "" if is_whole or self._item(self.menu.key) is None else self.hint().text
            self.announce(self.as_fits(f"{words} Tiếp: {following}" if following else words, words), good=True)

    def _take_copies(self) -> None:
        """The files of evidence that came in a data package: they change nothing that is said."""
        assert self._read is not None
        plan = self._read.plan
        assert plan is not None
        keep_copies(self.session.store, self.session.year.report_id, self.services.user, plan.copies)
        self._read = replace(self._read, plan=replace(plan, copies={}))
        self.show_all()
        self.announce(f"Đã chép {len(plan.copies)} tệp minh chứng.", good=True)

    def _take_item(self, item: Item) -> None:
        if item.edits:
            self._take([item])
        elif item.texts is not None:
            self._drop([item])
            self.navigator.visit(to.LogEntry(new_uid(), item.texts))
        else:
            self.navigator.open(to.Filing(item.text, partial(self._drop, [item])))

    def _drop(self, gone: Sequence[Item]) -> None:
        taken = {id(item) for item in gone}
        self._items = [item for item in self._items if id(item) not in taken]

    def _make_year(self) -> None:
        assert self._read is not None
        plan = self._read.plan
        assert plan is not None
        year = run_import(self.session.store, plan, self.services.user)
        self._read, self._items = None, []
        self.navigator.open_year(year, f"Đã tạo {year.period.title} từ tệp {self._file_name}.")

    def shows(self, place: Place) -> bool:
        """What was taken here may be taken back here at once."""
        return self._read is not None and any(edit.place == place for item in self._read.items for edit in item.edits)


def _told(words: str, style: Style) -> Entry:
    return Entry("", ((f" {words}", style),))


class FilingScreen(SearchScreen):
    """The place for words that had none: found by its name, opened with the words put there, not yet saved."""

    def __init__(self, services: Services, text: str, filed: to.Done) -> None:
        super().__init__(services)
        self._text = text
        self._filed = filed

    @property
    def title_words(self) -> str:
        return "ĐƯA VÀO CHỖ NÀO?"

    def found(self, query: str) -> Sequence[Entry]:
        return [self._entry(place.place, place.label, place.value) for _, place in self._ranked(query.split())]

    def has_command(self, command: Command) -> bool:
        return command.name != "find" and super().has_command(command)

    def do_find(self) -> None:
        """Words are filed here, not replaced."""
        self.say_hint()

    def hint(self) -> Message:
        return Message(f"“{self._text[:200]}” Gõ tên chỗ để lọc; Enter mở chỗ ấy với lời này, chưa lưu.")

    def chosen(self, key: str) -> None:
        place = Place(key)
        self.navigator.back()
        if not self.services.report.has_year:
            return
        self._filed()
        field = field_at(self.session.form, place)
        if field is not None and field.kind in (FieldType.PARAGRAPHS, FieldType.LINES):
            self.navigator.visit(to.AtPlace(place))
            self.navigator.open(to.Paragraphs(place, f"\n{self._text}"))  # a paragraph of its own
        else:
            self.navigator.visit(to.AtPlace(place, self._text.replace("\n", " ")))
