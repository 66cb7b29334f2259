"""What the headings of a pasted table say of its columns: which field each is, and of which year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.imports.blocks.grid import Line
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period, PeriodKind, parse_period

ORDER: Final = "tt"
"""The column that numbers the rows."""

_NAMES: Final = {
    ORDER: ("tt", "stt", "số tt", "số thứ tự", "thứ tự", "mục"),
    "date": ("ngày", "ngày tháng", "ngày tháng năm", "thời gian", "thời điểm", "ngày tổ chức", "thời gian tổ chức",
             "ngày thực hiện", "thời gian thực hiện", "ngày mở", "ngày học", "ngày mở lớp", "ngày diễn ra", "ngày giờ",
             "thứ ngày", "thứ ngày tháng"),
    "title": ("tên", "tên hoạt động", "nội dung", "nội dung hoạt động", "hoạt động", "các hoạt động", "tên chuyên đề",
              "chuyên đề", "chủ đề", "tên lớp", "tên lớp học", "nội dung học", "nội dung học tập", "tên nội dung",
              "nội dung chuyên đề", "nội dung lớp học", "nội dung buổi học", "nội dung công việc",
              "tên buổi", "tên buổi học", "nội dung sinh hoạt", "nội dung tuyên truyền"),
    "category": ("loại", "loại hình", "lĩnh vực", "nhóm", "thể loại", "phân loại", "loại hoạt động", "nhóm hoạt động",
                 "loại lớp", "lĩnh vực hoạt động", "loại chuyên đề", "danh mục", "loại hình hoạt động", "mảng"),
    "place": ("địa điểm", "nơi tổ chức", "nơi học", "địa điểm tổ chức", "nơi mở lớp", "địa điểm học", "địa bàn",
              "nơi thực hiện", "địa điểm mở lớp", "nơi", "tại"),
    "partner": ("đơn vị phối hợp", "phối hợp", "đơn vị", "cơ quan phối hợp", "phối hợp với", "đối tác",
                "đơn vị tổ chức", "đơn vị phối hợp thực hiện", "cơ quan đơn vị phối hợp"),
    "note": ("ghi chú", "chú thích"),
}  # fmt: skip
_SETS: Final = {
    # every word one of these, and one of the second
    "date": ("ngay thang to chuc mo lop dien ra bat dau khai giang", "ngay"),
    "title": ("ten lop hoc chuyen de noi dung hoat dong buoi cac hoi thi to chuc", "ten"),
    "category": ("thuoc nhom loai linh vuc mang hinh hoat dong chuyen de noi dung lop hoc", "nhom linh loai mang"),
    "partner": ("don vi co quan to chuc phoi hop voi cung doan the ban nganh", "phoi"),
    "classes": ("so lop hoc mo da duoc tong sl luong buoi", "lop"),
    "participations": ("so luot nguoi tham gia du hoc vien hv tong sl luong dan hoc", "luot nguoi hv vien"),
}
_FILLERS: Final = re.compile(
    r"\b(?:nam hoc|nam nay|nam truoc|nam ngoai|ki nay|ki truoc|cung ki|nam|thuc hien|ket qua|th|trong)\b"
)
_YEARS: Final = re.compile(r"\b((?:19|20)\d\d)(?:\s*[-–/]\s*((?:19|20)?\d\d)\b)?")
_SHORT_YEARS: Final = re.compile(r"((?:năm học|\bnh|\()\s*)([0-9]{2})\s*[-–/]\s*([0-9]{2})\b", re.IGNORECASE)
_THIS: Final = ("nam nay", "nam hoc nay", "ki nay")
_ANOTHER: Final = ("nam truoc", "nam hoc truoc", "ki truoc", "cung ki", "nam ngoai")
_LONGEST_MARK: Final = 5
_SEX: Final = re.compile(r"\b(?:nữ|nam(?! *(?:[0-9]|học|hoc|nay|trước|truoc|ngoái|ngoai)))\b")
"""«Lượt người nam» is a part of them; without its mark «năm» is read only where the next word says so."""
_LETTERHEAD: Final = re.compile(
    r"(?:ubnd|uy ban nhan dan|cong hoa xa hoi chu nghia|doc lap ?[-–] ?tu do|trung tam (?:hoc tap|htcd|vh)|tthtcd"
    r"|(?:phong|so) (?:gd|giao duc))\b"
)
_CAME: Final = frozenset(
    ("tham gia", "thuc te", "thuc te tham gia", "thuc te tham du", "co mat", "tham du", "du", "du hoc", "da tham gia")
)
"""What stands over those who came, beside those who had put their names down."""
_MAGNITUDE: Final = re.compile(
    r"(?:[(,/]\s*(?:đvt|đơn vị(?: tính)?)?\s*:?\s*|\b(?:đvt|đơn vị(?: tính)?)\s*:\s*)"
    r"(?:(?:trăm|nghìn|ngàn|vạn|triệu)\b[^)]*|1[. ]?000[^)]*)"
)
_ALL: Final = frozenset(("tong", "tong so", "tong cong", "cong", "tong so nguoi", "chung"))
_PLANNED: Final = re.compile(r"\b(?:ke hoach|kh|chi tieu|du kien|giao)\b")
_AIMED: Final = re.compile(r"\b(?:ke hoach|kh|chi tieu|duoc giao|muc tieu|du kien|phan dau|dang k[iy])\b")
_COMPARED: Final = re.compile(r"\b(?:so sanh|so voi|chenh lech|tang|giam)\b")
_IN_PART: Final = re.compile(r"\b(?:hoc k[iy]|hk|q[uy]y|qui|thang (?:dau|cuoi))\b")


_ELSE: Final = re.compile(
    r"%|\b(?:ti le|ty le|phan tram|kinh phi|so tien|trieu|hoc k[iy]|q[uy]y|qui|thang|dan toc|tuoi|so gio|so tiet)\b"
)
"""What a table of results counts beside classes and participations, or only of a part of the year."""


def _plain(text: str) -> str:
    return " ".join(re.findall("[a-z0-9%]+", fold(_YEARS.sub(" ", text))))


@cache
def _names() -> dict[str, str]:
    return {_plain(name): key for key, names in _NAMES.items() for name in names}


def field_named(title: str, own: Mapping[str, str]) -> str | None:
    """The key of the field that a heading names, by the form's `own` labels and by what offices write; None if none."""
    plain = _plain(title)
    found = {_plain(label): key for key, label in own.items()}.get(plain)
    if found:
        return found
    if _PLANNED.search(plain) or _SEX.search(title.casefold()):
        return None  # what was planned is not what was done, and the men are not all who came
    plain = " ".join(_FILLERS.sub(" ", plain).split())
    if plain in _names():
        return _names()[plain]
    words = set(plain.split())
    for key, (allowed, needed) in _SETS.items():
        if words & set(needed.split()) and words <= set(allowed.split()):
            return key
    return None


def with_all_people(titles: Headings, named: Sequence[str | None]) -> list[str | None]:
    """`named`, and «Tổng» beside «Nam» and «Nữ», or «Tham gia», as all who came where no other column says that."""
    plain = [_plain(title) for title in titles.titles]
    came = [n for n, (title, key) in enumerate(zip(plain, named, strict=True)) if key is None and title in _CAME]
    if "participations" not in named and len(came) == 1:
        return [*named[: came[0]], "participations", *named[came[0] + 1 :]]
    sums = [n for n, (title, key) in enumerate(zip(plain, named, strict=True)) if key is None and title in _ALL]
    are_parted = any(_SEX.search(title.casefold()) for title in titles.titles)
    if "participations" in named or not are_parted or len(sums) != 1:
        return list(named)
    return [*named[: sums[0]], "participations", *named[sums[0] + 1 :]]


def is_of_something_else(title: str) -> bool:
    """Whether a heading says that its column is no result: what was planned, men, women, shares, money, a month."""
    plain = _plain(title)
    return bool(_PLANNED.search(plain) or _SEX.search(title.casefold()) or _ELSE.search(plain))


def says_magnitude(title: str) -> bool:
    """Whether a heading says that it counts by hundreds or thousands: «Lượt người (nghìn)», no sum of money."""
    words = clean_line(title).casefold()
    return _MAGNITUDE.search(words) is not None and not re.search(r"kinh phí|tiền|đồng\b|thu nhập", words)


def is_of_one_sex(title: str) -> bool:
    """Whether it counts the men alone, or the women."""
    return _SEX.search(title.casefold()) is not None


def is_not_the_whole(title: str) -> bool:
    """Whether a heading says that its numbers are not those of the year: planned, of a part of it or of the people,
    or how they changed.
    """
    plain = _plain(title)
    return bool(
        _AIMED.search(plain) or _SEX.search(title.casefold()) or _COMPARED.search(plain) or _IN_PART.search(plain)
    )


def says_period(title: str, period: Period) -> bool | None:
    """Whether a heading is of this period; None where it names none, or a year that might be."""
    words = fold(title)
    if any(phrase in words for phrase in _ANOTHER):
        return False
    if any(phrase in words for phrase in _THIS):
        return True
    found = _YEARS.search(title)
    if found is None:
        return None
    try:
        named = parse_period(f"{found[1]}-{found[2]}" if found[2] else found[1])
    except TextProblem:
        return None
    if named.kind is not period.kind and named.days.first <= period.end and period.start <= named.days.last:
        return None
    return (named.kind, named.label) == (period.kind, period.label) or (
        period.kind is PeriodKind.CUSTOM and named.days == period.days
    )


def why_another_time(label: str, period: Period) -> str:
    """Why what stands beside a label is not of this period, or not all of it; nothing where it may be.

    «Dân số (năm học 2021-2022)», «Dân số (NH 21-22)», «Số hộ nghèo (kế hoạch)».
    """
    if is_over_another_time(label, period):
        return f"ghi năm khác, không phải {period.title}"
    in_part = any(map(is_not_the_whole, re.findall(r"\(([^()]*)\)", label)))
    return f"không phải số chung của {period.title}" if in_part else ""


def is_over_another_time(words: str, period: Period) -> bool:
    """Whether words name years and this period is none of them: «Số liệu năm học 2021-2022»."""
    full = _SHORT_YEARS.sub(lambda found: f"{found[1]}20{found[2]}-20{found[3]}", words)
    said = [says_period(found[0], period) for found in _YEARS.finditer(full)] or [says_period(full, period)]
    return False in said and True not in said


class Headings(NamedTuple):
    """The titles of the columns, and what stands over the whole table."""

    titles: tuple[str, ...] = ()
    above: tuple[str, ...] = ()

    def named(self, own: Mapping[str, str]) -> list[str | None]:
        """The field each column is, where its title says so."""
        return [field_named(title, own) if title else None for title in self.titles]


def read_headings(lines: Sequence[Line]) -> Headings:
    """The headings in the `lines` above the data: several to a column are one title, from the top down."""
    width = max((len(line.cells) for line in lines), default=0)
    full = [line for line in lines if not line.is_blank and not is_numbering(line)]
    over = [line for line in full if width > 2 and (sum(map(bool, line.cells)) == 1 or _is_letterhead(line))]
    rows = [line for line in full if line not in over]
    titles = (
        tuple(" ".join(dict.fromkeys(filter(None, _over(rows, column)))) for column in range(width)) if rows else ()
    )
    return Headings(titles, tuple(line.text for line in over))


def _is_letterhead(line: Line) -> bool:
    """Whether a line stands over the whole table: who keeps it, the country's name and motto, side by side."""
    return any(_LETTERHEAD.match(fold(cell)) for cell in line.cells if cell)


def may_be_mark(cell: str) -> bool:
    """Whether a cell is no longer than those of a line that only numbers the columns."""
    return len(cell) <= _LONGEST_MARK


def is_numbering(line: Line) -> bool:
    """Whether a line only numbers the columns: «(1) (2) (3)», «A B 1 2»."""
    if len("".join(line.cells)) > _LONGEST_MARK * len(line.cells):  # so that one is longer: quick to tell of most lines
        return False
    if max(map(len, line.cells), default=0) > _LONGEST_MARK:
        return False
    marks = [re.sub("[()]", "", cell) for cell in line.cells if cell]
    digits = [int(mark) for mark in marks if mark.isdecimal() and len(mark) < 3]
    letters = [mark for mark in marks if re.fullmatch("[A-ZĐ]", mark)]
    return len(digits) > 1 and digits == list(range(1, len(digits) + 1)) and len(digits) + len(letters) == len(marks)


def _over(rows: Sequence[Line], column: int) -> Iterator[str]:
    """The titles over a column; one over several columns stands in the first of them and counts for each."""
    for number, line in enumerate(rows):
        cell = line.cell(column)
        if cell or number == len(rows) - 1:
            yield cell
        elif any(row.cell(column) for row in rows[number + 1 :]):
            yield next((line.cell(left) for left in range(column - 1, -1, -1) if line.cell(left)), "")
