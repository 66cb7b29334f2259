"""Letterhead and end as they come out on paper: what the program prints already, typed again or out of place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.compose.head import addressees, legal_basis, letterhead
from tthtcd_tui.report.compose.signoff import sign_off
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.outline import plain
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rows import rows
from tthtcd_tui.report.writer import Writer
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.problem import quoted

# Compiled when first needed, and kept by re.
_ADDRESSED: Final = r"(?i)^[-\s]*kính\s*gửi"
_SENT: Final = r"(?i)^[-\s]*nơi\s*nhận"
_ABOVE: Final = r"(?i)^[-\s]*như\s*(?:trên|kính\s*gửi)"
_KEPT: Final = r"(?i)^[-\s]*lưu\s*(?::|vt|vp|tt|văn\s*thư|văn\s*phòng|hồ\s*sơ|hs)"
_BASED: Final = r"(?i)^căn\s*cứ\s+(?:căn\s*cứ|thực\s*hiện|theo|xét|để|nhằm|trên\s+cơ\s+sở)(?!\w)"
_PLACED: Final = r",\s*,|(?i:ngày\b.*ngày\b)"
_CAPACITY: Final = r"(?i)^(?:TM|Q|KT|TL|TUQ)\.\s*"
_NUMBERED: Final = r"\s*[0-9]{1,2}[.)]\s"
_COMMITTEES: Final = ("ubnd ", "uy ban nhan dan ")
"""As folded."""


def addressed_twice(context: Context) -> Iterator[Finding]:
    """«Kính gửi: Kính gửi …»"""
    place = Place.of(PlaceKind.REPORT, "addressees")
    for block in addressees(_writer(context)):
        for line in map(plain, block.bodies):
            if "kính" in line.casefold() and re.search(_ADDRESSED, line):
                yield _found(
                    context, "addressed_twice", place, f"{quoted(line)} có chữ “Kính gửi”, chương trình đã in sẵn"
                )


def sent_twice(context: Context) -> Iterator[Finding]:
    """«Nơi nhận: - Nơi nhận: …», two lines «Như trên», two archives."""
    place = Place.of(PlaceKind.REPORT, "recipients")
    lines = [plain(line) for line in sign_off(_writer(context)).recipients]
    for pattern, what, most in ((_SENT, "Nơi nhận", 0), (_ABOVE, "Như trên", 1), (_KEPT, "Lưu: VT", 1)):
        first = what.partition(" ")[0].rstrip(":").casefold()
        printed = [line for line in lines if first in line.casefold() and re.search(pattern, line)]
        if len(printed) > most:
            shown = " và ".join(quoted(line.strip("- ")) for line in printed[:2])
            yield _found(context, "sent_twice", place, f"sẽ in {shown}; dòng “{what}” chương trình đã in sẵn")


def listed_twice(context: Context) -> Iterator[Finding]:
    """The same body addressed twice, the same law twice."""
    for key in ("addressees", "recipients", "legal_basis"):
        place = Place.of(PlaceKind.REPORT, key)
        seen: set[str] = set()
        for line in context.facts.lines_at(place):
            bare = fold(line).strip(" -.;,:")
            if bare in seen:
                yield _found(context, "listed_twice", place, f"dòng {quoted(line)} ghi hai lần", "Bỏ một dòng")
                break
            seen.add(bare)


def listed_by_number(context: Context) -> Iterator[Finding]:
    """«1. Thường trực Đảng ủy»: each recipient stands behind a dash, which the program prints."""
    place = Place.of(PlaceKind.REPORT, "recipients")
    line = next(
        (line for line in context.facts.lines_at(place) if line[:1].isdigit() and re.match(_NUMBERED, line)), ""
    )
    if line:
        words = f"dòng {quoted(line)} có số thứ tự, mà chương trình in gạch đầu dòng"
        yield _found(context, "listed_by_number", place, words, "Bỏ số thứ tự")


def based_twice(context: Context) -> Iterator[Finding]:
    """«Căn cứ Thực hiện …»: the line begins with a word of its own."""
    place = Place.of(PlaceKind.REPORT, "legal_basis")
    for block in legal_basis(_writer(context)):
        for line in map(plain, block.lines):
            if re.search(_BASED, line):
                words = f"sẽ in {quoted(line)}: hai chữ mở đầu không đi với nhau"
                yield _found(context, "based_twice", place, words)


def place_and_date_twice(context: Context) -> Iterator[Finding]:
    """«Vân Trạch,, ngày …», «Vân Trạch, ngày …, ngày …»."""
    place = Place.of(PlaceKind.REPORT, "place")
    line = plain(letterhead(_writer(context)).place_and_date)
    if (line.count(",") > 1 or line.casefold().count("ngày") > 1) and re.search(_PLACED, line):
        yield _found(
            context, "place_and_date_twice", place, f"sẽ in {quoted(line, 60)}; dấu phẩy và ngày chương trình đã in sẵn"
        )


def signed_twice(context: Context) -> Iterator[Finding]:
    """«Q. GIÁM ĐỐC / GIÁM ĐỐC», a capacity or the signer's name typed where the position stands."""
    lines = [plain(line).strip() for line in sign_off(_writer(context)).capacity]
    position = Place.of(PlaceKind.REPORT, "position")
    if not lines:
        return  # neither told: what must be is asked for elsewhere
    if re.search(_CAPACITY, lines[-1]):
        told = f"{label_at(context.form, position)}: {quoted(lines[-1])} có quyền hạn ký (KT., Q. …). Ghi phần đó ở"
        yield warning(
            "signed_twice", position, f"{told} “{label_at(context.form, Place.of(PlaceKind.REPORT, 'authority'))}”."
        )
    elif (signer := context.facts.text_at(PlaceKind.REPORT, "signer").strip()) and signer.upper() in lines[-1].upper():
        told = f"{quoted(lines[-1])} có cả họ tên người ký, mà chương trình in ngay bên dưới"
        yield _found(context, "signed_twice", position, told)
    elif len(lines) > 1 and lines[0].upper().startswith("Q.") and re.sub(_CAPACITY, "", lines[0]) == lines[1]:
        authority = Place.of(PlaceKind.REPORT, "authority")
        told = f"sẽ in {quoted(lines[0])} rồi {quoted(lines[1])}: một chức vụ hai lần"
        yield _found(context, "signed_twice", authority, told)


def issuer_in_capitals(context: Context) -> Iterator[Finding]:
    """The centre's name in capitals throughout would print so in every sentence; the letterhead makes its own."""
    for key in ("issuer", "locality"):
        place = Place.of(PlaceKind.REPORT, key)
        given = context.facts.text_at(place)
        if len(given.split()) > 1 and given.isupper():
            words = f"{quoted(given)} viết hoa tất cả, nên trong câu cũng in như vậy"
            yield _found(context, "issuer_in_capitals", place, words, "Viết như tên riêng; phần đầu văn bản tự in hoa")


def issuer_is_superior(context: Context) -> Iterator[Finding]:
    """The centre issues the report, and the body above it stands above it: neither is the other."""
    facts = context.facts
    place = Place.of(PlaceKind.REPORT, "issuer")
    issuer, superior = facts.text_at(place), facts.text_at(PlaceKind.REPORT, "superior")
    if issuer and fold(issuer) == fold(superior):
        yield _found(context, "issuer_is_superior", place, f"{quoted(issuer)} cũng là cơ quan chủ quản", "Sửa một chỗ")
    elif fold(issuer).startswith(_COMMITTEES):
        words = f"{quoted(issuer)} là cơ quan chủ quản; báo cáo do trung tâm ban hành"
        yield _found(context, "issuer_is_superior", place, words, "Ghi tên đầy đủ của trung tâm")


def signer_on_board(context: Context) -> Iterator[Finding]:
    """One who signs as director is the board's director, not a deputy of it nor somebody else."""
    facts = context.facts
    place = Place.of(PlaceKind.REPORT, "signer")
    signer, position = facts.text_at(place), facts.text_at(PlaceKind.REPORT, "position")
    named = {member.name.casefold(): member.role for member in facts.board if member.name}
    role = named.get(signer.casefold())
    is_head = position.casefold().startswith("giám đốc") and not facts.text_at(PlaceKind.REPORT, "authority")
    if role == "deputy" and is_head:
        told = f"{quoted(signer)} là Phó Giám đốc trong Ban Giám đốc, nhưng ký với chức vụ {quoted(position)}"
        yield _found(context, "signer_on_board", place, told, "Ghi KT. GIÁM ĐỐC và PHÓ GIÁM ĐỐC, hoặc sửa người ký")
    elif role is None and is_head and signer and (head := _head_of_board(context)) and not _are_one(signer, head):
        told = (
            f"{quoted(signer)} ký với chức vụ {quoted(position)}, nhưng Giám đốc trong Ban Giám đốc là {quoted(head)}"
        )
        yield _found(context, "signer_on_board", place, told, "Sửa người ký, hoặc sửa danh sách")
    elif role == "director" and position.casefold().startswith("phó"):
        told = f"{quoted(signer)} là Giám đốc trong Ban Giám đốc, nhưng ký với chức vụ {quoted(position)}"
        yield _found(context, "signer_on_board", place, told, "Sửa chức vụ, hoặc sửa người ký")


def _head_of_board(context: Context) -> str:
    return next((member.name for member in context.facts.board if member.role == "director" and member.name), "")


def _are_one(one: str, other: str) -> bool:
    """Whether two names are one person's, though one of them bears a title: «TS. Đoàn Thế Vĩnh»."""
    first, second = " ".join(one.casefold().split()), " ".join(other.casefold().split())
    return first.endswith(second) or second.endswith(first)


def _writer(context: Context) -> Writer:
    return Writer(context.form, context.facts, rows(context.form, context.facts))


def _found(context: Context, code: str, place: Place, words: str, advice: str = "Bỏ phần đó đi") -> Finding:
    return warning(code, place, f"{label_at(context.form, place)}: {words}. {advice}, hoặc ghi lý do.")
