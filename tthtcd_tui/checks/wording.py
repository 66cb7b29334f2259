"""Constructors of findings: an error or a warning at a place, in one or two Vietnamese sentences."""

from __future__ import annotations

from tthtcd_tui.report.finding import Finding, Severity
from tthtcd_tui.report.place import Place


def error(code: str, place: Place, message: str) -> Finding:
    """Something the report cannot be issued with."""
    return Finding(code, Severity.ERROR, place, _printable(message))


def warning(code: str, place: Place, message: str, words: str = "") -> Finding:
    """Something that looks wrong, which the centre may explain; `words` are those of the text it is about."""
    return Finding(code, Severity.WARNING, place, _printable(message), words=words)


def _printable(message: str) -> str:
    """A message may quote labels of a form or of a centre, and goes to a terminal."""
    shown = message.replace("\ufffc", "…")  # what a link will print
    if shown.isprintable():
        return shown
    return "".join(character if character.isprintable() else "?" for character in shown)
