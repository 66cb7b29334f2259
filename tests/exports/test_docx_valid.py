"""Every kind of DOCX is a valid package to a validator that is not ours: the schemas and rules of the Open XML SDK."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from support.check_facts import before, year
from support.mao_khe import FORM
from support.wide_reports import drafts, finished

from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.outline import Outline


def with_appendices() -> Outline:
    """The sample with its three appendices, a chart among them."""
    register: dict[str, Answer] = {"evidence/a/code": "MC01", "evidence/a/title": "Quy chế"}
    register["checklist/noi_quy/evidence"] = "MC01"
    keys = [appendix.key for appendix in FORM.appendices]
    return compose(FORM, year(register), material=Material(ActivityLog, lambda: [before()]), also=keys)


def problems(outline: Outline, folder: Path) -> list[str]:
    path = folder / "a.docx"
    path.write_bytes(docx_bytes(outline))
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


@pytest.mark.long
@pytest.mark.parametrize("name", finished())
def test_a_finished_report_is_valid(name: str, tmp_path: Path) -> None:
    assert problems(finished()[name], tmp_path) == []


@pytest.mark.long
@pytest.mark.parametrize("name", drafts())
def test_a_draft_is_valid(name: str, tmp_path: Path) -> None:
    assert problems(drafts()[name], tmp_path) == []


@pytest.mark.long
def test_three_appendices_with_charts_are_valid_and_a_broken_one_is_not(tmp_path: Path) -> None:
    assert problems(with_appendices(), tmp_path) == []
    broken = tmp_path / "hong.docx"
    broken.write_bytes(docx_bytes(with_appendices()).replace(b"chart1.xml", b"chart9.xml"))
    assert OpenXmlValidator().validate(broken).errors
