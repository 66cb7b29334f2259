"""An untrusted file of any kind → what was found in it. Runs in the child process (`child`)."""

from __future__ import annotations

from pathlib import PurePath

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.file_kinds import Source, source_of
from tthtcd_tui.imports.found import FoundFile
from tthtcd_tui.text.periods import Period


def read_file(form: Form, period: Period, data: bytes, name: str) -> FoundFile:
    """What the file says. Raises UnusableFile, TextProblem."""
    match source_of(data, name):
        case Source.WORD:
            from tthtcd_tui.imports.old_report.reader import read_report
            from tthtcd_tui.imports.sources.word import read_word

            return read_report(form, period, read_word(data))
        case Source.BOOK:
            from tthtcd_tui.imports.books import read_book
            from tthtcd_tui.imports.sources.sheets import read_book as read_sheets

            return read_book(form, period, read_sheets(data))
        case Source.CSV:
            from tthtcd_tui.imports.books import read_book
            from tthtcd_tui.imports.sources.sheets import read_csv

            return read_book(form, period, read_csv(data, PurePath(name).stem))
        case Source.MARKDOWN | Source.TEXT as source:
            from tthtcd_tui.imports.old_report.reader import read_report
            from tthtcd_tui.imports.sources.text_file import read_text

            return read_report(form, period, read_text(data, is_markdown=source is Source.MARKDOWN))
        case Source.OFFICE:
            raise UnusableFile("Tệp .doc, .odt phải đổi sang .docx trước. Hãy mở bằng Word rồi lưu thành .docx.")
        case Source.OURS:
            raise UnusableFile("Tệp này là JSON của chương trình, không phải báo cáo viết bằng Word.")
