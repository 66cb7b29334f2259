"""The file itself: archive, parts, ids, properties, characters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from support.nd30.failure import Failure
from support.nd30.lettering import GAP, quoted
from support.nd30.ooxml import (
    CONTENT_TYPES,
    DC,
    DCTERMS,
    MC,
    WP,
    XSI,
    Element,
    R,
    elements,
    local,
    value,
    w,
)
from support.nd30.package import MAIN, Package
from support.nd30.schema_order import order_failures

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time an archive can say: what a maker of fixed files stamps."""
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# What text/clean.py strips, and what it refuses (reliability: text in, text out).
_INVISIBLE = {
    0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF, 0xFFFD,
}  # fmt: skip
_TEXTS = frozenset({"t", "delText", "instrText"})
_SHOWN_ATTRIBUTES = frozenset({"string", "title", "descr", "alt"})


def _zip(package: Package) -> Iterator[Failure]:
    if package.damaged:
        yield Failure("zip", f"{package.damaged} is damaged")
    for name, count in Counter(member.filename for member in package.members).items():
        if count > 1:
            yield Failure("zip", f"{name} is there {count} times")
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            yield Failure("zip", f"{name} is no name of a part")
    times = {member.date_time for member in package.members}
    if len(times) > 1:
        yield Failure("zip", f"{len(times)} different times")
    elif times != {EPOCH} and times != {_modified(package)}:
        yield Failure("zip", f"stamped {next(iter(times), None)}: neither a fixed time nor the document's")


def _core(package: Package) -> Element | None:
    found = [part for kind, part, _ in package.relationships("").values() if kind == "core-properties"]
    return package.xml(found[0]) if found else None


def _instant(core: Element | None, name: str) -> datetime | None:
    held = core.find(f"{{{DCTERMS}}}{name}") if core is not None else None
    try:
        return datetime.fromisoformat((held.text or "").strip()) if held is not None else None
    except ValueError:
        return None


def _modified(package: Package) -> tuple[int, ...] | None:
    changed = _instant(_core(package), "modified")
    return None if changed is None else (*changed.timetuple()[:5], changed.second // 2 * 2)


def _properties(package: Package) -> Iterator[Failure]:
    core = _core(package)
    if core is None:
        yield Failure("properties", "there are no core properties")
        return
    said = Counter(local(child) for child in elements(core) if (child.text or "").strip())
    for name, what in (("title", "title"), ("creator", "author")):
        if not said[name]:
            yield Failure("properties", f"no {what}")
    for name, count in said.items():
        if count > 1:
            yield Failure("properties", f"{name} {count} times")
    for name in ("created", "modified"):
        when = _instant(core, name)
        if when is None or when.year == 2013:
            yield Failure("properties", f"{name} {'in 2013' if when else 'at no time'}")
        held = core.find(f"{{{DCTERMS}}}{name}")
        if held is not None and held.get(f"{{{XSI}}}type") != "dcterms:W3CDTF":
            yield Failure("properties", f"{name} does not say its type, and Word refuses the file")
    language = core.findtext(f"{{{DC}}}language")
    if language and language != "vi-VN":
        yield Failure("properties", f"the language is {language}")


def _makers(package: Package) -> Iterator[Failure]:
    for part, root in package.roots().items():
        for text in texts(root) if part.startswith("docProps/") else ():
            if "python-docx" in text.lower():
                yield Failure("properties", f"{part}: {quoted(text)}")


def _types(package: Package) -> Iterator[Failure]:
    types = package.xml("[Content_Types].xml")
    if types is None:
        yield Failure("package", "no [Content_Types].xml")
        return
    by_part = {held.get("PartName", ""): held.get("ContentType") for held in types.iter(f"{{{CONTENT_TYPES}}}Override")}
    by_end = {held.get("Extension", "").lower() for held in types.iter(f"{{{CONTENT_TYPES}}}Default")}
    for name in package.parts:
        if name == "[Content_Types].xml" or name.endswith("/"):
            continue
        if f"/{name}" not in by_part and name.rpartition(".")[2].lower() not in by_end:
            yield Failure("package", f"{name} has no content type")
    for name in by_part:
        if name.removeprefix("/") not in package.parts:
            yield Failure("package", f"a content type for {name}, which is not there")
    if by_part.get(f"/{MAIN}") != _MAIN_TYPE:
        yield Failure("package", f"{MAIN} is not typed as a Word document")


def _relationships(package: Package) -> Iterator[Failure]:
    for name in ["", *package.parts]:
        known = package.relationships(name)
        for rid, (_, target, external) in known.items():
            if not external and target not in package.parts:
                yield Failure("package", f"{name or 'the package'}: {rid} points to {target}, which is not there")
        root = package.xml(name)
        for held in root.iter() if root is not None and name in package.roots() else ():
            for attribute, rid in held.attrib.items():
                if attribute.startswith(f"{{{R}}}") and rid not in known:
                    yield Failure("package", f"{name}: {local(held)} refers to {rid}, which is not there")


def _references(package: Package) -> Iterator[Failure]:
    """Styles, lists and drawings that are referred to, or named twice."""
    styles, numbering = package.part_of(MAIN, "styles"), package.part_of(MAIN, "numbering")
    style_ids = [style.get(w("styleId")) for style in styles.iterfind(w("style"))] if styles is not None else []
    nums = [num.get(w("numId")) for num in numbering.iterfind(w("num"))] if numbering is not None else []
    lists = [a.get(w("abstractNumId")) for a in numbering.iterfind(w("abstractNum"))] if numbering is not None else []
    for what, ids in (("style", style_ids), ("list", nums), ("list definition", lists)):
        for repeated in (name for name, count in Counter(ids).items() if count > 1):
            yield Failure("package", f"{what} {repeated} twice")
    known = {
        **{name: set(style_ids) for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")},
        "numId": {*nums, "0"},
        "abstractNumId": set(lists),
    }
    for part, root in package.roots().items():
        for held in root.iter():
            name = local(held)
            if name in known and (said := value(held)) is not None and said not in known[name]:
                yield Failure("package", f"{part}: {name} {said} does not exist")
        drawings = Counter(held.get("id") for held in root.iter(f"{{{WP}}}docPr"))
        for repeated in (name for name, count in drawings.items() if count > 1):
            yield Failure("package", f"{part}: drawing {repeated} twice")
        for prefix in root.get(f"{{{MC}}}Ignorable", "").split():
            if prefix not in root.nsmap:
                yield Failure(
                    "package", f"{part}: {prefix} is to be ignored but not declared, and Word refuses the file"
                )


def _is_unwanted(character: str) -> bool:
    code = ord(character)
    return (
        unicodedata.category(character) in {"Cc", "Co", "Cs", "Zl", "Zp"}
        or code in _INVISIBLE
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code < 0xFDF0
    )


def texts(root: Element) -> Iterator[str]:
    """All text of a part that anyone may read."""
    for held in root.iter():
        if not isinstance(held.tag, str):
            continue
        if held.text and (local(held) in _TEXTS or len(held) == 0):
            yield held.text
        for name, said in held.attrib.items():
            # Word's own bullets are private characters of a symbol font: where one is used, its font is found.
            if local(held) == "lvlText":
                yield "".join(character for character in said if not 0xF000 <= ord(character) <= 0xF0FF)
            elif local(held) in {"name", "alias"} or name.rsplit("}", 1)[-1] in _SHOWN_ATTRIBUTES:
                yield said


def _characters(package: Package) -> Iterator[Failure]:
    for part, root in package.roots().items():
        for text in texts(root):
            if unwanted := sorted({f"U+{ord(character):04X}" for character in text if _is_unwanted(character)}):
                yield Failure("characters", f"{part}: {', '.join(unwanted)} in {quoted(text)}")
            if not unicodedata.is_normalized("NFC", text):
                yield Failure("nfc", f"{part}: {quoted(text)}")


def _draft(package: Package, *, draft: bool) -> Iterator[Failure]:
    read = " ".join(text for part, root in package.roots().items() if part.startswith("word/") for text in texts(root))
    marked = "DỰ THẢO" in read
    if draft and not marked:
        yield Failure("draft-mark", "a draft that does not say DỰ THẢO")
    if not draft and marked:
        yield Failure("draft-mark", "a final report that says DỰ THẢO")
    if not draft and (gap := re.search(rf"{re.escape(GAP)}[^\]]*\]?", read)):
        yield Failure("draft-mark", f"a final report with a gap: {quoted(gap[0])}")


def file_failures(package: Package, *, draft: bool) -> Iterator[Failure]:
    """Everything wrong with the file, whatever it says."""
    yield from _zip(package)
    yield from _types(package)
    yield from _relationships(package)
    yield from _references(package)
    yield from _properties(package)
    yield from _makers(package)
    yield from _characters(package)
    yield from _draft(package, draft=draft)
    for part, root in package.roots().items():
        yield from order_failures(root, part)
