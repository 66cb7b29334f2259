"""Prose with its links as atoms: what is stored comes back to the letter, and what is shown is what will print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.forms.links import Link, pieces
from tthtcd_tui.report.linked_text import LinkedText, has_atom

VALUES = {"dan_so": "43.117", "nam_hoc": "2020-2021", "phap_luat.lop": ""}
prose = st.lists(any_text | st.sampled_from(["{", "}", "{{", "{dan_so}", "{{dan_so}", "{x}", "dan_so}", "{nam_"])).map(
    "".join
)


def printed(stored: str) -> str:
    """As the report fills it in, word for word."""
    return "".join(
        (VALUES.get(piece.name, f"{{{piece.name}}}") or " ") if isinstance(piece, Link) else piece
        for piece in pieces(stored)
    )


@pytest.mark.parametrize(
    ("stored", "shown", "letters"),
    [
        ("Có {dan_so} người", "Có 43.117 người", 10),
        ("{dan_so}{nam_hoc}", "43.1172020-2021", 2),
        ("gõ {{dan_so}", "gõ {dan_so}", 11),
        ("{dan_soo} và {", "{dan_soo} và {", 14),
        ("{{}", "{{}", 3),
        ("{phap_luat.lop} lớp", "  lớp", 5),
    ],
)
def test_a_link_is_one_letter_that_reads_as_its_value(stored: str, shown: str, letters: int) -> None:
    links = LinkedText(VALUES)
    text = links.encode(stored)
    assert links.shown(text) == shown
    assert len(text) == letters
    assert links.decode(text) == stored


@given(prose)
def test_what_is_stored_comes_back_as_it_was(stored: str) -> None:
    links = LinkedText(VALUES)
    assert links.decode(links.encode(stored)) == stored


@given(st.text("{}dan_so nam_hoc.x", max_size=40))
def test_what_is_shown_is_what_is_printed(stored: str) -> None:
    links = LinkedText(VALUES)
    assert links.shown(links.encode(stored)) == printed(stored)


@given(prose, prose)
def test_a_settled_text_is_shown_as_it_is_when_it_was_stored_and_read_again(before: str, after: str) -> None:
    """However two texts meet: a brace typed before a link, the end of a name typed out."""
    links = LinkedText(VALUES)
    text = links.settle(links.encode(before) + links.encode(after))
    assert links.encode(links.decode(text)) == text


def test_a_brace_right_before_a_link_is_parted_from_it() -> None:
    links = LinkedText(VALUES)
    assert links.decode(links.settle("{" + links.encode("{dan_so}"))) == "{ {dan_so}"


def test_in_a_list_of_names_every_brace_is_itself() -> None:
    links = LinkedText()
    assert links.encode("{{dan_so} {dan_so}") == links.settle("{{dan_so} {dan_so}") == "{{dan_so} {dan_so}"


def test_private_characters_of_a_damaged_text_are_no_links() -> None:
    links = LinkedText(VALUES)
    stored = "a\ue000\ue001b{dan_so}"
    text = links.encode(stored)
    assert has_atom(text)
    assert links.shown(text) == "a??b43.117"
    assert links.decode(text) == stored


def test_values_change_and_the_atoms_stay() -> None:
    links = LinkedText(VALUES)
    text = links.encode("{dan_so}")
    assert not links.set_values(VALUES)
    assert links.set_values({"dan_so": "44.000"})
    assert links.shown(text) == "44.000"
    assert list(links.spans("a" + text + "b")) == [("a", False), ("44.000", True), ("b", False)]
