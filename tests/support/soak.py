"""Tests that wait for bad luck: `make test` tries a few times, `make test-long` oftener, `make soak` at length, with
figures.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
from support.matrix import LONG

IS_SOAK = os.environ.get("TTHTCD_SOAK", "") not in {"", "0"}
FIGURES = "figures"
"""The property of a test (`record_property`) that the end of a soak prints."""


def rounds(usually: int, in_soak: int) -> int:
    """How often something is tried."""
    return in_soak if IS_SOAK else usually


def tries(quick: int, at_length: int, in_soak: int) -> list[Any]:
    """How often something is tried, for `parametrize`: once in each length of the tests."""
    return [in_soak] if IS_SOAK else [quick, pytest.param(at_length, marks=LONG)]
