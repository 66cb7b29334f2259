"""How the participation of each group is rated: lines or a table → levels, and what is noted beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.imports.blocks.words import Labels
from tthtcd_tui.imports.old_report.gathered import Gathered, unread_rows, whole_text
from tthtcd_tui.imports.sources.pieces import Piece
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.text.fold import fold

_LED: Final = re.compile(
    r"^(?:[-+•*]|\(?[0-9a-zđ]{1,2}[.)/])?\s*(?:(?:đánh giá\s+)?(?:về\s+)?(?:sự\s+)?tham gia(?:\s+(?:của|từ))?)?\s*",
    re.IGNORECASE,
)
_MARKS: Final = frozenset("x X × + * ✓ ✔ √ v V ☑ ☒ ● •".split())
"""What is set under one of several levels to choose it."""
_ALIKE: Final = {
    "tot": r"^(?:thuc hien )?(?:rat )?tot$|^xep loai tot$|^loai tot$",
    "kha": r"^(?:thuc hien )?(?:tuong doi )?kha$|^xep loai kha$|^loai kha$",
    "dat": r"^(?:xep )?loai (?:dat|trung binh)$|^(?:thuc hien )?(?:dat|dat yeu cau|trung binh|binh thuong|dat muc trung binh)$",
    "chua_dat": r"^(?:xep )?loai (?:chua dat|yeu|kem)$|^(?:chua dat|yeu|kem|chua dat yeu cau|khong dat)$",
    "khong_co": r"^(?:khong co|khong|khong co (?:tren dia ban|co so ton giao|doanh nghiep)|tren dia ban khong co)$",
}
_IN_BRACKETS: Final = re.compile(r"([^()]{3,80})\(([^()]{2,40})\)\s*[.;]?")
"""«Tham gia của các doanh nghiệp (thực hiện tốt)»."""
_PLACED: Final = re.compile(
    r"\s+(?:(?:đóng |đứng )?trên địa bàn|(?:của|ở|tại|trong|thuộc)\s+(?=địa|xã|phường|đặc))(?:\s*(?:địa bàn|địa phương|xã|phường|đặc khu))*$"
)
"""«Các doanh nghiệp trên địa bàn»: where, which is understood."""


class RatingReader:
    """Reads the section that rates groups."""

    def __init__(self, form: Form, gathered: Gathered) -> None:
        self._form = form
        self._gathered = gathered

    @cached_property
    def _field(self) -> Field:
        return self._form.records[PlaceKind.RATING]["level"]

    @cached_property
    def _labels(self) -> Labels[str]:
        return Labels(
            {
                key: tuple({_led(text) for text in (group.label, group.printed_label) if text})
                for key, group in groups_of(self._form).items()
            },
            is_strict=True,
        )

    def read(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Reads what rates a group; the pieces that do not."""
        rest = []
        for piece in pieces:
            if piece.is_table:
                ticked = self._ticked(piece.rows)
                told = [self._row(row, f"{piece.where}, dòng {n}") for n, row in enumerate(ticked, 1)]
                rest += unread_rows(piece, told)
            elif not self._line(piece):
                rest.append(piece)
        return rest

    def _ticked(self, rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
        """The rows with the level in words, where a mark stands under it: «x» below «Khá»."""
        at, levels = next(
            ((n, found) for n, row in enumerate(rows) if len(found := self._levels(row)) > 1), (len(rows), {})
        )
        return [*rows[: at + 1], *(self._in_words(row, levels) for row in rows[at + 1 :])]

    def _levels(self, row: Sequence[str]) -> dict[int, str]:
        """Which level each column of a head is for."""
        return {n: level for n, cell in enumerate(row) if cell.strip() and (level := self._level(cell)[0])}

    @staticmethod
    def _in_words(row: Sequence[str], levels: Mapping[int, str]) -> Sequence[str]:
        marked = [n for n in levels if n < len(row) and row[n].strip() in _MARKS]
        if len(marked) != 1 or any(row[n].strip() for n in levels if n < len(row) and n not in marked):
            return row
        (at,) = marked
        return [
            *(cell for n, cell in enumerate(row) if n < min(levels)),
            levels[at],
            *(cell for n, cell in enumerate(row) if n > max(levels)),
        ]

    def _row(self, row: Sequence[str], where: str) -> bool:
        cells = [" ".join(cell.split()) for cell in row]
        label = next((n for n, cell in enumerate(cells) if cell and self._key(cell)), None)
        if label is None:
            return False
        told = [cell for cell in cells[label + 1 :] if cell]
        return bool(told) and self._add(self._key(cells[label]), told[0], " ".join(told[1:]), where)

    def _line(self, piece: Piece) -> bool:
        """A line that rates one group, or several parted by semicolons."""
        parts = [part for part in re.split(r";\s*|\.\s*$", whole_text(piece)) if part.strip()]
        if len(parts) > 1 and all(self._rates(part) for part in parts):
            for part in parts:
                self._told(part, piece.where)
            return True
        return self._told(whole_text(piece), piece.where) or self._beside(piece)

    def _rates(self, text: str) -> bool:
        label, _, level = text.partition(":")
        return bool(self._key(label) and self._level(level)[0])

    def _told(self, text: str, where: str) -> bool:
        if (bracketed := _IN_BRACKETS.fullmatch(text)) and (key := self._key(bracketed[1])):
            return self._add(key, bracketed[2], "", where)
        for mark in (":", " – ", " - "):
            label, found, level = text.partition(mark)
            if found and (key := self._key(label)):
                return self._add(key, level.strip(), "", where)
        return False

    def _beside(self, piece: Piece) -> bool:
        label, gap, level = piece.text.strip().partition("\t")
        return bool(gap) and self._add(self._key(label), level.strip(), "", piece.where)

    def _key(self, label: str) -> str:
        bare = _led(label)
        return self._labels.match(bare).key or "" if bare and len(bare.split()) < 12 else ""

    def _add(self, key: str, told: str, note: str, where: str) -> bool:
        if not key:
            return False
        level, more = self._level(told)
        if not level:
            return False
        place = f"{PlaceKind.RATING}/{key}"
        self._gathered.add(f"{place}/level", level, where)
        if rest := " ".join(filter(None, (more, note))):
            self._gathered.add(f"{place}/note", rest, where)
        return True

    def _level(self, told: str) -> tuple[str, str]:
        """The option that words name, and what is said beyond it."""
        first, _, rest = told.strip(" .;").partition(",")
        for words, more in (
            (told, ""),
            (first, rest.strip()),
            (*re.split(r"\s*\(", told.rstrip(") .;"), maxsplit=1), "")[:2],
        ):
            plain = fold(words.strip(" .;:"))
            for option in self._field.options:
                if plain == fold(option.label) or re.match(_ALIKE.get(option.key, "(?!)"), plain):
                    return option.label, more
        return "", ""


def _led(text: str) -> str:
    """«- Tham gia của các doanh nghiệp» → «các doanh nghiệp»."""
    return _PLACED.sub("", re.sub(r"\s+tham gia$", "", _LED.sub("", " ".join(text.split())))).strip()
