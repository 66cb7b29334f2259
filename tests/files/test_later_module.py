"""What stands for a module loads it once something of it is needed, and for nobody else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

from tthtcd_tui.files.later_module import CalledLater, LaterModule, loaded_later


@pytest.fixture(autouse=True)
def _unloaded() -> Iterator[None]:
    before = sys.modules.pop("colorsys", None)
    yield
    sys.modules.pop("colorsys", None)
    if before is not None:
        sys.modules["colorsys"] = before


def test_it_is_loaded_when_something_is_asked_of_it() -> None:
    with loaded_later(LaterModule("colorsys", {"ONE_THIRD": 3.0})):
        import colorsys
    assert (colorsys.ONE_THIRD, "colorsys" in sys.modules) == (3.0, False)
    assert colorsys.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)
    assert sys.modules["colorsys"] is not colorsys


def test_a_function_of_it_is_taken_by_name_and_loaded_when_it_is_called() -> None:
    with loaded_later(CalledLater("colorsys")):
        from colorsys import rgb_to_hsv
    assert "colorsys" not in sys.modules
    assert rgb_to_hsv(0, 0, b=0) == (0.0, 0.0, 0)
    assert "colorsys" in sys.modules


def test_it_can_be_needed_while_it_stands_there() -> None:
    with loaded_later(LaterModule("colorsys")):
        from colorsys import rgb_to_hsv
    assert rgb_to_hsv is import_module("colorsys").rgb_to_hsv


@pytest.mark.parametrize("kind", [LaterModule, CalledLater])
def test_who_imports_it_afterwards_gets_the_module_itself(kind: type[LaterModule]) -> None:
    with loaded_later(kind("colorsys")):
        stands = import_module("colorsys")
    assert import_module("colorsys") is not stands
    with loaded_later(kind("colorsys")):
        assert import_module("colorsys") is not stands, "what is loaded stays"


@pytest.mark.parametrize("kind", [LaterModule, CalledLater])
def test_it_says_that_it_is_no_package(kind: type[LaterModule]) -> None:
    assert not hasattr(kind("colorsys"), "__path__")
    assert "colorsys" not in sys.modules


def test_what_it_has_not_is_told_as_ever() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        LaterModule("colorsys").no_such_name  # noqa: B018
