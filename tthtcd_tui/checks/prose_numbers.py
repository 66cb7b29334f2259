"""Numbers in prose compared with the figures, the results and their totals, the board, and last year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from tthtcd_tui.checks.amounts import Amount, amounts_in, spoken_number
from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.mentions import HOPED, PART, Mention, Strength, Vocabulary, mentions_in, plainly
from tthtcd_tui.checks.quantities import givers_of, rows_of
from tthtcd_tui.checks.sentences import has_one_of, sentences
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.units import AREA, HECTARES, INCOME, MEASURES, in_one_unit, unit_at
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.answer import NIL, Quantity
from tthtcd_tui.forms.model import TOTAL_LINKS
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.results import total_column
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.summed import aside_of
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.text.qualifiers import Qualifier

_TENTH: Final = Decimal("0.1")
_HUNDREDTH: Final = Decimal("0.01")
_BESIDE: Final = Decimal("0.04")
"""How far two round numbers may differ and still be taken for the same."""
_OVER: Final = (Qualifier.OVER, Qualifier.MORE_THAN)
_UNDER: Final = (Qualifier.NEARLY, Qualifier.UNDER)


class Known(NamedTuple):
    """A number of the report, with the interval that its qualifier allows."""

    number: Decimal
    least: Decimal
    most: Decimal


def number_misquoted(context: Context, texts: Sequence[Text]) -> Iterator[Finding]:
    """A sentence that gives another number than the figure, the result or the total it speaks of."""
    vocabulary = _vocabulary(context)
    for text in texts:
        if text.role is Role.PROSE:
            for mention in mentions_in(text.words, vocabulary):
                year = context.before if mention.last_year else context.facts
                known = _measured(context, mention, _known(year, mention.place)) if year is not None else None
                if known is not None and _is_wrong(context, mention, known):
                    yield _misquoted(context, text, mention, known)


def share_beyond(_context: Context, texts: Sequence[Text]) -> Iterator[Finding]:
    """More than 100% of a whole. What grew, or was compared with a plan, may well be more."""
    for text in texts:
        if text.role is Role.PROSE and "%" in text.words:
            for match in re.finditer(_BEYOND, text.words):
                number = Decimal(match[1].replace(".", "").replace(",", "."))
                head, tail = text.words[max(0, match.start() - 40) : match.start()], text.words[match.end() :][:40]
                if number > 100 and not re.search(_GREW, head) and not re.search(_PLANNED, tail):
                    told = f"{quoted(match[0] + tail.rstrip()[:30])}: một phần không thể quá 100%."
                    message = f"{text.label}: {told} Sửa lại, hoặc ghi lý do."
                    yield warning("share_beyond", text.place, message, match[0])


_BEYOND: Final = r"(?<![\w.,])(\d{1,3}(?:\.\d{3})*(?:,\d+)?)\s?%(?=\s+(?:số|tổng|dân|hộ|người|học|trường|lớp|gia|trẻ|cán|đảng|thôn|khu|nhân|phụ|hội))"
_GREW: Final = (
    r"(?i)(?<!\w)(?:tăng|vượt|bằng|lên|gấp|giảm|hơn|so\s+với|đạt\s+kế\s+hoạch|hoàn\s+thành)(?:\s+\w+){0,3}\s*$"
)
_PLANNED: Final = (
    r"(?i)(?<!\w)(?:so\s+với|kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|cùng\s+kỳ|năm\s+trước|năm\s+học\s+trước)(?!\w)"
)


def share_misquoted(context: Context, texts: Sequence[Text]) -> Iterator[Finding]:
    """A sentence that gives another percentage than the indicator or the figure it speaks of."""
    for text in texts:
        if text.role is Role.PROSE and "%" in text.words:
            for sentence in sentences(text.words):
                yield from _shares(context, text, plainly(sentence))
        if text.role is Role.PROSE and _may_hold_fraction(text.words) and re.search(_FRACTION, text.words):
            for sentence in sentences(text.words):
                yield from _fractions(context, text, plainly(sentence))


class Share(NamedTuple):
    place: str
    called: str
    """Words that are in both patterns."""
    before: str
    """Words before the number, as a pattern."""
    after: str
    """Words after it that say the same."""
    never: tuple[str, ...]
    """Words that make it another's."""


_SHARES: Final = (
    Share("indicator/ty_le_biet_chu/value", "biết chữ", r"(?:tỷ lệ|tỉ lệ)(?: người| dân số| dân)*(?: trong (?:các )?độ tuổi)? biết chữ",
          r"(?:số )?(?:người|dân số|dân|người dân)(?: trong (?:các )?độ tuổi(?: quy định)?)?(?: đã)? biết chữ",
          ("phụ nữ", "nam", "nữ", "dân tộc", "trẻ", "người lớn", "thanh niên", "10", "15", "25", "35", "60", "tái mù")),
    Share("figure/truong_dat_chuan", "chuẩn", r"(?:tỷ lệ|tỉ lệ)(?: số)? trường(?: học)? đạt chuẩn(?: quốc gia)?",
          r"(?:số )?trường(?: học)?(?: trên địa bàn| trong xã| của xã| của phường)? (?:đã )?(?:được công nhận )?(?:đạt )?chuẩn quốc gia",
          ("mầm non", "tiểu học", "thcs", "thpt", "mức độ 2")),
)  # fmt: skip
_POOR: Final = r"(?:tỷ lệ|tỉ lệ) hộ nghèo"
_POOR_OF_ALL: Final = r"\d hộ nghèo[^.;%\d]{0,25}(?:chiếm|tương đương|bằng|\()\s*(?:tỷ lệ |tỉ lệ |khoảng |gần |hơn )*$"
_OF_HOMES: Final = r"\s*%\s*(?:$|[.,;:)]|(?:tổng )?số hộ(?!\s+(?:nông|dân tộc|chính sách|nghèo|cận nghèo)))"
"""After a percentage: it is one of all homes."""
_BETWEEN: Final = r"[^.;%\d]{0,45}$"


_ELSEWHERE: Final = (
    *HOPED, "mục tiêu", "chỉ tiêu", "kế hoạch", "năm trước", "năm học trước", "cùng kỳ", "toàn tỉnh", "cả nước",
    "toàn huyện",
)  # fmt: skip
"""In a sentence: its share is planned, of another year or of elsewhere."""
_FRACTION: Final = (
    r"(?i)(?<![\w./,-])(\d{1,3})/(\d{1,3})(?![\w/]|[.,]\d)"
    r"|(?<!\w)(một|hai|ba|bốn) phần (hai|ba|tư|bốn|năm)(?!\w)"
)


def _may_hold_fraction(words: str) -> bool:
    return "/" in words or "phần" in words.casefold()


def _spoken(word: str) -> Decimal:
    return Decimal(spoken_number(word) or 0)


def _fractions(context: Context, text: Text, low: str) -> Iterator[Finding]:
    """«3/4 số trường đạt chuẩn quốc gia» where all of them do."""
    for match in () if has_one_of(low, _ELSEWHERE) else re.finditer(_FRACTION, low):
        part, all_ = (Decimal(one) for one in (match[1], match[2])) if match[1] else map(_spoken, (match[3], match[4]))
        for share in _SHARES if 0 < part <= all_ else ():
            if share.called not in low or has_one_of(low, share.never):
                continue
            known = _known(context.facts, share.place)
            named = re.match(share.after, low[match.end() :].lstrip())
            if known and named and abs(part * 100 / all_ - known.number) > 1:
                yield _share_wrong(context, text, match[0], share.place, known.number)


def _shares(context: Context, text: Text, low: str) -> Iterator[Finding]:
    if has_one_of(low, _ELSEWHERE):
        return
    for amount in amounts_in(low):
        head, tail = low[max(0, amount.start - 200) : amount.start], low[amount.end : amount.end + 200]
        if not tail.lstrip().startswith("%") or re.search(r"(?<!\w)(?:tăng|giảm|thêm)(?: \w+)?\s*$", head):
            continue
        after = tail.lstrip()[1:].lstrip()
        for share in _SHARES:
            if share.called not in low:
                continue
            said = re.search(rf"{share.before}{_BETWEEN}", head) or re.match(share.after, after)
            known = _known(context.facts, share.place) if said else None
            if known and not has_one_of(low, share.never) and not _agree(amount, known):
                yield _share_wrong(context, text, f"{amount.words}%", share.place, known.number)
        if "hộ nghèo" in head and "cận nghèo" not in head and _is_share_of_poor(head, tail):
            yield from _poor(context, text, amount)


def _is_share_of_poor(head: str, tail: str) -> bool:
    """«tỷ lệ hộ nghèo còn 4%», «412 hộ nghèo, chiếm 43,5% số hộ»."""
    return bool(re.search(rf"{_POOR}{_BETWEEN}", head) or (re.search(_POOR_OF_ALL, head) and re.match(_OF_HOMES, tail)))


def _poor(context: Context, text: Text, amount: Amount) -> Iterator[Finding]:
    poor, homes = (_known(context.facts, place) for place in ("indicator/ho_ngheo/value", "figure/so_ho"))
    if poor and homes and homes.number:
        share = poor.number * 100 / homes.number
        if abs(amount.number - share) > max(share * _TENTH, Decimal("0.15")):
            yield _share_wrong(
                context, text, f"{amount.words}%", "indicator/ho_ngheo/value", share.quantize(_HUNDREDTH)
            )


def _share_wrong(context: Context, text: Text, said: str, place: str, number: Decimal) -> Finding:
    name = label_at(context.form, Place(place))
    return warning(
        "share_misquoted",
        text.place,
        f"{text.label}: ghi {quoted(said)}, nhưng theo “{name}” là {format_number(number)}%."
        " Sửa lời văn hoặc số liệu, hoặc ghi lý do.",
        said,
    )


def board_misquoted(context: Context, texts: Sequence[Text]) -> Iterator[Finding]:
    """«Ban Giám đốc gồm 5 thành viên» of a board of three."""
    count = len(context.facts.board)
    if not count:
        return
    deputies = sum(member.role == "deputy" for member in context.facts.board)
    for text in texts:
        if text.role is not Role.PROSE or "an giám đốc" not in text.words.casefold():
            continue
        low = text.words.casefold()
        for amount in amounts_in(low):
            head, tail = low[max(0, amount.start - 200) : amount.start], low[amount.end : amount.end + 200]
            if not re.search(_BOARD, head) or not amount.is_exact:
                continue
            told = re.match(r"\s*(thành viên|người|đồng chí|đ/c|phó giám đốc)(?!\w)", tail)
            wanted = deputies if told and told[1] == "phó giám đốc" else count
            if told and amount.number != wanted:
                yield warning(
                    "board_misquoted",
                    text.place,
                    f"{text.label}: ghi {quoted(amount.words + told[0])}, nhưng danh sách Ban Giám đốc có {wanted}."
                    " Sửa lời văn hoặc danh sách, hoặc ghi lý do.",
                    amount.words + told[0],
                )


_BOARD: Final = r"ban giám đốc[^.;]{0,60}(?:gồm|có|là|với|:|,|và)\s*(?:có\s*)?$"


# -- against last year ------------------------------------------------------------------------------------------------

_CHANGED: Final = (
    r"(?<!\w)(?P<way>tăng|giảm)(?:\s+(?:thêm|khoảng|gần|hơn|trên|được|tới|đến|mạnh|nhẹ|đáng kể|nhiều))*\s+(?P<much>gấp đôi|gấp rưỡi|gấp ba|gấp \d+(?:,\d+)? lần"
    r"|\d{1,3}(?:,\d+)?\s?%|(?=so với|hơn))?"
)
_BEFORE: Final = ("trước", "ngoái", "cùng kỳ")
_WAYS: Final = ("tăng", "giảm", "gấp", "bằng")
_AGAINST: Final = r"(?:so với|hơn)\s+(?:năm(?: học)? (?:trước|ngoái)|cùng kỳ|kỳ trước|năm học {before}|năm {before})"
_SUBJECTS: Final = (
    ("tong_luot", r"(?:số )?lượt(?: người)?"),
    ("tong_lop", r"(?:số )?lớp(?: học)?"),
    ("indicator/ho_ngheo/value", r"hộ nghèo"),
    ("figure/dan_so", r"dân số"),
    (INCOME, r"thu nhập(?: bình quân)?"),
)


def change_misquoted(context: Context, texts: Sequence[Text]) -> Iterator[Finding]:
    """«tăng gấp đôi», «giảm 12,5% so với năm học trước» of what did something else."""
    if context.before is None:
        return
    against = _AGAINST.format(before=re.escape(context.before.period.label))
    for text in texts:
        if text.role is Role.PROSE and any(word in text.words.casefold() for word in _WAYS):
            for sentence in sentences(text.words):
                low = plainly(sentence)
                if has_one_of(low, (*HOPED, "tỷ lệ", "tỉ lệ")):
                    continue
                if any(word in low for word in ("gấp", "bằng")) and any(word in low for word in _BEFORE):
                    yield from _multiples(context, text, low)
                if ("so với" in low or "hơn" in low) and re.search(against, low):
                    yield from _changes(context, text, low)
                    yield from _differences(context, text, low)


_MULTIPLE: Final = (
    r"(?<!\w)(?<!tăng )(?<!giảm )(?P<much>gấp đôi|gấp rưỡi|gấp ba|gấp \d+(?:,\d+)? lần|bằng \d{1,3}(?:,\d+)?\s?%)\s+"
    r"(?:so với\s+|của\s+)?(?:số (?:lượt|lớp)\s+)?(?:năm(?: học)? (?:trước|ngoái)|cùng kỳ|kỳ trước)(?!\w)"
)
_DIFFERENCE: Final = (
    r"(?<!\w)(?P<way>tăng|giảm)(?: thêm| được)?\s+(?P<much>\d{1,3}(?:\.\d{3})+|\d+)\s+(?P<unit>lượt|lớp|hộ)(?!\w)"
)
_UNITS: Final = {"lượt": "tong_luot", "lớp": "tong_lop", "hộ": "indicator/ho_ngheo/value"}


def _multiples(context: Context, text: Text, low: str) -> Iterator[Finding]:
    """«gấp đôi năm học trước», «bằng 90% năm học trước»."""
    for match in re.finditer(_MULTIPLE, low):
        both = _both(context, low[max(0, match.start() - 200) : match.start()])
        if both is None:
            continue
        much = match["much"]
        said = Decimal(much[5:].rstrip("% ").replace(",", ".")) / 100 if much.startswith("bằng") else _times(much)
        if abs(both.now / both.before - said) > max(abs(said - 1) * Decimal("0.15"), Decimal("0.02")):
            yield _change_wrong(context, text, match[0].strip(), both)


def _differences(context: Context, text: Text, low: str) -> Iterator[Finding]:
    """«tăng 2.000 lượt so với năm học trước»."""
    for match in re.finditer(_DIFFERENCE, low):
        both = _both(context, low[max(0, match.start() - 200) : match.start()])
        if both is None or both.place != _UNITS[match["unit"]]:
            continue
        said = Decimal(match["much"].replace(".", "")) * (1 if match["way"] == "tăng" else -1)
        grown = both.now - both.before
        if abs(grown - said) > abs(grown) * _TENTH:
            yield _change_wrong(context, text, match[0].strip(), both)


class _Both(NamedTuple):
    """What a sentence is of, this year and last."""

    place: str
    now: Decimal
    before: Decimal


def _both(context: Context, head: str) -> _Both | None:
    place = _subject(head)
    now, before = (_known(facts, place) if facts and place else None for facts in (context.facts, context.before))
    if now is None or before is None or not before.number or not in_one_unit(context, place):
        return None
    return _Both(place, now.number, before.number)


def _change_wrong(context: Context, text: Text, said: str, both: _Both) -> Finding:
    change = (both.now / both.before - 1) * 100
    way = "tăng" if change > 0 else "giảm" if change < 0 else "không đổi"
    actual = f"{way} {_percent(abs(change))}" if change else way
    aside = aside_of(context.before) if context.before else ""
    return warning(
        "change_misquoted",
        text.place,
        f"{text.label}: ghi {quoted(said)}, nhưng “{_name(context, both.place)}” kỳ trước{aside} là"
        f" {format_number(both.before)}, kỳ này {format_number(both.now)}: {actual}."
        " Sửa lời văn hoặc số liệu, hoặc ghi lý do.",
        said,
    )


def _changes(context: Context, text: Text, low: str) -> Iterator[Finding]:
    for match in re.finditer(_CHANGED, low):
        both = _both(context, low[max(0, match.start() - 200) : match.start()])
        if both is not None and not _told_rightly(both.now / both.before, match["way"], _said(match)):
            yield _change_wrong(context, text, match[0].strip(), both)


def _percent(change: Decimal) -> str:
    """Two figures at least of what is small: «0,04%»."""
    rounded = change.quantize(_TENTH if change >= 1 else _HUNDREDTH)
    return f"{format_number(rounded)}%" if rounded else f"chưa đến {format_number(_HUNDREDTH)}%"


def _subject(head: str) -> str:
    """What grew or fell: what was named last before, unless it is of a part."""
    if PART in head or has_one_of(head, ("trong đó", "riêng")):
        return ""
    named = [
        (match.end(), place) for place, shape in _SUBJECTS for match in re.finditer(rf"(?<!\w){shape}(?!\w)", head)
    ]
    if not named:
        return ""
    end, place = max(named)
    is_near = len(head) - end <= 40
    return place if is_near and not has_one_of(head[end:], ("nghề", "chuyên đề", "học sinh", "phụ nữ", "nữ")) else ""


def _said(match: re.Match[str]) -> Decimal:
    """How many times last year's it is said to be; 0 where only the direction is told."""
    much = match["much"] or ""
    if much.endswith("%"):
        part = Decimal(much.rstrip("% ").replace(",", ".")) / 100
        return 1 + part if match["way"] == "tăng" else 1 - part
    return _times(much) if much.startswith("gấp") else Decimal(0)


def _times(much: str) -> Decimal:
    """«gấp đôi», «gấp 1,5 lần»"""
    times = {"gấp đôi": Decimal(2), "gấp rưỡi": Decimal("1.5"), "gấp ba": Decimal(3)}
    return times[much] if much in times else Decimal(much.split()[1].replace(",", "."))


def _told_rightly(ratio: Decimal, way: str, said: Decimal) -> bool:
    if not said:
        return ratio > Decimal("0.99") if way == "tăng" else ratio < Decimal("1.01")
    if (said > 1) != (ratio > 1) and abs(ratio - 1) > Decimal("0.005"):
        return False
    return abs(ratio - said) <= max(abs(said - 1) * Decimal("0.15"), Decimal("0.006"))


# -- what is known ----------------------------------------------------------------------------------------------------


def _vocabulary(context: Context) -> Vocabulary:
    period = context.facts.period
    return Vocabulary(rows_of(context.form), givers_of(context.form), period.label, _label_before(period))


def _label_before(period: Period) -> str:
    try:
        return period.previous().label
    except TextProblem:
        return ""


def _known(facts: Facts, place: str) -> Known | None:
    if place in TOTAL_LINKS:
        answer = facts.total(total_column(place))
    elif place.startswith("results/"):
        answer = facts.result(*place.split("/")[1:])
    else:
        answer = facts.at(place)
    if answer is NIL:
        return Known(Decimal(0), Decimal(0), Decimal(0))
    if not isinstance(answer, Quantity):
        return None
    number = answer.number
    slack = number * _TENTH
    if answer.qualifier is None:
        return Known(number, number, number)
    least = number if answer.qualifier in _OVER else number - slack
    return Known(number, least, number if answer.qualifier in _UNDER else number + slack)


def _measured(context: Context, mention: Mention, known: Known | None) -> Known | None:
    """An income, an area in the unit that a sentence gives it in; None where the year has an income in another."""
    if known is None or mention.place != INCOME:
        in_hectares = mention.unit == "ha" and unit_at(context.form, AREA).startswith("km")
        return Known(*(number * HECTARES for number in known)) if known and in_hectares else known
    measure = MEASURES.get(unit_at(context.form, INCOME))
    if mention.last_year and not in_one_unit(context, INCOME):
        return None
    if measure is None or measure.words != (mention.unit or "usd"):
        return None
    return Known(*(number * measure.times for number in known))


def _agree(amount: Amount, known: Known) -> bool:
    """Whether both can be the same number. Of two round ones only one gives way: «hơn 52.300» is no «khoảng 61 nghìn»."""
    least, most = known.least, known.most
    if not amount.is_exact:
        slack = known.number * _BESIDE
        least, most = max(least, known.number - slack), min(most, known.number + slack)
    return amount.least <= most and least <= amount.most


def _is_wrong(context: Context, mention: Mention, known: Known) -> bool:
    amount = mention.amount
    if mention.strength is Strength.NONE:
        return amount.is_exact and known.number < amount.number <= known.number * 3
    if _agree(amount, known) and not _is_transposed(amount, known):
        return False
    if mention.strength is Strength.SURE:
        return True
    if _is_slip(amount, known) or _is_stale(context, mention, known):
        return True
    if mention.strength is Strength.LIKELY:
        if mention.place in TOTAL_LINKS:
            return known.number * Decimal("0.3") <= amount.number <= known.number * 20
        return amount.number >= known.number * Decimal("0.2")
    # A part may be as much as there is, and no more.
    return amount.is_exact and not mention.may_exceed and known.number < amount.number <= known.number * 3


def _is_slip(amount: Amount, known: Known) -> bool:
    """Whether the number is the known one with two digits swapped, one wrong, a 0 or a word of its scale too many."""
    if known.number and amount.number in (known.number * 1000, known.number / 1000):
        return True  # tỷ for triệu, nghìn for triệu
    if not amount.is_exact or known.number < 100:
        return False
    said, true = (str(int(number)) for number in (amount.number, known.number))
    shifted = int(said) * 10 == int(true) or int(true) * 10 == int(said)
    if sorted(said) == sorted(true) or shifted or (len(true) > 3 and 0 < abs(int(said) * 10 - int(true)) < 10):
        return True
    return len(said) == len(true) >= 4 and sum(a != b for a, b in zip(said, true, strict=True)) == 1


def _is_transposed(amount: Amount, known: Known) -> bool:
    """Whether it is the known number with digits changed places, even where «trên» would let it lie there."""
    said, true = (str(int(number)) for number in (amount.number, known.number))
    careful = len(said.rstrip("0")) > 2  # of a round number hardly any digits are left to change places
    return careful and said != true and known.number >= 1000 and sorted(said) == sorted(true)


def _is_stale(context: Context, mention: Mention, known: Known) -> bool:
    """Whether it is last year's number."""
    if mention.last_year or context.before is None or not mention.amount.is_exact:
        return False
    before = _known(context.before, mention.place)
    return before is not None and before.number == mention.amount.number != known.number and before.number >= 20


def _misquoted(context: Context, text: Text, mention: Mention, known: Known) -> Finding:
    year = f" kỳ trước{aside_of(context.before) if context.before else ''}" if mention.last_year else ""
    return warning(
        "number_misquoted",
        text.place,
        f"{text.label}: ghi {quoted(mention.words)}, nhưng “{_name(context, mention.place)}”{year} là"
        f" {_told(context, mention, known)}. Sửa lời văn hoặc số liệu, hoặc ghi lý do.",
        mention.words,
    )


def _told(context: Context, mention: Mention, known: Known) -> str:
    """The known number as its cell has it; an income with its unit."""
    unit = unit_at(context.form, mention.place)
    if mention.unit == "ha" and unit.startswith("km"):
        return f"{format_number(known.number / HECTARES)} {unit}, tức {format_number(known.number)} ha"
    if mention.place != INCOME or unit not in MEASURES:
        return format_number(known.number)
    return f"{format_number(known.number / MEASURES[unit].times)} {unit}"


def _name(context: Context, place: str) -> str:
    return TOTAL_LINKS[place].capitalize() if place in TOTAL_LINKS else label_at(context.form, Place(place))
