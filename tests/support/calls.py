"""Counts the Python calls into the program: what a key costs, on any machine and under any load the same."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from unittest.mock import patch

from support.screens import Screens

import tthtcd_tui
from tthtcd_tui.screens.pause import Pause

_PACKAGE = str(Path(tthtcd_tui.__file__).parent)
_RESULTS = "4"
_SENTENCE = "Trung tâm học tập cộng đồng đã tổ chức nhiều lớp cho nhân dân trong phường. "


def calls_of_a_number(screens: Screens) -> tuple[Calls, Calls]:
    """The calls for the second digit of a number in the results table, and for the Enter that saves it.

    From the key until it is drawn.
    """
    screens.settles = False  # what is drawn in a pause belongs to no key
    screens.press(_RESULTS, "down", "down")
    screens.type("1")
    screens.press("enter")  # what only the first saving loads is loaded now
    screens.type("1")
    with counted() as digit:
        screens.type("2")
    with counted() as number:
        screens.press("enter")
    return digit, number


def calls_of_a_letter(screens: Screens, letters: int) -> Calls:
    """The calls for a letter at the end of a paragraph of so many, from the key until it is drawn.

    The fewest of several: on a busy machine a timer comes in between, or it is drawn in two beats.
    """
    screens.colleague("narrative/dia_phuong", (_SENTENCE * (letters // len(_SENTENCE) + 1))[:letters])
    screens.press("f5", "f3")
    screens.type("dac diem tinh hinh")
    screens.press("enter", "enter")
    screens.type("ab")
    screens.settles = False
    found = []
    for letter in "cdef":
        with patch.object(Pause, "touch"), counted() as calls:  # what is drawn in a pause belongs to no key
            screens.type(letter)
        found.append(calls)
    return min(found, key=lambda calls: calls.total)


class Calls:
    """How often each function of the program was called. A generator that goes on counts as a call."""

    def __init__(self) -> None:
        self.by_function: dict[CodeType, int] = {}

    @property
    def total(self) -> int:
        return sum(self.by_function.values())

    def most(self, count: int) -> list[tuple[int, str]]:
        """The functions called most often, for whoever wants to know where they come from."""
        named = sorted(((calls, _name(code)) for code, calls in self.by_function.items()), reverse=True)
        return named[:count]


def _name(code: CodeType) -> str:
    return f"{code.co_filename.removeprefix(_PACKAGE)}:{code.co_firstlineno} {code.co_qualname}"


@contextmanager
def counted() -> Iterator[Calls]:
    """Counts the calls into the program that are made inside, in this thread."""
    calls = Calls()
    sys.setprofile(_counter(calls.by_function))
    try:
        yield calls
    finally:
        sys.setprofile(None)


def _counter(found: dict[CodeType, int]) -> Callable[[FrameType, str, object], None]:
    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(_PACKAGE):
            found[frame.f_code] = found.get(frame.f_code, 0) + 1

    return count
