"""What reports take from a centre's own Word file: styles where the Decree leaves a choice; what breaks it is told.

Where the file breaks the Decree or lacks a style, the report uses the program's own, and a sentence says so: a report
has to be right whatever the file is like.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tthtcd_tui.exports.word import measures as m
from tthtcd_tui.exports.word.house_style import NATION, SHIPPED, HouseStyle, Spacing
from tthtcd_tui.exports.word.slots import LETTERHEAD, OF_BODY_SIZE, SLOTS, Slot
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.document_look import DocumentLook, PageLook, StyleLook
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.problem import quoted

_MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
_FACE: Final = "Times New Roman"
_TWIPS_PER_MM: Final = Decimal("56.6929")
_ROUNDING: Final = 8
"""Twips: the tolerance for centimetres that were typed, or rounded by another program."""
_INDENTS: Final = (567, m.FIRST_LINE)
"""1 cm and 1.27 cm."""
_SINGLE: Final = 240
_MOST_LINES: Final = 360
_LINE_HEIGHT: Final = 1.15
"""Of Times New Roman, for spacing given in points."""
_MARGINS: Final = (
    ("top", "trên", 20, 25),
    ("bottom", "dưới", 20, 25),
    ("left", "trái", 30, 35),
    ("right", "phải", 15, 20),
)
_ALIGNS: Final = {"left": "canh trái", "right": "canh phải", "center": "canh giữa", "both": "canh đều hai bên"}
_FIXED: Final = "Báo cáo đã theo Nghị định; hãy sửa kiểu ấy trong mẫu (Styles, Modify)."


class Taken(NamedTuple):
    house: HouseStyle
    told: tuple[str, ...]
    """A sentence for each thing that is missing or breaks the Decree, with what to do."""


class _Fault(NamedTuple):
    found: str
    wanted: str


def taken(look: DocumentLook) -> Taken:
    """Decide what reports take from a Word file, and what to say of the rest."""
    found = {slot.key: style for slot in SLOTS if (style := _style_for(slot, look.styles))}
    letters = _Letters(found)
    house = _with_margins(letters.house(), look.page)
    told = (*_of_page(look.page), *_of_headers(look), *_of_text(look), *letters.told(), *_missing(found))
    return Taken(house, told)


def concise(look: DocumentLook) -> DocumentLook:
    """`look` without the styles that are never used; `taken` gives the same for it."""
    wanted = {fold(name) for slot in SLOTS for name in slot.names}
    return look._replace(styles=tuple(style for style in look.styles if fold(style.name) in wanted))


def _style_for(slot: Slot, styles: Sequence[StyleLook]) -> StyleLook | None:
    named = {fold(style.name): style for style in reversed(styles)}
    return next((named[fold(name)] for name in slot.names if fold(name) in named), None)


# -- paper ------------------------------------------------------------------------------------------------------------


def _with_margins(house: HouseStyle, page: PageLook) -> HouseStyle:
    for name, _, least, most in _MARGINS:
        said = getattr(page, name)
        if _is_within(said, least, most):
            house = replace(house, **{name: said})
    return house


def _is_within(twips: int, least: int, most: int) -> bool:
    return least * _TWIPS_PER_MM - _ROUNDING <= twips <= most * _TWIPS_PER_MM + _ROUNDING


def _of_page(page: PageLook) -> Iterator[str]:
    if max(abs(page.width - m.PAGE_WIDTH), abs(page.height - m.PAGE_HEIGHT)) > 5 * _ROUNDING:
        yield (
            f"Khổ giấy của mẫu là {_mm(page.width)} × {_mm(page.height)} mm, Nghị định 30 quy định A4 đứng"
            " (210 × 297 mm). Báo cáo dùng A4; hãy sửa mẫu ở Layout, Size."
        )
    for name, label, least, most in _MARGINS:
        if not _is_within(getattr(page, name), least, most):
            yield (
                f"Lề {label} của mẫu là {_mm(getattr(page, name))} mm, Nghị định 30 quy định {least}–{most} mm."
                f" Báo cáo để {_mm(getattr(SHIPPED, name))} mm; hãy sửa mẫu ở Layout, Margins."
            )


def _mm(twips: int) -> str:
    return format_number(round(twips / _TWIPS_PER_MM, 1))


def _of_headers(look: DocumentLook) -> Iterator[str]:
    numbered = "Báo cáo đã đánh số đúng chỗ"
    if not look.number:
        yield (
            "Mẫu không đánh số trang, Nghị định 30 quy định số trang ở giữa lề trên, trừ trang đầu."
            f" {numbered}; muốn mẫu cũng có, dùng Insert, Page Number."
        )
    elif look.number == "footer":
        yield (
            "Số trang của mẫu nằm ở chân trang, Nghị định 30 quy định ở giữa lề trên."
            f" {numbered}; hãy chuyển lên đầu trang (Insert, Page Number, Top of Page)."
        )
    if look.number and look.is_first_numbered:
        yield (
            "Mẫu hiện số ở cả trang đầu, Nghị định 30 quy định trang đầu không hiện."
            f" {numbered}; hãy đánh dấu Different First Page trong mẫu."
        )
    for where, words in (("Đầu trang", look.above), ("Chân trang", look.below)):
        if words:
            yield (
                f"{where} của mẫu có chữ {quoted(words)}, thể thức báo cáo không có phần này nên báo cáo không in."
                " Hãy xóa chữ ấy khỏi mẫu."
            )


def _of_text(look: DocumentLook) -> Iterator[str]:
    if look.nation and _said(look.nation) != NATION:
        yield (
            f"Quốc hiệu trong mẫu viết {quoted(look.nation)}, Nghị định 30 quy định “{NATION}”."
            " Báo cáo đã viết đúng; hãy sửa trong mẫu."
        )
    if look.motto and _said(look.motto) != _MOTTO:
        yield (
            f"Tiêu ngữ trong mẫu viết {quoted(look.motto)}, Nghị định 30 quy định “{_MOTTO}”."
            " Báo cáo đã viết đúng; hãy sửa trong mẫu."
        )
    if look.paragraphs:
        yield (
            f"Mẫu có sẵn {format_number(look.paragraphs)} đoạn chữ: báo cáo chỉ lấy kiểu chữ và lề, không lấy chữ."
            " Chữ cần có trong báo cáo, hãy nhập trong chương trình."
        )


def _said(text: str) -> str:
    """Normalised for comparing: «HÒA» and «HOÀ» are both right."""
    return " ".join(text.split()).replace("HOÀ", "HÒA")


# -- styles -----------------------------------------------------------------------------------------------------------


class _Letters:
    """Checks the styles found against their slots."""

    def __init__(self, found: dict[str, StyleLook]) -> None:
        self._found = found
        self._faults: dict[_Fault, list[str]] = {}
        self._slots = {slot.key: slot for slot in SLOTS}
        self._body = self._size_of_body()
        self._sizes = self._all_sizes()
        self._first_line = self._indent()
        self._spacings = self._all_spacings()
        for key, style in found.items():
            self._judge_lettering(self._slots[key], style)

    def house(self) -> HouseStyle:
        """What differs from the shipped look."""
        sizes = {key: size for key, size in self._sizes.items() if size != SHIPPED.size(key)}
        return HouseStyle(first_line=self._first_line, sizes=sizes, spacings=self._spacings)

    def told(self) -> Iterator[str]:
        for fault, names in self._faults.items():
            styles = ", ".join(quoted(name) for name in dict.fromkeys(names))
            yield f"Kiểu {styles}: {fault.found}, Nghị định 30 quy định {fault.wanted}. {_FIXED}"

    def _add(self, style: StyleLook, found: str, wanted: str) -> None:
        self._faults.setdefault(_Fault(found, wanted), []).append(style.name)

    def _judge_lettering(self, slot: Slot, style: StyleLook) -> None:
        if fold(style.font) != fold(_FACE):
            self._add(style, f"phông {quoted(style.font)}", _FACE)
        if style.colour:
            self._add(style, f"chữ màu {style.colour}", "màu đen")
        if style.is_adorned:
            self._add(style, "chữ có gạch chân, gạch ngang, bóng hoặc nền màu", "chữ trơn")
        if style.is_bold is not slot.is_bold:
            self._add(style, _bold(style.is_bold), _bold(slot.is_bold))
        if style.is_italic is not slot.is_italic:
            self._add(style, _italic(style.is_italic), _italic(slot.is_italic))
        if slot.aligns and style.align not in slot.aligns:
            self._add(style, _ALIGNS[style.align], _ALIGNS[next(iter(slot.aligns))])

    def _size_of_body(self) -> int:
        body = self._found.get("BodyText")
        least, most = self._slots["BodyText"].sizes
        return body.size if body and least <= body.size <= most else SHIPPED.size("BodyText")

    def _all_sizes(self) -> dict[str, int]:
        """Each style's own where the Decree allows it; what is as free as running text is else as large as that."""
        sizes: dict[str, int] = {}
        for slot in SLOTS:
            style = self._found.get(slot.key)
            follows = slot.sizes == self._slots["BodyText"].sizes and SHIPPED.size(slot.key) == m.SIZE
            sizes[slot.key] = self._body if follows else SHIPPED.size(slot.key)
            if style is None:
                continue
            if not slot.sizes[0] <= style.size <= slot.sizes[1]:
                self._add(style, f"cỡ {_points(style.size)}", f"cỡ {_range(slot.sizes)}")
            elif slot.key in OF_BODY_SIZE and style.size != self._body:
                self._add(style, f"cỡ {_points(style.size)}", f"cùng cỡ với thân văn bản ({_points(self._body)})")
            else:
                sizes[slot.key] = style.size
        return sizes

    def _indent(self) -> int:
        """How far the first line of running text stands in."""
        wanted = "thụt dòng đầu 1 cm hoặc 1,27 cm"
        own = m.FIRST_LINE
        for key in ("BodyText", "CanCu"):
            style = self._found.get(key)
            if style is None:
                continue
            if style.left or style.right:
                self._add(style, "đoạn thụt vào cả hai bên hoặc một bên", "không thụt cả đoạn")
            near = next((indent for indent in _INDENTS if abs(style.first_line - indent) <= _ROUNDING), None)
            if near is None:
                self._add(style, f"thụt dòng đầu {_cm(style.first_line)} cm", wanted)
            elif key == "BodyText":
                own = near
            elif near != own:
                self._add(style, f"thụt dòng đầu {_cm(near)} cm", f"như đoạn thường ({_cm(own)} cm)")
        return own

    def _all_spacings(self) -> dict[str, Spacing]:
        """Of running text and its headings: what one says, what all of them keep between each other."""
        flowing = [slot.key for slot in SLOTS if slot.flows]
        if not any(key in self._found for key in flowing):
            return {}
        said = {key: self._spacing(key, self._found[key]) for key in flowing if key in self._found}
        body = said.get("BodyText", Spacing(m.BETWEEN_PARAGRAPHS, 0))
        ours = {key: body if key == "CanCu" else body._replace(before=120, after=60) for key in flowing}
        spacings = {**ours, "BodyText": body, **said}
        least_above = min(spacing.before for spacing in spacings.values())
        for key, spacing in spacings.items():
            if max(spacing.after, least_above) < m.BETWEEN_PARAGRAPHS:
                spacings[key] = spacing._replace(after=m.BETWEEN_PARAGRAPHS)
                if key in said:
                    self._add(self._found[key], f"cách đoạn dưới {_points(spacing.after // 10)} pt", "ít nhất 6 pt")
        above_table = spacings["BodyText"]
        return {**spacings, "DoanTruocBang": above_table._replace(after=max(above_table.after, 60))}

    def _spacing(self, key: str, style: StyleLook) -> Spacing:
        before, after = style.before, style.after
        if max(before, after) < m.BETWEEN_PARAGRAPHS:
            self._add(style, f"cách đoạn {_points(max(before, after) // 10)} pt", "ít nhất 6 pt")
            before = m.BETWEEN_PARAGRAPHS
        rule = style.line_rule if style.line_rule in ("exact", "atLeast") else "auto"
        lines = _lines(style.line, rule, self._sizes[key])
        if not 0.97 <= lines <= 1.53:
            self._add(style, f"giãn dòng {format_number(round(Decimal(lines), 2))}", "từ 1 đến 1,5 dòng")
            return Spacing(before, after)
        line = min(max(style.line, _SINGLE), _MOST_LINES) if rule == "auto" else style.line
        return Spacing(before, after, line, rule)


def _lines(line: int, rule: str, size: int) -> float:
    """How many lines' height a line takes."""
    lines = line / _SINGLE if rule == "auto" else line / (size * 10 * _LINE_HEIGHT)
    return max(lines, 1.0) if rule == "atLeast" else lines


def _points(half: int) -> str:
    return format_number(Decimal(half) / 2)


def _range(sizes: tuple[int, int]) -> str:
    return _points(sizes[0]) if sizes[0] == sizes[1] else f"{_points(sizes[0])}–{_points(sizes[1])}"


def _cm(twips: int) -> str:
    return format_number(round(twips / _TWIPS_PER_MM / 10, 2).normalize())


def _bold(is_bold: bool) -> str:
    return "chữ đậm" if is_bold else "chữ không đậm"


def _italic(is_italic: bool) -> str:
    return "chữ nghiêng" if is_italic else "chữ đứng"


def _missing(found: dict[str, StyleLook]) -> Iterator[str]:
    """Nothing of it is wrong: what has no style of its own looks as in the program."""
    for is_head, what in ((True, "phần đầu văn bản"), (False, "các phần khác")):
        names = [slot.names[0] for slot in SLOTS if slot.key not in found and (slot.key in LETTERHEAD) is is_head]
        if names:
            yield (
                f"Mẫu chưa có kiểu cho {what}: {', '.join(quoted(name) for name in names)}. Báo cáo dùng kiểu của"
                " chương trình; muốn dùng kiểu riêng, thêm vào mẫu kiểu đoạn văn (paragraph) đúng tên ấy."
            )
