"""XML of strangers, parsed without entities, network or bottomless depth."""

from __future__ import annotations

from lxml import etree

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.sources.package import BROKEN
from tthtcd_tui.imports.sources.xml_encoding import refuse_foreign


def parse(data: bytes) -> etree._Element:
    """The root of `data`. Raises UnusableFile for what is no XML, or too deep, or in an encoding of no office."""
    refuse_foreign(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnusableFile(BROKEN) from None
    if root.getroottree().docinfo.doctype:
        raise UnusableFile("Tệp có khai báo DTD, có thể gây hại nên không nhận. Hãy mở bằng Word, Excel rồi lưu lại.")
    return root
