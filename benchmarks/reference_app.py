"""The smallest Textual apps that do what the program is compared with: `reference_app.py KIND [FILE]`, Ctrl+Q ends.

A script of its own, so that it loads what such an app must and nothing of ours.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input


class One(App[None]):
    """One widget, or none."""

    def __init__(self, widget: Widget | None) -> None:
        super().__init__()
        self._widget = widget

    def compose(self) -> ComposeResult:
        if self._widget is not None:
            yield self._widget


class Fields(Screen[None]):
    """Twenty fields, made anew each time."""

    BINDINGS: ClassVar[list[BindingType]] = [("f2", "app.pop_screen", "")]

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            for number in range(20):
                yield _still(Input(str(number * 1000)))


class Pushing(App[None]):
    """F1 pushes the fields, F2 takes them away."""

    BINDINGS: ClassVar[list[BindingType]] = [("f1", "fields", "")]

    def action_fields(self) -> None:
        self.push_screen(Fields())


def app(kind: str, file: str = "") -> App[None]:
    """Nothing blinks but what is called blinking."""
    match kind:
        case "bare":
            return One(None)
        case "input" | "blinking":
            field = Input(placeholder="Tên trung tâm")
            return One(field if kind == "blinking" else _still(field))
        case "text":
            from textual.widgets import TextArea

            area = TextArea(Path(file).read_text(encoding="utf-8"))
            area.cursor_blink = False
            return One(area)
        case "fields":
            return Pushing()
        case _:
            raise ValueError(kind)


def _still(field: Input) -> Input:
    field.cursor_blink = False
    return field


if __name__ == "__main__":
    app(*sys.argv[1:]).run()
