"""Numbers in sentences, each with what it counts, how surely it does, and of which year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import IntEnum, auto
from functools import lru_cache
from typing import Final

from tthtcd_tui.checks.amounts import Amount, amounts_in
from tthtcd_tui.checks.quantities import (
    ACTED,
    CENTRE_DID,
    LABEL,
    LISTED,
    LOCAL_SCOPE,
    LOCAL_TOTAL,
    PLACES_DO,
    SUM_WORDS,
    TAIL,
    UNIT,
    YEAR_TAIL,
    YEAR_TOTAL,
    Giver,
    Kind,
    Quantity,
    Row,
    Tail,
    quantity_of,
)
from tthtcd_tui.checks.sentences import UPPER, has_one_of, sentences
from tthtcd_tui.checks.units import AREA, INCOME
from tthtcd_tui.named_tuple import NamedTuple

# Compiled when first needed, and kept by re.
_PROPER: Final = rf"[{UPPER}][^\W\d_]*"
_COMMUNE: Final = rf"(?<!\w)(?<![Tt]hị )([Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]hị trấn)(?:\s+{_PROPER}){{1,5}}"
_PART: Final = (
    rf"(?<!\w)(?i:thôn|khu phố|khu|ấp|bản|xóm|tổ dân phố|tổ|buôn|làng|khóm|cụm|chi bộ|chi hội|đội|trường|doanh nghiệp|công ty|hội)\s+"
    rf"(?:(?i:số|thôn|khu phố|ấp|bản|xóm|tiểu học|thcs|thpt|mầm non|tư nhân|tnhh|cổ phần)\s+)*(?:\d{{1,3}}(?![\d.,]|\s*(?:hộ|lớp|người))|{_PROPER})"
)
HOPED: Final = ("phấn đấu", "dự kiến", "sẽ")
"""In a sentence: it tells what is to come."""
PART: Final = "[n]"
"""Stands for the name of a part of the place, or of somebody in it."""

_PLANNED: Final = (
    r"(?<!\w)(?:phấn đấu|dự kiến|chỉ tiêu|phương hướng|mục tiêu|định hướng|sẽ|tầm nhìn|đăng ký|đến năm \d{4}|kế hoạch (?:giao|đề ra|là|:)"
    r"|(?:năm|năm học|thời gian|kỳ) (?:tới|sau|tiếp theo))(?!\w)"
)
_SINCE: Final = (
    r"(?<!\w)(?:trước (?:đây|kia|khi|thời điểm|ngày \d|sáp nhập|hợp nhất|sắp xếp)|(?:xã|phường|thị trấn|đơn vị) cũ|từ (?:khi|năm \d|lúc)|kể từ|giai đoạn|nhiệm kỳ|(?:trong|qua|suốt) \d+ năm|\d+ năm (?:qua|nay)|lũy kế|luỹ kế|mỗi năm"
    r"|hằng năm|hàng năm|(?<!thu nhập )bình quân|trung bình|liên xã|toàn huyện|toàn tỉnh|cả nước|toàn thị xã|toàn thành phố|toàn quốc)(?!\w)"
)
_LAST: Final = r"(?<!\w)(?:năm(?: học)? (?:trước|ngoái)|cùng kỳ(?: năm(?: học)? trước)?|kỳ trước)(?!\w)"
_THIS: Final = r"(?<!\w)(?:năm(?: học)? (?:nay|này|qua)|hiện nay|hiện|đến nay|kỳ này)(?!\w)"
_YEAR: Final = r"(?<!\w)năm(?: học)? (\d{4}(?:\s?[-–/]\s?\d{2,4})?)(?![\w/])"
_OF_SOME: Final = (
    "tháng này", "quý", "học kỳ", "tuần", "mỗi", "từng", "đợt", "hè", "mới", "thêm", "còn lại", "khác", "chỉ có",
    "một số", "ít nhất", "nhiều nhất", "tối thiểu", "tối đa",
)  # fmt: skip
_MONTH: Final = r"(?<!\w)tháng \d{1,2}(?!\w)"
_OTHERS: Final = ("hội", "đoàn", "câu lạc bộ", "clb", "trường", "trạm", "công an", "hợp tác xã", "đơn vị bạn")
"""After the last comma before a number: it is theirs."""


_NETWORK: Final = r"(?<!\w)mạng lưới trường(?: lớp| học)?"
"""Of all schools, and so nobody's own."""

_OLDER: Final = dict(
    zip(
        "oá oà oả oã oạ oé oè oẻ oẽ oẹ uý uỳ uỷ uỹ uỵ".split(),
        "óa òa ỏa õa ọa óe òe ỏe õe ọe úy ùy ủy ũy ụy".split(),
        strict=True,
    )
)
"""Both places of a tone are written: «hoá», «hóa»; here it stands where the words of this program have it."""
_TONED: Final = rf"(?<!q)(?:{'|'.join(_OLDER)})(?!\w)"


class Strength(IntEnum):
    NONE = auto()
    """It counts some of them, and cannot be more than there are."""
    WEAK = auto()
    """It may count only some of them."""
    LIKELY = auto()
    """The sentence speaks of all of them."""
    SURE = auto()
    """It is called by its name."""


class Mention(NamedTuple):
    place: str
    """The place, or the name of the total, that says how many there are."""
    amount: Amount
    words: str
    """The number with what it counts, as it stands."""
    strength: Strength
    last_year: bool
    may_exceed: bool = False
    """Whether more than there are may well be meant."""
    unit: str = ""
    """Of an income in đồng: that of a year or of a month, as a Measure has it; «ha» of an area in hectares."""


class Vocabulary(NamedTuple):
    rows: tuple[Row, ...]
    givers: tuple[Giver, ...]
    period: str
    """The label of the report's own period."""
    before: str


@lru_cache(maxsize=4096)
def mentions_in(text: str, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Every number in `text` that counts something a report knows, in order."""
    return tuple(found for sentence in sentences(text) for found in _in_sentence(sentence, vocabulary))


def plainly(sentence: str) -> str:
    """`sentence` in lower case, with names of communes left out and those of parts of the place marked."""
    low = re.sub(_PART, PART, re.sub(_COMMUNE, r"\1", sentence)).casefold()
    return re.sub(_TONED, lambda match: _OLDER[match[0]], low)


def _in_sentence(sentence: str, vocabulary: Vocabulary) -> Iterator[Mention]:
    low = plainly(sentence)
    if has_one_of(low, HOPED):
        return
    yield from _none_poor(low)
    for amount in amounts_in(low):
        head, tail = low[max(0, amount.start - _NEAR) : amount.start], low[amount.end : amount.end + _NEAR]
        if tail.lstrip().startswith(("%", "phần trăm")) or re.search(_PLANNED, head):
            continue
        year = _year_of(head, vocabulary)
        if year is None:
            continue
        mention = (
            _income(head, tail, amount)
            or _area(head, tail, amount)
            or _money(head, tail, amount, vocabulary)
            or _row(amount, head, tail, vocabulary)
            or _quantity(amount, head, tail)
        )
        if mention is not None:
            yield mention._replace(last_year=year)


_NONE_POOR: Final = (
    r"^\W*(?:(?:đến nay|hiện nay|hiện|nay),?\s+)?(?:(?:toàn|cả|trên địa bàn)\s+)?(?:xã|phường|đặc khu|địa phương|địa bàn)(?:\s+(?:hiện nay|hiện|nay|đã|cơ bản))*"
    r"\s+(?P<told>không (?:còn|có) hộ nghèo)(?: nào)?\s*(?:$|[.,;:)])"
)


def _none_poor(low: str) -> Iterator[Mention]:
    """«Phường không còn hộ nghèo»: a 0 in words."""
    if "hộ nghèo" in low and (match := re.search(_NONE_POOR, low)) and PART not in low:
        none = Amount(match["told"], Decimal(0), Decimal(0), Decimal(0), match.start("told"), match.end("told"))
        yield Mention("indicator/ho_ngheo/value", none, match["told"], Strength.SURE, False)


def _year_of(head: str, vocabulary: Vocabulary) -> bool | None:
    """Whether the number is last year's; None where it is of another time."""
    if re.search(_SINCE, head):
        return None
    marks: list[tuple[int, bool | None]] = [(match.start(), True) for match in re.finditer(_LAST, head)]
    marks += [(match.start(), False) for match in re.finditer(_THIS, head)]
    for match in re.finditer(_YEAR, head):
        named = re.sub(r"\s?[-–/]\s?", "-", match[1])
        known = {vocabulary.period: False, vocabulary.before: True}
        marks.append((match.start(), known.get(named)))
    return max(marks, key=lambda mark: mark[0])[1] if marks else False


# -- things of the place, and the year's totals -----------------------------------------------------------------------


def _quantity(amount: Amount, head: str, tail: str) -> Mention | None:
    found = re.match(UNIT, tail)
    by_unit, by_label = quantity_of(found), quantity_of(re.search(LABEL, head))
    if by_unit and by_unit.place == "tong_lop" and re.search(_SCHOOLS_HAVE, head):
        return (
            None
            if has_one_of(head, ACTED)
            else _mention(by_unit, amount, found[0] if found else "", Strength.LIKELY)._replace(
                place="figure/so_lop_hoc"
            )
        )
    unit = found[0] if found and by_unit else ""
    rest = tail[len(unit) :]
    if by_label and not _is_never(by_label, head + tail[:40]) and PART not in head and _may_be(by_label, by_unit):
        return None if amount.in_words and not unit else _mention(by_label, amount, unit, Strength.SURE)
    if by_unit is None or _is_never(by_unit, head + tail[:40]) or (amount.in_words and amount.number < 2):
        return None
    whole = _ends(by_unit, rest) or _is_of_all(by_unit, amount)
    strength = _strength(by_unit, amount, head, rest)
    if strength is None or whole:
        return None if strength is None else _mention(by_unit, amount, unit, strength)
    # Of one kind, and so some of them only: it cannot be more than there are.
    some = by_unit.place in _HAVE_NO_KINDS or (by_unit.place in _ARE_COUNTED and strength is Strength.LIKELY)
    return _mention(by_unit, amount, unit, Strength.NONE) if some else None


_SCHOOLS_HAVE: Final = (
    r"(?<!\w)(?:các|cả|\d+) (?:nhà )?trường(?: học)?(?: (?:trên|trong|của|ở|tại) (?:toàn )?(?:địa bàn|xã|phường|đặc khu|đảo))*"
    r" (?:hiện )?(?:có|gồm|với)(?!\w)[^.;]*$"
)
"""Of classes: those of the schools."""


def _may_be(by_label: Quantity, by_unit: Quantity | None) -> bool:
    """Whether what stands before the number and what stands after it can be of one thing: «số hộ nghèo là 45 hộ»."""
    return by_unit is None or by_unit == by_label or by_unit.place in ("figure/dan_so", "figure/so_ho")


def _mention(quantity: Quantity, amount: Amount, unit: str, strength: Strength) -> Mention:
    return Mention(quantity.place, amount, f"{amount.words}{unit}", strength, False, quantity.kind not in _COUNTED)


def _is_never(quantity: Quantity, around: str) -> bool:
    return has_one_of(around, quantity.never)


def _ends(quantity: Quantity, rest: str) -> bool:
    """Whether what follows the unit leaves it the whole of its kind."""
    match quantity.tail:
        case Tail.ANY:
            return True
        case Tail.WHOLE:
            return re.match(TAIL, rest) is not None
        case Tail.PLACES:
            return re.match(TAIL, rest) is not None or re.match(PLACES_DO, rest) is not None
        case Tail.YEAR:
            return re.match(YEAR_TAIL, rest) is not None


def _is_of_all(quantity: Quantity, amount: Amount) -> bool:
    """«16/18 khu phố» tells how many there are; «2/3 hộ gia đình» is a fraction."""
    return amount.of_all and (quantity.place in _HAVE_NO_KINDS or amount.number >= 10)


_HAVE_NO_KINDS: Final = ("figure/so_khu", "figure/so_truong")
_ARE_COUNTED: Final = ("figure/so_ho", "figure/so_nha_van_hoa")
"""What a place has so many of: «cả xã có 140 hộ làm nghề biển» of 104."""
_COUNTED: Final = (Kind.LOCAL, Kind.OWNED, Kind.PARTY, Kind.TOTAL)


def _strength(quantity: Quantity, amount: Amount, head: str, rest: str) -> Strength | None:
    """How surely the number counts all; None where it counts only some or something else."""
    if quantity.kind is Kind.SURE:
        return Strength.SURE
    if PART in head or PART in rest[:40] or _is_of_some(head[-60:]) or has_one_of(head[-60:], ("trong đó",)):
        return None
    if quantity.kind is not Kind.SCHOOLS and _is_of_others(head[-50:]):
        return None
    is_all = _is_all(head, rest) or _is_of_all(quantity, amount)
    match quantity.kind:
        case Kind.LABEL:
            return None
        case Kind.TOTAL:
            return _of_totals(head, rest)
        case Kind.PEOPLE:
            return _of_people(amount, is_all)
        case Kind.OWNED:
            is_whole = is_all or re.search(_OWNING, head) is not None
        case Kind.PARTY:
            is_whole = is_all or "đảng bộ" in head
        case Kind.SCHOOLS:
            is_whole = has_one_of(head, _TAUGHT) and not has_one_of(head, ACTED)
        case _:
            is_whole = is_all or _is_scoped(head, rest)
    return Strength.LIKELY if is_whole else Strength.WEAK


_OWNING: Final = r"(?<!\w)(?:với|có|cả|của|từ|ở|tại|trong|hệ thống)\s*$"
_TAUGHT: Final = ("trường", "địa bàn", "toàn xã", "toàn phường")


def _is_of_some(words: str) -> bool:
    """Whether they say that it counts only some: those of a month, «mỗi», «còn lại»."""
    return has_one_of(words, _OF_SOME) or ("tháng " in words and re.search(_MONTH, words) is not None)


def _is_of_others(words: str) -> bool:
    """Whether what it counts is a school's, a society's."""
    bare = re.sub(_NETWORK, "", words) if "mạng lưới" in words else words
    return has_one_of(bare.rpartition(",")[2], _OTHERS)


def _of_people(amount: Amount, is_all: bool) -> Strength | None:
    """People are said to be in many places: surely all only where a whole is told, or so many thousand souls."""
    unit_is_souls = amount.number >= 1000 and not amount.is_exact
    return Strength.LIKELY if is_all or unit_is_souls else None


def _is_all(head: str, rest: str) -> bool:
    if re.search(LOCAL_TOTAL, head) or (re.search(_FRONTED, head) and re.match(_OF_PLACE, rest)):
        return True
    listed = re.search(LISTED, head)
    return listed is not None and not has_one_of(listed[0], ACTED)


_FRONTED: Final = r"^\s*với\s+$"
_OF_PLACE: Final = r"[^.;\d]{0,40}?,\s*(?:xã|phường|đặc khu|địa phương|nơi đây|đây là)(?!\w)"
"""«Với 9.820 nhân khẩu, xã …»"""


def _is_scoped(head: str, rest: str) -> bool:
    """«loa của 9 thôn trong xã»: said of all, unless something was done with some of them."""
    return re.match(LOCAL_SCOPE, rest) is not None and not has_one_of(head, ACTED)


def _of_totals(head: str, rest: str) -> Strength:
    if re.search(SUM_WORDS, head):
        return Strength.SURE
    is_whole = has_one_of(head, YEAR_TOTAL) or re.search(CENTRE_DID, head) or re.match(_CAME, rest)
    return Strength.LIKELY if is_whole else Strength.WEAK


_CAME: Final = r"\s*(?:đã )?(?:đến|về|tham gia)(?: với| học (?:ở|tại)| tại)? trung tâm trong (?:cả )?(?:năm|kỳ)(?!\w)"


# -- rows of the results table ----------------------------------------------------------------------------------------

_COLUMNS: Final = (
    ("classes", r"\s*(?:lớp(?: học)?|buổi(?: sinh hoạt)?)"),
    (
        "participations",
        (
            r"\s*(?:lượt(?: người| học viên| người học)*(?: tham gia| tham dự| theo học| đến học| học tập| dự học| học| dự)*"
            r"|học viên|người học)"
        ),
    ),
)
_LEARNERS: Final = ("học viên", "người học")
"""Who came often is counted often: of so many there may be fewer."""
_MEETINGS: Final = r"\s*buổi"
"""Counted as classes: of so many a club may say how often it met in a month, too."""
_NEAR: Final = 200
"""How many letters around a number say what it counts."""
_NEAR_ROW: Final = 70
_NEXT: Final = 40


def _row(amount: Amount, head: str, tail: str, vocabulary: Vocabulary) -> Mention | None:
    """Classes or participations of a row that is named before them in the same breath."""
    column, unit = next(((key, found) for key, shape in _COLUMNS if (found := re.match(shape, tail))), ("", None))
    if unit is None or not re.match(TAIL, tail[unit.end() :]):
        return None
    near = head[-_NEAR_ROW:]
    named = sorted(
        (found.end(), found.start(), row)
        for row in vocabulary.rows
        if row.first in near
        for found in re.finditer(rf"(?<!\w){row.short}(?!\w)", near)
    )
    if not named:
        return None
    end, start, row = named[-1]
    between = near[end:]
    if PART in head or PART in tail[unit.end() :][:_NEXT] or _is_of_some(between) or has_one_of(between, YEAR_TOTAL):
        return None
    if len(named) > 1 and named[-2][2] != row and not re.search(r"\d", near[named[-2][0] : start]):
        return None  # several at once: the number is what they add up to
    full = re.search(rf"(?<!\w){row.full}\s*$", near[:end]) is not None
    led = re.search(r"(?<!\w)(?:riêng|chuyên đề|lĩnh vực|nội dung|mảng|lớp|về)\s*$", near[:start]) is not None
    led = led or re.match(r"\s*:", between) is not None
    told = (
        re.search(
            r"(?<!\w)(?:cho|với|trên|tại|ở|do|của)(?!\w)[^,]*$", re.sub(r"(?<!\w)với\s*$|(?<!\w)cho\s*$", "", between)
        )
        is None
    )
    meetings = re.match(_MEETINGS, unit[0]) is not None
    learners = unit[0].lstrip().startswith(_LEARNERS)
    strength = Strength.LIKELY if (full or led) and told and not meetings and not learners else Strength.WEAK
    return Mention(f"results/{row.key}/{column}", amount, f"{amount.words}{unit[0]}", strength, False, meetings)


# -- an income ---------------------------------------------------------------------------------------------------------

_A_HEAD: Final = r"\s*(?:đồng|vnđ)(?!\w)[^,.;:()]{0,24}?(?<!\w)(?P<each>tháng|năm(?!\s*\d))(?!\w)"


def _income(head: str, tail: str, amount: Amount) -> Mention | None:
    """In đồng; in USD it is counted as whatever else bears a label."""
    unit, label = re.match(_A_HEAD, tail), quantity_of(re.search(LABEL, head))
    if unit is None or label is None or label.place != INCOME or PART in head:
        return None
    return Mention(INCOME, amount, f"{amount.words}{unit[0]}", Strength.SURE, False, unit=f"đồng/{unit['each']}")


# -- the area ----------------------------------------------------------------------------------------------------------

_HECTARES: Final = r"\s*(?:ha|héc[- ]?ta)(?!\w)"
_ALL_LAND: Final = r"(?<!\w)(?:tổng )?diện tích(?: đất)? tự nhiên(?: toàn| của)*(?: xã| phường| đặc khu)?(?: là| có| rộng| khoảng)*\s*:?\s*$"


def _area(head: str, tail: str, amount: Amount) -> Mention | None:
    """In hectares; in square kilometres it is counted as whatever else bears a label."""
    unit = re.match(_HECTARES, tail) if tail.lstrip().startswith("h") else None
    if unit is None or not re.search(_ALL_LAND, head):
        return None
    return Mention(AREA, amount, f"{amount.words}{unit[0]}", Strength.SURE, False, unit="ha")


# -- money ------------------------------------------------------------------------------------------------------------

_MONEY: Final = r"\s*(?:đồng|vnđ|đ)(?!\w)(?!\s*/)(?!\s*(?:một|mỗi|/))"
_FUNDS: Final = (
    ("figure/kinh_phi_ngan_sach", r"ngân sách|kinh phí (?:được )?(?:cấp|giao|phân bổ)"),
    ("figure/kinh_phi_huy_dong", r"huy động|xã hội hóa|xã hội hoá"),
    (
        "figure/kinh_phi_chi",
        r"(?:đã chi|tổng chi|số chi|chi hết|chi cho hoạt động|chi)(?! bộ| hội| đoàn| tiết| nhánh| cục| phí)",
    ),
)
_SPENT: Final = r"(?<!\w)kinh phí (?:đã )?chi(?: cho)?(?: các)?(?: hoạt động)?(?: của)?(?: trung tâm)?(?: trong năm| cả năm)?(?: là| đạt|:)*\s*$"
_CENTRE_RAISED: Final = r"(?<!\w)(?:trung tâm|tthtcđ)(?: đã| cũng)* huy động(?: được)?\s*$"
_OF_THE_YEAR: Final = r"\s*(?:trong|cho) (?:cả )?(?:năm|năm học)\s*(?:$|[.,;:)])"
_ALL_SPENT: Final = r"\s*cho (?:các|mọi|toàn bộ) hoạt động(?!\w)"
_FOR_SOME: Final = r"\s*(?:để )?(?:mua|sửa|xây|thuê|in|làm|thù lao|trả|bồi dưỡng|trang bị|lắp|khen thưởng|hỗ trợ|tiền|cho (?:lớp|mỗi|câu|hội|việc|công tác))(?!\w)"
"""After money: it went into one thing."""
"""All that was spent, and not what went into some of it."""
_SOURCE: Final = r"(?<!\w)nguồn (?:kinh phí |vốn )?(?:huy động|xã hội h(?:óa|oá))(?!\w)"
"""Before a number that ends its clause: all that came from it."""
_OF_THE_COMMUNE: Final = r"(?<!\w)ngân sách (?:của )?(?:xã|phường|đặc khu|huyện|tỉnh|nhà nước|địa phương|trung ương|các cấp)(?: đã)? (?:chi|đầu tư|dành|bố trí)(?!\w)"
"""What it spends on roads and schools is none of the centre's."""
_ALL_GIVEN: Final = r"\s*(?:$|[.,;:)]|cho trung tâm|trong năm|và(?!\w))"
_EACH: Final = ("mỗi", "từng", "trị giá", "suất", "giá", "phụ cấp")
_GAVE: Final = r"(?:ủng hộ|đóng góp|tài trợ|hỗ trợ|góp|tặng|trao)"


def _money(head: str, tail: str, amount: Amount, vocabulary: Vocabulary) -> Mention | None:
    unit = re.match(_MONEY, tail)
    if unit is None:
        return None
    clause = re.split(r"[,;]|(?<!\w)và(?!\w)", head)[-1]
    words = f"{amount.words}{unit[0]}"
    if PART in clause or has_one_of(clause, _EACH):
        return None
    if re.search(_OF_THE_COMMUNE, head) and "trung tâm" not in head + tail:
        return None
    ends = re.match(_ALL_GIVEN, tail[unit.end() :]) is not None
    for giver in vocabulary.givers:
        if giver.first not in clause:
            continue
        found = re.search(rf"(?<!\w)((?:\d+|một số|nhiều|mỗi|một|hai|ba)\s+)?{giver.words}[^,;]{{0,30}}$", clause)
        if found and not found[1] and (re.search(_GAVE, clause) or re.search(_GAVE, head)):
            local = re.search(rf"(?<!\w){giver.words} (?:trên địa bàn|trong (?:xã|phường))(?!\w)", clause)
            is_all = (ends and local is not None) or has_one_of(clause, ("tổng", "cả năm", "các"))
            strength = Strength.SURE if is_all else Strength.WEAK
            return Mention(f"rating/{giver.key}/contribution", amount, words, strength, False)
    funds = [
        (match.end(), place) for place, shape in _FUNDS for match in re.finditer(rf"(?<!\w)(?:{shape})(?!\w)", clause)
    ]
    if not funds:
        return None
    kinds = {place for place, shape in _FUNDS if re.search(rf"(?<!\w)(?:{shape})(?!\w)", head + tail)}
    is_whole = (
        len(kinds) > 1
        or re.search(_SPENT, clause)
        or re.match(_ALL_SPENT, tail[unit.end() :])
        or re.match(_OF_THE_YEAR, tail[unit.end() :])
        or has_one_of(clause, ("tổng", "kinh phí hoạt động", "cả năm", "trong năm"))
        or (re.search(_CENTRE_RAISED, clause) and has_one_of(head, ("cả năm", "trong năm")))
    )
    strength = Strength.SURE if is_whole and not re.match(_FOR_SOME, tail[unit.end() :]) else Strength.WEAK
    if strength is Strength.WEAK and ends and re.search(_SOURCE, clause):
        strength = Strength.LIKELY
    return Mention(max(funds)[1], amount, words, strength, False)
