"""The register of evidence: a document added with the next code, a file copied into it, who cites it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import count, repeat
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.evidence import kept_file, links
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.tasks.session.edit_cells import Opened
from tthtcd_tui.tasks.transfer.given_file import LARGEST_COPY
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.problem import quoted

__all__ = (
    "Listed",
    "codes_after",
    "copy_file",
    "document_of",
    "kept_file",
    "last_order",
    "new_document",
    "next_code",
    "register",
    "removal",
)

_FIRST_CODE: Final = "MC01"


def copy_file(store: Store, report_id: int, user: str, path: Path) -> str:
    """Copy the file at `path` into the database; returns the text for its cell. Raises FileProblem, TextProblem,
    NotAllowed, ReportFinal.
    """
    data = read_bounded(path, LARGEST_COPY)
    name = clean_line(path.name)
    return f"{store.evidence_files.keep(report_id, user, data)} {name}"


def next_code(facts: Facts) -> str:
    """The next code, in the style of the register's last one: «MC08» after «MC07»; empty where none can be derived."""
    return next(codes_after(facts, ()))


def codes_after(facts: Facts, taken: Collection[str]) -> Iterator[str]:
    """The codes for new documents in turn, as `next_code`, skipping those in `taken`."""
    used = {item.code for item in facts.evidence}
    last = next((item.code for item in reversed(facts.evidence) if re.search(r"\d+$", item.code)), "")
    if not last and _FIRST_CODE in used | set(taken):
        yield from repeat("")
    start, digits = re.fullmatch(r"(.*?)(\d+)", last or _FIRST_CODE, re.DOTALL).groups()  # type: ignore[union-attr]  # it ends so
    for number in count(int(digits) + bool(last)):
        if (code := f"{start}{number:0{len(digits)}}") not in used and code not in taken:
            yield code


def last_order(facts: Facts) -> int:
    """The position of the last document; 0 where there is none."""
    return max((item.order for item in facts.evidence if item.order < 10**9), default=0)


def new_document(facts: Facts, code: str = "") -> tuple[Place, list[Edit]]:
    """The place of a new document after all others, and the edits that begin it."""
    place = Place.of(PlaceKind.EVIDENCE, uuid4().hex[:12])
    edits = [Edit(Place.of(place, "order"), Quantity(Decimal(last_order(facts) + 1)))]
    if given := code or next_code(facts):
        edits.append(Edit(Place.of(place, "code"), given))
    return place, edits


def removal(facts: Facts, record: Place) -> list[Edit]:
    """The edits that take a document off the register, with all its cells."""
    return [Edit(place, UNANSWERED) for place in facts.answers if place.subject.within(record)]


def document_of(facts: Facts, code: str) -> Place:
    """The document with that code. Raises TaskProblem where there is none, or more than one."""
    found = [item for item in facts.evidence if item.code.casefold() == code.casefold()]
    if len(found) != 1:
        how = "Không có minh chứng nào" if not found else "Có nhiều minh chứng"
        raise TaskProblem(f"{how} mang mã {quoted(code)}. Xem lại danh mục minh chứng.")
    return Place.of(PlaceKind.EVIDENCE, found[0].uid)


class Listed(NamedTuple):
    """A document as a list shows it."""

    cells: dict[str, str]
    """By field, as it would be typed; the file by its name."""
    cited_at: tuple[str, ...]
    """What cites it, by its labels."""
    digest: str
    is_file_here: bool

    def tree(self) -> dict[str, Any]:
        return {**self.cells, "sha256": self.digest, "file_here": self.is_file_here, "cited_at": list(self.cited_at)}


def register(opened: Opened, store: Store | None) -> list[Listed]:
    """The register in its order; without a `store` no file is here."""
    facts, form = opened.facts, opened.form
    found = links(facts).of_uid
    names = [key for key in form.records[PlaceKind.EVIDENCE] if key != "order"]
    rows = []
    for item in facts.evidence:
        place = Place.of(PlaceKind.EVIDENCE, item.uid)
        cells = {key: _told(facts, Place.of(place, key)) for key in names}
        file = kept_file(cells["file"])
        cells["file"] = file.name if file else cells["file"]
        labels = tuple(
            dict.fromkeys(label_at(form, cell.parent) or label_at(form, cell) for cell in found.get(item.uid, ()))
        )
        rows.append((cells, labels, file.digest if file else ""))
    here = store.evidence_files.known({digest for *_, digest in rows if digest}) if store else set()
    return [Listed(cells, labels, digest, digest in here) for cells, labels, digest in rows]


def _told(facts: Facts, place: Place) -> str:
    day = facts.date_at(place)
    return f"{day:%d/%m/%Y}" if day else facts.text_at(place)
