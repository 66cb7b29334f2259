"""The board: a row a member, as they were added; printed as «- Giám đốc: Nguyễn Văn A, Phó Chủ tịch UBND phường;»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form, Marker, Section, SectionPart
from tthtcd_tui.report.facts import BoardMember, Facts
from tthtcd_tui.report.kinds.kind import ContentKind
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import RecordKind, ReportRow, cells_of

if TYPE_CHECKING:
    from tthtcd_tui.report.outline import Block, Runs
    from tthtcd_tui.report.writer import Writer

_MEMBER = "Thành viên Ban Giám đốc"
_WHOLE = Place(PlaceKind.BOARD)
_ADVICE = "chưa có ai. Thêm Giám đốc và các thành viên."


def _added(form: Form, facts: Facts, section: str) -> Iterator[ReportRow]:
    """The board as a whole, which must not stay empty, and its members."""
    if section and SectionPart.BOARD in form.section_by_key[section].prints:
        yield ReportRow(_WHOLE, section, _MEMBER, is_required=not facts.board, needs=(_WHOLE,), advice=_ADVICE)
        for member in facts.board:
            yield _member(form, section, member)


def _member(form: Form, section: str, member: BoardMember) -> ReportRow:
    fields = form.records["board"]
    place = Place.of(PlaceKind.BOARD, member.uid)
    role = fields["role"].option(member.role)
    cells = cells_of(place, _MEMBER, fields, fields)
    needs = tuple(cell.place for cell in cells if cell.field.required)
    return ReportRow(place, section, role.label if role else _MEMBER, cells, True, needs)


def _blocks(writer: Writer, section: Section, rows: Sequence[ReportRow]) -> Iterable[Block]:
    """Print the members; a name may be missing, as in the reference report."""
    members = [row for row in rows if row.place != _WHOLE]
    if not members:
        return writer.paragraphs(Marker.NONE, [[(writer.gap(_WHOLE),)]])
    labels: list[Runs] = []
    values: list[Runs] = []
    for member in members:
        role, duty = (_shown(writer, Place.of(member.place, key)) for key in ("role", "duty"))
        called = Place.of(member.place, "name")
        name = writer.value(called) if writer.facts.text_at(called) or writer.awaited(called) else ()
        labels.append((writer.words("- "), *role, writer.words(": ")))
        values.append((*name, writer.words(", "), *duty) if name and duty else name or duty)
    return [writer.key_values(labels, values)]


def _shown(writer: Writer, place: Place) -> Runs:
    """The answer as printed; a gap where it is required and missing, nothing where it may be left out."""
    shown = writer.facts.at(place) is not UNANSWERED or writer.awaited(place)
    return writer.value(place) if shown else ()


def _is_printed(form: Form, facts: Facts, place: Place) -> bool:
    """Whether a member's cell is printed: post, name and duty are."""
    return place.rpartition("/")[2] in ("role", "name", "duty")


BOARD = ContentKind(
    SectionPart.BOARD,
    (PlaceKind.BOARD,),
    added=_added,
    records={PlaceKind.BOARD: RecordKind(_MEMBER, carried=None)},
    is_printed=_is_printed,
    blocks=_blocks,
    in_its_section=(PlaceKind.BOARD,),
)
