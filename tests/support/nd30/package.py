"""The archive behind a DOCX: its parts, parsed once, and how they relate."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree
from support.nd30.ooxml import RELATIONSHIPS, Element

MAIN = "word/document.xml"


class Package:
    """A DOCX in memory. Raises zipfile.BadZipFile for what is no archive, XMLSyntaxError for a part that is no XML."""

    def __init__(self, docx: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            self.members = archive.infolist()
            self.damaged = archive.testzip()
            self.parts = {member.filename: archive.read(member) for member in self.members}
        # A DTD is refused by Word; here it is not expanded.
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        self._trees: dict[str, Element] = {
            name: etree.fromstring(content, parser)
            for name, content in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }

    def xml(self, part: str) -> Element | None:
        """The root of a part, None where there is no such part."""
        return self._trees.get(part)

    def roots(self) -> dict[str, Element]:
        """All parts that are XML, but for relationships and content types."""
        return {
            name: root
            for name, root in self._trees.items()
            if not name.endswith(".rels") and name != "[Content_Types].xml"
        }

    def relationships(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Id → (the type's last word, target part or address, whether it is outside the package); `part` may be ''."""
        folder, name = posixpath.split(part)
        root = self._trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str, bool]] = {}
        for relationship in root if root is not None else ():
            if relationship.tag != f"{{{RELATIONSHIPS}}}Relationship":
                continue
            target = relationship.get("Target", "")
            external = relationship.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target))[1:]
            kind = relationship.get("Type", "").rsplit("/", 1)[-1]
            found[relationship.get("Id", "")] = (kind, target, external)
        return found

    def related(self, part: str, kind: str) -> list[str]:
        """The parts `part` relates to by a type ending in `kind`."""
        return [
            target for type_, target, external in self.relationships(part).values() if type_ == kind and not external
        ]

    def part_of(self, part: str, kind: str) -> Element | None:
        """The root of the first part related by `kind`."""
        return next((self.xml(name) for name in self.related(part, kind)), None)
