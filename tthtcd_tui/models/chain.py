"""Hash chain: each link is the SHA-256 of the link before and of what is added, so that a change made behind the
program's back shows. It finds accidents and careless hands, not whoever computes every link anew.

The format of a released link never changes: links in files that exist were made by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Final, TypeAlias

Value: TypeAlias = str | int | bytes | None

START: Final = b""
"""The link before the first."""


def link(before: bytes, values: Iterable[Value]) -> bytes:
    """The link that follows `before` and stands for `values`."""
    return sha256(_packed((before, *values))).digest()


def digest(*values: Value) -> bytes:
    """The hash of one row."""
    return link(START, values)


def commitment(salt: bytes, words: str) -> bytes:
    """Stands for `words` without telling them: once the salt is gone, nobody can try which they were."""
    return digest(salt, words)


def _packed(values: Iterable[Value]) -> bytes:
    """No two lists of values are packed alike: each says what it is and how long."""
    packed = []
    for value in values:
        if value is None:
            packed.append(b"-")
        elif isinstance(value, str):
            content = value.encode()
            packed.append(b"t%d:%s" % (len(content), content))
        else:
            packed.append(b"i%d;" % value if isinstance(value, int) else b"b%d:%s" % (len(value), value))
    return b"".join(packed)
