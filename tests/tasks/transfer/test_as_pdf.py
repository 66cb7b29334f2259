"""A report as PDF: by LibreOffice where there is one, else a sentence; never half a file."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support.forms import shipped

from tthtcd_tui.cli import main
from tthtcd_tui.errors import NoPdf
from tthtcd_tui.report.codec import decode
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.as_pdf import as_pdf
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, render
from tthtcd_tui.tasks.transfer.read_report import OpenedReport

OPENED = OpenedReport.alone(shipped(), decode(sample_bytes(SAMPLE_YEAR), shipped()))


def _office(folder: Path, script: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o700)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (None, "Máy này không có LibreOffice"),
        ("exit 1", "không đổi được"),
        ("printf '%s' '%PDF-1.6 nửa' > tep.pdf", "chưa trọn vẹn"),
    ],
    ids=["none", "one that fails", "one that stops halfway"],
)
def test_without_a_whole_pdf_nothing_is_written_and_why_is_said(
    script: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if script is not None:
        _office(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoPdf, match=said):
        as_pdf(b"PK")
    (tmp_path / "mau.json").write_bytes(sample_bytes(SAMPLE_YEAR))
    assert main(["export", str(tmp_path / "mau.json"), "-o", str(tmp_path / "a.pdf")]) == 3
    assert said in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.long
def test_libreoffice_makes_one_of_what_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(render(OPENED, ExportFormat.PDF))
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert "43.117" in text
