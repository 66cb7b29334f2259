"""Every kind of terminal the staff have: what they see is the same, with colours or without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.live import OVERVIEW, Live
from support.matrix import every
from support.output import foreign
from support.sample_database import sample_database

CLOCK = re.compile(r"Đã lưu( \d\d:\d\d)?")


def tour(program: Live) -> tuple[list[str], set[str]]:
    """Three screens, with a number typed and one refused: what stands on each, and in which colours."""
    seen: list[str] = []
    colours: set[str] = set()

    def look(words: str) -> None:
        program.wait_for(words)
        program.wait_for("Đang nhập", gone=True)  # nor does anything else wait for a pause then
        program.rest()
        seen.append(CLOCK.sub("Đã lưu", program.text))
        colours.update(program.colours())

    look(OVERVIEW)
    program.press("4", "enter", "1,5", "enter")
    look("Ô này chỉ")
    program.press("left", "delete", "1", "enter")  # what was refused stayed in its cell
    look("446")
    assert program.stored("results/xoa_mu_chu/classes") == "1"
    program.press("f6")
    look("NHẬT KÝ HOẠT ĐỘNG")
    assert foreign(bytes(program.raw)) == []
    return seen, colours


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    with Live(sample_database(tmp_path_factory.mktemp("usual"))) as program:
        return tour(program)[0]


@pytest.mark.parametrize(
    "environment",
    every(
        4,
        [
            {"LC_ALL": "C", "LANG": "C"},
            {"TERM": "screen"},
            {"TERM": "linux"},
            {"TERM": "vt100"},
            {"NO_COLOR": "1"},
            {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
            {"TERM": "dumb"},
            {"LC_ALL": "", "LANG": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        ],
    ),
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
def test_the_same_is_seen_everywhere(tmp_path: Path, usual: list[str], environment: dict[str, str]) -> None:
    with Live(sample_database(tmp_path), environment=environment) as program:
        seen, colours = tour(program)
    assert seen == usual
    assert colours == {"default"} if "NO_COLOR" in environment else colours > {"default", "red"}
