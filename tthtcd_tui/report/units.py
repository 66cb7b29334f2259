"""Administrative units, commune → province → ministry, and which of them a centre belongs to."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from io import StringIO
from typing import Final

from tthtcd_tui.errors import NoSuchUnit, UnusableFile
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.collate import collation_key
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.problem import quoted

LARGEST_LIST: Final = 8 * 1024 * 1024
"""Bytes; the whole country takes about 200 kB."""
_MOST_TOLD: Final = 10


_WORDS: Final = ("phuong ", "xa ")
"""With which the name of a commune begins, folded."""


class Unit(NamedTuple):
    code: str
    """As in the national list: «06658»."""
    name: str
    """With the word for what it is: «phường Mạo Khê»."""
    kind: UnitKind
    parent: str = ""
    """Code of the unit above; nothing for the topmost."""


class Units:
    """The list of units, with what is below what."""

    def __init__(self, units: Iterable[Unit] = ()) -> None:
        self.by_code: Mapping[str, Unit] = {unit.code: unit for unit in units}

    def __len__(self) -> int:
        return len(self.by_code)

    @cached_property
    def _below(self) -> Mapping[str, list[Unit]]:
        found: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.by_code.values():
            found[unit.parent].append(unit)
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, list[Unit]]:
        found: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.by_code.values():
            found[fold(unit.name)].append(unit)
        return found

    def communes(self, top: str = "") -> list[Unit]:
        """The communes below `top`, itself one perhaps, or all there are; by name."""
        found = self._under(self.by_code[top]) if top else self.by_code.values()
        communes = (unit for unit in found if unit.kind is UnitKind.COMMUNE)
        return sorted(communes, key=lambda unit: (collation_key(unit.name), unit.code))

    def _under(self, top: Unit) -> Iterator[Unit]:
        yield top
        for unit in self._below.get(top.code, ()):
            yield from self._under(unit)

    def below(self, top: str) -> Units:
        """A unit and those below it, as if there were no other."""
        return Units(unit._replace(parent="") if unit.code == top else unit for unit in self._under(self.by_code[top]))

    def path(self, code: str) -> list[Unit]:
        """A unit and those above it, the topmost last."""
        found: list[Unit] = []
        while (unit := self.by_code.get(code)) is not None:
            found.append(unit)
            code = unit.parent
        return found

    def named(self, typed: str) -> Unit:
        """The unit of that code, or the only one of that name. Raises NoSuchUnit."""
        if typed in self.by_code:
            return self.by_code[typed]
        found = self._by_name.get(fold(typed), [])
        if len(found) == 1:
            return found[0]
        if found:
            told = [f"{unit.code} · {unit.name}{self._where(unit)}" for unit in found[:_MOST_TOLD]]
            raise NoSuchUnit(f"Có {len(found)} đơn vị tên {quoted(typed)}. Hãy ghi mã thay cho tên:", told)
        meant = did_you_mean(typed, [*self.by_code, *(unit.name for unit in self.by_code.values())])
        raise NoSuchUnit(f"Danh mục không có đơn vị {quoted(typed)}.{meant or ' Hãy kiểm tra lại mã hoặc tên.'}")

    def _where(self, unit: Unit) -> str:
        above = self.path(unit.parent)
        return f", {above[0].name}" if above else ""

    def of_centre(self, code: str, name: str, commune: str) -> Unit | None:
        """The commune that a centre is of, told by its code or by name; None where that is not clear."""
        unit = self.by_code.get(code)
        if unit is not None and unit.kind is UnitKind.COMMUNE:
            return unit
        if commune:
            return self._only(commune, fold(commune))
        words = name.split()  # «TTHTCĐ phường Mạo Khê» ends with it
        for start in range(len(words)):
            rest = " ".join(words[start:])
            if fold(rest) in self._by_name:
                return self._only(rest, fold(rest))
        return None

    def _only(self, name: str, key: str) -> Unit | None:
        """The one commune of that name; of several that differ in their marks, the one spelt so.

        A list may give the names without the word for what they are.
        """
        bare = key.partition(" ")[2] if key.startswith(_WORDS) else key
        found = [
            unit for unit in self._by_name.get(key) or self._by_name.get(bare, []) if unit.kind is UnitKind.COMMUNE
        ]
        if len(found) > 1:
            found = [unit for unit in found if unit.name.casefold() == name.casefold()]
        return found[0] if len(found) == 1 else None


# -- the list as a file -----------------------------------------------------------------------------------------------

_TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "code": ("code", "mã", "mã đơn vị", "mã đvhc", "mã số"),
    "name": ("name", "tên", "tên đơn vị", "tên đvhc"),
    "kind": ("kind", "cấp", "loại"),
    "parent": ("parent", "mã cấp trên", "thuộc", "trực thuộc", "mã đơn vị cấp trên"),
    "commune_code": ("mã xã", "mã phường xã", "mã px"),
    "commune": ("tên xã", "phường xã", "xã", "tên phường xã"),
    "province_code": ("mã tỉnh", "mã tp", "mã tỉnh thành phố"),
    "province": ("tên tỉnh", "tỉnh thành phố", "tỉnh", "tên tỉnh thành phố"),
}
_COLUMNS: Final = {fold(title): column for column, titles in _TITLES.items() for title in titles}
_KINDS: Final = {
    **dict.fromkeys(map(fold, ("bo", "bộ", "trung ương")), UnitKind.MINISTRY),
    **dict.fromkeys(map(fold, ("tinh", "tỉnh", "thành phố", "thành phố trung ương", "cấp tỉnh")), UnitKind.PROVINCE),
    **dict.fromkeys(map(fold, ("xa", "xã", "phường", "thị trấn", "đặc khu", "cấp xã")), UnitKind.COMMUNE),
}
_SHAPE: Final = "Cần các cột mã, tên, cấp, mã cấp trên; hoặc mã xã, tên xã, mã tỉnh, tên tỉnh."


def read_units(data: bytes) -> list[Unit]:
    """The units of a CSV of the national list. Raises UnusableFile with every line that is wrong (the first 10)."""
    rows = _rows(data)
    title, columns = _titled(rows)
    wide = {"commune_code", "commune", "province_code", "province"} <= set(columns)
    if not wide and not {"code", "name", "kind"} <= set(columns):
        raise UnusableFile(f"Không thấy dòng tiêu đề của danh mục đơn vị. {_SHAPE}")
    found: dict[str, Unit] = {}
    wrong: list[str] = []
    for number, row in enumerate(rows[title + 1 :], title + 2):
        cells = {column: clean_line(row[at]) if at < len(row) else "" for column, at in columns.items()}
        if not any(cells.values()):
            continue
        for unit in _wide(cells) if wide else _narrow(cells, number, wrong):
            known = found.setdefault(unit.code, unit)
            if known != unit:
                wrong.append(f"Dòng {number}: mã {quoted(unit.code)} đã dùng cho {quoted(known.name)}.")
            if not unit.code or not unit.name:
                wrong.append(f"Dòng {number}: thiếu mã hoặc tên.")
    wrong += _astray(found)
    if wrong or not found:
        more = [f"… và {len(wrong) - _MOST_TOLD} chỗ khác."] if len(wrong) > _MOST_TOLD else []
        told = [*wrong[:_MOST_TOLD], *more] or ["Tệp không có đơn vị nào."]
        raise UnusableFile("Danh mục đơn vị có chỗ sai, chưa nhập gì. Hãy sửa các dòng sau rồi nhập lại:", told)
    return list(found.values())


def _rows(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableFile("Danh mục không phải chữ UTF-8. Hãy lưu lại từ Excel, kiểu “CSV UTF-8”.") from None
    mark = max(";,\t", key=text[:4096].count)
    try:
        return list(csv.reader(StringIO(text), delimiter=mark))
    except csv.Error:
        raise UnusableFile("Danh mục không đọc được như tệp CSV. Hãy lưu lại từ Excel, kiểu “CSV UTF-8”.") from None


def _titled(rows: list[list[str]]) -> tuple[int, dict[str, int]]:
    """The line of the titles, and which column is what."""
    for number, row in enumerate(rows[:20]):
        columns = {_COLUMNS[key]: at for at, title in enumerate(row) if (key := _key(title)) in _COLUMNS}
        if len(columns) > 2:
            return number, columns
    return 0, {}


def _key(title: str) -> str:
    return fold(title.replace("/", " ").replace("-", " "))


def _wide(cells: Mapping[str, str]) -> Iterator[Unit]:
    yield Unit(cells["province_code"], cells["province"], UnitKind.PROVINCE)
    yield Unit(cells["commune_code"], cells["commune"], UnitKind.COMMUNE, cells["province_code"])


def _narrow(cells: Mapping[str, str], number: int, wrong: list[str]) -> Iterator[Unit]:
    kind = _KINDS.get(fold(cells["kind"]))
    if kind is None:
        wrong.append(f"Dòng {number}: cấp {quoted(cells['kind'])} không rõ, phải là xã, phường, đặc khu, tỉnh hay bộ.")
        return
    yield Unit(cells["code"], cells["name"], kind, cells.get("parent", ""))


def _astray(found: Mapping[str, Unit]) -> Iterator[str]:
    """Units below one that is not there, or not above them."""
    rank = list(UnitKind)
    for unit in found.values():
        above = found.get(unit.parent)
        if unit.parent and above is None:
            yield f"{unit.code} · {unit.name}: không có đơn vị cấp trên mã {quoted(unit.parent)}."
        elif above is not None and rank.index(above.kind) >= rank.index(unit.kind):
            yield f"{unit.code} · {unit.name}: {quoted(above.name)} không phải cấp trên của đơn vị này."
