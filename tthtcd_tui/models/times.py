"""Moments as they are stored: UTC, in text that sorts as they do and reads the same in every engine."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Final

_FORMAT: Final = "%Y-%m-%dT%H:%M:%S.%fZ"


def written_time(at: datetime) -> str:
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def read_time(text: str) -> datetime:
    """Raises ValueError for what is no moment."""
    with suppress(ValueError):  # of thousands of moments `strptime` takes many times as long, and says the same
        found = datetime.fromisoformat(text)
        if written_time(found) == text:
            return found
    return datetime.strptime(text, _FORMAT).replace(tzinfo=UTC)
