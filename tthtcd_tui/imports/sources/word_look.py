"""What a DOCX that a centre brings as its template looks like: values alone, none of its XML, nothing of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from lxml import etree

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.sources import word_size
from tthtcd_tui.imports.sources.package import Package
from tthtcd_tui.imports.sources.word_styles import W, is_on, whole
from tthtcd_tui.imports.sources.xml import parse
from tthtcd_tui.report.document_look import DocumentLook, PageLook, StyleLook
from tthtcd_tui.text.fold import fold

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST_STYLES: Final = 1_000
_MOST_STEPS: Final = 32
"""Of styles based on styles; Word itself follows eleven."""
_LONGEST: Final = 60
_MOST_LENGTH: Final = 31_680
_UNITS: Final = {"pt": 20.0, "pi": 240.0, "pc": 240.0, "in": 1440.0, "cm": 566.929, "mm": 56.6929}
_MEASURE: Final = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(pt|pi|pc|in|cm|mm)?")
_ALIGN: Final = {"start": "left", "end": "right", "distribute": "both", "justify": "both"}
_MAIN: Final = "word/document.xml"
_NATION: Final = "cong hoa xa hoi chu nghia viet nam"
_MOTTO: Final = re.compile(r"doc lap\W{0,3}tu do\W{0,3}hanh phuc")
_AUTOSPACING: Final = 280
"""What Word makes of «Auto» before and after a paragraph."""


def read_look(data: bytes) -> DocumentLook:
    """The look of a DOCX. Raises UnusableFile."""
    package = Package(data)
    body = _part(package, _MAIN)
    if body is None:
        raise UnusableFile("Tệp mẫu phải là .docx hoặc .dotx. Hãy mở bằng Word rồi lưu thành .docx.")
    section = next(body.iter(W + "sectPr"), None)
    headers = _Headers(package, section)
    texts = [text for text in map(_text, body.iter(W + "p")) if text]
    return DocumentLook(
        _page(section),
        tuple(_styles(package)),
        headers.number,
        headers.is_first_numbered,
        headers.words("header"),
        headers.words("footer"),
        min(len(texts), _MOST_LENGTH),
        next((_short(text) for text in texts if _NATION in fold(text)), ""),
        next((_short(text) for text in texts if _MOTTO.search(fold(text))), ""),
    )


def _part(package: Package, name: str) -> etree._Element | None:
    data = package.xml(name)
    if data is None:
        return None
    if name == _MAIN:
        word_size.refuse_too_large(data)
    else:
        word_size.Beside().refuse_too_large(data)
    return parse(data)


def _text(paragraph: etree._Element) -> str:
    return " ".join("".join(paragraph.itertext(W + "t")).split())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _page(section: etree._Element | None) -> PageLook:
    """The first section's; what it does not say is Word's own."""
    size = None if section is None else section.find(W + "pgSz")
    margins = None if section is None else section.find(W + "pgMar")
    gutter = _length(margins, "gutter", 0)
    return PageLook(
        _length(size, "w", 12_240),
        _length(size, "h", 15_840),
        abs(_length(margins, "top", 1_440)),
        _length(margins, "right", 1_440),
        abs(_length(margins, "bottom", 1_440)),
        _length(margins, "left", 1_440) + gutter,
    )


def _length(element: etree._Element | None, name: str, otherwise: int) -> int:
    """A length as an attribute says it, in twips or with a unit; what is none counts as not said."""
    found = None if element is None else _MEASURE.fullmatch(element.get(W + name, ""))
    if found is None:
        return otherwise
    twips = round(float(found[1]) * _UNITS.get(found[2], 1.0))
    return max(-_MOST_LENGTH, min(_MOST_LENGTH, twips))


class _Headers:
    """What stands at the top and foot of every page, and of the first."""

    def __init__(self, package: Package, section: etree._Element | None) -> None:
        self._parts: dict[tuple[str, str], etree._Element] = {}
        self._has_first = section is not None and bool(is_on(section, "titlePg"))
        targets = _targets(package)
        for place in ("header", "footer"):
            for reference in () if section is None else section.findall(f"{W}{place}Reference"):
                part = _part(package, targets.get(reference.get(_R + "id", ""), ""))
                if part is not None:
                    self._parts[place, reference.get(W + "type", "default")] = part

    @property
    def number(self) -> str:
        return next((place for (place, kind), part in self._parts.items() if kind != "first" and _counts(part)), "")

    @property
    def is_first_numbered(self) -> bool:
        if not self._has_first:
            return bool(self.number)
        return any(kind == "first" and _counts(part) for (_, kind), part in self._parts.items())

    def words(self, place: str) -> str:
        """The first words there, without the page number."""
        texts = (_words(part) for (where, _), part in self._parts.items() if where == place)
        return next((_short(text) for text in texts if re.search(r"[^\W\d]{2}", text)), "")


def _targets(package: Package) -> Mapping[str, str]:
    links = _part(package, "word/_rels/document.xml.rels")
    found = () if links is None else list(links)
    return {link.get("Id", ""): _path(link.get("Target", "")) for link in found if isinstance(link.tag, str)}


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("word") / target)


def _counts(part: etree._Element) -> bool:
    """Whether it has a field that is the page number."""
    told = ["".join(each.itertext()) for each in part.iter(W + "instrText")]
    told += [each.get(W + "instr", "") for each in part.iter(W + "fldSimple")]
    return any(re.match(r"\s*PAGE\b", words) for words in told)


def _words(part: etree._Element) -> str:
    return " ".join(filter(None, map(_text, part.iter(W + "p"))))


def _styles(package: Package) -> Iterator[StyleLook]:
    sheet = _part(package, "word/styles.xml")
    if sheet is None:
        return
    found = {style.get(W + "styleId", ""): style for style in sheet.findall(W + "style")[:_MOST_STYLES]}
    fonts = _theme_fonts(package)
    defaults = sheet.find(W + "docDefaults")
    for key, style in found.items():
        if style.get(W + "type", "paragraph") == "paragraph":
            yield _Resolved(found, defaults, fonts, key).look()


def _theme_fonts(package: Package) -> Mapping[str, str]:
    """«minor», «major» → the font that a theme calls so."""
    name = next((name for name in package.names if re.fullmatch(r"word/theme/theme\d*\.xml", name)), "")
    theme = _part(package, name) if name else None
    if theme is None:
        return {}
    found = ((kind, theme.find(f".//{_A}{kind}Font/{_A}latin")) for kind in ("minor", "major"))
    return {kind: face.get("typeface", "") for kind, face in found if face is not None}


class _Resolved:
    """A style with those it is based on, the nearest first, and the document's defaults behind them."""

    def __init__(
        self,
        styles: Mapping[str, etree._Element],
        defaults: etree._Element | None,
        fonts: Mapping[str, str],
        key: str,
    ) -> None:
        self._key, self._fonts = key, fonts
        self._style = styles[key]
        self._chain: list[etree._Element] = []
        named = key
        while named in styles and styles[named] not in self._chain and len(self._chain) < _MOST_STEPS:
            self._chain.append(styles[named])
            based = styles[named].find(W + "basedOn")
            named = "" if based is None else based.get(W + "val", "")
        if defaults is not None:
            self._chain += [
                each for each in (defaults.find(f"{W}{kind}Default") for kind in ("rPr", "pPr")) if each is not None
            ]

    def look(self) -> StyleLook:
        name = self._style.find(W + "name")
        contextual = self._is_on("pPr", "contextualSpacing")
        hanging = self._length("ind", "hanging")
        first = -hanging if hanging else self._length("ind", "firstLine")
        return StyleLook(
            name=_short((name.get(W + "val", "") if name is not None else "") or self._key),
            key=_short(self._key),
            font=_short(self._font()),
            size=self._size(),
            is_bold=self._is_on("rPr", "b"),
            is_italic=self._is_on("rPr", "i"),
            is_adorned=self._is_adorned(),
            colour=self._colour(),
            align=self._align(),
            before=0 if contextual else self._spacing("before"),
            after=0 if contextual else self._spacing("after"),
            line=self._length("spacing", "line", 240),
            line_rule=self._said("pPr", "spacing", "lineRule") or "auto",
            left=self._length("ind", "left") or self._length("ind", "start"),
            right=self._length("ind", "right") or self._length("ind", "end"),
            first_line=first,
        )

    def _elements(self, kind: str, name: str) -> Iterator[etree._Element]:
        for style in self._chain:
            found = style.find(f"{W}{kind}/{W}{name}")
            if found is not None:
                yield found

    def _said(self, kind: str, name: str, attribute: str) -> str:
        """What the nearest says that says anything."""
        said = (each.get(W + attribute, "") for each in self._elements(kind, name))
        return _short(next(filter(None, said), ""))

    def _is_on(self, kind: str, name: str) -> bool:
        for style in self._chain:
            said = is_on(style.find(W + kind), name)
            if said is not None:
                return said
        return False

    def _length(self, name: str, attribute: str, otherwise: int = 0) -> int:
        said = next((each for each in self._elements("pPr", name) if each.get(W + attribute)), None)
        return _length(said, attribute, otherwise)

    def _spacing(self, side: str) -> int:
        if self._said("pPr", "spacing", f"{side}Autospacing") in ("1", "true", "on"):
            return _AUTOSPACING
        return self._length("spacing", side)

    def _font(self) -> str:
        """The face of Vietnamese letters; a theme's where that is what the nearest names."""
        for each in self._elements("rPr", "rFonts"):
            for slot in ("hAnsi", "ascii"):
                theme = each.get(f"{W}{slot}Theme", "")
                face = self._fonts.get(theme[:5], "") if theme else each.get(W + slot, "")
                if face:
                    return face
        return "Times New Roman"

    def _size(self) -> int:
        said = self._said("rPr", "sz", "val")
        return min(whole(said, 20), _MOST_LENGTH)

    def _colour(self) -> str:
        said = self._said("rPr", "color", "val").upper()
        return "" if said in ("", "AUTO", "000000") or not re.fullmatch("[0-9A-F]{6}", said) else said

    def _align(self) -> str:
        said = self._said("pPr", "jc", "val") or "left"
        said = _ALIGN.get(said, said)
        return said if said in ("left", "center", "right", "both") else "left"

    def _is_adorned(self) -> bool:
        underlined = self._said("rPr", "u", "val") not in ("", "none")
        shaded = self._said("rPr", "highlight", "val") not in ("", "none") or any(
            self._said(kind, "shd", "fill").upper() not in ("", "AUTO", "FFFFFF") for kind in ("rPr", "pPr")
        )
        drawn = any(self._is_on("rPr", name) for name in ("strike", "dstrike", "smallCaps", "outline", "shadow"))
        return underlined or shaded or drawn
