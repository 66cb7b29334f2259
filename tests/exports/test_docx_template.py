"""The shipped template is what its tool makes, and the tool says when it is not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools import make_report_template


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["make_report_template", *arguments])
    return make_report_template.main()


def test_the_template_is_what_its_tool_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert make_report_template.TEMPLATE.read_bytes() == make_report_template.template()
    assert run(monkeypatch, "--check") == 0


@pytest.mark.parametrize("there", [b"", None], ids=["another", "none"])
def test_a_template_that_is_not_is_told(
    there: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.docx"
    if there is not None:
        path.write_bytes(there)
    monkeypatch.setattr(make_report_template, "TEMPLATE", path)
    assert run(monkeypatch, "--check") == 1
    assert "python -m tools.make_report_template" in capsys.readouterr().err
    assert (path.read_bytes() if path.exists() else None) == there
    assert run(monkeypatch) == 0
    assert path.read_bytes() == make_report_template.template()
