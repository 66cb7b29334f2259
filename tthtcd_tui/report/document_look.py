"""The look of a Word file as plain values: its paper, its paragraph styles, what is on every page.

A process with limits reads an untrusted file into it (`imports`); the exporter takes from it what the Decree leaves
open (`exports`). Lengths are in twips, type sizes in half points, as in Word.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_type_hints

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.named_tuple import NamedTuple

_MOST: Final = 31_680
"""The longest length that Word takes: 22 inches."""
_LONGEST_NAME: Final = 200


class StyleLook(NamedTuple):
    """A paragraph style with all it inherits."""

    name: str
    key: str
    font: str
    size: int
    is_bold: bool
    is_italic: bool
    is_adorned: bool
    """Underlined, struck through, in small capitals, shaded or highlighted."""
    colour: str
    """Six hexadecimal digits; empty for black."""
    align: str
    """left, center, right or both."""
    before: int
    after: int
    line: int
    line_rule: str
    """auto (240 is single spacing), exact or atLeast."""
    left: int
    right: int
    first_line: int
    """Negative where it hangs."""


class PageLook(NamedTuple):
    """The paper of a section."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int


class DocumentLook(NamedTuple):
    page: PageLook
    styles: tuple[StyleLook, ...]
    number: str
    """Where the page number stands: header, footer, or empty for nowhere."""
    is_first_numbered: bool
    """Whether page 1 has it too."""
    above: str
    """The first words of the header, without the number."""
    below: str
    """The first words of the footer."""
    paragraphs: int
    """Paragraphs of text in its body."""
    nation: str
    """What its body writes for the nation's name; empty where it writes none."""
    motto: str

    def to_tree(self) -> dict[str, Any]:
        """As JSON holds it; `from_tree` reads it back."""
        return {**self._asdict(), "page": list(self.page), "styles": [list(style) for style in self.styles]}


def from_tree(tree: Mapping[str, Any]) -> DocumentLook:
    """The inverse of `to_tree`, for a tree from a process that a file may have taken over. Raises UnusableFile."""
    try:
        page = PageLook(*map(_length, tree["page"]))
        styles = tuple(_style(values) for values in tree["styles"])
        words = [_words(tree[name]) for name in ("number", "above", "below", "nation", "motto")]
        paragraphs = _length(tree["paragraphs"])
        is_first_numbered = bool(tree["is_first_numbered"])
    except (KeyError, TypeError, ValueError):
        raise UnusableFile("Tệp mẫu không đọc được. Hãy mở bằng Word, lưu lại thành .docx rồi thử lại.") from None
    number, above, below, nation, motto = words
    return DocumentLook(page, styles, number, is_first_numbered, above, below, paragraphs, nation, motto)


def _style(values: Any) -> StyleLook:
    made = StyleLook(*values)
    for (name, wanted), value in zip(get_type_hints(StyleLook).items(), made, strict=True):
        if wanted is str:
            _words(value)
        elif wanted is int:
            _length(value)
        elif not isinstance(value, bool):
            raise TypeError(name)
    return made


def _length(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _MOST:
        raise ValueError(value)
    return value


def _words(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_NAME:
        raise ValueError(value)
    return value
