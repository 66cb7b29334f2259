"""What offices write over the columns of a table of documents."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from tthtcd_tui.imports.blocks.headings import ORDER
from tthtcd_tui.text.fold import fold

CODE, TITLE, NUMBER, DATE, KEPT, ADDRESS = "code", "title", "number", "date", "kept", "address"

_DOCUMENTS: Final = "van ban minh chung tai lieu hoso cong quyet dinh"
_SETS: Final = (
    # every word one of these, and one of the second
    (ORDER, "tt stt so thu tu", "tt stt thu"),
    (CODE, f"ma so mc hieu {_DOCUMENTS}", "ma"),
    (ADDRESS, f"dia chi duong dan link lien ket website tren mang web tep {_DOCUMENTS}", "dia duong link lien website"),
    (KEPT, f"noi luu tru giu tai cat de bao quan vi tri o {_DOCUMENTS}", "luu noi vi"),
    (NUMBER, f"so ky ki hieu va hoac {_DOCUMENTS}", "so hieu ky ki"),
    (DATE, f"ngay thang nam ban hanh ky thoi gian diem gian cua va {_DOCUMENTS}", "ngay thoi"),
    (
        TITLE,
        f"ten loai va trich yeu noi dung hinh anh cac danh muc cua hoac {_DOCUMENTS}",
        "ten trich noi van minh tai hoso",
    ),
)
_BOTH: Final = f"so ky ki hieu va ngay thang nam ban hanh {_DOCUMENTS}"
_CODE: Final = re.compile(r"[A-ZĐ]{1,4}[-. ]?[0-9]{1,4}(?:[.\-][0-9A-ZĐ]{1,4}){0,4}", re.IGNORECASE)


def fields_named(cells: Sequence[str], own: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The fields that each heading names, by the form's `own` labels too: none, one, or symbol and day together."""
    labels = {_plain(label): key for key, label in own.items()}
    return [_named(_plain(cell), labels) if cell else () for cell in cells]


def is_code(cell: str) -> bool:
    """Whether it may be the code of a document: «MC01», «H1.1.02»."""
    return _CODE.fullmatch(cell) is not None


def _named(plain: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    if plain in labels:
        return (labels[plain],)
    words = set(plain.split())
    if words & {"so", "hieu"} and "ngay" in words and words <= set(_BOTH.split()):
        return (NUMBER, DATE)
    for key, allowed, needed in _SETS:
        if words & set(needed.split()) and words <= set(allowed.split()):
            return (key,)
    return ()


def _plain(text: str) -> str:
    return " ".join(re.findall("[a-z]+", fold(re.sub(r"\(.*?\)", " ", text)))).replace("ho so", "hoso")
