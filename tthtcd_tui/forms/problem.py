"""What is wrong with something typed: a Vietnamese sentence that says what to do next."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something typed was not taken. It is returned, not raised: the text stays where it was typed."""

    message: str
