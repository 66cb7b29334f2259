"""What offices write over the columns of a table of the board, and what tells such a column by its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tthtcd_tui.imports.blocks.headings import ORDER
from tthtcd_tui.imports.board_roles import PHONE as _PHONE
from tthtcd_tui.imports.board_roles import TITLED, role_of
from tthtcd_tui.text.fold import fold

ROLE, NAME, DUTY, PHONE, TRAINING, NOTE = "role", "name", "duty", "phone", "training", "note"
POST, UNIT, TASK = "post", "unit", "task"
"""«Chức vụ», which may be the one here or elsewhere; «Đơn vị công tác»; «Nhiệm vụ», which may be a role."""

_PERSON: Final = "ho va ten cac thanh vien can bo nguoi ong ba dong chi ban giam doc quan li lanh dao day du"
_HERE: Final = r"\b(?:trung tam|tt|tthtcd|htcd|ban giam doc|ban quan li|ban gd|ban ql|bgd|bql)\b"
_KINDS: Final = (
    (ORDER, r"(?:s?tt|so tt|so thu tu|thu tu)"),
    (PHONE, r".*(?:dien thoai|\bs?dt\b|di dong|\bzalo\b).*"),
    (TRAINING, r".*(?:tap huan|boi duong).*"),
    (NOTE, r"ghi chu|chu thich"),
    (ROLE, rf"(?:chuc|cuong vi|vai tro|nhiem vu).*{_HERE}.*"),
    (POST, r"(?:chuc vu|chuc danh|cuong vi).*"),
    (UNIT, r"(?:ten )?(?:don vi|noi cong tac|noi lam viec|co quan).*"),
    (TASK, r"(?:nhiem vu|phan cong|vai tro).*"),
)
_BELOW: Final = re.compile(
    rf"(?:(?:tai|trong|o|ben|ve) )*(?:{_HERE}|chinh quien|dang|doan the|don vi|co quan|dia phuong|cong tac)(?: .*)?"
)
_ROLELIKE: Final = re.compile(
    r"(?:pho |p )?(?:truong )?ban(?: quan li| giam doc)?|truong ban.*|(?:uy|thanh) vien(?: .{0,20})?"
    r"|thu ki(?: .{0,20})?"
    r"|(?:ke toan|thu qui|pho giam doc|giam doc)(?:,| -| kiem| va)? (?:ke toan|thu qui|pho giam doc|giam doc)"
)


def column_named(title: str, own: Mapping[str, str]) -> str:
    """What a heading says of its column, by the form's `own` labels too; nothing where it says none of this."""
    plain = _plain(title)
    if plain in (labels := {_plain(label): key for key, label in own.items()}):
        return POST if labels[plain] == DUTY else labels[plain]
    words = set(plain.split())
    if "ten" in words and words <= set(_PERSON.split()):
        return NAME
    return next((kind for kind, pattern in _KINDS if re.fullmatch(pattern, plain)), "")


def goes_on_below(title: str) -> bool:
    """Whether it is a title under «Chức vụ»: «Tại trung tâm», «Chính quyền»."""
    return _BELOW.fullmatch(_plain(title)) is not None


def is_rolelike(cell: str) -> bool:
    """Whether a cell says somebody's place on a board, one of the form's or not: «Giám đốc», «Ủy viên»."""
    return bool(role_of(cell)) or _ROLELIKE.fullmatch(_plain(cell)) is not None


def is_name(cell: str) -> bool:
    """Whether a cell may be a person's name alone."""
    words = TITLED.sub("", cell).split()
    return 1 < len(words) < 7 and all(word.isalpha() and word[0].isupper() for word in words) and not is_rolelike(cell)


def is_phone(cell: str) -> bool:
    return _PHONE.fullmatch(re.sub(r"[-()]", " ", cell).strip()) is not None


def _plain(text: str) -> str:
    return " ".join(re.findall("[a-z]+", fold(re.sub(r"\(.*?\)", " ", text))))
