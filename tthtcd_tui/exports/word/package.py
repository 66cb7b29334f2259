"""The parts of a DOCX as one file of fixed bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

_NO_SYSTEM = 0
"""MS-DOS as the creating system, so that no file permissions are written."""


def packed(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of `parts` in their order, each stamped 1980-01-01, the earliest time there is.

    python-docx's own writer would put in the time and the machine's permissions.
    """
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name)
            member.create_system = _NO_SYSTEM
            member.compress_type = compression
            package.writestr(member, content)
    return made.getvalue()
