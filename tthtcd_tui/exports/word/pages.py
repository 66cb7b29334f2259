"""The pages of a document: paper and margins of a stretch of it, and how tables are lettered there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tthtcd_tui.exports.word import measures as m
from tthtcd_tui.exports.word.house_style import SHIPPED, HouseStyle
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.row import RowRole

_ROWS: Final = {
    RowRole.BODY: "NoiDungBang",
    RowRole.GROUP: "NhomBang",
    RowRole.SUB: "NoiDungBang",
    RowRole.TOTAL: "TongBang",
}
_SMALL_ROWS: Final = {
    RowRole.BODY: "NoiDungBangPhuLuc",
    RowRole.GROUP: "NhomBangPhuLuc",
    RowRole.SUB: "NoiDungBangPhuLuc",
    RowRole.TOTAL: "TongBangPhuLuc",
}


class Page(NamedTuple):
    width: int
    height: int
    is_appendix: bool
    titles: str
    """The style of a table's column titles."""
    rows: Mapping[RowRole, str]
    table: str
    """The style whose size a table's letters have."""
    house: HouseStyle = SHIPPED

    @property
    def text_width(self) -> int:
        return self.width - self.house.left - self.house.right

    @property
    def size(self) -> int:
        """Of a table's letters, in half points."""
        return self.house.size(self.table)

    @property
    def section(self) -> str:
        """The section's properties. The margins are those of the Decree, whichever way the paper lies.

        Page 1 of the report has no number; an appendix counts its own pages and shows each (App. I, II.9 and III.1).
        """
        first = "" if self.is_appendix else '<w:headerReference w:type="first" r:id="rId2"/>'
        turned = ' w:orient="landscape"' if self.width > self.height else ""
        return (
            f'<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>{first}'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{turned}/>'
            f'<w:pgMar w:top="{self.house.top}" w:right="{self.house.right}" w:bottom="{self.house.bottom}"'
            f' w:left="{self.house.left}"'
            f' w:header="{m.HEADER}" w:footer="{m.HEADER}" w:gutter="0"/><w:pgNumType w:fmt="decimal" w:start="1"/>'
            f"{'' if self.is_appendix else '<w:titlePg/>'}</w:sectPr>"
        )


REPORT: Final = Page(m.PAGE_WIDTH, m.PAGE_HEIGHT, False, "TieuDeBang", _ROWS, "NoiDungBang")
APPENDIX: Final = Page(m.PAGE_WIDTH, m.PAGE_HEIGHT, True, "TieuDeBangPhuLuc", _SMALL_ROWS, "NoiDungBangPhuLuc")
WIDE_APPENDIX: Final = APPENDIX._replace(width=m.PAGE_HEIGHT, height=m.PAGE_WIDTH)
