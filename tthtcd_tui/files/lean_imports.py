"""Imported for its effect, before anything else: the standard library's modules that every run needs, made lean.

argparse asks for translations of its English words, of which there are none here; pathlib can name a URL. What they
load for it would take time of every command, and memory of every session.
"""

from __future__ import annotations

import os
from typing import Final

from tthtcd_tui.files.later_module import CalledLater, LaterModule, loaded_later

_UNRESERVED: Final = frozenset(b"/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
"""RFC 3986, section 2.3, and what parts a path."""


def as_it_is(message: str) -> str:
    """What gettext says where there is no translation."""
    return message


def by_number(one: str, many: str, number: int) -> str:
    """What ngettext says where there is no translation."""
    return one if number == 1 else many


def percent_encoded(path: bytes) -> str:
    """What urllib's quote_from_bytes makes of a path in a URL."""
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in path)


def syntax_trees() -> LaterModule:
    """Stands for the standard library's ast, while inspect is loaded or whoever else has hardly a use for it.

    Of a NodeVisitor inspect makes a class that finds the text of other classes; literals are read by name.
    """
    nobody = type("NodeVisitor", (), {})
    return LaterModule("ast", {"NodeVisitor": nobody, "literal_eval": CalledLater("ast").literal_eval})


def machine() -> LaterModule:
    """Stands for the standard library's platform, of which uuid asks what kind of system this is."""
    return LaterModule("platform", {"system": lambda: os.uname().sysname})


with loaded_later(
    LaterModule("gettext", {"gettext": as_it_is, "ngettext": by_number}),
    LaterModule("urllib.parse", {"quote_from_bytes": percent_encoded}),
):
    import argparse  # noqa: F401 -- for its effect
    import pathlib  # noqa: F401 -- likewise
