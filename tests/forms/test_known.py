"""The shipped form made ahead of time is the form its TOML describes; any other text is read."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from support.forms import OTHER, changed_text

from tools import make_shipped_form
from tthtcd_tui.forms import shipped
from tthtcd_tui.forms.known import SHIPPED, form_of
from tthtcd_tui.forms.load import load
from tthtcd_tui.forms.problem import FormProblem

TEXT = SHIPPED.read_text(encoding="utf-8")


def run(monkeypatch: pytest.MonkeyPatch, path: Path, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["make_shipped_form", *arguments])
    return make_shipped_form.main(path)


def test_it_is_the_form_that_is_read() -> None:
    made, read = form_of(TEXT, SHIPPED.name), load(TEXT, SHIPPED.name)
    assert made == read
    assert repr(made) == repr(read)  # types and the order of the records too
    assert read.digest == shipped.DIGEST


def test_nothing_is_read_for_it() -> None:
    code = (
        "import sys; from tthtcd_tui.forms.known import form_of; form_of(sys.stdin.read(), ''); print([*sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=TEXT, capture_output=True, encoding="utf-8", check=True)
    assert {"tomllib", "tthtcd_tui.forms.load"}.isdisjoint(ast.literal_eval(done.stdout))


def test_another_text_is_read() -> None:
    assert (
        form_of(changed_text(('label = "Dân số"', 'label = "Số dân"')), "a.toml").figures["dan_so"].field.label
        == "Số dân"
    )
    other = OTHER.read_text(encoding="utf-8")
    assert form_of(other, "khac.toml") == load(other, "khac.toml")
    with pytest.raises(FormProblem, match=r"a\.toml"):
        form_of("version = 1", "a.toml")


def test_the_module_is_the_one_that_the_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, make_shipped_form.MODULE, "--check") == 0


def test_a_stale_module_is_told_of(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / "shipped.py"
    stale.write_text("DIGEST = ''\n", encoding="utf-8")
    assert run(monkeypatch, stale, "--check") == 1
    assert "python -m tools.make_shipped_form" in capsys.readouterr().err
    assert run(monkeypatch, stale) == 0
    assert stale.read_text(encoding="utf-8") == make_shipped_form.MODULE.read_text(encoding="utf-8")


def test_any_form_can_be_made_so() -> None:
    text = OTHER.read_text(encoding="utf-8")
    made: dict[str, object] = {}
    exec(make_shipped_form.module(text, OTHER.name), made)
    assert made["form"](text) == load(text, OTHER.name)  # type: ignore[operator]
