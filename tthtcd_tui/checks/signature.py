"""Who signs, and in what capacity (Decree 30/2020 App. I, II.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import error, warning
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.details import AUTHORITY, POSITION, SIGNER
from tthtcd_tui.text.problem import quoted

# Compiled when first needed, and kept by re.
_CAPACITY: Final = r"(?i)(TM|Q|KT|TL|TUQ)\.\s*\w"
_OTHER: Final = r"(?i)(?:phó\s+)?(?:chủ\s+tịch|trưởng\s+phòng|bí\s+thư|hiệu\s+trưởng)"
_HEADS: Final = ("chủ", "trưởng", "bí")
_FOR_OTHER: Final = rf"(?i)(?:KT|TL|TUQ|Q)\.\s*{_OTHER.removeprefix('(?i)')}"
_DEPUTY: Final = "phó"
_BULLETS: Final = ("-", "–", "+", "•")
_ENDS: Final = (";", ":")
_TITLE: Final = (
    r"(?i)(?:(?:ông|bà|thầy|cô|đồng\s+chí|cử\s+nhân|kỹ\s+sư|bác\s+s[ĩỹ]|thạc\s+s[ĩỹ]|tiến\s+s[ĩỹ]|(?:phó\s+)?giáo\s+sư)"
    r"|đ/c|pgs|gs|ths|ts|cn|ks|bs|ngưt|ngnd)(?=[.\s])"
)
_TITLES: Final = frozenset(
    "ông bà thầy cô đồng cử kỹ bác thạc tiến phó giáo đ/c pgs gs ths ts cn ks bs ngưt ngnd".split()
)
"""The first words of titles."""


def authority(context: Context) -> Iterator[Finding]:
    """What stands above the position begins with one of the Decree's abbreviations, and names on whose behalf."""
    form, facts = context.form, context.facts
    given = facts.text_at(AUTHORITY)
    if given and not re.match(_CAPACITY, given):
        yield error(
            "authority",
            AUTHORITY,
            f"{label_at(form, AUTHORITY)}: {quoted(given)} phải bắt đầu bằng TM., Q., KT., TL. hoặc TUQ. rồi đến chức"
            " vụ hay tập thể. Sửa như KT. GIÁM ĐỐC; Giám đốc tự ký thì để trống.",
        )


def signs_for_other(context: Context) -> Iterator[Finding]:
    """Signing for the head of another body: the centre's own is its director, not the committee's chairman."""
    for place, pattern in ((AUTHORITY, _FOR_OTHER), (POSITION, _OTHER)):
        given = context.facts.text_at(place)
        if any(word in given.casefold() for word in _HEADS) and re.match(pattern, given):
            yield warning(
                "signs_for_other",
                place,
                f"{label_at(context.form, place)}: {quoted(given)} là của cơ quan khác; báo cáo do trung tâm ban hành,"
                " Giám đốc ký, hoặc Phó Giám đốc ký thay (KT. GIÁM ĐỐC). Sửa lại, hoặc ghi lý do.",
            )


def signer_short(context: Context) -> Iterator[Finding]:
    """A signer of one word: the name is written in full (App. I, II.7)."""
    given = context.facts.text_at(SIGNER)
    if given and len(given.split()) == 1 and given.isalpha():
        yield warning(
            "signer_short",
            SIGNER,
            f"{label_at(context.form, SIGNER)}: {quoted(given)} chưa có họ. Ghi đủ họ và tên, hoặc ghi lý do.",
        )


def deputy_signs(context: Context) -> Iterator[Finding]:
    """KT. is for a deputy, and a deputy signs with KT. even when in charge (Decree 30/2020 Art. 13.1)."""
    form, facts = context.form, context.facts
    given, position = facts.text_at(AUTHORITY), facts.text_at(POSITION)
    capacity = re.match(_CAPACITY, given) if given else None
    signs_for_head = capacity is not None and capacity[1].upper() == "KT"
    if signs_for_head and position and not _is_deputy(position):
        yield warning(
            "deputy_signs",
            POSITION,
            f"{label_at(form, POSITION)}: đã ghi KT. thì người ký là cấp phó, không phải {quoted(position)}."
            " Sửa như PHÓ GIÁM ĐỐC, hoặc ghi lý do.",
        )
    elif _is_deputy(position) and not given:
        yield warning(
            "deputy_signs",
            AUTHORITY,
            f"{label_at(form, AUTHORITY)}: {quoted(position)} ký thì phải có KT. và chức vụ của người đứng đầu."
            " Ghi như KT. GIÁM ĐỐC, hoặc ghi lý do.",
        )


def _is_deputy(position: str) -> bool:
    after = position[len(_DEPUTY) : len(_DEPUTY) + 1]
    return position.casefold().startswith(_DEPUTY) and not (after.isalnum() or after == "_")


def signer_written(context: Context) -> Iterator[Finding]:
    """The name in lower case with capitals where a name has them (App. I, II.7)."""
    form, facts = context.form, context.facts
    given = facts.text_at(SIGNER)
    is_one_case = given.isupper() or given.islower()
    proper = " ".join(word.capitalize() if is_one_case or word.islower() else word for word in given.split())
    if given != proper:
        yield warning(
            "signer_written",
            SIGNER,
            f"{label_at(form, SIGNER)}: họ tên viết chữ thường, chỉ hoa chữ đầu. Sửa như {proper}, hoặc ghi lý do.",
        )


def signer_titled(context: Context) -> Iterator[Finding]:
    """No title before the name. A warning: Ông is a family name too."""
    form, facts = context.form, context.facts
    given = facts.text_at(SIGNER)
    first = given.replace(".", " ").casefold().split()[:1]
    if not _TITLES.isdisjoint(first) and (found := re.match(_TITLE, given)):
        yield warning(
            "signer_titled",
            SIGNER,
            f"{label_at(form, SIGNER)}: trước họ tên có {quoted(found[0])}. Chỉ ghi họ và tên, hoặc ghi lý do.",
        )


def signed_with_digits(context: Context) -> Iterator[Finding]:
    """A position or a name with a digit in it, or a line of a list: what was typed belongs into another cell."""
    for place in (POSITION, SIGNER):
        given = context.facts.text_at(place)
        has_digits = any(map(str.isdigit, given))
        if has_digits or given.startswith(_BULLETS) or given.endswith(_ENDS):
            what = "có chữ số" if has_digits else "là một dòng của danh sách"
            yield warning(
                "signed_with_digits",
                place,
                f"{label_at(context.form, place)}: {quoted(given)} {what}, có thể gõ nhầm ô. Sửa lại, hoặc ghi lý do.",
            )


def collective_signs(context: Context) -> Iterator[Finding]:
    """A centre is led by its director, who signs for it and not for a collective: no TM. (Decree 30/2020 Art. 13)."""
    given = context.facts.text_at(AUTHORITY)
    if given.upper().startswith("TM."):
        yield warning(
            "collective_signs",
            AUTHORITY,
            f"{label_at(context.form, AUTHORITY)}: {quoted(given)} là ký thay mặt tập thể. Giám đốc tự ký thì để trống,"
            " Phó Giám đốc ký thì ghi KT. GIÁM ĐỐC, hoặc ghi lý do.",
        )
