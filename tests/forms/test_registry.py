"""Registries: kinds by name, in their order, and one more inside a block."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tthtcd_tui.forms.registry import Registry


class Kind(NamedTuple):
    name: str


def test_kinds_are_found_by_name_and_come_in_order() -> None:
    registry = Registry(Kind("b"), Kind("a"))
    assert [kind.name for kind in registry] == ["b", "a"]
    assert registry["a"] == registry.get("a") == Kind("a")
    assert registry.get("c") is None
    assert "b" in registry


def test_one_more_is_known_inside_the_block_alone() -> None:
    registry = Registry(Kind("a"))
    with registry.adding(Kind("b")):
        assert [kind.name for kind in registry] == ["a", "b"]
    assert "b" not in registry


def test_it_is_gone_again_whatever_happened() -> None:
    registry = Registry(Kind("a"))
    with pytest.raises(RuntimeError), registry.adding(Kind("b")):
        raise RuntimeError
    assert "b" not in registry


def test_no_name_is_given_twice() -> None:
    registry = Registry(Kind("a"))
    with pytest.raises(ValueError, match="a"), registry.adding(Kind("a")):
        pass
    assert "a" in registry
