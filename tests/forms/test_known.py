"""The shipped forms made ahead of time are the forms their TOML describes; any other text is read."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from support.forms import OTHER, changed_text

from tools import make_shipped_form
from tthtcd_tui.errors import FormProblem
from tthtcd_tui.forms import shipped
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.known import NEWEST, VERSIONS, form_of, load_shipped, shipped_file, shipped_named
from tthtcd_tui.forms.load import load
from tthtcd_tui.forms.nouns import worded
from tthtcd_tui.report.rows import layout

RELEASED = {
    1: "8a06e1fc0aaf46ecbb2ac6b1751dc1d758a5e4f3268183310d38440c8be1e568",
    2: "ac6a7cd8b17ed3dfa2676a884e18170e0437711c45037f8d2b16d99e8ba624fc",
}


def text_of(version: int) -> str:
    return shipped_file(version).read_text(encoding="utf-8")


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["make_shipped_form", *arguments])
    return make_shipped_form.main(folder)


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_the_form_that_is_read(version: int) -> None:
    text = text_of(version)
    made, read = form_of(text, "a.toml"), worded(load(text, "a.toml"), {})
    assert made == read
    assert repr(made) == repr(read)  # types and the order of the records too
    assert read.digest == shipped.DIGESTS[version]


@pytest.mark.parametrize("version", RELEASED)
def test_a_released_version_never_changes(version: int) -> None:
    assert load_shipped(version).digest == RELEASED[version]


def test_the_third_version_asks_what_the_second_asked() -> None:
    """Every place, kind, option and unit is the same, so that whatever reads the one reads the other."""
    second, third = load_shipped(2), load_shipped(3)
    assert third.records == second.records
    assert third.link_names == second.link_names
    assert figures_of(third) == figures_of(second)
    asked = {place: cell._replace(begins="") for place, cell in layout(third).cells.items()}
    assert asked == {place: cell._replace(begins="") for place, cell in layout(second).cells.items()}


def test_the_newest_is_the_one_that_new_years_are_of() -> None:
    assert load_shipped().version == NEWEST == max(VERSIONS)
    assert [shipped_named(("tu-danh-gia", version)) for version in VERSIONS] == [load_shipped(n) for n in VERSIONS]
    assert shipped_named(("tu-danh-gia", NEWEST + 1)) is shipped_named(("khac", 1)) is shipped_named(None) is None


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_is_read_for_it_nor_another_version_loaded(version: int) -> None:
    code = (
        "import sys; from tthtcd_tui.forms.known import form_of; form_of(sys.stdin.read(), ''); print([*sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=text_of(version), capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(ast.literal_eval(done.stdout))
    assert {"tomllib", "tthtcd_tui.forms.load"}.isdisjoint(loaded)
    assert {name for name in loaded if name.startswith("tthtcd_tui.forms.shipped_")} == {
        f"tthtcd_tui.forms.shipped_{version}"
    }


def test_another_text_is_read() -> None:
    assert (
        figures_of(form_of(changed_text(('label = "Dân số"', 'label = "Số dân"')), "a.toml"))["dan_so"].field.label
        == "Số dân"
    )
    other = OTHER.read_text(encoding="utf-8")
    assert form_of(other, "khac.toml") == load(other, "khac.toml")
    with pytest.raises(FormProblem, match=r"a\.toml"):
        form_of("version = 1", "a.toml")


def test_the_modules_are_those_that_the_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, make_shipped_form.FOLDER, "--check") == 0


def test_a_stale_module_is_told_of(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "shipped_1.py").write_text("DIGEST = ''\n", encoding="utf-8")
    assert run(monkeypatch, tmp_path, "--check") == 1
    told = capsys.readouterr().err
    assert "shipped_1.py" in told
    assert "python -m tools.make_shipped_form" in told
    assert run(monkeypatch, tmp_path) == 0
    for made in tmp_path.iterdir():
        assert made.read_bytes() == (make_shipped_form.FOLDER / made.name).read_bytes()


def test_any_form_can_be_made_so() -> None:
    text = OTHER.read_text(encoding="utf-8")
    made: dict[str, object] = {}
    exec(make_shipped_form.module(text, OTHER.name), made)
    assert made["form"](text) == load(text, OTHER.name)  # type: ignore[operator]
