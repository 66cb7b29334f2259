"""The page and all text on it: paper, margins, page numbers, font, colour, language (App. I, I)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from support.nd30.failure import Failure
from support.nd30.flow import Paragraph, all_paragraphs
from support.nd30.lettering import quoted
from support.nd30.ooxml import POINTS_PER_MM, Element, find, is_on, twips, value
from support.nd30.package import MAIN, Package
from support.nd30.parts import Parts, is_draft_mark
from support.nd30.properties import SLOTS
from support.nd30.reader import Document, Story
from support.nd30.widths import LINE_HEIGHT

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
A4 = (210.0, 297.0)
"""Millimetres."""
MARGINS = {"top": (20.0, 25.0), "bottom": (20.0, 25.0), "left": (30.0, 35.0), "right": (15.0, 20.0)}
TURNED = (
    {"top": "left", "right": "top", "bottom": "right", "left": "bottom"},
    {"top": "right", "right": "bottom", "bottom": "left", "left": "top"},
)
"""What each side of a sheet was before it was turned, to the right or to the left. It may keep its margins, too."""
CLOSE = 0.1
"""Millimetres lost in rounding to twentieths of a point."""
_PAGE = re.compile(r'PAGE(\s*\\\*\s*"?(MERGEFORMAT|Arabic)"?)*', re.IGNORECASE)
_ANY_PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)


def _mm(text: str | None) -> float:
    return (twips(text) or 0.0) / POINTS_PER_MM


def _paper(section: Element, number: int, *, of_appendix: bool) -> Iterator[Failure]:
    size = find(section, "pgSz")
    paper = _mm(value(size, "w")), _mm(value(size, "h"))
    landscape = paper[0] > paper[1]
    wanted = A4[::-1] if landscape else A4
    if any(abs(got - want) > 0.5 for got, want in zip(paper, wanted, strict=True)):
        yield Failure("paper", f"section {number}: {paper[0]:.1f} × {paper[1]:.1f} mm")
    if landscape is not (value(size, "orient") == "landscape"):
        yield Failure("paper", f"section {number}: the orientation contradicts the size")
    if landscape and not of_appendix:
        yield Failure("paper", f"section {number} is landscape and no appendix")
    margins = find(section, "pgMar")
    across = {side: abs(_mm(value(margins, side))) for side in MARGINS}
    across["left"] += _mm(value(margins, "gutter"))
    wrong = [_beyond(across, MARGINS)]
    if landscape:
        wrong += [_beyond(across, {side: MARGINS[turned[side]] for side in MARGINS}) for turned in TURNED]
    for side in min(wrong, key=len):
        yield Failure("margins", f"section {number}: {side} {across[side]:.1f} mm")


def _beyond(across: dict[str, float], limits: dict[str, tuple[float, float]]) -> list[str]:
    """The sides that are not within their limits."""
    return [side for side, (least, most) in limits.items() if not least - CLOSE <= across[side] <= most + CLOSE]


def _number_line(story: Story, paragraph: Paragraph, section: Element) -> Iterator[Failure]:
    where = f"the {story.pages} header of section {story.section + 1}"
    field = next(field for field in paragraph.fields if _ANY_PAGE.match(field.instruction))
    if not _PAGE.fullmatch(field.instruction.strip()):
        yield Failure("page-number", f"{where}: the field is {quoted(field.instruction)}")
    for shown in field.formats:
        if not 13 <= shown.size <= 14 or shown.bold or shown.italic:
            yield Failure(
                "page-number",
                f"{where}: {shown.size:g} pt{' bold' if shown.bold else ''}{' italic' if shown.italic else ''}",
            )
            break
    aligned = paragraph.format.align == "center" and abs(paragraph.format.left + paragraph.format.first) <= 3
    if not (aligned and abs(paragraph.format.right) <= 3) and not paragraph.format.centred_frame:
        yield Failure("page-number", f"{where}: it is not centred")
    typed = "".join(span.text for span in paragraph.spans if not span.generated).strip()
    if typed and not is_draft_mark(typed):
        yield Failure("page-number", f"{where}: {quoted(typed)} beside the number")
    margins = find(section, "pgMar")
    edge, top = twips(value(margins, "header")) or 0.0, abs(twips(value(margins, "top")) or 0.0)
    size = max((shown.size for shown in field.formats), default=14.0)
    if not edge > 0 or edge + size * LINE_HEIGHT > top:
        yield Failure("page-number", f"{where}: it does not stand in the top margin")


def _numbered(story: Story) -> list[Paragraph]:
    return [
        paragraph
        for paragraph in story.paragraphs
        if any(_ANY_PAGE.match(field.instruction) for field in paragraph.fields)
    ]


def _page_numbers(document: Document, package: Package, appendix_sections: set[int]) -> Iterator[Failure]:
    settings = package.part_of(MAIN, "settings")
    even = find(settings, "evenAndOddHeaders")
    pages = ["default"] + (["even"] if even is not None and is_on(value(even)) else [])
    inherited: dict[str, Story] = {}
    for number, section in enumerate(document.sections):
        stories = {
            story.pages: story for story in document.stories if story.section == number and story.kind == "header"
        }
        inherited |= stories
        for page in pages:
            story = inherited.get(page)
            numbered = _numbered(story) if story is not None else []
            if story is None or len(numbered) != 1:
                yield Failure("page-number", f"section {number + 1}: {len(numbered)} numbers in the {page} header")
            elif page in stories:
                yield from _number_line(story, numbered[0], section.element)
        yield from _start(section.element, number, restart=number in appendix_sections)
    first = document.sections[0].element
    title_page = find(first, "titlePg")
    if title_page is None or not is_on(value(title_page)):
        yield Failure("page-number", "page 1 has no header of its own")
    for story in document.stories:
        if _numbered(story) and (story.kind == "footer" or (story.pages == "first" and story.section == 0)):
            yield Failure("page-number", f"a number in the {story.pages} {story.kind}")


def _start(section: Element, number: int, *, restart: bool) -> Iterator[Failure]:
    numbers = find(section, "pgNumType")
    start, kind = value(numbers, "start"), value(numbers, "fmt")
    if kind not in {None, "decimal"}:
        yield Failure("page-number", f"section {number + 1} numbers its pages in {kind}")
    if start is not None and not (start == "1" and (number == 0 or restart)):
        yield Failure("page-number", f"section {number + 1} starts from {start}")


def all_text(document: Document) -> list[Paragraph]:
    """Every paragraph of every story."""
    found = [*all_paragraphs(document.blocks), *document.floating, *document.notes]
    return found + [paragraph for story in document.stories for paragraph in story.paragraphs]


def _text(document: Document, *, draft: bool) -> Iterator[Failure]:
    for paragraph in all_text(document):
        pieces = [(span.text, span.format) for span in paragraph.spans if span.visible]
        pieces += [(field.instruction, shown) for field in paragraph.fields for shown in field.formats]
        for text, shown in pieces:
            wrong = [f"{slot} {font or '?'}" for slot, font in zip(SLOTS, shown.fonts, strict=True) if font != FONT]
            if wrong:
                yield Failure("font", f"{quoted(text)}: {', '.join(wrong)}")
            if not shown.black:
                yield Failure("colour", f"{quoted(text)} is not black")
            if shown.highlight != "none" and not draft:
                yield Failure("colour", f"{quoted(text)} is highlighted {shown.highlight}")
            if shown.language != LANGUAGE:
                yield Failure("language", f"{quoted(text)} is marked {shown.language or 'with no language'}")
            if shown.right_to_left:
                yield Failure("language", f"{quoted(text)} is marked as a script written from right to left")
    for paragraph in all_paragraphs(document.blocks):
        for by_hand in paragraph.direct:
            yield Failure("hand-formatted", by_hand)


def page_failures(document: Document, parts: Parts, package: Package, *, draft: bool) -> Iterator[Failure]:
    """Everything wrong with the pages and with text wherever it stands."""
    of_appendix = {appendix.section for appendix in parts.appendices if appendix.section > 0}
    for number, section in enumerate(document.sections):
        after = of_appendix and number >= min(of_appendix)
        yield from _paper(section.element, number + 1, of_appendix=bool(after))
    yield from _page_numbers(document, package, of_appendix)
    yield from _text(document, draft=draft)
