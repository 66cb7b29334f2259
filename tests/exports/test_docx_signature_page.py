"""The signature never stands alone on a page, wherever the page ends: as LibreOffice sets it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support.made_outlines import paragraph, report, results
from support.matrix import LONG
from support.nd30.rendered import PATIENCE
from support.paper import missing

from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.report.outline import Block

pytestmark = [LONG, pytest.mark.skipif(bool(missing()), reason=missing())]

LINES = range(12, 26)
"""One-line paragraphs before the last words: the page ends somewhere within the signature, or above it."""
WORDS = "Trên đây là kết quả tự đánh giá của Trung tâm học tập cộng đồng xã Phú Hữu. "
ENDS: dict[str, Block] = {
    "one line": paragraph("Trân trọng báo cáo./."),
    "two lines": paragraph(f"{WORDS * 2}./."),
    "five lines": paragraph(f"{WORDS * 5}./."),
    "a table": results(),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], list[list[str]]]:
    """The lines of each page of each report; one start of the office suite for all."""
    folder = tmp_path_factory.mktemp("signatures")
    names = {}
    for end, last in ENDS.items():
        for lines in LINES:
            name = f"{end}-{lines}".replace(" ", "-")
            content = [*(paragraph(f"Dòng thứ {number}.") for number in range(lines)), last]
            (folder / f"{name}.docx").write_bytes(docx_bytes(report(content=content)))
            names[end, lines] = name
    profile = (folder / "profile").resolve().as_uri()
    told = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    told += [str(folder / f"{name}.docx") for name in names.values()]
    subprocess.run(told, check=True, capture_output=True, timeout=PATIENCE)
    return {key: pages(folder / f"{name}.pdf") for key, name in names.items()}


def pages(pdf: Path) -> list[list[str]]:
    told = subprocess.run(["pdftotext", "-layout", "-enc", "UTF-8", pdf, "-"], check=True, capture_output=True)
    found = told.stdout.decode("utf-8").split("\f")[:-1]
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in found]


@pytest.mark.parametrize("end", ENDS)
def test_two_lines_of_text_at_least_go_with_it(end: str, printed: dict[tuple[str, int], list[list[str]]]) -> None:
    turned = 0
    for lines in LINES:
        made = printed[end, lines]
        assert len(made) in (1, 2)
        last = made[-1] if len(made) == 1 else made[-1][1:]  # without the page number
        [label] = [number for number, line in enumerate(last) if line.startswith("Nơi nhận:")]
        assert label >= 2, f"after {lines} lines: {last}"
        assert last[-1].endswith("Trần Văn Đủ")
        turned += len(made) == 2
    assert 0 < turned < len(LINES)
