"""Whether a DOCX is an official report as Decree 30/2020/NĐ-CP asks, told from the file alone.

Written against the decree, knowing nothing of the program: it resolves the effective formatting of every run and
paragraph, finds the parts of the report, and judges each by its rule (failure.RULES). Where the decree leaves freedom,
so do the checks.
"""

from __future__ import annotations

import zipfile

from lxml.etree import XMLSyntaxError
from support.nd30.failure import Failure
from support.nd30.flow import text_lines
from support.nd30.package import Package
from support.nd30.parts import identify
from support.nd30.reader import Reader
from support.nd30.rules_body import body_failures
from support.nd30.rules_end import appendix_failures, signoff_failures
from support.nd30.rules_file import file_failures
from support.nd30.rules_head import head_failures
from support.nd30.rules_page import page_failures
from support.nd30.rules_title import title_failures
from support.nd30.rules_words import word_failures


def failures(docx: bytes, *, draft: bool = False) -> list[Failure]:
    """Every place where `docx` breaks a rule, each once; none for a sound report.

    In a draft number, date and signer may be blank and are not held to their wording; a gap, «[Chưa nhập: …]», is
    held to neither capitals nor one line.
    """
    try:
        package = Package(docx)
    except (zipfile.BadZipFile, XMLSyntaxError) as error:
        return [Failure("zip", f"cannot be read: {error}")]
    found = list(file_failures(package, draft=draft))
    try:
        document = Reader(package).document()
    except ValueError as error:
        return [*found, Failure("package", str(error))]
    parts = identify(document)
    found += page_failures(document, parts, package, draft=draft)
    found += head_failures(parts, draft=draft)
    found += title_failures(parts)
    found += body_failures(parts)
    found += signoff_failures(parts, draft=draft)
    found += appendix_failures(parts, document, draft=draft)
    found += word_failures(text_lines(document.blocks))
    return list(dict.fromkeys(found))
