"""What LibreOffice Calc makes of a spreadsheet, and the cells of an xlsx as the file says them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

_CSV_AS_IN_VIETNAM: Final = "CSV:59,34,76,1,,1066,false,true"
"""Cells parted by «;», text in quotes, UTF-8, from the first line, in Vietnamese, days and numbers as such."""


def _has_calc() -> bool:
    program = shutil.which("soffice")
    if program is None:
        return False
    return any(Path(program).resolve().parent.glob("libsclo*"))


CALC: Final = _has_calc()


def resaved(data: bytes, kind: str, saved: str) -> bytes:
    """A file of `kind` opened by LibreOffice and saved as another."""
    with TemporaryDirectory(prefix="tthtcd-") as folder:
        given = Path(folder) / f"a.{kind}"
        given.write_bytes(data)
        out = Path(folder) / "ra"
        profile = f"-env:UserInstallation={(Path(folder) / 'ho-so').as_uri()}"
        reading = [f"--infilter={_CSV_AS_IN_VIETNAM}"] if kind == "csv" else []
        command = ["soffice", profile, "--headless", *reading, "--convert-to", saved, "--outdir", str(out), str(given)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (out / f"a.{saved}").read_bytes()
