"""The document's own part for the sample year, exactly: whoever changes it sees what he changes in Word."""

from __future__ import annotations

from support.docx_file import parts
from support.golden import golden
from support.wide_reports import report

from tthtcd_tui.exports.docx import docx_bytes


def test_the_document_of_the_sample_year() -> None:
    """One paragraph, row or cell a line, so that a comparison of two versions can be read."""
    document = parts(docx_bytes(report()))["word/document.xml"].decode("utf-8")
    assert "\n" not in document.partition("?>")[2].strip("\n")
    lines = document
    for tag in ("<w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:sectPr>"):
        lines = lines.replace(tag, f"\n{tag}")
    assert golden("report-mao-khe-2020-2021.document.xml", f"{lines}\n") == f"{lines}\n"
