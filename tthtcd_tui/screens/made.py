"""The screens that are made once and kept, by name; each is loaded when it is made, not when the program starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthtcd_tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tthtcd_tui.forms.model import Form


def made(name: str, form: Form | None) -> BaseScreen:
    """The screen of that name, or of that key in the form of the opened year."""
    match name:
        case "details":
            from tthtcd_tui.screens.section import DetailsScreen

            return DetailsScreen()
        case "log":
            from tthtcd_tui.screens.log import LogScreen

            return LogScreen()
        case "history":
            from tthtcd_tui.screens.history import HistoryScreen

            return HistoryScreen(None)
        case "summary":
            from tthtcd_tui.screens.summary import SummaryScreen

            return SummaryScreen()
        case "preview":
            from tthtcd_tui.screens.preview import PreviewScreen

            return PreviewScreen()
        case "export":
            from tthtcd_tui.screens.export import ExportScreen

            return ExportScreen()
        case "finalise":
            from tthtcd_tui.screens.finalise import FinaliseScreen

            return FinaliseScreen()
        case "years":
            from tthtcd_tui.screens.years import YearsScreen

            return YearsScreen()
        case _:
            from tthtcd_tui.screens.section import SectionScreen

            screens = form.screens if form else ()
            number = next(number for number, screen in enumerate(screens, 1) if screen.key == name)
            return SectionScreen(number, name)
