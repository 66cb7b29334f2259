"""Layout containers without contents of their own.

Textual's containers read its style sheet, with the colours of a theme, which nothing else here needs.
"""

from __future__ import annotations

from textual.widget import Widget


class SideBySide(Widget, inherit_css=False):
    """Its children from left to right."""

    DEFAULT_CSS = "SideBySide { width: 1fr; height: 1fr; layout: horizontal; overflow: hidden hidden; }"


class Stacked(Widget, inherit_css=False):
    """Its children from top to bottom."""

    DEFAULT_CSS = "Stacked { width: 1fr; height: 1fr; layout: vertical; overflow: hidden hidden; }"
