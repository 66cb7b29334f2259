"""The effectiveness indicators: label, value and words, however they are listed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.kinds.indicators import Indicator, indicators_of
from tthtcd_tui.forms.model import Field, FieldType, Form, Option
from tthtcd_tui.imports.old_report.gathered import Gathered, unread_rows, whole_text
from tthtcd_tui.imports.sources.pieces import Piece
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import Grain, format_number
from tthtcd_tui.text.quantities import Measure, read_quantity
from tthtcd_tui.text.units import DONG, Unit, base_name, unit_of

_BULLET: Final = re.compile(r"^\s*(?:[-+•*–]|\(?[0-9a-zđ]{1,2}[.)/])\s*")
# Of folded text: what the beginning of a paragraph says.
_CUES: Final[Mapping[str, str]] = {
    "ty_le_biet_chu": r"biet chu|xoa mu chu trong do tuoi",
    "luot_nguoi_tham_gia": r"(?:so|tong so) (?:luot )?nguoi (?:tham gia )?(?:hoc|tham gia)|luot nguoi tham gia",
    "ho_ngheo": r"ho ngheo",
    "y_thuc_moi_truong": r"moi truong",
    "thu_nhap": r"thu nhap",
    "tien_bo_khkt": r"khoa hoc|ki thuat|khkt|cong nghe",
    "kinh_nghiem_ung_dung": r"kinh nghiem|ap dung vao cuoc song|ung dung vao (?:cuoc song|doi song)",
    "phong_chong_dich": r"(?:phong|chong)\b.{0,14}(?:dich|benh)|dich benh|benh dich",
    "an_ninh": r"an ninh|trat tu|quoc phong|quan su",
    "van_hoa_the_thao": r"van hoa|the thao|van nghe|nep song|van minh",
}
_HEAD_WORDS: Final = 9
_LONGEST_HEADING: Final = 14
"""Words of a line that only names an indicator."""
_CHANGE: Final = re.compile(
    r"(?<!\w)(?:(?:giảm|tăng|thoát)(?!\w)(?!\s+(?:xuống |lên )?(?:còn|đạt|tới|đến)(?!\w)|\s+(?:xuống|lên)\s*$)"
    r"|đầu (?:năm|kỳ)|năm (?:học )?(?:trước|ngoái)|từ\s*$)",
    re.IGNORECASE,
)
"""Before a number: it is the difference, or what was before."""
_LEFT: Final = re.compile(r"(?<!\w)(?:cuối năm|hiện|nay|xuống|giảm)(?: chỉ)? còn +\d", re.IGNORECASE)
"""After a number: another says what it came to."""
_FELL: Final = re.compile(r"\bgiảm\b", re.IGNORECASE)
"""What a sentence says of a value besides, and would say no more without its words."""
_CLAUSE: Final = re.compile(r"[;.]\s+(?=\w)")
_NAMES: Final = re.compile(r"(?:(?:tong )?so ho ngheo|ho ngheo|t[iy] le (?:nguoi |dan so )?biet chu|thu nhap)\b")
"""Of folded text: how a clause begins that goes over to another indicator."""
_QUALIFIER: Final = r"(?:(?:gần|trên|hơn|dưới|khoảng|xấp xỉ|ước đạt|ước)\s*)?"
_NUMBER: Final = re.compile(
    rf"(?P<value>{_QUALIFIER}\d[\d.]*(?:,\d+)?(?:\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))?)\s*"
    r"(?P<unit>%|hộ(?: gia đình)?(?! nghèo)|hộ nghèo|(?:(?:USD|đô la(?: Mỹ)?|đô|đồng|đ|VNĐ|triệu|nghìn)(?!\w))?(?:\s*/\s*(?:người|khẩu|hộ|năm|tháng))*)",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"(\D*?)\s*(\d.*)$")
_BETWEEN: Final = re.compile(
    r"^[\s:,]*(?:(?:là|đạt|còn|hiện còn|giảm còn|giảm xuống còn|có|chiếm|ở địa phương|của (?:xã|phường)|địa phương|đầu người|bình quân|trên địa bàn|toàn (?:xã|phường)|năm \d{4}(?:-\d{4})?)[\s:,]*)*$",
    re.IGNORECASE,
)
_NONE: Final = re.compile(r"^[\s:]*(?:không có|không còn|không|0)\s*(?:hộ(?: nghèo)?)?\s*[.;]?\s*$", re.IGNORECASE)
_LABEL_VERBS: Final = re.compile(r"\b(?:da|duoc|nhu|dang|gom|la|co)\b")


class _Told(NamedTuple):
    key: str
    rest: str
    """What follows the label."""
    is_labelled: bool


class _Value(NamedTuple):
    """A value as it would be typed, nothing where there is none; why it is not sure; the field it is read by."""

    value: str
    doubt: str = ""
    field: Field | None = None


class EffectReader:
    """Reads the section of indicators."""

    def __init__(self, form: Form, gathered: Gathered, section: str) -> None:
        self._form = form
        self._gathered = gathered
        self._section = section
        self._open: str = ""
        """The indicator whose label stood alone in the line before."""

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return {key: each for key, each in indicators_of(self._form).items() if each.section == self._section}

    def read(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Reads what tells of an indicator; the pieces that do not."""
        rest = []
        for piece in pieces:
            if piece.is_table:
                told = [self._row(row, f"{piece.where}, dòng {n}") for n, row in enumerate(piece.rows, 1)]
                rest += unread_rows(piece, told)
                continue
            if piece.is_blank:
                continue
            parts = list(self._parted(whole_text(piece)))
            told = [self._line(text, piece.where, is_prose=len(parts) > 1) for text in parts]
            if not all(told):
                rest.append(piece)
        return rest

    def _parted(self, text: str) -> Sequence[str]:
        """Indicators that run on in one paragraph: cut where a sentence or a clause begins as another one's does."""
        found = re.search(r"(?<=[.…;])\s*(?=(?:Có nhiều|Đã có nhiều)\s+kinh nghiệm)", text)
        if found:
            return (text[: found.start()], text[found.end() :])
        told = self._valued(_BULLET.sub("", text, count=1))
        cuts = [0]
        for stop in _CLAUSE.finditer(text) if told else ():
            key = self._valued(text[stop.end() :])
            if key and key != told:
                cuts.append(stop.end())
                told = key
        return [text[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]

    def _valued(self, clause: str) -> str:
        """The indicator whose value a clause gives right after naming it, nothing else being named before."""
        bare = " ".join(re.split(r"[;.](?=\s)", clause)[0].split())
        found = _NUMBER.search(bare)
        if found is None or len(bare[: found.start()].split()) > _HEAD_WORDS:
            return ""
        key = self._named(fold(bare[: found.start()]))
        indicator = self._indicators.get(key)
        if indicator is None or indicator.value is None or not _NAMES.match(fold(bare)):
            return ""
        return key

    def _row(self, row: Sequence[str], where: str) -> bool:
        cells = [" ".join(cell.split()) for cell in row]
        for at, cell in enumerate(cells):
            if cell and (told := self._label(cell + ":")) is not None:
                more = [each for each in cells[at + 1 :] if each]
                rest = ". ".join(more[1:])
                return bool(more) and self._take(told.key, more[0], rest, where, ": ".join((cell, *more)))
        return False

    def _line(self, text: str, where: str, *, is_prose: bool = False) -> bool:
        """Whether a line tells of an indicator; of `is_prose` its words are kept beside its value."""
        bare = _BULLET.sub("", text, count=1)
        told = self._label(bare)
        if told is None:
            told, self._open = (_Told(self._open, bare, is_labelled=True) if self._open else None), ""
            if told is None:
                return False
            self._prose(told.key, bare, where)
            return True
        self._open = ""
        if (told.is_labelled and not told.rest.strip(" .:")) or (bare != text and _is_heading(bare)):
            self._open = told.key
            return True
        return self._take(told.key, told.rest, "", where, bare, is_labelled=told.is_labelled, is_prose=is_prose)

    def _label(self, text: str) -> _Told | None:
        """The indicator that a paragraph begins by naming."""
        label, colon, rest = text.partition(":")
        if colon and len(label.split()) <= 18 and not _LABEL_VERBS.search(_OWN_WORDS.sub(" ", fold(label))):
            key = self._named(fold(label))
            if key:
                return _Told(key, rest, is_labelled=True)
        head = " ".join(text.split()[:_HEAD_WORDS])
        key = self._named(fold(head))
        if not key:
            return None
        value = self._indicators[key].value
        if value is not None and (found := _first_number(value, text)):
            return _Told(key, text[found.start() :], is_labelled=bool(_is_label_before(text[: found.start()])))
        return _Told(key, text, is_labelled=False)

    def _named(self, words: str) -> str:
        exact = [
            key
            for key, each in self._indicators.items()
            if fold(each.label) in words or (each.printed_label and fold(each.printed_label) in words)
        ]
        if len(exact) == 1:
            return exact[0]
        found = {
            key: match.start()
            for key in self._indicators
            if (match := re.search(rf"\b(?:{_cue(self._indicators[key])})", words))
        }
        if not found:
            return ""
        first = min(found.values())
        near = [key for key, at in found.items() if at <= first + 3]
        return near[0] if len(found) == 1 or len(near) == 1 else ""

    def _take(
        self,
        key: str,
        told: str,
        more: str,
        where: str,
        whole: str,
        *,
        is_labelled: bool = True,
        is_prose: bool = False,
    ) -> bool:
        """The value that `told` begins with, and the words after it; all of the line where there is no value."""
        indicator = self._indicators[key]
        place = f"indicator/{key}"
        text = told.strip()
        if indicator.value is None:
            self._prose(key, ". ".join(filter(None, (text if is_labelled else whole, more))), where)
            return True
        if _NONE.match(text) and indicator.value.kind is not FieldType.PERCENT:
            self._gathered.add(f"{place}/value", "-", where)
            return True
        found = _NUMBER.search(text)
        if found is None or not _BETWEEN.match(text[: found.start()]):
            self._prose(key, whole, where)
            return True
        value = self._value(indicator, found)
        before = whole.partition(text)[0] + text[: found.start()]
        if _CHANGE.search(before):
            self._prose(key, whole, where)  # by how much it fell, or what it was
            return True
        if value.value and not value.doubt and (re.search(r"\d", before) or _LEFT.search(text[found.end() :])):
            value = value._replace(doubt="trong câu còn số khác")  # «từ 15 đến 60 tuổi» is not what is asked
        stored = bool(value.value) and self._gathered.add(
            f"{place}/value", value.value, where, is_sure=not value.doubt, doubt=value.doubt, instead=value.field
        )
        if not stored:
            why = value.doubt or "chưa đọc được"
            self._gathered.notes.append(f"{indicator.label}: tệp ghi “{found[0].strip()}”, {why}.")
        if not stored or value.doubt or is_prose or _FELL.search(text[: found.start()]):
            self._prose(key, whole, where)
            return True
        rest = ". ".join(filter(None, (text[found.end() :].lstrip(" ,;:").strip(), more)))
        if rest.strip(" ."):
            self._prose(key, rest[:1].upper() + rest[1:], where)
        return True

    def _value(self, indicator: Indicator, found: re.Match[str]) -> _Value:
        """A value as it would be typed; none where it is of another kind than the indicator's."""
        field = indicator.value
        assert field is not None
        value, unit = " ".join(found["value"].split()), found["unit"].strip()
        if field.kind is FieldType.PERCENT:
            return _Value(value) if unit == "%" else _Value("", "không phải phần trăm")
        if unit == "%":
            return _Value("", "là tỷ lệ, không phải số lượng")
        if "/" in unit or re.match(r"USD|đô|đồng|đ$|VNĐ", unit, re.IGNORECASE):
            return self._income(indicator, field, value, unit)
        return _Value(value)

    def _income(self, indicator: Indicator, field: Field, value: str, unit: str) -> _Value:
        """An income is sure in the year's own unit alone; where none is chosen yet, it is offered in the file's."""
        scale = re.search(r"\s(triệu|nghìn|ngàn)$", value)
        base, slash, per = unit.partition("/")
        if scale and (not base.strip() or unit_of(base.strip()).base == DONG):
            value, unit = value[: scale.start()], f"{scale[1]} {base.strip() or DONG}{slash}{per}"
        theirs, ours = unit_of(re.sub(r"\s*/\s*", "/", unit)), unit_of(field.unit)
        if _is_same(theirs, ours):
            return _Value(value)
        told = f"tính bằng {theirs.name}"
        options = self._units(indicator, field)
        for option in options:
            if _is_same(theirs, unit_of(option.label)):
                return _Value(value, f"{told}, báo cáo này chưa chọn đơn vị tính", field._replace(unit=option.label))
        for option in options:
            wanted = unit_of(option.label)
            if theirs.base == wanted.base == DONG and _per(theirs) == _per(wanted):
                found = _in_scale(value, theirs, wanted)
                doubt = f"{told}, báo cáo này chưa chọn đơn vị tính"
                if found is not None:
                    return found._replace(doubt=doubt, field=field._replace(unit=option.label))
        if theirs.base == ours.base == DONG and (in_ours := _in_scale(value, theirs, ours)) is not None:
            return in_ours
        return _Value("", f"{told}, ô này tính bằng {field.unit}")

    def _units(self, indicator: Indicator, field: Field) -> Sequence[Option]:
        """The units a year may choose for an indicator; none where it has chosen."""
        template = self._form.template or self._form
        asked = indicators_of(template)[indicator.key].value
        for noun in template.nouns:
            if asked is not None and asked.unit == f"{{{noun.link}}}" and field.unit == noun.unsaid:
                return figures_of(template)[noun.figure].field.options
        return ()

    def _prose(self, key: str, text: str, where: str, *, is_sure: bool = True) -> None:
        if text.strip(" .:"):
            self._gathered.add_prose(f"indicator/{key}/text", text.strip(), where, is_sure=is_sure)


_OWN_WORDS: Final = re.compile(r"so nguoi|danh gia|duoc (?:ap|ung) dung|la bao nhieu")


def _first_number(asked: Field, text: str) -> re.Match[str] | None:
    """The first number in a sentence; where a percentage is asked for, the first that is one."""
    found = list(_NUMBER.finditer(text))
    rates = [each for each in found if each["unit"] == "%"] if asked.kind is FieldType.PERCENT else []
    return next(iter(rates or found), None)


def _is_same(one: Unit, other: Unit) -> bool:
    return one.base == other.base and one.scale == other.scale and _per(one) == _per(other)


_MONTHS: Final = 12


def _in_scale(value: str, theirs: Unit, ours: Unit) -> _Value | None:
    """«45.600.000» đồng as «45,6» triệu đồng; not sure where the time it is for had to be reckoned or guessed."""
    qualifier, digits = _PARTED.match(value).groups()  # type: ignore[union-attr]
    try:
        number, _ = read_quantity(digits, Measure(Grain.COARSE if theirs.is_coarse else Grain.FINE))
    except TextProblem:
        return None
    number = number * theirs.scale / ours.scale
    said, wanted = _per(theirs), _per(ours)
    doubt = ""
    if said != wanted:
        doubt = f"tệp ghi {value} {theirs.name}"
        if (said, wanted) == ({"thang"}, {"nam"}):
            number, doubt = number * _MONTHS, f"{doubt}, đã nhân 12 tháng"
        elif said or wanted != {"nam"}:
            return None
        else:
            doubt = f"{doubt}, chưa rõ tính theo năm hay tháng"
    return _Value(f"{qualifier} {format_number(number)}".strip(), doubt)


def _per(unit: Unit) -> set[str]:
    """Of whom and of what time, one person being understood."""
    return {base_name(part) for part in unit.per.split("/") if part} - {"người", "khẩu"}


def _is_label_before(head: str) -> bool:
    """Whether what stands before a value is its label and no sentence."""
    return not re.search(r"\b(?:da|duoc|nhu|dang|gom)\b", fold(head))


def _cue(indicator: Indicator) -> str:
    return (
        _CUES.get(indicator.key)
        or "|".join(re.escape(word) for word in fold(indicator.label).split() if len(word) > 3)
        or "(?!)"
    )


def _is_heading(bare: str) -> bool:
    """Whether what stands behind a bullet only names something: «* Ý thức bảo vệ môi trường của người dân»."""
    return len(bare.split()) <= _LONGEST_HEADING and not re.search(r"[.;,!?…]\s*$|[0-9]", bare)
