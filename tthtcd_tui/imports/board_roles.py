"""The words offices use for the posts of a board, in reports and pasted tables."""

from __future__ import annotations

import re
from typing import Final

_TITLE: Final = r"(?:(?:ông\s*(?:\(\s*bà\s*\)|/\s*bà)|ông|bà|đồng chí|đ/c|đc|thầy|cô)\s*:?\s+)"
TITLED: Final = re.compile(rf"^{_TITLE}+", re.IGNORECASE)
PHONE: Final = re.compile(r"0\d[\d. ]{7,12}\d")
_ROLES: Final = (
    ("deputy", r"(?:ph[oó]|p\.) ?(?:giám đốc|gđ)|pgđ"),
    ("director", r"giám đốc|gđ"),
    ("seconded_teacher", r"(?:(?:giáo viên|gv) )?biệt phái|gvbp"),
    ("accountant", r"kế toán"),
    ("treasurer", r"thủ quỹ"),
)
_CENTRE: Final = r"(?:của )?(?:trung tâm(?: học tập cộng đồng)?|ttht?cđ|tt htcđ|tt)"
_ROLE: Final = re.compile(
    rf"^(?:{'|'.join(words for _, words in _ROLES)})(?:\s+(?:thường trực|{_CENTRE}|chuyên trách|kiêm nhiệm))*$",
    re.IGNORECASE,
)


def role_of(text: str) -> str:
    """The key of the role that `text` names; empty for anything else."""
    plain = re.sub(r"\s*\(.*?\)", "", text).strip(" .;:,")
    if not _ROLE.match(plain):
        return ""
    return next((key for key, words in _ROLES if re.match(rf"(?:{words})", plain, re.IGNORECASE)), "")


def without_centre(role: str) -> str:
    """«Phó Giám đốc TTHTCĐ» without the name of the centre, which goes without saying."""
    return re.sub(rf"\s+{_CENTRE}$", "", role.strip(" .;:,"), flags=re.IGNORECASE)
