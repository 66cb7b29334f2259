"""The rich summary on a screen of its own, in the words of `tthtcd summary`."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.screens import Screens, opened
from support.summaries import printed

from tthtcd_tui.screens.preview import PreviewScreen
from tthtcd_tui.screens.summary import SummaryScreen


@pytest.mark.long
def test_it_says_what_the_command_prints(screens: Screens) -> None:
    session = screens.app.report.session
    expected = printed(
        session.facts, session.findings, form=session.form, width=78, colour=False, previous=session.previous
    ).splitlines()
    screens.press("7")
    assert isinstance(screens.screen, SummaryScreen)
    shown: list[str] = []
    for _ in expected:
        shown.append(screens.line("> ").removeprefix("> ") if screens.line(">") != ">" else "")
        screens.press("down")
    assert shown == [line.rstrip() for line in expected]


def test_a_saved_number_is_in_it_at_once(screens: Screens) -> None:
    screens.press("4", "down", "down")
    screens.colleague("results/van_nghe/classes", "26")
    screens.press("f5", "ctrl+g", "7")
    for _ in range(2):
        screens.press("pagedown")
    assert "446" in screens.text
    screens.press("f9")
    assert isinstance(screens.screen, PreviewScreen)


def test_ascii_only_where_it_was_asked_for(tmp_path: Path) -> None:
    with opened(tmp_path, ascii_only=True) as screens:
        screens.press("7", "pagedown")
        assert "##########" in screens.text
        assert "█" not in screens.text
