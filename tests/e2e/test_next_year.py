"""Last year's report made into this year's by commands: every finding settled, the final DOCX with three appendices.

What a person does at the screens with the same keys is `test_whole_year`; the numbers of this year are invented.
"""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from support.docx_file import opened

from tthtcd_tui.cli import main
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes

LAST, THIS = "2020-2021", "2021-2022"
DATA = Path(__file__).parents[1] / "data"
TYPED = DATA / "next-year.txt"
LOG = DATA / "next-year-log.tsv"


@pytest.fixture
def after_last_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The sample year, final, in a database of its own; this year begun with its words."""
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))
    last = tmp_path / "last.json"
    last.write_bytes(sample_bytes(SAMPLE_YEAR))
    assert main(["centre", "add", "mao-khe", "TTHTCĐ phường Mạo Khê"]) == 0
    assert main(["import", str(last)]) == 0
    assert main(["finalise", LAST]) == 0
    assert main(["new", THIS, "--from", LAST]) == 0
    capsys.readouterr()
    return tmp_path


def type_lines(lines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    assert main(["set", THIS, "-"]) == 0


def found(capsys: pytest.CaptureFixture[str]) -> set[tuple[str, str]]:
    """The code and the place of what `check` still finds and nobody has given a reason for."""
    capsys.readouterr()
    main(["check", THIS, "--json"])
    return {(each["code"], each["place"]) for each in json.loads(capsys.readouterr().out) if not each["reason"]}


def test_this_year_out_of_last_year_by_commands(
    after_last_year: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    carried = {place for code, place in found(capsys) if code == "not_reviewed"}
    assert len(carried) > 40
    assert main(["finalise", THIS]) != 0, "nobody has read what was carried over"

    type_lines("".join(f"carried/{place}\n" for place in sorted(carried)), monkeypatch)
    type_lines(TYPED.read_text("utf-8"), monkeypatch)
    assert main(["import", str(LOG), "--period", THIS]) == 0
    assert main(["set", THIS, "report/appendices", "1, 2, 3"]) == 0
    assert main(["evidence", THIS, "--add", "Quyết định kiện toàn Ban Giám đốc", "--number", "125/QĐ-UBND"]) == 0

    still = found(capsys)
    assert {code for code, _ in still} == {"luot_nguoi_doi", "held_twice", "evidence_uncited"}, still
    [repeated] = [place for code, place in still if code == "held_twice"]
    assert main(["set", THIS, repeated, ""]) == 0
    assert main(["set", THIS, "results/cau_lac_bo/participations", "9.000"]) == 0
    assert main(["set", THIS, "checklist/phan_cong/evidence", "MC01"]) == 0
    assert found(capsys) == set()

    assert main(["finalise", THIS]) == 0
    out = after_last_year / "final.docx"
    assert main(["export", THIS, "--version", "1", "-o", str(out)]) == 0
    texts = [paragraph.text for paragraph in opened(out.read_bytes()).paragraphs]
    assert [text for text in texts if text.startswith("Phụ lục")] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert "Thu nhập bình quân đầu người: ước đạt 3.100 USD/người/năm." in texts
