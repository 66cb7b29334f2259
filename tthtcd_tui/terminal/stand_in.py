"""Parts of Textual that its App loads and that are never shown here: a start does without them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Final

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
    "rich.table": ("Table",),
    "textual.widgets._toast": ("ToastRack",),
}
"""The command palette, with the seven widgets it is made of; the table in which Textual prints a theme's colours; the
boxes of its notifications, with all its containers, of which they are one.

Each with the names that Textual takes from it when it is imported.
"""


@contextmanager
def unused_left_out() -> Iterator[None]:
    """While inside, importing Textual gets empty classes for what is never used; what is loaded already stays.

    Whoever imports one of these modules later gets the module itself.
    """
    left_out = {name: _stand_in(name, names) for name, names in UNUSED.items() if name not in sys.modules}
    sys.modules.update(left_out)
    try:
        yield
    finally:
        for name, module in left_out.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _stand_in(module: str, names: Sequence[str]) -> ModuleType:
    made = ModuleType(module, "Stands in for what is never used.")
    for name in names:
        setattr(made, name, type(name, (), {"__module__": module}))
    return made
