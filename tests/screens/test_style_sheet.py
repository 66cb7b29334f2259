"""A start reads no style sheet of Textual's, and works out no theme for one."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from textual.dom import DOMNode
from textual.widget import Widget

import tthtcd_tui
from tthtcd_tui.app import TthtcdApp
from tthtcd_tui.terminal.immediate_redraw import ImmediateRedrawScreen

ROOMS = ("screens", "widgets")


def test_no_widget_of_ours_inherits_the_style_of_a_stock_one() -> None:
    """With it come a theme's colours, which the app does not have."""
    for room in ROOMS:
        for path in Path(tthtcd_tui.__path__[0], room).glob("[a-z]*.py"):
            import_module(f"tthtcd_tui.{room}.{path.stem}")
    ours = [each for each in _below(Widget) if each.__module__.startswith("tthtcd_tui.")]
    assert ImmediateRedrawScreen in ours
    assert len(ours) > 30
    dressed: list[type[DOMNode]] = [*ours, TthtcdApp]
    for each in dressed:
        told = [base for base in each._css_bases(each) if not base.__module__.startswith("tthtcd_tui.")]
        assert told == [], each


def test_nothing_of_ours_names_a_colour_of_a_theme() -> None:
    styles = [
        each.__dict__.get("DEFAULT_CSS", "") for each in _below(Widget) if each.__module__.startswith("tthtcd_tui.")
    ]
    assert any(styles)
    assert not [style for style in [*styles, TthtcdApp.CSS] if "$" in str(style)]


def _below(of: type[Widget]) -> Iterator[type[Widget]]:
    for each in of.__subclasses__():
        yield each
        yield from _below(each)
