"""Money in whole đồng."""

from __future__ import annotations

from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.numbers import WHOLE_DIGITS, format_number, parse_number
from tthtcd_tui.text.problem import TextProblem, quoted

# With all their marks or, typed in a hurry, with none.
_SCALES = {
    "": 1,
    **dict.fromkeys(("nghìn", "ngàn", "nghin", "ngan"), 1_000),
    **dict.fromkeys(("triệu", "trieu"), 1_000_000),
    **dict.fromkeys(("tỷ", "tỉ", "ty", "ti"), 1_000_000_000),
}
_CURRENCIES = {"đồng", "dong", "đ", "d", "vnđ", "vnd", "₫"}


def parse_money(raw: str) -> int:
    """The amount typed, in whole đồng: `1.500.000`, `1.500.000 đ`, `2,5 triệu`, `1,2 tỷ đồng`, `500 nghìn`.

    At most 15 digits. Raises TextProblem for a fraction of a đồng and for what `parse_number` refuses.
    """
    typed = clean_line(raw)
    if not typed:
        raise TextProblem("Chưa có số tiền. Hãy gõ số tiền, ví dụ 1.500.000 đồng hoặc 2,5 triệu.")
    digits = max((i for i, c in enumerate(typed) if c in "0123456789"), default=len(typed) - 1) + 1
    number, unit = typed[:digits].rstrip(), typed[digits:].strip()
    if any(character.isalpha() for character in number):
        raise TextProblem(
            f"{quoted(typed)} không phải một số tiền."
            " Hãy gõ một số rồi đến đơn vị, ví dụ 1.500.000 đồng hoặc 2,5 triệu."
        )
    scale = _scale(unit, typed)
    if scale > 1 and "+" in number:
        raise TextProblem(f"{quoted(typed)} có thể hiểu theo hai cách. Hãy gõ đủ các chữ số, như 1.500.000+2.000.000.")
    amount = parse_number(number) * scale
    whole = int(amount)
    if amount != whole:
        raise TextProblem(f"{quoted(typed)} có phần lẻ nhỏ hơn một đồng. Hãy gõ số tiền chẵn đồng.")
    if len(str(whole)) > WHOLE_DIGITS:
        raise TextProblem(f"{quoted(typed)} quá lớn: số tiền có nhiều nhất {WHOLE_DIGITS} chữ số. Hãy kiểm tra lại.")
    return whole


def format_money(amount: int) -> str:
    """`amount` đồng as a report prints it: «1.500.000 đồng»."""
    return f"{format_number(amount)} đồng"


def _scale(unit: str, typed: str) -> int:
    """How many đồng one of `unit` is: nothing, a scale, a currency, or a scale and then a currency."""
    words = unit.casefold().split()
    if words and words[-1] in _CURRENCIES:
        words.pop()
    scale = " ".join(words)
    if scale in _SCALES:
        return _SCALES[scale]
    raise TextProblem(
        f"{quoted(typed)} có đơn vị tiền chưa rõ: {quoted(unit)}."
        " Hãy gõ số tiền bằng đồng, nghìn, triệu hoặc tỷ, ví dụ 1.500.000 đồng hoặc 2,5 triệu."
    )
