"""Makes the README's pictures from the program itself: the summary as it stands on a terminal, page 1 of the DOCX.

`make pictures` runs it; page 1 needs LibreOffice (soffice) and pdftoppm.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console

from tthtcd_tui.checks.run import check
from tthtcd_tui.exports.summary import summary
from tthtcd_tui.tasks.demo import Demo, demo, scratch_samples

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
_FONT_FACES = re.compile(r"\s*@font-face \{.*?\}\n", re.DOTALL)


def main() -> int:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, scratch_samples() as (store, year):
        made = demo(Path(scratch), store, year)
        (PICTURES / "summary.svg").write_text(_summary(made), encoding="utf-8")
        _page_1(made.files[0], Path(scratch))
    print(f"wrote {', '.join(sorted(picture.name for picture in PICTURES.iterdir()))}")
    return 0


def _summary(made: Demo) -> str:
    console = Console(record=True, width=80, file=StringIO(), force_terminal=True, color_system="standard")
    console.print(summary(made.context.form, made.context.facts, check(made.context), made.context.before))
    svg = console.export_svg(title="tthtcd summary 2020-2021", unique_id="summary")
    return _FONT_FACES.sub("\n", svg)  # rich links its fonts from elsewhere; any monospaced one will do


def _page_1(document: Path, scratch: Path) -> None:
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(scratch), str(document)]
    subprocess.run(convert, check=True, capture_output=True)
    pdf = scratch / f"{document.stem}.pdf"
    picture = ["pdftoppm", "-r", "60", "-f", "1", "-l", "1", "-gray", "-png", "-singlefile", str(pdf)]
    subprocess.run([*picture, str(PICTURES / "page-1")], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
