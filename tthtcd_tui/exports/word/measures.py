"""Measures of the page. Lengths in twips (twentieths of a point), type sizes in half points, as in Word.

From Decree 30/2020 App. I, I and II; where it gives a range, the choice is inside it.
"""

from __future__ import annotations

from typing import Final

PAGE_WIDTH: Final = 11_906
"""210 mm; A4 upright (App. I, I.1)."""
PAGE_HEIGHT: Final = 16_838
TOP: Final = 1_134
"""20 mm; 20–25 (App. I, I.3)."""
BOTTOM: Final = 1_134
LEFT: Final = 1_701
"""30 mm; 30–35."""
RIGHT: Final = 851
"""15 mm; 15–20. The letterhead needs all the width there is."""
TEXT_WIDTH: Final = PAGE_WIDTH - LEFT - RIGHT
HEADER: Final = 425
"""From the edge to the page number, which so stands in the middle of the top margin."""

FIRST_LINE: Final = 720
"""1.27 cm (App. I, II.6)."""
BETWEEN_PARAGRAPHS: Final = 120
"""6 pt, the least there may be."""

HEAD_RIGHT: Final = 5_090
"""90 mm: «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» takes 88.3 mm at 12 pt and may not wrap."""
HEAD_LEFT: Final = TEXT_WIDTH - HEAD_RIGHT
"""75 mm: «TRUNG TÂM HỌC TẬP CỘNG ĐỒNG», the beginning of nearly every centre's name, takes 74.0 mm at 12 pt."""
HEAD_RIGHT_MOST: Final = 6_800
"""120 mm: the column grows for a long name of a place, so that the date stays on one line."""
APART: Final = 340
"""6 mm: the least distance between two names beside each other."""
ROUNDING: Final = 40
"""2 pt: tolerance for other programs' wider measurement of text."""
ADDRESSEES: Final = 1_701
"""Where «Kính gửi:» begins when several bodies stand below it."""

SIZE: Final = 28
"""14 pt: body, headings, title, name (App. I, II: 13–14)."""
SIZE_HEAD: Final = 24
"""12 pt: the nation and the bodies' names (12–13); at 13 they would have no room beside each other."""
SIZE_BELOW_HEAD: Final = 26
"""13 pt: motto, place and date (13–14) and the number (13), so that number and date stand on one line."""
SIZE_TABLE: Final = 26
SIZE_APPENDIX_TABLE: Final = 24
"""12 pt; 10–14 (App. I, III.1)."""
SIZE_RECIPIENTS_LABEL: Final = 24
SIZE_RECIPIENTS: Final = 22
CELL_MARGIN: Final = 85
"""1.5 mm to the left and right of the text in a cell of a table."""
ROOM_TO_SIGN: Final = 1_500
"""About 26 mm."""
SHORT_RULE: Final = 0.42
"""Of the text above it; between 1/3 and 1/2 (App. I, II.2 and II.5)."""
ABOVE_RULE: Final = 60
"""3 pt, so that the dot of «Ộ» does not touch it."""
