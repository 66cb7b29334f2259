"""Rows of results that an old report names by what was taught and not as the form does: proposed, never sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.fold import fold

# Of folded text, by the key of a row.
_CUES: Final[Mapping[str, str]] = {
    "xoa_mu_chu": r"mu chu|xoa mu|biet chu",
    "hoc_nghe": r"(?:hoc|day|lop|dao tao|boi duong) nghe|^nghe$",
    "phap_luat": r"phap li|phap luat|luat (?!si)|luat$|phap lenh",
    "suc_khoe": r"suc khoe|dich benh|sinh san|dinh duong|so cuu|tiem chung",
    "moi_truong": r"moi truong|rac thai|bien doi khi hau",
    "van_hoa_xa_hoi": r"nep song|gia dinh van hoa|an ninh trat tu|te nan xa hoi",
    "kinh_te": r"khoa hoc ki thuat|khkt|khuyen nong|chan nuoi|trong trot|ki thuat trong|kinh doanh|khoi nghiep",
    "ky_nang_song": r"ki nang|duoi nuoc",
    "van_nghe": r"van nghe|the thao|bong chuyen|bong da|hat dan ca",
    "cau_lac_bo": r"cau lac bo|clb",
    "truyen_thanh": r"truyen thanh|phat thanh|he thong loa|tren loa|qua loa",
}


class LooseRow(NamedTuple):
    """What a line may say of a row: the place of each number, and its value."""

    row: Place
    label: str
    values: Mapping[Place, str]
    where: str


def meant(label: str, rows: Iterable[Place]) -> Place | None:
    """The one of `rows` that a label seems to mean; None where that is none, or more than one."""
    words = fold(label)
    found = [row for row in rows if (cue := _CUES.get(row.parts[-1])) and re.search(rf"\b(?:{cue})", words)]
    return found[0] if len(found) == 1 else None


def alone(loose: Iterable[LooseRow]) -> Iterator[LooseRow]:
    """Those that alone seem to mean their row: what two lines say of one can only be added by a person."""
    by_row: dict[Place, list[LooseRow]] = {}
    for each in loose:
        by_row.setdefault(each.row, []).append(each)
    for told in by_row.values():
        if len(told) == 1:
            yield told[0]
