"""The list of reports as a file, with what each adds up to."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.sample_database import sample_database

from tthtcd_tui.cli import main


def test_the_years_of_a_centre_go_out_with_their_totals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = ["--db", str(sample_database(tmp_path))]
    out = tmp_path / "cac-nam.csv"
    assert main(["years", "-o", str(out), *database]) == 0
    titles, newest, *_ = out.read_text(encoding="utf-8-sig").splitlines()
    assert titles.startswith("Mã;Trung tâm;Kỳ;Từ ngày;")
    assert newest.split(";")[2:5] == ["2020-2021", "01/09/2020", "31/08/2021"]
    assert newest.split(";")[7:10] == ["7", "445", "43117"]
    assert main(["years", "-o", str(tmp_path / "cac-nam.xlsx"), *database]) == 0
    assert main(["years", "-o", str(out), *database]) == 3, "an existing file is not overwritten"
    assert main(["years", "-o", "cac-nam.docx", *database]) == 2
    assert "Chưa rõ định dạng" in capsys.readouterr().err
