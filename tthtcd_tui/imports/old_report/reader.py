"""An old report as a whole: its two ends, its sections one by one, and what contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.model import Form, Section, SectionPart
from tthtcd_tui.imports.blocks.figures import figures_plan
from tthtcd_tui.imports.found import FileKind, Found, FoundActivities, FoundFile
from tthtcd_tui.imports.old_report.board import read_board
from tthtcd_tui.imports.old_report.effects import EffectReader
from tthtcd_tui.imports.old_report.figures import FigureReader, Mention, money_in, read_words
from tthtcd_tui.imports.old_report.gathered import Gathered, whole_text
from tthtcd_tui.imports.old_report.items import Items
from tthtcd_tui.imports.old_report.letterhead import read_letterhead
from tthtcd_tui.imports.old_report.outcomes import OutcomeReader, as_block
from tthtcd_tui.imports.old_report.ratings import RatingReader
from tthtcd_tui.imports.old_report.sections import Stretch, is_unknown_heading, stretches
from tthtcd_tui.imports.old_report.signature import is_closing, read_signature, split_end
from tthtcd_tui.imports.sources.pieces import Document, Part, Piece, unboxed, unbroken
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.periods import Period, PeriodKind
from tthtcd_tui.text.syllables import lost_words

_BRACE: Final = re.compile(r"\{(?=\{?[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?\})", re.ASCII)
_STATEMENT: Final = "statement"
_PLAIN_NUMBER: Final = r"(?:\w{3,}(?: \w{2,})? )?[\d.,]+"
_END_MARK: Final = re.compile(r"\s*\./\.\s*$")


def read_report(form: Form, period: Period, document: Document) -> FoundFile:
    """What `document` says, held against the places of `form`."""
    return _Reader(form, period, document).read()


class _Paragraph(NamedTuple):
    """A paragraph of prose on its way to a place, with the figures that were read in it."""

    place: str
    text: str
    where: str
    is_sure: bool
    mentions: tuple[Mention, ...]
    doubt: str = ""


@dataclass
class _Reader:
    form: Form
    period: Period
    document: Document
    _prose: list[_Paragraph] = field(default_factory=list)

    @cached_property
    def _gathered(self) -> Gathered:
        return Gathered(self.form, notes=list(self.document.notes))

    @cached_property
    def _figures(self) -> FigureReader:
        return FigureReader(self.form, self.period)

    def read(self) -> FoundFile:
        body, end = split_end([*unbroken(unboxed(self.document.pieces))])
        main = [piece for piece in body if piece.part is Part.BODY]
        cut = stretches(self.form, main)
        named = read_letterhead([piece for piece in cut[0].pieces if not piece.is_blank], self._gathered)
        for stretch in cut[1:]:
            self._stretch(stretch)
        if end:
            read_signature(end, self._gathered)
        self._gathered.leave(piece for piece in body if piece.part is not Part.BODY)
        self._link()
        found = self._held_back(self._gathered.results(), named)
        return FoundFile(
            FileKind.REPORT,
            tuple(found),
            FoundActivities(),
            tuple(self._gathered.unplaced),
            tuple(dict.fromkeys(self._gathered.notes)),
        )

    # -- sections

    def _stretch(self, stretch: Stretch) -> None:
        pieces = []
        for piece in stretch.pieces:
            if is_closing(piece):
                text = _END_MARK.sub("", whole_text(piece))
                self._gathered.add_prose("report/closing", text, piece.where)
            else:
                pieces.append(piece)
        if stretch.key is None:
            self._gathered.leave([*([stretch.heading] if stretch.heading else []), *pieces])
            return
        section = self.form.section_by_key[stretch.key]
        self._section(section, pieces, stretch.is_sure)

    def _section(self, section: Section, pieces: list[Piece], is_sure: bool) -> None:
        homes = [section] if section.prints else self._children(section)
        kinds = {kind for home in homes for kind in home.prints}
        is_sure &= bool(section.prints)
        if SectionPart.RESULTS in kinds:  # blank lines part the rows of some tables
            pieces = OutcomeReader(self.form, self.period, self._gathered).read(pieces)
        pieces = [piece for piece in pieces if not piece.is_blank]
        if SectionPart.BOARD in kinds:
            pieces = read_board(pieces, self._gathered)
        if SectionPart.RATINGS in kinds:
            pieces = RatingReader(self.form, self._gathered).read(pieces)
        if SectionPart.INDICATORS in kinds:
            self._scan(pieces, is_local=False)
            pieces = EffectReader(self.form, self._gathered, section.key).read(pieces)
        for piece in self._tables(pieces, homes):
            is_sure &= not is_unknown_heading(piece)  # what stands under it may be of another section
            self._paragraph(piece, section, homes, is_sure)

    def _children(self, section: Section) -> list[Section]:
        """The sections under a heading that asks for nothing itself."""
        after = self.form.sections[self.form.sections.index(section) + 1 :]
        own = []
        for each in after:
            if each.level <= section.level:
                break
            own.append(each)
        return own

    def _tables(self, pieces: Sequence[Piece], homes: Sequence[Section]) -> Iterator[Piece]:
        """The paragraphs; tables are read for figures, and else kept as they are."""
        for piece in pieces:
            if not piece.is_table:
                yield piece
            elif not self._figure_table(piece) and not (
                any(SectionPart.RESULTS in home.prints for home in homes)
                or not OutcomeReader(self.form, self.period, self._gathered).table(piece)
            ):
                continue
            elif not self._was_read(piece):
                self._gathered.leave([piece])

    def _was_read(self, piece: Piece) -> bool:
        return any(
            each.where.startswith(f"{piece.where},") for values in self._gathered.values.values() for each in values
        )

    def _figure_table(self, piece: Piece) -> bool:
        try:
            plan = figures_plan(self.form, self.period, as_block(piece))
        except TextProblem:
            return False
        for placement in plan.placements:
            self._gathered.add(placement.place, placement.text, f"{piece.where}, dòng {placement.line}")
        if not plan.placements:
            return False
        for doubt in plan.doubts:
            if not self._area_row(doubt.place, doubt.text, f"{piece.where}, dòng {doubt.line}"):
                self._gathered.leave([Piece(doubt.text, f"{piece.where}, dòng {doubt.line}")])
        return True

    def _area_row(self, place: str | None, text: str, where: str) -> bool:
        """A row whose value is in another unit than the field's own, which a sentence may say too."""
        if place is None:
            return False
        label = self._figures.fields[place].label if place in self._figures.fields else ""
        for mention in self._figures.mentions(f"{label}: {text}", is_local=True):
            if mention.place == place:
                return self._gathered.add(place, mention.value, where)
        return False

    # -- paragraphs

    def _paragraph(self, piece: Piece, section: Section, homes: Sequence[Section], is_sure: bool) -> None:
        text = whole_text(piece)
        is_local = bool(section.prints) and section is self.form.sections[0]
        mentions = self._mentions(text, piece.where, is_local=is_local)
        read_words(text, piece.where, self._gathered, is_local=is_local)
        if section.key == "nguon_luc" or any(home.key == "nguon_luc" for home in homes):
            mentions = (*mentions, *self._money(text, piece.where))
        lists = [home for home in homes if SectionPart.CHECKLIST in home.prints]
        clauses = list(self._by_item(text, lists))
        if len(clauses) > 1 or clauses[0][2]:
            mentions = ()  # they say where in the whole paragraph they stand
        for clause, key, end, sure in clauses:
            if key:
                place = f"checklist/{key}/{_STATEMENT}"
                own = clause[end:].strip() if end else clause
                self._put(place, own, piece.where, is_sure and sure, mentions)
            elif (home := next((each for each in homes if SectionPart.NARRATIVE in each.prints), None)) is not None:
                self._told_of_all(home, clause, piece.where, is_sure and not lists, mentions)
            else:
                self._gathered.leave([Piece(clause, piece.where)])

    def _told_of_all(self, home: Section, clause: str, where: str, is_sure: bool, mentions: Sequence[Mention]) -> None:
        """A paragraph of a section; what tells of an item of a list beside it is proposed there, not sure."""
        items = [match.key for each in self._lists_beside(home) if (match := each.match(clause)).key and match.is_sure]
        if len(items) == 1:
            self._put(f"checklist/{items[0]}/{_STATEMENT}", clause, where, False, mentions)
        else:
            self._put(f"narrative/{home.key}", clause, where, is_sure, mentions)

    def _lists_beside(self, home: Section) -> Iterator[Items]:
        """The lists under the same heading as a section that has none: which heading is which may not be clear."""
        if SectionPart.CHECKLIST in home.prints:
            return
        sections = self.form.sections
        for each in reversed(sections[: sections.index(home)]):
            if each.level < home.level:
                return
            if each.level == home.level and SectionPart.CHECKLIST in each.prints:
                yield Items(self.form, each.key)

    def _by_item(self, text: str, lists: Sequence[Section]) -> Iterator[tuple[str, str | None, int, bool]]:
        """The clauses of a paragraph, each with the item it tells of."""
        for home in lists:
            found = list(Items(self.form, home.key).parted(text))
            if any(match.key for _, match in found):
                yield from ((clause, match.key, match.label_end, match.is_sure) for clause, match in found)
                return
        yield text, None, 0, False

    def _put(self, place: str, text: str, where: str, is_sure: bool, mentions: Sequence[Mention]) -> None:
        self._prose.append(_Paragraph(place, text, where, is_sure, tuple(mentions)))

    def _scan(self, pieces: Sequence[Piece], *, is_local: bool) -> None:
        for piece in pieces:
            if not piece.is_table:
                self._mentions(whole_text(piece), piece.where, is_local=is_local)

    def _mentions(self, text: str, where: str, *, is_local: bool) -> tuple[Mention, ...]:
        found = tuple(self._figures.mentions(text, is_local=is_local))
        return tuple(each for each in found if self._gathered.add(each.place, each.value, where, is_sure=is_local))

    def _money(self, text: str, where: str) -> Iterator[Mention]:
        for place, value, start, end in money_in(text):
            if self._gathered.add(place, value, where):
                yield Mention(place, self._gathered.values[place][-1].value, start, end)

    # -- links

    def _link(self) -> None:
        """Hands the prose on, each figure that was read in it as a link where its value is the one that was found."""
        known = {each.place: each.value for each in self._gathered.results() if each.is_sure}
        for paragraph in self._prose:
            text = _linked(paragraph.text, paragraph.mentions, known)
            self._gathered.add_prose(
                paragraph.place, text, paragraph.where, is_sure=paragraph.is_sure, doubt=paragraph.doubt
            )

    # -- what speaks against all of it

    def _held_back(self, found: Sequence[Found], named: str) -> Iterator[Found]:
        other = named and self.period.kind is not PeriodKind.CUSTOM and named != self.period.label
        if other:
            self._gathered.notes.insert(
                0, f"Tệp ghi kỳ {named}, đang nhập vào {self.period.title}: mọi chỗ đều phải xem lại."
            )
        for each in found:
            doubt = each.doubt
            if other:
                doubt = doubt or f"tệp của kỳ {named}"
            elif self.document.lost and not re.fullmatch(_PLAIN_NUMBER, each.value):
                # «ngời» is a word too: where some letters were lost, no word can be trusted
                lost = ", ".join(lost_words(each.value)[:3])
                doubt = doubt or (f"có chữ đã mất: {lost}" if lost else "tệp có chữ bị mất, hãy xem lại")
            elif not self.document.is_sure:
                doubt = doubt or "chưa chắc bảng mã của tệp"
            yield each._replace(is_sure=each.is_sure and not doubt, doubt=doubt)


def _linked(text: str, mentions: Sequence[Mention], known: dict[str, str]) -> str:
    """`text` with its figures as links; braces of its own stay braces."""
    parts: list[str] = []
    at = 0
    for mention in sorted(mentions, key=lambda each: each.start):
        if mention.start < at or mention.is_converted or known.get(mention.place) != mention.value:
            continue
        parts += (_BRACE.sub("{{", text[at : mention.start]), f"{{{mention.place.partition('/')[2]}}}")
        at = mention.end
    return "".join([*parts, _BRACE.sub("{{", text[at:])])
