"""What is told of a person in the wrong cell: a telephone or a name where a post is asked for, and the other way round.

Warnings: whoever is called so knows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.details import POSITION
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.problem import quoted

_FEWEST_DIGITS: Final = 8
"""Of a telephone."""
_PARTS_OF_A_NUMBER: Final = frozenset("0123456789 .-+()/")
_FAMILY_NAMES: Final = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn lâm trịnh mai đào tạ tô"
    " hà cao lương thái châu tăng quách vương lưu trương nông lò lường vàng giàng bế ma sùng thào quàng cầm chu"
    " triệu phùng tống kiều nghiêm thân bạch âu từ phí đàm hứa vi ksor siu".split()
)
_MOST_WORDS: Final = 5
_POSTS: Final = (
    "hiệu trưởng", "phó hiệu", "chủ tịch", "phó chủ", "bí thư", "phó bí", "giám đốc", "phó giám", "trưởng ",
    "phó trưởng", "cán bộ", "công chức", "giáo viên",
)  # fmt: skip
"""With what a post begins, and no name does: «Trương» has another mark."""


def person_misplaced(context: Context) -> Iterator[Finding]:
    """A telephone or a person's name for a post, digits in a name, and a telephone without any."""
    facts = context.facts
    for member in facts.board:
        place = Place.of(PlaceKind.BOARD, member.uid)
        yield from _odd(context, Place.of(place, "name"), _no_name(facts.text_at(place, "name")))
        yield from _odd(context, Place.of(place, "duty"), _no_post(facts.text_at(place, "duty")))
        yield from _odd(context, Place.of(place, "phone"), _no_telephone(facts.text_at(place, "phone")))
    position = facts.text_at(POSITION)
    if not any(map(str.isdigit, position)):  # which is told of the signer already
        yield from _odd(context, POSITION, _no_post(position))


def _odd(context: Context, place: Place, why: str) -> Iterator[Finding]:
    if why:
        given = quoted(context.facts.text_at(place))
        words = f"{label_at(context.form, place)}: {given} {why}, có thể gõ nhầm ô. Sửa lại, hoặc ghi lý do."
        yield warning("person_misplaced", place, words)


def named_twice(context: Context) -> Iterator[Finding]:
    """One person in two seats of the board."""
    seen: set[str] = set()
    for member in context.facts.board:
        place = Place.of(PlaceKind.BOARD, member.uid, "name")
        if member.name and fold(member.name) in seen:
            words = f"{label_at(context.form, place)}: {quoted(member.name)} đã có tên trong Ban Giám đốc"
            yield warning("named_twice", place, f"{words}. Sửa tên, xóa thành viên, hoặc ghi lý do.")
        seen.add(fold(member.name))


def _no_name(given: str) -> str:
    if any(map(str.isdigit, given)):
        return "có chữ số"
    return "giống chức vụ" if given.casefold().startswith(_POSTS) else ""


def _no_post(given: str) -> str:
    if _is_number(given):
        return "là một dãy số" if _digits(given) < _FEWEST_DIGITS else "giống số điện thoại"
    return "giống họ tên" if _is_name(given) else ""


def _no_telephone(given: str) -> str:
    digits, is_short, power = given.strip().casefold().partition("e+")
    if is_short and power.isdigit() and digits.replace(",", "").replace(".", "").isdigit():
        return "là số Excel viết rút gọn, không gọi được"
    return "không có chữ số nào" if given and not _digits(given) else ""


def _digits(given: str) -> int:
    return sum(map(str.isdigit, given))


def _is_number(given: str) -> bool:
    return bool(_digits(given)) and _PARTS_OF_A_NUMBER.issuperset(given)


def _is_name(given: str) -> bool:
    """Two to five words that begin with capitals, the first of them a family name; nothing else beside them.

    All in capitals it may be either, and is told only by its family name.
    """
    words = given.split()
    is_written_so = all(word.isalpha() and word[0].isupper() for word in words)
    return 1 < len(words) <= _MOST_WORDS and is_written_so and words[0].casefold() in _FAMILY_NAMES
