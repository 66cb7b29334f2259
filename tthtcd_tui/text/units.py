"""Units as they are typed after a number: one unit in its many spellings, scales («vạn», «triệu»), conversions."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.fold import fold

DONG: Final = "đồng"
PERCENT: Final = "%"

_SCALES: Final = {
    "trăm": 100,
    **dict.fromkeys(("nghìn", "ngàn", "k"), 1_000),
    "vạn": 10_000,
    **dict.fromkeys(("triệu", "tr"), 1_000_000),
    **dict.fromkeys(("tỷ", "tỉ"), 1_000_000_000),
}
_WITHOUT_MARKS: Final = {fold(word): factor for word, factor in _SCALES.items()} | {"ty": 1_000_000_000}
_COUNTED: Final = r"(?:(?:1[. ]?000(?P<millions>[. ]?000)?)|(?P<short>tr))(?=\s*(?:đồng|dong|đ|vnđ|vnd)\b)"
"""«1.000 đồng», «1000đ», «1.000.000 đồng», «trđ»: in what a table counts."""
_SHORT: Final = frozenset({"k", "tr"})
"""What is a scale of money only: «500k», «5tr đồng»."""

_SPELLINGS: Final = (
    ("km²", "km^2", "km vuông", "ki lô mét vuông", "ki-lô-mét vuông", "kilômét vuông", "cây số vuông"),
    ("ha", "hecta", "héc ta", "héc-ta", "hécta"),
    ("m²", "m^2", "mét vuông"),
    ("%", "phần trăm"),
    ("đồng", "đ", "₫", "vnđ", "vnd", "việt nam đồng", "đồng việt nam", "đồng chẵn"),
    ("USD", "$", "us$", "đô la", "đô-la", "đôla", "đô la mỹ", "đô-la mỹ", "đô", "đô mỹ"),
    ("EUR", "€", "euro"),
    ("người", "ng", "nhân khẩu", "khẩu", "người dân"),
    ("hộ", "hộ gia đình", "hộ dân"),
    ("lượt người", "lượt", "lượt người tham gia", "lượt người học"),
    ("học sinh", "hs", "em", "em học sinh", "cháu"),
    ("học viên", "hv"),
    ("giáo viên", "gv"),
    ("doanh nghiệp", "dn"),
)
"""Spellings of one unit; the first is how messages say it."""
_SQUARE_METRES: Final = {"km²": Decimal(1_000_000), "ha": Decimal(10_000), "m²": Decimal(1)}
_CURRENCIES: Final = frozenset({DONG, "USD", "EUR"})
_COARSE: Final = _CURRENCIES | {"ha", "m²"}
"""Units of which nobody writes thousandths."""


def _key(words: str) -> str:
    """What the spellings of one unit share but for synonyms: «Km 2», «(km²)», «KM^2» → `km2`."""
    key = fold(words.replace("₫", "đ")).replace("^2", "2").strip(" .,;()")
    return re.sub("(?<=[a-z]) (?=2$)", "", key)


_NAMES: Final = {_key(spelling): names[0] for names in _SPELLINGS for spelling in names}


def base_name(words: str) -> str:
    """The one name for all spellings of a unit; a word that is no unit we know is its own, folded."""
    key = _key(words)
    return _NAMES.get(key, key)


def known(words: str) -> str | None:
    """The unit that `words` name, as messages say it; None for words that are no unit we know."""
    scale, rest = split_scale(words)
    name = _NAMES.get(_key(rest.partition("/")[0]))
    if name is not None and words[:1].isdigit():
        return f"{'triệu' if scale > 1_000 else 'nghìn'} {rest}"
    return name if name is None or scale == 1 else words


class Unit(NamedTuple):
    """A field's unit taken apart: «triệu đồng/người/năm» is 1.000.000, «đồng», «người/năm»."""

    name: str
    scale: int
    base: str
    per: str

    @property
    def is_money(self) -> bool:
        return self.base in _CURRENCIES

    @property
    def is_coarse(self) -> bool:
        """Whether thousandths of it are never written, so that the dot of «2.450» can only part thousands."""
        return self.base in _COARSE and self.scale < 1_000_000

    def is_alike(self, words: str) -> bool:
        """Whether `words` measure the same in another unit: an area, or money."""
        other = unit_of(words)
        return (self.is_money and other.is_money) or {self.base, other.base} <= set(_SQUARE_METRES)

    def takes(self, words: str) -> bool:
        """Whether `words` are this unit, its scale aside: «USD», «USD/năm» and all of «USD/người/năm»."""
        base, _, per = words.partition("/")
        theirs = list(map(base_name, filter(None, per.split("/"))))
        ours = list(map(base_name, filter(None, self.per.split("/"))))
        return bool(self.base) and base_name(base) == self.base and set(theirs) <= set(ours)


def is_area(words: str) -> bool:
    return base_name(words) in _SQUARE_METRES


@lru_cache(maxsize=256)
def unit_of(name: str) -> Unit:
    """The unit that a form names, such as «km²», «lượt người» or «triệu đồng/người/năm»."""
    scale, rest = split_scale(name)
    base, _, per = rest.partition("/")
    return Unit(name, scale, base_name(base), per)


def split_scale(words: str, money: bool = True) -> tuple[int, str]:
    """The factor that `words` begin with, 1 if none, and what follows it: «triệu đồng» → 1.000.000, «đồng».

    A table's «1.000 đồng» and «trđ» are «nghìn đồng» and «triệu đồng». «k» and «tr» are scales of `money` alone: in a
    field of square kilometres a «k» is the beginning of «km²».
    """
    if counted := re.match(_COUNTED, words, re.IGNORECASE):
        return (1_000_000 if counted["millions"] or counted["short"] else 1_000), words[counted.end() :].strip()
    found = re.match(r"[^\W\d]+", words)
    factor = _factor(found[0]) if found else None
    if found is None or factor is None:
        return 1, words
    rest = words[found.end() :].strip()
    currency = not rest.partition("/")[0] or base_name(rest.partition("/")[0]) in _CURRENCIES
    if found[0].casefold() in _SHORT and not (money and currency):
        return 1, words
    return factor, rest


def _factor(word: str) -> int | None:
    """With all its marks, or with none, as it is typed in a hurry: «tí» is not «tỉ»."""
    small = word.casefold()
    return _SCALES.get(small) or (_WITHOUT_MARKS.get(small) if small.isascii() else None)


def repeats(words: str, label: str) -> bool:
    """Whether `words` stand in the field's label, as «hộ gia đình» does in «Số hộ gia đình»."""
    key = _key(words)
    return len(key) > 1 and f" {key} " in f" {re.sub('[^a-z0-9]+', ' ', fold(label))} "


def converted(number: Decimal, words: str, unit: Unit) -> Decimal | None:
    """`number` of the area that `words` name, in `unit`; None where there is no such conversion."""
    theirs, ours = _SQUARE_METRES.get(base_name(words)), _SQUARE_METRES.get(unit.base)
    return None if theirs is None or ours is None else number * theirs / (ours * unit.scale)


NO_UNIT: Final = unit_of("")
