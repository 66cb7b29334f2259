"""The top of an old report: who issues it, its number, place and date; title, addressees, legal basis, opening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.imports.old_report.capitals import in_sentence
from tthtcd_tui.imports.old_report.gathered import Gathered, whole_text
from tthtcd_tui.imports.sources.pieces import Piece
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.dates import format_date, parse_date
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import parse_period

_DATED: Final = re.compile(
    r"^(?P<place>[^,:;]{2,60}?)\s*,?\s*(?P<date>ngày\s*(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4}))",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"^số\s*:?\s*(?P<number>[0-9]{1,5}[a-zđ]?)?\s*(?:[.…_]*)\s*/\s*(?P<symbol>[A-ZĐ][A-ZĐ0-9a-z&.\-– ]*[A-ZĐ0-9])",
    re.IGNORECASE,
)
_NATION: Final = re.compile(r"^(?:cong hoa xa hoi chu nghia viet nam|doc lap.{0,5}tu do.{0,5}hanh phuc)\W*$")
_RULE: Final = re.compile(r"^[\W_]+$")
_SUPERIOR: Final = re.compile(
    r"^(?:ubnd|uy ban nhan dan|hdnd|phong (?:giao duc|gd)|so (?:giao duc|gd)|dang (?:uy|bo))\b"
)
_NAMELESS: Final = re.compile(r"^(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|dang uy)$")
_UNIT: Final = re.compile(r"^(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh)\b")
_ISSUER_GOES_ON: Final = re.compile(r"\b(?:hoc tap|cong dong|htcd|van hoa|the thao)\b")
_ISSUER: Final = re.compile(r"\b(?:trung tam|tthtcd|tt htcd|tt hoc tap|tt ?vh)\b")
_TITLE: Final = re.compile(r"^bao cao(?:\b.*)?$")
_ADDRESSED: Final = re.compile(r"^kính\s+gửi\s*:?\s*(?P<to>.*)$", re.IGNORECASE)
_BASIS: Final = re.compile(r"^(?:[-+•]\s*)?(?:căn cứ|thực hiện|theo|xét)\b.*(?:;|,|\.)?$", re.IGNORECASE)
_OPENS: Final = re.compile(r"\b(?:bao cao|xin bao cao|tu danh gia)\b.*(?:nhu sau|sau day|cu the|noi dung sau)\W*$")
_COMMUNE: Final = re.compile(
    r"(?:TTHTCĐ|TT\s?HTCĐ|[Tt]rung tâm(?: [^\s.,;]+){0,4}?|TT(?: [^\s.,;]+){0,3}?)\s+((?:xã|phường|thị trấn|đặc khu)(?:\s+[A-ZĐÀ-Ỹ][^\W\d_]*){1,5})"
)
_YEAR_NAMED: Final = re.compile(
    r"(?:năm\s+học\s*:?\s*(\d{4}\s*[-–/]\s*\d{2,4})|(?<!\w)năm\s+(\d{4})(?!\s*[-–/]\s*\d))", re.IGNORECASE
)
_LONGEST_HEAD: Final = 40
"""Lines: what comes later is prose that has neither title nor heading."""
_LONGEST_LINE: Final = 200


class Line(NamedTuple):
    text: str
    where: str
    piece: Piece


def lines_of(pieces: Sequence[Piece]) -> Iterator[Line]:
    """The lines of the letterhead: cells of a table, and what wide blanks part in a line of text."""
    for piece in pieces:
        if piece.is_table:
            for row in piece.rows:
                for cell in row:
                    for text in filter(None, map(str.strip, cell.split("\n"))):
                        yield Line(" ".join(text.split()), piece.where, piece)
        else:
            for text in re.split(r"\s{3,}|\t+|\n", piece.text.strip()):
                if text.strip():
                    yield Line(" ".join(text.split()), piece.where, piece)


def read_letterhead(pieces: Sequence[Piece], gathered: Gathered) -> str:
    """Reads what stands before the first heading; the label of the period that the title names, or nothing."""
    lines = list(_whole_names(list(lines_of(pieces))))
    title = next((n for n, line in enumerate(lines) if _TITLE.match(fold(line.text))), len(lines))
    issuer, known, after = "", "", ""
    for number, line in enumerate(lines[:title]):
        after = known if known != "nation" else after
        known = ""
        if number < _LONGEST_HEAD and len(line.text) <= _LONGEST_LINE:
            known = _read_head(line, gathered) or _going_on(line.text, after)
        if not known:
            gathered.leave([Piece(line.text, line.where)])
        if known == "issuer":
            issuer = f"{issuer} {line.text}".strip()
    rest = list(_after_title(lines[title:]))
    named = _read_rest(rest, gathered)
    _read_issuer(issuer, " ".join(line.text for line in lines), lines[0].where if lines else "", gathered)
    return named or _label_in(" ".join(line.text for line in lines[title : title + 4]))


def _whole_names(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a name that takes two of them as one: «ỦY BAN NHÂN DÂN / XÃ LŨNG CHANG»."""
    waits: Line | None = None
    for line in lines:
        words = fold(line.text)
        if waits is not None and (_NATION.match(words) or _RULE.match(line.text)):
            yield line  # the other column of a text
            continue
        if waits is not None and _UNIT.match(words) and len(words.split()) < 7:
            yield waits._replace(text=f"{waits.text} {line.text}")
            waits = None
            continue
        if waits is not None:
            yield waits
        waits = line if _NAMELESS.match(words) else None
        if waits is None:
            yield line
    if waits is not None:
        yield waits


def _going_on(text: str, after: str) -> str:
    """Whether a line in capitals goes on with the issuer's name that the line before began."""
    return "issuer" if after == "issuer" and text.isupper() and _ISSUER_GOES_ON.search(fold(text)) else ""


def _read_head(line: Line, gathered: Gathered) -> str:
    """What a line above the title is; nothing for what is none of it."""
    words = fold(line.text)
    if _NATION.match(words) or _RULE.match(line.text):
        return "nation"
    if found := _NUMBER.match(line.text):
        if found["number"]:
            gathered.add("report/number", found["number"], line.where)
        gathered.add("report/symbol", found["symbol"].strip(), line.where)
        return "number"
    if re.match(r"^so\s*:?[\s./_…]*(?:bc|$)", words):
        return "number"
    if found := _DATED.match(line.text):
        gathered.add("report/place", found["place"], line.where)
        _add_date(found, line, gathered)
        return "dated"
    if re.match(r"^[^,]{2,60},\s*ngày", line.text):
        gathered.add("report/place", line.text.partition(",")[0], line.where)
        return "dated"
    if _ISSUER.search(words):
        return "issuer"
    if _SUPERIOR.match(words):
        gathered.add("report/superior", in_sentence(line.text), line.where)
        return "superior"
    if re.match(r"^(?:xa|phuong|thi tran|dac khu)\b", words) and len(words.split()) < 7:
        return "issuer"  # goes on with the line above: «TRUNG TÂM HỌC TẬP CỘNG ĐỒNG / XÃ LŨNG CHANG»
    return ""


def _add_date(found: re.Match[str], line: Line, gathered: Gathered) -> None:
    try:
        day = parse_date(f"{found['day']}/{found['month']}/{found['year']}")
    except TextProblem as problem:
        gathered.notes.append(f"Ngày ban hành: {problem.message}")
        return
    gathered.add("report/date", format_date(day), line.where)


def _read_issuer(issuer: str, all_text: str, where: str, gathered: Gathered) -> None:
    """The official name in full: a letterhead that says only what the centre is has the commune from the opening."""
    commune = _COMMUNE.search(all_text)
    if commune:
        gathered.add("report/locality", commune[1], where)
    if not issuer:
        return
    name = in_sentence(issuer)
    has_commune = re.search(r"\b(?:xã|phường|thị trấn|đặc khu)\b", name, re.IGNORECASE)
    if not has_commune and commune:
        name = f"{name} {commune[1]}"
    if has_commune or commune:
        gathered.add(
            "report/issuer",
            name,
            where,
            is_sure="học tập cộng đồng" in name.lower(),
            doubt="" if "học tập cộng đồng" in name.lower() else "tên viết tắt",
        )


def _after_title(lines: Sequence[Line]) -> Iterator[Line]:
    """What follows the title and its abstract, each paragraph once."""
    seen: set[int] = set()
    for number, line in enumerate(lines):
        if number == 0 and _TITLE.match(fold(line.text)):
            continue
        if id(line.piece) in seen:
            continue
        seen.add(id(line.piece))
        yield Line(" ".join(line.piece.text.split()) or line.text, line.where, line.piece)


def _read_rest(lines: Sequence[Line], gathered: Gathered) -> str:
    """Addressees, legal basis and opening; the abstract is the form's own, and names the period."""
    named = ""
    waits_for_addressee = False
    addressees: list[tuple[str, str]] = []
    basis: list[tuple[str, str]] = []
    for line in lines:
        words = fold(line.text)
        if found := _ADDRESSED.match(line.text):
            waits_for_addressee = True
            if found["to"].strip():
                addressees.append((found["to"].strip(" .;"), line.where))
        elif _RULE.match(line.text):
            continue
        elif _OPENS.search(words) or (line.text.endswith(":") and len(words.split()) > 6):
            waits_for_addressee = False
            gathered.add_prose("report/opening", line.text, line.where)
            named = named or _label_in(line.text)
        elif waits_for_addressee and (re.match(r"^[-+•]", line.text) or not addressees) and len(words.split()) < 20:
            addressees.append((re.sub(r"^[-+•]\s*", "", line.text).strip(" .;"), line.where))
        elif _BASIS.match(line.text):
            basis.append(
                (re.sub(r"^(?:[-+•]\s*)?(?:căn cứ\s+)?", "", line.text, flags=re.IGNORECASE).strip(" .;,"), line.where)
            )
        elif _is_abstract(line.text):
            named = named or _label_in(line.text)
        else:
            gathered.leave([Piece(whole_text(line.piece) or line.text, line.where)])
    if addressees:
        gathered.add("report/addressees", "\n".join(text for text, _ in addressees), addressees[0][1])
    if basis:
        gathered.add("report/legal_basis", "\n".join(text for text, _ in basis), basis[0][1])
    return named


def _is_abstract(text: str) -> bool:
    """Whether a line is what the report is about: right under the title, in capitals or without a stop."""
    words = fold(text)
    about = re.search(
        r"tu danh gia|tong ket|ket qua|hoat dong|danh gia|cua trung tam|nam hoc|\bnam \d{4}|so ket", words
    )
    return bool(about) and not text.endswith((".", ";")) and len(words.split()) < 30


def _label_in(text: str) -> str:
    found = _YEAR_NAMED.search(text)
    if found is None:
        return ""
    try:
        return parse_period(re.sub(r"\s*[-–/]\s*", "-", found[1]) if found[1] else found[2]).label
    except TextProblem:
        return ""
