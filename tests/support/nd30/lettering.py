"""What is wrong with the lettering of a text, in words: size, weight, slant, capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from support.nd30.flow import Line, Span


def quoted(text: str) -> str:
    """A text short enough for a message."""
    text = " ".join(text.split())
    return f"«{text[:60]}…»" if len(text) > 60 else f"«{text}»"


def lettering(
    spans: Iterable[Span],
    *,
    size: tuple[float, float] | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
) -> Iterator[str]:
    """Each visible span that is not as asked; None asks nothing."""
    for span in spans:
        if not span.visible:
            continue
        shown, text = span.format, quoted(span.text)
        if size is not None and not size[0] <= shown.size <= size[1]:
            yield f"{text} is {shown.size:g} pt, not {'-'.join(f'{end:g}' for end in sorted(set(size)))}"
        if bold is not None and shown.bold is not bold:
            yield f"{text} is {'bold' if shown.bold else 'not bold'}"
        if italic is not None and shown.italic is not italic:
            yield f"{text} is {'italic' if shown.italic else 'upright'}"
        if shown.struck or shown.small_caps:
            yield f"{text} is struck through or in small capitals"


GAP = "[Chưa nhập"
"""How a place still to be filled in begins: it reads so wherever it stands, and in a final report it is a failure."""


def is_gap(line: Line) -> bool:
    return GAP in line.text


def in_capitals(line: Line) -> bool:
    """Whether it is all in capitals; a gap counts as if it were."""
    if is_gap(line):
        return True
    return line.text == line.text.upper() and line.text != line.text.lower()


def in_lower_case(line: Line) -> bool:
    """Not all capitals."""
    return line.text != line.text.upper()


def centred(line: Line) -> bool:
    """Whether the middle of its text is the middle of its column or cell, to a millimetre or so."""
    shown = line.paragraph.format
    first = shown.first if line.spans is line.paragraph.lines[0] else 0.0
    return shown.align == "center" and abs(shown.left + first - shown.right) <= 6 and line.text == line.text.strip("\t")
