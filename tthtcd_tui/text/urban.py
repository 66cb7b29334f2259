"""Classes of towns (loại đô thị): đặc biệt, I to V, and how people type them."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.text.fold import fold

CLASSES: Final = "loại đặc biệt, I, II, III, IV hoặc V"
_ROMAN: Final = ("I", "II", "III", "IV", "V")
_CLASSES: Final = {
    **{roman.lower(): roman for roman in _ROMAN},
    **{str(number): roman for number, roman in enumerate(_ROMAN, 1)},
    "dac biet": "đặc biệt",
}


def urban_class(text: str) -> str | None:
    """The class as it is written, «loại IV», that `text` alone names: «4», «loai iv», «Đô thị loại 4»; None if none."""
    words = fold(text).strip(" .;,").split()
    if words[:2] == ["do", "thi"]:
        words = words[2:]
    if words[:1] == ["loai"]:
        words = words[1:]
    found = _CLASSES.get(" ".join(words))
    return f"loại {found}" if found else None


def names_urban_class(text: str) -> bool:
    """Whether `text` says a class among other words: «loại V, đang đề nghị lên loại IV»."""
    words = fold(text).replace(",", " ").replace(";", " ").replace("(", " ").replace(")", " ").replace(".", " ").split()
    after = (words[at + 1 : at + 3] for at, word in enumerate(words) if word == "loai")
    return any(_CLASSES.keys() & {" ".join(pair), *pair[:1]} for pair in after)
