"""The data that goes along in a DOCX: a custom XML part, which Word and LibreOffice keep and no page shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tthtcd_tui.exports.word.xml import escaped
from tthtcd_tui.report.carried import NAMESPACE

_ITEM: Final = "customXml/item1.xml"
_ID: Final = "{7E6C0F1D-3B5A-4B8E-9C55-6A1C2D3E4F50}"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTIES: Final = (
    f'{_HEAD}<ds:datastoreItem ds:itemID="{_ID}" xmlns:ds="{_OFFICE}/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
_OF_ITEM: Final = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
)
_LINK: Final = (
    f'<Relationship Id="rIdCarried" Type="{_OFFICE}/relationships/customXml" Target="../customXml/item1.xml"/>'
)
_TYPE: Final = (
    '<Override PartName="/customXml/itemProps1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
)
_LONGEST_TEXT: Final = 1_000_000
"""Letters in one element: a careful parser takes no more than ten million bytes."""


def with_carried(parts: Mapping[str, bytes], text: str) -> dict[str, bytes]:
    """The parts of a document and `text` beside them."""
    made = dict(parts)
    types, links = "[Content_Types].xml", "word/_rels/document.xml.rels"
    made[types] = made[types].replace(b"</Types>", f"{_TYPE}</Types>".encode())
    made[links] = made[links].replace(b"</Relationships>", f"{_LINK}</Relationships>".encode())
    pieces = (text[start : start + _LONGEST_TEXT] for start in range(0, len(text), _LONGEST_TEXT))
    body = "".join(f"<c:part>{escaped(piece)}</c:part>" for piece in pieces)
    made[_ITEM] = f'{_HEAD}<c:report xmlns:c="{NAMESPACE}">{body}</c:report>'.encode()
    made["customXml/itemProps1.xml"] = _PROPERTIES.encode()
    made["customXml/_rels/item1.xml.rels"] = _OF_ITEM.encode()
    return made
