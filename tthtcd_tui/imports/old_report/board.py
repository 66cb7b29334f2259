"""The board of an old report: a list, a table or a sentence → its members, one row each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.imports.board_roles import PHONE, TITLED, role_of
from tthtcd_tui.imports.old_report.gathered import Gathered, whole_text
from tthtcd_tui.imports.sources.pieces import Piece
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.fold import fold

_PARTS: Final = re.compile(r"\s+[-–—]\s+|\s*[,;:]\s+|\s*\|\s*|\t+")
_BRACKETED: Final = re.compile(r"(?<=\S)\s*\((?!\s*bà\s*\))([^()]*)\)\s*")
"""«Đ/c Hồ Văn Mẫu (Phó Chủ tịch): Giám đốc»"""
_NAME: Final = re.compile(r"[A-ZĐÀ-ỸĂÂÊÔƠƯ][^\W\d_]*(?:\s+[A-ZĐÀ-ỸĂÂÊÔƠƯ][^\W\d_]*){1,5}")
_BULLET: Final = re.compile(r"^\s*(?:[-+•*–]|\(?[0-9a-zđ]{1,2}[.)/])\s*")
_NAME_TITLES: Final = ("ho va ten", "ho ten", "ten", "ho, ten")
_DUTY_TITLES: Final = ("chuc vu", "don vi", "noi cong tac", "co quan")
_ROLE_TITLES: Final = ("chuc danh", "nhiem vu trong", "vai tro", "nhiem vu", "phan cong")
_SENTENCE: Final = re.compile(
    r"^giám đốc\s+(?:trung tâm\s+)?(?:là|do)\s+(?P<director>.+?)(?:\s+(?:đảm nhiệm|kiêm nhiệm))?\s*[;,.]\s*(?:và\s+)?"
    r"(?P<count>hai|ba|bốn|một|\d)\s+phó giám đốc(?:\s+(?:trung tâm|gồm|là))*\s*[:,]?\s*(?P<deputies>.+?)[.;]?$",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"(?:^|[,;]\s*|\s+và\s+)(?:một|hai|ba|bốn|thứ nhất|thứ hai|thứ ba)\s+là\s+", re.IGNORECASE)
_AS: Final = re.compile(r"\s+(?:làm|giữ chức|là)\s+phó giám đốc.*$", re.IGNORECASE)
_HELD: Final = re.compile(
    r"(?P<who>[^.]+?)\s+(?:làm|giữ chức(?:\s+(?:vụ|danh))?|là)\s+(?P<role>(?:phó\s+)?giám đốc|kế toán|thủ quỹ)"
    r"(?:\s+trung tâm)?\s*(?:[;,.]\s*(?:và\s+)?|và\s+|$)",
    re.IGNORECASE,
)
_PERSONS: Final = re.compile(r"\s*(?:[;,]|\s+và)\s+(?=(?:ông|bà|đồng chí|đ/c|thầy|cô)\s)", re.IGNORECASE)
_COUNTS: Final = {"một": 1, "hai": 2, "ba": 3, "bốn": 4}


class _Member(NamedTuple):
    name: str
    duty: str
    role: str
    where: str
    is_sure: bool
    phone: str = ""


def read_board(pieces: Sequence[Piece], gathered: Gathered) -> list[Piece]:
    """Reads the members out of the section; the pieces that tell of none."""
    members: list[_Member] = []
    rest: list[Piece] = []
    for piece in pieces:
        found = list(_in_table(piece)) if piece.is_table else list(_in_line(piece))
        members += found
        if not found:
            rest.append(piece)
    for number, member in enumerate(members, 1):
        _add(f"nhap-{number}", number, member, gathered)
    return rest


def _add(uid: str, order: int, member: _Member, gathered: Gathered) -> None:
    cells = {
        "role": member.role,
        "name": member.name,
        "duty": member.duty,
        "phone": member.phone,
        "order": str(order),
    }
    for key, value in cells.items():
        if value:
            gathered.add(Place.of(PlaceKind.BOARD, uid, key), value, member.where, is_sure=member.is_sure)


# -- a list -----------------------------------------------------------------------------------------------------------


def _in_line(piece: Piece) -> Iterator[_Member]:
    text = whole_text(piece)
    bare = _BULLET.sub("", text).strip()
    if told := list(_in_sentence(bare, piece.where)) or _holders(bare, piece.where):
        yield from told
        return
    if len(bare) > 240 or (bare.endswith(".") and bare.count(". ")):
        return
    parts = [part.strip(" .;") for part in _PARTS.split(_BRACKETED.sub(r", \1, ", bare)) if part.strip(" .;")]
    phones = [part for part in parts if PHONE.search(part)]
    parts = [part for part in parts if part not in phones]
    roles = [part for part in parts if role_of(part)]
    if len(roles) != 1 or not 2 <= len(parts) <= 5:
        return
    others = [part for part in parts if part != roles[0]]
    named = [part for part in others if TITLED.match(part) or _NAME.fullmatch(part)]
    if len(named) > 1:
        named = [part for part in named if TITLED.match(part)][:1] or named[:1]
    duties = [part for part in others if part not in named]
    if not named and not duties:
        return
    name = TITLED.sub("", named[0]).strip() if named else ""
    yield _Member(
        name,
        ", ".join(duties),
        role_of(roles[0]),
        piece.where,
        _NAME.fullmatch(name) is not None and len(duties) < 3,
        _digits(phones),
    )


def _digits(phones: Sequence[str]) -> str:
    found = PHONE.search(phones[0]) if phones else None
    return found[0].strip() if found else ""


# -- a table ----------------------------------------------------------------------------------------------------------


def _in_table(piece: Piece) -> Iterator[_Member]:
    for at, row in enumerate(piece.rows):
        columns = _columns(row)
        if "name" in columns or ("role" in columns and "duty" in columns):
            for line, cells in enumerate(piece.rows[at + 1 :], at + 2):
                yield from _in_row(cells, columns, f"{piece.where}, dòng {line}")
            return


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Which column says what, by the headings in `row`."""
    found: dict[str, int] = {}
    for number, cell in enumerate(row):
        words = fold(" ".join(cell.split()))
        if words in _NAME_TITLES:
            found.setdefault("name", number)
        elif words.startswith(_ROLE_TITLES) or re.match("chuc (?:vu|danh)\\b.*\\btrung tam", words):
            found.setdefault("role", number)
        elif words.startswith(_DUTY_TITLES):
            found.setdefault("duty", number)
        elif re.search("chuc danh|trung tam", words):
            found.setdefault("role", number)
        elif re.search("dien thoai|so dt", words):
            found.setdefault("phone", number)
    return found


def _in_row(cells: Sequence[str], columns: dict[str, int], where: str) -> Iterator[_Member]:
    said = {key: " ".join(cells[number].split()) if number < len(cells) else "" for key, number in columns.items()}
    role, duty = role_of(said.get("role", "")), said.get("duty", "")
    if not role and (swapped := role_of(duty)):
        role, duty = swapped, said.get("role", "")
    name = TITLED.sub("", said.get("name", "")).strip()
    if role and (name or duty):
        yield _Member(name, duty, role, where, is_sure=True, phone=said.get("phone", ""))


# -- a sentence -------------------------------------------------------------------------------------------------------


def _in_sentence(text: str, where: str) -> Iterator[_Member]:
    """«Giám đốc là Phó Chủ tịch UBND xã; hai phó giám đốc là … và …»: posts, without names."""
    found = _SENTENCE.match(text)
    if found is None:
        return
    deputies = _deputies(found["deputies"], _COUNTS.get(found["count"].lower(), 0) or int(found["count"]))
    if not deputies:
        return
    yield _Member("", _duty(found["director"]), "director", where, is_sure=True)
    for duty in deputies:
        yield _Member("", _duty(duty), "deputy", where, is_sure=True)


def _holders(text: str, where: str) -> list[_Member]:
    """«Ông A, Phó Chủ tịch làm Giám đốc; bà B, Hiệu trưởng và ông C, Chủ tịch Hội làm Phó Giám đốc.»"""
    members: list[_Member] = []
    at = 0
    while at < len(text):
        held = _HELD.match(text, at)
        if held is None:
            return []
        for person in _PERSONS.split(held["who"]):
            titled = TITLED.match(person)
            name, comma, duty = person[titled.end() :].partition(",") if titled else ("", "", "")
            if not comma or not _NAME.fullmatch(name.strip()):
                return []
            members.append(_Member(name.strip(), _duty(duty), role_of(held["role"]), where, is_sure=True))
        at = held.end()
    return members


def _deputies(text: str, count: int) -> list[str]:
    numbered = [part for part in _COUNTED.split(text) if part.strip(" ,;")]
    if len(numbered) == count and _COUNTED.search(text):
        return numbered
    parts = [part for part in re.split(r"\s+và\s+|\s*[,;]\s*", re.sub(r"^là\s+", "", text)) if part.strip()]
    return parts if len(parts) == count else []


def _duty(text: str) -> str:
    bare = TITLED.sub("", _AS.sub("", text.strip(" ,;.")))
    return bare.strip(" ,;.")
