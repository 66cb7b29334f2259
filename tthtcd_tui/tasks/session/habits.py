"""Removes what people type out of habit though the program prints it, at the moment it is typed.

Only what would be printed twice is removed: «Kính gửi:», «- », «Như trên», the archive line, the symbol after the
number, the day after the place, the country's name in a letterhead, «Website:».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, cast

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Content, Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.details import (
    ADDRESSEES,
    AUTHORITY,
    DATE,
    ISSUER,
    LEGAL_BASIS,
    NUMBER,
    PLACE,
    POSITION,
    RECIPIENTS,
    SIGNER,
    SUPERIOR,
    SYMBOL,
)
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.dates import parse_date
from tthtcd_tui.text.fold import fold

_BULLET: Final = re.compile(r"^(?:[-–—•+*]\s*)+")
_STOPS: Final = " ;,."
_HEADING: Final = {
    ADDRESSEES: re.compile(r"^kính gửi\s*:?\s*", re.IGNORECASE),
    RECIPIENTS: re.compile(r"^nơi nhận\s*:?\s*", re.IGNORECASE),
    LEGAL_BASIS: re.compile(r"^căn cứ(?:\s*:\s*|\s+)", re.IGNORECASE),
}
_AS_ABOVE: Final = frozenset(("nhu tren", "nhu kinh gui", "nhu k/g"))
_ARCHIVE: Final = re.compile(
    r"^lưu(?:\s*[:\-–].*|\s+(?:vt|vp|hs|tt|tthtcđ|văn thư|văn phòng|hồ sơ|trung tâm)\b.*)?$", re.IGNORECASE
)
_WITH_UNIT: Final = re.compile(r"^lưu\s*:?\s*vt\s*,\s*(?!(?:tt|trung tâm)\b|tt ?htcđ)\S", re.IGNORECASE)
"""«Lưu: VT, TC» names the drafting unit, which is said nowhere else, so it stays; not if that is the centre itself."""
_DAY: Final = re.compile(
    r"[\s,;]+(ngày\b.*\btháng\b.*\bnăm\b.*|ngày\s+[0-9].*|[0-9]{1,2}([/.-])[0-9]{1,2}\2[0-9]{2,4})$", re.IGNORECASE
)
_NO_DAY: Final = re.compile(r"(?:ngày|tháng|năm|20(?:[0-9]{2})?|[\s.…_]+)+", re.IGNORECASE)
"""«ngày … tháng … năm 20…», to be written by hand."""
_THEME: Final = Place.of(PlaceKind.FIGURE, "chu_de")
_ITS_LABEL: Final = re.compile(r"^chủ đề(?: năm học)?(?: [0-9]{4}\s*[-–]\s*[0-9]{4})?\s*:\s*", re.IGNORECASE)
_BEFORE_FIGURE: Final = {
    Place.of(PlaceKind.FIGURE, "muc_chat_luong"): re.compile(
        r"^(?:đạt )?(?:cấp độ|mức độ|mức)\s+(?=\S)", re.IGNORECASE
    ),
    Place.of(PlaceKind.FIGURE, "giao_vien_dat_chuan"): re.compile(r"^(?:có )?trình độ\s+(?=\S)", re.IGNORECASE),
}
"""Words that the sentence around a figure has before it."""
_WEBSITE: Final = Place.of(PlaceKind.FIGURE, "website")
_ITS_NAME: Final = re.compile(r"^(?:trang (?:web|thông tin điện tử)|website|web|địa chỉ)\s*:\s*(?=\S)", re.IGNORECASE)
_COUNTRY: Final = re.compile(
    r"[\s\-–_.,;]+(?:cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc)[\s\S]*$",
    re.IGNORECASE,
)
"""The right column of a letterhead, which comes along when both columns are copied."""
_NUMBERED: Final = re.compile(r"^[0-9]{1,2}[.)]\s*(?=\D)")
_OF_A_NAME: Final = re.compile(r"^(?:họ và tên|họ tên|tên|người ký)\s*:\s*(?=\S)", re.IGNORECASE)
_SIGNED: Final = re.compile(r"\s*\((?:đã ký|ký|ký tên|ký,? ghi rõ họ tên|ký tên,? đóng dấu)\)\s*", re.IGNORECASE)
_QUOTES: Final = {"“": "”", '"': '"', "«": "»", "'": "'", "‘": "’"}
_ACTING: Final = re.compile(r"^(kt|q)\s*\.\s*(.*)$", re.IGNORECASE)
_DEPUTY: Final = re.compile(r"^(.*?\S)[\s/,;-]+(phó\b.*)$", re.IGNORECASE)
_HEAD, _ITS_DEPUTY = "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"


def without_habits(facts: Facts, edit: Edit) -> list[Edit]:
    """The edits that `edit` means, with what is printed anyway removed from its text."""
    if edit.place in (AUTHORITY, POSITION) and isinstance(edit.after, str):
        return list(_signature(edit))
    if edit.place in (PLACE, NUMBER) and isinstance(edit.after, str) and (day := _DAY.search(edit.after)):
        return list(_without_day(facts, edit, edit.after[: day.start()], day[1]))
    return [Edit(edit.place, _kept(facts, edit))]


def _kept(facts: Facts, edit: Edit) -> Content:
    answer = edit.after
    if isinstance(answer, Activity):
        return answer
    if isinstance(answer, tuple) and edit.place in _HEADING:
        return tuple(tidy_lines(edit.place, cast("tuple[str, ...]", answer))) or UNANSWERED
    if not isinstance(answer, str):
        return answer
    if edit.place.kind == PlaceKind.FIGURE:
        if edit.place == _WEBSITE:
            return _ITS_NAME.sub("", _without_bullet(answer))
        if edit.place in _BEFORE_FIGURE:
            return _BEFORE_FIGURE[edit.place].sub("", _unquoted(answer))
        theme = _without_bullet(answer)
        return _unquoted(_ITS_LABEL.sub("", theme) or theme if edit.place == _THEME else answer)
    is_name = edit.place.kind == PlaceKind.BOARD and edit.place.parts[-1] == "name"
    tidy = _person if is_name else _TIDY.get(edit.place)
    return (tidy(facts, answer) or answer) if tidy else answer


def tidy_lines(place: Place, lines: tuple[str, ...]) -> Iterator[str]:
    """Lines of addressees, recipients or legal bases, with what is printed anyway removed."""
    for line in lines:
        bare = _bare(place, line).rstrip(";, " if place == LEGAL_BASIS else _STOPS)
        if bare.strip(_STOPS) and not (place == RECIPIENTS and _is_printed_anyway(bare)):
            yield bare


def _bare(place: Place, line: str) -> str:
    before = None
    while line != before:
        before, line = line, _HEADING[place].sub("", _BULLET.sub("", line))
    return line


def _is_printed_anyway(line: str) -> bool:
    bare = line.strip(_STOPS)
    return fold(bare) in _AS_ABOVE or (_ARCHIVE.match(bare) is not None and not _WITH_UNIT.match(bare))


def _unquoted(text: str) -> str:
    closing = _QUOTES.get(text[:1])
    if closing and text.rstrip(_STOPS).endswith(closing):
        text = text.rstrip(_STOPS)  # behind the quotes it ended a sentence that is not printed
    inside = text[1:-1]
    if closing and text.endswith(closing) and inside.strip() and closing not in inside and text[0] not in inside:
        return inside.strip()
    return text


def _without_day(facts: Facts, edit: Edit, before: str, day: str) -> Iterator[Edit]:
    """«Bản Sen, ngày 05 tháng 6 năm 2024», «15/BC-TTHTCĐ ngày 10/6/2024»: the day becomes the report's date if that is
    empty; another day stays.
    """
    stands = facts.answers.get(DATE, UNANSWERED)
    try:
        said = None if _NO_DAY.fullmatch(day.strip(_STOPS)) else parse_date(day)
    except TextProblem:
        yield edit
        return
    if said is not None and stands not in (UNANSWERED, said):
        yield edit
        return
    yield Edit(edit.place, _kept(facts, Edit(edit.place, before)))
    if said is not None and stands is UNANSWERED:
        yield Edit(DATE, said)


def _person(_: Facts, text: str) -> str:
    """«1. Họ và tên: Lò Thị Hạnh» names her, and no more."""
    bare = _NUMBERED.sub("", _BULLET.sub("", text))
    return _SIGNED.sub(" ", _OF_A_NAME.sub("", bare)).strip()


def _signer(facts: Facts, text: str) -> str:
    """A person; the position that is printed above the name goes: «Giám đốc: Lò Thị Hạnh»."""
    bare = _person(facts, text)
    position = facts.text_at(POSITION) or _HEAD
    rest = bare[len(position) :] if fold(bare).startswith(fold(position)) else ""
    return rest.strip(" :–-") if rest[:1] in (" ", ":") else bare


def _without_bullet(text: str) -> str:
    return _BULLET.sub("", text) or text


def _name_of_body(_: Facts, text: str) -> str:
    return _COUNTRY.sub("", _without_bullet(text))


def _place(_: Facts, text: str) -> str:
    return _without_bullet(text).rstrip(" ,;")


def _number(facts: Facts, text: str) -> str:
    """«Số: 05/BC-TTHTCĐ» becomes 05 if that is the year's symbol; with another symbol the text stays as typed."""
    bare = re.sub(r"^số\s*:?\s*", "", text, flags=re.IGNORECASE)
    number, slash, symbol = bare.partition("/")
    same = _letters(symbol) in ("", _letters(facts.text_at(SYMBOL)))
    return number.strip() if slash and same else bare


def _symbol(_: Facts, text: str) -> str:
    return text.lstrip("/ ")


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()


_TIDY: Final[Mapping[str, Callable[[Facts, str], str]]] = {
    PLACE: _place,
    NUMBER: _number,
    SIGNER: _signer,
    SYMBOL: _symbol,
    SUPERIOR: _name_of_body,
    ISSUER: _name_of_body,
}


def _signature(edit: Edit) -> Iterator[Edit]:
    """Split «KT. GIÁM ĐỐC» and «PHÓ GIÁM ĐỐC» into their two fields, in whichever they were typed."""
    text = str(edit.after)
    acting = _ACTING.match(text)
    if acting is None:
        yield edit
        return
    sign, rest = acting[1].upper(), acting[2].strip()
    deputy = _DEPUTY.match(rest)
    if sign == "Q":
        yield from _for_the_head(edit, rest)
    elif deputy:
        yield Edit(AUTHORITY, f"KT. {deputy[1]}")
        yield Edit(POSITION, deputy[2])
    elif fold(rest).startswith("pho"):
        yield Edit(AUTHORITY, f"KT. {_HEAD}")
        yield Edit(POSITION, rest)
    else:
        yield Edit(AUTHORITY, f"KT. {rest or _HEAD}")
        if edit.place == POSITION:
            yield Edit(POSITION, _ITS_DEPUTY)


def _for_the_head(edit: Edit, rest: str) -> Iterator[Edit]:
    """An acting head signs on one line: «Q. GIÁM ĐỐC»."""
    yield Edit(POSITION, f"Q. {rest or _HEAD}")
    if edit.place == AUTHORITY:
        yield Edit(AUTHORITY, UNANSWERED)
