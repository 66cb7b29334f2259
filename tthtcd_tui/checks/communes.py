"""The commune's name, wherever it stands: another one's is left from a report that was copied."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.rule import Frame
from tthtcd_tui.checks.sentences import UPPER, sentences
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.problem import quoted

# Compiled when first needed, and kept by re.
_UNIT: Final = r"(?:[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Đđ]ặc [Kk]hu|ĐẶC KHU|[Tt]hị [Tt]rấn|THỊ TRẤN)"
_CAPITAL: Final = rf"[{UPPER}][^\W\d_]*(?:['’-][^\W\d_]+)?"
_NUMBER: Final = (
    r"\d{1,2}(?![\d/%]|[.,]\d|\s*(?:km|m|ha|người|hộ|lớp|lượt|đồng|triệu|nghìn|khu|thôn|tổ|trường|em|năm|tháng|ngày|giờ"
    r"|lần)(?!\w))"
)
_WORD: Final = rf"(?:{_CAPITAL}|{_NUMBER})"
_NAME: Final = rf"(?:{_CAPITAL}|(?:(?<=hường\s)|(?<=HƯỜNG\s)){_NUMBER})"
"""A phường may be called by a number alone."""
_COMMUNE: Final = rf"(?<!\w)(?<![Tt]hị )(?<!THỊ )(?P<unit>{_UNIT})\s+(?P<name>{_NAME}(?:\s+{_WORD}){{0,4}})"
_CENTRE: Final = rf"(?<=ng đồng )(?P<name>{_WORD}(?:\s+{_WORD}){{0,4}})"

_OF_ITSELF: Final = (
    r"(?i)(?:học\s+tập\s+cộng\s+đồng|htcđ|trung\s+tâm|ubnd|ủy\s+ban\s+nhân\s+dân|uỷ\s+ban\s+nhân\s+dân|đảng\s+ủy|đảng\s+uỷ|hđnd"
    r"|hội\s+đồng\s+nhân\s+dân|đảng\s+bộ|mttq|mặt\s+trận\s+tổ\s+quốc|chính\s+quyền|nhân\s+dân|người\s+dân|bà\s+con|cán\s+bộ|địa\s+bàn"
    r"|toàn|trên|tại|ở|hội\s+khuyến\s+học|hội\s+nông\s+dân|hội\s+phụ\s+nữ|hội\s+cựu\s+chiến\s+binh|đoàn\s+thanh\s+niên|trạm\s+y\s+tế"
    r"|công\s+an|đoàn\s+thể|địa\s+phương|dân\s+số|của)\s+$"
)
"""Before a commune's name: the report speaks of its own."""
_SUBJECT: Final = (
    r"\s*(?:(?:hiện|nay|đã|đang|vốn)\s+)?(?:có|là|nằm|gồm|với|thuộc|được|rộng|đạt|tổ\s+chức|xây\s+dựng)(?!\w)"
)
"""After one that begins a sentence: it tells of itself."""
_OF_OTHERS: Final = (
    r"(?i)(?<!\w)(?:học\s+hỏi|học\s+cách|kinh\s+nghiệm|tham\s+quan|giao\s+lưu|trao\s+đổi|kết\s+nghĩa|liên\s+xã|liên\s+kết|lân\s+cận"
    r"|đơn\s+vị\s+bạn|xã\s+bạn|phường\s+bạn|trung\s+tâm\s+bạn|giáp|sáp\s+nhập|hợp\s+nhất|chia\s+tách|điều\s+chỉnh\s+địa\s+giới|cũ"
    r"|trên\s+cơ\s+sở|trước\s+đây|nguyên|quê|trú\s+tại|sinh\s+tại|đến\s+từ|so\s+với|như\s+(?:xã|phường|ở)|nhân\s+rộng|các\s+xã|các\s+phường|hai\s+xã|ba\s+xã"
    r"|cùng\s+với|phối\s+hợp\s+với|thăm|chuyển\s+giao|tuyến|đường|cầu|(?<!tình\s)(?<!hưởng\s)ủng\s+hộ|sang\s+(?:dự|học|nghe|xem|giúp|tham\s+gia)|chúc\s+mừng|thi\s+đấu|cách\s+làm|mô\s+hình\s+của)(?!\w)"
)
MERGED: Final = date(2025, 7, 1)
"""Since then many communes go by another name than their papers of before."""
_OLD_DATE: Final = r"(?:19\d{2}|20[01]\d|202[0-4])(?!\d)"
_NEAR: Final = 40
_THEME: Final = "figure/chu_de"
"""Of the year: it names no other commune."""
_NAMING: Final = ("issuer", "locality", "superior")
_NAMED_NOW: Final = 3
"""Of a Frame's names, those that are this year's and bear their unit."""


_LEADS: Final = ("toàn", "trong", "của", "cả", "bàn", "ubnd", "đảng ủy", "đảng uỷ", "đảng bộ", "cán bộ", "dân")
"""The last words of what `_IN_IT` matches."""
_IN_IT: Final = (
    r"(?<!\w)(?:[Tt]oàn|[Tt]rong|của|cả|trên\s+địa\s+bàn|địa\s+bàn|ubnd|UBND|[Đđ]ảng\s+ủy|[Đđ]ảng\s+uỷ|[Đđ]ảng\s+bộ"
    r"|[Cc]án\s+bộ|[Nn]hân\s+dân|[Nn]gười\s+dân)\s+"
)
_NAMELESS: Final = (
    rf"(?!\w)(?!\s*,\s*(?:xã|phường|thị|đặc)|\s+(?:[{UPPER}\d]|hội|cũ|bạn|khác|nghèo|đặc|vùng|này\s+sang))"
)
_LOOSE: Final = {
    "xã": rf"{_IN_IT}phường{_NAMELESS}",
    "phường": rf"{_IN_IT}xã{_NAMELESS}",
    "đặc khu": rf"{_IN_IT}(?:phường|xã){_NAMELESS}",
}
"""By the kind a commune is: how a sentence speaks of one of another kind as its own, without a name."""
_SEVERAL: Final = (
    r"(?i)(?<!\w)(?:các|những|nhiều|mỗi|từng|cấp|liên|hai|ba|bốn|[0-9]+|(?:xã|phường)\s*,)\s+(?:xã|phường)(?!\w)"
)


class Commune(NamedTuple):
    words: str
    """With its unit: «xã Đồng Lãng»."""
    key: str
    """The name alone, as names are compared."""
    start: int
    end: int

    @property
    def unit(self) -> str:
        """«xã», «phường»; nothing where only the name is given."""
        found = re.match(_UNIT, self.words)
        return " ".join(found[0].casefold().split()) if found else ""


@lru_cache(maxsize=2048)
def communes_in(text: str) -> tuple[Commune, ...]:
    """Every commune named in `text`; the name behind «học tập cộng đồng» is one too."""
    units = (_commune(match[0], match) for match in re.finditer(_COMMUNE, text))
    centres = re.finditer(_CENTRE, text) if _may_name_centre(text) else ()
    return (*units, *(_commune(match["name"], match) for match in centres))


def _may_name_centre(text: str) -> bool:
    """Whether a capital or a number follows «cộng đồng»."""
    after = (part[:1] for part in text.split("ng đồng ")[1:])
    return any(first.isupper() or first.isdecimal() for first in after)


def _commune(words: str, match: re.Match[str]) -> Commune:
    return Commune(words, _key(match["name"]), match.start(), match.end())


def names_disagree(context: Context) -> Iterator[Finding]:
    """The centre, its commune and the superior body named after different communes. Told at the odd one out."""
    facts = context.facts
    home = _home(context)
    if home is None:
        return
    for key in _NAMING:
        place = Place.of(PlaceKind.REPORT, key)
        named = _first(facts.text_at(place))
        if named and (named.key != home.key or _are_of_other_kinds(named, home)):
            yield _disagrees(context, place, facts.text_at(place), home)
    place = Place.of(PlaceKind.REPORT, "place")
    given = facts.text_at(place)
    bare = _key(re.sub(rf"^{_UNIT}\s+", "", given))
    if bare and bare != home.key and not _are_akin(bare, home.key):
        yield _disagrees(context, place, given, home)


def unit_disagrees(context: Context) -> Iterator[Finding]:
    """A «phường» for which «xã» was chosen."""
    place = Place.of(PlaceKind.FIGURE, "loai_don_vi")
    field, home = field_at(context.form, place), _home(context)
    chosen = field.option(context.facts.text_at(place)) if field else None
    if field is None or chosen is None or home is None:
        return
    if home.unit != chosen.label and any(home.unit == option.label for option in field.options):
        yield warning(
            "unit_disagrees",
            place,
            f"{label_at(context.form, place)}: đã chọn “{chosen.label}”, nhưng tên là {quoted(home.words)}."
            " Chọn lại hoặc sửa tên; nếu đúng thì ghi lý do.",
        )


def unit_misnamed(frame: Frame, text: Text) -> Iterator[Finding]:
    """«Toàn phường có …» in the report of a xã: left from a report of another kind of commune."""
    if text.role is not Role.PROSE:
        return
    units = {unit for unit in _own_kinds(frame.names[:_NAMED_NOW]).values() if unit in _LOOSE}
    if len(units) != 1:
        return
    (own,) = units
    low = text.own.casefold()
    named = any(f"{lead} {unit}" in low for unit in _LOOSE if unit != own for lead in _LEADS)
    for sentence in sentences(text.own) if named else ():
        match = re.search(_LOOSE[own], sentence)
        if match and not re.search(_OF_OTHERS, sentence) and not re.search(_SEVERAL, sentence):
            yield warning(
                "unit_misnamed",
                text.place,
                f"{text.label}: ghi {quoted(match[0])}, trong khi báo cáo này là của {frame.names[0] or own}."
                " Sửa lại, hoặc ghi lý do.",
                match[0],
            )
            return


def foreign_commune(frame: Frame, text: Text) -> Iterator[Finding]:
    """Words that speak of another commune as the report's own. Visits, neighbours, mergers are left alone."""
    if text.role in (Role.CODE, Role.PERSON) or text.place.parts[-1] in _NAMING or text.place == "report/place":
        return
    found = communes_in(text.own)
    if not found:
        return
    own, now = _own(frame.names), _own_kinds(frame.names[:_NAMED_NOW])
    for sentence in sentences(text.own) if own else ():
        strangers = [commune for commune in communes_in(sentence) if _is_strange(commune, own, now)]
        if strangers and _may_be_own(frame, text, sentence):
            for commune in strangers:
                if text.role is Role.LIST or text.place == _THEME or _is_taken_for_own(sentence, commune):
                    yield _foreign(frame, text, commune)
                    break


def _foreign(frame: Frame, text: Text, commune: Commune) -> Finding:
    return warning(
        "foreign_commune",
        text.place,
        f"{text.label}: có nhắc {quoted(commune.words)}, trong khi báo cáo này là của {frame.names[0] or 'xã khác'}."
        " Sửa lại tên nếu chép từ báo cáo của nơi khác, hoặc ghi lý do.",
        commune.words,
    )


def _may_be_own(frame: Frame, text: Text, sentence: str) -> bool:
    """Whether the sentence is of the kind that tells of the report's own commune."""
    if text.role is Role.LIST:
        of_old = (frame.issued or frame.period.end) >= MERGED and re.search(_OLD_DATE, sentence)
        return not (of_old or re.search(r"(?i)(?<!\w)(?:cũ|các)(?!\w)", sentence))
    return re.search(_OF_OTHERS, sentence) is None


def _is_taken_for_own(sentence: str, commune: Commune) -> bool:
    head = sentence[max(0, commune.start - _NEAR) : commune.start]
    if re.search(_OF_ITSELF, head):
        return True
    begins = commune.start < _NEAR and not head.strip(' -–“"')
    return begins and re.match(_SUBJECT, sentence[commune.end : commune.end + _NEAR]) is not None


def _home(context: Context) -> Commune | None:
    """The commune that most of the names agree on, the locality's where they do not."""
    texts = [context.facts.text_at(PlaceKind.REPORT, key) for key in ("locality", "issuer", "superior")]
    found = [commune for text in (*texts, context.facts.centre.name) if (commune := _first(text))]
    if not found:
        return None
    counts = Counter(commune.key for commune in found)
    counts[_key(context.facts.text_at(PlaceKind.REPORT, "place"))] += 1
    best = max(counts[commune.key] for commune in found)
    same = [commune for commune in found if counts[commune.key] == best]
    kinds = Counter(commune.unit for commune in same if commune.unit)
    return max(same, key=lambda commune: kinds[commune.unit])


@lru_cache(maxsize=64)
def _own(names: tuple[str, ...]) -> frozenset[str]:
    """The keys of all that is one's own name; of a bare one, the place's, too."""
    own = {commune.key for name in names for commune in communes_in(name)}
    return frozenset(own | ({_key(name) for name in names if len(name.split()) <= 4} - {""} if own else set()))


@lru_cache(maxsize=64)
def _own_kinds(names: tuple[str, ...]) -> dict[str, str]:
    """«phường» by the name of the commune that is one now."""
    return {commune.key: commune.unit for name in names for commune in communes_in(name) if commune.unit}


def _is_strange(commune: Commune, own: frozenset[str], now: dict[str, str]) -> bool:
    """Another commune, or what this one was before it was made a phường."""
    return commune.key not in own or (commune.unit or now.get(commune.key)) != now.get(commune.key, commune.unit)


def _are_of_other_kinds(one: Commune, other: Commune) -> bool:
    return bool(one.unit) and bool(other.unit) and one.unit != other.unit


def _first(text: str) -> Commune | None:
    found = communes_in(text)
    return found[0] if found else None


def _disagrees(context: Context, place: Place, given: str, home: Commune) -> Finding:
    return warning(
        "names_disagree",
        place,
        f"{label_at(context.form, place)}: {quoted(given)} không phải {quoted(home.words)} như các chỗ khác"
        " của báo cáo. Sửa lại cho thống nhất, hoặc ghi lý do.",
    )


def _are_akin(one: str, other: str) -> bool:
    return one in other or other in one


def _key(name: str) -> str:
    return fold(name)
