"""What pastes were refused: each row whole, why, and what to do; one key takes it to where it is mended or placed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar, Final

from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.shown import shown
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.finder import FinderScreen
from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.refused_rows import REFUSED, RefusedBlock, RefusedRow, encode
from tthtcd_tui.tasks.session.rows_for import laid_on, rows_for, why_not
from tthtcd_tui.tasks.session.sitting import Discarded
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.fit import fit, wrap
from tthtcd_tui.widgets.flow import Passage
from tthtcd_tui.widgets.look import PLAIN, QUIET, STRONG, WARN
from tthtcd_tui.widgets.menu import Entry

_SHORT: Final = "Enter: xếp · Del: bỏ · Esc: để sau"
_KEPT: Final = "Còn {} dòng dán chưa xếp, được giữ: ^G 9 “Dòng dán chưa xếp được”."


class RefusedRowsScreen(ReadingScreen):
    """Made once and kept, so that one comes back to it from where a row was mended."""

    KEYS: ClassVar[tuple[str, ...]] = ("ctrl+z", "escape", "f1", "ctrl+g", "ctrl+q")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._laid: set[Place] = set()
        """The cells that were written from here: what was done with them can be taken back here."""
        self._newest = ""
        """The paste the cursor began at: a newer one comes under it when it is shown."""

    @property
    def title_words(self) -> str:
        return "DÒNG DÁN CHƯA XẾP ĐƯỢC"

    @property
    def aside(self) -> str:
        return f"còn {self.session.refused.count} dòng "

    def key_line(self) -> list[tuple[str, str]]:
        keys = [("Enter", "Xếp"), ("→", "Dòng sau"), ("Del", "Bỏ dòng"), ("^Z", "Hoàn tác")]
        if not self.session.refused.count:
            return [("Esc", "Quay lại"), ("^Z", "Hoàn tác"), ("F1", "Trợ giúp"), ("^G", "Đi tới"), ("^Q", "Thoát")]
        return [*keys, ("Esc", "Để sau"), ("F1", "Trợ giúp"), ("^G", "Đi tới"), ("^Q", "Thoát")]

    def help_lines(self) -> list[tuple[str, str]]:
        own = [
            ("Enter", "đưa dòng này đến chỗ sửa, hoặc chọn chỗ cho nó"),
            ("→ ←", "dòng sau, dòng trước"),
            ("Delete", "bỏ dòng này; Ctrl+Z lấy lại"),
            ("Esc", "để sau: các dòng được giữ, mở lại ở ^G 9"),
            ("F8", "ở nơi đang sửa: quay lại đây"),
        ]
        told = {key for key, _ in own}
        return [*own, *(line for line in super().help_lines() if line[0] not in told)]

    def shows(self, place: Place) -> bool:
        return place.kind == REFUSED or any(place.within(each) for each in self._laid)

    def reset(self) -> None:
        super().reset()
        self._laid = set()

    def reload(self) -> None:
        """The cursor stays on its line; when this is opened, where its row is gone, and for a new paste it goes to the
        first row.
        """
        was = self.reader.passage
        super().reload()
        before, self._newest = self._newest, next((each.uid for each in self.session.refused.pending), "")
        is_lost = not self.sight.holds(self) or was is None or was.place is not None
        is_wanted = (is_lost and self._here is None) or before != self._newest
        if is_wanted and (first := next(iter(self._rows), None)) is not None:
            self.reader.go_to(first)

    @property
    def _rows(self) -> dict[Place, RefusedRow]:
        return {row.key: row for block in self.session.refused.pending for row in block.rows}

    @property
    def _here(self) -> RefusedRow | None:
        passage = self.reader.passage
        return self._rows.get(passage.place) if passage is not None and passage.place is not None else None

    # -- what is shown ------------------------------------------------------------------------------------------------

    def passages(self, width: int) -> Sequence[Passage]:
        blocks = self.session.refused.pending
        if not blocks:
            return [Passage((("Không còn dòng dán nào chưa xếp.", PLAIN),))]
        return [passage for block in blocks for passage in self._block(block, width)]

    def _block(self, block: RefusedBlock, width: int) -> Iterator[Passage]:
        heading = f"{block.at} · {len(block.rows)} dòng" if block.rows else block.at
        yield from (Passage(((line, STRONG),)) for line in wrap(heading, width))
        for note in block.notes:
            yield from (Passage(((line, WARN),)) for line in wrap(f"! {note}", width))
        for row in block.rows:
            yield from self._row(row, width)
        yield Passage()

    def _row(self, row: RefusedRow, width: int) -> Iterator[Passage]:
        for number, line in enumerate(wrap(f"Dòng {row.line}: {row.text}", width)):
            yield Passage(((line, PLAIN),), row.key, is_start=not number, is_gap=not number)
        reason = f"{row.reason[:1].upper()}{row.reason[1:]}".rstrip(".")
        yield from (Passage(((f"  {line}", WARN),), row.key) for line in wrap(f"{reason}.", width - 2))

    def hint_of(self, passage: Passage) -> Message:
        row = self._rows.get(passage.place) if passage.place is not None else None
        if row is None:
            rows = self.session.refused.count
            return Message("Mũi tên đến một dòng rồi Enter để xếp. Esc để sau." if rows else "Esc để quay lại.")
        return Message(self.as_fits(f"Enter: {self._does(row)}. Del: bỏ dòng này. Esc: để sau.", _SHORT))

    def _does(self, row: RefusedRow) -> str:
        if row.kind == PlaceKind.ACTIVITY:
            return "đưa vào dòng “Mới” của nhật ký để sửa, rồi F2"
        if row.place is None and row.kind == PlaceKind.EVIDENCE:
            return "ghi vào danh mục minh chứng" + (", rồi sửa ô sai" if row.wrong else "")
        if row.place is None and row.kind == PlaceKind.BOARD and row.wrong:
            return "ghi thành viên này, rồi sửa ô sai"
        if row.place is not None:
            return f"đến ô “{label_at(self.session.form, row.place)}” để sửa"
        return "chọn dòng của biểu để ghi vào" if row.texts else "chọn chỗ để đưa lời này vào"

    # -- placing ------------------------------------------------------------------------------------------------------

    def take(self, key: str, character: str | None) -> bool:
        if key == "delete":
            if (row := self._here) is not None:
                self._drop(row)
            return True
        return super().take(key, character)

    def _open(self) -> None:
        row, refused = self._here, self.session.refused
        if row is None or not self.sight.was_seen(self):  # an Enter that came before is meant for something else
            self.show_frame()
            return
        if (reason := self.session.read_only) is not None:
            self.tell(reason)
            return
        refused.look()
        refused.is_at_work = True
        if row.kind == PlaceKind.ACTIVITY:
            self.navigator.visit(to.LogEntry(row.uid, row.texts, refused=True))
            self._greet(row)
        elif row.place is not None:
            self.navigator.visit(to.AtPlace(row.place, next(iter(row.texts.values()), row.text), row.reason))
            self._greet(row)
        elif row.kind == PlaceKind.EVIDENCE:
            self._add_document(row)
        elif row.kind == PlaceKind.BOARD and row.wrong:
            self._add_member(row)
        elif row.texts:
            self.navigator.open(to.RowFor(row, partial(self._lay, row)))
        else:
            self.navigator.open(to.Filing(row.text, partial(refused.drop, row)))

    def _add_document(self, row: RefusedRow) -> None:
        """A document of what can be read, in the register; one goes on with what wants mending."""
        from tthtcd_tui.tasks.session.paste_documents import documents_edits

        self._add(row, Place.of(PlaceKind.EVIDENCE, row.uid), documents_edits(self.session, [(row.uid, _good(row))]))

    def _add_member(self, row: RefusedRow) -> None:
        """A member of what can be read, or the one of this name; one goes on with what wants mending."""
        from tthtcd_tui.tasks.session.paste_board import member_edits

        record, edits, replaced = member_edits(self.session, row.uid, _good(row))
        self._add(row, record, edits, f"Đã thay {len(replaced)} ô đã nhập." if replaced else "")

    def _add(self, row: RefusedRow, record: Place, edits: Sequence[Edit], told: str = "") -> None:
        refused, at = self.session.refused, self._title_of(row)
        if edits and self.saved(self.session.save(edits)) is not None:
            return
        refused.placed(row.uid, None)
        self._laid.add(record)
        first, *more = [*row.wrong, ""]
        left = [
            row._replace(uid="", texts={key: row.texts[key]}, wrong=(), place=Place.of(record, key))
            for key in more
            if key in row.texts
        ]
        if left:
            refused.add(at, left, op=self.sitting.latest or "")
        typed = row.texts.get(first) if first else None
        self.navigator.visit(to.AtPlace(Place.of(record, first or "title"), typed, row.reason))
        self._greet(row, told)

    def _greet(self, row: RefusedRow, told: str = "") -> None:
        head, why = f"{told} Dòng {row.line} của bảng dán".strip(), row.reason.rstrip(".")
        said = (f"{head}: {row.text}. {why}.", f"{head}: {why}.", f"{why}.", f"{head}: sửa ô này rồi F2.")
        self.navigator.set_greeting(self.as_fits(*said))

    def _lay(self, row: RefusedRow, target: Place) -> None:
        """What can be read of a row is stored in the row that was chosen for it; the rest goes on as cells of it."""
        session, refused = self.session, self.session.refused
        cells, at = laid_on(row, target), self._title_of(row)
        wrong = {place: why for place, text in cells.items() if (why := why_not(session, place, text))}
        good = {place: text for place, text in cells.items() if place not in wrong}
        before, latest = session.facts.answers, self.sitting.latest
        if good and self.saved(session.enter(Typed(place, text) for place, text in good.items())) is not None:
            return
        if good:
            refused.placed(row.uid, latest)
            self._laid |= set(good)
        else:
            refused.drop(row)
        left = [
            row._replace(uid="", reason=why, kind=place.kind, texts={place.parts[-1]: cells[place]}, place=place)
            for place, why in wrong.items()
        ]
        if left:
            refused.add(at, left, op=(self.sitting.latest or "") if good else "")
        self.show_all()
        replaced = sum(place in before for place in good)
        told = (
            f"Đã ghi {len(good)} ô của dòng {row.line}." if good else f"Dòng {row.line}: đã biết chỗ, còn phải sửa ô."
        )
        more = (f"Đã thay {replaced} ô đã nhập." if replaced else "", "Ctrl+Z để hoàn tác." if good else "")
        self.announce(" ".join(filter(None, (told, *more))), good=bool(good))

    def _title_of(self, row: RefusedRow) -> str:
        blocks = self.session.refused.pending
        return next((block.at for block in blocks if row in block.rows), "")

    def _drop(self, row: RefusedRow) -> None:
        text = encode(RefusedBlock("", self._title_of(row), (row,)))
        self.services.drafts.discard({row.key: text})
        self.session.refused.drop(row)
        self.sitting.did(Discarded(((row.key, text),)))
        self.show_all()
        gone = f"Đã bỏ dòng {row.line}. Ctrl+Z lấy lại"
        self.announce(self.as_fits(f"{gone}; giữ 7 ngày ở ^G 9 “Phần đang gõ đã bỏ”.", f"{gone}."))

    def do_back(self) -> None:
        refused = self.session.refused
        refused.look()
        refused.is_at_work = False
        count = refused.count
        self.navigator.back()
        if count:
            self.navigator.set_greeting(self.as_fits(_KEPT.format(count), f"Còn {count} dòng dán chưa xếp, được giữ."))


def _good(row: RefusedRow) -> dict[str, str]:
    """What of a row wants no mending."""
    return {key: text for key, text in row.texts.items() if key not in row.wrong}


class RowForScreen(FinderScreen):
    """The row of the report that a refused row goes to: those alike first, narrowed as one types."""

    def __init__(self, services: Services, row: RefusedRow, chosen: Callable[[Place], None]) -> None:
        super().__init__(services)
        self._row = row
        self._chosen = chosen

    @property
    def title_words(self) -> str:
        return f"DÒNG {self._row.line} CỦA BẢNG DÁN VÀO DÒNG NÀO?"

    def found(self, query: str) -> Sequence[Entry]:
        words = query.split()
        rows = rows_for(self.session, self._row)
        return [
            Entry(place, self._line(place, label))
            for place, label in rows.items()
            if all(word in fold(label) for word in words)
        ]

    def _line(self, place: Place, label: str) -> Line:
        """What it is called, and what stands there."""
        width = self.menu.size.width or 80
        room, more = max(width * 3 // 5 - 2, 1), self.services.glyphs.more
        value = fit(self._stored(place), max(width - room - 3, 1), more)
        return ((f" {fit(label, room, more)} ", PLAIN), (value, QUIET))

    def _stored(self, place: Place) -> str:
        """What stands where the row would be written: «3 · 90»."""
        answers, form = self.session.facts.answers, self.session.form
        return " · ".join(shown(form, each, answers[each]) for each in laid_on(self._row, place) if each in answers)

    def hint(self) -> Message:
        if not self._is_found:
            return super().hint()
        texts = " · ".join(self._row.texts.values())
        full = f"Dòng {self._row.line}: {self._row.text}. Enter: ghi {texts} vào dòng dưới con trỏ. Esc: chưa ghi."
        return Message(self.as_fits(full, f"Enter: ghi {texts} vào dòng dưới con trỏ. Esc: chưa ghi.", "Enter để ghi."))

    def chosen(self, key: str) -> None:
        place = Place(key)
        if not self.sight.was_seen(self):  # what is chosen is written
            self.announce("Chưa ghi gì: xem dòng dưới con trỏ rồi Enter.", warn=True)
        elif stored := self._stored(place):  # the cursor begins on the row that is most alike, not on the right one
            label, texts = rows_for(self.session, self._row)[place], " · ".join(self._row.texts.values())
            self.ask(f"{quoted(label)} đã có {stored}. Ghi đè {texts}?", partial(self._take, place), "Chưa ghi gì.")
        else:
            self._take(place)

    def _take(self, place: Place) -> None:
        self.navigator.back()
        self._chosen(place)
