"""A module is not there while it is hidden, and there again afterwards."""

from __future__ import annotations

import importlib
import sys

import pytest

from tthtcd_tui.files.hide_module import hide_module


@pytest.fixture
def _unloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)


@pytest.mark.usefixtures("_unloaded")
def test_what_is_hidden_cannot_be_imported_and_later_can() -> None:
    with hide_module("colorsys", "no_such_module"), pytest.raises(ImportError):
        importlib.import_module("colorsys")
    assert importlib.import_module("colorsys").rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)


@pytest.mark.usefixtures("_unloaded")
def test_what_is_loaded_stays() -> None:
    loaded = importlib.import_module("colorsys")
    with hide_module("colorsys"):
        assert importlib.import_module("colorsys") is loaded
    assert importlib.import_module("colorsys") is loaded


@pytest.mark.usefixtures("_unloaded")
def test_it_is_there_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="so"), hide_module("colorsys"):
        raise ValueError("so")
    assert importlib.import_module("colorsys") is sys.modules["colorsys"]
