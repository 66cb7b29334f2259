"""The lines that show what is written to those who have not handed in, and how it is got without a screen's breaks."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.screens.fetching import telling_reminder
from tthtcd_tui.screens.services import Services
from tthtcd_tui.text.periods import Period
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.look import PLAIN, QUIET
from tthtcd_tui.widgets.menu import Entry

LINE: Final = "line"
"""With which the key of a line begins that is only to be read: the cursor goes there, since there may be many."""
READING: Final = "Bôi đen bằng chuột để chép, hoặc gõ lệnh ở dòng cuối. Esc để lên một bậc."


def reminder_lines(paragraphs: Sequence[str], period: Period, services: Services, width: int) -> Iterator[Entry]:
    """The paragraphs, wrapped; at their end the command that prints each in one line."""
    lines = [line for words in paragraphs for line in wrap(words, width)]
    yield from (Entry(f"{LINE}:{at}", ((f" {line}", PLAIN),)) for at, line in enumerate(lines))
    folder = services.export_folder()
    where = "trên máy của bạn" if folder.is_served else "ở dấu nhắc lệnh"
    command = telling_reminder(folder, period.label, os.environ)
    yield from (Entry("", ((f" {line}", QUIET),)) for line in wrap(f"Lấy cả lời nhắc {where}: {command}", width))
