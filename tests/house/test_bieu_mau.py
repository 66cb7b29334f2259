"""docs/bieu-mau.md: its examples make a form that is used, its commands run, its mistakes are told as it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tthtcd_tui.cli import main
from tthtcd_tui.errors import FormProblem
from tthtcd_tui.forms.kinds.score import Score
from tthtcd_tui.forms.load import load
from tthtcd_tui.forms.model import Form

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "bieu-mau.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)(?: (\w+))?\n(.*?)^```$(?:\s*^> ([^\n]+)$)?", PAGE, re.MULTILINE | re.DOTALL)
MISTAKES = [(text, told) for kind, what, text, told in BLOCKS if (kind, what) == ("toml", "sai")]


def first_table(shipped: str) -> str:
    """The shipped form under the head that the page gives it."""
    [head] = [text for kind, what, text, _ in BLOCKS if (kind, what) == ("toml", "dau")]
    return re.sub(r"^\[form\]\n.*?(?=^\[)", f"{head}\n", shipped, count=1, flags=re.MULTILINE | re.DOTALL)


def written(shipped: str) -> str:
    """The form that one has who follows the page to its end."""
    return first_table(shipped) + "".join(f"\n{text}" for kind, what, text, _ in BLOCKS if kind == "toml" and not what)


@pytest.fixture(scope="module")
def shipped() -> str:
    from tthtcd_tui.forms.known import load_shipped

    return load_shipped().text


def test_its_examples_make_a_form(shipped: str) -> None:
    form: Form = load(written(shipped), "mau-tinh.toml")
    assert (form.key, form.version) == ("mau-tinh", 1)
    assert [section.key for section in form.sections[-3:]] == ["ton_tai", "cham_diem", "doi_tuong"]
    [(_, score)] = form.parts(Score)
    assert [(each.label, int(each.maximum)) for each in score.criteria if each.group] == [("Tổ chức, quản lý", 10)]
    assert [rule.key for rule in form.rules] == ["kinh_phi_rieng_tang", "rieng_khong_qua_chi"]
    assert form.appendices[0].citation.startswith("Minh chứng của các nội dung trên")


@pytest.mark.parametrize(("text", "told"), MISTAKES, ids=[told[:30] for _, told in MISTAKES])
def test_a_mistake_is_told_as_it_says(text: str, told: str, shipped: str) -> None:
    assert told
    with pytest.raises(FormProblem, match=re.escape(told)):
        load(f"{written(shipped)}\n{text}", "mau-tinh.toml")


def test_its_commands_run_in_their_order(
    shipped: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))
    assert main(["centre", "add", "a", "TTHTCĐ xã Bản Sen"]) == 0
    commands = [line for kind, _, text, _ in BLOCKS if kind == "sh" for line in text.splitlines()]
    assert len(commands) == 6
    for command in commands:
        words, _, out = command.partition(" > ")
        capsys.readouterr()
        assert main(shlex.split(words)[1:]) == 0, command
        if out:
            assert capsys.readouterr().out == shipped
            Path(out).write_text(written(shipped), encoding="utf-8")
    assert Path("chi-tieu.docx").stat().st_size > 5_000
    table = Path("chi-tieu.csv").read_text(encoding="utf-8-sig")
    assert "Kinh phí trung tâm tự huy động,tiền (đồng),đồng,x" in table
    assert main(["show", "2026-2027", "figure/kinh_phi_rieng", "--all"]) == 0
