"""What a DOCX of ours carries beside its pages, wherever the program that saved it last has put it."""

from __future__ import annotations

import re
from typing import Final

from tthtcd_tui.imports.sources.package import Package
from tthtcd_tui.imports.sources.xml import parse
from tthtcd_tui.report.carried import NAMESPACE

_ITEM: Final = re.compile(r"customXml/item\d+\.xml")


def carried_in(data: bytes) -> str:
    """The text that `with_carried` put in; nothing where there is none. Raises UnusableFile."""
    package = Package(data)
    for name in package.names:
        part = package.xml(name) if _ITEM.fullmatch(name) else None
        if part is not None and NAMESPACE.encode() in part:
            root = parse(part)
            if root.tag == f"{{{NAMESPACE}}}report":
                return "".join(child.text or "" for child in root)
    return ""
