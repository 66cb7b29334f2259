"""A text in stretches: every line is reached from every other, and what nobody looks at is not laid out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.flow import FIRST, Flow, Held, Passage, Spot, Stretch
from tthtcd_tui.widgets.look import PLAIN

STRETCHES = st.lists(st.lists(st.booleans(), max_size=4), max_size=6)
"""Stretches of lines, each a gap or none."""


def flow(stretches: list[list[bool]]) -> Flow:
    return Flow(Stretch([Passage(is_gap=is_gap) for is_gap in lines]) for lines in stretches)


def spots(stretches: list[list[bool]]) -> list[Spot]:
    return [Spot(number, line) for number, lines in enumerate(stretches) for line in range(len(lines))]


@given(STRETCHES)
def test_on_and_back_it_goes_through_every_line(stretches: list[list[bool]]) -> None:
    expected = spots(stretches)
    on = [spot for spot, _ in flow(stretches).from_on(FIRST)]
    assert on == expected
    text = flow(stretches)
    back = [text.last] if expected else []
    while back and (before := text.before(back[-1])) is not None:
        back.append(before)
    assert back[::-1] == expected


@given(STRETCHES, st.data())
def test_the_next_gap_is_the_first_after_where_one_is_and_round_to_it(
    stretches: list[list[bool]], data: st.DataObject
) -> None:
    every = spots(stretches)
    if not every:
        assert flow(stretches).seek(FIRST, lambda _: True, lambda line: line.is_gap) is None
        return
    at = data.draw(st.sampled_from(every))
    gaps = [spot for spot in every if stretches[spot.stretch][spot.line]]
    after = [spot for spot in gaps if spot > at] + [spot for spot in gaps if spot <= at]
    before = [spot for spot in gaps[::-1] if spot < at] + [spot for spot in gaps[::-1] if spot >= at]
    found = [
        flow(stretches).seek(at, lambda held: held.has_gap, lambda line: line.is_gap, back=b) for b in (False, True)
    ]
    assert found == [next(iter(after), None), next(iter(before), None)]


@given(STRETCHES, st.integers(0, 8), st.integers(0, 8))
def test_the_nearest_line_is_one_there_is(stretches: list[list[bool]], stretch: int, line: int) -> None:
    every = spots(stretches)
    nearest = flow(stretches).nearest(Spot(stretch, line))
    assert nearest in every or (not every and nearest == FIRST)
    assert Spot(stretch, line) not in every or nearest == Spot(stretch, line)


def test_a_page_lays_out_no_more_than_a_page() -> None:
    made: list[str] = []

    def lines(name: str) -> Iterator[Passage]:
        for number in range(1000):
            made.append(f"{name}{number}")
            yield Passage(((name, PLAIN),), Place("report/signer") if name == "c" else None)

    def stretches() -> Iterator[Stretch]:
        for name in "abc":
            made.append(name)
            places = {Place("report/signer")} if name == "c" else set()
            yield Stretch(lines(name), partial(Held, places, has_gap=False, is_start=False))

    text = Flow(stretches())
    assert text.moved(FIRST, 2) == Spot(0, 2)
    assert made == ["a", "a0", "a1", "a2"]
    found = text.seek(FIRST, lambda held: "report/signer" in held.places, lambda line: line.place == "report/signer")
    assert found == Spot(2, 0)
    assert not [line for line in made if line.startswith("b") and line != "b"], "what lies between is passed over"
