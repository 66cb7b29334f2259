"""Who signs, and in what capacity (Decree 30/2020 App. I, II.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tthtcd_tui.checks.wording import error, warning
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.problem import quoted

_AUTHORITY = Place("report/authority")
_POSITION = Place("report/position")
_SIGNER = Place("report/signer")

_CAPACITY = re.compile(r"(TM|Q|KT|TL|TUQ)\.\s*\w", re.IGNORECASE)
_DEPUTY = re.compile(r"phó(?!\w)", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:(?:ông|bà|thầy|cô|đồng\s+chí|cử\s+nhân|kỹ\s+sư|bác\s+s[ĩỹ]|thạc\s+s[ĩỹ]|tiến\s+s[ĩỹ]|(?:phó\s+)?giáo\s+sư)"
    r"|đ/c|pgs|gs|ths|ts|cn|ks|bs|ngưt|ngnd)(?=[.\s])",
    re.IGNORECASE,
)


def authority(form: Form, facts: Facts) -> Iterator[Finding]:
    """What stands above the position begins with one of the Decree's abbreviations, and names on whose behalf."""
    given = facts.text_at(_AUTHORITY)
    if given and not _CAPACITY.match(given):
        yield error(
            "authority",
            _AUTHORITY,
            f"{label_at(form, _AUTHORITY)}: {quoted(given)} phải bắt đầu bằng TM., Q., KT., TL. hoặc TUQ. rồi đến chức"
            " vụ hay tập thể. Sửa như KT. GIÁM ĐỐC; Giám đốc tự ký thì để trống.",
        )


def deputy_signs(form: Form, facts: Facts) -> Iterator[Finding]:
    """KT. is for a deputy, and a deputy signs with KT. even when in charge (Decree 30/2020 Art. 13.1)."""
    capacity = _CAPACITY.match(facts.text_at(_AUTHORITY))
    position = facts.text_at(_POSITION)
    signs_for_head = capacity is not None and capacity[1].upper() == "KT"
    if signs_for_head and position and not _DEPUTY.match(position):
        yield warning(
            "deputy_signs",
            _POSITION,
            f"{label_at(form, _POSITION)}: đã ghi KT. thì người ký là cấp phó, không phải {quoted(position)}."
            " Sửa như PHÓ GIÁM ĐỐC, hoặc ghi lý do.",
        )
    elif _DEPUTY.match(position) and not facts.text_at(_AUTHORITY):
        yield warning(
            "deputy_signs",
            _AUTHORITY,
            f"{label_at(form, _AUTHORITY)}: {quoted(position)} ký thì phải có KT. và chức vụ của người đứng đầu."
            " Ghi như KT. GIÁM ĐỐC, hoặc ghi lý do.",
        )


def signer_written(form: Form, facts: Facts) -> Iterator[Finding]:
    """The name in lower case with capitals where a name has them (App. I, II.7)."""
    given = facts.text_at(_SIGNER)
    proper = " ".join(word.capitalize() for word in given.split())
    if given != proper and (given.isupper() or given.islower()):
        yield warning(
            "signer_written",
            _SIGNER,
            f"{label_at(form, _SIGNER)}: họ tên viết chữ thường, chỉ hoa chữ đầu. Sửa như {proper}, hoặc ghi lý do.",
        )


def signer_titled(form: Form, facts: Facts) -> Iterator[Finding]:
    """No title before the name. A warning: Ông is a family name too."""
    if found := _TITLE.match(facts.text_at(_SIGNER)):
        yield warning(
            "signer_titled",
            _SIGNER,
            f"{label_at(form, _SIGNER)}: trước họ tên có {quoted(found[0])}. Chỉ ghi họ và tên, hoặc ghi lý do.",
        )
