"""The parts of the look that a centre's Word file may change: sizes, spacing, margins.

In everything else – font, weight, slant, colour, alignment – the Decree leaves no choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tthtcd_tui.exports.word import measures as m
from tthtcd_tui.exports.word.widths import Face, text_width
from tthtcd_tui.named_tuple import NamedTuple

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_SIZES: Final[Mapping[str, int]] = {
    **dict.fromkeys(("QuocHieu", "CoQuanChuQuan", "CoQuanBanHanh"), m.SIZE_HEAD),
    **dict.fromkeys(("TieuNgu", "SoKyHieu", "DiaDanhNgayThang"), m.SIZE_BELOW_HEAD),
    **dict.fromkeys(("TieuDeBang", "NoiDungBang"), m.SIZE_TABLE),
    **dict.fromkeys(("TieuDeBangPhuLuc", "NoiDungBangPhuLuc"), m.SIZE_APPENDIX_TABLE),
    "NoiNhanTieuDe": m.SIZE_RECIPIENTS_LABEL,
    "NoiNhan": m.SIZE_RECIPIENTS,
}


class Spacing(NamedTuple):
    """Of a paragraph: above and below it in twips, and between its lines."""

    before: int
    after: int
    line: int = 240
    rule: str = "auto"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Differences from the shipped template, by the key of the style; empty for the program's own look."""

    top: int = m.TOP
    bottom: int = m.BOTTOM
    left: int = m.LEFT
    right: int = m.RIGHT
    first_line: int = m.FIRST_LINE
    sizes: Mapping[str, int] = field(default_factory=dict)
    spacings: Mapping[str, Spacing] = field(default_factory=dict)

    def size(self, key: str) -> int:
        """Half points of the letters of a style."""
        return self.sizes.get(key) or _SIZES.get(key, m.SIZE)

    @property
    def text_width(self) -> int:
        """Of an upright page."""
        return m.PAGE_WIDTH - self.left - self.right

    @property
    def head_right(self) -> int:
        """The least the nation's name takes without wrapping."""
        needed = text_width(NATION, self.size("QuocHieu"), Face.BOLD) + 2 * m.ROUNDING
        return max(m.HEAD_RIGHT, needed)


SHIPPED: Final = HouseStyle()
