"""Arithmetic within one sentence: parts and their total, a fraction and its percentage, what rose and what it came to.

Nothing of the year is read: such a sentence contradicts itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tthtcd_tui.checks.amounts import Amount, amounts_in
from tthtcd_tui.checks.rule import Frame
from tthtcd_tui.checks.sentences import sentences
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.problem import quoted

# Compiled when first needed, and kept by re.
_ROUNDED: Final = Decimal("0.6")
"""How far a percentage may be from its fraction: people round to whole ones."""
_N: Final = r"(?<![\w.,/+-])\d{1,3}(?:\.\d{3})+(?![\d/]|[.,]\d)|(?<![\w.,/+-])\d{1,9}(?:,\d+)?(?![\w/]|[.,]\d)"
_COUNTED: Final = (
    r"(?:học viên|hội viên|thành viên|đảng viên|giáo viên|học sinh|người|hộ|thôn|khu phố|tổ dân phố|ấp|bản|buôn|xóm|trường|chi bộ|chi hội"
    r"|cán bộ|em|cháu|lớp|câu lạc bộ|nhà văn hóa|gia đình|dòng họ|đơn vị)"
)


def sum_told_wrong(_frame: Frame, text: Text) -> Iterator[Finding]:
    """A sentence whose numbers do not agree with each other; told once a text."""
    if text.role is not Role.PROSE or sum(map(str.isdecimal, text.words)) < _FEWEST_DIGITS:
        return
    for sentence in sentences(text.words):
        for words in _contradictions(" ".join(sentence.split())):
            yield warning("sum_told_wrong", text.place, f"{text.label}: {words}. Sửa lại số, hoặc ghi lý do.")
            return


_FEWEST_DIGITS: Final = 2


def _contradictions(sentence: str) -> Iterator[str]:
    low = sentence.casefold()
    for words, contradictions in _READ_WHERE:
        if all(word in low for word in words):
            yield from contradictions(sentence)


def _number(written: str) -> Decimal:
    return Decimal(written.replace(".", "").replace(",", "."))


# -- fractions ----------------------------------------------------------------------------------------------------------

_OF: Final = r"(?<![\w./,-])(?<!ngày )(?<!dịp )(\d{1,5})(?:/| trên (?:tổng số )?)(\d{1,5})(?![\w/]|[.,]\d)"
_SHARE: Final = rf"(?i){_OF}\s+{_COUNTED}[^.;\d%]{{0,60}}?(\d{{1,3}}(?:,\d+)?)\s?%(?!\s*(?:kế hoạch|chỉ tiêu))"
_SHARE_BEFORE: Final = r"(\d{1,3}(?:,\d+)?)\s?%\s*\((\d{1,5})/(\d{1,5})(?![\w/]|[.,]\d)"
_MORE_THAN_ALL: Final = rf"(?i){_OF}\s+{_COUNTED}(?!\w)"
_AGAINST_A_PLAN: Final = r"(?i)(?<!\w)(?:kế hoạch|chỉ tiêu|mục tiêu|vượt|tăng|dự kiến)(?!\w)"
_MOST_DAYS: Final = 31
_MOST_MONTHS: Final = 12


def _fractions(sentence: str) -> Iterator[str]:
    for match in re.finditer(_SHARE, sentence):
        yield from _share(match[0], match[1], match[2], match[3])
    for match in re.finditer(_SHARE_BEFORE, sentence):
        yield from _share(match[0] + ")", match[2], match[3], match[1])


def _more_than_all(sentence: str) -> Iterator[str]:
    if re.search(_AGAINST_A_PLAN, sentence):
        return
    for match in re.finditer(_MORE_THAN_ALL, sentence):
        part, whole = int(match[1]), int(match[2])
        is_date = part <= _MOST_DAYS and whole <= _MOST_MONTHS
        if part > whole > 0 and not is_date:
            yield f"{quoted(match[0])}: phần lớn hơn cả tổng"


def _share(said: str, part: str, whole: str, percent: str) -> Iterator[str]:
    if int(whole):
        right = Decimal(part) * 100 / Decimal(whole)
        if abs(right - _number(percent)) > _ROUNDED:
            yield f"{quoted(said)}: {part}/{whole} là {format_number(right.quantize(Decimal('0.1')))}%"


# -- what rose and what fell --------------------------------------------------------------------------------------------

_COURSE: Final = (
    rf"(?i)(?<!\w)(tăng|giảm)(?: \w+)? từ (?:mức )?({_N})([^.;:\d]{{0,40}}?)(?<!\w)(lên|xuống|còn)(?: còn| tới| đến| mức)*"
    rf" ({_N})([^\W\d_]*(?:\s[^\W\d_]+)?)"
)
_SCALES: Final = ("trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ")


def _courses(sentence: str) -> Iterator[str]:
    for match in re.finditer(_COURSE, sentence):
        first, last = _number(match[2]), _number(match[5])
        if any(scale in f"{match[3]} {match[6]}".split() for scale in _SCALES):
            continue
        rose = match[1].casefold() == "tăng"
        if (rose and last < first) or (not rose and last > first):
            yield f"{quoted(match[0].rstrip())}: đã ghi “{match[1].casefold()}” mà số {'nhỏ' if rose else 'lớn'} hơn"


# -- parts and their total ----------------------------------------------------------------------------------------------

_GROUP: Final = r"(?:học viên|hội viên|thành viên|đảng viên|giáo viên|học sinh|lượt người|người|cán bộ|em|cháu)"
_ALL_OF_THEM: Final = rf"({_N}) {_GROUP}(?!\w)[^.;:\d]{{0,25}}?(?:trong đó|gồm|\()\s*(?:có |gồm )*"
_WOMEN: Final = rf"(?<!\w)(?:nữ(?: là| có)? ({_N})|({_N})(?: {_GROUP})?(?: là)? (?:nữ|phụ nữ)(?!\w))"
_MEN: Final = rf"(?<!\w)(?:nam(?: là| có)? ({_N})|({_N})(?: {_GROUP})?(?: là)? nam(?!\w))"
_REACH: Final = 60


def _sexes(sentence: str) -> Iterator[str]:
    for match in re.finditer(_ALL_OF_THEM, sentence):
        near = sentence[match.end() : match.end() + _REACH]
        women, men = re.search(_WOMEN, near), re.search(_MEN, near)
        if women is None or "%" in near or min(women.start(), men.start() if men else women.start()) > 0:
            continue
        total, of_women = _number(match[1]), _number(women[1] or women[2])
        of_men = _number(men[1] or men[2]) if men else None
        if of_women > total or (of_men is not None and of_women + of_men != total):
            told = format_number(of_women if of_men is None else of_women + of_men)
            yield (
                f"{quoted(match[0].rstrip(' (,') + ' …')}: tổng là {match[1]}, nhưng nam, nữ cộng lại là {told}"
                if men
                else (f"{quoted(match[0].rstrip(' (,') + ' …')}: tổng là {match[1]}, mà riêng nữ là {told}")
            )


_LISTS: Final = r"(?:\s*:|,?\s+(?:bao gồm|gồm có|gồm|trong đó có|trong đó)|\s*\((?:gồm )?)\s*"
_TOTAL: Final = rf"(?i)(?<!\w)({_N}) (trường|lớp|câu lạc bộ|buổi|cuộc|đợt|chuyên đề|mô hình|thôn|tổ|phòng|máy|nhà)(?!\w)([^.;:,(\d]{{0,30}}?){_LISTS}(?=\d)"
_PART: Final = rf"(?i)({_N}) (\w+(?: \w+)?)[^,;.()\d]*(?:,\s*|\s*và\s+|\s*;\s*|$|(?=[).]))(?:và\s+)?"


def _kinds(sentence: str) -> Iterator[str]:
    for match in re.finditer(_TOTAL, sentence):
        noun, at, parts = match[2].casefold(), match.end(), []
        while part := re.match(_PART, sentence[at:]):
            if not f"{part[2].casefold()} ".startswith(f"{noun} "):
                break
            parts.append(_number(part[1]))
            at += part.end()
            if sentence[at - 1 : at] not in (" ", ","):
                break
        said, total = sum(parts), _number(match[1])
        if len(parts) > 1 and said > total:  # a list that comes to less may leave some out
            yield f"{quoted(match[0].rstrip(' (') + ' …')}: các phần cộng lại là {format_number(Decimal(said))}"


# -- money --------------------------------------------------------------------------------------------------------------

_MONEY: Final = r"\s*(?:đồng|đ|vnđ)(?!\w)"
_EACH: Final = r"(?i)(?<!\w)(?:mỗi|suất|bình quân|đợt \d|một|từ \d|/)(?!\w)|đồng/"
_OPENS: Final = r"(?i)^\s*(?:,?\s*(?:trong đó|bao gồm|gồm có|gồm)\s*:?|\(|:)"
_BOTH_SOURCES: Final = r"(?i)ngân sách.*(?:huy động|xã hội hóa|xã hội hoá)"
"""Named as the parts of a sum they are all of it."""
_INCOME: Final = r"(?i)(?<!\w)(?:tổng )?thu(?!\s*nhập)(?!\w)"
_OUTGO: Final = r"(?i)(?<!\w)(?:tổng )?chi(?!\s*(?:bộ|hội|tiết))(?!\w)"
_REST: Final = r"(?i)(?<!\w)(?:còn dư|còn lại|dư|tồn quỹ|tồn|kết dư)(?!\w)[^\d]{0,15}$"
_THREE: Final = 3


def _money(sentence: str) -> Iterator[str]:
    if "đồng" not in sentence or re.search(_EACH, sentence):
        return
    sums = [one for one in amounts_in(sentence) if re.match(_MONEY, sentence[one.end :])]
    yield from _parts_of_a_sum(sentence, sums)
    if len(sums) == _THREE:
        yield from _what_is_left(sentence, sums)


def _parts_of_a_sum(sentence: str, sums: list[Amount]) -> Iterator[str]:
    for at, total in enumerate(sums):
        money = re.match(_MONEY, sentence[total.end :])
        after = sentence[total.end + (money.end() if money else 0) :]
        opened = re.match(_OPENS, after)
        parts = sums[at + 1 :]
        if opened is None or len(parts) < 2 or not all(one.is_exact for one in (total, *parts)):
            continue
        if "(" in opened[0]:
            closed = sentence.find(")", total.end)
            parts = [one for one in parts if one.end <= closed]
        said = sum((one.number for one in parts), Decimal(0))
        is_whole = "trong đó" not in opened[0].casefold() and re.search(_BOTH_SOURCES, after) is not None
        if len(parts) > 1 and (said != total.number if is_whole else said > total.number):
            yield f"{quoted(total.words + ' đồng')}: các khoản kể sau đó cộng lại là {format_number(said)} đồng"
        return


def _what_is_left(sentence: str, sums: list[Amount]) -> Iterator[str]:
    """«Thu 84 triệu đồng, chi 79 triệu đồng, còn dư 6 triệu đồng»."""
    heads = [sentence[a:b] for a, b in zip((0, sums[0].end, sums[1].end), (one.start for one in sums), strict=True)]
    if not (re.search(_INCOME, heads[0]) and re.search(_OUTGO, heads[1]) and re.search(_REST, heads[2])):
        return
    came, went, rest = sums
    if all(one.is_exact for one in sums) and came.number - went.number != rest.number:
        yield f"thu {came.words}, chi {went.words} thì còn {format_number(came.number - went.number)} đồng"


# -- grades, averages, differences --------------------------------------------------------------------------------------

_GRADE: Final = r"(?i)(?<!\w)(?:xuất sắc|tốt|giỏi|khá|trung bình|đạt yêu cầu|yếu|kém|chưa đạt)\s*(?:là|chiếm|đạt|có|:)?\s*(\d{1,3}(?:,\d+)?)\s?%"
_HUNDRED: Final = Decimal("100.6")


def _grades(sentence: str) -> Iterator[str]:
    shares = [_number(match[1]) for match in re.finditer(_GRADE, sentence)]
    if len(shares) >= _THREE and sum(shares) > _HUNDRED and "năm trước" not in sentence:
        yield f"các mức cộng lại là {format_number(sum(shares, Decimal(0)))}%, quá 100%"


_AVERAGE: Final = (
    rf"(?i)({_N}) (lớp|buổi)(?!\w)[^.;\d]{{0,25}}? ({_N}) (?:học viên|lượt người|người|lượt)(?!\w)[^.;\d]{{0,20}}"
    rf"(?:bình quân|trung bình)[^.;\d]{{0,20}} ({_N}) (?:học viên|lượt người|người|lượt)(?:(?: mỗi |/)(?:lớp|buổi))?"
)
_TWENTIETH: Final = Decimal("0.05")


def _averages(sentence: str) -> Iterator[str]:
    for match in re.finditer(_AVERAGE, sentence):
        classes, people, said = _number(match[1]), _number(match[3]), _number(match[4])
        if classes and abs(people / classes - said) > max(Decimal(1), said * _TWENTIETH):
            right = format_number((people / classes).quantize(Decimal("0.1")))
            yield f"{quoted(match[0])}: bình quân là {right}"


_DIFFERENCE: Final = (
    rf"(?i)({_N}) (\w+)(?: \w+)?, (tăng|giảm) (?:thêm )?({_N}) \2[^.;\d]{{0,12}}so với (?:mức |con số )?({_N}) \2(?!\w)"
)


def _differences(sentence: str) -> Iterator[str]:
    for match in re.finditer(_DIFFERENCE, sentence):
        now, change, then = _number(match[1]), _number(match[4]), _number(match[5])
        right = now - then if match[3].casefold() == "tăng" else then - now
        if right != change:
            yield f"{quoted(match[0])}: {match[5]} và {match[1]} chênh nhau {format_number(abs(now - then))}"


_READ_WHERE: Final = (
    (("/", "%"), _fractions),
    (("có ", "/"), _more_than_all),
    (("% (", "/"), _fractions),
    ((" trên ", "%"), _fractions),
    (("tăng", " từ "), _courses),
    (("giảm", " từ "), _courses),
    ((" nữ", "trong đó"), _sexes),
    ((" nữ", "("), _sexes),
    (("gồm ",), _kinds),
    (("trong đó", ","), _kinds),
    ((": ", " và "), _kinds),
    (("đồng", "trong đó"), _money),
    (("đồng", "gồm"), _money),
    (("đồng", "("), _money),
    (("thu ", "chi ", "đồng"), _money),
    (("khá", "%"), _grades),
    (("bình quân",), _averages),
    (("so với", "tăng "), _differences),
    (("so với", "giảm "), _differences),
)
"""Words that every such sentence has: to look for them costs nothing beside compiling a pattern."""
