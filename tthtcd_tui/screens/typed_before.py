"""What stood in the line of a screen of one line when the connection dropped: it is typed on once that is drawn."""

from __future__ import annotations

from tthtcd_tui.widgets.sheet import Sheet


class TypedBefore:
    """Of a sheet of one line that is typed in."""

    def __init__(self, sheet: Sheet, text: str | None) -> None:
        """`text` is None where nothing stood there."""
        self._sheet = sheet
        self._text = text

    @property
    def typing(self) -> str | None:
        """What is typed and not yet saved, taken up already or not."""
        return self._sheet.typing if self._text is None else self._text

    def take_up(self) -> None:
        """Go on with it; the rows are shown."""
        if self._text is not None:
            self._sheet.begin(self._text)
            self._text = None
