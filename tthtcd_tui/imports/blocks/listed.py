"""Rows of results as a list tells them: «- Giáo dục pháp luật: 35 lớp, 2.800 lượt người;»."""

from __future__ import annotations

import re
from typing import Final

from tthtcd_tui.imports.blocks.grid import Grid, Line, Parted

NUMBER: Final = r"(?<![\d.])(?<!\d )(?:\d{1,3}(?: \d{3})+(?!\d)|\d[\d.]*)"
"""Thousands may be parted by blanks."""
LISTED: Final = re.compile(
    r"^[-+•*]?\s*(?:\(?[0-9a-zđ]{1,2}[.)/]\s*)?(?P<label>[^:\d]{2,90}?)\s*[:(–-]\s*(?:mở\s+|tổ chức\s+|được\s+)?"
    rf"(?P<classes>{NUMBER})\s*(?:lớp|buổi|cuộc|đợt|chuyên đề|lượt phát|hoạt động)"
    r"\s*(?:[,;/]|[-–])?\s*(?:với|và|có|cho|thu hút)?\s*"
    rf"(?P<people>{NUMBER})\s*(?:lượt|người|học viên)[^.;\d]{{0,30}}[.;]?$",
    re.IGNORECASE,
)
"""A row of a table without its lines."""
_TITLES: Final = Line(0, ("Nội dung", "Số lớp", "Số lượt người"))


def with_list_in_columns(grid: Grid) -> Grid | None:
    """A list of rows as the table it stands for; None where a line of it is no such row."""
    found = [(line, LISTED.match(line.text)) for line in grid.lines if not line.is_blank]
    if len(found) < 2 or not all(match for _, match in found):
        return None
    rows = (
        Line(line.number, (match["label"].strip(), *(match[key].replace(" ", ".") for key in ("classes", "people"))))
        for line, match in found
        if match
    )
    return Grid((_TITLES, *rows), Parted.NOTHING)
