"""Lazy modules: imported by a library at its own start, but loaded only once something in them is used.

It saves their time at every start, and their memory in every session.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, Final

_WHAT_IT_IS: Final = "Stands for a module that is loaded once something of it is needed."


class LaterModule(ModuleType):
    """Stands for a module until something of it is asked for that is not among what is `known` of it."""

    def __init__(self, name: str, known: dict[str, object] | None = None) -> None:
        super().__init__(name, _WHAT_IT_IS)
        vars(self).update(known or {})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # Python asks whether it is a package
            raise AttributeError(name)
        return getattr(self.real(), name)

    def real(self) -> ModuleType:
        """The module itself."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


class CalledLater(LaterModule):
    """Stands for a module of functions until one of them is called, whoever has taken it by name long before."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*arguments: Any, **named: Any) -> Any:
            return getattr(self.real(), name)(*arguments, **named)

        call.__name__, call.__module__ = name, self.__name__
        return call


@contextmanager
def loaded_later(*modules: ModuleType) -> Iterator[None]:
    """While inside, who imports these names gets what stands for them; what is loaded already stays.

    Whoever imports one of them afterwards gets the module itself.
    """
    standing = {module.__name__: module for module in modules if module.__name__ not in sys.modules}
    sys.modules.update(standing)
    try:
        yield
    finally:
        for name, module in standing.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
