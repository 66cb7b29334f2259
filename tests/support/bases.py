"""Files that name what they were made on."""

from __future__ import annotations

import re

_LINE = re.compile(rb'^"base": \{[^}\n]*\},\n', re.MULTILINE)


def without_base(data: bytes) -> bytes:
    """A file out of a database as it would be without its base, which no other database gives."""
    assert len(_LINE.findall(data)) == 1
    return _LINE.sub(b"", data)
