"""A class of fields is what it would be of `typing`, and of its types none is compiled."""

from __future__ import annotations

import copy
import inspect
import pickle
import subprocess
import sys
import typing
from typing import Any

import pytest

from tthtcd_tui.named_tuple import NamedTuple


class Ours(NamedTuple):
    """A day, and what it is called."""

    day: int
    name: str = "hội"
    notes: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        return self.name[:1]

    @classmethod
    def of(cls, name: str) -> Ours:
        return cls(1, name)

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


class Theirs(typing.NamedTuple):
    day: int
    name: str = "hội"
    notes: tuple[str, ...] = ()


class Empty(NamedTuple):
    """No field at all."""


class Beneath(Ours):
    """Has the fields of what it is made of."""

    other: int = 3


Given = tuple[tuple[Any, ...], dict[str, Any]]

TAKEN: list[Given] = [((1,), {}), ((1, "a"), {}), ((1,), {"notes": ("x",)}), ((), {"name": "b", "day": 2})]
REFUSED: list[Given] = [((), {}), ((1, 2, 3, 4), {}), ((1,), {"day": 1}), ((1,), {"other": 1})]


def test_it_is_made_and_refused_as_one_of_typing() -> None:
    for given, named in TAKEN:
        assert tuple(Ours(*given, **named)) == tuple(Theirs(*given, **named))
    for given, named in REFUSED:
        told = []
        for made in (Ours, Theirs):
            with pytest.raises(TypeError) as refused:
                made(*given, **named)
            told.append(str(refused.value).replace(made.__name__, ""))
        assert told[0] == told[1]


def test_it_says_of_itself_what_one_of_typing_says() -> None:
    assert repr(Ours(1)).removeprefix("Ours") == repr(Theirs(1)).removeprefix("Theirs")
    assert (Ours._fields, Ours._field_defaults) == (Theirs._fields, Theirs._field_defaults)
    assert Ours.__match_args__ == Theirs.__match_args__
    assert inspect.signature(Ours).parameters.keys() == inspect.signature(Theirs).parameters.keys()
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert (Ours.__doc__, Ours.__module__) == ("A day, and what it is called.", __name__)


def test_it_is_a_tuple_that_nobody_changes() -> None:
    one = Ours(1, "a")
    day, name, notes = one
    assert (day, name, notes) == one == (1, "a", ())
    assert hash(one) == hash((1, "a", ()))
    assert Ours(1) < Ours(2)
    for name in ("day", "other"):
        with pytest.raises(AttributeError):
            setattr(one, name, 2)


def test_it_is_made_of_others_as_one_of_typing() -> None:
    one = Ours(1, "a")
    assert one._replace(day=2) == Ours(2, "a")
    with pytest.raises(ValueError, match="other"):
        one._replace(other=2)  # type: ignore[call-arg]
    assert Ours._make((3, "c", ())) == Ours(3, "c")
    with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
        Ours._make((3,))
    assert one._asdict() == {"day": 1, "name": "a", "notes": ()}
    for made in (pickle.loads(pickle.dumps(one)), copy.copy(one), copy.deepcopy(one)):
        assert (type(made), made) == (Ours, one)


def test_what_else_stands_in_its_body_is_there() -> None:
    assert (Ours.of("xuân").first, str(Ours(1))) == ("x", "1 hội")
    match Ours(4):
        case Ours(day, name):
            assert (day, name) == (4, "hội")


def test_one_without_fields_and_one_beneath_another() -> None:
    assert (Empty(), repr(Empty())) == ((), "Empty()")
    beneath = Beneath(1)
    assert (beneath, repr(beneath), beneath.other) == ((1, "hội", ()), "Beneath(day=1, name='hội', notes=())", 3)


COMPILED = """
import sys
from tthtcd_tui.named_tuple import NamedTuple
compiled = []
sys.addaudithook(lambda event, told: compiled.append(told) if event == "compile" else None)
class Made(NamedTuple):
    day: "int"
    name: "str | None" = None
    lines: "tuple[str, ...]" = ()
class Other(NamedTuple):
    name: "str"
    days: "list[int]"
    notes: "str" = ""
print(len(compiled), Made(1), Other("x", [2]))
"""


def test_of_its_types_none_is_compiled_and_one_new_of_all_with_as_many_fields() -> None:
    done = subprocess.run([sys.executable, "-c", COMPILED], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "1 Made(day=1, name=None, lines=()) Other(name='x', days=[2], notes='')\n"
