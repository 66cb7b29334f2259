"""A DOCX as LibreOffice sets it: the text of each page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

NEEDED = ("soffice", "pdftotext")
PATIENCE = 180
"""Seconds a conversion may take: the first start of an office suite is slow."""


def missing_tools() -> list[str]:
    """What of the tools is not installed: a reason to skip a test."""
    return [tool for tool in NEEDED if shutil.which(tool) is None]


def rendered_pdf(docx: bytes, tmp: Path) -> Path:
    """The PDF, made in `tmp` with an office profile of its own. Raises CalledProcessError where a tool fails."""
    source = tmp / "report.docx"
    source.write_bytes(docx)
    profile = (tmp / "profile").resolve().as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", tmp, source],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    return tmp / "report.pdf"


def rendered_pages(docx: bytes, tmp: Path) -> list[str]:
    """The text of each page, laid out as on paper."""
    laid_out = subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", rendered_pdf(docx, tmp), "-"],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    # A form feed ends every page.
    return laid_out.stdout.decode("utf-8").split("\f")[:-1]
