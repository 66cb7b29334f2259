"""Numbers in the sentences and lists of an old report → the figures they are, with the qualifier before them.

A number counts only where its own name stands before it or its unit after it, in a clause that speaks of this place and
this year. What a sentence says of the district, of another year, or of a part of the people is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.model import Field, FieldType, Form
from tthtcd_tui.imports.old_report.gathered import Gathered
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import Grain, format_number
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.quantities import Measure, read_quantity
from tthtcd_tui.text.units import converted, unit_of

# All patterns are of text in lower case, its marks kept.
_NUMBER: Final = re.compile(
    r"(?<![\w.,+])(?<!\d/)(?P<qualifier>(?:gần|(?<!trải )(?<!rộng )(?<!dài )(?<!nằm )trên|hơn|dưới|khoảng|xấp xỉ|ước đạt|ước|~|≈)\s*)?"
    r"(?P<digits>\d{1,3}(?: \d{3})+(?![\d.,])|\d(?:[\d.]*\d)?(?:,\d+)?)(?P<scale>\s*(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w))?(?!\d|[.,]\d|/\d)"
)
_NUMBERED: Final = re.compile(
    r"(?:^|[^\w])(?:thôn|khu|ấp|bản|xóm|tổ|(?<!dân )số|năm|tháng|ngày|mục|điều|quý|khối|lớp|khóa)\s*$"
)
"""Before a number that is a name: «thôn 3 120 hộ» is no 3,120 households."""
_NOUN: Final = r"(?:khu phố|khu dân cư|khu hành chính|tổ dân phố|thôn|khu|ấp|bản|buôn|xóm|làng|khóm|phum|sóc)"
_STOPPED: Final = r"(?=\s*(?:$|[.,;:)\]”\"]|và\b|với\b|trong\b|trên\b|ở\b|tại\b|thuộc\b|sinh\b|được\b|nằm\b|hiện\b|chia\b|của\b|gồm\b|cùng\b|có\b|là\b|đang\b|phân\b))"
_FILL: Final = r"(?:\s+(?:là|có|gồm|đạt|hiện|hiện có|hiện nay|của|toàn|cả|xã|phường|địa phương|địa bàn|trên|khoảng|với|tổng|cộng|đảng bộ|đến nay|hiện tại|thường trú|(?:tính )?đến (?:cuối|hết) năm|(?:tính )?đến (?:(?:ngày|tháng) )?\d[\d/.-]*|năm \d{4}(?:-\d{4})?))*\s*[:\-–]?\s*"


_LISTED: Final = r"(?=\s*(?:$|[.,;)]|và\b))"
"""After a number of «Số trường: 5, trong đó mầm non 1, tiểu học 2»: the next is told of."""


class Meaning(NamedTuple):
    """What a figure is called in sentences."""

    place: str
    after: str = ""
    """What stands right after the number, as a pattern."""
    before: str = ""
    """What stands right before it."""
    never: str = ""
    """Words close to it that make it something else."""
    is_local: bool = True
    """Whether it is told only where the place is described; what bears its own name counts anywhere."""


_MEANINGS: Final = (
    Meaning("figure/dien_tich", r"\s*(?:km2|km²|km\^2|ki-?lô-?mét vuông|ha|hecta|héc[ -]?ta|m2|m²)(?!\w)",
            r"diện tích(?: đất)?(?: tự nhiên)?(?: \(?(?:km2|km²|ha)\)?)?" + _FILL, r"lúa|canh tác|nông nghiệp|rừng|nuôi trồng|xây dựng|phòng|sàn|trồng"),
    Meaning("figure/dien_tich", r"\s*(?:km2|km²|km\^2|ha|hecta|héc[ -]?ta)(?!\w)", r"(?:rộng|trải|trải dài)" + _FILL, r"phòng|sàn|sân|nhà|vườn|rừng|lúa|trồng"),
    Meaning("figure/dan_so", r"(?:\s*(?:nhân khẩu|khẩu|người dân|người)(?!\w))?",
            r"(?:dân số|số dân|số nhân khẩu|số khẩu)(?: trung bình)?(?: \(?(?:người|khẩu)\)?)?" + _FILL, r"mật độ|độ tuổi|dân số trẻ|lao động|tăng|giảm"),
    Meaning("figure/dan_so", r"\s*(?:nhân khẩu|khẩu|dân(?!\s+(?:tộc|cư|số|quân|phòng|công|vận|chính|lập|sự)))(?!\w)",
            "", r"tăng|giảm|nghèo|bình quân|mỗi|trung bình"),
    Meaning("figure/dan_so", r"\s*người(?: dân)?(?!\s*(?:nghèo|dân tộc|trong|trên|là|ở độ|cao tuổi|khuyết tật|có|tham gia|lao động))(?!\w)",
            r"(?:hộ(?: gia đình| dân)?|khẩu)\s*(?:,|;|với|và|gồm|có|/|-|–)\s*", r"nghèo|cận|trong đó|thoát|mỗi|dân tộc|tăng|giảm|chính sách|vay|hỗ trợ|nhận"),
    Meaning("figure/so_ho", r"\s*(?:hộ gia đình|hộ dân|hộ)(?!\s*(?:nghèo|cận|thoát|kinh doanh|chính sách|nông|sản xuất|được|đạt|khá|giàu))(?!\w)",
            "", r"nghèo|văn hóa|đạt chuẩn"),
    Meaning("figure/so_ho", "", r"số hộ(?: gia đình| dân)?(?! nghèo)" + _FILL, r"nghèo"),
    Meaning("figure/so_khu", rf"\s*{_NOUN}(?: hành chính| dân cư)?(?!\s+văn hóa)" + _STOPPED, "", r"\d+\s*/|nhà văn hóa|trong đó"),
    Meaning("figure/so_khu", "", rf"^(?:[-+•*] ?)?{_NOUN}(?: hành chính| dân cư)?\s*:\s*", r"văn hóa"),
    Meaning("figure/so_khu", "", rf"số {_NOUN}(?: hành chính| dân cư)?" + _FILL, r"văn hóa"),
    Meaning("figure/dang_vien", r"\s*đảng viên(?!\w)", "", r"kết nạp|mới|dự bị|chuyển|nữ|mỗi"),
    Meaning("figure/dang_vien", "", r"(?:số )?đảng viên" + _FILL, r"kết nạp|mới|dự bị"),
    Meaning("figure/chi_bo", r"\s*chi bộ(?: trực thuộc)?(?!\w)", "", r"đạt|trong sạch|mới"),
    Meaning("figure/chi_bo", "", r"(?:số )?chi bộ(?: trực thuộc)?" + _FILL, r"đạt|trong sạch"),
    Meaning("figure/dn_tu_nhan", r"\s*doanh nghiệp(?: tư nhân| ngoài nhà nước)(?!\w)"),
    Meaning("figure/dn_tu_nhan", "", r"(?:số )?doanh nghiệp (?:tư nhân|ngoài nhà nước)" + _FILL, r"mới|ủng hộ|trong đó"),
    Meaning("figure/dn_nha_nuoc", "", r"(?:số )?doanh nghiệp nhà nước" + _FILL, r"mới|ủng hộ|trong đó"),
    Meaning("figure/dn_nha_nuoc", r"\s*doanh nghiệp nhà nước(?!\w)"),
    Meaning("figure/truong_mam_non", r"\s*(?:trường )(?:mầm non|mẫu giáo|mn)(?!\w)"),
    Meaning("figure/truong_mam_non", "", r"(?:(?:số )?trường )?(?:mầm non|mn)\s*:\s*"),
    Meaning("figure/truong_mam_non", _LISTED, r"trường[^.;\d]{0,20}\d+[^.;]{0,60}?mầm non\s+"),
    Meaning("figure/truong_tieu_hoc", r"\s*trường (?:tiểu học|th)(?!\w)"),
    Meaning("figure/truong_tieu_hoc", "", r"(?:(?:số )?trường )?(?:tiểu học|th)\s*:\s*"),
    Meaning("figure/truong_tieu_hoc", _LISTED, r"trường[^.;\d]{0,20}\d+[^.;]{0,60}?tiểu học\s+"),
    Meaning("figure/truong_thcs", r"\s*trường (?:trung học cơ sở|thcs)(?!\w)"),
    Meaning("figure/truong_thcs", "", r"(?:(?:số )?trường )?(?:trung học cơ sở|thcs)\s*:\s*"),
    Meaning("figure/truong_thcs", _LISTED, r"trường[^.;\d]{0,20}\d+[^.;]{0,60}?(?:trung học cơ sở|thcs)\s+"),
    Meaning("figure/truong_thpt", r"\s*trường (?:trung học phổ thông|thpt)(?!\w)"),
    Meaning("figure/truong_thpt", "", r"(?:(?:số )?trường )?(?:trung học phổ thông|thpt)\s*:\s*"),
    Meaning("figure/truong_thpt", _LISTED, r"trường[^.;\d]{0,20}\d+[^.;]{0,60}?(?:trung học phổ thông|thpt)\s+"),
    Meaning("figure/so_truong", r"\s*(?:đơn vị trường học|đơn vị trường|trường học|nhà trường|trường)(?!\s*(?:mầm|mẫu|mn|tiểu|th\b|thcs|thpt|trung|đạt|chuẩn|được))(?=\s*(?:$|[.,;:()]|trên|trong|với|ở|gồm))"),
    Meaning("figure/so_lop_hoc", r"\s*lớp(?: học)?(?=\s*(?:$|[.,;:()/]|và|với|gồm|trong))", "", r"xóa mù|chuyên đề|học nghề|tập huấn"),
    Meaning("figure/so_hoc_sinh", r"\s*(?:em )?học sinh(?!\s*(?:giỏi|khá|nghèo|tiên tiến|lưu|dân tộc|nữ))(?!\w)"),
    Meaning("figure/so_giao_vien", r"\s*(?:giáo viên|thầy,? cô(?: giáo)?|thầy giáo,? cô giáo|cán bộ,? giáo viên)(?!\s*(?:giỏi|dạy|biệt|nữ|đạt|,? ?(?:và )?nhân viên))(?!\w)"),
    Meaning("figure/so_giao_vien", r"\s*(?:người|thầy,? cô)(?!\w)", r"đội ngũ (?:cán bộ,? )?giáo viên" + _FILL, r"giỏi|nữ|nhân viên"),
    Meaning("figure/so_lop_hoc", "", r"(?<!tổng )số lớp(?: học)?(?: (?:ở|của|tại) các trường)?\s*:\s*", r"xóa mù|chuyên đề|học nghề|tập huấn"),
    Meaning("figure/so_hoc_sinh", "", r"(?:số )?học sinh\s*:\s*", r"giỏi|nghèo|nữ"),
    Meaning("figure/so_giao_vien", "", r"(?:số )?(?:giáo viên|cán bộ,? giáo viên)\s*:\s*", r"giỏi|nữ|biệt phái"),
    Meaning("figure/so_nha_van_hoa", rf"\s*nhà văn hóa(?: {_NOUN}| cộng đồng)?(?!\w)", "", r"xây|sửa|khánh thành|nâng cấp|mới", is_local=False),
    Meaning("figure/truong_dat_chuan", r"\s*%(?=[^.;]{0,60}(?:trường|đơn vị)[^.;]{0,70}đạt chuẩn)", "", r"phấn đấu|học sinh"),
    Meaning("figure/truong_dat_chuan", r"\s*%", r"trường(?: học)? đạt chuẩn(?: quốc gia)?" + _FILL, r"phấn đấu"),
    Meaning("figure/tre_khong_di_hoc", r"\s*(?:cháu|em|trẻ(?: em)?)(?=[^.;]{0,160}khuyết tật)", "", "", is_local=False),
)  # fmt: skip
_SOME: Final = re.compile(
    r"(?<!\w)(?:thoát nghèo|hỗ trợ|giúp đỡ|vay vốn|cho vay|được vay|được cấp|cấp phát|trao|tặng|di dời|thiệt hại|cứu trợ|được nhận|vận động|đăng ký|cam kết|khám|tư vấn|tham gia)(?!\w)"
)
"""What befell some of the people or households: no count of all."""
_IN_RANGE: Final = re.compile(r"\s*(?:[-–—~]|đến|tới)\s*\d")
_ENDS_RANGE: Final = re.compile(r"\d\s*(?:[-–—~]|đến|tới)\s*$")
"""«7.000 - 7.500 người»: two numbers, neither of which is the figure."""
_OF_POOR: Final = re.compile(r"(?<!\d )hộ (?:cận )?nghèo(?!\w)")
"""What a clause speaks of that counts none before it: the households it goes on to count are the poor ones."""
_OF_ALL: Final = frozenset({"figure/so_ho", "figure/dan_so"})
_WHOLE: Final = _OF_ALL | {"figure/so_khu", "figure/chi_bo", "figure/dang_vien"}
"""Of which a part may be counted in the same words: what «trong đó» begins is not all of them, unless named so."""
_PART: Final = re.compile(r"(?<!\w)(?:trong đó|trong số đó|riêng)(?!\w)")
_NAMED_ALONE: Final = frozenset({"figure/dan_so", "figure/dien_tich"})
"""What bears its own name counts wherever it stands, if only against what is said elsewhere."""

_ELSEWHERE: Final = re.compile(
    r"(?<!\w)(?:toàn|cả|của|trong|trên địa bàn)\s+(?:huyện|tỉnh|thị xã|thành phố|quận|nước|quốc|vùng|khu vực)(?!\w)|(?<!\w)(?:huyện|tỉnh|cả nước)\s+(?:có|hiện|gồm)(?!\w)"
)
_PLANNED: Final = re.compile(
    r"(?<!\w)(?:phấn đấu|dự kiến|sẽ|chỉ tiêu|mục tiêu|kế hoạch giao|đến năm|năm tới|năm học tới|nhiệm kỳ)(?!\w)"
)
_LYING: Final = re.compile(
    r"(?<!\w)(?:phía|hướng|vùng|trung tâm|cửa ngõ|giáp|cuối|đầu)(?:\s+[^\s\d,.;]+){0,3}?\s+(?:của\s+)?(?:huyện|tỉnh|thị xã|thành phố|quận)(?!\w)"
)
"""«Nằm ở phía Bắc của huyện»: where the place lies, and nothing of what is told after it."""
_FOUNDED: Final = re.compile(
    r"(?:thành lập|ra đời|chia tách|sáp nhập|hợp nhất|khởi công|công nhận)(?: lại)?(?: từ| vào| trong)?\s*$"
)
"""Before a year: what happened then, and not when what follows was counted."""
_BEFORE: Final = re.compile(
    r"(?<!\w)(?:năm(?: học)? (?:trước|ngoái)|trước đây|trước kia|cùng kỳ|khi thành lập|lúc đầu|ban đầu)(?!\w)"
)
_YEAR: Final = re.compile(r"(?<!\w)năm(?: học)? (\d{4})(?:\s?[-–/]\s?(\d{2,4}))?(?![\w/])")
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+|\n")
_CONVERTED: Final = ("ha", "m²")


class Mention(NamedTuple):
    """A number in a text, where it stands in it, and the figure it is."""

    place: str
    value: str
    """As it would be typed."""
    start: int
    end: int
    is_converted: bool = False
    """Whether the text gives it in another unit than the field's own."""


def is_of_now(head: str, period: Period) -> bool:
    """Whether what a sentence in small letters says after `head` may be of `period`: not of the year before."""
    if _BEFORE.search(head.rpartition(";")[2]):
        return False
    years = [int(year[1]) for year in _YEAR.finditer(head) if not _FOUNDED.search(head[: year.start()])]
    return not years or period.start.year <= years[-1] <= period.end.year


def is_planned(sentence: str) -> bool:
    """Whether a sentence in small letters, or a part of one, tells what is to come."""
    return _PLANNED.search(sentence) is not None


@dataclass
class FigureReader:
    """Reads paragraphs for the figures that a form has."""

    form: Form
    period: Period

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        return {f"figure/{key}": figure.field for key, figure in figures_of(self.form).items()}

    def mentions(self, text: str, *, is_local: bool) -> Iterator[Mention]:
        """Every figure told in `text`, in order; `is_local` where the text describes the place."""
        low = text.lower()
        if len(low) != len(text):
            return
        at = 0
        for sentence in _SENTENCE.split(low):
            start = low.index(sentence, at)
            at = start + len(sentence)
            yield from self._in_sentence(sentence, start, is_local)

    def _in_sentence(self, sentence: str, offset: int, is_local: bool) -> Iterator[Mention]:
        if is_planned(sentence):
            return
        for found in _NUMBER.finditer(sentence):
            head, tail = sentence[: found.start()], sentence[found.end() :]
            is_unclear = (" " in found["digits"] and _NUMBERED.search(head)) or _is_of_range(head, tail)
            if is_unclear or not self._is_here_and_now(head):
                continue
            for meaning in _MEANINGS:
                if meaning.place in self.fields and (is_local or not meaning.is_local or meaning.place in _NAMED_ALONE):
                    mention = self._read(meaning, found, head, tail, offset)
                    if mention is not None:
                        yield mention
                        break

    def _is_here_and_now(self, head: str) -> bool:
        near = _LYING.sub(" ", head.rpartition(";")[2])
        return not _ELSEWHERE.search(near) and is_of_now(head, self.period)

    def _read(self, meaning: Meaning, found: re.Match[str], head: str, tail: str, offset: int) -> Mention | None:
        after = re.match(meaning.after, tail) if meaning.after else None
        if meaning.after and after is None:
            return None
        if meaning.before and re.search(rf"(?<!\w)(?:{meaning.before})$", head) is None:
            return None
        near = head[-40:].rpartition(";")[2] if meaning.before else head[-30:] + re.split("[,;]", tail[:30])[0]
        if meaning.never and re.search(rf"(?<!\w)(?:{meaning.never})(?!\w)", near):
            return None
        if meaning.place == "figure/so_ho" and _OF_POOR.search(head.rpartition(";")[2]):
            return None
        if meaning.place in _WHOLE and not meaning.before and _PART.search(head.rpartition(";")[2]):
            return None
        if meaning.place in _OF_ALL and _SOME.search(_clause(head, tail)):
            return None
        value, is_converted = self._value(meaning.place, found, after[0].strip() if after else "")
        if value is None:
            return None
        return Mention(meaning.place, value, offset + found.start(), offset + found.end(), is_converted)

    def _value(self, place: str, found: re.Match[str], after: str) -> tuple[str | None, bool]:
        """The number as it would be typed, in the field's own unit, and whether it was told in another."""
        field = self.fields[place]
        qualifier = (found["qualifier"] or "").strip()
        digits, scale = found["digits"].replace(" ", "."), (found["scale"] or "").strip()
        if place == "figure/dien_tich":
            return self._area(qualifier, digits, after)
        try:
            grain = Grain.FINE if field.kind in (FieldType.DECIMAL, FieldType.PERCENT) else Grain.WHOLE
            number, _ = read_quantity(f"{_without_zeros(digits)} {scale}".strip(), Measure(grain))
        except TextProblem:
            return None, False
        return f"{qualifier} {format_number(number)}".strip() if field.qualified else format_number(number), False

    def _area(self, qualifier: str, digits: str, unit: str) -> tuple[str | None, bool]:
        measure = unit_of(unit)
        try:
            number, _ = read_quantity(digits, Measure(Grain.COARSE if measure.base in _CONVERTED else Grain.FINE))
        except TextProblem:
            return None, False
        ours = unit_of("km²")
        own: Decimal | None = number if measure.base == ours.base else converted(number, unit, ours)
        if own is None:
            return None, False
        return f"{qualifier} {format_number(own)}".strip(), measure.base != ours.base


def _is_of_range(head: str, tail: str) -> bool:
    """Whether a number is one of the two ends of a range."""
    return bool(_IN_RANGE.match(tail) or _ENDS_RANGE.search(head))


def _clause(head: str, tail: str) -> str:
    """What is said around a number, up to where another number begins to be told of."""
    return head.rpartition(";")[2][-60:] + re.split(r";|trong đó|,\s*(?:đã|có|còn|nay)\s", tail)[0][:60]


def _without_zeros(digits: str) -> str:
    """«08» → «8»; «0,5» stays."""
    return re.sub(r"^0+(?=\d)", "", digits)


# -- what is told in words --------------------------------------------------------------------------------------------

_UNIVERSAL: Final = re.compile(
    r"phổ cập(?: giáo dục)?[^.;:]{0,20}?(?=mầm non|tiểu học|thcs|trung học|thpt|mn\b)", re.IGNORECASE
)
_LEVELS: Final = (
    ("mam_non", r"mầm non|mẫu giáo|(?<!\w)mn(?!\w)"),
    ("tieu_hoc", r"tiểu học|(?<!\w)th(?!\w)"),
    ("thcs", r"thcs|trung học cơ sở"),
    ("thpt", r"thpt|trung học phổ thông"),
)
_URBAN: Final = re.compile(r"đô thị\s+(loại\s+[IVX]+)(?!\w)", re.IGNORECASE)
_QUALITY: Final = re.compile(r"mức độ\s+((?:I{1,3}|[1-3])(?:\s*(?:,|và)\s*(?:I{1,3}|[1-3]))*)(?!\w)")
_TRAINED: Final = re.compile(
    r"(đạt chuẩn và trên chuẩn|đạt chuẩn(?: trở lên)?)(?=[^.;]{0,30}trình độ|(?: theo)? trình độ)", re.IGNORECASE
)
_THEME: Final = re.compile(
    r"chủ đề(?:\s+(?:năm học|của năm học|năm)?\s*(?:\d{4}(?:\s*[-–/]\s*\d{2,4})?)?)?\s*(?:là)?\s*:?\s*[“\"«]([^”\"»]{5,200})[”\"»]",
    re.IGNORECASE,
)
_WEB: Final = re.compile(
    r"(?:https?://|www\.)[^\s,;()“”\"]+|(?<![\w@.])[a-z0-9-]{3,}(?:\.[a-z0-9-]+)*\.(?:edu\.vn|gov\.vn|com\.vn|org\.vn)(?:/[^\s,;()]*)?",
    re.IGNORECASE,
)


def read_words(text: str, where: str, gathered: Gathered, *, is_local: bool) -> None:
    """What a paragraph tells in words: levels of universal education, the theme, a website."""
    if found := _WEB.search(text):
        gathered.add("figure/website", found[0].rstrip("./"), where, is_sure=is_local or "trung tâm" in text.lower())
    if found := _THEME.search(text):
        gathered.add("figure/chu_de", found[1].strip(), where)
    if not is_local:
        return
    if found := _UNIVERSAL.search(text):
        told = re.split(r"[.;]", text[found.end() :])[0].lower()
        keys = [key for key, words in _LEVELS if re.search(words, told)]
        is_told = not re.search(r"(?<!\w)(?:chưa|không|phấn đấu)(?!\w)", fold_free(text[: found.end()]))
        if keys and is_told:
            gathered.add("figure/pho_cap", ", ".join(keys), where)
    if (found := _URBAN.search(text)) and not is_planned(fold_free(text[: found.start()])):
        gathered.add("figure/loai_do_thi", found[1], where)
    if found := _QUALITY.search(text):
        gathered.add("figure/muc_chat_luong", found[1], where, is_sure="chất lượng" in text.lower())
    if (found := _TRAINED.search(text)) and "giáo" in text.lower():
        gathered.add("figure/giao_vien_dat_chuan", found[1].lower(), where, is_sure=False, doubt="trích từ câu văn")


def fold_free(text: str) -> str:
    """The last clause of a text, in small letters."""
    return re.split(r"[.;]", text.lower())[-1]


# -- money ------------------------------------------------------------------------------------------------------------

_MONEY: Final = re.compile(
    r"(?P<amount>\d[\d.,]*(?:\s*(?:nghìn|ngàn|triệu|tỷ|tỉ))?)\s*(?:đồng|đ|vnđ)(?!\w)", re.IGNORECASE
)
_FUNDS: Final = (
    ("figure/kinh_phi_ngan_sach", r"ngân sách"),
    ("figure/kinh_phi_huy_dong", r"huy động|xã hội hóa|xã hội hoá|ủng hộ|tài trợ"),
    ("figure/kinh_phi_chi", r"(?:đã|tổng|số) chi(?! bộ)|chi hết|chi cho"),
)


def money_in(text: str) -> Iterator[tuple[str, str, int, int]]:
    """The funds told in a text: place, value as typed, start and end."""
    low = text.lower()
    for found in _MONEY.finditer(low):
        clause = re.split(r"[.;](?!\d)", low[: found.start()])[-1]
        named = [place for place, words in _FUNDS if re.search(rf"(?<!\w)(?:{words})(?!\w)", clause)]
        if len(named) == 1 and not is_planned(clause) and not _BEFORE.search(clause) and fold(clause):
            yield named[0], " ".join(found["amount"].split()), found.start(), found.end()
