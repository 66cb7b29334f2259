"""The register of evidence: two lines a document, and what cites it beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.report.evidence import links
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.advice import advised
from tthtcd_tui.screens.cells import BETWEEN, MARGIN, Cells
from tthtcd_tui.screens.commands import Command
from tthtcd_tui.screens.paste_offers import columns_words
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.screens.told_paste import ToldPaste, tell_pasted
from tthtcd_tui.tasks.session.evidence import copy_file, kept_file, new_document
from tthtcd_tui.tasks.session.refused_rows import refused_records
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow, Word

if TYPE_CHECKING:
    from tthtcd_tui.tasks.session.paste_documents import DocumentsPaste

_ADD: Final = "add"
_FIRST: Final = {"code": 8, "number": 14, "date": 10}
"""The narrow cells of a document's first line; its name has the rest."""
_TITLES: Final = {"code": "Mã", "date": "Ngày", "address": "Địa chỉ mạng"}
_NAMED_FILE: Final = 18


class EvidenceScreen(SheetScreen):
    KEYS: ClassVar[tuple[str, ...]] = (
        *("f8", "escape", "f1", "ctrl+g", "ctrl+z", "f3", "f9", "ctrl+o"),
        *("ctrl+d", "ctrl+y", "f2", "f5", "ctrl+p", "ctrl+q"),
    )
    KEEPS_REFUSED = True
    TABLE: ClassVar[Place | None] = Place(PlaceKind.EVIDENCE)

    @property
    def title_words(self) -> str:
        return "DANH MỤC MINH CHỨNG"

    @property
    def aside(self) -> str:
        return f"{len(self.session.facts.evidence)} minh chứng "

    def has_command(self, command: Command) -> bool:
        return command.name != "evidence" and super().has_command(command)

    def do_evidence(self) -> None:
        self.announce("Đây là danh mục minh chứng.")

    def shows(self, place: Place) -> bool:
        return place.kind == PlaceKind.EVIDENCE

    def rows(self) -> Iterable[SheetRow]:
        facts, fields = self.session.facts, self.session.form.records[PlaceKind.EVIDENCE]
        cells = Cells(self.session, self.width, self.findings)
        cited = links(facts).of_uid
        first, second = self._widths()
        titles = tuple(Word(_TITLES.get(key, fields[key].label), width, right=False) for key, width in first.items())
        below = tuple(Word(_TITLES.get(key, fields[key].label), width, right=False) for key, width in second.items())
        rows = [SheetRow(RowKind.HEADS, "", texts=titles), SheetRow(RowKind.HEADS, "", texts=below)]
        for number, item in enumerate(facts.evidence, 1):
            record = Place.of(PlaceKind.EVIDENCE, item.uid)
            line, more = (
                tuple(self._cell(cells, Place.of(record, key), width) for key, width in widths.items())
                for widths in (first, second)
            )
            places = cited.get(item.uid, ())
            note = f"dẫn ở {len(places)} chỗ" if places else "chưa dẫn"
            rows += [
                SheetRow(RowKind.CELLS, "", line, str(number), mark=cells.mark(record), begins=True),
                SheetRow(RowKind.CELLS, "", more, note=note),
                SheetRow(RowKind.ACTION, f"Xóa minh chứng {item.code}".strip(), action=f"remove:{record}"),
            ]
        return [*rows, SheetRow(RowKind.ACTION, "Thêm minh chứng", action=_ADD)]

    def _widths(self) -> tuple[dict[str, int], dict[str, int]]:
        room = self.width - MARGIN - 5 * BETWEEN
        named = max(room - sum(_FIRST.values()), 8)
        first = {"code": _FIRST["code"], "title": named, "number": _FIRST["number"], "date": _FIRST["date"]}
        note = 16
        words = max((room - note - _NAMED_FILE) // 2, 8)
        return first, {"kept": words, "address": words, "file": _NAMED_FILE}

    def _cell(self, cells: Cells, place: Place, width: int) -> Cell:
        """Of a file that was copied in, its name is shown."""
        cell = cells.cell(place, self.session.form.records[PlaceKind.EVIDENCE][place.parts[-1]], width)
        kept = kept_file(cell.raw)
        return cell._replace(shown=kept.name) if kept else cell

    def hint(self) -> Message:
        place, hint = self.sheet.place, super().hint()
        if place is None:
            return hint
        key = place.parts[-1]
        if key == "file" and not hint.wrong:
            served = self.services.export_folder().is_served
            how = (
                "trên máy chủ dùng chung, nhờ quản trị viên chép tệp vào"
                if served
                else "gõ đường dẫn, tệp được chép vào dữ liệu"
            )
            return hint._replace(text=f"Tệp: {how}. {hint.text}".strip())
        if key in ("kept", "address") and not (hint.wrong or hint.warn):
            label = self.session.form.records[PlaceKind.EVIDENCE][key].label
            return hint._replace(text=f"{label}. {hint.text.removeprefix(f'{label}.').strip()}".strip())
        if key == "code" and not (hint.wrong or hint.warn):
            cited = links(self.session.facts).of_uid.get(place.parts[1], ())
            labels = "; ".join(dict.fromkeys(self._label(cell.parent) for cell in cited))
            return hint._replace(text=f"Dẫn ở: {labels}." if labels else hint.text)
        return hint

    def acted(self, row: SheetRow) -> None:
        if row.action != _ADD:
            super().acted(row)
            return
        place, edits = new_document(self.session.facts)
        if self.saved(self.session.save(edits)) is None:
            self.sheet.go_to(Place.of(place, "title"))
            self.moved()

    # -- a table of documents -----------------------------------------------------------------------------------------

    def paste(self, text: str) -> None:
        """The rows of a table are documents, wherever the cursor stands; anything else goes into the cell."""
        from tthtcd_tui.tasks.session.paste_block import is_block  # only a paste pays for it
        from tthtcd_tui.tasks.session.paste_documents import documents_in

        found = documents_in(self.session, text) if is_block(text) else None
        if found is None:
            super().paste(text)
        elif self.sheet.leave() and not self.refuses():
            self._propose_documents(found, text)

    def _propose_documents(self, found: DocumentsPaste, text: str) -> None:
        if found.plan.rows:
            columns = columns_words(found.plan.columns, self.session.form.records[PlaceKind.EVIDENCE])
            self.offers.propose(found, [columns], lambda: self._store_documents(found, text), text)
        else:
            self._store_documents(found, text)

    def _store_documents(self, found: DocumentsPaste, text: str) -> None:
        from tthtcd_tui.tasks.session.paste_documents import documents_edits, named

        latest, made = self.sitting.latest, named(found.plan.rows)
        if made:
            if self.saved(self.session.save(documents_edits(self.session, made))) is not None:
                return
            self.sheet.go_to(Place.of(PlaceKind.EVIDENCE, made[0][0], "title"))
            self.moved()
        rows = refused_records(found.plan, PlaceKind.EVIDENCE)
        told = ToldPaste(found.words, rows, found.plan.notes, text, is_clean=not rows)
        tell_pasted(self, told, latest, is_stored=bool(made))

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        """The path of a file has the file copied in."""
        taken = []
        for place, raw in cells:
            is_path = place.endswith("/file") and bool(raw.strip()) and kept_file(raw) is None
            try:
                taken.append((place, self._copied(raw.strip()) if is_path else raw))
            except UserProblem as problem:
                self.announce(advised(problem), wrong=True)
                return advised(problem)
        return super().enter(taken)

    def _copied(self, typed: str) -> str:
        from tthtcd_tui.errors import TaskProblem

        folder = self.services.export_folder()
        if folder.is_served:
            raise TaskProblem("Trên máy chủ dùng chung không lấy tệp từ đây được. Hãy nhờ quản trị viên chép tệp vào.")
        path = folder.path(typed)
        session = self.session
        return copy_file(session.store, session.year.report_id, session.user, Path(path))
