"""Stand-ins for parts of Textual that its App imports and that this program never shows, to save their loading."""

from __future__ import annotations

import os
import typing
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Final

from tthtcd_tui.files.later_module import CalledLater, LaterModule, loaded_later
from tthtcd_tui.files.lean_imports import machine, syntax_trees

UNUSED: Final[Mapping[str, Sequence[str]]] = {
    "textual.command": (
        "CommandListItem",
        "CommandPalette",
        "DiscoveryHit",
        "Hit",
        "Hits",
        "Provider",
        "SimpleProvider",
    ),
    "rich.panel": ("Panel",),
    "rich.table": ("Table",),
    "rich.tree": ("Tree",),
    "textual.design": ("ColorSystem",),
    "textual.widgets._toast": ("ToastRack",),
}
"""The command palette, with the seven widgets it is made of; themes, and the table in which Textual prints their
colours; what it prints of a mistaken style sheet and of the widgets of an app; the boxes of its notifications, with all
its containers, of which they are one.

Each with the names that Textual takes from it when it is imported.
"""


def random_bits(count: int) -> int:
    """A number of so many bits that nobody can foresee, as random.SystemRandom makes one."""
    return int.from_bytes(os.urandom((count + 7) // 8), "big") >> -count % 8


def later() -> list[ModuleType]:
    """What is loaded for a mistaken style, a file that is sent, a link, a child process, an encrypted line.

    Of typing_extensions Textual takes what Python's own typing has.
    """
    return [
        machine(),
        syntax_trees(),
        CalledLater("difflib"),
        CalledLater("pickle"),
        CalledLater("tempfile"),
        CalledLater("textual.css._help_text"),
        LaterModule("asyncio.sslproto"),
        LaterModule("mimetypes"),
        LaterModule("random", {"getrandbits": random_bits}),
        LaterModule("subprocess", {"PIPE": -1, "STDOUT": -2, "DEVNULL": -3}),
        LaterModule("typing_extensions", {name: getattr(typing, name) for name in typing.__all__}),
    ]


@contextmanager
def unused_left_out() -> Iterator[None]:
    """Inside the block, importing Textual gets empty classes for what is never used; modules loaded already stay.

    Whoever imports one of these modules later gets the module itself.
    """
    with loaded_later(*(_stand_in(name, names) for name, names in UNUSED.items()), *later()):
        yield


def _stand_in(module: str, names: Sequence[str]) -> ModuleType:
    made = ModuleType(module, "Stands in for what is never used.")
    for name in names:
        setattr(made, name, type(name, (), {"__module__": module}))
    return made
