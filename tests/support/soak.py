"""The long form of tests that wait for bad luck: `make soak` tries oftener than `make test` can, and gives figures."""

from __future__ import annotations

import os

IS_SOAK = os.environ.get("TTHTCD_SOAK", "") not in {"", "0"}
FIGURES = "figures"
"""The property of a test (`record_property`) that the end of a soak prints."""


def rounds(usually: int, in_soak: int) -> int:
    """How often something is tried."""
    return in_soak if IS_SOAK else usually
