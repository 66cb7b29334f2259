"""Registry: the known kinds of something, by name and in order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar


class Named(Protocol):
    """Whatever a registry can hold."""

    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)


class Registry(Generic[N]):
    """Kinds by name, in the order of the program."""

    def __init__(self, *kinds: N) -> None:
        self._kinds = {kind.name: kind for kind in kinds}

    def __iter__(self) -> Iterator[N]:
        return iter(self._kinds.values())

    def get(self, name: str) -> N | None:
        return self._kinds.get(name)

    def __getitem__(self, name: str) -> N:
        return self._kinds[name]

    def __contains__(self, name: str) -> bool:
        return name in self._kinds

    @contextmanager
    def adding(self, kind: N) -> Iterator[None]:
        """Register `kind` after those there are, inside the block."""
        if kind.name in self._kinds:
            raise ValueError(kind.name)
        self._kinds[kind.name] = kind
        try:
            yield
        finally:
            del self._kinds[kind.name]
