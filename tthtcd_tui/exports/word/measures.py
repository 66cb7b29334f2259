"""Where things stand on the page. Lengths in twentieths of a point (twips), type sizes in half points, as Word counts.

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
RIGHT: Final = 907
"""16 mm; 15–20."""
TEXT_WIDTH: Final = PAGE_WIDTH - LEFT - RIGHT
HEADER: Final = 425
"""From the edge to the page number, which so stands in the middle of the top margin."""

FIRST_LINE: Final = 720
"""1.27 cm (App. I, II.6)."""
BETWEEN_PARAGRAPHS: Final = 120
"""6 pt, the least there may be."""

HEAD_RIGHT: Final = 5_556
"""98 mm: «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» takes 96 mm at 13 pt and may not wrap."""
HEAD_LEFT: Final = TEXT_WIDTH - HEAD_RIGHT
SIGN_LEFT: Final = TEXT_WIDTH // 2
SIGN_RIGHT: Final = TEXT_WIDTH - SIGN_LEFT
ADDRESSEES: Final = 1_701
"""Where «Kính gửi:» begins when several bodies stand below it."""

SIZE: Final = 28
"""14 pt: body, headings, title, motto, place and date, name (App. I, II: 13–14)."""
SIZE_HEAD: Final = 26
"""13 pt: the nation and the bodies' names (12–13), the number (13)."""
SIZE_TABLE: Final = 26
SIZE_RECIPIENTS_LABEL: Final = 24
SIZE_RECIPIENTS: Final = 22
ROOM_TO_SIGN: Final = 1_500
"""About 26 mm."""
SHORT_RULE: Final = 0.42
"""Of the text above it; between 1/3 and 1/2 (App. I, II.2 and II.5)."""
