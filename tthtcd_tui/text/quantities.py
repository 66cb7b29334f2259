"""A quantity as it is typed in a field: a qualifier, a number or a sum, a scale, the field's own unit.

A value lands where a careful colleague would put it, or is refused in words: what can be read in two ways is told with
both, and another unit is never converted unasked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.text.clean import clean_line, halfwidth
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import DECIMALS, Grain, format_number, from_millionths, millionths, other_reading, spelt
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.text.qualifiers import Qualifier, split_qualifier
from tthtcd_tui.text.units import DONG, NO_UNIT, PERCENT, Unit, converted, known, repeats, split_scale, unit_of

_MILLION: Final = 10**DECIMALS
_DASHES: Final = "-\u2010-\u2015\u2212"
_NO_BREAK: Final = "\xa0\u2007\u2009\u202f"
_PIECE: Final = r"([0-9][0-9.,]*)([^0-9]*)"
_ENGLISH_FRACTION: Final = r"[0-9]+\.[0-9]{1,2}|[1-9][0-9]{0,2}(?:,[0-9]{3})+\.0*[1-9][0-9]*"
_PLAIN_DIGITS: Final = re.compile("0|[1-9][0-9]{0,14}")
"""Most of what is typed: no sign in it that could be read in two ways."""
_LONGEST: Final = 400
"""Characters: a long sum. Whatever is longer is a page pasted by mistake."""
_TWO_NUMBERS: Final = "có hai số, ô này chỉ nhận một số. Hãy gõ lại một số, hoặc một phép cộng như 12+15."
_LETTERS_LIKE_DIGITS: Final = {**dict.fromkeys("OoQ", "0"), **dict.fromkeys("lI|", "1")}


@dataclass(frozen=True, slots=True)
class Measure:
    """What a field wants to be told: how fine, in which unit, how much at most."""

    grain: Grain = Grain.FINE
    unit: Unit = NO_UNIT
    label: str = ""
    maximum: Decimal | None = None


def read_quantity(raw: str, measure: Measure) -> tuple[Decimal, Qualifier | None]:
    """The number typed and the qualifier before it: `trên 4 vạn`, `12+15`, `62,5 km2`, `2 tỷ 500 triệu`.

    Exact, 0 or more. Raises TextProblem, which says what is wrong and what to type instead.
    """
    if _PLAIN_DIGITS.fullmatch(raw) and (measure.maximum is None or int(raw) <= measure.maximum):
        return Decimal(raw), None
    typed = clean_line(raw)
    if not typed:
        raise TextProblem("Chưa có số nào. Hãy gõ một số, ví dụ 2.554 hoặc 2,5.")
    if len(typed) > _LONGEST:
        raise TextProblem(f"{quoted(typed)} dài {len(typed)} ký tự, không phải một số. Hãy gõ chỉ con số, như 2.554.")
    text = _without_label(_plain(raw), measure)
    qualifier, rest = split_qualifier(text)
    rest = _without_currency(rest.rstrip("; "), measure)
    _refuse_what_is_no_number(rest, typed)
    total = _Sum(typed, measure).read(rest)
    return from_millionths(total, typed), qualifier


def _plain(raw: str) -> str:
    """Full-width characters as the ASCII ones; digits that a space of no break holds together as one number."""
    groups = rf"(?<![0-9.,])[0-9]{{1,3}}(?:[{_NO_BREAK}][0-9]{{3}})+(?![0-9])"
    text = clean_line(re.sub(groups, lambda found: re.sub(f"[{_NO_BREAK}]", "", found[0]), halfwidth(raw)))
    return re.sub(r"(?i)(?<![^\W\d_])(k?m) ?\^?2(?![0-9])", r"\1²", text)  # its 2 is no second number


def _without_label(text: str, measure: Measure) -> str:
    """«Dân số: 5.128 người» pasted with the label of the field it is pasted in."""
    label, colon, rest = text.partition(":")
    return rest.strip() if colon and fold(label) == fold(measure.label) else text


def _without_currency(text: str, measure: Measure) -> str:
    """«$2.450», «VND 57.500.000»."""
    before = re.match(r"[^\s0-9]+", text)
    return text[before.end() :].lstrip() if before and measure.unit.is_money and measure.unit.takes(before[0]) else text


def _fills(digits: str, scale: int) -> bool:
    """Whether `digits` are all that a scale leaves open: «7 nghìn 315» is 7.315 to everybody."""
    return digits.isdecimal() and 10 ** len(digits) == scale


# -- what is no number ------------------------------------------------------------------------------------------------


def _refuse_what_is_no_number(text: str, typed: str) -> None:
    shown = quoted(typed)
    if re.search("##|#[A-Z]", text):
        raise TextProblem(
            f"{shown} không phải số: cột trong Excel hẹp quá, hoặc công thức bị lỗi."
            " Hãy xem lại ô ấy trong Excel rồi chép lại."
        )
    if re.match(rf"[{_DASHES}] ?[0-9.,]+[^0-9]*$", text):
        raise TextProblem(f"{shown} nhỏ hơn 0. Hãy gõ một số từ 0 trở lên.")
    for character in text:
        if character.isnumeric() and character not in "0123456789²":
            raise TextProblem(f"{shown} có chữ số lạ {quoted(character)}. Hãy gõ bằng các chữ số 0 đến 9.")
    if (mended := _mended(text)) is not None:
        raise TextProblem(f"{shown} có chữ cái lẫn giữa các chữ số. Hãy gõ lại {mended} nếu đúng số đó.")
    if not re.search("[0-9]", text):
        raise TextProblem(f"{shown} không có chữ số nào. Hãy gõ bằng chữ số, ví dụ 2.554; không có thì gõ -.")
    if power := re.fullmatch(r"([0-9]+(?:[.,][0-9]+)?)[eE]\+?([0-9]{1,2})", text):
        value = Decimal(power[1].replace(",", ".")).scaleb(int(power[2]))
        raise TextProblem(
            f"{shown} là cách Excel viết gọn số lớn. Hãy gõ đủ các chữ số, như {format_number(value)} nếu đúng số đó."
        )
    if re.search(rf"[0-9] ?(?:[{_DASHES}~/]|đến|den|tới|toi|hoặc|hoac|hay) ?[0-9]", text):
        raise TextProblem(f"{shown} có hai số, ô này chỉ nhận một số. Hãy gõ lại một số.")
    if spaced := re.search("[0-9.,]+(?: +[0-9.,]+)+", text):
        raise TextProblem(f"{shown} có khoảng trắng giữa các chữ số. {_joined_advice(spaced[0])}")


def _mended(text: str) -> str | None:
    """`text` with the letters that look like digits replaced, where that makes a number of it: «4O.000», «l2»."""
    if re.search("[0-9]", text) is None:
        return None
    mended = re.sub(
        r"(?<![^\W\d_])[OoQlI|](?=[0-9.,OoQlI|])|(?<=[0-9.,])[OoQlI|]+(?![^\W\d_])",
        lambda found: "".join(_LETTERS_LIKE_DIGITS[letter] for letter in found[0]),
        text,
    )
    is_number = re.match(r"[0-9]+(?:[.,][0-9]+)*", mended) is not None
    is_word = re.search(r"[0-9][^\W\d_]{3}", mended) is not None  # «51oại» would be no number either
    return mended if mended != text and is_number and not is_word and mended.isprintable() else None


def _joined_advice(spaced: str) -> str:
    joined = re.sub("[ .,]", "", spaced)
    groups = re.split("[ .,]+", spaced)
    if all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3:
        return f"Nếu là một số, hãy gõ liền {format_number(int(joined))}; nếu là hai số, mỗi số một ô."
    return "Hãy gõ liền một số, như 43.117."


# -- sums, scales, units ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sum:
    """Reads the terms of one typed text; every message quotes all of it."""

    typed: str
    measure: Measure

    def read(self, text: str) -> int:
        """In millionths."""
        terms = [term.strip() for term in text.split("+")]
        if not all(terms):
            raise TextProblem(f"{quoted(self.typed)} thiếu một số bên dấu cộng. Hãy gõ như 12+15.")
        values = [self._term(term, len(terms) == 1) for term in terms]
        if len({scaled for _, scaled in values}) > 1:
            raise self._problem("có thể hiểu theo hai cách. Hãy gõ đủ các chữ số, như 1.500.000+2.000.000.")
        return self._bounded(sum(value for value, _ in values))

    def _bounded(self, total: int) -> int:
        most = self.measure.maximum
        if most is not None and total > most * _MILLION:
            raise TextProblem(f"Ô này chỉ nhận số từ 0 đến {format_number(most)}. Bạn đã nhập {quoted(self.typed)}.")
        if self.measure.grain is Grain.WHOLE and total % _MILLION:
            raise self._not_whole()
        return total

    def _not_whole(self) -> TextProblem:
        if self.measure.unit.is_money:
            return TextProblem(f"{quoted(self.typed)} có phần lẻ nhỏ hơn một đồng. Hãy gõ số tiền chẵn đồng.")
        return TextProblem(f"Ô này chỉ nhận số nguyên từ 0 trở lên. Bạn đã nhập {quoted(self.typed)}.")

    def _term(self, term: str, alone: bool) -> tuple[int, bool]:
        """The value of «2 tỷ 500 triệu đồng», and whether a scale says how much its numbers count."""
        pieces = re.findall(_PIECE, term)
        if not pieces or "".join(map("".join, pieces)) != term:
            raise self._wrong_word(term)
        total, before = 0, 0
        for number, (digits, words) in enumerate(pieces, 1):
            factor = self._factor(digits, words.strip(" .,;"), is_last=number == len(pieces))
            if before and not 1 < factor < before and not _fills(digits, before):
                raise self._two_numbers(total, before, digits, alone)
            total += self._value(digits, factor, alone)
            before = factor
        return total, before > 1

    def _value(self, digits: str, factor: int, alone: bool) -> int:
        grain = self._grain(factor)
        if grain is Grain.WHOLE and re.fullmatch(_ENGLISH_FRACTION, digits):
            raise self._not_whole()
        value = millionths(digits, self.typed, grain) * factor
        other = other_reading(digits, grain)
        if other is not None:
            self._weigh(digits, value, other * factor, alone)
        return value

    def _grain(self, factor: int) -> Grain:
        if factor == 1:
            return self.measure.grain
        return Grain.COARSE if factor < 10_000 else Grain.FINE

    def _weigh(self, digits: str, value: int, other: int, alone: bool) -> None:
        """Refuse `digits`, told with both readings, unless only the Vietnamese one fits the field."""
        readings = sorted((value, other), key=lambda reading: (not self._fits(reading), -reading))
        if self.measure.grain is not Grain.WHOLE and self._fits(value) and not self._fits(other):
            return
        first, second = map(self._spelt, readings)
        shown = quoted(self.typed) if alone else f"Trong phép cộng, {quoted(digits)}"
        if self._fits(readings[1]):
            again = f"{first}, hoặc {second}" if alone else f"phép cộng với {first}, hoặc với {second}"
            raise TextProblem(f"{shown} có thể là {first} hoặc {second}. Gõ lại {again}.")
        if not self._fits(readings[0]):
            raise self._not_whole()
        second = format_number(from_millionths(readings[1], self.typed))
        raise TextProblem(
            f"{shown} có thể là {first}, hoặc {second} mà ô này không nhận. Hãy gõ lại {first} nếu đúng số đó."
        )

    def _spelt(self, reading: int) -> str:
        return spelt(from_millionths(reading, self.typed), self.measure.grain)

    def _fits(self, reading: int) -> bool:
        most = self.measure.maximum
        whole = self.measure.grain is Grain.WHOLE and reading % _MILLION
        return not whole and (most is None or reading <= most * _MILLION)

    def _factor(self, digits: str, words: str, is_last: bool) -> int:
        """How many of the field's unit one of `words` is: nothing, a scale, the unit, or both."""
        unit = self.measure.unit
        scale, rest = split_scale(words, unit.is_money)
        own = not rest or unit.takes(rest) or (rest.startswith("/") and unit.takes(unit.base + rest))
        if unit.scale > 1:
            if own and (scale == unit.scale or not words):
                return 1
        elif (rest or scale == 1 or not self._is_foreign_money) if own else self._repeats_label(rest):
            return scale
        raise self._wrong_unit(digits, words) if is_last else self._problem(_TWO_NUMBERS)

    def _repeats_label(self, words: str) -> bool:
        """«9 nhà văn hóa»; but «5 trường» is no share of them."""
        return self.measure.unit.base != PERCENT and repeats(words, self.measure.label)

    @property
    def _is_foreign_money(self) -> bool:
        """«52 triệu» typed as dollars is đồng, most likely."""
        return self.measure.unit.is_money and self.measure.unit.base != DONG

    # -- what is wrong

    def _problem(self, why: str) -> TextProblem:
        return TextProblem(f"{quoted(self.typed)} {why}")

    def _wrong_word(self, term: str) -> TextProblem:
        """What stands before the digits is no qualifier, or there is a sign that means nothing here."""
        word = re.match(r"[^0-9]*[^0-9\s]", term)
        before = word[0].strip() if word else ""
        if known(before):
            return self._wrong_unit(term[len(before) :].strip(), before)
        if split_qualifier(before)[0]:
            return self._problem("có hai từ chỉ mức đứng trước số. Hãy giữ một từ, như khoảng 40.000.")
        if before[:1].isalpha():
            return self._problem(
                f"có {quoted(before)} đứng trước số. Trước số chỉ ghi gần, trên, hơn, dưới, khoảng, xấp xỉ, ước hoặc"
                " ước đạt. Hãy gõ lại chỉ con số, hoặc với một trong các từ ấy."
            )
        return self._problem(f"có dấu {quoted(before or term)} ở chỗ không hiểu được. Hãy gõ chỉ con số, như 2.554.")

    def _two_numbers(self, lead: int, scale: int, digits: str, alone: bool) -> TextProblem:
        """«4 vạn 2» is 42.000 to some and 40.002 to others."""
        if not alone or scale == 1 or not digits.isdecimal() or len(digits) > 3:
            return self._problem(_TWO_NUMBERS)
        tail = int(digits) * _MILLION
        more, less = map(self._spelt, (lead + tail * scale // 10 ** len(digits), lead + tail))
        return self._problem(f"có thể là {more} hoặc {less}. Gõ lại {more}, hoặc {less}.")

    def _wrong_unit(self, digits: str, words: str) -> TextProblem:
        unit, other = self.measure.unit, known(words)
        ours = f"ô này tính bằng {unit.name}" if unit.name else "ô này chỉ nhận con số"
        short = unit.name.partition("/")[0]
        if value := self._in_own_unit(digits, words):
            return self._problem(f"tính bằng {other or words}, {ours}: đổi ra là {value}. Hãy gõ lại {value} nếu đúng.")
        if other and unit.name:
            again = f"đổi ra {short} rồi gõ lại" if unit.is_alike(words) else f"gõ số {short}"
            return self._problem(f"tính bằng {other}, {ours}. Hãy {again}.")
        if self._is_foreign_money and split_scale(words)[0] > 1:
            return self._problem(f"chưa rõ là đồng hay {short}: {ours}. Hãy đổi ra {short} rồi gõ lại.")
        if unit.base == DONG:
            return self._problem(f"có {quoted(words)} sau con số. Hãy gõ như 1.500.000, 500 nghìn hoặc 2,5 triệu.")
        scale, rest = split_scale(words, unit.is_money)
        instead = f"đơn vị {unit.name} đã có sẵn" if unit.name else self._number_alone(digits, scale)
        return self._problem(f"có {quoted(rest)} sau con số. Hãy chỉ gõ con số; {instead}.")

    def _number_alone(self, digits: str, scale: int) -> str:
        try:
            return f"gõ lại {self._spelt(millionths(digits, self.typed) * scale)} nếu đúng số đó"
        except TextProblem:
            return "như 2.554"

    def _in_own_unit(self, digits: str, words: str) -> str | None:
        """What another unit comes to, spelt for this field; None where that cannot be told for sure."""
        unit = self.measure.unit
        scale, rest = split_scale(words, unit.is_money)
        grain = Grain.COARSE if unit_of(words).is_coarse else Grain.FINE
        if not re.fullmatch("[0-9.,]+", digits) or other_reading(digits, grain) is not None:
            return None
        try:
            number = from_millionths(millionths(digits, self.typed) * scale, self.typed)
        except TextProblem:
            return None
        value = converted(number, rest, unit)
        if value is None and unit.scale > 1 and (unit.takes(rest) or (scale > 1 and not rest)):
            value = number / unit.scale
        if value is None or value * _MILLION % 1 or not self._fits(int(value * _MILLION)):
            return None
        return spelt(value, self.measure.grain)
