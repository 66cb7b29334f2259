"""How many examples hypothesis tries where each one is expensive."""

from __future__ import annotations

from hypothesis import settings


def at_most(number: int) -> settings:
    """As many as the profile says (tests/conftest.py), never more than `number`."""
    return settings(max_examples=min(number, settings().max_examples))
