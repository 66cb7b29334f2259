"""The grammar of links: a brace means something only where it opens the name of a link."""

from __future__ import annotations

import pytest
from hypothesis import given
from support.any_text import any_text

from tthtcd_tui.forms.links import Link, pieces, unknown_links


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Không có gì", ["Không có gì"]),
        ("{dan_so}", [Link("dan_so")]),
        ("gồm {so_ho} hộ", ["gồm ", Link("so_ho"), " hộ"]),
        ("{so_ho}{so_khu}", [Link("so_ho"), Link("so_khu")]),
        ("{phap_luat.luot} lượt", [Link("phap_luat.luot"), " lượt"]),
        ("{a1_2}", [Link("a1_2")]),
        # a second brace types the first
        ("{{dan_so}", ["{dan_so}"]),
        ("gõ {{dan_so} thành {dan_so}", ["gõ {dan_so} thành ", Link("dan_so")]),
        ("{{dan_so}}", ["{dan_so}}"]),
        ("{{{dan_so}", ["{{dan_so}"]),
        # every other brace is itself
        ("{", ["{"]),
        ("}", ["}"]),
        ("{}", ["{}"]),
        ("{{}}", ["{{}}"]),
        ("{{ }}", ["{{ }}"]),
        ("{dan so}", ["{dan so}"]),
        ("{ dan_so }", ["{ dan_so }"]),
        ("{Dan_so}", ["{Dan_so}"]),
        ("{dân_số}", ["{dân_số}"]),
        ("{1a}", ["{1a}"]),
        ("{a.b.c}", ["{a.b.c}"]),
        ("{a.}", ["{a.}"]),
        ("{.luot}", ["{.luot}"]),
        ("{dan_so", ["{dan_so"]),
        ("dan_so}", ["dan_so}"]),
        ("a { b {dan_so} c } d", ["a { b ", Link("dan_so"), " c } d"]),
        ("{dan\n_so}", ["{dan\n_so}"]),
        ('{"json": {"a": 1}}', ['{"json": {"a": 1}}']),
    ],
)
def test_pieces(text: str, found: list[str | Link]) -> None:
    assert list(pieces(text)) == found


def test_unknown_links_stand_in_order_and_as_often_as_they_are_there() -> None:
    assert unknown_links("{b} {a} {dan_so} {{c} {b}", {"dan_so"}) == ["b", "a", "b"]
    assert unknown_links("{dan_so}", {"dan_so"}) == []


@given(any_text)
def test_a_text_without_links_comes_back_as_it_was(text: str) -> None:
    found = list(pieces(text))
    assert "" not in found
    if not any(isinstance(piece, Link) for piece in found) and "{{" not in text:
        assert "".join(piece for piece in found if isinstance(piece, str)) == text


@given(any_text, any_text)
def test_doubling_the_brace_types_the_words(before: str, after: str) -> None:
    """`{{` before a link's name makes words of it, wherever it stands."""
    text = before.replace("{", "") + "{{dan_so}" + after.replace("{", "")
    assert list(pieces(text)) == [text.replace("{{", "{")]
